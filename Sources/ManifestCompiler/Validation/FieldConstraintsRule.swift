/// Bounds fit the type and are the right way round; patterns are closed.
struct FieldConstraintsRule: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for placed in input.fields where !placed.type.isUnknown {
            check(placed.field.constraints, placed.field.heading, placed.type, input.manifest, &found)
            unique(placed.field, placed.type, &found)
        }
        let environment = input.manifest.environment
        for variable in environment.provision.map(\.self) + environment.install.map(\.self)
        where !variable.type.isUnknown {
            check(variable.constraints, variable.heading, variable.type, input.manifest, &found)
        }
        return found
    }

    private func check(
        _ constraints: FieldConstraints, _ heading: Heading, _ type: ValueType, _ manifest: Manifest,
        _ found: inout [Diagnostic]
    ) {
        guard constraints != FieldConstraints() else { return }
        let scalar = type.element.scalar
        func wrong(_ keys: String, _ types: String) {
            found.append(
                Diagnostic(
                    .constraintType, "\(keys) are for \(types), and `\(heading.handle)` is \(type.spelling)",
                    at: heading.span))
        }
        if constraints.minimumLength != nil || constraints.maximumLength != nil || constraints.pattern != nil,
            scalar?.isText != true
        {
            wrong("lengths and patterns", "texts")
        }
        if constraints.minimumItems != nil || constraints.maximumItems != nil || constraints.hasUniqueItems,
            !type.isList
        {
            wrong("numbers of items", "lists")
        }
        let bounds = [("min", constraints.minimum), ("max", constraints.maximum)].compactMap { key, bound in
            bound.map { (key, $0) }
        }
        if let scalar, scalar.isNumeric || [.date, .datetime, .time].contains(scalar) {
            let fitness = ValueFitness(manifest: manifest)
            for (key, bound) in bounds {
                if let problem = fitness.problem(bound, as: .scalar(scalar), options: []) {
                    found.append(
                        Diagnostic(.constraintType, "`\(key)` of `\(heading.handle)` \(problem)", at: heading.span))
                }
            }
        } else if !bounds.isEmpty {
            wrong("`min` and `max`", "numbers, dates and times")
        }
        order(constraints, heading, &found)
        if let pattern = constraints.pattern, let problem = PatternCheck.problem(pattern) {
            found.append(
                Diagnostic(.patternInvalid, "the pattern of `\(heading.handle)` \(problem)", at: heading.span))
        }
    }

    /// Values are compared byte for byte, which those of a list, an OBJECT or a sealed one cannot be.
    private func unique(_ field: FieldDeclaration, _ type: ValueType, _ found: inout [Diagnostic]) {
        guard field.isUnique else { return }
        let what =
            field.visibility == .encrypted
            ? "encrypted" : type.isList ? "a list" : type.scalar == .object ? "an OBJECT" : nil
        guard let what else { return }
        found.append(
            Diagnostic(
                .constraintType, "`unique` is for single values that are kept as they are, and `\(field.handle)` is \(what)",
                at: field.span))
    }

    private func order(_ constraints: FieldConstraints, _ heading: Heading, _ found: inout [Diagnostic]) {
        func report(_ low: String, _ high: String) {
            found.append(
                Diagnostic(.constraintRange, "`\(low)` of `\(heading.handle)` is above its `\(high)`", at: heading.span)
            )
        }
        if let low = constraints.minimumLength, let high = constraints.maximumLength, low > high {
            report("min_length", "max_length")
        }
        if let low = constraints.minimumItems, let high = constraints.maximumItems, low > high {
            report("min_items", "max_items")
        }
        let numbers = [constraints.minimum, constraints.maximum].map { value -> Double? in
            switch value {
            case .integer(let number)?: Double(number)
            case .decimal(let text)?: Double(text)
            default: nil
            }
        }
        if let low = numbers[0], let high = numbers[1], low > high { report("min", "max") }
        if case .text(let low)? = constraints.minimum, case .text(let high)? = constraints.maximum, low > high {
            report("min", "max")
        }
    }
}

/// A first look at a regular expression: brackets close, nothing is repeated that is not there, and the escapes
/// are ones that both ECMA-262 and Swift read.
enum PatternCheck {
    static func problem(_ pattern: String) -> String? {
        var open = 0
        var inClass = false
        var canRepeat = false
        var scalars = Array(pattern.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            if scalar == "\\" {
                guard let escaped = scalars.popFirst() else { return "ends in a backslash" }
                let isWord = escaped.properties.isAlphabetic && escaped.isASCII
                if isWord, !"dDwWsSbBnrtfvux".unicodeScalars.contains(escaped) {
                    return "has the escape `\\\(escaped)`, which not every reader knows"
                }
                canRepeat = true
            } else if inClass {
                if scalar == "]" { inClass = false }
            } else {
                switch scalar {
                case "[":
                    inClass = true
                    canRepeat = true
                    if scalars.first == "^" { scalars.removeFirst() }
                    if scalars.first == "]" { return "has an empty class" }
                case "(":
                    open += 1
                    canRepeat = false
                    if scalars.first == "?" {
                        scalars.removeFirst()
                        guard let kind = scalars.popFirst(), [":", "=", "!", "<"].contains(kind) else {
                            return "has a group that not every reader knows"
                        }
                    }
                case ")":
                    open -= 1
                    if open < 0 { return "has a `)` without a `(`" }
                    canRepeat = true
                case "*", "+", "?":
                    if !canRepeat { return "has a `\(scalar)` with nothing to repeat" }
                    if scalars.first == "?" { scalars.removeFirst() }
                    canRepeat = false
                case "|", "^": canRepeat = false
                default: canRepeat = true
                }
            }
        }
        if inClass { return "has a `[` that is not closed" }
        return open > 0 ? "has a `(` that is not closed" : nil
    }
}
