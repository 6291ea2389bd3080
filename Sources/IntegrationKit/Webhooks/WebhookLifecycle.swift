public import Logging

/// A moment at which a webhook may have to be registered at the provider, or taken back.
public enum WebhookMoment: String, Hashable, Sendable {
    case appInstalled = "APP_INSTALLED"
    case appUninstalled = "APP_UNINSTALLED"
    case versionProvisioned = "VERSION_PROVISIONED"
    case versionDeprovisioned = "VERSION_DEPROVISIONED"
    case channelCreated = "CHANNEL_CREATED"
    case channelUpdated = "CHANNEL_UPDATED"
    case channelDeleted = "CHANNEL_DELETED"
}

/// The hand-written half of a webhook's `lifecycle`.
public protocol WebhookLifecycleHandler: Sendable {
    associatedtype Owner: Integration

    /// May come more than once for one moment, so it must bring about a state rather than do a step.
    static func reached(_ moment: WebhookMoment, in context: WebhookLifecycleContext<Owner>) async throws
}

/// What the handling of such a moment may use.
public struct WebhookLifecycleContext<Owner: Integration>: Sendable {
    /// The public address of the webhook; nil for level ACTION.
    public let url: String?
    /// Of moments of a channel.
    public let channel: ChannelRecord?
    public let provision: Owner.Environment.Provision
    /// nil for moments of the version.
    public let environment: Owner.Environment?
    public let services: Owner.Services
    public let log: Logger
    /// nil for moments of the version.
    public let session: (any PlatformSession)?

    public init(
        url: String?, channel: ChannelRecord?, provision: Owner.Environment.Provision, environment: Owner.Environment?,
        services: Owner.Services, log: Logger, session: (any PlatformSession)?
    ) {
        self.url = url
        self.channel = channel
        self.provision = provision
        self.environment = environment
        self.services = services
        self.log = log
        self.session = session
    }

    public var models: Owner.Models? { session.map { Owner.Models(session: $0) } }
}
