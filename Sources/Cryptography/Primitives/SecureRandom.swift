import COpenSSL

/// Random bytes fit for keys, nonces, session ids and tokens.
public enum SecureRandom {
    /// `count` unpredictable bytes; none when `count` is zero or less.
    ///
    /// OpenSSL's generator answers. Should it refuse (it reports an error when it cannot seed itself), the operating
    /// system's generator is asked instead, which Swift offers as `SystemRandomNumberGenerator` and which waits for its
    /// own entropy: so there is no failure to report.
    public static func bytes(_ count: Int) -> [UInt8] {
        guard count > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            if RAND_bytes_ex(OpenSSLAlgorithms.shared.library, buffer.baseAddress, count, 0) != 1 {
                var system = SystemRandomNumberGenerator()
                for index in 0..<count { buffer[index] = system.next() }
            }
            initialized = count
        }
    }

    /// An unguessable name made of `a–z` and `2–7` (RFC 4648 base 32 in lower case, unpadded): safe in URLs, file
    /// names, host names and where case is lost.
    ///
    /// - Parameter bytes: How much randomness; 16 bytes (128 bits) give 26 characters.
    public static func identifier(bytes count: Int = 16) -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
        var text: [UInt8] = []
        text.reserveCapacity((count * 8 + 4) / 5)
        var pending = 0
        var pendingBits = 0
        for byte in bytes(count) {
            pending = (pending << 8 | Int(byte)) & 0xFFF
            pendingBits += 8
            while pendingBits >= 5 {
                pendingBits -= 5
                text.append(alphabet[pending >> pendingBits & 31])
            }
        }
        if pendingBits > 0 { text.append(alphabet[pending << (5 - pendingBits) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }
}
