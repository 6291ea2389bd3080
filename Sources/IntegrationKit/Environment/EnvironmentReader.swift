#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Reads the variables of one scope and collects every problem instead of stopping at the first.
public struct EnvironmentReader {
    private let values: [String: String]
    private var problems: [InvalidEnvironment.Problem] = []

    /// - Parameter values: By name. An empty text counts as missing.
    public init(_ values: [String: String]) {
        self.values = values
    }

    /// The value, or nil after recording what is wrong.
    public mutating func required<T: EnvironmentConvertible>(_ variable: EnvironmentVariable, as type: T.Type = T.self) -> T? {
        guard let text = variable.text(in: values) else {
            problems.append(.init(variable: variable, message: "is missing"))
            return nil
        }
        return convert(text, for: variable)
    }

    /// The value, or nil when there is none or after recording what is wrong.
    public mutating func optional<T: EnvironmentConvertible>(_ variable: EnvironmentVariable, as type: T.Type = T.self) -> T? {
        variable.text(in: values).flatMap { convert($0, for: variable) }
    }

    public var isComplete: Bool { problems.isEmpty }

    public func failure() -> InvalidEnvironment { InvalidEnvironment(problems: problems) }

    private mutating func convert<T: EnvironmentConvertible>(_ text: String, for variable: EnvironmentVariable) -> T? {
        guard let value = T(environmentText: text) else {
            problems.append(.init(variable: variable, message: "must be \(T.environmentTypeName)"))
            return nil
        }
        for check in variable.checks {
            if let complaint = check.problem(of: T.checkedValue(text)) {
                problems.append(.init(variable: variable, message: complaint))
                return nil
            }
        }
        return value
    }
}

extension EnvironmentVariable {
    /// What the variable holds, for whoever needs it by name: an empty text counts as missing, then the default holds.
    /// It is prepared as `normalize` of the manifest says.
    ///
    /// - Parameter values: By name.
    public func text(in values: [String: String]) -> String? {
        guard let text = values[name].flatMap({ $0.isEmpty ? nil : $0 }) ?? defaultValue else { return nil }
        return preparations.reduce(text) { $1.prepared($0) }
    }
}

/// A type that an environment variable can have. Spellings are those of ruling 46 of the manifest language: `true` and
/// `false`, plain decimals, RFC 3339, JSON text.
public protocol EnvironmentConvertible: Sendable {
    /// With its article: `a whole number`.
    static var environmentTypeName: String { get }
    init?(environmentText: String)
    /// What ``init(environmentText:)`` reads back as this value.
    var environmentText: String { get }
    /// The value as checks see it.
    static func checkedValue(_ text: String) -> JSON
}

extension EnvironmentConvertible {
    public static func checkedValue(_ text: String) -> JSON { .string(text) }
}

extension String: EnvironmentConvertible {
    public static var environmentTypeName: String { "text" }
    public init?(environmentText: String) { self = environmentText }
    public var environmentText: String { self }
}

/// The enum of a variable with options; what the manifest does not list is refused by the variable's checks.
extension EnvironmentConvertible where Self: OptionValue {
    public static var environmentTypeName: String { "one of the listed options" }
    public init?(environmentText: String) { self.init(rawValue: environmentText) }
    public var environmentText: String { rawValue }
}

extension Bool: EnvironmentConvertible {
    public static var environmentTypeName: String { "true or false" }
    public init?(environmentText: String) {
        switch environmentText {
        case "true": self = true
        case "false": self = false
        default: return nil
        }
    }
    public var environmentText: String { self ? "true" : "false" }
}

extension Int: EnvironmentConvertible {
    public static var environmentTypeName: String { "a whole number" }
    public init?(environmentText: String) { self.init(environmentText) }
    public var environmentText: String { String(self) }
    public static func checkedValue(_ text: String) -> JSON { JSONNumber(text: text).map(JSON.number) ?? .null }
}

extension Double: EnvironmentConvertible {
    public static var environmentTypeName: String { "a decimal number" }
    public init?(environmentText: String) {
        guard JSONNumber(text: environmentText) != nil else { return nil }
        self.init(environmentText)
    }
    public var environmentText: String { json.serialized() }
    public static func checkedValue(_ text: String) -> JSON { JSONNumber(text: text).map(JSON.number) ?? .null }
}

extension Date: EnvironmentConvertible {
    public static var environmentTypeName: String { "a date and time with offset" }
    public init?(environmentText: String) {
        guard let date = Timestamp.parse(environmentText) else { return nil }
        self = date
    }
    public var environmentText: String { Timestamp.text(self) }
}

extension Secret: EnvironmentConvertible where Wrapped: EnvironmentConvertible {
    public static var environmentTypeName: String { Wrapped.environmentTypeName }
    public init?(environmentText: String) {
        guard let value = Wrapped(environmentText: environmentText) else { return nil }
        self.init(value)
    }
    /// In the clear: it goes to be sealed, and nowhere else.
    public var environmentText: String { expose().environmentText }
    public static func checkedValue(_ text: String) -> JSON { Wrapped.checkedValue(text) }
}

/// Lists and objects are written as JSON.
extension Array: EnvironmentConvertible where Element: JSONConvertible {
    public static var environmentTypeName: String { "a list in JSON" }
    public init?(environmentText: String) {
        guard let json = try? JSON.parse(Array<UInt8>(environmentText.utf8)), let list = try? Self(json: json, at: "") else {
            return nil
        }
        self = list
    }
    public var environmentText: String { json.serialized() }
    public static func checkedValue(_ text: String) -> JSON { (try? JSON.parse(Array<UInt8>(text.utf8))) ?? .null }
}

extension JSONObject: EnvironmentConvertible {
    public static var environmentTypeName: String { "an object in JSON" }
    public init?(environmentText: String) {
        guard case .object(let object)? = try? JSON.parse(Array(environmentText.utf8)) else { return nil }
        self = object
    }
    public var environmentText: String { JSON.object(self).serialized() }
    public static func checkedValue(_ text: String) -> JSON { (try? JSON.parse(Array(text.utf8))) ?? .null }
}

extension Decimal: EnvironmentConvertible {
    public static var environmentTypeName: String { "a decimal number" }
    public init?(environmentText: String) {
        self = .exact(environmentText)
        if isNaN { return nil }
    }
    public var environmentText: String { description }
}
