internal import Synchronization

/// What units of work tell the workers: that there may be something to do besides what arrives, and that what they
/// remember of installations no longer holds.
package final class WorkSignal: Sendable {
    /// Has an element when the event worker should look; one that nobody has taken yet stands for all that follow.
    package let wakeups: AsyncStream<Void>
    /// The same for the outbox.
    package let sends: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation
    private let wakeSender: AsyncStream<Void>.Continuation
    private let changes = Atomic(0)

    package init() {
        (wakeups, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        (sends, wakeSender) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Events may have become due.
    package func raise() { wake.yield() }

    /// Messages may have become due.
    package func raiseSends() { wakeSender.yield() }

    /// Messages will have become due then.
    package func raiseSends(after time: Duration) {
        guard time < .seconds(60) else { return }
        // Unstructured on purpose: a wake-up that comes too late or never does no harm, the worker looks by itself, too.
        Task { [wakeSender] in
            try? await Task.sleep(for: max(time, .zero) + .milliseconds(5))
            wakeSender.yield()
        }
    }

    /// Variables or channels of an installation were changed by this process.
    package func tenantChanged() { changes.add(1, ordering: .releasing) }

    /// Another number after each ``tenantChanged()``.
    package var generation: Int { changes.load(ordering: .acquiring) }
}
