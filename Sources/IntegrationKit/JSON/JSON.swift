/// A JSON value (RFC 8259), kept as it was written: numbers keep their exact spelling and objects the order of
/// their members.
///
/// Two values are equal when they say the same: strings as Swift compares them (by canonical equivalence), objects
/// whatever the order of their members, numbers by their *spelling* (`1.0` is not `1`; see ``JSONNumber``).
public enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSON])
    case object(JSONObject)
}

extension JSON {
    /// The text, when this is a string.
    public var stringValue: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// `true` or `false`, when this is one of them.
    public var boolValue: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The number as an exact 64-bit integer; nil when this is no number, or one that is not spelled as an integer
    /// that fits. See ``JSONNumber/int64``.
    public var int64Value: Int64? {
        if case .number(let value) = self { value.int64 } else { nil }
    }

    /// The number as the nearest `Double`; nil when this is no number, or one beyond the range of `Double`.
    public var doubleValue: Double? {
        guard case .number(let value) = self else { return nil }
        let double = value.double
        return double.isFinite ? double : nil
    }

    /// The elements, when this is an array.
    public var arrayValue: [JSON]? {
        if case .array(let value) = self { value } else { nil }
    }

    /// The members, when this is an object.
    public var objectValue: JSONObject? {
        if case .object(let value) = self { value } else { nil }
    }

    /// Whether this is `null`.
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The member `key`; nil when this is no object or has no such member.
    public subscript(key: String) -> JSON? {
        if case .object(let object) = self { object[key] } else { nil }
    }

    /// The element at `index`, counted from 0; nil when this is no array or is shorter.
    public subscript(index: Int) -> JSON? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// What this is in words that fit a message to the person who sent it: `text`, `a number`, `a list`, …
    public var kindDescription: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

extension JSON: CustomStringConvertible {
    /// The compact JSON text.
    public var description: String { serialized() }
}
