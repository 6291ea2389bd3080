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
            if try await core.store.registrations(webhook: handle).isEmpty {
                try await core.store.putRegistration(WebhookRegistration(
                    id: "whkr_" + SecureRandom.identifier(bytes: 20), webhook: handle, installation: nil,
                    createdAt: core.now))
            }
            // Read again: another process may have made one at the same time, and all must agree on the oldest.
            urls[handle] = try await core.store.registrations(webhook: handle)
                .min { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }.map { url($0.id) }
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

    package func url(_ id: String) -> String { "\(core.address.url)/api/webhooks/\(id)" }
}
