#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Synchronization

/// Counts calls of the last hour, for the usage headers and the limits behind them.
final class UsageMeter: Sendable {
    private let callsByMinute = Mutex([String: [Int: Int]]())
    /// Percentages that a test has set, which then stand whatever is called.
    private let set = Mutex([String: Int]())
    /// Calls an hour that count as 100 %: Meta's budget for an account with a registered number.
    private static let budget = 5_000

    /// Says that `key` has used so much of its budget, or lets it be counted again.
    func set(_ percent: Int?, for key: String) { set.withLock { $0[key] = percent } }

    /// Whether the budget of `key` is used up, by a test's word or by calls.
    ///
    /// - Parameter countsCalls: `false` heeds the test's word only.
    func isExhausted(_ key: String, countsCalls: Bool, at now: Date) -> Bool {
        if let percent = set.withLock({ $0[key] }) { return percent >= 100 }
        guard countsCalls else { return false }
        let minute = Int(now.timeIntervalSince1970 / 60)
        return callsByMinute.withLock { all in
            (all[key] ?? [:]).filter { $0.key > minute - 60 }.values.reduce(0, +) >= Self.budget
        }
    }

    /// Counts one call of `key` and gives the percentage of the budget that the last hour has used.
    ///
    /// - Parameter adds: `false` only looks.
    func count(_ key: String, at now: Date, adds: Bool = true) -> Int {
        if let percent = set.withLock({ $0[key] }) { return percent }
        let minute = Int(now.timeIntervalSince1970 / 60)
        return callsByMinute.withLock { all in
            var minutes = (all[key] ?? [:]).filter { $0.key > minute - 60 }
            if adds { minutes[minute, default: 0] += 1 }
            all[key] = minutes
            return min(minutes.values.reduce(0, +) * 100 / Self.budget, 100)
        }
    }
}
