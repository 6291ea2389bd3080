/// Why a tool could not do what was asked, in a form that a program can branch on and a person can act on.
///
/// Every front door renders it its own way: MCP as a result with `isError`, a form beside its field, REST as problem
/// details, the platform as its `ToolError`.
public struct ToolFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Stable words; new ones may come.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The arguments do not fit the schema or break a rule.
        public static let invalidInput = Code(rawValue: "INVALID_INPUT")
        public static let notFound = Code(rawValue: "NOT_FOUND")
        /// It exists already, or changed meanwhile.
        public static let conflict = Code(rawValue: "CONFLICT")
        /// The same call, under the same idempotency key, is being made at this moment; its answer can be asked for.
        public static let inProgress = Code(rawValue: "IN_PROGRESS")
        /// The installation is not connected to its provider.
        public static let notConnected = Code(rawValue: "NOT_CONNECTED")
        /// The provider no longer accepts the stored credentials: somebody has to connect again.
        public static let authExpired = Code(rawValue: "AUTH_EXPIRED")
        /// The channel that would have sent is closed.
        public static let channelClosed = Code(rawValue: "CHANNEL_CLOSED")
        public static let permissionDenied = Code(rawValue: "PERMISSION_DENIED")
        /// Slow down; ``retry`` says for how long.
        public static let rateLimited = Code(rawValue: "RATE_LIMITED")
        /// The provider refused, for a reason that asking again does not change.
        public static let rejected = Code(rawValue: "REJECTED")
        /// The provider or the network failed; nothing happened.
        public static let unavailable = Code(rawValue: "UNAVAILABLE")
        /// The request left, its answer did not come: it may have happened. Never repeat it blindly.
        public static let unknownOutcome = Code(rawValue: "UNKNOWN_OUTCOME")
        public static let timedOut = Code(rawValue: "TIMED_OUT")
        public static let `internal` = Code(rawValue: "INTERNAL")
    }

    public enum Retry: Hashable, Sendable {
        /// Repeating it unchanged fails again, or would happen twice.
        case never
        case after(Duration)
    }

    public let code: Code
    /// What happened, for the caller: no internals, no secrets.
    public let message: String
    /// The argument it is about, as a path of wire names: `message.content`.
    public let field: String?
    /// What the caller should do next.
    public let advice: String?
    public let retry: Retry
    /// The provider's own code and trace id, for support.
    public let providerReference: String?
    /// Handle of the limit in the manifest that the provider says was exceeded: what counts under the call's key of it
    /// rests for as long as ``retry`` says, and nothing else does.
    public let limit: String?

    public init(
        _ code: Code, _ message: String, field: String? = nil, advice: String? = nil, retry: Retry = .never,
        providerReference: String? = nil, limit: String? = nil
    ) {
        self.code = code
        self.message = message
        self.field = field
        self.advice = advice
        self.retry = retry
        self.providerReference = providerReference
        self.limit = limit
    }

    public static func notFound(_ what: String, _ id: some CustomStringConvertible, field: String? = nil) -> Self {
        Self(.notFound, "There is no \(what) '\(id)' here.", field: field)
    }

    public static func notConnected(_ provider: String) -> Self {
        Self(.notConnected, "This workplace is not connected to \(provider).",
             advice: "Connect \(provider) on the Account page, then try again.")
    }

    public static func invalid(_ field: String, _ message: String, advice: String? = nil) -> Self {
        Self(.invalidInput, message, field: field, advice: advice)
    }

    /// ``message`` and ``advice`` as one text. A provider's message may lack its full stop.
    public var text: String {
        guard let advice, !advice.isEmpty else { return message }
        return message + (message.last.map { ".!?…".contains($0) } == false ? ". " : " ") + advice
    }

    public var description: String {
        let place = field.map { " (\($0))" } ?? ""
        return "\(code.rawValue)\(place): \(text)"
    }
}
