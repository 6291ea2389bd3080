public import OutboundHTTP

/// Why a call of the platform gave no result.
public enum CoreFailure: Error, Hashable, Sendable {
    /// The platform answered that it did not do it.
    case refused(CoreRefusal)
    /// No whole answer came; the failure says whether the request may have been carried out.
    case transport(HTTPFailure)
    /// What came is not the API's form: no JSON, a page of something in between, a member that is missing.
    case unreadable(status: Int, reason: String)

    /// Whether the call may have had its effect although no answer says so.
    ///
    /// Calls that only read have no effect, so for them this is of no consequence.
    public var isOutcomeUnknown: Bool {
        switch self {
        case .refused(let refusal): refusal.status >= 500
        case .transport(let failure):
            switch failure.delivery {
            case .notSent: false
            case .outcomeUnknown: true
            case .answered(let status): Self.mayHaveSucceeded(status)
            }
        // A page of something in between may stand before a service that has already acted.
        case .unreadable(let status, _): Self.mayHaveSucceeded(status)
        }
    }

    /// Whether the cause can pass by itself, so that the same call has a chance later.
    public var isTemporary: Bool {
        switch self {
        case .refused(let refusal): refusal.isTemporary
        case .unreadable(let status, _): status == 408 || status == 429 || status >= 500
        case .transport(let failure):
            switch failure.kind {
            case .cannotResolve, .cannotConnect, .timedOut, .connectionLost, .malformedResponse, .outOfResources: true
            case .invalidRequest, .refusedByPolicy, .tls, .responseTooLarge, .cancelled, .clientShutDown: false
            }
        }
    }

    /// Whether the token is not taken, or not for this: a new one may help, the same call does not.
    public var isAuthorizationFailure: Bool {
        switch self {
        case .refused(let refusal): refusal.status == 401 || refusal.status == 403
        case .unreadable(let status, _): status == 401 || status == 403
        case .transport: false
        }
    }

    private static func mayHaveSucceeded(_ status: Int) -> Bool { status < 400 || status >= 500 }
}

/// An error envelope of the platform.
public struct CoreRefusal: Hashable, Sendable {
    /// One thing that is wrong.
    public struct Problem: Hashable, Sendable {
        /// Which parameter or field; nil for the call as a whole.
        public let field: String?
        /// The platform's word, such as `NOT_FOUND` or `CONFLICT`; the set is open.
        public let code: String
        public let message: String

        public init(field: String?, code: String, message: String) {
            self.field = field
            self.code = code
            self.message = message
        }
    }

    /// The method that was called: `instance.create`.
    public let method: String
    /// The HTTP status of the answer; 200 is common.
    public let status: Int
    /// Never empty.
    public let problems: [Problem]

    public init(method: String, status: Int, problems: [Problem]) {
        self.method = method
        self.status = status
        self.problems = problems.isEmpty
            ? [Problem(field: nil, code: "UNKNOWN", message: "the platform gave no reason")] : problems
    }

    /// Whether one of the problems has this code.
    public func has(_ code: String) -> Bool { problems.contains { $0.code == code } }

    var isTemporary: Bool {
        status == 408 || status == 429 || status >= 500 || has("RATE_LIMITED") || has("RATE_LIMIT_BACKEND_ERROR")
    }
}

extension CoreFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .refused(let refusal): refusal.description
        case .transport(let failure): failure.description
        case .unreadable(let status, let reason):
            "the platform's answer with status \(status) cannot be read: \(reason)"
        }
    }
}

extension CoreRefusal: CustomStringConvertible {
    /// For example `instance.create was refused (400): phone: is taken (CONFLICT)`.
    public var description: String {
        let reasons = problems.map { problem in
            (problem.field.map { "\($0): " } ?? "") + "\(problem.message) (\(problem.code))"
        }
        return "\(method) was refused (\(status)): \(reasons.joined(separator: "; "))"
    }
}
