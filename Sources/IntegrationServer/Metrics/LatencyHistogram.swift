/// How often something took how long, in steps that are the same for everything, so that histograms can be added.
package struct LatencyHistogram: Sendable {
    /// Upper ends of the steps in seconds; one more step is without an end.
    package static let bounds: [Double] = [
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
    ]

    /// By step, not added up.
    package private(set) var counts = [UInt64](repeating: 0, count: bounds.count + 1)
    package private(set) var count: UInt64 = 0
    package private(set) var seconds = 0.0

    package init() {}

    package mutating func add(_ seconds: Double) {
        counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
        count += 1
        self.seconds += seconds
    }

    package static func += (left: inout LatencyHistogram, right: LatencyHistogram) {
        for index in left.counts.indices { left.counts[index] += right.counts[index] }
        left.count += right.count
        left.seconds += right.seconds
    }

    /// What came after `earlier`, which is the same histogram at an earlier moment.
    package func since(_ earlier: LatencyHistogram) -> LatencyHistogram {
        var result = self
        for index in counts.indices { result.counts[index] = counts[index] &- earlier.counts[index] }
        result.count = count &- earlier.count
        result.seconds = max(0, seconds - earlier.seconds)
        return result
    }

    /// The time within which this share of them were done, in seconds; inside a step it is taken as even. nil when there
    /// was none.
    package func quantile(_ share: Double) -> Double? {
        guard count > 0 else { return nil }
        let rank = share * Double(count)
        var before = 0.0
        for (index, bound) in Self.bounds.enumerated() {
            let within = Double(counts[index])
            if before + within >= rank, within > 0 {
                let lower = index == 0 ? 0 : Self.bounds[index - 1]
                return lower + (bound - lower) * max(0, rank - before) / within
            }
            before += within
        }
        return Self.bounds[Self.bounds.count - 1]
    }
}
