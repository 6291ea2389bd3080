internal import Synchronization

/// Lets each key do something so often in a while, and then no more until time has passed.
package final class RateLimiter: Sendable {
    private struct Bucket {
        var used: Double
        var at: ContinuousClock.Instant
    }

    /// Keys that are remembered; when there are more, the one table is begun anew, which only ever admits more.
    private static let maximumKeys = 10_000

    private let limit: Double
    private let perSecond: Double
    private let buckets = Mutex<[String: Bucket]>([:])

    /// - Parameters:
    ///   - limit: How often at once.
    ///   - window: The time in which all of that is regained.
    package init(limit: Int, per window: Duration) {
        self.limit = Double(limit)
        perSecond = Double(limit) / max(window.timeInterval, 0.001)
    }

    /// Counts one attempt. - Returns: false when it is one too many.
    @discardableResult
    package func admits(_ key: String, at now: ContinuousClock.Instant = .now) -> Bool {
        buckets.withLock { buckets in
            if buckets.count >= Self.maximumKeys, buckets[key] == nil { buckets.removeAll() }
            var bucket = Bucket(used: used(buckets[key], at: now), at: now)
            let isAdmitted = bucket.used + 1 <= limit
            if isAdmitted { bucket.used += 1 }
            buckets[key] = bucket
            return isAdmitted
        }
    }

    /// Whether one more attempt would be one too many. Counts nothing.
    package func isExhausted(_ key: String, at now: ContinuousClock.Instant = .now) -> Bool {
        buckets.withLock { used($0[key], at: now) + 1 > limit }
    }

    private func used(_ bucket: Bucket?, at now: ContinuousClock.Instant) -> Double {
        guard let bucket else { return 0 }
        return max(0, bucket.used - (now - bucket.at).timeInterval * perSecond)
    }
}
