/// A type that is read from and written to JSON by explicit (generated) code.
///
/// Written-out code instead of `Codable`: it compiles faster, runs faster and reports every problem at once.
public protocol JSONConvertible: Sendable {
    /// Reads a value.
    ///
    /// - Parameters:
    ///   - json: The value as it came.
    ///   - path: Where it stands, for problems: `items[2].id`; empty for the outermost value.
    /// - Throws: ``InvalidValue`` with every problem that was found.
    init(json: JSON, at path: String) throws(InvalidValue)

    /// The value in JSON. What `init(json:at:)` reads back as an equal value.
    var json: JSON { get }
}

extension JSON: JSONConvertible {
    /// Any value, also `null`.
    public init(json: JSON, at path: String) {
        self = json
    }

    public var json: JSON { self }
}

extension JSONObject: JSONConvertible {
    /// Any object, its members of any kind.
    public init(json: JSON, at path: String) throws(InvalidValue) {
        guard case .object(let object) = json else { throw .wrongKind("an object", json, at: path) }
        self = object
    }

    public var json: JSON { .object(self) }
}

extension String: JSONConvertible {
    /// A text, never a number's spelling.
    public init(json: JSON, at path: String) throws(InvalidValue) {
        guard case .string(let text) = json else { throw .wrongKind("text", json, at: path) }
        self = text
    }

    public var json: JSON { .string(self) }
}

extension Bool: JSONConvertible {
    /// `true` or `false`, never `0`, `1` or their names as text.
    public init(json: JSON, at path: String) throws(InvalidValue) {
        guard case .bool(let value) = json else { throw .wrongKind("true or false", json, at: path) }
        self = value
    }

    public var json: JSON { .bool(self) }
}

extension Double: JSONConvertible {
    /// Numbers beyond the range of `Double` are refused.
    public init(json: JSON, at path: String) throws(InvalidValue) {
        guard case .number(let number) = json else { throw .wrongKind("a number", json, at: path) }
        guard number.double.isFinite else { throw InvalidValue(at: path, "is too large for a number") }
        self = number.double
    }

    /// Infinities and NaN, which JSON cannot say, are written as `null`.
    public var json: JSON { JSONNumber(self).map(JSON.number) ?? .null }
}

extension Int: JSONConvertible {
    /// From 2^53 on, many readers of JSON (JavaScript's for one) round integers; such values travel as text, with
    /// `x-int64` in their schema.
    private static let firstWrittenAsText: UInt = 1 << 53

    /// A number spelled as an integer (also `42.0`), or the text of an integer of at least 2^53 in magnitude.
    public init(json: JSON, at path: String) throws(InvalidValue) {
        switch json {
        case .number(let number):
            if let value = number.int64 {
                self = Int(value)
            } else if number.double.magnitude >= 0x1p63 {
                throw InvalidValue(at: path, "is too large for a whole number of 64 bits")
            } else {
                throw InvalidValue(at: path, "must be a whole number, not \(number.text.prefix(40))")
            }
        case .string(let text):
            guard let value = Int64(text), String(value) == text, value.magnitude >= Self.firstWrittenAsText else {
                throw .wrongKind("a whole number", json, at: path)
            }
            self = Int(value)
        default: throw .wrongKind("a whole number", json, at: path)
        }
    }

    /// A number; from 2^53 in magnitude on, the text of the number.
    public var json: JSON {
        magnitude < Self.firstWrittenAsText ? .number(JSONNumber(self)) : .string(String(self))
    }
}

extension Array: JSONConvertible where Element: JSONConvertible {
    /// A list; the problems of all its elements are told, each with its index.
    public init(json: JSON, at path: String) throws(InvalidValue) {
        guard case .array(let values) = json else { throw .wrongKind("a list", json, at: path) }
        self = []
        reserveCapacity(values.count)
        var problems: [ValueProblem] = []
        for (index, value) in values.enumerated() {
            do {
                append(try Element(json: value, at: "\(path)[\(index)]"))
            } catch {
                problems += error.problems
                if problems.count >= InvalidValue.maximumProblems { break }
            }
        }
        if !problems.isEmpty { throw InvalidValue(problems) }
    }

    public var json: JSON { .array(map(\.json)) }
}

extension Dictionary: JSONConvertible where Key == String, Value: JSONConvertible {
    /// An object with any keys. The order of its members is not kept.
    public init(json: JSON, at path: String) throws(InvalidValue) {
        guard case .object(let object) = json else { throw .wrongKind("an object", json, at: path) }
        self = [:]
        reserveCapacity(object.count)
        var problems: [ValueProblem] = []
        for (key, value) in object {
            do {
                self[key] = try Value(json: value, at: memberPath(path, key))
            } catch {
                problems += error.problems
                if problems.count >= InvalidValue.maximumProblems { break }
            }
        }
        if !problems.isEmpty { throw InvalidValue(problems) }
    }

    /// An object with its keys sorted, so that equal dictionaries give equal text.
    public var json: JSON {
        .object(JSONObject(sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value.json) }))
    }
}

extension JSONConvertible where Self: RawRepresentable & CaseIterable, RawValue == String {
    /// For enumerations of texts: one of the raw values, exactly.
    public init(json: JSON, at path: String) throws(InvalidValue) {
        let text = try String(json: json, at: path)
        guard let value = Self(rawValue: text) else {
            throw InvalidValue(at: path, optionsMessage(text, options: Self.allCases.map(\.rawValue)))
        }
        self = value
    }

    public var json: JSON { .string(rawValue) }
}

extension InvalidValue {
    /// `must be text, not a number`.
    static func wrongKind(_ expected: String, _ found: JSON, at path: String) -> InvalidValue {
        InvalidValue(at: path, "must be \(expected), not \(found.kindDescription)")
    }
}
