/// A JSON value as the sandbox reads and writes it: object members keep their order.
///
/// The sandbox has its own JSON type on purpose. Sharing one with the integration under test would let the same
/// mistake cancel itself out on both sides of the wire.
enum WireJSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case double(Double)
    case string(String)
    case array([WireJSON])
    case object([Member])

    /// One member of an object, in the order in which it is written.
    struct Member: Hashable, Sendable {
        var key: String
        var value: WireJSON
    }
}

extension WireJSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral value: String) { self = .string(value) }
    init(integerLiteral value: Int64) { self = .integer(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(arrayLiteral elements: WireJSON...) { self = .array(elements) }
    init(dictionaryLiteral elements: (String, WireJSON)...) {
        self = .object(elements.map { Member(key: $0.0, value: $0.1) })
    }

    /// An object without the members whose value is `nil`; the order of the rest is kept.
    static func object(dropping members: KeyValuePairs<String, WireJSON?>) -> WireJSON {
        .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
    }
}

extension WireJSON {
    /// The value of the member `key`, when this is an object that has it. The last one wins where a key repeats.
    subscript(key: String) -> WireJSON? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.key == key }?.value
    }

    /// The text of a string value.
    var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The elements of an array value.
    var array: [WireJSON]? {
        guard case .array(let value) = self else { return nil }
        return value
    }

    /// The members of an object value.
    var members: [Member]? {
        guard case .object(let value) = self else { return nil }
        return value
    }

    /// Text of a string, or the digits of an integer: Meta takes ids and numbers spelled either way.
    var scalarText: String? {
        switch self {
        case .string(let value): value
        case .integer(let value): String(value)
        case .bool(let value): value ? "true" : "false"
        default: nil
        }
    }
}
