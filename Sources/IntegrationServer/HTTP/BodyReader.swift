internal import HTTPTypes
package import Hummingbird
internal import NIOCore

/// Reads request bodies within a size and a time.
package enum BodyReader {
    /// The body's bytes exactly as they were received.
    ///
    /// - Throws: ``HTTPProblem`` 413 when it is too large, 408 when it takes too long, 400 when the connection ends before
    ///   it does. Nothing beyond the limit is ever kept.
    package static func buffer(of request: Request, limit: Int, timeout: Duration) async throws -> ByteBuffer {
        // A connection on which nothing arrives is closed by the server's idle timeout, so that looking at the clock
        // between parts bounds the whole.
        let deadline = ContinuousClock.now + timeout
        var isTooLarge = (request.headers[.contentLength].flatMap(Int.init) ?? 0) > limit
        var whole = ByteBuffer()
        var received = 0
        do {
            for try await var part in request.body {
                received += part.readableBytes
                isTooLarge = isTooLarge || received > limit
                if isTooLarge {
                    // Many clients look for an answer only after they have sent everything: a while is given to them.
                    whole = ByteBuffer()
                    guard received < limit + lingeringBytes else { break }
                } else if whole.readableBytes == 0 {
                    // Small bodies come in one part, which needs no copy.
                    whole = part
                } else {
                    whole.writeBuffer(&part)
                }
                guard ContinuousClock.now < deadline else { throw tooSlow }
            }
        } catch let problem as HTTPProblem {
            throw problem
        } catch {
            throw HTTPProblem(.badRequest, title: "The request is incomplete", "Its body could not be read.",
                closesConnection: true)
        }
        if isTooLarge { throw tooLarge(limit) }
        return whole
    }

    package static func bytes(of request: Request, limit: Int, timeout: Duration) async throws -> [UInt8] {
        let buffer = try await buffer(of: request, limit: limit, timeout: timeout)
        return Array(buffer.readableBytesView)
    }

    /// Of a body that is refused, as much as this is read and thrown away.
    private static let lingeringBytes = 16 * 1024 * 1024

    private static var tooSlow: HTTPProblem {
        HTTPProblem(.requestTimeout, title: "The request took too long", "Its body did not arrive in time.",
            closesConnection: true)
    }

    private static func tooLarge(_ limit: Int) -> HTTPProblem {
        HTTPProblem(.contentTooLarge, title: "The request is too large", "Its body may have at most \(limit) bytes.",
            closesConnection: true)
    }
}
