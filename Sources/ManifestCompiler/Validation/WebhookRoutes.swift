/// A webhook of level APP says how events find a channel; others need no route.
struct WebhookRoutes: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        input.manifest.webhooks.flatMap { webhook -> [Diagnostic] in
            guard webhook.knows("level", "route", "payload") else { return [] }
            switch (webhook.level, webhook.route) {
            case (.app, nil):
                return [
                    Diagnostic(
                        .webhookRoute,
                        "webhook `\(webhook.handle)` of level APP needs `route`: how events find a channel",
                        at: webhook.span, help: ["add route: { channel: …, by: PAYLOAD }"])
                ]
            case (.installation, let route?):
                return [
                    Diagnostic(
                        .webhookRoute,
                        "`route` is for webhooks of level APP; here the registration says the installation",
                        at: route.channel.span)
                ]
            case (.app, let route?):
                guard case .swiftType = webhook.payload else {
                    return [
                        Diagnostic(
                            .webhookRoute, "`by: PAYLOAD` needs a Swift type as `payload`, which yields the identifier",
                            at: route.channel.span)
                    ]
                }
                return []
            case (.installation, nil): return []
            }
        }
    }
}
