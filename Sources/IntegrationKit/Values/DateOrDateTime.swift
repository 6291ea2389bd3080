#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A whole day, or a moment of one: when something is that may last all day.
public enum DateOrDateTime: Hashable, Sendable {
    /// `YYYY-MM-DD`.
    case date(String)
    case moment(Date)
    /// A time in a zone that is said elsewhere. Only where a `timezone` stands beside it.
    case local(LocalDateTime)

    /// - Returns: nil unless `text` is a date, or a date and time with or without an offset.
    public init?(_ text: String) {
        if TimeForms.isDate(text) {
            self = .date(text)
        } else if let moment = Timestamp.parse(text) {
            self = .moment(moment)
        } else if let local = LocalDateTime(text) {
            self = .local(local)
        } else {
            return nil
        }
    }

    /// For example `2026-03-01`, `2026-03-01T09:30:00Z`, `2026-03-01T09:30:00`.
    public var text: String {
        switch self {
        case .date(let text): text
        case .moment(let date): Timestamp.text(date)
        case .local(let local): local.text
        }
    }
}

extension DateOrDateTime: JSONConvertible, CustomStringConvertible {
    public init(json: JSON, at path: String) throws(InvalidValue) {
        guard let value = DateOrDateTime(try String(json: json, at: path)) else {
            throw InvalidValue(at: path, "must be \(ValueFormat.dateOrDatetime.expectation)")
        }
        self = value
    }

    public var json: JSON { .string(text) }
    public var description: String { text }
}
