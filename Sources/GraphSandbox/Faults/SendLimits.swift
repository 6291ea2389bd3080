#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Synchronization

/// How many messages a number may send in a second, and how fast it may write to one person.
///
/// A pair may have one message every six seconds, or a burst of up to 45 that it then waits for: after a burst of 20
/// the pair is closed until two minutes after its start. Counted while the process lives.
final class SendLimits: Sendable {
    /// What a test may change.
    struct Settings: Sendable {
        /// Messages a second; `nil` for the number's own level: 80, or 1,000 with `HIGH`.
        var throughput: Int?
        /// Longest burst to one person; `nil` lets pairs write as they like.
        var burst: Int? = 45
        /// Seconds that one message of a burst costs.
        var pairInterval: TimeInterval = 6
        /// Whether sends are counted at all.
        var isOn: Bool
    }

    private struct Burst {
        var start: Date
        var count: Int
    }

    private struct State {
        var settings: Settings
        var bySecond: [String: (second: Int64, count: Int)] = [:]
        var bursts: [ChatID: Burst] = [:]
    }

    private let state: Mutex<State>

    init(isOn: Bool) {
        state = Mutex(State(settings: Settings(isOn: isOn)))
    }

    var settings: Settings { state.withLock { $0.settings } }

    func set(_ settings: Settings) {
        state.withLock { $0 = State(settings: settings) }
    }

    /// Counts one send, or says which limit it would pass.
    func count(_ chat: ChatID, isHigh: Bool, at now: Date) throws(GraphError) {
        let refusal: GraphError? = state.withLock { state in
            let settings = state.settings
            guard settings.isOn else { return nil }
            let second = Int64(now.timeIntervalSince1970)
            var used = state.bySecond[chat.number] ?? (second, 0)
            if used.second != second { used = (second, 0) }
            guard used.count < settings.throughput ?? (isHigh ? 1000 : 80) else { return .throughputLimit }
            if let limit = settings.burst {
                guard Self.fits(&state.bursts[chat], limit: limit, interval: settings.pairInterval, at: now) else {
                    return .pairRateLimit
                }
            }
            state.bySecond[chat.number] = (second, used.count + 1)
            return nil
        }
        if let refusal { throw refusal }
    }

    /// Counts one call of `key` in this second, or says that it is one too many.
    func count(inSecond key: String, limit: Int, at now: Date) -> Bool {
        state.withLock { state in
            guard state.settings.isOn else { return true }
            let second = Int64(now.timeIntervalSince1970)
            var used = state.bySecond[key] ?? (second, 0)
            if used.second != second { used = (second, 0) }
            guard used.count < limit else { return false }
            state.bySecond[key] = (second, used.count + 1)
            return true
        }
    }

    private static func fits(
        _ burst: inout Burst?, limit: Int, interval: TimeInterval, at now: Date
    ) -> Bool {
        guard let current = burst else {
            burst = Burst(start: now, count: 1)
            return true
        }
        let passed = now.timeIntervalSince(current.start)
        // Everything that was sent is paid back: a new burst may begin.
        if passed >= TimeInterval(current.count) * interval || passed < 0 {
            burst = Burst(start: now, count: 1)
            return true
        }
        guard passed < interval, current.count < limit else { return false }
        burst = Burst(start: current.start, count: current.count + 1)
        return true
    }
}
