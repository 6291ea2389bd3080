public import Logging

/// A public key of a provider's.
public struct WebhookKey: Hashable, Sendable {
    /// The name that requests call it by; nil when they do not.
    public let id: String?
    /// In PEM (`-----BEGIN PUBLIC KEY-----`, RFC 7468), or the 32 raw bytes of an Ed25519 key in Base64.
    public let text: String

    public init(id: String? = nil, text: String) {
        self.id = id
        self.text = text
    }
}

/// The hand-written half of a signature of style PUBLIC_KEY: where the provider publishes its keys.
public protocol WebhookKeySource: Sendable {
    associatedtype Owner: Integration

    /// All keys that are in force. What it gives is remembered as the manifest says.
    static func keys(in context: WebhookKeyContext<Owner>) async throws -> [WebhookKey]
}

/// What fetching keys may use. It belongs to no installation.
public struct WebhookKeyContext<Owner: Integration>: Sendable {
    public let environment: Owner.Environment.Provision
    public let services: Owner.Services
    public let log: Logger

    public init(environment: Owner.Environment.Provision, services: Owner.Services, log: Logger) {
        self.environment = environment
        self.services = services
        self.log = log
    }
}
