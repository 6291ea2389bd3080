/// One header field of a request or a response.
public struct HTTPHeader: Hashable, Sendable {
    /// As given; compared without regard to case.
    public let name: String
    /// Without line breaks; a request that has any is refused.
    public let value: String
    /// Whether the value is a secret, which descriptions replace by `***`.
    ///
    /// `Authorization`, `Proxy-Authorization`, `Cookie` and `Set-Cookie` always are.
    public let isSensitive: Bool

    public init(_ name: String, _ value: String, isSensitive: Bool = false) {
        self.name = name
        self.value = value
        self.isSensitive = isSensitive || Self.isAlwaysSensitive(name)
    }

    /// By length first: this is asked of every header of every message.
    private static func isAlwaysSensitive(_ name: String) -> Bool {
        switch name.utf8.count {
        case 6: name.hasSameLetters(as: "cookie")
        case 10: name.hasSameLetters(as: "set-cookie")
        case 13: name.hasSameLetters(as: "authorization")
        case 19: name.hasSameLetters(as: "proxy-authorization")
        default: false
        }
    }
}

extension HTTPHeader: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(name): \(isSensitive ? "***" : value)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["header": description]) }
}

/// Header fields in the order in which they travel; a name may occur more than once.
public struct HTTPHeaders: Hashable, Sendable, Sequence, ExpressibleByArrayLiteral {
    private var fields: [HTTPHeader]

    public init(_ fields: [HTTPHeader] = []) { self.fields = fields }
    public init(arrayLiteral elements: HTTPHeader...) { fields = elements }

    public var isEmpty: Bool { fields.isEmpty }
    public var count: Int { fields.count }

    public func makeIterator() -> IndexingIterator<[HTTPHeader]> { fields.makeIterator() }

    /// The value of the first field of this name, in whatever case it is written.
    public subscript(name: String) -> String? {
        fields.first { $0.name.hasSameLetters(as: name) }?.value
    }

    /// The values of all fields of this name, in order.
    public func values(of name: String) -> [String] {
        fields.filter { $0.name.hasSameLetters(as: name) }.map(\.value)
    }

    /// Adds a field behind the others.
    public mutating func append(_ field: HTTPHeader) { fields.append(field) }

    /// Removes all fields of this name.
    public mutating func remove(_ name: String) { fields.removeAll { $0.name.hasSameLetters(as: name) } }

    /// Removes every field whose value is a secret.
    mutating func removeSensitive() { fields.removeAll(where: \.isSensitive) }
}

extension String {
    /// Equality of ASCII text without regard to case, as field names and hosts compare.
    func hasSameLetters(as other: String) -> Bool {
        utf8.count == other.utf8.count
            && zip(utf8, other.utf8).allSatisfy { $0 == $1 || ($0.asLowerCase == $1.asLowerCase) }
    }
}

extension UInt8 {
    /// An ASCII upper-case letter as its lower-case one; any other byte as it is.
    var asLowerCase: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }
}
