import IntegrationKit

/// One labelled input with its help and its error.
struct FieldView: Sendable {
    struct Choice: Sendable {
        let id: String
        /// Of the field.
        let name: String
        let value: String
        let label: String
        let isChosen: Bool
    }

    let id: String
    let name: String
    let label: String
    private(set) var help: String?
    private(set) var hasHelp = false
    let placeholder: String?
    let isRequired: Bool
    let isOptional: Bool
    let maximumLength: Int?
    let error: String?
    let hasError: Bool
    let errorIcon = Icons.svg("alert-circle")
    /// Ids of help and error.
    private(set) var describedBy: String?
    /// Why there are no choices.
    let problem: AlertView?
    /// For the first field with an error, or the first one of a form that was just opened.
    let isFocused: Bool
    let isDisabled: Bool

    // What kind of input it is: exactly one of these. Flat, so that templates need not look outwards.
    private(set) var isInput = false
    private(set) var isArea = false
    private(set) var isSelect = false
    private(set) var isCheckboxes = false
    private(set) var isToggle = false
    private(set) var isFile = false

    private(set) var value = ""
    private(set) var type = "text"
    /// Which keyboard a phone shows.
    private(set) var mode: String?
    private(set) var step: String?
    private(set) var isLeftToRight = false
    private(set) var choices: [Choice] = []
    private(set) var hasNoChoices = false
    /// Shown while nothing is chosen.
    private(set) var prompt: String?
    /// An input with suggestions.
    private(set) var hasSuggestions = false
    private(set) var isOn = false
    // Of files.
    private(set) var accept: String?
    private(set) var isMultiple = false
    private(set) var kept: [Kept] = []
    private(set) var hasKept = false

    /// A file that the form has brought already.
    struct Kept: Sendable {
        /// Of the field.
        let name: String
        let file: KeptFileView
    }

    init(
        _ field: FormField, prefix: String, input: FormInput?, isFocused: Bool = false,
        isDisabled: Bool = false, clock: WorkplaceClock
    ) {
        id = "\(prefix)-\(Slug.make(field.name))"
        name = field.name
        label = field.label
        error = input?.errors[field.name]
        hasError = error != nil
        placeholder = field.placeholder
        let isToggle = if case .switchControl = field.component { true } else { false }
        isRequired = field.isRequired && !isToggle
        isOptional = !field.isRequired && !isToggle
        self.isFocused = isFocused
        self.isDisabled = isDisabled
        maximumLength =
            field.checks.lazy.compactMap { check in
                if case .maximumLength(let length) = check { length } else { nil }
            }.first
        problem = field.problem.map { AlertView($0, title: "The choices could not be loaded.") }
        let values = input?.values[field.name] ?? (input == nil ? field.initial : [])
        let first = values.first ?? ""
        help = field.help
        value = first
        switch field.component {
        case .input(let kind):
            isInput = true
            type = kind.rawValue
            mode = kind == .text ? nil : kind.rawValue
            isLeftToRight = kind != .text
        case .textarea:
            isArea = true
        case .lines:
            isArea = true
            value = input == nil ? values.joined(separator: "\n") : first
            help = [help, "One a line."].compactMap { $0 }.joined(separator: " ")
        case .select(let choices):
            isSelect = true
            choose(from: choices, chosen: [first])
            prompt = self.choices.contains(where: \.isChosen) ? nil : "Choose…"
        case .combobox(let choices):
            isInput = true
            hasSuggestions = true
            choose(from: choices, chosen: [])
        case .multiselect(let choices):
            isCheckboxes = true
            choose(from: choices, chosen: Set(values))
        case .switchControl:
            self.isToggle = true
            isOn = ["true", "on", "1"].contains(first)
        case .number(let isInteger):
            isInput = true
            mode = isInteger ? "numeric" : "decimal"
            isLeftToRight = true
        case .file(let isList):
            isFile = true
            isMultiple = isList
            let rule = field.fileRule
            accept = rule.flatMap { rule in
                rule.accepted.isEmpty
                    ? nil : rule.accepted.map { $0.contains("/") ? $0 : "." + $0 }.joined(separator: ",")
            }
            kept = values.compactMap { input?.files[$0] }.map { Kept(name: field.name, file: $0) }
            hasKept = !kept.isEmpty
            if let rule { help = [help, "Up to \(FileSize.text(rule.maximumSize))."].compactMap { $0 }.joined(separator: " ") }
        case .date:
            setPicker("date")
        case .time:
            setPicker("time")
        case .dateTime:
            setPicker("datetime-local")
            value = Timestamp.parse(first).map(clock.localText) ?? first
            help = [help, "Time zone: \(clock.zoneName)."].compactMap { $0 }.joined(separator: " ")
        }
        hasHelp = help != nil
        let ids = [help == nil ? nil : id + "-help", error == nil ? nil : id + "-error"].compactMap { $0 }
        describedBy = ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    private mutating func setPicker(_ type: String) {
        isInput = true
        self.type = type
        step = type == "date" ? nil : "60"
        isLeftToRight = true
    }

    private mutating func choose(from offered: [FormField.Choice], chosen: Set<String>) {
        choices = offered.enumerated().map { index, choice in
            Choice(
                id: "\(id)-\(index)", name: name, value: choice.value, label: choice.label,
                isChosen: chosen.contains(choice.value))
        }
        hasNoChoices = choices.isEmpty
    }
}
