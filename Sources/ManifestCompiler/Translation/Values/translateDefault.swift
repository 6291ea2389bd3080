extension GenerationContext {
    /// The default of a field as a Swift expression of its type; `nil` without one.
    func defaultValue(of blueprint: FieldBlueprint) -> SwiftExpression? {
        guard let value = blueprint.field.defaultValue else { return nil }
        return expression(for: value, as: blueprint)
    }

    private func expression(for value: ManifestValue, as blueprint: FieldBlueprint) -> SwiftExpression? {
        switch value {
        case .list(let elements): .array(elements.compactMap { expression(for: $0, as: blueprint) })
        case .boolean(let value): .boolean(value)
        case .integer(let value): .integer(value)
        case .decimal(let text):
            blueprint.scalar == .decimal ? .call(".exact", [SwiftArgument(nil, .string(text))]) : .code(text)
        case .text(let text):
            if let option = blueprint.source.options.first(where: { $0.value == text }) {
                .code(".\(names.optionCase(option))")
            } else if let value = blueprint.source.format.flatMap({ translateTime(text, as: $0) }) {
                value
            } else if blueprint.scalar == .datetime {
                .code("Date(timeIntervalSince1970: \(RFC3339.secondsSinceEpoch(text) ?? "0"))")
            } else {
                .string(text)
            }
        case .map: .call("JSONObject", [SwiftArgument(nil, json(value))])
        }
    }

    /// A default of a format that has a type of its own. Whether it is one has been checked.
    private func translateTime(_ text: String, as format: ValueFormat) -> SwiftExpression? {
        switch format {
        case .localDatetime: localDateTime(text)
        case .dateOrDatetime:
            if ValueFitness.isDate(text) {
                .call(".date", [SwiftArgument(nil, .string(text))])
            } else if let seconds = RFC3339.secondsSinceEpoch(text) {
                .code(".moment(Date(timeIntervalSince1970: \(seconds)))")
            } else {
                .call(".local", [SwiftArgument(nil, localDateTime(text))])
            }
        default: nil
        }
    }

    /// `LocalDateTime(2026, 3, 1, at: 9, 30)`.
    private func localDateTime(_ text: String) -> SwiftExpression {
        let numbers = text.split { !$0.isNumber }.prefix(6).compactMap { Int($0) }
        let arguments = numbers.enumerated().map { index, number in
            SwiftArgument(index == 3 ? "at" : nil, .integer(number))
        }
        return .call("LocalDateTime", arguments)
    }

    /// The value as an expression of type `JSON`.
    func json(_ value: ManifestValue) -> SwiftExpression {
        switch value {
        case .text(let text): .string(text)
        case .integer(let value): .integer(value)
        case .decimal(let text): .code(text)
        case .boolean(let value): .boolean(value)
        case .list(let elements): .array(elements.map(json))
        case .map(let entries):
            .dictionary(entries.map { SwiftExpression.Entry(key: .string($0.key), value: json($0.value)) })
        }
    }
}

/// Reads the times that a manifest can have as defaults.
enum RFC3339 {
    /// Seconds from 1970-01-01T00:00:00Z, with the fraction as written; `nil` unless the text is a time with an offset.
    static func secondsSinceEpoch(_ text: String) -> String? {
        let form = /(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})/
        guard let match = text.wholeMatch(of: form) else { return nil }
        let output = match.output
        guard
            let year = Int(output.1), let month = Int(output.2), let day = Int(output.3), let hour = Int(output.4),
            let minute = Int(output.5), let second = Int(output.6), (1...12).contains(month), (1...31).contains(day),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        var seconds = days(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second
        let offset = output.8
        if offset != "Z", let hours = Int(offset.dropFirst().prefix(2)), let minutes = Int(offset.suffix(2)) {
            seconds -= (offset.hasPrefix("-") ? -1 : 1) * (hours * 3_600 + minutes * 60)
        }
        return String(seconds) + (output.7.map(String.init) ?? "")
    }

    /// Days from 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date
    /// algorithms").
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
