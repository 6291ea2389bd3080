#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Synchronization

/// Counts calls of the last hour, for the usage headers. The sandbox shows the numbers and does not throttle.
final class UsageMeter: Sendable {
    private let callsByMinute = Mutex([String: [Int: Int]]())
    /// Calls an hour that count as 100 %: Meta's budget for an account with a registered number.
    private static let budget = 5_000

    /// Counts one call of `key` and gives the percentage of the budget that the last hour has used.
    func count(_ key: String, at now: Date) -> Int {
        let minute = Int(now.timeIntervalSince1970 / 60)
        return callsByMinute.withLock { all in
            var minutes = (all[key] ?? [:]).filter { $0.key > minute - 60 }
            minutes[minute, default: 0] += 1
            all[key] = minutes
            return min(minutes.values.reduce(0, +) * 100 / Self.budget, 100)
        }
    }
}
