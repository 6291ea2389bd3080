#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Logging
internal import ServiceLifecycle
internal import Storage
internal import Synchronization

/// Handles stored events: in order within a lane, lanes in parallel, each in a unit of work that commits together with
/// the event's completion. It is woken by arrivals and by due retries, and looks by itself only for what a process that
/// died left behind.
struct EventWorker<I: Integration>: Service {
    let core: RuntimeCore<I>
    let arrivals: AsyncStream<Void>

    private let splitter: DeliverySplitter<I>
    private let cache: TenantCache<I>
    private let entries: [String: WebhookEntry<I>]
    private let wakeups: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation
    private let running = Running()

    /// How long a worker that died holds up a lane. One that lives holds on to its events for as long as they take.
    private static var lease: Duration { .seconds(20) }
    private static var renewal: Duration { .seconds(5) }
    private static var backoff: Backoff { Backoff(base: .seconds(1), maximum: .seconds(600)) }
    /// How often more than it may fail an event is begun: what kills a worker is hardly ever the event that it handles,
    /// but it must not kill them all for ever.
    private static var forgivenDeaths: Int { 10 }
    /// After the store has failed.
    private static var pause: Duration { .milliseconds(500) }

    /// The events that are being handled, and until when they are held.
    private final class Running: Sendable {
        private let events = Mutex<[EventID: Date]>([:])

        var count: Int { events.withLock(\.count) }
        func begin(_ event: EventID, until lease: Date) { events.withLock { $0[event] = lease } }
        func end(_ event: EventID) { events.withLock { $0[event] = nil } }

        /// Those whose lease ends before `date`: from now on they are held until `lease`.
        func renew(before date: Date, until lease: Date) -> [EventID] {
            events.withLock { events in
                let ending = events.filter { $0.value < date }.keys
                for event in ending { events[event] = lease }
                return Array(ending)
            }
        }
    }

    init(core: RuntimeCore<I>, arrivals: AsyncStream<Void>) {
        self.core = core
        self.arrivals = arrivals
        splitter = DeliverySplitter(core: core)
        cache = TenantCache(core: core)
        entries = Dictionary(I.webhooks.map { ($0.descriptor.handle, $0) }, uniquingKeysWith: { first, _ in first })
        (wakeups, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func run() async throws {
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { timers in
                timers.addTask { for await _ in arrivals { wake.yield() } }
                timers.addTask { for await _ in core.work.wakeups { wake.yield() } }
                timers.addTask {
                    while (try? await Task.sleep(for: core.settings.limits.pollInterval)) != nil { wake.yield() }
                }
                timers.addTask {
                    while (try? await Task.sleep(for: Self.renewal)) != nil { await holdOn() }
                }
                wake.yield()
                await withDiscardingTaskGroup { handlers in
                    for await _ in wakeups { await work(&handlers) }
                }
                timers.cancelAll()
            }
        } onGracefulShutdown: {
            wake.finish()
        }
    }

    /// Splits and starts as much as there is room for.
    private func work(_ handlers: inout DiscardingTaskGroup) async {
        var isMore = true
        while isMore {
            var failure: StorageError?
            do throws(StorageError) {
                isMore = try await splitter.splitSome()
            } catch {
                failure = error
            }
            // Whatever is wrong with deliveries, events that are there are handled.
            do throws(StorageError) {
                try await claim(&handlers)
            } catch {
                failure = error
            }
            guard let failure else { continue }
            if failure == .cancelled { return }
            core.log.error("the inbox cannot be read", metadata: ["error": "\(failure)"])
            try? await Task.sleep(for: Self.pause)
            wake.yield()
            return
        }
    }

    /// Starts the events that are due, as many as there is room for.
    private func claim(_ handlers: inout DiscardingTaskGroup) async throws(StorageError) {
        while true {
            let room = core.settings.limits.concurrentEvents - running.count
            guard room > 0 else { return }
            let now = core.now
            let lease = now.addingTimeInterval(Self.lease.timeInterval)
            let events = try await core.store.claimEvents(limit: room, now: now, leaseUntil: lease)
            for event in events {
                running.begin(event.id, until: lease)
                handlers.addTask {
                    await handle(event)
                    running.end(event.id)
                    wake.yield()
                }
            }
            if events.count < room { return }
        }
    }

    /// Keeps other workers away from what takes longer.
    private func holdOn() async {
        let now = core.now
        let lease = now.addingTimeInterval(Self.lease.timeInterval)
        let events = running.renew(before: lease.addingTimeInterval(-Self.renewal.timeInterval), until: lease)
        do throws(StorageError) {
            try await core.store.hold(events, now: now, until: lease)
        } catch {
            // Their leases may end; whoever handles such an event second finds it completed, or completes it first.
            core.log.warning("events could not be held on to", metadata: ["events": "\(events.count)", "error": "\(error)"])
        }
    }

    // MARK: One event

    private func handle(_ event: StoredEvent) async {
        var log = core.log
        log[metadataKey: "event"] = "\(event.id)"
        log[metadataKey: "installation"] = "\(event.installation)"
        let start = ContinuousClock.now
        var outcome = "done"
        do {
            try await runHandler(event, log)
            core.counters.add(.eventsHandled)
        } catch {
            outcome = await giveBack(event, after: error, log)
        }
        core.metrics.events.add(Timings.Labels(event.webhook, outcome), .now - start)
    }

    private func runHandler(_ event: StoredEvent, _ log: Logger) async throws {
        guard event.attempt < attempts(of: event) + Self.forgivenDeaths else {
            throw NotHandled(reason: "it was begun \(event.attempt) times, and each time its worker died")
        }
        guard let entry = entries[event.webhook] else {
            throw NotHandled(reason: "the manifest has no webhook '\(event.webhook)' any more")
        }
        guard case .events(_, let handle) = entry.work else {
            throw NotHandled(reason: "the webhook '\(event.webhook)' is a callback now, which has no events")
        }
        guard let tenant = try await cache.tenant(event.installation) else {
            throw NotHandled(reason: "the installation is gone")
        }
        let channel =
            if let id = event.channel {
                try await cache.channel(id, of: event.installation)
            } else {
                try await cache.onlyChannel(receivingBy: event.webhook, of: event.installation)
            }
        let session = try await core.work(for: tenant.installation)
        let context = WebhookContext<I>(
            environment: tenant.environment, services: core.services, channel: channel, attempt: event.attempt, log: log,
            session: session)
        do {
            try await withDeadline(entry.descriptor.timeout) { try await handle(event.content, context) }
        } catch {
            await session.abandon()
            throw error
        }
        try await session.finish(with: [.completeEvent(event.id, at: core.now)])
    }

    /// Trying again cannot help.
    private struct NotHandled: Error { let reason: String }

    /// - Returns: what becomes of the event, in a word.
    private func giveBack(_ event: StoredEvent, after error: any Error, _ log: Logger) async -> String {
        let retryAt = retryTime(event, after: error)
        let failure = Self.words(for: error)
        if retryAt == nil {
            core.counters.add(.eventsDead)
            log.error("an event failed for good and is kept as a dead letter",
                metadata: ["kind": "\(event.kind)", "attempts": "\(event.attempt + 1)", "reason": "\(failure)"])
        } else {
            core.counters.add(.eventsRetried)
            log.warning("an event failed and will be tried again",
                metadata: ["kind": "\(event.kind)", "attempt": "\(event.attempt)", "reason": "\(failure)"])
        }
        // Also when this task is cancelled: else the event waits until its lease is over.
        let release = Task { [core] in
            try await core.store.release(event.id, failure: failure, retryAt: retryAt, now: core.now)
        }
        do {
            try await release.value
        } catch {
            log.error("an event could not be given back; it is free when its lease is over", metadata: ["error": "\(error)"])
        }
        if let retryAt { wakeLater(at: retryAt) }
        return retryAt == nil ? "dead" : "retried"
    }

    private func retryTime(_ event: StoredEvent, after error: any Error) -> Date? {
        if error is CancellationError { return core.now }
        if error is NotHandled || error is InvalidValue { return nil }
        guard event.attempt + 1 < attempts(of: event) else { return nil }
        var delay = Self.backoff.delay(attempt: event.attempt)
        if let failure = error as? ToolFailure, case .after(let wished) = failure.retry { delay = max(delay, wished) }
        return core.now.addingTimeInterval(delay.timeInterval)
    }

    private func attempts(of event: StoredEvent) -> Int {
        entries[event.webhook]?.descriptor.retry?.attempts ?? core.settings.limits.eventAttempts
    }

    private func wakeLater(at date: Date) {
        let delay = max(0, date.timeIntervalSince(core.now))
        guard delay < core.settings.limits.pollInterval.timeInterval else { return }
        // Unstructured on purpose: a wake-up that comes too late or never does no harm, the poll follows.
        Task { [wake] in
            try? await Task.sleep(for: .seconds(delay + 0.005))
            wake.yield()
        }
    }

    private static func words(for error: any Error) -> String {
        switch error {
        case let error as NotHandled: error.reason
        case is DeadlinePassed: "the handler took longer than it may"
        case is CancellationError: "the server stopped"
        default: String("\(error)".prefix(500))
        }
    }
}
