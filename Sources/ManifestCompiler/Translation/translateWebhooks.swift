extension GenerationContext {
    /// `Webhooks.swift`: an enum a webhook.
    func translateWebhooks() -> SwiftFile {
        let modules = manifest.webhooks.compactMap(\.payloadModule)
        return file(
            manifest.webhooks.map { .type(translateWebhook($0)) }, importing: Array(Set(modules)).sorted())
    }

    private func translateWebhook(_ webhook: WebhookDeclaration) -> SwiftTypeDeclaration {
        let name = names.webhook(webhook.handle)
        var documentation = Self.documentation(of: webhook, path: "webhooks.\(webhook.handle)")
        documentation.append("Handler: `\(handlerPath("Webhooks", name))`")
        var members: [SwiftDeclaration] = [.alias(name: "Owner", type: names.integration)]
        if case .swiftType(let type, _) = webhook.payload { members.append(.alias(name: "Payload", type: type)) }
        members.append(.property(SwiftProperty(isStatic: true, name: "descriptor", value: descriptor(of: webhook))))
        return SwiftTypeDeclaration(
            documentation: documentation, keyword: .enum, name: name, conformances: ["Webhook"], members: members)
    }

    private func descriptor(of webhook: WebhookDeclaration) -> SwiftExpression {
        let route = webhook.route.map { route in
            SwiftExpression.call(".init", [SwiftArgument("channel", .string(route.channel.handle))])
        }
        let challenge = webhook.challenge.map { challenge in
            SwiftExpression.call(".hub", [SwiftArgument("token", .string(challenge.token.handle))])
        }
        return .call(
            "WebhookDescriptor",
            [
                SwiftArgument("handle", .string(webhook.handle)),
                SwiftArgument("label", .string(names.label(webhook))),
                SwiftArgument("description", .string(webhook.description ?? "")),
                SwiftArgument("methods", .array(webhook.methods.map { .string($0.rawValue) })),
                SwiftArgument("level", .code(".\(webhook.level)")),
                SwiftArgument("signature", signature(of: webhook.signature)),
                SwiftArgument("challenge", challenge ?? .none),
                SwiftArgument("route", route ?? .none),
                SwiftArgument("maximumBodySize", size(webhook.maximumBody?.bytes ?? 1 << 20)),
            ])
    }

    private func signature(of signature: WebhookSignature) -> SwiftExpression {
        let digest: String
        switch signature.style {
        case .hmacSHA1: digest = ".sha1"
        case .hmacSHA256: digest = ".sha256"
        case .hmacSHA512: digest = ".sha512"
        case .headerToken, .none: return .code(".none")
        }
        return .call(
            ".hmac",
            [
                SwiftArgument(nil, .code(digest)), SwiftArgument("header", .string(signature.header ?? "")),
                SwiftArgument("prefix", .string(signature.prefix)),
                SwiftArgument("encoding", .code(".\(signature.encoding)")),
                SwiftArgument("secrets", .array(signature.secrets.map { .string($0.handle) })),
            ])
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
