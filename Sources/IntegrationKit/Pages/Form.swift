/// A form that calls a tool.
public struct FormBlock: Sendable {
    /// Unique on its page and stable: it is part of the address that the form is sent to.
    public let id: String
    public let title: String?
    public let description: String?
    /// Opens from a button. Without JavaScript it stands in the page.
    public let isModal: Bool
    /// Handle of the tool.
    public let tool: String
    public let submitLabel: String
    public let fields: [FormField]
    /// Inputs that are not asked, resolved from the page's context each time; never taken from the browser.
    public let fixed: JSONObject
    public let then: SubmitResult

    public init(
        id: String, title: String?, description: String? = nil, isModal: Bool = false, tool: String,
        submitLabel: String, fields: [FormField], fixed: JSONObject = [:], then: SubmitResult = .refresh
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.isModal = isModal
        self.tool = tool
        self.submitLabel = submitLabel
        self.fields = fields
        self.fixed = fixed
        self.then = then
    }
}

/// One input of a form, or one editable field of a record.
public struct FormField: Sendable {
    public enum Component: Sendable {
        case input(InputKind)
        case textarea
        /// The answer must be one of these.
        case select([Choice])
        case combobox([Choice])
        case multiselect([Choice])
        case switchControl
        /// A list of texts, one a line.
        case lines
        case number(isInteger: Bool)
        case date, time, dateTime
        /// A file to choose, or several; ``FormField/fileRule`` says which.
        case file(isList: Bool)
    }

    public enum InputKind: String, Hashable, Sendable {
        case text, phone = "tel", email, url
    }

    public struct Choice: Hashable, Sendable {
        public let value: String
        public let label: String

        public init(value: String, label: String) {
            self.value = value
            self.label = label
        }
    }

    /// The wire name of the tool's input, or the handle of the model's field.
    public let name: String
    public let label: String
    public let help: String?
    public let placeholder: String?
    public let isRequired: Bool
    public let component: Component
    /// What stands in it at first, as text; several for lists.
    public let initial: [String]
    public let checks: [ValueCheck]
    /// Why the choices could not be loaded.
    public let problem: ToolFailure?
    /// Whether the field is there while the form has these answers; one that is not is not asked, and nothing that is
    /// sent for it is taken. Nil for a field that is always there.
    public let isVisible: (@Sendable (FormAnswers) -> Bool)?
    /// Whether it can be changed while the form has these answers; one that cannot has its first value. Nil for a field
    /// that always can.
    public let isEnabled: (@Sendable (FormAnswers) -> Bool)?

    public init(
        name: String, label: String, help: String? = nil, placeholder: String? = nil, isRequired: Bool,
        component: Component, initial: [String] = [], checks: [ValueCheck] = [], problem: ToolFailure? = nil,
        isVisible: (@Sendable (FormAnswers) -> Bool)? = nil, isEnabled: (@Sendable (FormAnswers) -> Bool)? = nil
    ) {
        self.name = name
        self.label = label
        self.help = help
        self.placeholder = placeholder
        self.isRequired = isRequired
        self.component = component
        self.initial = initial
        self.checks = checks
        self.problem = problem
        self.isVisible = isVisible
        self.isEnabled = isEnabled
    }

    /// Which files it takes; nil for what is no file.
    public var fileRule: FileRule? { checks.lazy.compactMap(\.fileRule).first }
}

extension ValueCheck {
    fileprivate var fileRule: FileRule? {
        switch self {
        case .file(let rule): rule
        case .each(let checks): checks.lazy.compactMap(\.fileRule).first
        default: nil
        }
    }
}

/// What is filled into a form at the moment, by the fields' names: only what can be read as its field's type.
public struct FormAnswers: Sendable {
    private let values: JSONObject

    public init(_ values: JSONObject) { self.values = values }

    /// The answer to a field, if it has one of this type.
    public subscript<Value: JSONConvertible>(name: String, as type: Value.Type) -> Value? {
        values[name].flatMap { try? Value(json: $0, at: name) }
    }
}
