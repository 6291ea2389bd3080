import COpenSSL

/// Somebody's public key, for verifying what only they can sign.
///
/// `@unchecked Sendable`: the key is made once, only read afterwards, and freed with the last reference. OpenSSL allows
/// several threads to use one key at once (OpenSSL manual, openssl-threads).
public final class PublicKey: @unchecked Sendable {
    public enum Algorithm: Hashable, Sendable {
        /// RFC 8032.
        case ed25519
        /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017).
        case rsaSHA256
        /// ECDSA with SHA-256; the signature in DER.
        case ecdsaSHA256
    }

    private let key: OpaquePointer
    private let algorithm: Algorithm

    /// - Parameter text: A key in PEM (`-----BEGIN PUBLIC KEY-----`), its Base64 without the lines around it, or the
    ///   Base64 of the 32 bytes of an Ed25519 key.
    /// - Returns: nil unless it is a key for this algorithm.
    public init?(_ text: String, _ algorithm: Algorithm) {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("-----") }
        guard let bytes = Base64.decode(lines.joined().filter { !$0.isWhitespace }), bytes.count <= 8192 else { return nil }
        let made: OpaquePointer?
        if algorithm == .ed25519, bytes.count == 32 {
            made = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, bytes.count)
        } else {
            made = bytes.withUnsafeBufferPointer { buffer in
                var start = buffer.baseAddress
                return d2i_PUBKEY(nil, &start, buffer.count)
            }
        }
        guard let made else { return nil }
        let type = EVP_PKEY_get_base_id(made)
        let wanted =
            switch algorithm {
            case .ed25519: EVP_PKEY_ED25519
            case .rsaSHA256: EVP_PKEY_RSA
            case .ecdsaSHA256: EVP_PKEY_EC
            }
        guard type == wanted else {
            EVP_PKEY_free(made)
            return nil
        }
        key = made
        self.algorithm = algorithm
    }

    deinit { EVP_PKEY_free(key) }

    /// Whether `signature` is this key's of `message`. Anything malformed is not.
    public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        // Ed25519 hashes by itself.
        let digest = algorithm == .ed25519 ? nil : OpenSSLAlgorithms.shared.sha256
        guard EVP_DigestVerifyInit(context, nil, digest, nil, key) == 1 else { return false }
        return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}
