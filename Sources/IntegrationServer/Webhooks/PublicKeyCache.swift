#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Logging
internal import Synchronization

/// The providers' public keys, as their handlers gave them, for as long as the manifest says.
final class PublicKeyCache<I: Integration>: Sendable {
    private struct Kept {
        var keys: [WebhookKey] = []
        var fetchedAt = Date.distantPast
        var askedAt = Date.distantPast
    }

    private let core: RuntimeCore<I>
    private let kept = Mutex<[String: Kept]>([:])
    /// How long a handler may take to fetch keys.
    private static var patience: Duration { .seconds(10) }

    init(core: RuntimeCore<I>) { self.core = core }

    /// The keys that may have made a request's signature.
    ///
    /// - Parameter id: What the request calls the key; nil: all are tried.
    /// - Returns: none when the handler does not give it; the request is refused then, and the provider comes again.
    func keys(for entry: WebhookEntry<I>, id: String?, now: Date) async -> [WebhookKey] {
        guard case .publicKey(let options) = entry.descriptor.signature.style, let fetch = entry.keys else { return [] }
        let handle = entry.descriptor.handle
        var state = kept.withLock { $0[handle] } ?? Kept()
        let isOld = now.timeIntervalSince(state.fetchedAt) > options.cache.timeInterval
        let isUnknown = id.map { id in !state.keys.contains { $0.id == id } } ?? state.keys.isEmpty
        let mayAsk = now.timeIntervalSince(state.askedAt) >= options.minimumInterval.timeInterval
        if mayAsk, isOld || (isUnknown && options.refetchesOnMiss) {
            state.askedAt = now
            kept.withLock { [state] in $0[handle] = state }
            do {
                let context = WebhookKeyContext<I>(environment: core.provision, services: core.services, log: core.log)
                state.keys = try await withDeadline(Self.patience) { try await fetch(context) }
                state.fetchedAt = now
                kept.withLock { [state] in $0[handle] = state }
            } catch {
                core.log.error("a provider's public keys could not be fetched",
                    metadata: ["webhook": "\(handle)", "reason": "\(error)"])
            }
        }
        guard let id else { return state.keys }
        return state.keys.filter { $0.id == nil || $0.id == id }
    }
}
