internal import HTTPTypes
package import Hummingbird
internal import NIOCore

/// Reads request bodies within a size and a time.
package enum BodyReader {
    /// The body's bytes exactly as they were received.
    ///
    /// - Throws: ``HTTPProblem`` 413 as soon as it is too large (at once, when `Content-Length` says so), 408 when it takes
    ///   too long, 400 when the connection ends before it does.
    package static func buffer(of request: Request, limit: Int, timeout: Duration) async throws -> ByteBuffer {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limit { throw tooLarge(limit) }
        // A connection on which nothing arrives is closed by the server's idle timeout, so that looking at the clock
        // between parts bounds the whole.
        let deadline = ContinuousClock.now + timeout
        var whole = ByteBuffer()
        do {
            for try await var part in request.body {
                guard whole.readableBytes + part.readableBytes <= limit else { throw tooLarge(limit) }
                // Small bodies come in one part, which needs no copy.
                if whole.readableBytes == 0 { whole = part } else { whole.writeBuffer(&part) }
                guard ContinuousClock.now < deadline else {
                    throw HTTPProblem(.requestTimeout, title: "The request took too long",
                        "Its body did not arrive in time.", closesConnection: true)
                }
            }
        } catch let problem as HTTPProblem {
            throw problem
        } catch {
            throw HTTPProblem(.badRequest, title: "The request is incomplete", "Its body could not be read.",
                closesConnection: true)
        }
        return whole
    }

    package static func bytes(of request: Request, limit: Int, timeout: Duration) async throws -> [UInt8] {
        let buffer = try await buffer(of: request, limit: limit, timeout: timeout)
        return Array(buffer.readableBytesView)
    }

    private static func tooLarge(_ limit: Int) -> HTTPProblem {
        HTTPProblem(.contentTooLarge, title: "The request is too large", "Its body may have at most \(limit) bytes.",
            closesConnection: true)
    }
}
