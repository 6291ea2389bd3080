import COpenSSL

/// The OpenSSL algorithms that this module uses, each fetched once for the life of the process.
///
/// They live in a library context of their own: `OSSL_LIB_CTX_new` reads no configuration file, so the built-in default
/// provider is always what answers, whatever the machine's `openssl.cnf` says. Fetching by name costs a lock and a
/// lookup, several times the price of hashing a small message, which is why nothing here is fetched twice
/// (OpenSSL manual, ossl-guide-libcrypto-introduction, "Performance").
///
/// `@unchecked Sendable`: every pointer is set once before the object is shared, is never freed, and is only read
/// afterwards. OpenSSL counts references to fetched algorithms atomically, and a template context is only ever the
/// `const` source of a duplication.
final class OpenSSLAlgorithms: @unchecked Sendable {
    static let shared = OpenSSLAlgorithms()

    /// A context for HMAC with its digest chosen and no key yet: the source of a copy for every computation.
    struct HMACTemplate {
        let context: OpaquePointer
        let outputLength: Int
    }

    let library: OpaquePointer?
    let sha256: OpaquePointer
    let aes256GCM: OpaquePointer
    let hmacSHA1: HMACTemplate
    let hmacSHA256: HMACTemplate
    let hmacSHA512: HMACTemplate

    private init() {
        let library = OSSL_LIB_CTX_new()
        guard let library,
            let sha256 = EVP_MD_fetch(library, "SHA2-256", nil),
            let aes256GCM = EVP_CIPHER_fetch(library, "AES-256-GCM", nil),
            let hmac = EVP_MAC_fetch(library, "HMAC", nil),
            let hmacSHA1 = Self.template(hmac, digest: "SHA1", outputLength: 20),
            let hmacSHA256 = Self.template(hmac, digest: "SHA2-256", outputLength: 32),
            let hmacSHA512 = Self.template(hmac, digest: "SHA2-512", outputLength: 64)
        else { outOfMemory() }
        self.library = library
        self.sha256 = sha256
        self.aes256GCM = aes256GCM
        self.hmacSHA1 = hmacSHA1
        self.hmacSHA256 = hmacSHA256
        self.hmacSHA512 = hmacSHA512
    }

    private static func template(_ mac: OpaquePointer, digest: String, outputLength: Int) -> HMACTemplate? {
        guard let context = EVP_MAC_CTX_new(mac), shim_hmac_configure(context, digest) == 1 else { return nil }
        return HMACTemplate(context: context, outputLength: outputLength)
    }
}

/// Ends the process because a small allocation inside OpenSSL failed.
///
/// With the algorithms of ``OpenSSLAlgorithms`` in hand (they come from the provider that is compiled into libcrypto),
/// hashing bytes in memory has no other way to fail. Swift's own allocator ends the process in the same situation: the
/// array that holds the result would not have been allocated either. A wrong or empty digest must never be returned
/// instead, since two of those would compare equal.
func outOfMemory() -> Never {
    preconditionFailure("OpenSSL could not allocate memory")
}
