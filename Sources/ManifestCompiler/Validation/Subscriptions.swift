/// A subscription fits its webhook, and what keeps its id belongs to the same owner.
struct Subscriptions: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        input.manifest.subscriptions.flatMap { subscription -> [Diagnostic] in
            guard let webhook = input.manifest.webhooks[subscription.webhook.handle], webhook.knows("level"),
                subscription.knows("webhook", "per", "store")
            else { return [] }
            var found: [Diagnostic] = []
            let declared = [Diagnostic.Note("declared here", at: webhook.span)]
            if webhook.level == .action {
                found.append(
                    Diagnostic(
                        .subscriptionLevel,
                        "`\(webhook.handle)` is registered by handlers, one by one, and cannot be subscribed to",
                        at: subscription.webhook.span, notes: declared))
            }
            if webhook.level == .app, let model = subscription.model {
                found.append(
                    Diagnostic(
                        .subscriptionLevel,
                        "`\(webhook.handle)` is registered once for the app; `per` needs one of level INSTALLATION",
                        at: model.span, notes: declared))
            }
            if webhook.level == .app, subscription.model == nil, let store = subscription.store {
                found.append(
                    Diagnostic(
                        .subscriptionLevel, "a subscription of level APP belongs to no installation that could keep its id",
                        at: store.span, notes: declared))
            }
            return found
        }
    }
}
