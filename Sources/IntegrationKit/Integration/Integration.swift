/// An integration: everything that its manifest declares, joined with its hand-written handlers.
///
/// The conformance is generated (`Integration.swift`); only ``Services`` and ``doctor`` are the author's, in extensions
/// of the generated type.
public protocol Integration: Sendable {
    associatedtype Environment: IntegrationEnvironment
    /// The typed stores of the models, as `context.models`.
    associatedtype Models: SessionView
    /// The typed channels, as `context.channels`.
    associatedtype Channels: SessionView
    /// The typed sequencers, as `context.sequencers`.
    associatedtype Sequencers: SessionView = NoSequencers
    /// What is made once at start and shared by all calls.
    associatedtype Services: IntegrationServices

    static var descriptor: IntegrationDescriptor { get }
    static var connections: [ConnectionDescriptor] { get }
    static var models: [ModelDescriptor] { get }
    static var tools: [ToolEntry<Self>] { get }
    static var webhooks: [WebhookEntry<Self>] { get }
    static var subscriptions: [SubscriptionEntry<Self>] { get }
    static var channels: [ChannelDescriptor] { get }
    static var hooks: Hooks<Self> { get }
    static var pages: [PageEntry<Self>] { get }
    static var navigation: [NavigationSection] { get }
    static var schedules: [ScheduleDescriptor] { get }
    static var batchOperations: [BatchOperationEntry<Self>] { get }
    /// The REST API as an OpenAPI document in JSON; nil serves none.
    static var openAPIDocument: String? { get }
    /// What the Skedyul platform is told of the integration, in JSON; nil tells it the names of tools and webhooks.
    static var platformConfiguration: String? { get }
    /// What 'doctor' looks at at the provider. The author's, in an extension of the generated type; none by default.
    static var doctor: DoctorChecks<Self> { get }
}

/// What an integration has that declares none.
extension Integration {
    public static var schedules: [ScheduleDescriptor] { [] }
    public static var batchOperations: [BatchOperationEntry<Self>] { [] }
    public static var openAPIDocument: String? { nil }
    public static var platformConfiguration: String? { nil }
    public static var doctor: DoctorChecks<Self> { DoctorChecks() }
}

extension Integration {
    public static var subscriptions: [SubscriptionEntry<Self>] { [] }
}

/// Who the integration is. Generated from the manifest's head.
public struct IntegrationDescriptor: Hashable, Sendable {
    public let handle: String
    public let name: String
    public let version: String
    public let description: String
    /// Hosts that may be called, `*.` for all below a domain. Nothing else is reachable for handlers.
    public let outgoingDomains: [String]

    public init(handle: String, name: String, version: String, description: String, outgoingDomains: [String]) {
        self.handle = handle
        self.name = name
        self.version = version
        self.description = description
        self.outgoingDomains = outgoingDomains
    }
}

/// A generated value that gives a session its typed face.
public protocol SessionView: Sendable {
    init(session: any PlatformSession)
}

/// What an integration makes once at start, for example its provider's client.
public protocol IntegrationServices: Sendable {
    /// Settings that move a provider's addresses elsewhere: a local sandbox. See ``OriginOverride``.
    static var originOverrides: [OriginOverride] { get }

    /// - Throws: when a setting is unusable; the message is shown at start.
    init(settings: ServiceSettings) async throws

    /// Ends what ``init(settings:)`` began. Called once, after the last handler has returned.
    func shutdown() async
}

/// A runtime setting that replaces the origin of a provider, for tests and the local sandbox.
public struct OriginOverride: Hashable, Sendable {
    /// Name of the setting: `META_GRAPH_URL`.
    public let setting: String
    /// The provider's own origin: `https://graph.facebook.com`.
    public let origin: String

    public init(setting: String, origin: String) {
        self.setting = setting
        self.origin = origin
    }
}

/// What the runtime gives to services when they are made.
public struct ServiceSettings: Sendable {
    public let descriptor: IntegrationDescriptor
    /// Provider origin to the origin that stands in for it, only those that are set.
    public let origins: [String: String]
    /// Takes note of a call to a provider. Say it of every one, for example as `observer` of an `HTTPClient`.
    public let observe: @Sendable (ProviderCall) -> Void

    public init(
        descriptor: IntegrationDescriptor, origins: [String: String],
        observe: @escaping @Sendable (ProviderCall) -> Void = { _ in }
    ) {
        self.descriptor = descriptor
        self.origins = origins
        self.observe = observe
    }

    /// The address to use for a provider's origin.
    public func origin(_ origin: String) -> String { origins[origin] ?? origin }
}

/// For integrations that call nobody.
public struct NoServices: IntegrationServices {
    public static var originOverrides: [OriginOverride] { [] }
    public init(settings: ServiceSettings) async throws {}
    public func shutdown() async {}
}
