extension PlatformConfig {
    func variables(_ variables: Declarations<EnvironmentVariable>) -> ExportedObject {
        var result = ExportedObject()
        for variable in variables { result.set(variable.handle, self.variable(variable)) }
        return result
    }

    private func variable(_ variable: EnvironmentVariable) -> JSONTree {
        var object = ExportedObject()
        object.set("label", label(variable))
        object.set("scope", variable.scope.rawValue)
        if variable.scope == .install {
            // What nobody is asked for is there after the installation only.
            let isAsked = variable.source == .user && variable.storingConnections.isEmpty
            object.set("installPhase", isAsked ? variable.phase.platformWord : "post_install")
        }
        object.set("required", .boolean(variable.isRequired))
        object.set("visibility", variable.visibility.platformWord)
        object.set("default", variable.defaultValue.map(\.plainText))
        object.set("description", variable.description)
        object.set("placeholder", variable.placeholder ?? variable.example?.plainText)
        object.set(extensions: variable.heading.extensions)
        return object.json
    }

    /// Those that the platform calls. It asks `install` for the dialog of a connection by OAuth, which the runtime answers
    /// also where no hook is written.
    var hooks: ExportedObject {
        var result = exported(manifest.hooks.filter(\.kind.isPlatforms))
        if !manifest.hooks.contains(where: { $0.kind == .install }),
            manifest.connections.contains(where: { $0.kind == .oauth2 }) {
            var object = ExportedObject()
            object.set("description", "Answers the address of the provider's dialog.")
            result.set(HookDeclaration.Kind.install.rawValue, object.json)
        }
        return result
    }

    /// Those that the runtime alone has an occasion for.
    var ownHooks: ExportedObject { exported(manifest.hooks.filter { !$0.kind.isPlatforms }) }

    private func exported(_ hooks: [HookDeclaration]) -> ExportedObject {
        var result = ExportedObject()
        for hook in hooks {
            var object = ExportedObject()
            object.set("description", hook.description)
            object.set("timeout", hook.timeout)
            object.set(extensions: hook.heading.extensions)
            result.set(hook.kind.rawValue, object.json)
        }
        return result
    }
}

extension HookDeclaration.Kind {
    fileprivate var isPlatforms: Bool {
        switch self {
        case .install, .oauthCallback, .provision, .uninstall, .setupRevalidate: true
        case .media, .connectionCheck: false
        }
    }
}
