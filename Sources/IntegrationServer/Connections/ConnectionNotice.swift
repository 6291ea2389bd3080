#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Storage

/// What people of a workplace are told on every page about a connection that ends soon, or could not be renewed.
struct ConnectionNotice {
    /// How long before its end it is said; it becomes more urgent a week and a day before.
    static let lead: TimeInterval = 14 * 24 * 3600

    static func notice(of connection: StoredConnection, label: String, clock: WorkplaceClock, now: Date) -> Notice? {
        guard connection.endedAt == nil else { return nil }
        if let problem = connection.problem {
            return Notice(.error, "The connection to \(label) could not be renewed", "\(problem) Connect again, so that messages go on.")
        }
        guard let end = connection.expiresAt else { return nil }
        let left = end.timeIntervalSince(now)
        guard left < lead else { return nil }
        let when = clock.dateAndTime(end)
        guard left > 0 else {
            return Notice(.error, "The connection to \(label) has expired", "It ended on \(when). Connect again, so that messages go on.")
        }
        let days = Int(left / 86_400)
        let rest = days > 1 ? "in \(days) days" : days == 1 ? "tomorrow" : "within a day"
        return Notice(
            left < 7 * 86_400 ? .error : .info, "The connection to \(label) ends \(rest)",
            "It holds until \(when). Connect again before then; everything stays as it is.")
    }
}
