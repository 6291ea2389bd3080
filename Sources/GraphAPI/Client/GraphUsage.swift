import IntegrationKit
import OutboundHTTP
import Synchronization

/// How much of Meta's hourly allowances is used, as the headers of its answers say, so that a client stops a little before
/// Meta stops it: going on while throttled makes the block longer (Meta, "Rate limits").
///
/// The headers count the calls of all processes of the app, so each process need only look at its own answers. One for
/// all clients of an app. Safe to use from many tasks.
public final class GraphUsage: Sendable {
    /// Percent of an allowance from which on its calls rest.
    private static let brink = 95.0
    /// How long, where the headers do not say it; then one call asks again.
    private static let pause: Duration = .seconds(60)
    private static let longest: Duration = .seconds(604_800)

    private struct State {
        var app: ContinuousClock.Instant?
        /// By the id of a business object: a WhatsApp account, a page, a business.
        var objects: [String: ContinuousClock.Instant] = [:]
    }

    private let state = Mutex(State())

    public init() {}

    /// How long calls on this object have to rest; nil when they need not.
    ///
    /// - Parameter countsForApp: Sends over WhatsApp do not count against the app's allowance.
    func rest(of object: String, countsForApp: Bool, at now: ContinuousClock.Instant = .now) -> Duration? {
        let until = state.withLock { state in
            [state.objects[object], countsForApp ? state.app : nil].compactMap { $0 }.max()
        }
        return until.flatMap { $0 > now ? now.duration(to: $0) : nil }
    }

    /// Reads `X-App-Usage` and `X-Business-Use-Case-Usage` of an answer.
    func note(_ headers: HTTPHeaders, at now: ContinuousClock.Instant = .now) {
        let app = headers["X-App-Usage"].flatMap { try? JSON.parse($0, duplicateKeys: .keepLast) }
        let objects = headers["X-Business-Use-Case-Usage"]
            .flatMap { try? JSON.parse($0, duplicateKeys: .keepLast) }?.objectValue
        guard app != nil || objects != nil else { return }
        state.withLock { state in
            if let app { state.app = Self.rest(app).map { now + $0 } }
            for (object, uses) in objects ?? [:] {
                state.objects[object] = (uses.arrayValue ?? []).compactMap(Self.rest).max().map { now + $0 }
            }
        }
    }

    private static func rest(_ usage: JSON) -> Duration? {
        if let minutes = usage["estimated_time_to_regain_access"]?.doubleValue, minutes > 0 {
            return min(.seconds(minutes * 60), longest)
        }
        let percents = ["call_count", "total_time", "total_cputime"].compactMap { usage[$0]?.doubleValue }
        return (percents.max() ?? 0) >= brink ? pause : nil
    }
}
