/// How what failed is repeated. From `retry:` or `retries:`.
public struct RetryPolicy: Hashable, Sendable {
    public enum Backoff: Hashable, Sendable {
        /// Each wait is twice the one before.
        case exponential
        /// Each wait is one delay longer than the one before.
        case linear
        /// Every wait after the first is this long.
        case fixed(Duration)
    }

    /// Tried once.
    public static let none = RetryPolicy(attempts: 1)

    /// The first time included; at least 1.
    public let attempts: Int
    /// Before the second attempt.
    public let delay: Duration
    public let backoff: Backoff
    /// No wait is longer.
    public let maximumDelay: Duration

    public init(
        attempts: Int, delay: Duration = .seconds(1), backoff: Backoff = .exponential,
        maximumDelay: Duration = .seconds(60)
    ) {
        self.attempts = max(attempts, 1)
        self.delay = delay
        self.backoff = backoff
        self.maximumDelay = maximumDelay
    }

    /// How long to wait after the attempt with this number, from 1; nil when it was the last.
    public func wait(afterAttempt attempt: Int) -> Duration? {
        guard attempt < attempts else { return nil }
        let wait: Duration =
            switch backoff {
            case .exponential: delay * (1 << min(attempt - 1, 30))
            case .linear: delay * attempt
            case .fixed(let duration): attempt == 1 ? delay : duration
            }
        return min(wait, maximumDelay)
    }
}
