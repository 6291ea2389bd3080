package import IntegrationKit
package import Storage

/// What operators see of the outbox and do about it. Every act is one step of the store's; open pages are told.
package struct OutboxDesk<I: Integration>: Sendable {
    private let core: RuntimeCore<I>

    package init(core: RuntimeCore<I>) { self.core = core }

    /// For metrics. What has happened since start is in ``Counters``.
    package func counts() async throws(StorageError) -> OutboxCounts { try await core.store.outboxCounts() }

    /// Messages of all installations, oldest first. A message that was sent is not among them.
    ///
    /// - Parameters:
    ///   - state: nil for all; `unknown` and `failed` are those that people have to look at.
    ///   - after: ``OutboxEntry/sequence`` of the last one of the page before.
    ///   - limit: 1 to 200.
    package func list(
        _ state: OutboxState? = nil, after: Int64? = nil, limit: Int = 50
    ) async throws(StorageError) -> [OutboxEntry] {
        try await core.store.outgoing(state: state, after: after, limit: limit)
    }

    package func entry(
        _ id: MessageID, of installation: InstallationID
    ) async throws(StorageError) -> OutboxEntry? {
        try await core.store.outgoing(id, of: installation)
    }

    /// Somebody has found out what became of a message of unknown outcome. One that was not sent is a failed one from
    /// then on, and can be sent again.
    ///
    /// - Returns: false when there is no such message of unknown outcome.
    package func settle(
        _ id: MessageID, of installation: InstallationID, wasSent: Bool
    ) async throws(StorageError) -> Bool {
        try await act(on: id, of: installation) { store throws(StorageError) in
            try await store.settleUnknown(id, of: installation, wasSent: wasSent, now: core.now)
        }
    }

    /// Sends a failed message again. - Returns: false when there is no such failed message.
    package func resend(_ id: MessageID, of installation: InstallationID) async throws(StorageError) -> Bool {
        try await act(on: id, of: installation) { store throws(StorageError) in
            try await store.resend(id, of: installation, now: core.now)
        }
    }

    /// Forgets a failed message, which stays in its conversation as failed. - Returns: false when there is no such one.
    package func discard(_ id: MessageID, of installation: InstallationID) async throws(StorageError) -> Bool {
        try await act(on: id, of: installation) { store throws(StorageError) in
            try await store.discardOutgoing(id, of: installation)
        }
    }

    private func act(
        on id: MessageID, of installation: InstallationID, _ act: (any Store) async throws(StorageError) -> Bool
    ) async throws(StorageError) -> Bool {
        guard try await act(core.store) else { return false }
        if let message = try await core.store.message(id, in: installation) {
            core.changes.publish(.conversation(message.conversation), installation: installation)
        }
        core.work.raiseSends()
        return true
    }
}
