/// Whether a value written in the manifest is one of a type.
struct ValueFitness {
    let manifest: Manifest

    /// What is wrong with the value, or `nil`.
    func problem(_ value: ManifestValue, as type: ValueType, options: [OptionDeclaration]) -> String? {
        switch (type, value) {
        case (.unknown, _): return nil
        case (.list(let element), .list(let items)):
            return items.lazy.compactMap { problem($0, as: element, options: options) }.first
        case (.list, _): return "is not a list"
        case (.map, .map), (.record, .map), (.scalar(.object), .map): return nil
        case (.scalar(let scalar), _): return problem(value, as: scalar, options: options)
        case (.modelID, _), (.model, _): return "cannot be written in a manifest"
        default: return "is not of type \(type.spelling)"
        }
    }

    /// The replacement for a value that does not fit, if it is plain what is meant.
    func fixIts(
        _ value: ManifestValue, as type: ValueType, options: [OptionDeclaration], at span: SourceSpan
    ) -> [Diagnostic.FixIt] {
        guard case .scalar(let scalar) = type, case .text(let text) = value else { return [] }
        let better: String?
        switch scalar {
        case .string, .longString:
            better = Suggestion.nearest(to: text, among: options.map(\.value)).map {
                FormatWalk.quotedIfNeeded($0, inFlow: true)
            }
        case .integer: better = Repairs.integer(text)
        case .boolean: better = Repairs.boolean(text)
        default: better = nil
        }
        return better.map { [.init("replace with `\($0)`", replacing: span, with: $0)] } ?? []
    }

    private func problem(_ value: ManifestValue, as scalar: ScalarType, options: [OptionDeclaration]) -> String? {
        let fits: Bool
        switch (scalar, value) {
        case (.string, .text(let text)), (.longString, .text(let text)):
            guard !options.isEmpty, !options.contains(where: { $0.value == text }) else { return nil }
            let meant = Suggestion.nearest(to: text, among: options.map(\.value))
            let some = options.prefix(12).map { "`\($0.value)`" }.joined(separator: ", ")
            return meant.map { "is not one of the options; did you mean `\($0)`?" }
                ?? "is not one of the options \(some)\(options.count > 12 ? " and more" : "")"
        case (.integer, .integer), (.number, .integer), (.number, .decimal): fits = true
        case (.decimal, .decimal(let text)):
            guard ManifestValue.significantDigits(text) <= 38, text.utf8.count <= 100 else {
                return "has more digits than a DECIMAL keeps exactly (38 significant ones)"
            }
            fits = true
        case (.boolean, .boolean): fits = true
        case (.date, .text(let text)): fits = Self.isDate(text)
        case (.time, .text(let text)): fits = Self.isTime(text)
        case (.datetime, .text(let text)): fits = Self.isDatetime(text)
        default: fits = false
        }
        return fits ? nil : "is not of type \(scalar.rawValue)"
    }

    /// What is wrong with a text of a format that has a Swift type of its own, or `nil`.
    static func problem(_ value: ManifestValue, as format: ValueFormat?) -> String? {
        switch value {
        case .list(let items): return items.lazy.compactMap { problem($0, as: format) }.first
        case .text(let text):
            let isDateOrMoment = isDate(text) || isDatetime(text)
            switch format {
            case .localDatetime where !isLocalDatetime(text): return "is not a date and time without an offset"
            case .dateOrDatetime where !isDateOrMoment && !isLocalDatetime(text): return "is not a date or a date and time"
            default: return nil
            }
        default: return nil
        }
    }

    /// A date, `T` or a space, and a time; no offset.
    static func isLocalDatetime(_ text: String) -> Bool {
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "T" || $0 == " " }
        return parts.count == 2 && isDate(String(parts[0])) && isTime(String(parts[1]))
    }

    /// `YYYY-MM-DD` of the Gregorian calendar.
    static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], let year = digits(parts[0]), let month = digits(parts[1]),
            let day = digits(parts[2]), (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        return (1...days).contains(day)
    }

    /// `HH:MM` or `HH:MM:SS`.
    static func isTime(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ $0.count == 2 }) else { return false }
        let numbers = parts.compactMap { digits($0) }
        return numbers.count == parts.count && numbers[0] < 24 && numbers[1] < 60 && numbers.allSatisfy { $0 < 60 }
    }

    /// RFC 3339 with an offset; a fraction is allowed.
    static func isDatetime(_ text: String) -> Bool {
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, isDate(String(parts[0])) else { return false }
        var time = parts[1]
        if time.hasSuffix("Z") {
            time.removeLast()
        } else {
            guard time.count > 6, let sign = time.dropLast(5).last, sign == "+" || sign == "-",
                isTime(String(time.suffix(5)))
            else { return false }
            time = time.dropLast(6)
        }
        let pieces = time.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard pieces[0].count == 8, isTime(String(pieces[0])) else { return false }
        return pieces.count == 1 || digits(pieces[1]) != nil
    }

    private static func digits(_ text: Substring) -> Int? {
        !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(text) : nil
    }
}
