#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A date and a time of day without an offset: what a calendar and a clock on a wall say, wherever the wall is.
///
/// Read with a `T` or a space between date and time, to the minute, the second or a fraction of it; written with `T`
/// and always with seconds, so that equal values are equal texts.
public struct LocalDateTime: Hashable, Sendable {
    /// What stands between date and time where it is written.
    public enum Separator: String, Sendable {
        case letter = "T"
        case space = " "
    }

    public let year: Int
    public let month: Int
    public let day: Int
    public let hour: Int
    public let minute: Int
    /// 0 to 60; the leap second is allowed.
    public let second: Int
    public let nanosecond: Int

    /// - Returns: nil unless the day and the time exist, in the Gregorian calendar and the years 0 to 9999.
    public init?(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int = 0, nanosecond: Int = 0) {
        guard (0...9999).contains(year), (0...999_999_999).contains(nanosecond),
            TimeForms.exists(year: year, month: month, day: day), (0...23).contains(hour), (0...59).contains(minute),
            (0...60).contains(second)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.nanosecond = nanosecond
    }

    /// A value that is written out: what lies outside of its range is brought into it, instead of failing.
    public init(_ year: Int, _ month: Int, _ day: Int, at hour: Int, _ minute: Int, _ second: Int = 0) {
        self.year = min(max(year, 0), 9999)
        self.month = min(max(month, 1), 12)
        self.day = min(max(day, 1), TimeForms.days(inMonth: self.month, of: self.year))
        self.hour = min(max(hour, 0), 23)
        self.minute = min(max(minute, 0), 59)
        self.second = min(max(second, 0), 60)
        nanosecond = 0
    }

    /// - Returns: nil unless `text` is a date and a time without an offset: `2026-03-01T09:30`, `2026-03-01 09:30:00`.
    public init?(_ text: String) {
        guard TimeForms.isLocalDatetime(text) else { return nil }
        var reader = ByteReader(text)
        func number(_ digits: Int, after mark: Unicode.Scalar?) -> Int? {
            if let mark, !reader.take(mark) { return nil }
            return reader.number(digits: digits)
        }
        guard let year = number(4, after: nil), let month = number(2, after: "-"), let day = number(2, after: "-"),
            reader.take("T") || reader.take(" "), let hour = number(2, after: nil), let minute = number(2, after: ":")
        else { return nil }
        let second = number(2, after: ":") ?? 0
        let fraction = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1).dropFirst().first
        let digits = fraction.map { String(Substring($0)) } ?? ""
        let nanosecond = Int(digits + String(repeating: "0", count: 9 - digits.count)) ?? 0
        self.init(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second, nanosecond: nanosecond)
    }

    /// What the clock shows in `timeZone` at a moment.
    public init(_ date: Date, in timeZone: TimeZone) {
        let parts = Self.calendar(timeZone).dateComponents(
            [.year, .month, .day, .hour, .minute, .second, .nanosecond], from: date)
        year = parts.year ?? 0
        month = parts.month ?? 1
        day = parts.day ?? 1
        hour = parts.hour ?? 0
        minute = parts.minute ?? 0
        second = parts.second ?? 0
        nanosecond = parts.nanosecond ?? 0
    }

    /// For example `2026-03-01T09:30:00`.
    public var text: String { text(separator: .letter) }

    /// The text with another separator: `2026-03-01 09:30:00`.
    public func text(separator: Separator) -> String {
        let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
        let time = "\(Self.padded(hour, 2)):\(Self.padded(minute, 2)):\(Self.padded(second, 2))"
        guard nanosecond > 0 else { return date + separator.rawValue + time }
        var fraction = Self.padded(nanosecond, 9)
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return date + separator.rawValue + time + "." + fraction
    }

    /// The moment at which a clock in `timeZone` shows this; nil if none ever does, because it was put forward.
    public func date(in timeZone: TimeZone) -> Date? {
        let parts = DateComponents(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second, nanosecond: nanosecond)
        guard let date = Self.calendar(timeZone).date(from: parts) else { return nil }
        let shown = LocalDateTime(date, in: timeZone)
        return shown.hour == hour && shown.minute == minute ? date : nil
    }

    private static func calendar(_ timeZone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        return calendar
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}

extension LocalDateTime: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        left.parts.lexicographicallyPrecedes(right.parts)
    }

    private var parts: [Int] { [year, month, day, hour, minute, second, nanosecond] }
}

extension LocalDateTime: JSONConvertible, CustomStringConvertible {
    public init(json: JSON, at path: String) throws(InvalidValue) {
        guard let value = LocalDateTime(try String(json: json, at: path)) else {
            throw InvalidValue(at: path, "must be \(ValueFormat.localDatetime.expectation)")
        }
        self = value
    }

    public var json: JSON { .string(text) }
    public var description: String { text }
}
