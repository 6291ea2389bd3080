import IntegrationKit

/// Pages of the small integration, written by hand as the generator would write them.
enum CourierPages {
    static let all: [PageEntry<Courier>] = [
        PageEntry(ContactPage.self), PageEntry(NewContactPage.self), PageEntry(ContactsPage.self),
        PageEntry(ParcelPage.self),
    ]
}

/// `/contacts`: a form with a choice, a form with fixed values, actions, the list.
enum ContactsPage: Page {
    typealias Owner = Courier

    static let descriptor = PageDescriptor(
        handle: "contacts", label: "Contacts", icon: "user", route: Route([.literal("contacts")]), isDefault: false)

    static func content(for request: PageRequest<Courier>) async throws -> PageContent {
        let contacts = try await request.session.records(of: Courier.contact, matching: RecordQuery())
        let greeting = FormBlock(
            id: "greet", title: "Greet", isModal: true, tool: "echo", submitLabel: "Greet",
            fields: [
                FormField(
                    name: "text", label: "Greeting", isRequired: true,
                    component: .select([.init(value: "hello", label: "Hello"), .init(value: "bye", label: "Bye")])),
                FormField(name: "note", label: "Note", isRequired: false, component: .textarea),
            ],
            then: .page { output in
                PageLink(segments: ["said", output?["said"]?.stringValue ?? ""])
            })
        let saving = FormBlock(
            id: "save", title: "Save", tool: "save_contact", submitLabel: "Save", fields: [],
            fixed: ["fields": ["number": "+15550000001", "score": 7]])
        let refusing = FormBlock(
            id: "refuse", title: "Refuse", tool: "save_contact", submitLabel: "Refuse",
            fields: [FormField(name: "word", label: "Word", isRequired: false, component: .input(.text))],
            fixed: ["fields": ["number": "+15550000002"], "then": "refuse"])
        let breaking = FormBlock(
            id: "break", title: "Break", tool: "save_contact", submitLabel: "Break", fields: [],
            fixed: ["fields": ["number": "+15550000003"], "then": "odd"])
        let card = CardBlock(
            title: "Carrier", description: nil, fields: [],
            actions: [
                PageAction(label: "Connect", variant: .primary, effect: .connect(connection: "carrier")),
                PageAction(
                    label: "Remove all", variant: .destructive, effect: .tool("slow", arguments: [:], then: .refresh),
                    confirmation: .init(title: "Remove all contacts?", description: nil)),
            ])
        let list = ListBlock(
            items: contacts.map { contact in
                ListBlock.Item(
                    label: contact.values["number"]?.stringValue ?? "",
                    link: PageLink(segments: ["contacts", contact.id]))
            })
        return PageContent(
            title: "Contacts of \(request.query["of"] ?? "all")",
            blocks: [.form(greeting), .form(saving), .form(refusing), .form(breaking), .card(card), .list(list)])
    }
}

/// `/contacts/[id]`: one record, of which the nickname can be edited.
enum ContactPage: Page {
    typealias Owner = Courier

    static let descriptor = PageDescriptor(
        handle: "contact", label: "Contact", icon: nil, route: Route([.literal("contacts"), .parameter("id")]),
        isDefault: false)

    static func content(for request: PageRequest<Courier>) async throws -> PageContent {
        let query = RecordQuery.id(request.path["id"] ?? "")
        guard let contact = try await request.session.records(of: Courier.contact, matching: query).first else {
            throw PageNotFound()
        }
        let nickname = FormField(
            name: "nickname", label: "Nickname", isRequired: false, component: .input(.text),
            initial: [contact.values["nickname"]?.stringValue].compactMap { $0 }, checks: [.maximumLength(10)])
        let record = RecordBlock(
            model: "contact", id: contact.id,
            fields: [
                .init(display: DisplayField(label: "Number", value: .text(contact.values["number"]?.stringValue))),
                .init(
                    display: DisplayField(label: "Nickname", value: .text(contact.values["nickname"]?.stringValue)),
                    input: nickname),
            ], refreshedAt: contact.updatedAt)
        return PageContent(title: "Contact", blocks: [.record(record)])
    }
}

/// `/parcel`: a form whose fields come and go with what is filled in.
enum ParcelPage: Page {
    typealias Owner = Courier

    static let descriptor = PageDescriptor(
        handle: "parcel", label: "Parcel", icon: nil, route: Route([.literal("parcel")]), isDefault: false)

    static func content(for request: PageRequest<Courier>) async throws -> PageContent {
        let form = FormBlock(
            id: "send", title: "Send", tool: "echo", submitLabel: "Send",
            fields: [
                FormField(
                    name: "text", label: "How", isRequired: true,
                    component: .select(["post", "van", "bike"].map { .init(value: $0, label: $0.capitalizedFirst) }),
                    initial: ["post"]),
                FormField(
                    name: "count", label: "Stamps", isRequired: true, component: .number(isInteger: true),
                    initial: ["2"], isVisible: { form in form["text", as: String.self] != "bike" },
                    isEnabled: { form in form["text", as: String.self] == "post" }),
            ],
            then: .page { output in PageLink(segments: ["said", output?["said"]?.stringValue ?? ""]) })
        return PageContent(title: "Parcel", blocks: [.form(form)])
    }
}

/// `/contacts/new`: a literal where another page has a parameter.
enum NewContactPage: Page {
    typealias Owner = Courier

    static let descriptor = PageDescriptor(
        handle: "new_contact", label: "New", icon: nil, route: Route([.literal("contacts"), .literal("new")]),
        isDefault: false)

    static func content(for request: PageRequest<Courier>) async throws -> PageContent {
        PageContent(title: "A new contact", blocks: [])
    }
}
