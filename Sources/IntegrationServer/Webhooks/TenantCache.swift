internal import IntegrationKit
internal import Storage
internal import Synchronization

/// What event handlers need of an installation, remembered for a second, since events come in crowds.
///
/// What this process changes is seen at once: ``WorkSignal/tenantChanged()`` makes everything that was read before
/// worthless. What another process changes is seen as soon as it says so, and a second later at most.
final class TenantCache<I: Integration>: Sendable {
    /// What is kept together in memory, at most.
    private static var capacity: Int { 1000 }
    private static var lifetime: Duration { .seconds(1) }

    struct Tenant: Sendable {
        let installation: Installation
        let environment: I.Environment
    }

    private struct Kept<Value: Sendable>: Sendable {
        let value: Value
        let generation: Int
        let until: ContinuousClock.Instant
    }

    private struct ChannelKey: Hashable {
        let installation: InstallationID
        let channel: ChannelID
    }

    private struct State {
        var tenants: [InstallationID: Kept<Tenant>] = [:]
        var channels: [ChannelKey: Kept<ChannelRecord>] = [:]
    }

    private let core: RuntimeCore<I>
    private let state = Mutex(State())

    init(core: RuntimeCore<I>) { self.core = core }

    /// - Returns: nil when the installation is gone.
    /// - Throws: ``StorageError``, or ``ToolFailure`` when its settings are not complete.
    func tenant(_ id: InstallationID) async throws -> Tenant? {
        // Before reading: what changes while we read must not be taken for what was read.
        let generation = core.work.generation
        if let kept = state.withLock({ $0.tenants[id] }), isFresh(kept, generation) { return kept.value }
        guard let installation = try await core.store.installation(id) else { return nil }
        let tenant = Tenant(installation: installation, environment: try await core.environment(of: installation))
        state.withLock { Self.keep(kept(tenant, generation), for: id, in: &$0.tenants) }
        return tenant
    }

    /// - Returns: nil when the channel is gone, or is another installation's.
    func channel(_ id: ChannelID, of installation: InstallationID) async throws(StorageError) -> ChannelRecord? {
        let generation = core.work.generation
        let key = ChannelKey(installation: installation, channel: id)
        if let kept = state.withLock({ $0.channels[key] }), isFresh(kept, generation) { return kept.value }
        guard let channel = try await core.store.channel(id, of: installation) else { return nil }
        state.withLock { Self.keep(kept(channel, generation), for: key, in: &$0.channels) }
        return channel
    }

    /// The installation's one open channel of those that receive by the webhook: a webhook of an installation's own needs
    /// no route while there is no choice.
    func onlyChannel(
        receivingBy webhook: String, of installation: InstallationID
    ) async throws(StorageError) -> ChannelRecord? {
        let handles = I.channels.filter { $0.messaging?.receiveWebhook == webhook }.map(\.handle)
        guard handles.count == 1 else { return nil }
        let open = try await core.store.channels(of: installation, handle: handles[0])
        return open.count == 1 ? open[0] : nil
    }

    private func isFresh<Value>(_ kept: Kept<Value>, _ generation: Int) -> Bool {
        kept.generation == generation && ContinuousClock.now < kept.until
    }

    private func kept<Value>(_ value: Value, _ generation: Int) -> Kept<Value> {
        Kept(value: value, generation: generation, until: .now + Self.lifetime)
    }

    private static func keep<Key, Value>(_ kept: Kept<Value>, for key: Key, in all: inout [Key: Kept<Value>]) {
        if all.count >= capacity { all = [:] }
        all[key] = kept
    }
}
