/// An answer that arrived whole.
///
/// Every status is an answer, `500` too: only the absence of a whole answer is an ``HTTPFailure``.
public struct HTTPResponse: Sendable {
    /// The protocol that carried it.
    public enum Version: String, Hashable, Sendable {
        case http1_0 = "HTTP/1.0"
        case http1_1 = "HTTP/1.1"
        case http2 = "HTTP/2"
        case http3 = "HTTP/3"
    }

    /// 200 to 599; interim (1xx) answers are skipped.
    public let status: Int
    public let headers: HTTPHeaders
    /// After decompression.
    public let body: [UInt8]
    public let version: Version
    /// Whether it came over a connection that an earlier request had opened.
    public let usedKeptConnection: Bool
    /// From the start of the transfer to its end, without the time in which the request waited for a turn.
    public let duration: Duration

    /// Whether the status is 200 to 299.
    public var isSuccess: Bool { (200..<300).contains(status) }
}

extension HTTPResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(version.rawValue) \(status), \(body.count) bytes" }
    public var debugDescription: String { ([description] + headers.map(\.description)).joined(separator: "\n") }
    public var customMirror: Mirror { Mirror(self, children: ["response": debugDescription]) }
}
