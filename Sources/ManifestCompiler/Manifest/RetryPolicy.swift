/// `retry: { attempts, delay, backoff, max_delay }`, or `retries: N`.
package struct RetryPolicy: Sendable, Hashable {
    /// How waits grow from one attempt to the next.
    package enum Backoff: Sendable, Hashable {
        /// Each wait is twice the one before.
        case exponential
        /// Each wait is `delay` longer than the one before.
        case linear
        /// Every wait after the first is this long.
        case fixed(ManifestDuration)

        /// `nil` unless the text is `EXPONENTIAL`, `LINEAR` or a duration.
        package init?(_ text: String) {
            switch text {
            case "EXPONENTIAL": self = .exponential
            case "LINEAR": self = .linear
            default:
                guard let duration = ManifestDuration(text) else { return nil }
                self = .fixed(duration)
            }
        }
    }

    /// The first time included; at least 1.
    package var attempts: Int
    /// Before the second attempt.
    package var delay = ManifestDuration(milliseconds: 1_000)
    package var backoff = Backoff.exponential
    /// No wait is longer.
    package var maximumDelay = ManifestDuration(milliseconds: 60_000)
    package var span: SourceSpan
}

/// So many in a unit of time: `80/s`.
package struct Rate: Sendable, Hashable {
    package var count: Int64
    package var per: ManifestDuration

    /// `nil` unless the text is a whole number above zero, `/`, and one of `s m h d`.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
            let count = Int64(parts[0]), count > 0, ["s", "m", "h", "d"].contains(parts[1]),
            let per = ManifestDuration("1" + parts[1])
        else { return nil }
        self.count = count
        self.per = per
    }
}
