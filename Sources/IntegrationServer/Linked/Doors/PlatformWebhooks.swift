#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Logging
internal import SkedyulAPI

/// The addresses at which the platform takes the integration's webhooks.
struct PlatformWebhooks<I: Integration>: Sendable {
    let linked: LinkedRuntime<I>

    /// An address that ends sooner is made anew.
    private static var shortestLife: TimeInterval { 24 * 3600 }

    /// Makes one address for each webhook of level APP that has none.
    ///
    /// - Returns: by handle of the webhook.
    func registerApp(in core: RuntimeCore<I>) async throws -> [String: String] {
        let access = linked.platform.api.access(with: core.tenancy.call?.token ?? linked.settings.token)
        var urls: [String: String] = [:]
        for webhook in I.webhooks.map(\.descriptor) where webhook.level == .app {
            do throws(CoreFailure) {
                let present = try await access.webhooks(named: webhook.handle)
                    .filter { $0.expiresAt.map { $0.timeIntervalSince(core.now) > Self.shortestLife } ?? true }
                // The oldest: others may have been made at the same time, and all must agree.
                let address =
                    if let first = present.min(by: { $0.id < $1.id }) { first } else { try await access.createWebhook(webhook.handle) }
                urls[webhook.handle] = address.url
            } catch {
                throw PlatformFailure.unavailable(reason: "\(error)")
            }
        }
        return urls
    }

    /// Takes back all addresses of an installation's own.
    ///
    /// - Returns: ids of those that are gone.
    func clean(of installation: Installation, in core: RuntimeCore<I>, _ log: Logger) async -> [String] {
        var cleaned: [String] = []
        do throws(CoreFailure) {
            var token = core.tenancy.call?.token ?? linked.settings.token
            // By the app's right those of all installations are seen.
            if token.canBeExchanged { token = try await linked.platform.tokens.token(for: installation.id, by: token) }
            let access = linked.platform.api.access(with: token)
            for webhook in try await access.webhooks() {
                if try await access.deleteWebhook(webhook.id) { cleaned.append(webhook.id) }
            }
        } catch {
            log.warning("webhooks of an installation could not be taken back", metadata: ["error": "\(error)"])
        }
        return cleaned
    }
}
