#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Logging
internal import ServiceLifecycle
internal import Storage

/// Asks the store for its queues every few seconds, for `/metrics` and the pictures: however often those are looked at,
/// the store is asked no more often.
struct FigureRecorder<I: Integration>: Service {
    let core: RuntimeCore<I>

    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat { await record() } while (try? await Task.sleep(for: FigureHistory.interval)) != nil
        }
    }

    func record() async {
        do throws(StorageError) {
            core.metrics.queueFigures = try await QueueFigures.read(from: core.store, now: core.now)
        } catch {
            // Nothing is said rather than something old.
            core.metrics.queueFigures = nil
            if !Task.isCancelled {
                core.log.warning("the queues could not be counted", metadata: ["error": "\(error)"])
            }
        }
        core.figures.append(FigureSample(core.metrics, at: core.now))
    }
}
