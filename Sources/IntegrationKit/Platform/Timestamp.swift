#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// How times are spelled at every edge: RFC 3339, read with any offset, written in UTC with milliseconds only if not zero.
public enum Timestamp {
    /// - Returns: nil unless `text` is a date and time with an offset.
    public static func parse(_ text: String) -> Date? {
        var bytes = Array(text.utf8)[...]
        guard bytes.count >= 20,
            let year = number(&bytes, digits: 4, then: UInt8(ascii: "-")),
            let month = number(&bytes, digits: 2, then: UInt8(ascii: "-")),
            let day = number(&bytes, digits: 2, then: nil),
            let separator = bytes.popFirst(), separator == UInt8(ascii: "T") || separator == UInt8(ascii: "t") || separator == UInt8(ascii: " "),
            let hour = number(&bytes, digits: 2, then: UInt8(ascii: ":")),
            let minute = number(&bytes, digits: 2, then: UInt8(ascii: ":")),
            let second = number(&bytes, digits: 2, then: nil),
            (1...12).contains(month), (1...daysIn(month: month, year: year)).contains(day),
            hour < 24, minute < 60, second <= 60,
            let fraction = fraction(&bytes),
            let offset = offset(&bytes), bytes.isEmpty
        else { return nil }
        let seconds = daysSinceEpoch(year: year, month: month, day: day) * 86_400 + hour * 3600 + minute * 60 + second
        return Date(timeIntervalSince1970: Double(seconds - offset) + fraction)
    }

    /// For example `2026-11-23T01:28:30Z`, `2026-11-23T01:28:30.250Z`.
    public static func text(_ date: Date) -> String {
        let milliseconds = Int((date.timeIntervalSince1970 * 1000).rounded())
        let days = Int((Double(milliseconds) / 86_400_000).rounded(.down))
        let rest = milliseconds - days * 86_400_000
        let (year, month, day) = civil(fromDays: days)
        let seconds = rest / 1000
        let fraction = rest % 1000
        let base = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T"
            + "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
        return fraction == 0 ? base + "Z" : base + ".\(padded(fraction, 3))Z"
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    private static func number(_ bytes: inout ArraySlice<UInt8>, digits: Int, then separator: UInt8?) -> Int? {
        guard bytes.count >= digits else { return nil }
        var value = 0
        for _ in 0..<digits {
            guard let byte = bytes.popFirst(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        if let separator { guard bytes.popFirst() == separator else { return nil } }
        return value
    }

    private static func fraction(_ bytes: inout ArraySlice<UInt8>) -> Double? {
        guard bytes.first == UInt8(ascii: ".") else { return 0 }
        bytes.removeFirst()
        var value = 0.0
        var scale = 0.1
        var digits = 0
        while let byte = bytes.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), digits < 18 {
            value += Double(byte - UInt8(ascii: "0")) * scale
            scale /= 10
            digits += 1
            bytes.removeFirst()
        }
        return digits == 0 ? nil : value
    }

    private static func offset(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        switch bytes.popFirst() {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"): return 0
        case let sign? where sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"):
            guard let hours = number(&bytes, digits: 2, then: UInt8(ascii: ":")),
                let minutes = number(&bytes, digits: 2, then: nil), hours < 24, minutes < 60
            else { return nil }
            return (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
        default: return nil
        }
    }

    private static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1970-01-01 in the proleptic Gregorian calendar.
    private static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

extension Date: JSONConvertible {
    public init(json: JSON, at path: String) throws(InvalidValue) {
        guard let date = Timestamp.parse(try String(json: json, at: path)) else {
            throw InvalidValue([
                ValueProblem(path: path, message: "must be a date and time with offset, for example 2026-11-23T09:30:00Z")
            ])
        }
        self = date
    }

    public var json: JSON { .string(Timestamp.text(self)) }
}
