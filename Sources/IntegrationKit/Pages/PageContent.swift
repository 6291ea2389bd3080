#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What stands on a page, as values: the runtime draws them, escapes them and handles the forms. Texts are plain.
public struct PageContent: Sendable {
    public let title: String
    /// In the manifest's order; a block whose condition is false is not there.
    public let blocks: [PageBlock]

    public init(title: String, blocks: [PageBlock]) {
        self.title = title
        self.blocks = blocks
    }
}

public enum PageBlock: Sendable {
    case card(CardBlock)
    case form(FormBlock)
    case record(RecordBlock)
    case list(ListBlock)
    case table(TableBlock)
    case alert(AlertBlock)
    case conversation(ConversationBlock)
    case markdown(MarkdownBlock)
}

/// Facts with labels, and what can be done about them.
public struct CardBlock: Sendable {
    public let title: String?
    public let description: String?
    public let fields: [DisplayField]
    public let actions: [PageAction]

    public init(
        title: String? = nil, description: String? = nil, fields: [DisplayField] = [], actions: [PageAction] = []
    ) {
        self.title = title
        self.description = description
        self.fields = fields
        self.actions = actions
    }
}

/// A labelled value that is only shown.
public struct DisplayField: Sendable {
    public let label: String
    public let value: DisplayValue
    /// Shown when there is no value; an en dash without it.
    public let empty: String?

    public init(label: String, value: DisplayValue, empty: String? = nil) {
        self.label = label
        self.value = value
        self.empty = empty
    }
}

/// A value and how it is shown.
public enum DisplayValue: Hashable, Sendable {
    case none
    case text(String)
    /// Digits as they are shown, in plain notation or with an exponent.
    case number(String)
    case badge(String, color: OptionDescriptor.Color?)
    case chips([String])
    case code(String)
    case boolean(Bool)
    /// Shown in the workplace's time zone.
    case dateTime(Date)
    case link(url: String, label: String)
    case image(url: String)

    public static func text(_ value: String?) -> Self { value.map { Self.text($0) } ?? .none }
    public static func code(_ value: String?) -> Self { value.map { Self.code($0) } ?? .none }
    public static func boolean(_ value: Bool?) -> Self { value.map { Self.boolean($0) } ?? .none }
    public static func dateTime(_ value: Date?) -> Self { value.map { Self.dateTime($0) } ?? .none }
    public static func number(_ value: Int?) -> Self { value.map { .number(String($0)) } ?? .none }
    public static func number(_ value: Double?) -> Self {
        value.flatMap { JSONNumber($0) }.map { .number($0.text) } ?? .none
    }
    public static func number(_ value: Decimal?) -> Self {
        value.flatMap { $0.isNaN ? nil : .number($0.description) } ?? .none
    }
    public static func list(_ value: [String]?) -> Self { .text(value?.joined(separator: ", ")) }
    /// The option's label, without colour.
    public static func text(_ value: (some OptionValue)?) -> Self { .text(value?.label) }
    /// The option's label in its colour.
    public static func badge(_ value: (some OptionValue)?) -> Self {
        value.map { .badge($0.label, color: $0.color) } ?? .none
    }
    public static func badge(_ value: String?) -> Self { value.map { .badge($0, color: nil) } ?? .none }
}

/// Something that can be done from a page: a button or a link.
public struct PageAction: Sendable {
    public enum Variant: String, Hashable, Sendable {
        case primary = "PRIMARY", secondary = "SECONDARY", outline = "OUTLINE", destructive = "DESTRUCTIVE"
    }

    public enum Effect: Sendable {
        /// Begins the connection's OAuth dialog.
        case connect(connection: String)
        case link(PageLink)
        /// https, outside.
        case url(String)
        /// Calls the tool with these arguments, which the runtime takes from the page again when the button is pressed.
        case tool(String, arguments: JSONObject, then: SubmitResult)
    }

    /// Asked before the action is done.
    public struct Confirmation: Sendable {
        public let title: String
        public let description: String?

        public init(title: String, description: String?) {
            self.title = title
            self.description = description
        }
    }

    public let label: String
    public let icon: String?
    public let variant: Variant
    public let effect: Effect
    public let isEnabled: Bool
    public let confirmation: Confirmation?

    public init(
        label: String, icon: String? = nil, variant: Variant = .secondary, effect: Effect, isEnabled: Bool = true,
        confirmation: Confirmation? = nil
    ) {
        self.label = label
        self.icon = icon
        self.variant = variant
        self.effect = effect
        self.isEnabled = isEnabled
        self.confirmation = confirmation
    }
}

/// Where the browser goes after a tool has done its work.
public enum SubmitResult: Sendable {
    /// The page again.
    case refresh
    /// A page, whose address may depend on what the tool returned.
    case page(@Sendable (_ structured: JSONObject?) throws -> PageLink)
    case url(String)
}

/// The facts of one instance; some can be edited in place.
public struct RecordBlock: Sendable {
    public struct Field: Sendable {
        public let display: DisplayField
        /// The input for it, when the workplace may edit it here.
        public let input: FormField?

        public init(display: DisplayField, input: FormField? = nil) {
            self.display = display
            self.input = input
        }
    }

    public let title: String?
    public let description: String?
    /// Handle of the model.
    public let model: String
    /// Id of the instance, or nil when there is none; then only ``empty`` is shown.
    public let id: String?
    public let fields: [Field]
    /// When the app last wrote the instance.
    public let refreshedAt: Date?
    public let empty: String?
    public let actions: [PageAction]

    public init(
        title: String? = nil, description: String? = nil, model: String, id: String?, fields: [Field],
        refreshedAt: Date?, empty: String? = nil, actions: [PageAction] = []
    ) {
        self.title = title
        self.description = description
        self.model = model
        self.id = id
        self.fields = fields
        self.refreshedAt = refreshedAt
        self.empty = empty
        self.actions = actions
    }
}

/// Instances, one an entry.
public struct ListBlock: Sendable {
    public struct Item: Sendable {
        public let label: String
        public let description: String?
        public let badge: DisplayValue
        public let link: PageLink?
        public let actions: [PageAction]

        public init(
            label: String, description: String? = nil, badge: DisplayValue = .none, link: PageLink? = nil,
            actions: [PageAction] = []
        ) {
            self.label = label
            self.description = description
            self.badge = badge
            self.link = link
            self.actions = actions
        }
    }

    public let title: String?
    public let description: String?
    public let items: [Item]
    /// What to say when there are none.
    public let empty: String?
    /// Why the list could not be loaded.
    public let problem: ToolFailure?

    public init(
        title: String? = nil, description: String? = nil, items: [Item], empty: String? = nil,
        problem: ToolFailure? = nil
    ) {
        self.title = title
        self.description = description
        self.items = items
        self.empty = empty
        self.problem = problem
    }
}

/// Instances, one a row, with their values under columns. The runtime sorts by a column and shows the rows in parts.
public struct TableBlock: Sendable {
    public struct Row: Sendable {
        /// One a column, in the columns' order, which are the same in every row; the labels are the columns'.
        public let cells: [DisplayField]
        /// Where the first cell leads.
        public let link: PageLink?
        public let actions: [PageAction]

        public init(cells: [DisplayField], link: PageLink? = nil, actions: [PageAction] = []) {
            self.cells = cells
            self.link = link
            self.actions = actions
        }
    }

    public let title: String?
    public let description: String?
    public let rows: [Row]
    /// What to say when there are none.
    public let empty: String?
    /// Why the rows could not be loaded.
    public let problem: ToolFailure?

    public init(
        title: String? = nil, description: String? = nil, rows: [Row], empty: String? = nil,
        problem: ToolFailure? = nil
    ) {
        self.title = title
        self.description = description
        self.rows = rows
        self.empty = empty
        self.problem = problem
    }
}

/// Text in CommonMark. HTML in it is text.
public struct MarkdownBlock: Sendable {
    public let title: String?
    public let text: String

    public init(title: String? = nil, text: String) {
        self.title = title
        self.text = text
    }
}

public struct AlertBlock: Sendable {
    public enum Variant: String, Hashable, Sendable {
        case info = "INFO", success = "SUCCESS", warning = "WARNING", destructive = "DESTRUCTIVE"
    }

    public let title: String
    public let description: String?
    public let icon: String?
    public let variant: Variant

    public init(title: String, description: String? = nil, icon: String? = nil, variant: Variant = .info) {
        self.title = title
        self.description = description
        self.icon = icon
        self.variant = variant
    }
}

/// The conversations of a channel, or one of them.
public struct ConversationBlock: Sendable {
    public let title: String?
    public let channel: String
    public let contact: String?

    public init(title: String? = nil, channel: String, contact: String? = nil) {
        self.title = title
        self.channel = channel
        self.contact = contact
    }
}
