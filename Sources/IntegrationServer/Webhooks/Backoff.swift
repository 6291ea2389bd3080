/// How long to wait before the next try: exponential, with full jitter, so that many that failed together do not come
/// back together.
package struct Backoff: Hashable, Sendable {
    package var base: Duration
    package var maximum: Duration

    package init(base: Duration, maximum: Duration) {
        self.base = base
        self.maximum = maximum
    }

    /// Between a tenth of the full delay and the whole of it.
    ///
    /// - Parameter attempt: 0 after the first failure.
    package func delay(
        attempt: Int, using generator: inout some RandomNumberGenerator
    ) -> Duration {
        let full = min(base.timeInterval * Double(1 << min(attempt, 30)), maximum.timeInterval)
        return .seconds(Double.random(in: full * 0.1...full, using: &generator))
    }

    package func delay(attempt: Int) -> Duration {
        var generator = SystemRandomNumberGenerator()
        return delay(attempt: attempt, using: &generator)
    }
}
