import Synchronization

/// A part of a body that comes piece by piece: from a task that fetches the next piece while the one before is sent, to
/// the engine's thread.
final class ContentStream: Sendable {
    /// In bytes, as announced.
    let count: Int
    private let next: @Sendable () async throws -> [UInt8]?

    private struct State {
        var piece: [UInt8] = []
        var offset = 0
        /// What comes behind `piece`.
        var following: [UInt8]?
        var isFetching = false
        var hasEnded = false
        var failure: String?
        /// The thread was told to pause.
        var isAwaited = false
        /// Bytes that came so far.
        var received = 0
    }

    private let state = Mutex(State())

    init(count: Int, next: @escaping @Sendable () async throws -> [UInt8]?) {
        self.count = count
        self.next = next
    }

    /// Copies what is there, and has the next piece fetched when there is room for it.
    ///
    /// - Parameter wake: Called from another thread after a ``ContentReader/Reading/pause``.
    func read(
        into buffer: UnsafeMutableRawBufferPointer, wake: @escaping @Sendable () -> Void
    ) -> ContentReader.Reading {
        let (reading, fetches) = state.withLock { state -> (ContentReader.Reading, Bool) in
            if state.offset == state.piece.count, let following = state.following.take() {
                (state.piece, state.offset) = (following, 0)
            }
            let fetches = !state.isFetching && !state.hasEnded && state.failure == nil && state.following == nil
            if fetches { state.isFetching = true }
            let left = min(state.piece.count - state.offset, buffer.count)
            if left > 0 {
                state.piece.withUnsafeBytes { buffer.copyBytes(from: $0[state.offset..<state.offset + left]) }
                state.offset += left
                return (.bytes(left), fetches)
            }
            if let failure = state.failure { return (.failed(failure), false) }
            if state.hasEnded { return (.end, false) }
            state.isAwaited = true
            return (.pause, fetches)
        }
        if fetches { Task { await fetch(wake) } }
        return reading
    }

    private func fetch(_ wake: @Sendable () -> Void) async {
        let result: Result<[UInt8]?, any Error>
        do {
            var piece = try await next()
            while piece?.isEmpty == true { piece = try await next() }
            result = .success(piece)
        } catch {
            result = .failure(error)
        }
        let isAwaited = state.withLock { state in
            state.isFetching = false
            switch result {
            case .success(let piece?):
                state.received += piece.count
                if state.received > count {
                    state.failure = "the content has more than the \(count) bytes that were announced"
                } else {
                    state.following = piece
                }
            case .success(nil):
                state.hasEnded = true
                if state.received < count {
                    state.failure = "the content ended after \(state.received) of \(count) bytes"
                }
            case .failure(let error):
                state.failure = "the content could not be read: \(error)"
            }
            defer { state.isAwaited = false }
            return state.isAwaited
        }
        if isAwaited { wake() }
    }
}
