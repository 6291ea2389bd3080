#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
package import IntegrationKit

/// Turns what a browser sent for the fields of a form into JSON. Reads these fields and nothing else.
package struct FormReader: Sendable {
    private let clock: WorkplaceClock
    /// By their ids.
    private let files: [String: SentFile]
    /// By the fields' names.
    private let refusals: [String: String]

    package init(clock: WorkplaceClock) {
        self.init(clock: clock, files: [:], refusals: [:])
    }

    private init(clock: WorkplaceClock, files: [String: SentFile], refusals: [String: String]) {
        self.clock = clock
        self.files = files
        self.refusals = refusals
    }

    /// Reads what was sent, with its files.
    func read(_ fields: [FormField], _ sent: SentForm) -> Reading {
        var reading = FormReader(clock: clock, files: sent.files, refusals: sent.refusals).read(fields, sent: sent.values)
        for (id, file) in sent.files { reading.input.files[id] = KeptFileView(file.file) }
        return reading
    }

    package struct Reading: Sendable {
        /// By field name. A field that was left empty is absent.
        package var values: JSONObject = [:]
        /// What was typed, and what is wrong with it.
        package var input = FormInput()
        /// Fields that may be cleared and were.
        package var cleared: [String] = []
        package var isValid: Bool { input.errors.isEmpty }
    }

    /// Of a field that is not there with these answers nothing is taken; one that cannot be changed has its first value.
    ///
    /// - Parameter sent: All values of a name, in order; empty when the browser sent none.
    package func read(_ fields: [FormField], sent: (String) -> [String]) -> Reading {
        var reading = Reading()
        for field in fields {
            reading.input.values[field.name] = sent(field.name).prefix(1000).map { $0.replacing("\r\n", with: "\n") }
        }
        let answers = answers(fields) { reading.input.values[$0.name] ?? [] }
        for field in fields where field.isVisible?(answers) ?? true {
            if field.isEnabled?(answers) == false { reading.input.values[field.name] = Self.initial(field) }
            switch value(of: field, reading.input.values[field.name] ?? []) {
            case .success(nil):
                if field.isRequired {
                    reading.input.errors[field.name] = Self.missing(field)
                } else {
                    reading.cleared.append(field.name)
                }
            case .success(let value?):
                if let problem = Self.problem(of: value, field.checks) {
                    reading.input.errors[field.name] = "\(field.label) \(problem)."
                } else {
                    reading.values[field.name] = value
                }
            case .failure(let refusal):
                reading.input.errors[field.name] = refusal.sentence
            }
        }
        return reading
    }

    /// What conditions see: the values of the fields that can be read.
    func answers(_ fields: [FormField], _ texts: (FormField) -> [String]) -> FormAnswers {
        var values: JSONObject = [:]
        for field in fields {
            if case .success(let value?) = value(of: field, texts(field)) { values[field.name] = value }
        }
        return FormAnswers(values)
    }

    /// What a browser sends for a field that nobody has touched.
    static func initial(_ field: FormField) -> [String] {
        if case .lines = field.component { [field.initial.joined(separator: "\n")] } else { field.initial }
    }

    private struct Refusal: Error {
        let sentence: String
    }

    private func value(of field: FormField, _ texts: [String]) -> Result<JSON?, Refusal> {
        let text = texts.first ?? ""
        let trimmed = text.trimmingWhitespace
        switch field.component {
        case .input(.phone):
            let digits = trimmed.filter { !" -().\u{A0}\u{2009}\u{202F}".contains($0) }
            return .success(digits.isEmpty ? nil : .string(digits))
        case .input, .combobox:
            return .success(trimmed.isEmpty ? nil : .string(trimmed))
        case .textarea:
            return .success(trimmed.isEmpty ? nil : .string(text))
        case .select(let choices):
            guard !text.isEmpty else { return .success(nil) }
            guard choices.contains(where: { $0.value == text }) else { return .failure(Self.notOffered(field)) }
            return .success(.string(text))
        case .multiselect(let choices):
            let chosen = texts.filter { !$0.isEmpty }
            guard chosen.allSatisfy({ text in choices.contains { $0.value == text } }) else {
                return .failure(Self.notOffered(field))
            }
            return .success(chosen.isEmpty ? nil : .array(chosen.map { .string($0) }))
        case .switchControl:
            return .success(.bool(["true", "on", "1"].contains(text)))
        case .lines:
            let lines = text.split(separator: "\n").map { String($0).trimmingWhitespace }.filter { !$0.isEmpty }
            return .success(lines.isEmpty ? nil : .array(lines.map { .string($0) }))
        case .number(let isInteger):
            guard !trimmed.isEmpty else { return .success(nil) }
            guard let number = JSONNumber(text: trimmed), !isInteger || number.int64 != nil else {
                return .failure(
                    Refusal(
                        sentence:
                            "\(field.label) must be \(isInteger ? "a whole number" : "a number, for example 12.5")."))
            }
            return .success(.number(number))
        case .file(let isList):
            if let refusal = refusals[field.name] { return .failure(Refusal(sentence: refusal)) }
            let ids = texts.filter { !$0.isEmpty }
            for id in ids {
                guard let file = files[id] else {
                    return .failure(Refusal(sentence: "\(field.label): choose the file again."))
                }
                if let problem = field.fileRule.flatMap(file.problem) { return .failure(Refusal(sentence: problem)) }
            }
            if isList { return .success(ids.isEmpty ? nil : .array(ids.map { .string($0) })) }
            // One that was chosen takes the place of one that came before.
            return .success(ids.last.map { .string($0) })
        case .date, .time:
            return .success(trimmed.isEmpty ? nil : .string(trimmed))
        case .dateTime:
            guard !trimmed.isEmpty else { return .success(nil) }
            guard let instant = clock.instant(local: trimmed) ?? Timestamp.parse(trimmed) else {
                return .failure(Refusal(sentence: "\(field.label) must be a date and a time."))
            }
            return .success(.string(Timestamp.text(instant)))
        }
    }

    private static func notOffered(_ field: FormField) -> Refusal {
        Refusal(sentence: "\(field.label): choose one of the answers that are offered.")
    }

    private static func missing(_ field: FormField) -> String {
        switch field.component {
        case .select, .multiselect, .combobox, .date, .time, .dateTime, .file: "\(field.label) must be chosen."
        default: "\(field.label) must be filled in."
        }
    }

    private static func problem(of value: JSON, _ checks: [ValueCheck]) -> String? {
        for check in checks {
            if case .each(let inner) = check {
                for element in value.arrayValue ?? [] {
                    if let problem = Self.problem(of: element, inner) { return problem }
                }
            } else if let problem = check.problem(of: value) {
                return problem
            }
        }
        return nil
    }
}

extension FormInput {
    /// Puts a tool's failure where it belongs: at its field when the form has it, else above the form.
    package mutating func place(_ failure: ToolFailure, among fields: [FormField]) {
        let name = failure.field.map { String($0.prefix { $0 != "." && $0 != "[" }) }
        if let name, fields.contains(where: { $0.name == name }) {
            errors[name] = failure.message
        } else {
            self.failure = failure
        }
    }
}

extension String {
    var trimmingWhitespace: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(self[first...last])
    }
}
