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

extension GenerationContext {
    /// Templates in `spec` see `env`, without what is encrypted, and the instance that a subscription is for.
    func checkSubscriptions(_ templates: inout TemplateCompiler) {
        for subscription in manifest.subscriptions {
            var scope = TemplateScope()
            if case .namespace(var variables)? = navigationScope().entry("env", self) {
                // The platform fills specs in when an installation is complete.
                for name in variables.keys where manifest.environmentVariable(name)?.isAlwaysSet == true {
                    variables[name]?.isOptional = false
                }
                scope = scope.adding("env", .namespace(variables))
            }
            if let model = subscription.model {
                let record = TypedExpression(.code("record"), .model(model.handle))
                scope = scope.adding("record", manifest.models[model.handle] == nil ? .unknown : .value(record))
            }
            for template in subscription.templates { _ = templates.value(template, in: scope, for: .data) }
        }
    }
}
