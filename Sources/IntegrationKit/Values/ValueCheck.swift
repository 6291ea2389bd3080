/// A bound on a value that its type alone does not say. Checked on the JSON value, after it was read as its type.
///
/// A check that does not fit the kind of the value (a length of a number) holds.
public indirect enum ValueCheck: Hashable, Sendable {
    /// Text of a certain form.
    case format(ValueFormat)
    /// Text in which the pattern is found (anchored only where the pattern says so): the subset of ECMA-262 regular
    /// expressions that JSON Schema and Swift read alike.
    case pattern(String)
    /// Text of at least so many Unicode scalars.
    case minimumLength(Int)
    /// Text of at most so many Unicode scalars.
    case maximumLength(Int)
    /// A number that is not below.
    case minimum(Double)
    /// A number that is not above.
    case maximum(Double)
    /// A DECIMAL, in plain notation, that is not below; exact.
    case minimumDecimal(String)
    /// A DECIMAL, in plain notation, that is not above; exact.
    case maximumDecimal(String)
    /// A DATE, TIME or DATETIME, written as one, that is not before.
    case earliest(String)
    /// A DATE, TIME or DATETIME, written as one, that is not after.
    case latest(String)
    /// A file of certain kinds and sizes.
    case file(FileRule)
    /// A list of at least so many elements.
    case minimumItems(Int)
    /// A list of at most so many elements.
    case maximumItems(Int)
    /// A list without two equal elements.
    case uniqueItems
    /// One of these texts, exactly.
    case options([String])
    /// A list whose every element, or a map whose every value, passes these checks.
    case each([ValueCheck])
}

extension ValueCheck {
    /// What is wrong with `value` by this check, in words that follow the path of the value; nil when nothing is.
    /// The elements of lists and maps are not looked at here.
    public func problem(of value: JSON) -> String? {
        switch (self, value) {
        case (.format(let format), .string(let text)):
            format.matches(text) ? nil : "must be \(format.expectation)"
        case (.pattern(let pattern), .string(let text)):
            PatternCache.shared.problem(of: text, pattern: pattern)
        case (.minimumLength(let minimum), .string(let text)):
            Self.count(text.unicodeScalars.count, minimum: minimum, "character")
        case (.maximumLength(let maximum), .string(let text)):
            text.utf8.count <= maximum ? nil : Self.count(text.unicodeScalars.count, maximum: maximum, "character")
        case (.minimum(let minimum), _):
            Self.number(value).flatMap { $0 < minimum ? "must be at least \(Self.spelled(minimum))" : nil }
        case (.maximum(let maximum), _):
            Self.number(value).flatMap { $0 > maximum ? "must be at most \(Self.spelled(maximum))" : nil }
        case (.minimumDecimal(let minimum), .string(let text)):
            DecimalText.order(text, minimum) < 0 ? "must be at least \(minimum)" : nil
        case (.maximumDecimal(let maximum), .string(let text)):
            DecimalText.order(text, maximum) > 0 ? "must be at most \(maximum)" : nil
        case (.minimumDecimal, .number(let number)), (.maximumDecimal, .number(let number)):
            problem(of: .string(number.text))
        case (.earliest(let earliest), .string(let text)):
            TimeForms.isBefore(text, earliest) ? "must not be before \(earliest)" : nil
        case (.latest(let latest), .string(let text)):
            TimeForms.isBefore(latest, text) ? "must not be after \(latest)" : nil
        case (.file(let rule), _): rule.problem(of: value)
        case (.minimumItems(let minimum), .array(let elements)):
            Self.count(elements.count, minimum: minimum, "item")
        case (.maximumItems(let maximum), .array(let elements)):
            Self.count(elements.count, maximum: maximum, "item")
        case (.uniqueItems, .array(let elements)):
            Self.firstRepeated(in: elements).map { "must not have the same item twice (item \($0 + 1))" }
        case (.options(let options), .string(let text)):
            options.contains(text) ? nil : optionsMessage(text, options: options)
        default: nil
        }
    }

    /// Everything that is wrong with `value` by this check, also with the elements of a list.
    func problems(of value: JSON, at path: String) -> [ValueProblem] {
        guard case .each(let checks) = self else {
            return problem(of: value).map { [ValueProblem(path: path, message: $0)] } ?? []
        }
        let elements: [(path: String, value: JSON)]
        switch value {
        case .array(let values): elements = values.enumerated().map { ("\(path)[\($0)]", $1) }
        case .object(let object): elements = object.map { (memberPath(path, $0.key), $0.value) }
        default: return []
        }
        var problems: [ValueProblem] = []
        for element in elements {
            problems += checks.flatMap { $0.problems(of: element.value, at: element.path) }
            if problems.count >= InvalidValue.maximumProblems { break }
        }
        return problems
    }

    private static func count(_ count: Int, minimum: Int, _ unit: String) -> String? {
        count >= minimum ? nil : "must have at least \(minimum) \(unit)\(minimum == 1 ? "" : "s") (has \(count))"
    }

    private static func count(_ count: Int, maximum: Int, _ unit: String) -> String? {
        guard count > maximum else { return nil }
        let verb = unit == "character" ? "be" : "have"
        return "must \(verb) at most \(maximum) \(unit)\(maximum == 1 ? "" : "s") (has \(count))"
    }

    /// Also whole numbers that travel as text, for being too large for many readers of numbers.
    private static func number(_ value: JSON) -> Double? {
        switch value {
        case .number(let number): number.double
        case .string(let text): Int64(text).map(Double.init)
        default: nil
        }
    }

    private static func spelled(_ bound: Double) -> String {
        JSONNumber(bound)?.text ?? "\(bound)"
    }

    private static func firstRepeated(in elements: [JSON]) -> Int? {
        var seen = Set<JSON>(minimumCapacity: elements.count)
        return elements.firstIndex { !seen.insert($0).inserted }
    }
}

/// `must be one of A, B or C, not D`, with the nearest option when one is near.
func optionsMessage(_ text: String, options: [String]) -> String {
    if let near = nearest(to: text, among: options) {
        return "must be one of \(options.joinedAsList()); did you mean \(near)?"
    }
    return "must be one of \(options.joinedAsList())"
}

extension [String] {
    /// `A, B or C`; after twenty the rest is only counted.
    fileprivate func joinedAsList() -> String {
        let shown = 20
        if count > shown { return prefix(shown).joined(separator: ", ") + " or \(count - shown) more" }
        guard count > 1, let last else { return joined() }
        return dropLast().joined(separator: ", ") + " or " + last
    }
}
