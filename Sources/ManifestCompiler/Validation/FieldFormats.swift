/// Formats, normalising and coercions fit the type, and what refines them goes with them.
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
            found += formatKeys(field) + style(field)
        }
        let environment = input.manifest.environment
        for variable in environment.provision.map(\.self) + environment.install.map(\.self)
        where !variable.type.isUnknown {
            if variable.format != nil || variable.normalization != nil, variable.type.element.scalar != .string {
                let what = variable.format != nil ? "format" : "normalize"
                found.append(
                    Diagnostic(
                        .formatType, "`\(what)` is for STRING, and `\(variable.handle)` is \(variable.type.spelling)",
                        at: variable.span))
            }
            found += formatKeys(variable)
        }
        return found
    }

    /// Keys that say more about one format or normalisation, without it.
    private func formatKeys(_ field: some RefinedText) -> [Diagnostic] {
        guard field.knows("format", "normalize") else { return [] }
        let format = field.format
        let idle = [
            ("http", "format: url", field.allowsHTTP && format != .url),
            ("allow_http", "normalize: ORIGIN", field.allowsHTTPOrigin && field.normalization != .origin),
        ]
        var found = idle.filter(\.2).map { key, owner, _ in
            Diagnostic(.formatType, "`\(key)` goes with `\(owner)`, which `\(field.handle)` has not", at: field.span)
        }
        if let normalization = field.normalization, let format, !normalization.formats.contains(format) {
            found.append(
                Diagnostic(
                    .formatType,
                    "what `normalize: \(normalization.rawValue)` makes is never of the format `\(format.rawValue)`",
                    at: field.span))
        }
        return found
    }

    private func style(_ field: FieldDeclaration) -> [Diagnostic] {
        guard field.knows("format"), field.localDatetimeStyle != .letter, field.format != .localDatetime else { return [] }
        return [
            Diagnostic(
                .formatType, "`style` goes with `format: local_datetime`, which `\(field.handle)` has not", at: field.span)
        ]
    }
}

extension Normalization {
    /// The formats that a text can have after it.
    fileprivate var formats: Set<ValueFormat> {
        switch self {
        case .trim: Set(ValueFormat.allCases)
        case .lower: Set(ValueFormat.allCases).subtracting([.country, .currency])
        case .origin: [.url, .httpsURL]
        case .e164: [.phone]
        case .digits: [.json]
        }
    }
}
