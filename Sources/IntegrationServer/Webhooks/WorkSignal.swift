internal import Synchronization

/// What units of work tell the event worker: that there may be something to do besides what arrives, and that what it
/// remembers of installations no longer holds.
package final class WorkSignal: Sendable {
    /// Has an element when the worker should look; one that nobody has taken yet stands for all that follow.
    package let wakeups: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation
    private let changes = Atomic(0)

    package init() {
        (wakeups, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Events may have become due.
    package func raise() { wake.yield() }

    /// Variables or channels of an installation were changed by this process.
    package func tenantChanged() { changes.add(1, ordering: .releasing) }

    /// Another number after each ``tenantChanged()``.
    package var generation: Int { changes.load(ordering: .acquiring) }
}
