/// A schedule has times that exist and a tool that can be called at them with nothing.
struct ScheduleRules: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for schedule in input.manifest.schedules {
            if schedule.knows("cron"), let problem = CronForm.problem(schedule.cron) {
                found.append(
                    Diagnostic(
                        .scheduleCron, "`\(schedule.cron)` is not a schedule: \(problem)", at: schedule.cronSpan,
                        help: ["write minute, hour, day of the month, month and day of the week: '0 3 * * *'"]))
            }
            if schedule.knows("timezone", "per") { zone(schedule, &found) }
            if let tool = input.manifest.tools[schedule.tool.handle] { check(tool, of: schedule, input, &found) }
        }
        return found
    }

    private func zone(_ schedule: ScheduleDeclaration, _ found: inout [Diagnostic]) {
        guard let span = schedule.zoneSpan else { return }
        switch schedule.zone {
        case .workplace where schedule.per == .appVersion:
            found.append(
                Diagnostic(
                    .scheduleTimezone, "what runs once for the app version has no workplace", at: span,
                    help: ["name a zone, such as UTC"]))
        case .named(let name) where !TimeZoneNames.all.contains(name):
            let known = TimeZoneNames.all.sorted() + ["WORKPLACE"]
            let meant = Suggestion.nearest(to: name, among: known)
            found.append(
                Diagnostic(
                    .scheduleTimezone,
                    "there is no time zone `\(name)`" + (meant.map { "; did you mean `\($0)`?" } ?? ""), at: span,
                    help: meant == nil ? ["write WORKPLACE, UTC, or an IANA name such as Europe/London"] : [],
                    fixIts: meant.map { [.init("replace with `\($0)`", replacing: span, with: $0)] } ?? []))
        default: break
        }
    }

    private func check(
        _ tool: ToolDeclaration, of schedule: ScheduleDeclaration, _ input: RuleInput, _ found: inout [Diagnostic]
    ) {
        let note = Diagnostic.Note("declared here", at: tool.span)
        if tool.knows("triggers"), let triggers = tool.triggers, !triggers.contains(.schedule) {
            found.append(
                Diagnostic(
                    .toolTrigger, "tool `\(tool.handle)` does not allow the trigger SCHEDULE, which this needs",
                    at: schedule.tool.span, notes: [note]))
        }
        if tool.knows("scope"), schedule.knows("per"), tool.scope != schedule.per {
            found.append(
                Diagnostic(
                    .toolScope,
                    "tool `\(tool.handle)` has the scope \(tool.scope.rawValue), and this runs per "
                        + schedule.per.rawValue, at: schedule.tool.span, notes: [note]))
        }
        guard input.manifest.knowsInputs(of: tool) else { return }
        let needed = input.manifest.inputFields(of: tool).filter {
            $0.requirement != .optional && $0.defaultValue == nil && $0.knows("type", "default")
        }
        if let first = needed.first {
            found.append(
                Diagnostic(
                    .scheduleTool, "tool `\(tool.handle)` needs the input `\(first.handle)`, which a schedule does not give",
                    at: schedule.tool.span, notes: [.init("declared here", at: first.span)]))
        }
    }
}

/// The form of five-field schedules, as crontab(5) reads them.
enum CronForm {
    private struct Field {
        let title: String
        let range: ClosedRange<Int>
        var names: [String] = []
    }

    private static let fields = [
        Field(title: "minute", range: 0...59), Field(title: "hour", range: 0...23),
        Field(title: "day of the month", range: 1...31),
        Field(
            title: "month", range: 1...12,
            names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]),
        Field(title: "day of the week", range: 0...7, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
    ]

    /// What is wrong with a schedule, or `nil`.
    static func problem(_ text: String) -> String? {
        let parts = text.split(separator: " ")
        guard parts.count == fields.count else { return "it has \(parts.count) fields, not five" }
        for (part, field) in zip(parts, fields) {
            for item in part.split(separator: ",", omittingEmptySubsequences: false) {
                if let problem = problem(item, field) { return problem }
            }
        }
        return nil
    }

    /// `*`, a number, a range, or one of these with a step.
    private static func problem(_ item: Substring, _ field: Field) -> String? {
        let parts = item.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let bounds = parts[0].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let step = number(parts[1]), step >= 1, step <= field.range.upperBound else {
                return "`\(parts[1])` is no step for the \(field.title)"
            }
            guard parts[0] == "*" || bounds.count == 2 else { return "a step follows `*` or a range, not `\(parts[0])`" }
        }
        if parts[0] == "*" { return nil }
        let values = bounds.map { value($0, field) }
        for (value, bound) in zip(values, bounds) where value == nil {
            return "the \(field.title) is from \(field.range.lowerBound) to \(field.range.upperBound), not `\(bound)`"
        }
        let numbers = values.compactMap(\.self)
        return numbers.count == 2 && numbers[0] > numbers[1] ? "the range `\(parts[0])` goes backwards" : nil
    }

    private static func value(_ text: Substring, _ field: Field) -> Int? {
        if let name = field.names.firstIndex(of: text.lowercased()) { return name + (field.range.lowerBound) }
        return number(text).flatMap { field.range.contains($0) ? $0 : nil }
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return Int(text)
    }
}
