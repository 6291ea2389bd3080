import Hummingbird
import NIOCore

/// The body of a request is longer than the sandbox takes.
struct BodyTooLarge: Error {}

extension RequestBody {
    /// The whole body.
    ///
    /// - Throws: ``BodyTooLarge`` as soon as it is longer than `limit` bytes.
    func bytes(limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await buffer in self {
            guard bytes.count + buffer.readableBytes <= limit else { throw BodyTooLarge() }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        return bytes
    }
}
