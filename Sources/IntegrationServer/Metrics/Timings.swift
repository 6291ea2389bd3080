internal import Synchronization

/// Histograms of one kind of work, by its labels.
///
/// One lock, held for a look into a table and a few additions: some ten nanoseconds, where what is measured takes
/// thousands. There are never more than ``maximumSeries``: whatever the outside sends, memory stays flat.
package final class Timings: Sendable {
    package struct Labels: Hashable, Sendable {
        let first: String
        let second: String
        let third: String

        package init(_ first: String, _ second: String = "", _ third: String = "") {
            self.first = first
            self.second = second
            self.third = third
        }

        var values: [String] { [first, second, third] }
    }

    package static let maximumSeries = 500

    /// As Prometheus names it, in seconds.
    let name: String
    let help: String
    /// Names of the labels, at most three.
    let labels: [String]
    private let series = Mutex<[Labels: LatencyHistogram]>([:])

    init(_ name: String, labels: [String], help: String) {
        self.name = name
        self.labels = labels
        self.help = help
    }

    package func add(_ key: Labels, _ took: Duration) {
        let seconds = took.timeInterval
        series.withLock { series in
            if series.count >= Self.maximumSeries, series[key] == nil {
                series[Labels("other", "other", "other"), default: LatencyHistogram()].add(seconds)
            } else {
                series[key, default: LatencyHistogram()].add(seconds)
            }
        }
    }

    /// By label values, sorted.
    package var all: [(key: Labels, histogram: LatencyHistogram)] {
        series.withLock { $0 }.map { ($0.key, $0.value) }.sorted { $0.0.values.lexicographicallyPrecedes($1.0.values) }
    }

    /// All series together, of those whose labels are wanted.
    package func total(where isWanted: (Labels) -> Bool = { _ in true }) -> LatencyHistogram {
        series.withLock { series in
            series.reduce(into: LatencyHistogram()) { if isWanted($1.key) { $0 += $1.value } }
        }
    }
}
