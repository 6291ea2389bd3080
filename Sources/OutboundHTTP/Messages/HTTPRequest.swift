/// What to send, how long it may take, and where it may go.
///
/// Descriptions leave out what may be secret: the query of the URL, sensitive headers and the body.
public struct HTTPRequest: Sendable {
    /// What to do with a `3xx` answer that has a `Location`.
    public enum Redirects: Hashable, Sendable {
        /// It is the response.
        case returned
        /// `GET` and `HEAD` go on to where it points, at most so many times, by the same host policies; sensitive
        /// headers are left behind when the origin changes. One deadline covers all hops. Other methods are returned.
        case followed(maximum: Int)
    }

    public var method: HTTPMethod
    /// Absolute, `https` (or `http` to an allowed loopback origin), already percent-encoded, no user name or password.
    public var url: String
    public var headers: HTTPHeaders
    /// Sent as it is; give its `Content-Type` as a header.
    public var body: HTTPContent?
    /// For everything from the call of ``HTTPClient/execute(_:)`` to the last byte of the response. Default 10 seconds.
    public var deadline: Duration
    /// For name lookup, TCP and TLS together, within ``deadline``. Default 5 seconds.
    public var connectTimeout: Duration
    /// Largest response body, after decompression, in bytes. Default 8 MiB.
    public var responseLimit: Int
    /// Default ``Redirects/returned``.
    public var redirects: Redirects
    /// Hosts that this request may go to, within those that the client allows: for URLs that somebody else chose.
    /// `nil`, the default, sets no further limit.
    public var hosts: HostPolicy?

    public init(
        _ method: HTTPMethod, _ url: String, headers: HTTPHeaders = [], body: [UInt8]? = nil,
        deadline: Duration = .seconds(10), connectTimeout: Duration = .seconds(5),
        responseLimit: Int = 8 * 1024 * 1024, redirects: Redirects = .returned, hosts: HostPolicy? = nil
    ) {
        self.init(
            method, url, headers: headers, content: body.map { HTTPContent($0) }, deadline: deadline,
            connectTimeout: connectTimeout, responseLimit: responseLimit, redirects: redirects, hosts: hosts)
    }

    /// - Parameter content: The body; nil for none.
    public init(
        _ method: HTTPMethod, _ url: String, headers: HTTPHeaders = [], content: HTTPContent?,
        deadline: Duration = .seconds(10), connectTimeout: Duration = .seconds(5),
        responseLimit: Int = 8 * 1024 * 1024, redirects: Redirects = .returned, hosts: HostPolicy? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        body = content
        self.deadline = deadline
        self.connectTimeout = connectTimeout
        self.responseLimit = responseLimit
        self.redirects = redirects
        self.hosts = hosts
    }
}

extension HTTPRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(method.rawValue) \(Self.withoutQuery(url))" }

    public var debugDescription: String {
        ([description] + headers.map(\.description) + (body.map { ["(\($0.count) bytes)"] } ?? []))
            .joined(separator: "\n")
    }

    public var customMirror: Mirror { Mirror(self, children: ["request": debugDescription]) }

    /// The URL up to its query or fragment, without a user name or password.
    static func withoutQuery(_ url: String) -> String {
        let plain = url.prefix { $0 != "?" && $0 != "#" }
        // Whatever stands before an `@` in scheme and authority: credentials.
        var parts = plain.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        for index in parts.indices.prefix(3) {
            if let at = parts[index].lastIndex(of: "@") { parts[index] = parts[index][at...].dropFirst() }
        }
        return parts.joined(separator: "/")
    }
}
