import COpenSSL

extension SHA256 {
    /// The digest of a message that comes in pieces. Not to be shared between tasks.
    public final class Running {
        private let context: OpaquePointer

        public init() {
            guard let context = EVP_MD_CTX_new(),
                EVP_DigestInit_ex(context, OpenSSLAlgorithms.shared.sha256, nil) == 1
            else { outOfMemory() }
            self.context = context
        }

        deinit { EVP_MD_CTX_free(context) }

        public func update(_ piece: [UInt8]) {
            guard EVP_DigestUpdate(context, piece, piece.count) == 1 else { outOfMemory() }
        }

        /// The 32-byte digest of all pieces. To be called once, after the last.
        public func finish() -> [UInt8] {
            [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
                var written: UInt32 = 0
                guard EVP_DigestFinal_ex(context, buffer.baseAddress, &written) == 1, written == 32 else { outOfMemory() }
                count = 32
            }
        }
    }
}
