extension GenerationContext {
    /// The bounds of a field that its Swift type does not say, as `ValueCheck`s.
    ///
    /// - Parameter options: Whether the options are one of them; models' descriptors list those on their own.
    func checks(of blueprint: FieldBlueprint, options: Bool) -> [SwiftExpression] {
        let source = blueprint.source
        if case .map(let value) = source.type { return mapChecks(value) }
        let elementChecks = elementChecks(of: source, options: options ? blueprint.optionsEnum : nil, isRead: options)
        guard blueprint.isList else { return elementChecks }
        let constraints = blueprint.field.type.isList ? blueprint.field.constraints : source.constraints
        var checks: [SwiftExpression] = []
        if let minimum = constraints.minimumItems { checks.append(.code(".minimumItems(\(minimum))")) }
        if let maximum = constraints.maximumItems { checks.append(.code(".maximumItems(\(maximum))")) }
        if constraints.hasUniqueItems { checks.append(.code(".uniqueItems")) }
        if !elementChecks.isEmpty { checks.append(.call(".each", [SwiftArgument(nil, .array(elementChecks))])) }
        return checks
    }

    /// - Parameter isRead: Whether a text that stands for another scalar is looked at here; a model's descriptor knows
    ///   its scalars.
    private func elementChecks(
        of source: FieldDeclaration, options: String?, isRead: Bool
    ) -> [SwiftExpression] {
        let scalar = source.type.element.scalar
        var checks = translateBounds(source, source.constraints, source.type.element)
        if let options { checks.append(.call(".options", [SwiftArgument(nil, allValues(of: options))])) }
        if isRead, let pattern = scalar?.checkedPattern {
            checks.append(.call(".pattern", [SwiftArgument(nil, .string(pattern))]))
        }
        if scalar == .file || scalar == .image { checks.append(fileCheck(of: source, isImage: scalar == .image)) }
        return checks
    }

    /// The values of a map that are those of another field have its bounds.
    private func mapChecks(_ value: ValueType) -> [SwiftExpression] {
        var source: FieldDeclaration?
        if case .field(let path) = value.element { source = manifest.field(at: path).map { manifest.origin(of: $0).field } }
        guard let source else {
            guard let pattern = value.element.scalar?.checkedPattern else { return [] }
            let check = SwiftExpression.call(".pattern", [SwiftArgument(nil, .string(pattern))])
            return [each(value.isList ? [each([check])] : [check])]
        }
        var checks = elementChecks(of: source, options: nil, isRead: true)
        if !source.options.isEmpty {
            checks.append(
                .call(".options", [SwiftArgument(nil, .array(source.options.map { .string($0.value) }))]))
        }
        guard !checks.isEmpty else { return [] }
        return [each(value.isList || source.type.isList ? [each(checks)] : checks)]
    }

    private func each(_ checks: [SwiftExpression]) -> SwiftExpression {
        .call(".each", [SwiftArgument(nil, .array(checks))])
    }

    private func fileCheck(of source: FieldDeclaration, isImage: Bool) -> SwiftExpression {
        let accepted = source.acceptedTypes.isEmpty && isImage ? ["image/*"] : source.acceptedTypes
        var arguments: [SwiftArgument] = []
        if !accepted.isEmpty { arguments.append(SwiftArgument("accepted", .array(accepted.map { .string($0) }))) }
        let size = source.maximumSize?.bytes ?? FieldDeclaration.usualMaximumSize
        arguments.append(SwiftArgument("maximumSize", .integer(size)))
        if source.acceptsInline { arguments.append(SwiftArgument("allowsInline", .boolean(true))) }
        return .call(".file", [SwiftArgument(nil, .call("FileRule", arguments))])
    }

    /// What is done to a field's value before it is checked, as `TextPreparation`s.
    func preparations(of source: FieldDeclaration) -> [SwiftExpression] {
        var preparations: [SwiftExpression] = []
        if !source.coercions.isEmpty {
            let scalars = source.coercions.map { SwiftExpression.code(".\($0)") }
            preparations.append(.call(".coerce", [SwiftArgument(nil, .array(scalars))]))
        }
        return preparations + textPreparations(of: source)
    }

    /// What is done to a text before it is checked.
    func textPreparations(of source: some RefinedText) -> [SwiftExpression] {
        var preparations: [SwiftExpression] = []
        switch source.normalization {
        case .trim: preparations.append(.code(".trim"))
        case .lower: preparations.append(.code(".lower"))
        case .e164: preparations.append(.code(".e164"))
        case .digits: preparations.append(.code(".digits"))
        case .origin: preparations.append(.code(".origin(allowsHTTP: \(source.allowsHTTPOrigin))"))
        case nil: break
        }
        if source.format == .localDatetime { preparations.append(.code(".localDateTime")) }
        return preparations
    }

    /// The bounds of a variable, or of what identifies a channel.
    ///
    /// - Parameter optionsEnum: The enum of its options, if it has one.
    func checks(ofText source: some RefinedText, optionsEnum: String? = nil) -> [SwiftExpression] {
        var checks = translateBounds(source.checkedFormat?.swiftName, source.constraints, source.type.element)
        if !source.options.isEmpty {
            let values = optionsEnum.map(allValues) ?? .array(source.options.map { .string($0.value) })
            checks.append(.call(".options", [SwiftArgument(nil, values)]))
        }
        return checks
    }

    private func allValues(of optionsEnum: String) -> SwiftExpression {
        .code("\(optionsEnum).allCases.map(\\.rawValue)")
    }

    private func translateBounds(
        _ source: FieldDeclaration, _ constraints: FieldConstraints, _ type: ValueType
    ) -> [SwiftExpression] {
        // With a zone beside it a time needs no offset; its Swift type checks the rest.
        let format = source.format == .dateOrDatetime && source.hasTimeZoneBeside ? nil : source.checkedFormat
        return translateBounds(format?.swiftName, constraints, type)
    }

    private func translateBounds(
        _ format: String?, _ constraints: FieldConstraints, _ type: ValueType
    ) -> [SwiftExpression] {
        var checks: [SwiftExpression] = []
        if let format { checks.append(.code(".format(.\(format))")) }
        if let pattern = constraints.pattern {
            checks.append(.call(".pattern", [SwiftArgument(nil, .string(pattern))]))
        }
        if let length = constraints.minimumLength { checks.append(.code(".minimumLength(\(length))")) }
        if let length = constraints.maximumLength { checks.append(.code(".maximumLength(\(length))")) }
        for (bound, isLower) in [(constraints.minimum, true), (constraints.maximum, false)] {
            guard let bound else { continue }
            switch (type.scalar, bound) {
            case (.decimal, _):
                guard let number = bound.number else { continue }
                checks.append(check(isLower ? ".minimumDecimal" : ".maximumDecimal", .string(number)))
            case (.integer, _), (.number, _):
                guard let number = bound.number else { continue }
                checks.append(.code("\(isLower ? ".minimum" : ".maximum")(\(number))"))
            case (_, .text(let text)): checks.append(check(isLower ? ".earliest" : ".latest", .string(text)))
            default: continue
            }
        }
        return checks
    }

    private func check(_ name: String, _ bound: SwiftExpression) -> SwiftExpression {
        .call(name, [SwiftArgument(nil, bound)])
    }
}

extension ScalarType {
    /// What is checked where input is read into Swift's `String`, which takes any text.
    var checkedPattern: String? { self == .date || self == .time ? textPattern : nil }

    /// What the text of a scalar looks like, for schemas.
    var textPattern: String? {
        switch self {
        case .decimal: #"^-?(0|[1-9]\d*)(\.\d+)?$"#
        case .date: #"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"#
        case .time: #"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$"#
        default: nil
        }
    }
}

extension FieldDeclaration {
    /// 10MB.
    static let usualMaximumSize: Int64 = 10 << 20
}

extension ManifestValue {
    /// The number as it is written, if it is one.
    var number: String? {
        switch self {
        case .integer(let value): String(value)
        case .decimal(let text): text
        default: nil
        }
    }
}

extension ValueFormat {
    /// The case of IntegrationKit's `ValueFormat`.
    var swiftName: String {
        switch self {
        case .httpsURL: "httpsURL"
        case .localDatetime: "localDatetime"
        case .dateOrDatetime: "dateOrDatetime"
        default: rawValue
        }
    }
}
