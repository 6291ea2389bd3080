#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif
internal import ServiceLifecycle
internal import UnixSignals

/// The first `SIGTERM` or Ctrl-C ends the services gracefully; a second one, later than ``oneWish``, ends the process at
/// once. What comes sooner is the same wish said twice: Ctrl-C reaches every program of the terminal, and the one that
/// started us passes it on.
struct SignalWatch: Sendable {
    private static let oneWish: Duration = .seconds(1)

    private let watch: Task<Void, Never>

    init(stopping group: ServiceGroup) {
        watch = Task {
            var began: ContinuousClock.Instant?
            for await signal in await UnixSignalsSequence(trapping: .sigterm, .sigint) {
                if let began {
                    if .now - began > Self.oneWish { exit(signal == .sigint ? 130 : 143) }
                } else {
                    began = .now
                    await group.triggerGracefulShutdown()
                }
            }
        }
    }

    func end() { watch.cancel() }
}
