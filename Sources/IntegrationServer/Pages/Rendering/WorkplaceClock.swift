#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif
// The offsets of named zones are in Foundation's ICU data; Essentials alone knows only fixed offsets.
import Foundation
package import IntegrationKit

/// How one workplace sees time: its zone's wall clock, at one moment called now.
package struct WorkplaceClock: Sendable {
    package let now: Date
    /// IANA name, as people set it; `UTC` when the name is not known.
    package let zoneName: String
    private let zone: TimeZone

    package init(timeZone name: String, now: Date) {
        let known = TimeZone(identifier: name)
        self.now = now
        self.zoneName = known == nil ? "UTC" : name
        self.zone = known ?? .gmt
    }

    package init(_ workplace: Workplace, now: Date) {
        self.init(timeZone: workplace.timeZone, now: now)
    }

    /// A day of the zone's calendar, as days since 1 January 1970.
    package func day(of date: Date) -> Int {
        Int((local(date) / 86_400).rounded(.down))
    }

    /// `14:05`
    package func time(_ date: Date) -> String {
        let seconds = Int(local(date)) - day(of: date) * 86_400
        return "\(Self.padded(seconds / 3600)):\(Self.padded(seconds / 60 % 60))"
    }

    /// `23 Nov 2026, 14:05`
    package func dateAndTime(_ date: Date) -> String {
        "\(shortDate(date)), \(time(date))"
    }

    /// `Today`, `Yesterday`, else `Monday, 23 November`, with the year when it is another one.
    package func dayTitle(_ date: Date) -> String {
        let day = day(of: date)
        switch self.day(of: now) - day {
        case 0: return "Today"
        case 1: return "Yesterday"
        default:
            let civil = CivilDate(day: day)
            let year = civil.year == CivilDate(day: self.day(of: now)).year ? "" : " \(civil.year)"
            return "\(CivilDate.weekdays[civil.weekday]), \(civil.day) \(CivilDate.months[civil.month - 1])\(year)"
        }
    }

    /// For lists: the time today, `Yesterday`, the weekday within a week, else the date.
    package func short(_ date: Date) -> String {
        let day = day(of: date)
        switch self.day(of: now) - day {
        case 0: return time(date)
        case 1: return "Yesterday"
        case 2...6: return String(CivilDate.weekdays[CivilDate(day: day).weekday].prefix(3))
        default: return shortDate(date)
        }
    }

    /// `just now`, `5 minutes ago`, `3 hours ago`, then the date and time.
    package func ago(_ date: Date) -> String {
        let seconds = now.timeIntervalSince(date)
        switch seconds {
        case ..<60: return "just now"
        case ..<3600: return Self.count(Int(seconds / 60), "minute") + " ago"
        case ..<86_400: return Self.count(Int(seconds / 3600), "hour") + " ago"
        default: return dateAndTime(date)
        }
    }

    /// The moment at which the zone's clocks show this, `2026-11-23T14:05` or with seconds. Where a clock is put
    /// forward, a time that it skips is read with the offset from before; where it is put back, the first of the two is
    /// meant.
    package func instant(local text: String) -> Date? {
        guard let asUTC = Timestamp.parse(text + (text.utf8.count == 16 ? ":00Z" : "Z")) else { return nil }
        let before = Double(zone.secondsFromGMT(for: asUTC.addingTimeInterval(-86_400)))
        let after = Double(zone.secondsFromGMT(for: asUTC.addingTimeInterval(86_400)))
        for offset in [before, after] {
            let instant = asUTC.addingTimeInterval(-offset)
            if Double(zone.secondsFromGMT(for: instant)) == offset { return instant }
        }
        return asUTC.addingTimeInterval(-before)
    }

    /// What `instant(local:)` reads: `2026-11-23T14:05`.
    package func localText(_ date: Date) -> String {
        String(Timestamp.text(Date(timeIntervalSince1970: local(date))).prefix(16))
    }

    private func local(_ date: Date) -> Double {
        (date.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: date))).rounded(.down)
    }

    private func shortDate(_ date: Date) -> String {
        let civil = CivilDate(day: day(of: date))
        return "\(civil.day) \(CivilDate.months[civil.month - 1].prefix(3)) \(civil.year)"
    }

    private static func padded(_ value: Int) -> String {
        value < 10 ? "0\(value)" : "\(value)"
    }

    static func count(_ count: Int, _ unit: String) -> String {
        "\(count) \(unit)\(count == 1 ? "" : "s")"
    }
}

/// A date of the proleptic Gregorian calendar.
private struct CivilDate {
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    let year: Int
    let month: Int
    let day: Int
    /// 0 for Monday.
    let weekday: Int

    /// - Parameter day: Days since 1 January 1970, a Thursday.
    init(day: Int) {
        let text = Timestamp.text(Date(timeIntervalSince1970: Double(day) * 86_400))
        let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
        year = parts.first ?? 1970
        month = parts.count > 1 ? parts[1] : 1
        self.day = parts.count > 2 ? parts[2] : 1
        weekday = ((day + 3) % 7 + 7) % 7
    }
}
