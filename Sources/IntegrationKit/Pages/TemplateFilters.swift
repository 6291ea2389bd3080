#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

// The filters of the manifest's templates that Swift has no function for. Generated code calls them.

extension String {
    /// The text with its first character in upper case and all others as they are.
    public var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// The text, or its beginning with `…` behind it so that it has at most `length` characters.
    public func truncated(to length: Int) -> String {
        guard count > length else { return self }
        return length > 0 ? prefix(length - 1) + "…" : ""
    }
}

extension Date {
    /// The date in a time zone, written by a format of `strftime`'s: `%Y %m %d %e %b %B %a %A %H %I %M %p %S %z %%`.
    ///
    /// Names of months and days are English, as everything generated is. Anything else in the format stays as it is.
    ///
    /// - Parameter timeZone: An IANA name; UTC if there is no such zone.
    public func text(format: String, in timeZone: String) -> String {
        let zone = TimeZone(identifier: timeZone) ?? .gmt
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second, .weekday], from: self)
        let hour = parts.hour ?? 0
        var result = ""
        var characters = format.makeIterator()
        while let character = characters.next() {
            guard character == "%", let directive = characters.next() else {
                result.append(character)
                continue
            }
            switch directive {
            case "Y": result += Self.padded(parts.year ?? 0, 4)
            case "m": result += Self.padded(parts.month ?? 0, 2)
            case "d": result += Self.padded(parts.day ?? 0, 2)
            case "e": result += String(parts.day ?? 0)
            case "b": result += Self.months[(parts.month ?? 1) - 1].prefix(3)
            case "B": result += Self.months[(parts.month ?? 1) - 1]
            case "a": result += Self.days[(parts.weekday ?? 1) - 1].prefix(3)
            case "A": result += Self.days[(parts.weekday ?? 1) - 1]
            case "H": result += Self.padded(hour, 2)
            case "I": result += Self.padded((hour + 11) % 12 + 1, 2)
            case "M": result += Self.padded(parts.minute ?? 0, 2)
            case "p": result += hour < 12 ? "AM" : "PM"
            case "S": result += Self.padded(parts.second ?? 0, 2)
            case "z":
                let minutes = zone.secondsFromGMT(for: self) / 60
                result += (minutes < 0 ? "-" : "+") + Self.padded(abs(minutes) / 60, 2) + Self.padded(abs(minutes) % 60, 2)
            case "%": result += "%"
            default: result += "%" + String(directive)
            }
        }
        return result
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
}
