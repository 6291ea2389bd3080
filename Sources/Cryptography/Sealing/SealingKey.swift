/// One AES-256 key with the name under which envelopes refer to it.
///
/// Printing or reflecting a key shows its name only.
public struct SealingKey: Sendable {
    /// 1 to 32 characters of `A–Z a–z 0–9 . _ -`. It stands in every envelope in the clear: it names, it does not
    /// protect.
    public let id: String
    /// 32 bytes.
    let bytes: [UInt8]

    /// A key from its parts.
    ///
    /// - Throws: ``SealingError/invalidKey(_:)`` for a name or a length that is not as described.
    public init(id: String, bytes: [UInt8]) throws(SealingError) {
        guard Self.isValid(id: id) else {
            throw .invalidKey("a key's id must be 1 to 32 characters of A-Z a-z 0-9 . _ -")
        }
        guard bytes.count == 32 else {
            throw .invalidKey("the key '\(id)' must have 32 bytes, it has \(bytes.count)")
        }
        self.id = id
        self.bytes = bytes
    }

    /// A key from `id:base64`, as settings spell it, for example `2026-11:q83v…=` (44 base 64 characters for 32 bytes).
    ///
    /// - Throws: ``SealingError/invalidKey(_:)``, whose text never contains the key.
    public init(parsing text: String) throws(SealingError) {
        guard let colon = text.firstIndex(of: ":") else {
            throw .invalidKey("a key is written id:base64, and there is no colon")
        }
        let id = String(text[..<colon])
        guard Self.isValid(id: id) else {
            throw .invalidKey("a key's id must be 1 to 32 characters of A-Z a-z 0-9 . _ -")
        }
        guard let bytes = Base64.decode(text[text.index(after: colon)...]) else {
            throw .invalidKey("what follows the colon of the key '\(id)' is not base 64")
        }
        try self.init(id: id, bytes: bytes)
    }

    /// A fresh random key.
    ///
    /// - Throws: ``SealingError/invalidKey(_:)`` for a name that is not as described at ``id``.
    public static func generate(id: String) throws(SealingError) -> SealingKey {
        try SealingKey(id: id, bytes: SecureRandom.bytes(32))
    }

    /// `id:base64`, to be written to a settings file once: this **is** the secret.
    public func exportText() -> String { "\(id):\(Base64.encode(bytes))" }

    private static func isValid(id: String) -> Bool {
        (1...32).contains(id.utf8.count)
            && id.utf8.allSatisfy { character in
                switch character {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}

extension SealingKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "SealingKey(\(id))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}
