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

    var hooks: ExportedObject {
        var result = ExportedObject()
        for hook in manifest.hooks {
            var object = ExportedObject()
            object.set("description", hook.description)
            object.set("timeout", hook.timeout)
            object.set(extensions: hook.heading.extensions)
            result.set(hook.kind.rawValue, object.json)
        }
        return result
    }
}
