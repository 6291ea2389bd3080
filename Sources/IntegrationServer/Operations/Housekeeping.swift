#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Logging
internal import ServiceLifecycle
internal import Storage

/// Removes what has served its time, at start and again and again.
struct Housekeeping<I: Integration>: Service {
    let core: RuntimeCore<I>

    private static var purgeInterval: Duration { .seconds(3600) }
    /// How long people can see that their data was deleted.
    private static var dutiesKept: Duration { .seconds(400 * 24 * 3600) }
    private static var limitInterval: Duration { .seconds(300) }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { await again(every: Self.purgeInterval) { await purge() } }
                group.addTask { await again(every: Self.limitInterval) { await purgeLimits() } }
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
            // The platform keeps the conversations; here are copies, for as long as a message may be asked for again.
            if core.tenancy.isLinked { try await core.store.purgeMessages(olderThan: date) }
            try await core.store.purgeCredentials(expiredBefore: date)
            try await purgeFiles()
            try await core.store.purgeDuties(finishedBefore: core.now.addingTimeInterval(-Self.dutiesKept.timeInterval))
            core.log.debug("what is old was removed", metadata: ["events": "\(events)", "calls": "\(calls)"])
        } catch .cancelled {
            // The server stops.
        } catch {
            core.log.warning("what is old could not be removed", metadata: ["error": "\(error)"])
        }
    }

    /// A few in one transaction: each may be large.
    private func purgeFiles() async throws(StorageError) {
        let date = core.now.addingTimeInterval(-core.settings.limits.looseFiles.timeInterval)
        while try await core.store.purgeFiles(olderThan: date, limit: 20) == 20, !Task.isCancelled {}
    }

    private func purgeLimits() async {
        guard core.store.isShared else { return }
        do throws(StorageError) {
            try await core.store.purgeLimits(now: core.now)
        } catch {
            core.log.warning("counts of limits could not be removed", metadata: ["error": "\(error)"])
        }
    }
}
