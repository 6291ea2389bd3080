import Dispatch
import Foundation

/// Returns at the first SIGINT or SIGTERM, or when the task is cancelled. A second signal, while the first is being
/// obeyed, ends the process at once.
func waitForStopSignal() async {
    let (signals, arrival) = AsyncStream.makeStream(of: Void.self)
    let sources = [SIGINT, SIGTERM].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler {
            arrival.yield()
            // From now on the signal has its usual effect again.
            signal(number, SIG_DFL)
        }
        source.activate()
        return source
    }
    for await _ in signals { break }
    for source in sources { source.cancel() }
}
