/// The check of five-field schedules: minute, hour, day of month, month, day of week, as crontab(5) reads them.
enum CronForm {
    /// Each field is `*`, a number, a range `1-5`, either with a step `/2`, or a list of those. Months and weekdays
    /// may be named by three letters; Sunday is 0 and 7.
    static func isCron(_ text: String) -> Bool {
        let parts = text.split(separator: " ")
        return parts.count == fields.count && zip(parts, fields).allSatisfy { isField($0, $1) }
    }

    private struct Field: Sendable {
        let range: ClosedRange<Int>
        var names: [String] = []
        /// What the first name stands for.
        var firstName = 0
    }

    private static let fields = [
        Field(range: 0...59),
        Field(range: 0...23),
        Field(range: 1...31),
        Field(
            range: 1...12,
            names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], firstName: 1),
        Field(range: 0...7, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
    ]

    private static func isField(_ text: Substring, _ field: Field) -> Bool {
        text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { isItem($0, field) }
    }

    private static func isItem(_ text: Substring, _ field: Field) -> Bool {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let bounds = parts[0].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let step = number(parts[1]), step >= 1, step <= field.range.upperBound else { return false }
            guard parts[0] == "*" || bounds.count == 2 else { return false }
        }
        if parts[0] == "*" { return true }
        let values = bounds.compactMap { value($0, field) }
        guard values.count == bounds.count else { return false }
        return values.count == 1 || values[0] <= values[1]
    }

    private static func value(_ text: Substring, _ field: Field) -> Int? {
        if let name = field.names.firstIndex(of: text.lowercased()) { return name + field.firstName }
        return number(text).flatMap { field.range.contains($0) ? $0 : nil }
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy(\.isDigit) else { return nil }
        return Int(text)
    }
}
