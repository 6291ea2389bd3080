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
        /// The question that is under way, whose answer all wait for.
        var question: Task<Void, Never>?
    }

    private let kept = Mutex<[String: Kept]>([:])
    /// How long a handler may take to fetch keys.
    private static var patience: Duration { .seconds(10) }

    /// The keys that may have made a request's signature.
    ///
    /// - Parameters:
    ///   - id: What the request calls the key; nil: all are tried.
    ///   - core: Has the developer's variables.
    /// - Returns: none when the handler does not give it; the request is refused then, and the provider comes again.
    func keys(for entry: WebhookEntry<I>, id: String?, in core: RuntimeCore<I>) async -> [WebhookKey] {
        let now = core.now
        guard case .publicKey(let options) = entry.descriptor.signature.style, let fetch = entry.keys else { return [] }
        let handle = entry.descriptor.handle
        // Keys that cannot be asked for again yet are not too old either.
        let life = max(options.cache, options.minimumInterval).timeInterval
        let question = kept.withLock { all -> Task<Void, Never>? in
            var state = all[handle] ?? Kept()
            let isOld = now.timeIntervalSince(state.fetchedAt) > life
            let isUnknown = id.map { id in !state.keys.contains { $0.id == nil || $0.id == id } } ?? state.keys.isEmpty
            guard isOld || (isUnknown && options.refetchesOnMiss) else { return nil }
            if let question = state.question { return question }
            guard now.timeIntervalSince(state.askedAt) >= options.minimumInterval.timeInterval else { return nil }
            state.askedAt = now
            // Not a child of the request that happens to be the first: the others go on when its provider hangs up.
            state.question = Task { await self.ask(fetch, for: handle, in: core, now: now) }
            all[handle] = state
            return state.question
        }
        await question?.value
        guard let state = kept.withLock({ $0[handle] }), now.timeIntervalSince(state.fetchedAt) <= life else { return [] }
        guard let id else { return state.keys }
        return state.keys.filter { $0.id == nil || $0.id == id }
    }

    private func ask(
        _ fetch: @escaping @Sendable (WebhookKeyContext<I>) async throws -> [WebhookKey], for handle: String,
        in core: RuntimeCore<I>, now: Date
    ) async {
        do {
            let context = WebhookKeyContext<I>(
                environment: try core.provision(), services: core.services, log: core.log)
            let keys = try await withDeadline(Self.patience) { try await fetch(context) }
            kept.withLock { all in
                all[handle]?.keys = keys
                all[handle]?.fetchedAt = now
                all[handle]?.question = nil
            }
        } catch {
            kept.withLock { $0[handle]?.question = nil }
            core.log.error("a provider's public keys could not be fetched",
                metadata: ["webhook": "\(handle)", "reason": "\(error)"])
        }
    }
}
