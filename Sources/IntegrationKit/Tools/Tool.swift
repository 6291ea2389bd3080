/// A tool of the manifest. Every conformance is generated; the author writes the ``ToolHandler``.
public protocol Tool: Sendable {
    associatedtype Owner: Integration
    associatedtype Input: JSONConvertible
    associatedtype Output: ToolOutput

    static var descriptor: ToolDescriptor { get }
}

/// The hand-written half of a tool.
///
/// The registry that is generated from the manifest names every tool, so that one without a handler does not compile.
public protocol ToolHandler: Tool {
    typealias Context = ToolContext<Owner>

    /// Does the work. It is cancelled when the caller goes away or the tool's timeout has passed.
    ///
    /// - Throws: ``ToolFailure`` for what the caller should know and can act on. Anything else becomes an internal error
    ///   whose text stays in the log.
    static func call(_ input: Input, in context: Context) async throws -> Output
}

/// The hand-written half of a tool with `scope: APP_VERSION`: it belongs to no installation and sees none.
public protocol AppToolHandler: Tool {
    typealias Context = AppToolContext<Owner>

    /// See ``ToolHandler/call(_:in:)``.
    static func call(_ input: Input, in context: Context) async throws -> Output
}

/// The hand-written half of a tool's `estimate: true`: says what a call would cost.
public protocol EstimateHandler: Tool {
    /// Has no effects, and nothing to have them with.
    ///
    /// - Throws: ``ToolFailure`` when no estimate can be given.
    static func estimate(_ input: Input, in context: EstimateContext<Owner>) async throws -> Estimate
}

/// What a call of a tool is going to cost.
public struct Estimate: Hashable, Sendable {
    /// In the platform's credits.
    public let credits: Double

    public init(credits: Double) { self.credits = credits }
}

/// The facts about a tool that its front doors need. Generated from `tools.<handle>`.
public struct ToolDescriptor: Sendable {
    /// MCP's tool annotations.
    public struct Annotations: Hashable, Sendable {
        public let isReadOnly: Bool
        public let isDestructive: Bool
        public let isIdempotent: Bool
        public let isOpenWorld: Bool

        public init(
            isReadOnly: Bool = false, isDestructive: Bool = true, isIdempotent: Bool = false, isOpenWorld: Bool = true
        ) {
            self.isReadOnly = isReadOnly
            self.isDestructive = isDestructive
            self.isIdempotent = isIdempotent
            self.isOpenWorld = isOpenWorld
        }
    }

    public let handle: String
    public let label: String
    public let description: String
    /// JSON Schema 2020-12, as text, of the arguments; the root is an object.
    public let inputSchema: String
    /// JSON Schema of the structured content, or nil for a tool that returns nothing.
    public let outputSchema: String?
    public let annotations: Annotations
    /// How long one call may take.
    public let timeout: Duration
    /// From where it may be called.
    public let triggers: Set<Trigger>
    /// Whether a call belongs to an installation, or to the app version.
    public let scope: RunScope
    /// How a call is repeated that failed before it had an effect.
    public let retry: RetryPolicy
    /// What a call counts against.
    public let limits: [LimitUse]
    /// Names of the variables without which it is not offered.
    public let requiredVariables: [String]
    /// How often one run of an agent or workflow should call it.
    public let maximumCallsPerRun: Int?
    /// Its part in a reservation.
    public let handoff: Handoff?

    public init(
        handle: String, label: String, description: String, inputSchema: String, outputSchema: String?,
        annotations: Annotations, timeout: Duration, triggers: Set<Trigger>, scope: RunScope = .installation,
        retry: RetryPolicy = .none, limits: [LimitUse] = [], requiredVariables: [String] = [],
        maximumCallsPerRun: Int? = nil, handoff: Handoff? = nil
    ) {
        self.handle = handle
        self.label = label
        self.description = description
        self.inputSchema = inputSchema
        self.outputSchema = outputSchema
        self.annotations = annotations
        self.timeout = timeout
        self.triggers = triggers
        self.scope = scope
        self.retry = retry
        self.limits = limits
        self.requiredVariables = requiredVariables
        self.maximumCallsPerRun = maximumCallsPerRun
        self.handoff = handoff
    }
}

/// What something that runs belongs to.
public enum RunScope: String, Hashable, Sendable {
    case installation = "INSTALLATION", appVersion = "APP_VERSION"
}

/// A tool's part in a reservation: it holds something, makes sure of it, or takes it for good.
public enum Handoff: String, Hashable, Sendable {
    case reserve = "RESERVE", confirm = "CONFIRM", book = "BOOK"
}

/// From where a tool is called.
public enum Trigger: String, Hashable, Sendable, CaseIterable {
    case agent = "AGENT", workflow = "WORKFLOW", form = "FORM", action = "ACTION", fieldChange = "FIELD_CHANGE"
    case pageContext = "PAGE_CONTEXT", schedule = "SCHEDULE", provision = "PROVISION", developer = "DEVELOPER"
    /// The platform sends a message through a channel whose `messaging.send` is this tool. Needs no word in the manifest.
    case channel = "CHANNEL"
}
