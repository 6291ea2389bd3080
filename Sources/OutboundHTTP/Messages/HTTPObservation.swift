/// One request that a client has made, for metrics and logs: nothing in it is secret, and few of them are different.
public struct HTTPObservation: Sendable {
    public let host: String
    /// Method and path, with `{id}` for segments that name one thing of many: `POST /v25.0/{id}/messages`.
    public let endpoint: String
    /// The status of the answer, or what went wrong: `timed_out`, `cannot_connect`.
    public let outcome: String
    public let took: Duration

    init(_ request: HTTPRequest, host: String, _ result: Result<HTTPResponse, HTTPFailure>, took: Duration) {
        self.host = host
        endpoint = "\(request.method.rawValue) \(Self.template(of: request.url))"
        self.took = took
        switch result {
        case .success(let response): outcome = String(response.status)
        case .failure(let failure): outcome = failure.kind.word
        }
    }

    /// The path without its query; a segment with a digit, other than a version, and a long one stand for one thing of
    /// many, or are a secret.
    static func template(of url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return "/" }
        let rest = url[scheme.upperBound...].prefix { $0 != "?" && $0 != "#" }
        let segments = rest.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        return "/" + segments.prefix(8).map { isName($0) ? String($0) : "{id}" }.joined(separator: "/")
    }

    private static func isName(_ segment: Substring) -> Bool {
        let isVersion = segment.first == "v" && segment.count > 1 && segment.dropFirst().utf8.allSatisfy {
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: ".")
        }
        guard !isVersion else { return segment.utf8.count <= 8 }
        return segment.utf8.count <= 40 && segment.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }
}

extension HTTPFailure.Kind {
    fileprivate var word: String {
        switch self {
        case .invalidRequest: "invalid_request"
        case .refusedByPolicy: "refused_by_policy"
        case .cannotResolve: "cannot_resolve"
        case .cannotConnect: "cannot_connect"
        case .tls: "tls"
        case .timedOut: "timed_out"
        case .connectionLost: "connection_lost"
        case .responseTooLarge: "response_too_large"
        case .malformedResponse: "malformed_response"
        case .cancelled: "cancelled"
        case .clientShutDown: "client_shut_down"
        case .outOfResources: "out_of_resources"
        }
    }
}
