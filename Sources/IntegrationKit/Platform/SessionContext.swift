/// The context of something that runs for one installation: what its session gives, with the integration's own types.
public protocol SessionContext: Sendable {
    associatedtype Owner: Integration
    /// The unit of work that everything here stands on.
    var session: any PlatformSession { get }
}

extension SessionContext {
    public var models: Owner.Models { Owner.Models(session: session) }
    public var channels: Owner.Channels { Owner.Channels(session: session) }
    public var sequencers: Owner.Sequencers { Owner.Sequencers(session: session) }
}

extension SessionContext where Owner: UsesFiles {
    /// The platform's files.
    public var files: any FileService { session.services.files }
}

extension SessionContext where Owner: UsesCalls {
    /// The platform's call sessions.
    public var calls: any CallService { session.services.calls }
}

extension SessionContext where Owner: UsesAI {
    /// The platform's language models.
    public var ai: any AIService { session.services.ai }
}

extension SessionContext where Owner: UsesReports {
    /// The platform's reports.
    public var reports: any ReportService { session.services.reports }
}
