internal import IntegrationKit

/// What one limit knows of one key: how many calls run, and how many may begin. Pure: it is told the time.
struct LimitState: Sendable {
    typealias Instant = ContinuousClock.Instant

    enum Admission: Hashable, Sendable {
        case now
        /// Not before this much time has passed.
        case after(Duration)
        /// Not before a call that runs has ended.
        case whenReleased
    }

    private let limit: LimitDescriptor
    private(set) var running = 0
    private var lastStart: Instant?
    /// What the bucket holds.
    private var tokens: Int
    /// When the bucket was last refilled.
    private var refilledAt: Instant
    /// What is left of the rate, growing evenly up to its count.
    private var allowance: Double
    private var allowedAt: Instant

    init(_ limit: LimitDescriptor, at now: Instant) {
        self.limit = limit
        tokens = limit.bucket?.size ?? 0
        refilledAt = now
        allowance = Double(limit.rate?.count ?? 0)
        allowedAt = now
    }

    /// Whether a call that counts so much may begin.
    ///
    /// What counts more than a limit ever holds may begin when the limit is untouched: it would never begin otherwise.
    mutating func admission(of calls: Int, at now: Instant) -> Admission {
        refill(at: now)
        if let most = limit.concurrent, running > 0, running + calls > most { return .whenReleased }
        var wait = Duration.zero
        if let gap = limit.minimumGap, let lastStart, lastStart + gap > now {
            wait = now.duration(to: lastStart + gap)
        }
        if let bucket = limit.bucket {
            let missing = min(calls, bucket.size) - tokens
            if missing > 0 {
                let steps = (missing + bucket.refill - 1) / bucket.refill
                wait = max(wait, now.duration(to: refilledAt + bucket.every * steps))
            }
        }
        if let rate = limit.rate {
            let missing = Double(min(calls, rate.count)) - allowance
            if missing > 0.000_001 { wait = max(wait, rate.per * (missing / Double(rate.count))) }
        }
        return wait > .zero ? .after(wait) : .now
    }

    mutating func begin(_ calls: Int, at now: Instant) {
        running += calls
        lastStart = now
        tokens = max(tokens - calls, 0)
        allowance = max(allowance - Double(calls), 0)
    }

    mutating func end(_ calls: Int) { running = max(running - calls, 0) }

    /// Whether forgetting it would change nothing.
    mutating func isUntouched(at now: Instant) -> Bool {
        guard running == 0 else { return false }
        refill(at: now)
        if let gap = limit.minimumGap, let lastStart, lastStart + gap > now { return false }
        return tokens == limit.bucket?.size ?? 0 && allowance >= Double(limit.rate?.count ?? 0)
    }

    private mutating func refill(at now: Instant) {
        if let bucket = limit.bucket, bucket.every > .zero {
            let steps = Int(refilledAt.duration(to: now) / bucket.every)
            if steps > 0 {
                tokens = min(tokens + min(steps, bucket.size) * bucket.refill, bucket.size)
                refilledAt += bucket.every * steps
            }
        }
        if let rate = limit.rate {
            let share = allowedAt.duration(to: now) / rate.per
            allowance = min(allowance + share * Double(rate.count), Double(rate.count))
            allowedAt = now
        }
    }
}
