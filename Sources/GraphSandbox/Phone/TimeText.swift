#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Times in words, in the zone of the machine and as seen from now.
struct TimeText: Sendable {
    let now: Date
    private let calendar: Calendar

    init(now: Date, timeZone: TimeZone = .current) {
        self.now = now
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        self.calendar = calendar
    }

    /// `14:05`.
    func clock(_ date: Date) -> String {
        let parts = calendar.dateComponents([.hour, .minute], from: date)
        return Self.twoDigits(parts.hour ?? 0) + ":" + Self.twoDigits(parts.minute ?? 0)
    }

    /// `14:05:09`.
    func clockWithSeconds(_ date: Date) -> String {
        clock(date) + ":" + Self.twoDigits(calendar.component(.second, from: date))
    }

    /// `Today`, `Yesterday`, `Saturday 21 November`, and with the year when it is another one.
    func day(_ date: Date) -> String {
        switch daysAgo(date) {
        case 0: return "Today"
        case 1: return "Yesterday"
        default: break
        }
        let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
        let text = "\(Self.weekdays[(parts.weekday ?? 1) - 1]) \(parts.day ?? 1) \(Self.months[(parts.month ?? 1) - 1])"
        let year = calendar.component(.year, from: now)
        return parts.year == year ? text : "\(text) \(parts.year ?? year)"
    }

    /// `14:05` today, `Yesterday`, `21 Nov` before.
    func short(_ date: Date) -> String {
        switch daysAgo(date) {
        case 0: return clock(date)
        case 1: return "Yesterday"
        default:
            let parts = calendar.dateComponents([.month, .day], from: date)
            return "\(parts.day ?? 1) \(Self.months[(parts.month ?? 1) - 1].prefix(3))"
        }
    }

    /// Whether two dates are on one day.
    func isSameDay(_ a: Date, _ b: Date) -> Bool { calendar.isDate(a, inSameDayAs: b) }

    /// `25 h`, `3 min`, `40 s`: a length of time, roughly.
    static func length(_ seconds: TimeInterval) -> String {
        let whole = Int(abs(seconds).rounded())
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60) min" }
        let minutes = whole % 3600 / 60
        return minutes == 0 ? "\(whole / 3600) h" : "\(whole / 3600) h \(minutes) min"
    }

    private func daysAgo(_ date: Date) -> Int {
        calendar.dateComponents([.day], from: calendar.startOfDay(for: date), to: calendar.startOfDay(for: now)).day
            ?? 0
    }

    private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
