extension GenerationContext {
    /// The bounds of a field that its Swift type does not say, as `ValueCheck`s.
    ///
    /// - Parameter options: Whether the options are one of them; models' descriptors list those on their own.
    func checks(of blueprint: FieldBlueprint, options: Bool) -> [SwiftExpression] {
        let source = blueprint.source
        var elementChecks = translateBounds(source.format, source.constraints, source.type.element)
        if options, let name = blueprint.optionsEnum {
            elementChecks.append(.call(".options", [SwiftArgument(nil, allValues(of: name))]))
        }
        if options, let pattern = blueprint.scalar?.textPattern {
            elementChecks.append(.call(".pattern", [SwiftArgument(nil, .string(pattern))]))
        }
        guard blueprint.isList else { return elementChecks }
        let constraints = blueprint.field.type.isList ? blueprint.field.constraints : source.constraints
        var checks: [SwiftExpression] = []
        if let minimum = constraints.minimumItems { checks.append(.code(".minimumItems(\(minimum))")) }
        if let maximum = constraints.maximumItems { checks.append(.code(".maximumItems(\(maximum))")) }
        if constraints.hasUniqueItems { checks.append(.code(".uniqueItems")) }
        if !elementChecks.isEmpty { checks.append(.call(".each", [SwiftArgument(nil, .array(elementChecks))])) }
        return checks
    }

    func checks(of variable: EnvironmentVariable) -> [SwiftExpression] {
        var checks = translateBounds(variable.format, variable.constraints, variable.type.element)
        if !variable.options.isEmpty {
            let values = SwiftExpression.array(variable.options.map { .string($0.value) })
            checks.append(.call(".options", [SwiftArgument(nil, values)]))
        }
        return checks
    }

    private func allValues(of optionsEnum: String) -> SwiftExpression {
        .code("\(optionsEnum).allCases.map(\\.rawValue)")
    }

    private func translateBounds(
        _ format: ValueFormat?, _ constraints: FieldConstraints, _ type: ValueType
    ) -> [SwiftExpression] {
        var checks: [SwiftExpression] = []
        if let format { checks.append(.code(".format(.\(format.swiftName))")) }
        if let pattern = constraints.pattern {
            checks.append(.call(".pattern", [SwiftArgument(nil, .string(pattern))]))
        }
        if let length = constraints.minimumLength { checks.append(.code(".minimumLength(\(length))")) }
        if let length = constraints.maximumLength { checks.append(.code(".maximumLength(\(length))")) }
        if type.scalar?.isNumeric == true {
            if let bound = constraints.minimum?.number { checks.append(.code(".minimum(\(bound))")) }
            if let bound = constraints.maximum?.number { checks.append(.code(".maximum(\(bound))")) }
        }
        return checks
    }
}

extension ScalarType {
    /// What the text of a scalar looks like that is text in Swift: advertised in schemas, checked where input is read.
    var textPattern: String? {
        switch self {
        case .decimal: #"^-?\d+(\.\d+)?$"#
        case .date: #"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"#
        case .time: #"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$"#
        default: nil
        }
    }
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
