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
        /// How often something on pages was changed.
        var counts: [InstallationID: Int] = [:]
        var readers: [InstallationID: [Int: AsyncStream<Change>.Continuation]] = [:]
        var isClosed = false
    }

    private let state = Mutex(State())
    /// Tells the marks of this process from those of others.
    private let name = String(UInt64.random(in: .min ... .max), radix: 36)
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
        let readers = state.withLock { state in
            if case .conversation = change {} else { state.counts[installation, default: 0] += 1 }
            return Array((state.readers[installation] ?? [:]).values)
        }
        for reader in readers { reader.yield(change) }
    }

    /// Where an installation stands now: another text after each change of its records or connection that this process
    /// has heard of.
    package func mark(of installation: InstallationID) -> String { state.withLock { mark(of: installation, in: $0) } }

    private func mark(of installation: InstallationID, in state: State) -> String {
        "\(name)-\(state.counts[installation] ?? 0)"
    }

    /// Changes from now on, until the reader stops or the server drains.
    ///
    /// - Parameter mark: Where the installation stood when the page was begun: what has changed since is told at once.
    package func updates(for installation: InstallationID, since mark: String? = nil) -> AsyncStream<Change> {
        let (stream, reader) = AsyncStream.makeStream(
            of: Change.self, bufferingPolicy: .bufferingNewest(Self.bufferSize))
        let key: Int? = state.withLock { state in
            guard !state.isClosed else { return nil }
            state.nextKey += 1
            state.readers[installation, default: [:]][state.nextKey] = reader
            if let mark, !mark.isEmpty, mark != self.mark(of: installation, in: state) { reader.yield(.records) }
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
