#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Logging
internal import ServiceLifecycle
internal import Storage

/// Removes what has served its time, and gives up messages whose sender has died. Both at start and again and again.
struct Housekeeping<I: Integration>: Service {
    let core: RuntimeCore<I>

    private static var purgeInterval: Duration { .seconds(3600) }
    private static var messageInterval: Duration { .seconds(15) }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { await again(every: Self.purgeInterval) { await purge() } }
                group.addTask { await again(every: Self.messageInterval) { await giveUpMessages() } }
            }
        }
    }

    private func again(every interval: Duration, _ work: () async -> Void) async {
        repeat { await work() } while (try? await Task.sleep(for: interval)) != nil
    }

    func purge() async {
        let date = core.now.addingTimeInterval(-core.settings.limits.retention.timeInterval)
        do throws(StorageError) {
            let events = try await core.store.purgeInbox(olderThan: date)
            let calls = try await core.store.purgeCalls(begunBefore: date)
            try await core.store.purgeCredentials(expiredBefore: date)
            core.log.debug("what is old was removed", metadata: ["events": "\(events)", "calls": "\(calls)"])
        } catch .cancelled {
            // The server stops.
        } catch {
            core.log.warning("what is old could not be removed", metadata: ["error": "\(error)"])
        }
    }

    func giveUpMessages() async {
        let longest = I.tools.map(\.descriptor.timeout).max() ?? .zero
        await UnconfirmedMessages(core: core).giveUp(after: longest)
    }
}
