import IntegrationKit

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
        let hasFile: Bool
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
                value: ValueView(
                    field.display.value, empty: field.display.empty ?? field.input.map { _ in "None yet; you can give one" },
                    clock: clock),
                testID: "record-\(field.input?.name ?? Slug.make(field.display.label, joinedBy: "_"))",
                edit: field.input.flatMap { input in
                    block.id.map {
                        Self.edit(input, of: block.model, id: $0, frame: frame, address: address, state: state)
                    }
                })
        }
        facts = block.id == nil ? [] : fields.filter { $0.edit == nil }
        editable = fields.filter { $0.edit != nil }
        hasFacts = !facts.isEmpty
        source = frame.product
        hasEditable = !editable.isEmpty
        refreshed =
            block.id == nil
            ? nil
            : block.refreshedAt.map { date in
                ValueView.Time(
                    iso: Timestamp.text(date), text: clock.ago(date),
                    hint: "\(clock.dateAndTime(date)) (\(clock.zoneName))")
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
            openHref: address.plain.with("edit", field.name).text, cancelHref: address.plain.text,
            hasFile: field.fileRule != nil)
    }
}
