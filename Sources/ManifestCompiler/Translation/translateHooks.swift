extension GenerationContext {
    /// The hooks, with the label under which they are registered.
    var handledHooks: [(hook: HookDeclaration, label: String, handler: String)] {
        manifest.hooks.map { hook in
            switch hook.kind {
            case .oauthCallback: (hook, "oauthCallback", "OAuthCallbackHandler")
            case .provision: (hook, "provision", "ProvisionHandler")
            case .uninstall: (hook, "uninstall", "UninstallHandler")
            case .install: (hook, "install", "InstallHandler")
            case .setupRevalidate: (hook, "setupRevalidate", "SetupRevalidateHandler")
            case .media: (hook, "media", "MediaHandler")
            case .connectionCheck: (hook, "connectionCheck", "ConnectionCheckHandler")
            }
        }
    }

    /// Connections whose credentials a handler tries, with its time limit.
    var credentialChecks: [(connection: ConnectionDeclaration, timeout: ManifestDuration)] {
        manifest.connections.compactMap { connection in
            connection.credentials?.checkTimeout.map { (connection, $0) }
        }
    }

    /// `Hooks.swift`: an enum a hook, to be extended with its handler.
    func translateHooks() -> SwiftFile {
        let hooks = handledHooks.map { hook, _, handler in
            var members: [SwiftDeclaration] = []
            if hook.kind == .install {
                members.append(.alias(name: "Values", type: hookValues.isEmpty ? "NoHookValues" : hookValuesType))
            }
            return handled(
                names.hook(hook.kind), handler, Self.documentation(of: hook, path: "hooks.\(hook.handle)"), members)
        }
        let checks = credentialChecks.map { connection, _ in
            handled(
                names.check(connection.handle), "CredentialCheckHandler",
                Self.documentation(
                    "Tries what the user has typed in, before it is kept.",
                    path: "connections.\(connection.handle).check"), [])
        }
        return file(hooks + checks)
    }

    private func handled(
        _ name: String, _ handler: String, _ documentation: SwiftDocumentation, _ members: [SwiftDeclaration]
    ) -> SwiftDeclaration {
        .type(
            SwiftTypeDeclaration(
                documentation: documentation + [
                    "Handler: `\(handlerPath("Hooks", name))`, which conforms to `\(handler)`."
                ], keyword: .enum, name: name, conformances: ["Sendable"],
                members: [.alias(name: "Owner", type: names.integration)] + members))
    }

    /// How long a hook may take when the manifest does not say.
    func timeout(of hook: HookDeclaration) -> SwiftExpression {
        duration(hook.timeout, default: hook.kind == .provision ? 300_000 : 60_000)
    }
}
