import COpenSSL

/// AES-256-GCM over values in memory (NIST SP 800-38D), with 12-byte nonces and 16-byte tags.
///
/// Internal on purpose: choosing nonces is ``SealingKeys``' business.
enum AES256GCM {
    /// - Throws: Only ``SealingError/outOfMemory``: key, nonce and lengths are the module's own and always fit.
    static func seal(
        _ plaintext: [UInt8], key: [UInt8], nonce: [UInt8], associatedData: [UInt8]
    ) throws(SealingError) -> (ciphertext: [UInt8], tag: [UInt8]) {
        let context = try CipherContext()
        try context.begin(.seal, key: key, nonce: nonce)
        try context.authenticate(associatedData)
        let ciphertext = try context.transform(plaintext)
        guard context.finish() else { throw .outOfMemory }
        return (ciphertext, try context.tag())
    }

    /// - Throws: ``SealingError/notAuthentic`` when the tag does not fit; no plaintext is given out then.
    static func open(
        _ ciphertext: [UInt8], tag: [UInt8], key: [UInt8], nonce: [UInt8], associatedData: [UInt8]
    ) throws(SealingError) -> [UInt8] {
        let context = try CipherContext()
        try context.begin(.open, key: key, nonce: nonce)
        try context.expect(tag)
        try context.authenticate(associatedData)
        let plaintext = try context.transform(ciphertext)
        guard context.finish() else { throw .notAuthentic }
        return plaintext
    }
}

/// Sole owner of one OpenSSL cipher context. Used by one thread, for one message.
private struct CipherContext: ~Copyable {
    enum Direction: Int32 { case open = 0, seal = 1 }

    private let raw: OpaquePointer

    init() throws(SealingError) {
        guard let raw = EVP_CIPHER_CTX_new() else { throw .outOfMemory }
        self.raw = raw
    }

    deinit { EVP_CIPHER_CTX_free(raw) }  // wipes the key schedule

    borrowing func begin(_ direction: Direction, key: [UInt8], nonce: [UInt8]) throws(SealingError) {
        // OpenSSL reads 32 and 12 bytes from these pointers, whatever the arrays hold.
        guard key.count == 32, nonce.count == SealingKeys.nonceLength else { throw .notAnEnvelope }
        let algorithm = OpenSSLAlgorithms.shared.aes256GCM
        guard EVP_CipherInit_ex2(raw, algorithm, key, nonce, direction.rawValue, nil) == 1 else { throw .outOfMemory }
    }

    /// The tag that ``finish()`` will compare with, in constant time.
    borrowing func expect(_ tag: [UInt8]) throws(SealingError) {
        guard tag.count == SealingKeys.tagLength else { throw .notAnEnvelope }
        guard shim_gcm_set_tag(raw, Int32(tag.count), tag) == 1 else { throw .outOfMemory }
    }

    borrowing func authenticate(_ data: [UInt8]) throws(SealingError) {
        guard !data.isEmpty else { return }
        guard let length = Int32(exactly: data.count) else { throw .outOfMemory }
        var ignored: Int32 = 0
        guard EVP_CipherUpdate(raw, nil, &ignored, data, length) == 1 else { throw .outOfMemory }
    }

    /// Encrypts or decrypts. GCM is a stream mode: the output is as long as the input.
    borrowing func transform(_ input: [UInt8]) throws(SealingError) -> [UInt8] {
        guard !input.isEmpty else { return [] }
        guard let length = Int32(exactly: input.count) else { throw .outOfMemory }
        var succeeded = false
        let output = [UInt8](unsafeUninitializedCapacity: input.count) { buffer, count in
            var written: Int32 = 0
            succeeded = EVP_CipherUpdate(raw, buffer.baseAddress, &written, input, length) == 1
            count = succeeded ? Int(written) : 0
        }
        guard succeeded else { throw .outOfMemory }
        return output
    }

    /// Completes the message; when opening, whether the expected tag fits.
    borrowing func finish() -> Bool {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { rest in
            var written: Int32 = 0
            return EVP_CipherFinal_ex(raw, rest.baseAddress, &written) == 1
        }
    }

    borrowing func tag() throws(SealingError) -> [UInt8] {
        var succeeded = false
        let tag = [UInt8](unsafeUninitializedCapacity: SealingKeys.tagLength) { buffer, count in
            succeeded = shim_gcm_get_tag(raw, Int32(SealingKeys.tagLength), buffer.baseAddress) == 1
            count = succeeded ? SealingKeys.tagLength : 0
        }
        guard succeeded else { throw .outOfMemory }
        return tag
    }
}
