/// Options are for STRING and lists of STRING, and each stands once.
struct FieldOptions: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for placed in input.fields where !placed.field.options.isEmpty {
            let isString = placed.field.type.isUnknown || placed.field.type.element == .scalar(.string)
            check(placed.field.options, placed.field.heading, isString, placed.field.format != nil, &found)
        }
        let environment = input.manifest.environment
        for variable in environment.provision.map(\.self) + environment.install.map(\.self)
        where !variable.options.isEmpty {
            let isString = variable.type.isUnknown || variable.type.element == .scalar(.string)
            check(variable.options, variable.heading, isString, variable.format != nil, &found)
        }
        return found
    }

    private func check(
        _ options: [OptionDeclaration], _ heading: Heading, _ isString: Bool, _ hasFormat: Bool,
        _ found: inout [Diagnostic]
    ) {
        guard isString else {
            found.append(
                Diagnostic(
                    .optionForbidden, "`\(heading.handle)` is not a STRING, so it has no options", at: options[0].span))
            return
        }
        if hasFormat {
            found.append(
                Diagnostic(.formatType, "`\(heading.handle)` has options, so it has no format", at: heading.span))
        }
        var first: [String: SourceSpan] = [:]
        for option in options {
            if let earlier = first[option.value] {
                found.append(
                    Diagnostic(
                        .optionDuplicate, "option `\(option.value)` stands twice", at: option.span,
                        notes: [.init("first here", at: earlier)]))
            } else {
                first[option.value] = option.span
            }
        }
    }
}
