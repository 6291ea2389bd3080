package import IntegrationKit
package import Storage
internal import Synchronization

/// Something that an open page may want to show at once.
package enum Change: Hashable, Sendable {
    /// The conversation has a new message, or one of its messages moved.
    case conversation(ConversationID)
    /// The installation was connected, disconnected or its credentials changed.
    case connection
    /// Instances of models were written.
    case records
}

/// Tells open pages that something changed. It says what to read again, never the data itself; what is missed does no
/// harm.
package final class ChangeFeed: Sendable {
    /// Changes that wait for one slow reader; older ones are dropped.
    package static let bufferSize = 64

    private struct State {
        var nextKey = 0
        var readers: [InstallationID: [Int: AsyncStream<Change>.Continuation]] = [:]
        var isClosed = false
    }

    private let state = Mutex(State())
    private let tell: @Sendable (StoreHint) -> Void

    /// True while a page is drawn. Records that are written on that way, such as a status that the provider was asked
    /// for, are on that page already; were they told, two open pages would have each other load again without end.
    @TaskLocal package static var isDrawing = false

    /// - Parameter tell: Tells the other processes on the store.
    package init(telling tell: @escaping @Sendable (StoreHint) -> Void = { _ in }) { self.tell = tell }

    /// Something was changed by this process: told to the pages that are open here and elsewhere.
    package func publish(_ change: Change, installation: InstallationID) {
        hear(change, installation: installation)
        switch change {
        case .conversation(let id): tell(.conversation(id, installation))
        case .connection: tell(.connection(installation))
        case .records: tell(.records(installation))
        }
    }

    /// Something was changed by whichever process.
    package func hear(_ change: Change, installation: InstallationID) {
        for reader in state.withLock({ Array(($0.readers[installation] ?? [:]).values) }) { reader.yield(change) }
    }

    /// Changes from now on, until the reader stops or the server drains.
    package func updates(for installation: InstallationID) -> AsyncStream<Change> {
        let (stream, reader) = AsyncStream.makeStream(
            of: Change.self, bufferingPolicy: .bufferingNewest(Self.bufferSize))
        let key: Int? = state.withLock { state in
            guard !state.isClosed else { return nil }
            state.nextKey += 1
            state.readers[installation, default: [:]][state.nextKey] = reader
            return state.nextKey
        }
        guard let key else {
            reader.finish()
            return stream
        }
        reader.onTermination = { [weak self] _ in self?.remove(key, of: installation) }
        return stream
    }

    /// Ends all streams, so that the connections that carry them can close.
    package func close() {
        let readers = state.withLock { state in
            state.isClosed = true
            return state.readers.values.flatMap(\.values)
        }
        for reader in readers { reader.finish() }
    }

    private func remove(_ key: Int, of installation: InstallationID) {
        state.withLock { state in
            state.readers[installation]?[key] = nil
            if state.readers[installation]?.isEmpty == true { state.readers[installation] = nil }
        }
    }
}
