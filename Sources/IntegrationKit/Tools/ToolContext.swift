// Contexts carry a logger, so who writes handlers can log without a dependency and an import of their own.
@_exported public import Logging

/// Everything that one call of a tool may use: values of this call only, so that concurrent calls of different tenants
/// cannot meet.
public struct ToolContext<Owner: Integration>: SessionContext {
    public let installation: Installation
    public let environment: Owner.Environment
    /// What the integration made once at start: its provider's client, for example.
    public let services: Owner.Services
    public let invocation: Invocation
    /// Carries the call's ids. Never log tokens, message texts or whole phone numbers.
    public let log: Logger
    /// The right to write WORKPLACE fields; nil unless the call is the submission of a form.
    public let workplaceWriter: WorkplaceWriter?
    /// The unit of work that ``models`` and ``channels`` stand on.
    public let session: any PlatformSession

    public init(
        environment: Owner.Environment, services: Owner.Services, invocation: Invocation, log: Logger,
        session: any PlatformSession
    ) {
        self.installation = session.installation
        self.environment = environment
        self.services = services
        self.invocation = invocation
        self.log = log
        self.session = session
        self.workplaceWriter = invocation.trigger == .form ? WorkplaceWriter(session: session) : nil
    }
}

/// Everything that one call of a tool of the app version may use. It belongs to no installation.
public struct AppToolContext<Owner: Integration>: Sendable {
    public let environment: Owner.Environment.Provision
    public let services: Owner.Services
    public let invocation: Invocation
    public let log: Logger

    public init(
        environment: Owner.Environment.Provision, services: Owner.Services, invocation: Invocation, log: Logger
    ) {
        self.environment = environment
        self.services = services
        self.invocation = invocation
        self.log = log
    }
}

/// What an estimate may look at: the developer's variables, and nothing that could have an effect.
public struct EstimateContext<Owner: Integration>: Sendable {
    public let environment: Owner.Environment.Provision
    public let log: Logger

    public init(environment: Owner.Environment.Provision, log: Logger) {
        self.environment = environment
        self.log = log
    }
}

/// What is known about one call.
public struct Invocation: Sendable {
    /// Identifies the call in logs and answers.
    public let id: String
    public let trigger: Trigger
    /// Calls with the same key have one effect. Of the caller's choosing.
    public let idempotencyKey: String?

    public init(id: String, trigger: Trigger, idempotencyKey: String? = nil) {
        self.id = id
        self.trigger = trigger
        self.idempotencyKey = idempotencyKey
    }
}
