internal import IntegrationKit
internal import Logging
internal import Storage

/// A server from the command line: opened, run until it is told to stop, closed.
struct ServerRun<I: Integration>: Sendable {
    let settings: ServerSettings
    /// nil in linked mode.
    let provision: I.Environment.Provision?
    let log: Logger

    func run(onListening: @escaping @Sendable (Runtime<I>, Int) async -> Void) async throws {
        let metrics = Metrics()
        let store = try await CommandSession<I>.openStore(settings, meter: metrics.storeMeter)
        let process: ServerProcess<I>
        do {
            process = try await ServerProcess<I>.prepare(
                settings: settings, provision: provision, store: store, log: log, metrics: metrics)
        } catch {
            await store.close()
            throw error
        }
        do {
            try await process.run(handlesSignals: true) { await onListening(process.runtime, $0) }
            await process.close()
        } catch {
            await process.close()
            if let failure = ListenFailure(
                error, host: settings.host, port: settings.port, readsHost: settings.mode == .production) {
                throw CommandFailure(failure.description)
            }
            throw error
        }
    }
}
