/// Encrypts small values for storage, with keys that can be rotated.
///
/// Envelope: one byte version (1), one byte length of the key id, the key id in UTF-8, 12 bytes nonce, the ciphertext
/// (as long as the plaintext), 16 bytes tag. AES-256-GCM (NIST SP 800-38D); the associated data are the version and key
/// id as they stand in the envelope, then `boundTo`. So an envelope opens only where it was made for, and its key id
/// cannot be exchanged.
///
/// Nonces are random, which is safe for 2³² envelopes a key (SP 800-38D section 8.3): rotate well before that.
///
/// To rotate: make a new key `current`, keep the old one in `previous`, reseal whatever ``needsResealing(_:)``, then
/// drop the old key.
public struct SealingKeys: Sendable {
    /// The key that seals.
    public let current: SealingKey
    private let keys: [SealingKey]

    static let version: UInt8 = 1
    static let nonceLength = 12
    static let tagLength = 16

    /// - Parameter previous: Keys that still open what they once sealed.
    /// - Throws: ``SealingError/duplicateKey(id:)`` when two keys share an id.
    public init(current: SealingKey, previous: [SealingKey] = []) throws(SealingError) {
        var seen: Set<String> = [current.id]
        for key in previous where !seen.insert(key.id).inserted { throw .duplicateKey(id: key.id) }
        self.current = current
        keys = [current] + previous
    }

    /// An envelope of `plaintext` under the current key. The same plaintext gives another envelope every time.
    ///
    /// - Parameter boundTo: Names the place that the envelope is for, such as `table/column/row` in UTF-8; the same
    ///   bytes must be given to open it. They are not stored.
    /// - Throws: Only ``SealingError/outOfMemory``.
    public func seal(_ plaintext: [UInt8], boundTo: [UInt8]) throws(SealingError) -> [UInt8] {
        let header = [Self.version, UInt8(current.id.utf8.count)] + Array(current.id.utf8)
        let nonce = SecureRandom.bytes(Self.nonceLength)
        let (ciphertext, tag) = try AES256GCM.seal(
            plaintext, key: current.bytes, nonce: nonce, associatedData: header + boundTo)
        return header + nonce + ciphertext + tag
    }

    /// The plaintext of an envelope that ``seal(_:boundTo:)`` made for the same place under any of the keys.
    ///
    /// - Throws: ``SealingError/notAnEnvelope``, ``SealingError/unknownKey(id:)``, ``SealingError/notAuthentic`` or
    ///   ``SealingError/outOfMemory``.
    public func open(_ envelope: [UInt8], boundTo: [UInt8]) throws(SealingError) -> [UInt8] {
        let parts = try EnvelopeParts(envelope)
        guard let key = keys.first(where: { $0.id == parts.keyID }) else { throw .unknownKey(id: parts.keyID) }
        return try AES256GCM.open(
            Array(parts.ciphertext), tag: Array(parts.tag), key: key.bytes, nonce: Array(parts.nonce),
            associatedData: Array(parts.header) + boundTo)
    }

    /// Whether the envelope was sealed by another key than the current one (or is none at all), so that opening and
    /// sealing it again would let an old key go.
    public func needsResealing(_ envelope: [UInt8]) -> Bool {
        guard let parts = try? EnvelopeParts(envelope) else { return true }
        return parts.keyID != current.id
    }
}

/// The regions of an envelope, found without a key.
private struct EnvelopeParts {
    let keyID: String
    let header: ArraySlice<UInt8>
    let nonce: ArraySlice<UInt8>
    let ciphertext: ArraySlice<UInt8>
    let tag: ArraySlice<UInt8>

    init(_ envelope: [UInt8]) throws(SealingError) {
        guard envelope.count >= 2, envelope[0] == SealingKeys.version, envelope[1] > 0 else { throw .notAnEnvelope }
        let headerEnd = 2 + Int(envelope[1])
        let nonceEnd = headerEnd + SealingKeys.nonceLength
        let tagStart = envelope.count - SealingKeys.tagLength
        guard nonceEnd <= tagStart, let keyID = String(validating: envelope[2..<headerEnd], as: UTF8.self)
        else { throw .notAnEnvelope }
        self.keyID = keyID
        header = envelope[..<headerEnd]
        nonce = envelope[headerEnd..<nonceEnd]
        ciphertext = envelope[nonceEnd..<tagStart]
        tag = envelope[tagStart...]
    }
}
