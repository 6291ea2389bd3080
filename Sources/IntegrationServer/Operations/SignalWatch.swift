#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif
internal import ServiceLifecycle
internal import UnixSignals

/// The first `SIGTERM` or Ctrl-C ends the services gracefully; a second one ends the process at once.
struct SignalWatch: Sendable {
    private let watch: Task<Void, Never>

    init(stopping group: ServiceGroup) {
        watch = Task {
            var isStopping = false
            for await signal in await UnixSignalsSequence(trapping: .sigterm, .sigint) {
                if isStopping { exit(signal == .sigint ? 130 : 143) }
                isStopping = true
                await group.triggerGracefulShutdown()
            }
        }
    }

    func end() { watch.cancel() }
}
