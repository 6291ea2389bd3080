#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Cryptography
package import IntegrationKit
package import Storage
internal import Synchronization

/// The addresses at which providers reach the integration's webhooks.
package struct WebhookRegistry<I: Integration>: Sendable {
    private let core: RuntimeCore<I>
    private let known = Known()

    /// Registrations of level APP, which are never removed. Those of installations are looked up each time.
    private final class Known: Sendable {
        let registrations = Mutex<[String: WebhookRegistration]>([:])
    }

    package init(core: RuntimeCore<I>) { self.core = core }

    /// Makes one registration for each webhook of level APP that has none.
    ///
    /// - Returns: public addresses by handle of the webhook.
    package func registerApp() async throws(StorageError) -> [String: String] {
        var urls: [String: String] = [:]
        for webhook in I.webhooks where webhook.descriptor.level == .app {
            let handle = webhook.descriptor.handle
            urls[handle] = url(try await core.store.register(handle, for: nil, now: core.now).id)
        }
        return urls
    }

    /// The registration of an address.
    package func registration(_ id: String) async throws(StorageError) -> WebhookRegistration? {
        if let registration = known.registrations.withLock({ $0[id] }) { return registration }
        guard id.utf8.count <= 128, let registration = try await core.store.registration(id) else { return nil }
        if registration.installation == nil { known.registrations.withLock { $0[id] = registration } }
        return registration
    }

    package func url(_ id: String) -> String { core.address.webhookURL(id) }
}

extension PublicAddress {
    /// Where deliveries of a registration come in.
    func webhookURL(_ registration: String) -> String { "\(url)/api/webhooks/\(registration)" }
}

extension TenantStore {
    /// The webhook's registration for all installations (`nil`) or for one, made when there is none.
    func register(
        _ webhook: String, for installation: InstallationID?, now: Date
    ) async throws(StorageError) -> WebhookRegistration {
        if let registration = try await oldestRegistration(of: webhook, for: installation) { return registration }
        let made = WebhookRegistration(
            id: "whkr_" + SecureRandom.identifier(bytes: 20), webhook: webhook, installation: installation,
            createdAt: now)
        try await putRegistration(made)
        // Read again: another process may have made one at the same time, and all must agree on the oldest.
        return try await oldestRegistration(of: webhook, for: installation) ?? made
    }

    private func oldestRegistration(
        of webhook: String, for installation: InstallationID?
    ) async throws(StorageError) -> WebhookRegistration? {
        try await registrations(webhook: webhook).filter { $0.installation == installation }
            .min { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }
}
