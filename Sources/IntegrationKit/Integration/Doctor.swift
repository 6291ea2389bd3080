/// One thing that `doctor` has looked at.
public struct Finding: Hashable, Sendable {
    public enum Status: String, Hashable, Sendable, CaseIterable {
        case ok
        /// It works, but somebody should look at it.
        case warning
        case problem
    }

    public let status: Status
    /// What was looked at, in a few words: `Webhook subscription`.
    public let subject: String
    /// What is so.
    public let message: String
    /// What to do; nil where nothing has to be done.
    public let advice: String?

    public init(_ status: Status, _ subject: String, _ message: String, advice: String? = nil) {
        self.status = status
        self.subject = subject
        self.message = message
        self.advice = advice
    }
}

/// What an integration has `doctor` look at at its provider. Checks read and change nothing; each has
/// ``timeout`` for all of its calls. What they throw is a problem of itself.
public struct DoctorChecks<Owner: Integration>: Sendable {
    public static var timeout: Duration { .seconds(20) }

    /// What is there once for the whole app: its credentials, its webhooks.
    public let app: (@Sendable (ProvisionContext<Owner>) async throws -> [Finding])?
    /// What each connected workplace has: its token, its accounts.
    public let installation: (@Sendable (HookContext<Owner>) async throws -> [Finding])?

    public init(
        app: (@Sendable (ProvisionContext<Owner>) async throws -> [Finding])? = nil,
        installation: (@Sendable (HookContext<Owner>) async throws -> [Finding])? = nil
    ) {
        self.app = app
        self.installation = installation
    }
}
