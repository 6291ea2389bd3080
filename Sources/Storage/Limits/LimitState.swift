#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit

/// What one limit knows of one key: how many calls run, and how many may begin. Pure: it is told the time, which may
/// stand still or go back without harm.
public struct LimitState: Hashable, Sendable {
    public enum Admission: Hashable, Sendable {
        case now
        /// Not before this much time has passed, in seconds.
        case after(TimeInterval)
        /// Not before a call that runs has ended.
        case whenReleased
    }

    /// Calls that run, of one holder.
    struct Hold: Hashable, Sendable {
        let holder: String
        let calls: Int
        /// When its holder must have died.
        let until: Date
    }

    private(set) var holds: [Hold] = []
    private(set) var lastStart: Date?
    /// What the bucket holds.
    private(set) var tokens: Int
    /// When the bucket was last refilled.
    private(set) var refilledAt: Date
    /// What is left of the rate, growing evenly up to its count.
    private(set) var allowance: Double
    private(set) var allowedAt: Date
    /// The provider has asked to wait until then.
    private(set) var closedUntil: Date?

    public init(_ limit: LimitDescriptor, at now: Date) {
        tokens = limit.bucket?.size ?? 0
        refilledAt = now
        allowance = Double(limit.rate?.count ?? 0)
        allowedAt = now
    }

    init(
        holds: [Hold], lastStart: Date?, tokens: Int, refilledAt: Date, allowance: Double, allowedAt: Date,
        closedUntil: Date?
    ) {
        self.holds = holds
        self.lastStart = lastStart
        self.tokens = tokens
        self.refilledAt = refilledAt
        self.allowance = allowance
        self.allowedAt = allowedAt
        self.closedUntil = closedUntil
    }

    /// Whether a call that counts so much may begin.
    ///
    /// What counts more than a limit ever holds may begin when the limit is untouched: it would never begin otherwise.
    public mutating func admission(of calls: Int, by limit: LimitDescriptor, at now: Date) -> Admission {
        refill(by: limit, at: now)
        let running = holds.reduce(0) { $0 + $1.calls }
        if let most = limit.concurrent, running > 0, running + calls > most { return .whenReleased }
        var wait: TimeInterval = 0
        if let closedUntil { wait = max(wait, closedUntil.timeIntervalSince(now)) }
        if let gap = limit.minimumGap, let lastStart {
            wait = max(wait, lastStart.addingTimeInterval(gap.seconds).timeIntervalSince(now))
        }
        if let bucket = limit.bucket {
            let missing = min(calls, bucket.size) - tokens
            if missing > 0 {
                let steps = (missing + bucket.refill - 1) / bucket.refill
                wait = max(wait, refilledAt.addingTimeInterval(bucket.every.seconds * Double(steps)).timeIntervalSince(now))
            }
        }
        if let rate = limit.rate {
            let missing = Double(min(calls, rate.count)) - allowance
            if missing > 0.000_001 { wait = max(wait, rate.per.seconds * (missing / Double(rate.count))) }
        }
        return wait > 0 ? .after(wait) : .now
    }

    /// - Parameter until: When the holder must have died; what it holds is free again then.
    public mutating func begin(_ calls: Int, of holder: String, until: Date, by limit: LimitDescriptor, at now: Date) {
        if limit.concurrent != nil { holds.append(Hold(holder: holder, calls: calls, until: until)) }
        lastStart = now
        tokens = max(tokens - calls, 0)
        allowance = max(allowance - Double(calls), 0)
    }

    /// - Parameter unused: What the call had counted for and has not used: it never began.
    public mutating func end(_ holder: String, unused: Int, by limit: LimitDescriptor) {
        holds.removeAll { $0.holder == holder }
        guard unused > 0 else { return }
        if let bucket = limit.bucket { tokens = min(tokens + unused, bucket.size) }
        if let rate = limit.rate { allowance = min(allowance + Double(unused), Double(rate.count)) }
    }

    /// Nothing begins before `date`: the provider has said so.
    public mutating func close(until date: Date) { closedUntil = max(closedUntil ?? date, date) }

    /// When forgetting it would change nothing, should no call begin before.
    public mutating func untouched(by limit: LimitDescriptor, at now: Date) -> Date {
        refill(by: limit, at: now)
        var date = max(now, closedUntil ?? now)
        for hold in holds { date = max(date, hold.until) }
        if let gap = limit.minimumGap, let lastStart { date = max(date, lastStart.addingTimeInterval(gap.seconds)) }
        if let bucket = limit.bucket, tokens < bucket.size {
            let steps = (bucket.size - tokens + bucket.refill - 1) / bucket.refill
            date = max(date, refilledAt.addingTimeInterval(bucket.every.seconds * Double(steps)))
        }
        if let rate = limit.rate {
            let missing = Double(rate.count) - allowance
            date = max(date, allowedAt.addingTimeInterval(rate.per.seconds * missing / Double(rate.count)))
        }
        return date
    }

    private mutating func refill(by limit: LimitDescriptor, at now: Date) {
        holds.removeAll { $0.until <= now }
        if let closed = closedUntil, closed <= now { closedUntil = nil }
        if let bucket = limit.bucket, bucket.every > .zero {
            let steps = Int(min(now.timeIntervalSince(refilledAt) / bucket.every.seconds, Double(bucket.size)))
            if steps > 0 {
                tokens = min(tokens + steps * bucket.refill, bucket.size)
                refilledAt = refilledAt.addingTimeInterval(bucket.every.seconds * Double(steps))
            }
            // A full bucket begins to fill when something is taken.
            if tokens >= bucket.size { refilledAt = now }
        }
        if let rate = limit.rate, now > allowedAt {
            let share = now.timeIntervalSince(allowedAt) / rate.per.seconds
            allowance = min(allowance + share * Double(rate.count), Double(rate.count))
            allowedAt = now
        }
    }
}

// MARK: - As it is stored

extension LimitState {
    public var json: JSON {
        var object: JSONObject = [
            "tokens": .number(JSONNumber(tokens)), "refilled_at": Self.number(refilledAt),
            "allowance": JSON.number(JSONNumber(allowance) ?? JSONNumber(0)), "allowed_at": Self.number(allowedAt),
        ]
        if let lastStart { object["last_start"] = Self.number(lastStart) }
        if let closedUntil { object["closed_until"] = Self.number(closedUntil) }
        if !holds.isEmpty {
            object["holds"] = .array(holds.map { hold in
                ["holder": .string(hold.holder), "calls": .number(JSONNumber(hold.calls)), "until": Self.number(hold.until)]
            })
        }
        return .object(object)
    }

    /// - Returns: nil for what was not written by ``json``.
    public init?(json: JSON) {
        guard let tokens = json["tokens"]?.doubleValue, let refilledAt = Self.date(json["refilled_at"]),
            let allowance = json["allowance"]?.doubleValue, let allowedAt = Self.date(json["allowed_at"])
        else { return nil }
        let holds = (json["holds"]?.arrayValue ?? []).compactMap { hold -> Hold? in
            guard let holder = hold["holder"]?.stringValue, let calls = hold["calls"]?.doubleValue,
                let until = Self.date(hold["until"])
            else { return nil }
            return Hold(holder: holder, calls: Int(calls), until: until)
        }
        self.init(
            holds: holds, lastStart: Self.date(json["last_start"]), tokens: Int(tokens), refilledAt: refilledAt,
            allowance: allowance, allowedAt: allowedAt, closedUntil: Self.date(json["closed_until"]))
    }

    private static func number(_ date: Date) -> JSON { .number(JSONNumber(Int(date.timeIntervalSince1970 * 1_000_000))) }

    private static func date(_ json: JSON?) -> Date? {
        json?.doubleValue.map { Date(timeIntervalSince1970: $0 / 1_000_000) }
    }
}

extension Duration {
    fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
