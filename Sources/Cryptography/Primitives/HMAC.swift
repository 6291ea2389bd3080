import COpenSSL

/// Keyed message authentication (RFC 2104) over bytes in memory.
///
/// Compare a computed code with a received one by ``ConstantTime/equals(_:_:)``, never by `==`.
/// Any key length is accepted, as RFC 2104 does, the empty key included; use 32 bytes or more for keys of your own.
public enum HMAC {
    /// HMAC-SHA-256, 32 bytes.
    public static func sha256(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        message.withUnsafeBytes { sha256($0, key: key) }
    }

    /// HMAC-SHA-256, 32 bytes, over memory that is only borrowed for the call: a network buffer is not copied.
    public static func sha256(_ message: UnsafeRawBufferPointer, key: [UInt8]) -> [UInt8] {
        compute(OpenSSLAlgorithms.shared.hmacSHA256, message, key)
    }

    /// HMAC-SHA-1, 20 bytes. Only for protocols that still send it; never accept it where SHA-256 is offered.
    public static func sha1(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        message.withUnsafeBytes { sha1($0, key: key) }
    }

    /// HMAC-SHA-1, 20 bytes, over memory that is only borrowed for the call.
    public static func sha1(_ message: UnsafeRawBufferPointer, key: [UInt8]) -> [UInt8] {
        compute(OpenSSLAlgorithms.shared.hmacSHA1, message, key)
    }

    /// HMAC-SHA-512, 64 bytes.
    public static func sha512(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        message.withUnsafeBytes { sha512($0, key: key) }
    }

    /// HMAC-SHA-512, 64 bytes, over memory that is only borrowed for the call.
    public static func sha512(_ message: UnsafeRawBufferPointer, key: [UInt8]) -> [UInt8] {
        compute(OpenSSLAlgorithms.shared.hmacSHA512, message, key)
    }

    private static func compute(
        _ template: OpenSSLAlgorithms.HMACTemplate, _ message: UnsafeRawBufferPointer, _ key: [UInt8]
    ) -> [UInt8] {
        guard let context = EVP_MAC_CTX_dup(template.context) else { outOfMemory() }
        defer { EVP_MAC_CTX_free(context) }  // wipes the key schedule
        // A null pointer means "keep the key" to OpenSSL, so an empty key is given as a pointer to zero bytes.
        let initialised = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { empty in
            key.withUnsafeBufferPointer {
                EVP_MAC_init(context, $0.baseAddress ?? .init(empty.baseAddress), $0.count, nil)
            }
        }
        guard initialised == 1 else { outOfMemory() }
        if let start = message.baseAddress, !message.isEmpty {
            guard EVP_MAC_update(context, start.assumingMemoryBound(to: UInt8.self), message.count) == 1
            else { outOfMemory() }
        }
        return [UInt8](unsafeUninitializedCapacity: template.outputLength) { buffer, count in
            guard EVP_MAC_final(context, buffer.baseAddress, &count, template.outputLength) == 1,
                count == template.outputLength
            else { outOfMemory() }
        }
    }
}
