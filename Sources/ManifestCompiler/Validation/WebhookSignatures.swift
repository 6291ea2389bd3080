/// A signature has what its style needs; its secrets and the challenge's token are in reach and encrypted.
struct WebhookSignatures: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for webhook in input.manifest.webhooks {
            let signature = webhook.signature
            if webhook.knows("signature"), input.isRead(signature.span) { parts(webhook, &found) }
            for reference in signature.secrets { secret(reference, webhook, input, &found) }
            if let challenge = webhook.challenge {
                secret(challenge.token, webhook, input, &found)
                if !webhook.methods.contains(.get), webhook.knows("methods") {
                    found.append(
                        Diagnostic(
                            .webhookMethods, "a HUB challenge is a GET; add GET to `methods`", at: challenge.token.span)
                    )
                }
            }
        }
        return found
    }

    private func parts(_ webhook: WebhookDeclaration, _ found: inout [Diagnostic]) {
        let signature = webhook.signature
        if signature.style == .none {
            found.append(
                Diagnostic(
                    .webhookUnsigned, "anybody who knows its address can send to webhook `\(webhook.handle)`",
                    at: signature.span, help: ["check a signature if the provider has one"]))
            if !signature.secrets.isEmpty || signature.header != nil {
                found.append(
                    Diagnostic(.webhookSignature, "style NONE has no `header` and no `secret`", at: signature.span))
            }
            return
        }
        for (key, isMissing) in [("header", signature.header == nil), ("secret", signature.secrets.isEmpty)]
        where isMissing {
            found.append(
                Diagnostic(
                    .webhookSignature, "a signature of style \(signature.style.rawValue) needs the key `\(key)`",
                    at: signature.span.lowerBound))
        }
    }

    private func secret(
        _ reference: Reference, _ webhook: WebhookDeclaration, _ input: RuleInput, _ found: inout [Diagnostic]
    ) {
        guard let variable = input.manifest.environmentVariable(reference.handle) else { return }
        let declared = Diagnostic.Note("declared here", at: variable.span)
        if variable.visibility != .encrypted, variable.knows("visibility") {
            found.append(
                Diagnostic(
                    .webhookSecret, "a secret is kept in `\(variable.handle)`, which is not encrypted",
                    at: reference.span,
                    notes: [declared]))
        }
        if variable.scope == .install, webhook.level == .app {
            found.append(
                Diagnostic(
                    .webhookSecret,
                    "`\(variable.handle)` belongs to an installation, and a webhook of level APP has none yet",
                    at: reference.span, notes: [declared]))
        }
    }
}
