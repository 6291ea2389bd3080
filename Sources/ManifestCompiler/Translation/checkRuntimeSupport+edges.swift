/// What is exported for the platform, and what the embedded runtime does not do by itself at the edges.
func checkEdgeSupport(_ manifest: Manifest) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func warn(_ message: String, at span: SourceSpan) {
        diagnostics.append(Diagnostic(.runtimeUnsupported, message, at: span))
    }
    for webhook in manifest.webhooks {
        if webhook.level == .action {
            warn(
                "the embedded runtime registers no webhooks of level ACTION, such as `\(webhook.handle)`",
                at: webhook.span)
        }
        // Level ACTION is not registered at all.
        for secret in webhook.signature.secrets
        where secret.place == .registration && webhook.level == .installation {
            warn(
                "the embedded runtime keeps no secrets of registrations, and refuses what `\(webhook.handle)` gets",
                at: secret.name.span)
        }
        if webhook.storesCallbacks, webhook.knows("store") {
            warn("the embedded runtime keeps nothing of a CALLBACK, whatever `store` says", at: webhook.span)
        }
        if !webhook.moments.isEmpty {
            warn("the embedded runtime does not tell `\(webhook.handle)` of its `lifecycle`", at: webhook.span)
        }
        if let retry = webhook.retry, !retry.keepsDeadLetters {
            warn("the embedded runtime keeps dead letters in any case", at: retry.policy.span)
        }
        if webhook.compliance != nil, webhook.mode == .webhook, webhook.knows("mode") {
            warn(
                "the embedded runtime has a part in `compliance` of mode CALLBACK only: `\(webhook.handle)` does it all",
                at: webhook.span)
        }
    }
    for subscription in manifest.subscriptions {
        warn(
            "the embedded runtime does not reconcile subscriptions; a provision hook can do what `\(subscription.handle)` says",
            at: subscription.span)
    }
    for connection in manifest.connections {
        if let span = connection.written["multiple"], connection.allowsSeveral {
            warn("the embedded runtime does not do what `multiple` asks for", at: span)
        }
        if connection.kind == .oauth2, connection.tokenURL == nil, connection.knows("token_url") {
            warn("the embedded runtime needs `token_url` to exchange the code", at: connection.span)
        }
        if connection.credentials?.checkTimeout != nil {
            warn(
                "the embedded runtime has no form for credentials: `\(connection.handle)` is checked by the platform only",
                at: connection.span)
        }
    }
    for hook in manifest.hooks {
        if [.install, .setupRevalidate].contains(hook.kind) {
            warn("the embedded runtime has no occasion for the hook `\(hook.handle)`", at: hook.span)
        }
        if let retry = hook.retry { warn("the embedded runtime does not repeat hooks", at: retry.span) }
    }
    for domain in manifest.outgoingDomains where domain.allowsPrivateAddresses || domain.allowsHTTP {
        warn(
            "the embedded runtime refuses private addresses and unencrypted HTTP whatever `outgoing_domains` says",
            at: domain.span)
    }
    return diagnostics
}
