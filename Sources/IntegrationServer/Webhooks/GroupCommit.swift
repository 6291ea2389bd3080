internal import Logging
internal import ServiceLifecycle
package import Storage
internal import Synchronization

/// Makes deliveries durable, many in one transaction: whatever waits when the store is free goes into the next one. A
/// delivery that comes alone is written at once; under load the transactions grow by themselves.
package final class GroupCommit: Sendable {
    /// Why a delivery was not taken. The provider keeps it and comes again.
    package enum Refusal: Error, Hashable, Sendable {
        case queueFull
        case store(StorageError)
        case stopped
    }

    private struct Waiting {
        let delivery: Delivery
        let done: CheckedContinuation<Refusal?, Never>
    }

    private struct State {
        var waiting: [Waiting] = []
        var bytes = 0
        var isStopped = false
    }

    /// Deliveries in one transaction, at most.
    private static let largestBatch = 512

    private let store: any Store
    private let limits: Limits
    private let state = Mutex(State())
    private let wakeups: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation
    private let appended: AsyncStream<Void>.Continuation
    /// Something was stored that waits to be split.
    package let arrivals: AsyncStream<Void>

    package init(store: any Store, limits: Limits) {
        self.store = store
        self.limits = limits
        (wakeups, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        (arrivals, appended) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Deliveries that wait for the store now.
    package var waitingCount: Int { state.withLock(\.waiting.count) }

    /// Returns when the delivery would survive a crash.
    package func append(_ delivery: Delivery) async throws(Refusal) {
        let refusal: Refusal? = await withCheckedContinuation { done in
            let refusal = state.withLock { state -> Refusal? in
                if state.isStopped { return .stopped }
                guard state.waiting.count < limits.waitingDeliveries,
                    state.bytes + delivery.body.count <= limits.waitingDeliveryBytes
                else { return .queueFull }
                state.waiting.append(Waiting(delivery: delivery, done: done))
                state.bytes += delivery.body.count
                return nil
            }
            if let refusal { done.resume(returning: refusal) } else { wake.yield() }
        }
        if let refusal { throw refusal }
    }

    /// Writes until the server stops; deliveries that wait then are still written.
    package func run() async {
        await withGracefulShutdownHandler {
            for await _ in wakeups { await flush() }
        } onGracefulShutdown: {
            self.wake.finish()
        }
        await flush()
        let left = state.withLock { state in
            state.isStopped = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for waiting in left { waiting.done.resume(returning: .stopped) }
        appended.finish()
    }

    private func flush() async {
        while true {
            let batch = take()
            guard !batch.isEmpty else { return }
            let refusal: Refusal?
            do {
                try await store.append(batch.map(\.delivery))
                refusal = nil
            } catch {
                refusal = .store(error)
            }
            for waiting in batch { waiting.done.resume(returning: refusal) }
            if refusal == nil {
                appended.yield()
                store.tell(.work)
            }
        }
    }

    private func take() -> [Waiting] {
        state.withLock { state in
            let batch = Array(state.waiting.prefix(Self.largestBatch))
            state.waiting.removeFirst(batch.count)
            for waiting in batch { state.bytes -= waiting.delivery.body.count }
            return batch
        }
    }
}
