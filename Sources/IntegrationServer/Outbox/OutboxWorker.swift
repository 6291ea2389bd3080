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

/// Sends the messages of the outbox that nobody is waiting for: those of handlers, those that had to wait for a limit or
/// for others of their conversation, and those that a process left behind when it died.
struct OutboxWorker<I: Integration>: Service {
    let core: RuntimeCore<I>

    private let sender: OutboxSender<I>
    private let handover: AttachmentHandover<I>
    private let entries: [String: ToolEntry<I>]
    private let wakeups: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation
    private let running = Running()

    /// From the claim until the message is about to leave.
    private static var lease: Duration { .seconds(15) }
    /// Waits so long for the turn at a limit; then others get the place.
    private static var patience: Duration { .seconds(1) }
    /// After the store has failed.
    private static var pause: Duration { .milliseconds(500) }

    private final class Running: Sendable {
        let count = Atomic(0)
    }

    init(core: RuntimeCore<I>) {
        self.core = core
        sender = OutboxSender(core: core)
        handover = AttachmentHandover(core: core)
        entries = Dictionary(I.tools.map { ($0.descriptor.handle, $0) }, uniquingKeysWith: { first, _ in first })
        (wakeups, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func run() async throws {
        guard I.channels.contains(where: { $0.messaging?.sendTool != nil }) else {
            try await gracefulShutdown()
            return
        }
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { timers in
                timers.addTask { for await _ in core.work.sends { wake.yield() } }
                timers.addTask {
                    while (try? await Task.sleep(for: core.settings.limits.pollInterval)) != nil { wake.yield() }
                }
                wake.yield()
                await withDiscardingTaskGroup { sends in
                    for await _ in wakeups { await work(&sends) }
                }
                timers.cancelAll()
            }
        } onGracefulShutdown: {
            wake.finish()
        }
    }

    /// Starts as many sends as there is room for.
    private func work(_ sends: inout DiscardingTaskGroup) async {
        await UnconfirmedMessages(core: core).giveUp()
        do throws(StorageError) {
            while true {
                let room = core.settings.limits.concurrentSends - running.count.load(ordering: .relaxed)
                guard room > 0 else { return }
                let now = core.now
                let claimed = try await core.store.claimOutgoing(
                    limit: room, now: now, leaseUntil: now.addingTimeInterval(Self.lease.timeInterval))
                for entry in claimed {
                    running.count.add(1, ordering: .relaxed)
                    sends.addTask {
                        await send(entry)
                        running.count.subtract(1, ordering: .relaxed)
                        wake.yield()
                    }
                }
                if claimed.count < room { return }
            }
        } catch .cancelled {
            // The server stops.
        } catch {
            core.log.error("the outbox cannot be read", metadata: ["error": "\(error)"])
            try? await Task.sleep(for: Self.pause)
            wake.yield()
        }
    }

    private func send(_ entry: OutboxEntry) async {
        var log = core.log
        log[metadataKey: "message"] = "\(entry.id)"
        log[metadataKey: "tool"] = "\(entry.tool)"
        log[metadataKey: "installation"] = "\(entry.installation)"
        let installation: Installation
        let channel: ChannelRecord?
        do throws(StorageError) {
            guard let found = try await core.store.installation(entry.installation) else { return }
            installation = found
            channel = try await core.store.conversation(entry.conversation, of: entry.installation)?.channel
        } catch {
            log.warning("a message waits for the store", metadata: ["error": "\(error)"])
            return
        }
        var claim = OutboxClaim(
            id: entry.id, number: entry.claim, failures: entry.failures, arguments: entry.arguments,
            installation: installation, settlesCalls: nil)
        guard let tool = entries[entry.tool] else {
            return await sender.fail(claim, reason: "The manifest has no tool '\(entry.tool)' any more.")
        }
        if let channel, let closure = channel.closure {
            let failure = ToolFailure(.closed(channel: channel.name, reason: closure.reason))
            log.error("a message was not sent, since its channel is closed, and is kept as a dead letter")
            return await sender.fail(claim, reason: failure.text)
        }
        switch await handover.prepare(claim, log) {
        case .ready(let arguments): claim.arguments = arguments
        case .failed(let failure): return await sender.fail(claim, tool.descriptor, before: failure)
        case .lost: return
        }
        let hold: LimitGate.Hold
        do {
            hold = try await core.limits.enter(
                tool.descriptor.limits, tool: tool.descriptor, arguments: entry.arguments, installation: installation.id,
                patience: Self.patience)
        } catch {
            return await sender.giveBack(claim, tool.descriptor, after: error)
        }
        guard await sender.begin(claim, tool.descriptor) else { return await core.limits.leave(hold, isUnused: true) }
        let invocation = Invocation(id: core.ids.make("inv", at: core.now), trigger: .channel)
        switch await sender.send(claim, tool, invocation, log) {
        case .settled(let outcome):
            switch outcome.run {
            case .done: log.info("a message was sent")
            case .nothingHappened(let failure):
                log.error("a message could not be sent and is kept as a dead letter", metadata: ["reason": "\(failure.message)"])
            case .mayHaveHappened(let failure):
                log.warning("whether a message was sent is not known", metadata: ["reason": "\(failure.message)"])
            }
        case .postponed: log.info("a message will be sent later")
        }
        await core.limits.leave(hold)
    }
}
