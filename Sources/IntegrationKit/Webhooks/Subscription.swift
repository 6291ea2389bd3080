public import Logging

/// Something that the provider is to send. Every conformance is generated; the author writes the
/// ``SubscriptionHandler``.
public protocol Subscription: Sendable {
    associatedtype Owner: Integration

    static var descriptor: SubscriptionDescriptor { get }
}

/// The facts about a subscription. Generated from `subscriptions.<handle>`.
public struct SubscriptionDescriptor: Hashable, Sendable {
    public let handle: String
    public let label: String
    /// Handle of the webhook that it is sent to.
    public let webhook: String
    /// What the provider's interface calls for, in JSON; its texts may be templates over `env` and `record`.
    public let spec: String
    /// Handle of the model of which each instance has one.
    public let model: String?
    /// Name of the variable, or handle of the model's field, that keeps the provider's id.
    public let store: String?
    /// How long before its end it is made again.
    public let renewalLead: Duration?

    public init(
        handle: String, label: String, webhook: String, spec: String, model: String? = nil, store: String? = nil,
        renewalLead: Duration? = nil
    ) {
        self.handle = handle
        self.label = label
        self.webhook = webhook
        self.spec = spec
        self.model = model
        self.store = store
        self.renewalLead = renewalLead
    }
}

/// The hand-written half of a subscription: how it is listed, made and ended at the provider.
public protocol SubscriptionHandler: Subscription {
    typealias Context = SubscriptionContext<Owner>

    /// The ids of those that the provider has now.
    static func list(in context: Context) async throws -> [String]
    /// - Returns: the provider's id of the new one.
    static func create(in context: Context) async throws -> String
    static func delete(_ id: String, in context: Context) async throws
}

/// What the handling of a subscription may use.
public struct SubscriptionContext<Owner: Integration>: Sendable {
    /// The spec with its templates filled in.
    public let spec: JSON
    /// The public address of the webhook.
    public let url: String
    public let provision: Owner.Environment.Provision
    /// nil for a webhook of level APP.
    public let environment: Owner.Environment?
    public let services: Owner.Services
    public let log: Logger

    public init(
        spec: JSON, url: String, provision: Owner.Environment.Provision, environment: Owner.Environment?,
        services: Owner.Services, log: Logger
    ) {
        self.spec = spec
        self.url = url
        self.provision = provision
        self.environment = environment
        self.services = services
        self.log = log
    }
}

/// A subscription with its handler, as the registry keeps it.
public struct SubscriptionEntry<Owner: Integration>: Sendable {
    public let descriptor: SubscriptionDescriptor
    public let list: @Sendable (SubscriptionContext<Owner>) async throws -> [String]
    public let create: @Sendable (SubscriptionContext<Owner>) async throws -> String
    public let delete: @Sendable (String, SubscriptionContext<Owner>) async throws -> Void

    public init<S: SubscriptionHandler>(_ subscription: S.Type) where S.Owner == Owner {
        descriptor = S.descriptor
        list = { try await S.list(in: $0) }
        create = { try await S.create(in: $0) }
        delete = { try await S.delete($0, in: $1) }
    }
}
