/// A signature has what its style needs and nothing that it does not use; its secrets and the challenge's token are in
/// reach and encrypted.
struct WebhookSignatures: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for webhook in input.manifest.webhooks {
            let signature = webhook.signature
            if webhook.knows("signature"), input.isRead(signature.span) {
                keys(webhook, &found)
                SignedParts(webhook: webhook).check(&found)
            }
            for reference in signature.secrets { secret(reference, webhook, input, &found) }
            if let challenge = webhook.challenge { check(challenge, webhook, input, &found) }
        }
        return found
    }

    // MARK: Keys

    private func keys(_ webhook: WebhookDeclaration, _ found: inout [Diagnostic]) {
        let signature = webhook.signature
        let style = signature.style
        if style == .none {
            found.append(
                Diagnostic(
                    .webhookUnsigned, "anybody who knows its address can send to webhook `\(webhook.handle)`",
                    at: signature.span, help: ["check a signature if the provider has one"]))
        }
        for (key, span) in signature.written.sorted(by: { $0.value < $1.value })
        where key != "style" && !style.keys.contains(key) {
            let article = style == .none ? "style NONE" : "a signature of style \(style.rawValue)"
            found.append(Diagnostic(.webhookSignature, "\(article) has no `\(key)`", at: span))
        }
        for key in style.requiredKeys where signature.written[key] == nil {
            guard key != "header" || signature.written["from"] == nil else { continue }
            found.append(
                Diagnostic(
                    .webhookSignature, "a signature of style \(style.rawValue) needs the key `\(key)`",
                    at: signature.span.lowerBound))
        }
        if let span = signature.written["from"], signature.written["header"] != nil {
            found.append(
                Diagnostic(.webhookSignature, "`header: X` is short for `from: header.X`; only one is written", at: span))
        }
        if let span = signature.written["tolerance"], signature.timestamp == nil, style != .standardWebhooks {
            found.append(
                Diagnostic(.webhookSignature, "`tolerance` needs `timestamp`: where the time of signing is", at: span))
        }
        if let span = signature.written["nonce"], signature.tolerance == nil {
            found.append(
                Diagnostic(
                    .webhookSignature, "`nonce` needs `tolerance`: it is remembered for twice as long", at: span))
        }
    }

    // MARK: Secrets

    private func check(
        _ challenge: WebhookChallenge, _ webhook: WebhookDeclaration, _ input: RuleInput, _ found: inout [Diagnostic]
    ) {
        guard input.isRead(challenge.span) else { return }
        if let token = challenge.token { secret(token, webhook, input, &found) }
        switch challenge.style {
        case .hub:
            guard let token = challenge.token else {
                found.append(
                    Diagnostic(
                        .webhookSignature, "a HUB challenge needs the key `token`", at: challenge.span.lowerBound))
                return
            }
            if !webhook.methods.contains(.get), webhook.knows("methods") {
                found.append(
                    Diagnostic(
                        .webhookMethods, "a HUB challenge is a GET; add GET to `methods`", at: token.name.span))
            }
        case .unsigned:
            if let token = challenge.token {
                found.append(
                    Diagnostic(.webhookSignature, "an UNSIGNED challenge has no `token`", at: token.name.span))
            }
            if webhook.signature.style == .none, webhook.knows("signature") {
                found.append(
                    Diagnostic(
                        .webhookSignature, "an UNSIGNED challenge needs a signature that other requests have",
                        at: challenge.span.lowerBound))
            }
        }
    }

    private func secret(
        _ reference: SecretReference, _ webhook: WebhookDeclaration, _ input: RuleInput, _ found: inout [Diagnostic]
    ) {
        let span = reference.name.span
        guard reference.place == .variable else {
            guard let field = webhook.registration[reference.name.handle] else { return }
            if field.visibility != .encrypted, field.knows("visibility") {
                found.append(
                    Diagnostic(
                        .webhookSecret, "a secret is kept in `\(field.handle)`, which is not encrypted", at: span,
                        notes: [.init("declared here", at: field.span)]))
            }
            return
        }
        guard let variable = input.manifest.environmentVariable(reference.name.handle) else { return }
        let declared = Diagnostic.Note("declared here", at: variable.span)
        // A variable that sounds like a secret was reported for saying nothing.
        let isDoubtful = !variable.knows("visibility") || SecretNames.isSecret(variable.handle) && !variable.saysVisibility
        if variable.visibility != .encrypted, !isDoubtful {
            found.append(
                Diagnostic(
                    .webhookSecret, "a secret is kept in `\(variable.handle)`, which is not encrypted", at: span,
                    notes: [declared]))
        }
        if variable.scope == .install, webhook.level == .app {
            found.append(
                Diagnostic(
                    .webhookSecret,
                    "`\(variable.handle)` belongs to an installation, and a webhook of level APP has none yet",
                    at: span, notes: [declared]))
        }
    }
}

extension WebhookSignature.Style {
    /// Whether it signs a message of the author's choice.
    var signsMessage: Bool {
        switch self {
        case .hmacSHA1, .hmacSHA256, .hmacSHA512, .publicKey: true
        default: false
        }
    }

    /// The keys that it uses, `style` apart.
    fileprivate var keys: Set<String> {
        let place: Set<String> = ["header", "from", "prefix"]
        let message: Set<String> = place.union(["encoding", "over", "parse", "timestamp", "tolerance", "nonce"])
        return switch self {
        case .hmacSHA1, .hmacSHA256, .hmacSHA512: message.union(["secret"])
        case .publicKey: message.union(["algorithm", "key_id", "keys"])
        case .headerToken: place.union(["secret"])
        case .standardWebhooks: ["secret", "tolerance"]
        case .signedRequest, .twilio, .bearer, .basic: ["secret"]
        case .none: []
        }
    }

    fileprivate var requiredKeys: [String] {
        switch self {
        case .hmacSHA1, .hmacSHA256, .hmacSHA512, .headerToken: ["header", "secret"]
        case .publicKey: ["header", "algorithm"]
        case .signedRequest, .standardWebhooks, .twilio, .bearer, .basic: ["secret"]
        case .none: []
        }
    }
}
