extension GenerationContext {
    /// The hooks that have a handler, with the label under which they are registered.
    var handledHooks: [(hook: HookDeclaration, label: String, handler: String)] {
        manifest.hooks.compactMap { hook in
            switch hook.kind {
            case .oauthCallback: (hook, "oauthCallback", "OAuthCallbackHandler")
            case .provision: (hook, "provision", "ProvisionHandler")
            case .uninstall: (hook, "uninstall", "UninstallHandler")
            case .install, .setupRevalidate: nil
            }
        }
    }

    /// `Hooks.swift`: an enum a hook, to be extended with its handler.
    func translateHooks() -> SwiftFile {
        file(
            handledHooks.map { hook, _, handler in
                let name = names.hook(hook.kind)
                var documentation = Self.documentation(of: hook, path: "hooks.\(hook.handle)")
                documentation.append("Handler: `\(handlerPath("Hooks", name))`, which conforms to `\(handler)`.")
                return .type(
                    SwiftTypeDeclaration(
                        documentation: documentation, keyword: .enum, name: name, conformances: ["Sendable"],
                        members: [.alias(name: "Owner", type: names.integration)]))
            })
    }

    /// How long a hook may take when the manifest does not say.
    func timeout(of hook: HookDeclaration) -> SwiftExpression {
        duration(hook.timeout, default: hook.kind == .provision ? 300_000 : 60_000)
    }
}
