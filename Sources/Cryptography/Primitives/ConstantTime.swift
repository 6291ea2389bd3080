import COpenSSL

/// Comparison whose duration does not tell where two secrets differ.
public enum ConstantTime {
    /// Whether both hold the same bytes. The time depends on the length only; different lengths are never equal.
    public static func equals(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard a.count == b.count else { return false }
        return a.withUnsafeBytes { a in
            b.withUnsafeBytes { b in
                // Empty buffers may have no address, which CRYPTO_memcmp is not documented to take.
                guard let a = a.baseAddress, let first = b.baseAddress else { return true }
                return CRYPTO_memcmp(a, first, b.count) == 0
            }
        }
    }

    /// Whether both are the same UTF-8 text, compared as bytes: for tokens that travel as text.
    public static func equals(_ a: String, _ b: String) -> Bool {
        equals([UInt8](a.utf8), [UInt8](b.utf8))
    }
}
