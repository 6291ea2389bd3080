#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Synchronization

/// The figures of the last quarter of an hour, for pictures.
final class FigureHistory: Sendable {
    static let interval: Duration = .seconds(5)
    /// Intervals that are kept.
    static let length = 180

    private let samples = Mutex<[FigureSample]>([])

    func append(_ sample: FigureSample) {
        samples.withLock { samples in
            samples.append(sample)
            if samples.count > Self.length + 1 { samples.removeFirst(samples.count - Self.length - 1) }
        }
    }

    /// The oldest first.
    var all: [FigureSample] { samples.withLock { $0 } }
}

/// What was counted until one moment.
struct FigureSample: Sendable {
    let at: Date
    let requests: LatencyHistogram
    let stored: LatencyHistogram
    let events: LatencyHistogram
    let tools: LatencyHistogram
    let providers: LatencyHistogram
    let store: LatencyHistogram
    /// Events and tool calls that failed, whether they are tried again or not.
    let failures: Int
    let queues: QueueFigures?
    let residentBytes: Int?

    init(_ metrics: Metrics, at: Date) {
        self.at = at
        requests = metrics.requests.total()
        stored = metrics.acceptance.total { $0.second == "stored" }
        events = metrics.events.total()
        tools = metrics.tools.total()
        providers = metrics.providers.total()
        store = metrics.store.total()
        let counters = metrics.counters
        failures = counters[.eventsRetried] + counters[.eventsDead] + counters[.toolFailures]
        queues = metrics.queueFigures
        residentBytes = ProcessFigures.read().residentBytes
    }
}
