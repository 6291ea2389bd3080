import COpenSSL

/// The SHA-256 digest (FIPS 180-4).
public enum SHA256 {
    /// The 32-byte digest of `message`.
    public static func hash(_ message: [UInt8]) -> [UInt8] {
        message.withUnsafeBytes { hash($0) }
    }

    /// The 32-byte digest of memory that is only borrowed for the call.
    public static func hash(_ message: UnsafeRawBufferPointer) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            let algorithm = OpenSSLAlgorithms.shared.sha256
            var written: UInt32 = 0
            guard EVP_Digest(message.baseAddress, message.count, buffer.baseAddress, &written, algorithm, nil) == 1,
                written == 32
            else { outOfMemory() }
            count = 32
        }
    }
}
