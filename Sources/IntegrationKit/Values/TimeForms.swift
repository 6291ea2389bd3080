/// Checks of formats that tell dates and times.
enum TimeForms {
    /// `YYYY-MM-DD`, a day that exists.
    static func isDate(_ text: String) -> Bool {
        var reader = ByteReader(text)
        return readDate(&reader) && reader.isAtEnd
    }

    /// RFC 3339 section 5.6: date, `T`, time to the second with an optional fraction, and an offset or `Z`.
    static func isDatetime(_ text: String) -> Bool {
        var reader = ByteReader(text)
        guard readDate(&reader), reader.take("T") || reader.take("t"), readTime(&reader, secondsRequired: true) else {
            return false
        }
        if reader.take("Z") || reader.take("z") { return reader.isAtEnd }
        guard reader.take("+") || reader.take("-"), let hours = reader.number(digits: 2), reader.take(":"),
            let minutes = reader.number(digits: 2)
        else { return false }
        return hours <= 23 && minutes <= 59 && reader.isAtEnd
    }

    /// A date, `T` or a space, and a time to the minute, the second or a fraction of it; no offset.
    static func isLocalDatetime(_ text: String) -> Bool {
        var reader = ByteReader(text)
        return readDate(&reader) && (reader.take("T") || reader.take(" "))
            && readTime(&reader, secondsRequired: false) && reader.isAtEnd
    }

    /// Whether one DATE, TIME or DATETIME is before another of the same kind.
    static func isBefore(_ one: String, _ other: String) -> Bool {
        if let one = Timestamp.parse(one), let other = Timestamp.parse(other) { return one < other }
        // `09:30` and `09:30:00` are one time.
        let (one, other) = (one.count == 5 ? one + ":00" : one, other.count == 5 ? other + ":00" : other)
        return one.utf8.lexicographicallyPrecedes(other.utf8)
    }

    private static func readDate(_ reader: inout ByteReader) -> Bool {
        guard let year = reader.number(digits: 4), reader.take("-"), let month = reader.number(digits: 2),
            reader.take("-"), let day = reader.number(digits: 2)
        else { return false }
        return exists(year: year, month: month, day: day)
    }

    /// Whether the Gregorian calendar has the day.
    static func exists(year: Int, month: Int, day: Int) -> Bool {
        (1...12).contains(month) && day >= 1 && day <= days(inMonth: month, of: year)
    }

    /// The leap second (`:60`) is allowed, as the standard does.
    private static func readTime(_ reader: inout ByteReader, secondsRequired: Bool) -> Bool {
        guard let hour = reader.number(digits: 2), hour <= 23, reader.take(":"),
            let minute = reader.number(digits: 2), minute <= 59
        else { return false }
        guard reader.take(":") else { return !secondsRequired }
        guard let second = reader.number(digits: 2), second <= 60 else { return false }
        guard reader.take(".") else { return true }
        return (1...9).contains(reader.takeAll(\.isDigit))
    }

    /// By the Gregorian calendar.
    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
