import IntegrationKit

/// A form that calls a tool.
struct FormView: Sendable {
    let id: String
    let title: String?
    let hasTitle: Bool
    let headingID: String
    let text: String?
    let submitLabel: String
    let fields: [FieldView]
    let failure: AlertView?
    let action: String
    let csrf: String
    let formKey: String
    let hasRequired: Bool
    let hasFiles: Bool
    /// Whether fields come and go with what is filled in.
    let isLive: Bool
    /// Where "Cancel" leads.
    let cancelHref: String
    let closeIcon = Icons.svg("x")

    // Modal forms.
    let isModal: Bool
    let isOpen: Bool
    let dialogID: String
    let openLabel: String
    let openHref: String

    init(_ form: FormBlock, frame: PageFrame, address: PageAddress, state: PageState) {
        let (isOpen, input) = state.form(form.id)
        let firstError = form.fields.first { input?.errors[$0.name] != nil }?.name
        let focused = firstError ?? (isOpen && form.isModal && input == nil ? form.fields.first?.name : nil)
        id = form.id
        title = form.title ?? (form.isModal ? form.submitLabel : nil)
        headingID = "form-\(Slug.make(form.id))-title"
        hasTitle = title != nil
        text = form.description
        submitLabel = form.submitLabel
        let answers = FormReader(clock: frame.clock).answers(form.fields) { field in
            input.map { $0.values[field.name] ?? [] } ?? FormReader.initial(field)
        }
        fields = form.fields.filter { $0.isVisible?(answers) ?? true }.map { field in
            FieldView(
                field, prefix: "form-\(Slug.make(form.id))", input: input, isFocused: field.name == focused,
                isDisabled: field.isEnabled?(answers) == false, clock: frame.clock)
        }
        hasFiles = form.fields.contains { $0.fileRule != nil }
        isLive = form.fields.contains { $0.isVisible != nil || $0.isEnabled != nil }
        failure = input?.failure.map { AlertView($0) }
        action = address.plain.text
        csrf = frame.csrfToken
        formKey = frame.formKey
        hasRequired = fields.contains { $0.isRequired }
        cancelHref = address.plain.text
        isModal = form.isModal
        self.isOpen = isOpen
        dialogID = Self.dialogID(form.id)
        openLabel = form.title ?? form.submitLabel
        openHref = address.plain.with("form", form.id).text
    }

    static func dialogID(_ form: String) -> String { "dialog-\(Slug.make(form))" }
}

extension PageAction {
    /// The form of the page itself that the action opens.
    var openedForm: String? {
        guard case .link(let link) = effect, let query = link.path.split(separator: "?").dropFirst().first else { return nil }
        return query.split(separator: "&").first { $0.hasPrefix("form=") }.map { String($0.dropFirst(5)) }
    }
}

extension PageBlock {
    /// What can be done from the block.
    var actions: [PageAction] {
        switch self {
        case .card(let card): card.actions
        case .record(let record): record.actions
        case .list(let list): list.items.flatMap(\.actions)
        case .table(let table): table.rows.flatMap(\.actions)
        case .form, .alert, .conversation, .markdown: []
        }
    }
}
