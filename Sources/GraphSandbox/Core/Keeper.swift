#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Logging
import Synchronization

/// Saves the world after changes. Changes that come while a save runs share the next one, so that a busy sandbox does
/// not write its file once a request; an answer that must survive a crash waits with ``saveBarrier()``.
final class Keeper: Sendable {
    private struct State {
        var saved: UInt64 = 0
        var waiters: [(revision: UInt64, continuation: CheckedContinuation<Void, any Error>)] = []
    }

    private let sandbox: Sandbox
    private let file: StateFile?
    private let logger: Logger
    private let state = Mutex(State())

    /// - Parameter file: Where to save; without one everything counts as saved.
    init(sandbox: Sandbox, file: StateFile?, logger: Logger) {
        self.sandbox = sandbox
        self.file = file
        self.logger = logger
    }

    /// Saves after every change until the task is cancelled, and once more then.
    func run() async {
        while !Task.isCancelled {
            await sandbox.keeperAlarm.wait()
            saveIfChanged()
        }
        saveIfChanged()
        for waiter in state.withLock({ state in
            defer { state.waiters = [] }
            return state.waiters
        }) {
            waiter.continuation.resume(throwing: CancellationError())
        }
    }

    /// Returns when everything up to now is in the file.
    ///
    /// - Throws: ``SandboxError/stateUnwritable(path:reason:)``.
    func saveBarrier() async throws {
        if file == nil { return }
        let revision = sandbox.revision
        try await withCheckedThrowingContinuation { continuation in
            let isSaved = state.withLock { state in
                if state.saved >= revision { return true }
                state.waiters.append((revision, continuation))
                return false
            }
            if isSaved { continuation.resume() } else { sandbox.keeperAlarm.ring() }
        }
    }

    private func saveIfChanged() {
        guard let file else { return }
        let (world, revision) = sandbox.snapshot()
        guard revision > state.withLock({ $0.saved }) else {
            settle(revision, failure: nil)
            return
        }
        do throws(SandboxError) {
            try file.save(world)
            settle(revision, failure: nil)
        } catch {
            logger.error("\(error)")
            settle(revision, failure: error)
        }
    }

    private func settle(_ revision: UInt64, failure: SandboxError?) {
        let ready = state.withLock { state in
            if failure == nil { state.saved = revision }
            let ready = state.waiters.filter { $0.revision <= revision }
            state.waiters.removeAll { $0.revision <= revision }
            return ready
        }
        for waiter in ready {
            if let failure {
                waiter.continuation.resume(throwing: failure)
            } else {
                waiter.continuation.resume()
            }
        }
    }
}
