/// Why no whole answer came, and what that says about the request.
public struct HTTPFailure: Error, Hashable, Sendable {
    /// What went wrong.
    public enum Kind: Hashable, Sendable {
        /// The request cannot be sent as it is: its URL, a header or a number in it is wrong.
        case invalidRequest
        /// A host policy, the https rule or the private-address rule forbids the destination.
        case refusedByPolicy
        /// The host's name has no address, or the lookup failed.
        case cannotResolve
        /// No address of the host took the connection.
        case cannotConnect
        /// No trustworthy TLS connection: handshake, certificate or host name.
        case tls
        /// The deadline or the connect timeout passed.
        case timedOut
        /// The connection broke before the whole answer was there.
        case connectionLost
        /// The body or the header of the response is larger than allowed.
        case responseTooLarge
        /// What came back is not HTTP.
        case malformedResponse
        /// The task that waited was cancelled.
        case cancelled
        /// The client is shut down, or was while the transfer ran.
        case clientShutDown
        /// No memory, thread or handle.
        case outOfResources
    }

    /// How far the request got.
    public enum Delivery: Hashable, Sendable {
        /// The peer has not seen any of it: sending it again cannot do anything twice.
        case notSent
        /// It was, or may have been, sent in whole or part, and nothing is known of what the peer did with it.
        case outcomeUnknown
        /// The peer answered with this status; only the rest of the answer is missing.
        case answered(status: Int)
    }

    public let kind: Kind
    public let delivery: Delivery
    /// What happened, for a log: names the host, never the query, a header or a body.
    public let message: String

    public init(_ kind: Kind, _ delivery: Delivery, _ message: String) {
        self.kind = kind
        self.delivery = delivery
        self.message = message
    }

    /// Whether the request may have had its effect although no answer says so.
    public var isOutcomeUnknown: Bool { delivery == .outcomeUnknown }

    /// Whether the same request may be sent again and has a chance: nothing was sent, and the cause can pass.
    public var isSafeToRetry: Bool {
        guard delivery == .notSent else { return false }
        return switch kind {
        case .cannotResolve, .cannotConnect, .timedOut, .connectionLost, .outOfResources: true
        case .invalidRequest, .refusedByPolicy, .tls, .responseTooLarge, .malformedResponse, .cancelled,
            .clientShutDown:
            false
        }
    }
}

extension HTTPFailure: CustomStringConvertible {
    public var description: String {
        switch delivery {
        case .notSent: "\(message) (the request was not sent)"
        case .outcomeUnknown: "\(message) (the request may have been carried out)"
        case .answered(let status): "\(message) (the answer was \(status))"
        }
    }
}
