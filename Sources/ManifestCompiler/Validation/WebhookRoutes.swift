/// A webhook of level APP says how events find a channel; others need no route.
struct WebhookRoutes: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        input.manifest.webhooks.flatMap { webhook -> [Diagnostic] in
            guard webhook.knows("level", "route", "payload") else { return [] }
            guard let route = webhook.route else { return missing(webhook) }
            guard webhook.level == .app else {
                return [
                    Diagnostic(
                        .webhookRoute,
                        "`route` is for webhooks of level APP; here the registration says the installation",
                        at: route.channel.span)
                ]
            }
            switch route.source {
            case .payload:
                guard case .swiftType = webhook.payload else {
                    return [
                        Diagnostic(
                            .webhookRoute, "`by: PAYLOAD` needs a Swift type as `payload`, which yields the identifier",
                            at: route.sourceSpan,
                            help: ["or say where the identifier is: by: json.recipient"])
                    ]
                }
                return []
            case .request(let source): return check(source, at: route.sourceSpan, webhook)
            }
        }
    }

    /// Duties concern an account and no channel; their payload finds the installation by itself.
    private func missing(_ webhook: WebhookDeclaration) -> [Diagnostic] {
        guard webhook.level == .app, webhook.compliance == nil, webhook.mode == .webhook, webhook.knows("mode") else {
            return []
        }
        return [
            Diagnostic(
                .webhookRoute, "webhook `\(webhook.handle)` of level APP needs `route`: how events find a channel",
                at: webhook.span, help: ["add route: { channel: …, by: PAYLOAD }"])
        ]
    }

    private func check(_ source: RequestSource, at span: SourceSpan, _ webhook: WebhookDeclaration) -> [Diagnostic] {
        let wanted: [WebhookDeclaration.BodyKind]? =
            switch source.kind {
            case .form: [.form, .multipart]
            case .json: [.json]
            default: nil
            }
        guard source.kind != .parsed else {
            return [Diagnostic(.webhookRoute, "`parsed` belongs to a signature", at: span)]
        }
        guard let wanted, webhook.knows("body"), !wanted.contains(webhook.body) else { return [] }
        return [
            Diagnostic(
                .webhookRoute, "`\(source.text)` does not fit `body: \(webhook.body.rawValue)`", at: span)
        ]
    }
}
