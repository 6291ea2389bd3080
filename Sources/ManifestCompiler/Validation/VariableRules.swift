/// Variables: each name in one scope, and required ones say what they are for.
struct VariableRules: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        let environment = input.manifest.environment
        var found: [Diagnostic] = []
        for variable in environment.install {
            guard let other = environment.provision[variable.handle] else { continue }
            found.append(
                Diagnostic(
                    .handleTaken, "variable `\(variable.handle)` is declared in both scopes", at: variable.span,
                    notes: [.init("first declared here", at: other.span)]))
        }
        for variable in environment.provision.map(\.self) + environment.install.map(\.self)
        where variable.isRequired && variable.description == nil && variable.knows("description") {
            found.append(
                Diagnostic(
                    .envDescription, "`\(variable.handle)` is required and does not say what it is for",
                    at: variable.span,
                    help: ["add a `description`: it is shown when the variable is missing"]))
        }
        for variable in environment.provision.map(\.self) + environment.install.map(\.self)
        where variable.isRequired && variable.knows("required", "description") && Self.saysOptional(variable) {
            found.append(
                Diagnostic(
                    .envDescription,
                    "`\(variable.handle)` is required, and its description says that it is optional",
                    at: variable.span, help: ["remove `required`, or say in the description what it is needed for"]))
        }
        return found
    }

    private static func saysOptional(_ variable: EnvironmentVariable) -> Bool {
        let description = variable.description?.lowercased() ?? ""
        return description.hasPrefix("optional") || description.contains("(optional)")
    }
}
