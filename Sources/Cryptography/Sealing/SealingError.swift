/// Why something could not be sealed or opened.
public enum SealingError: Error, Hashable, Sendable {
    /// A key's text, name or length is wrong; the text says how and never contains the key.
    case invalidKey(String)
    /// Two of the keys have this id, so an envelope that names it would be ambiguous.
    case duplicateKey(id: String)
    /// The bytes are no envelope of this format: truncated, or written by something else.
    case notAnEnvelope
    /// The envelope names a key that is not among the given ones.
    case unknownKey(id: String)
    /// The key is right and the content is not authentic: changed, or moved from another place than `boundTo` says.
    case notAuthentic
    /// OpenSSL could not allocate memory.
    case outOfMemory
}

extension SealingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .invalidKey(let reason): "invalid encryption key: \(reason)"
        case .duplicateKey(let id): "two encryption keys are named '\(id)'; give each its own id"
        case .notAnEnvelope: "the stored value is not an encrypted one of a known format"
        case .unknownKey(let id):
            "the value was encrypted with the key '\(id)', which is not configured; add it to the previous keys"
        case .notAuthentic: "the encrypted value was changed or belongs to another place"
        case .outOfMemory: "out of memory while encrypting or decrypting"
        }
    }
}
