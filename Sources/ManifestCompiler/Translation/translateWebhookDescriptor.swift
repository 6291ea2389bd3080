extension GenerationContext {
    /// The facts about a webhook; what is as usual is left out.
    func descriptor(of webhook: WebhookDeclaration) -> SwiftExpression {
        var arguments = [
            SwiftArgument("handle", .string(webhook.handle)),
            SwiftArgument("label", .string(names.label(webhook))),
            SwiftArgument("description", .string(webhook.description ?? "")),
            SwiftArgument("methods", .array(webhook.methods.map { .string($0.rawValue) })),
            SwiftArgument("level", .code(".\(webhook.level)")),
            SwiftArgument("signature", signature(webhook.signature)),
        ]
        if let challenge = webhook.challenge { arguments.append(SwiftArgument("challenge", self.challenge(challenge))) }
        if let route = webhook.route {
            arguments.append(
                SwiftArgument(
                    "route", .call(".init", [SwiftArgument("channel", .string(route.channel.handle))])))
        }
        if webhook.body != .json { arguments.append(SwiftArgument("body", .code(".\(webhook.body)"))) }
        arguments.append(SwiftArgument("maximumBodySize", size(webhook.maximumBody?.bytes ?? 1 << 20)))
        if webhook.keepsRequest { arguments.append(SwiftArgument("keepsRequest", .boolean(true))) }
        if let answer = webhook.answer { arguments.append(SwiftArgument("answer", fixed(answer, usual: 200))) }
        if let answer = webhook.answerOnFailure {
            arguments.append(SwiftArgument("answerOnFailure", fixed(answer, usual: 200)))
        }
        if let answer = webhook.answerOnRefusal {
            arguments.append(SwiftArgument("answerOnRefusal", fixed(answer, usual: 403)))
        }
        if !webhook.ignored.isEmpty {
            arguments.append(SwiftArgument("ignored", .array(webhook.ignored.map(ignored))))
        }
        let usual: Int64 = webhook.mode == .callback ? 10_000 : 30_000
        if webhook.timeout != nil || webhook.mode == .callback {
            arguments.append(SwiftArgument("timeout", duration(webhook.timeout, default: usual)))
        }
        if let retry = webhook.retry {
            var parts = [SwiftArgument("attempts", .integer(retry.policy.attempts))]
            if !retry.keepsDeadLetters { parts.append(SwiftArgument("keepsDeadLetters", .boolean(false))) }
            arguments.append(SwiftArgument("retry", .call(".init", parts)))
        }
        return .call("WebhookDescriptor", arguments)
    }

    private func challenge(_ challenge: WebhookChallenge) -> SwiftExpression {
        switch challenge.style {
        case .hub: .call(".hub", [SwiftArgument("token", challenge.token.map(secret) ?? .string(""))])
        case .unsigned: .call(".unsigned", [SwiftArgument(nil, fixed(challenge.answer, usual: 200))])
        }
    }

    private func fixed(_ answer: FixedAnswer, usual: Int) -> SwiftExpression {
        var arguments: [SwiftArgument] = []
        // Left out where it is what the type itself takes for granted.
        if (answer.status ?? usual) != 200 {
            arguments.append(SwiftArgument("status", .integer(answer.status ?? usual)))
        }
        if let type = answer.contentType { arguments.append(SwiftArgument("contentType", .string(type))) }
        if let body = answer.body { arguments.append(SwiftArgument("body", .string(body))) }
        return .call(".init", arguments)
    }

    private func ignored(_ request: IgnoredRequest) -> SwiftExpression {
        let conditions = request.conditions.map { condition in
            SwiftExpression.call(
                ".init",
                [SwiftArgument(nil, value(condition.source)), SwiftArgument(nil, .string(condition.value))])
        }
        return .call(".init", [SwiftArgument(nil, .array(conditions))])
    }

    /// A place in a request.
    func value(_ source: RequestSource) -> SwiftExpression {
        let name: SwiftExpression =
            source.kind == .json
            ? .array(source.name.split(separator: ".").map { .string(String($0)) }) : .string(source.name)
        return .call(".\(source.kind.rawValue)", [SwiftArgument(nil, name)])
    }

    // MARK: Signatures

    private func signature(_ signature: WebhookSignature) -> SwiftExpression {
        var arguments = [SwiftArgument(nil, style(signature))]
        if let source = signature.source { arguments.append(SwiftArgument("from", value(source))) }
        if !signature.prefix.isEmpty { arguments.append(SwiftArgument("prefix", .string(signature.prefix))) }
        if signature.style.signsMessage, signature.encoding != .hex {
            arguments.append(SwiftArgument("encoding", .code(".\(signature.encoding)")))
        }
        if let message = signature.message {
            arguments.append(SwiftArgument("over", .array(message.parts.map(part))))
        }
        if let split = signature.split { arguments.append(SwiftArgument("split", self.split(split))) }
        if let timestamp = signature.timestamp { arguments.append(SwiftArgument("timestamp", value(timestamp))) }
        let tolerance = signature.tolerance ?? (signature.style == .standardWebhooks ? ManifestDuration("5m") : nil)
        if let tolerance { arguments.append(SwiftArgument("tolerance", duration(tolerance, default: 0))) }
        if let nonce = signature.nonce { arguments.append(SwiftArgument("nonce", value(nonce))) }
        if !signature.secrets.isEmpty {
            arguments.append(SwiftArgument("secrets", .array(signature.secrets.map(secret))))
        }
        return .call(".init", arguments)
    }

    private func style(_ signature: WebhookSignature) -> SwiftExpression {
        switch signature.style {
        case .hmacSHA1: .code(".hmac(.sha1)")
        case .hmacSHA256: .code(".hmac(.sha256)")
        case .hmacSHA512: .code(".hmac(.sha512)")
        case .headerToken: .code(".token")
        case .publicKey: .call(".publicKey", [SwiftArgument(nil, publicKeys(signature))])
        case .signedRequest, .standardWebhooks, .twilio, .bearer, .basic, .none: .code(".\(signature.style)")
        }
    }

    private func publicKeys(_ signature: WebhookSignature) -> SwiftExpression {
        var arguments = [SwiftArgument(nil, .code(".\(signature.algorithm ?? .ed25519)"))]
        if let id = signature.keyID { arguments.append(SwiftArgument("keyID", value(id))) }
        let usual = WebhookSignature.PublicKeys()
        if signature.keys.cache != usual.cache {
            arguments.append(SwiftArgument("cache", duration(signature.keys.cache, default: 0)))
        }
        if !signature.keys.refetchesOnMiss { arguments.append(SwiftArgument("refetchesOnMiss", .boolean(false))) }
        if signature.keys.minimumInterval != usual.minimumInterval {
            arguments.append(SwiftArgument("minimumInterval", duration(signature.keys.minimumInterval, default: 0)))
        }
        return .call(".init", arguments)
    }

    private func part(_ part: SignedTemplate.Part) -> SwiftExpression {
        switch part {
        case .text(let text): .call(".text", [SwiftArgument(nil, .string(text))])
        case .name(let name):
            RequestSource(name.handle).map { .call(".value", [SwiftArgument(nil, value($0))]) }
                ?? .code(".\(name.handle)")
        }
    }

    private func split(_ split: SignedTemplate) -> SwiftExpression {
        guard split.text != "PAIRS" else { return .code(".pairs") }
        let parts = split.parts.map { part -> SwiftExpression in
            switch part {
            case .text(let text): .call(".text", [SwiftArgument(nil, .string(text))])
            case .name(let name): .call(".name", [SwiftArgument(nil, .string(name.handle))])
            }
        }
        return .call(".parts", [SwiftArgument(nil, .array(parts))])
    }

    private func secret(_ secret: SecretReference) -> SwiftExpression {
        switch secret.place {
        case .variable: .string(secret.name.handle)
        case .registration: .call(".registration", [SwiftArgument(nil, .string(secret.name.handle))])
        }
    }

    /// `3 * 1024 * 1024` reads better than `3145728`.
    private func size(_ bytes: Int64) -> SwiftExpression {
        var count = bytes
        var factors = ""
        while count >= 1024, count.isMultiple(of: 1024) {
            count /= 1024
            factors += " * 1024"
        }
        return .code("\(count)\(factors)")
    }
}

extension WebhookDeclaration {
    /// Whether its handler needs more of a request than the body.
    var keepsRequest: Bool {
        if mode == .callback { return false }
        guard case .swiftType = payload else { return true }
        if case .request? = route?.source { return true }
        return false
    }

    /// The duty that the runtime fulfils with its handler.
    var duty: Compliance? { mode == .callback ? compliance : nil }

    /// The module of the payload's Swift type, where it is named.
    var payloadModule: String? {
        guard case .swiftType(let type, _) = payload, let dot = type.firstIndex(of: ".") else { return nil }
        return String(type[..<dot])
    }
}
