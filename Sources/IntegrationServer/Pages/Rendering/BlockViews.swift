import IntegrationKit

/// A labelled value that is only shown.
struct FactView: Sendable {
    let label: String
    let value: ValueView
    let testID: String

    init(_ field: DisplayField, clock: WorkplaceClock) {
        label = field.label
        value = ValueView(field.value, empty: field.empty, clock: clock)
        testID = "field-\(Slug.make(field.label))"
    }
}

struct CardView: Sendable {
    let title: String?
    let text: String?
    let fields: [FactView]
    let hasFields: Bool
    let actions: [ActionView]
    let hasActions: Bool

    init(_ block: CardBlock, frame: PageFrame, address: PageAddress) {
        title = block.title
        text = block.description
        fields = block.fields.map { FactView($0, clock: frame.clock) }
        hasFields = !fields.isEmpty
        actions = block.actions.enumerated().map { ActionView($1, index: $0, frame: frame, address: address) }
        hasActions = !actions.isEmpty
    }
}

/// The facts of one instance, of which some can be edited in place.
struct RecordView: Sendable {
    struct Field: Sendable {
        let label: String
        let value: ValueView
        let testID: String
        let edit: Edit?
    }

    struct Edit: Sendable {
        let name: String
        let label: String
        let field: FieldView
        let isOpen: Bool
        let failure: AlertView?
        let record: String
        let action: String
        let csrf: String
        let formKey: String
        let openHref: String
        let cancelHref: String
        let icon = Icons.svg("pencil")
    }

    let title: String?
    let text: String?
    /// There is no instance.
    let empty: String?
    let facts: [Field]
    let hasFacts: Bool
    /// Who the facts come from.
    let source: String
    let editable: [Field]
    let hasEditable: Bool
    let refreshed: ValueView.Time?
    let actions: [ActionView]
    let hasActions: Bool
    let lockIcon = Icons.svg("lock")

    init(_ block: RecordBlock, frame: PageFrame, address: PageAddress, state: PageState) {
        let clock = frame.clock
        title = block.title
        text = block.description
        empty = block.id == nil ? block.empty ?? "There is nothing here yet." : nil
        let fields = block.fields.map { field in
            Field(
                label: field.display.label,
                value: ValueView(field.display.value, empty: field.display.empty, clock: clock),
                testID: "record-\(field.input?.name ?? Slug.make(field.display.label, joinedBy: "_"))",
                edit: field.input.flatMap { input in
                    block.id.map { Self.edit(input, of: block.model, id: $0, frame: frame, address: address, state: state) }
                })
        }
        facts = block.id == nil ? [] : fields.filter { $0.edit == nil }
        editable = fields.filter { $0.edit != nil }
        hasFacts = !facts.isEmpty
        source = frame.product
        hasEditable = !editable.isEmpty
        refreshed = block.id == nil
            ? nil
            : block.refreshedAt.map { date in
                ValueView.Time(
                    iso: Timestamp.text(date), text: clock.ago(date), hint: "\(clock.dateAndTime(date)) (\(clock.zoneName))")
            }
        actions = block.actions.enumerated().map { ActionView($1, index: $0, frame: frame, address: address) }
        hasActions = !actions.isEmpty
    }

    private static func edit(
        _ field: FormField, of model: String, id: String, frame: PageFrame, address: PageAddress, state: PageState
    ) -> Edit {
        let (isOpen, input) = state.edit(field.name)
        return Edit(
            name: field.name, label: field.label,
            field: FieldView(
                field, prefix: "record-\(Slug.make(model))", input: input, isFocused: isOpen, clock: frame.clock),
            isOpen: isOpen, failure: input?.failure.map { AlertView($0) }, record: "\(model)/\(id)",
            action: address.plain.text, csrf: frame.csrfToken, formKey: frame.formKey,
            openHref: address.plain.with("edit", field.name).text, cancelHref: address.plain.text)
    }
}

struct ListView: Sendable {
    struct Item: Sendable {
        let label: String
        let text: String?
        let badge: ValueView?
        let href: String?
        let hasLink: Bool
        let actions: [ActionView]
        let hasActions: Bool
        let icon = Icons.svg("chevron")
    }

    /// So many entries are shown at once.
    static let partSize = 50

    let title: String?
    let text: String?
    let items: [Item]
    let hasItems: Bool
    let empty: String?
    let isEmpty: Bool
    let emptyIcon = Icons.svg("inbox")
    /// Begins what would fill the list.
    let start: ActionView?
    let problem: AlertView?
    let range: String?
    let previousHref: String?
    let nextHref: String?

    /// - Parameter part: Which slice of a long list, from 1.
    init(_ block: ListBlock, start: ActionView?, part: Int, frame: PageFrame, address: PageAddress) {
        title = block.title
        text = block.description
        let parts = max(1, (block.items.count + Self.partSize - 1) / Self.partSize)
        let part = min(max(part, 1), parts)
        let lower = (part - 1) * Self.partSize
        let shown = block.items.dropFirst(lower).prefix(Self.partSize)
        items = shown.map { item in
            let badge = ValueView(item.badge, empty: nil, clock: frame.clock)
            let actions = item.actions.enumerated().map { ActionView($1, index: $0, frame: frame, address: address) }
            return Item(
                label: item.label, text: item.description, badge: item.badge == .none ? nil : badge,
                href: item.link.map(frame.href), hasLink: item.link != nil, actions: actions, hasActions: !actions.isEmpty)
        }
        hasItems = !items.isEmpty
        problem = block.problem.map { AlertView($0, title: "This list could not be loaded.") }
        empty = items.isEmpty && block.problem == nil ? block.empty ?? "There is nothing here yet." : nil
        isEmpty = empty != nil
        self.start = isEmpty ? start : nil
        range = parts > 1 ? "\(lower + 1)–\(lower + shown.count) of \(block.items.count)" : nil
        previousHref = part > 1 ? address.plain.with("part", String(part - 1)).text : nil
        nextHref = part < parts ? address.plain.with("part", String(part + 1)).text : nil
    }
}
