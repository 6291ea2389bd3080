#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An address that was made for one action of a handler.
public struct WebhookAddress: Hashable, Sendable {
    /// What the provider is told to call.
    public let url: String
    /// When it stops to be answered; nil: never by itself.
    public let expiresAt: Date?

    public init(url: String, expiresAt: Date?) {
        self.url = url
        self.expiresAt = expiresAt
    }
}

/// What is asked for when a handler registers a webhook of level ACTION. Generated code makes it.
public struct WebhookRegistrationRequest: Sendable {
    /// Handle of the webhook.
    public let webhook: String
    /// By name on the wire; comes back with every request.
    public let data: JSONObject
    /// The names in `data` that are kept sealed.
    public let secrets: Set<String>
    public let lifetime: Duration?

    public init(webhook: String, data: JSONObject, secrets: Set<String> = [], lifetime: Duration?) {
        self.webhook = webhook
        self.data = data
        self.secrets = secrets
        self.lifetime = lifetime
    }
}

extension PlatformSession {
    /// For platforms that register no webhooks for handlers.
    public func register(_ request: WebhookRegistrationRequest) async throws(PlatformFailure) -> WebhookAddress {
        throw .unavailable(reason: "this runtime registers no webhooks of level ACTION, such as \(request.webhook)")
    }
}
