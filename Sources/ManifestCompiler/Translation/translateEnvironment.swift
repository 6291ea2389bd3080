extension GenerationContext {
    /// `Environment.swift`: the variables of both scopes, typed.
    func translateEnvironment() -> SwiftFile {
        let provision = translateScope(
            "Provision", manifest.environment.provision, path: "env.provision",
            documentation: "Set by the developer, the same for all installations of a version.")
        let install = translateScope(
            "Install", manifest.environment.install, path: "env.install", documentation: "One value an installation.")
        let environment = SwiftTypeDeclaration(
            documentation: ["The settings of one installation."], keyword: .struct, name: "Environment",
            conformances: ["IntegrationEnvironment"],
            members: [
                .property(SwiftProperty(name: "provision", type: "Provision")),
                .property(SwiftProperty(name: "install", type: "Install")),
            ])
        return file([
            .type(extensionOfIntegration([.type(environment)])),
            .type(
                SwiftTypeDeclaration(
                    keyword: .extension, name: "\(names.integration).Environment",
                    members: [.type(provision), .type(install)])),
        ] + installHelpers())
    }

    // MARK: What hooks may set, and what errors may be about

    /// Variables that the install hook gives.
    var hookValues: [EnvironmentVariable] {
        manifest.environment.install.filter { $0.source == .hook && $0.storingConnections.isEmpty }
    }

    var hookValuesType: String { "\(names.integration).Environment.Install.Hook" }

    private func installHelpers() -> [SwiftDeclaration] {
        let asked = manifest.environment.install.filter { $0.source == .user && $0.storingConnections.isEmpty }
        let needsFields = !asked.isEmpty && (manifest.hooks["install"] != nil || !credentialChecks.isEmpty)
        var members: [SwiftDeclaration] = []
        if !hookValues.isEmpty { members.append(.type(translateHookValues())) }
        if needsFields {
            members.append(
                .type(
                    SwiftTypeDeclaration(
                        documentation: ["The variables that a user gives, for errors that are about one of them."],
                        keyword: .enum, name: "Field", conformances: ["String", "InstallField"],
                        members: asked.map { variable in
                            .enumCase(
                                SwiftEnumCase(name: names.variable(variable.handle), rawValue: variable.handle))
                        })))
        }
        guard !members.isEmpty else { return [] }
        return [
            .type(
                SwiftTypeDeclaration(
                    keyword: .extension, name: "\(names.integration).Environment.Install", members: members))
        ]
    }

    private func translateHookValues() -> SwiftTypeDeclaration {
        let properties = hookValues.map { variable in
            SwiftDeclaration.property(
                SwiftProperty(
                    isVariable: true, name: names.variable(variable.handle), type: type(of: variable)))
        }
        var body: [SwiftStatement] = [.variable("values", type: "[String: String?]", .dictionary([]))]
        body += hookValues.map { variable in
            let name = SwiftExpression.code(SwiftKeywords.escaped(names.variable(variable.handle)))
            let isOptional = !variable.isAlwaysSet
            let text = isOptional
                ? SwiftExpression.member(name, "environmentText", isOptional: true) : .member(name, "environmentText")
            return .expression(
                .call("values.updateValue", [SwiftArgument(nil, text), SwiftArgument("forKey", .string(variable.handle))]))
        }
        body.append(.return(.code("values")))
        return SwiftTypeDeclaration(
            documentation: ["What the install hook gives: the variables with `source: HOOK`."], keyword: .struct,
            name: "Hook", conformances: ["HookValues"],
            members: properties + [
                .property(SwiftProperty(name: "values", type: "[String: String?]", getter: body))
            ])
    }

    private func translateScope(
        _ name: String, _ variables: Declarations<EnvironmentVariable>, path: String, documentation: String
    ) -> SwiftTypeDeclaration {
        var members: [SwiftDeclaration] = variables.map { variable in
            .property(
                SwiftProperty(
                    documentation: Self.documentation(of: variable, path: "\(path).\(variable.handle)"),
                    name: names.variable(variable.handle), type: type(of: variable)))
        }
        members += variables.filter { !$0.options.isEmpty }.map { variable in
            translateOptions(
                variable.asField, path: "\(path).\(variable.handle)", conformances: ["EnvironmentConvertible"])
        }
        members += variables.map { variable in
            .property(
                SwiftProperty(
                    isPrivate: true, isStatic: true, name: names.variable(variable.handle) + "Variable",
                    value: description(of: variable)))
        }
        let all = variables.map { SwiftExpression.code(names.variable($0.handle) + "Variable") }
        members.append(
            .property(
                SwiftProperty(isStatic: true, name: "variables", type: "[EnvironmentVariable]", value: .array(all))))
        members.append(.function(initializer(variables)))
        return SwiftTypeDeclaration(
            documentation: [documentation], keyword: .struct, name: name, conformances: ["EnvironmentValues"],
            members: members)
    }

    /// The enum of its options, inside of the scope.
    private func optionsEnum(of variable: EnvironmentVariable) -> String? {
        variable.options.isEmpty ? nil : names.optionsEnum(variable.handle)
    }

    private func valueType(of variable: EnvironmentVariable) -> String {
        let type = optionsEnum(of: variable).map { variable.type.isList ? "[\($0)]" : $0 } ?? swiftType(variable.type)
        return variable.visibility == .encrypted ? "Secret<\(type)>" : type
    }

    private func type(of variable: EnvironmentVariable) -> String {
        valueType(of: variable) + (variable.isAlwaysSet ? "" : "?")
    }

    private func description(of variable: EnvironmentVariable) -> SwiftExpression {
        var arguments = [
            SwiftArgument("name", .string(variable.handle)),
            SwiftArgument("label", .string(variable.label ?? names.casing.label(variable.handle.lowercased()))),
        ]
        if let text = variable.description { arguments.append(SwiftArgument("description", .string(text))) }
        if variable.isRequired { arguments.append(SwiftArgument("isRequired", .boolean(true))) }
        if variable.visibility == .encrypted { arguments.append(SwiftArgument("isEncrypted", .boolean(true))) }
        if let value = variable.defaultValue {
            arguments.append(SwiftArgument("defaultValue", .string(value.environmentText)))
        }
        if let example = variable.example {
            arguments.append(SwiftArgument("example", .string(example.environmentText)))
        }
        let preparations = textPreparations(of: variable)
        if !preparations.isEmpty { arguments.append(SwiftArgument("preparations", .array(preparations))) }
        let checks = checks(ofText: variable, optionsEnum: optionsEnum(of: variable))
        if !checks.isEmpty { arguments.append(SwiftArgument("checks", .array(checks))) }
        if variable.source != .user || !variable.storingConnections.isEmpty {
            let source = variable.source == .user ? "oauth" : "\(variable.source)"
            arguments.append(SwiftArgument("source", .code(".\(source)")))
        }
        return .call("EnvironmentVariable", arguments)
    }

    private func initializer(_ variables: Declarations<EnvironmentVariable>) -> SwiftFunction {
        var body: [SwiftStatement] = []
        var needed: [SwiftExpression] = []
        for variable in variables {
            let name = names.variable(variable.handle)
            let function = variable.isAlwaysSet ? "required" : "optional"
            let value = SwiftExpression.code(
                "reader.\(function)(Self.\(name)Variable, as: \(valueType(of: variable)).self)")
            body.append(.constant(name, value))
            if variable.isAlwaysSet { needed.append(.code("let \(SwiftKeywords.escaped(name))")) }
        }
        if !variables.isEmpty {
            body.append(.guard(needed + [.code("reader.isComplete")], else: [.throw(.code("reader.failure()"))]))
        }
        body += variables.map { variable in
            let name = names.variable(variable.handle)
            return .assignment(.member(.code("self"), name), .code(SwiftKeywords.escaped(name)))
        }
        return SwiftFunction(
            name: "init", parameters: [.init(label: "from", name: "reader", type: "inout EnvironmentReader")],
            effects: ["throws(InvalidEnvironment)"], body: body)
    }
}

extension ManifestValue {
    /// How the value is written in an environment variable (ruling 46).
    fileprivate var environmentText: String {
        switch self {
        case .text(let text), .decimal(let text): text
        case .integer(let value): String(value)
        case .boolean(let value): value ? "true" : "false"
        case .list, .map: JSONTree(self).compactText
        }
    }
}
