public import OutboundHTTP

/// Why a call to the Graph API gave no result.
public enum GraphFailure: Error, Hashable, Sendable {
    /// Meta answered with an error.
    case refused(GraphError)
    /// No whole answer came; the failure says whether the request may have been carried out.
    case transport(HTTPFailure)
    /// The answer is not what the API promises: no JSON, an HTML page of the network's edge, a key that is missing.
    case unreadable(status: Int, reason: String)
    /// It was not made: an hourly allowance of Meta's is used up but for a rest. Calls rest for this long.
    case exhausted(for: Duration)

    public var kind: GraphErrorKind {
        switch self {
        case .refused(let error): error.kind
        case .unreadable(let status, _): status == 429 ? .rateLimited : .temporary
        case .exhausted: .rateLimited
        case .transport(let failure):
            switch failure.kind {
            case .invalidRequest: .invalidRequest
            case .refusedByPolicy, .tls: .setup
            case .cannotResolve, .cannotConnect, .timedOut, .connectionLost, .responseTooLarge, .malformedResponse,
                .cancelled, .clientShutDown, .outOfResources:
                .temporary
            }
        }
    }

    public var fault: GraphFault {
        switch self {
        case .refused(let error): error.fault
        case .unreadable: .provider
        case .exhausted: .caller
        case .transport(let failure):
            switch failure.kind {
            case .invalidRequest, .cancelled: .caller
            case .refusedByPolicy, .tls, .clientShutDown, .outOfResources: .setup
            case .cannotResolve, .cannotConnect, .timedOut, .connectionLost, .responseTooLarge, .malformedResponse:
                .provider
            }
        }
    }

    /// Whether the request may have had its effect although no answer says so: it must not be sent again blindly.
    ///
    /// Calls that only read have no effect, so for them this is of no consequence.
    public var isOutcomeUnknown: Bool {
        switch self {
        case .exhausted: false
        case .refused(let error): error.isOutcomeUnknown
        case .transport(let failure):
            switch failure.delivery {
            case .notSent: false
            case .outcomeUnknown: true
            case .answered(let status): Self.mayHaveSucceeded(status)
            }
        // An error page of the edge may stand before a service that has already acted.
        case .unreadable(let status, _): Self.mayHaveSucceeded(status)
        }
    }

    private static func mayHaveSucceeded(_ status: Int) -> Bool { status < 400 || status >= 500 }

    /// Whether and when the same call may be made again.
    public var retry: GraphRetry {
        switch self {
        case .refused(let error): return error.retry
        case .exhausted(let rest): return .after(rest)
        case .unreadable(let status, _):
            return status == 429 || (500..<600).contains(status) ? .after(.seconds(5)) : .never
        case .transport(let failure):
            switch failure.kind {
            case .cannotResolve, .cannotConnect, .timedOut, .connectionLost, .malformedResponse, .outOfResources:
                return .after(.seconds(2))
            case .invalidRequest, .refusedByPolicy, .tls, .responseTooLarge, .cancelled, .clientShutDown:
                return .never
            }
        }
    }

    /// Whether the stored credentials are no longer taken, so that somebody has to connect again.
    public var isAuthenticationFailure: Bool { kind == .authentication }

    /// What to do next, for a person.
    public var action: String {
        switch self {
        case .refused(let error): return error.action
        case .unreadable: return "Try again later; Meta's answer could not be read."
        case .exhausted: return "Try again later, and make fewer calls to Meta."
        case .transport(let failure):
            switch failure.kind {
            case .invalidRequest: return "Correct the request."
            case .refusedByPolicy: return "Check the address of the Graph API in the settings."
            case .tls: return "Check the address of the Graph API and the trusted certificates of this machine."
            case .cancelled: return "Nothing is left to do; the caller gave the call up."
            case .clientShutDown: return "Try again after the restart."
            case .responseTooLarge: return "Ask for fewer items at a time."
            case .cannotResolve, .cannotConnect, .timedOut, .connectionLost, .malformedResponse, .outOfResources:
                return "Try again later; Meta could not be reached."
            }
        }
    }

    /// Meta's code and trace id, for support.
    public var reference: String? {
        guard case .refused(let error) = self else { return nil }
        let code = "\(error.code)" + (error.subcode.map { "/\($0)" } ?? "")
        return error.traceID.map { "\(code) \($0)" } ?? code
    }
}

extension GraphFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .refused(let error): error.description
        case .transport(let failure): failure.description
        case .exhausted: "almost all calls that Meta allows in an hour are used"
        case .unreadable(let status, let reason): "the answer with status \(status) cannot be read: \(reason)"
        }
    }
}
