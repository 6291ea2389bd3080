/// Formats, normalising, coercions and file rules fit the type.
struct FieldFormats: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for placed in input.fields where !placed.type.isUnknown {
            let field = placed.field
            let scalar = placed.type.element.scalar
            if field.format != nil || field.normalization != nil || !field.coercions.isEmpty {
                let what = field.format != nil ? "format" : field.normalization != nil ? "normalize" : "coerce"
                if scalar != .string {
                    found.append(
                        Diagnostic(
                            .formatType, "`\(what)` is for STRING, and `\(field.handle)` is \(field.type.spelling)",
                            at: field.span))
                }
            }
            let isFile = scalar == .file || scalar == .image
            if !isFile, !field.acceptedTypes.isEmpty || field.maximumSize != nil {
                let what = field.acceptedTypes.isEmpty ? "max_size" : "accept"
                found.append(
                    Diagnostic(
                        .formatType, "`\(what)` is for FILE and IMAGE, and `\(field.handle)` is \(field.type.spelling)",
                        at: field.span))
            }
        }
        let environment = input.manifest.environment
        for variable in environment.provision.map(\.self) + environment.install.map(\.self)
        where variable.format != nil && variable.type.element.scalar != .string
            && !variable.type.isUnknown
        {
            found.append(
                Diagnostic(
                    .formatType, "`format` is for STRING, and `\(variable.handle)` is \(variable.type.spelling)",
                    at: variable.span))
        }
        return found
    }
}
