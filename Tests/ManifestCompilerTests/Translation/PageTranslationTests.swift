import Testing

@testable import ManifestCompiler

@Suite("Pages in Swift")
struct PageTranslationTests {
    private let sections = """
        models:
          connection:
            singleton: true
            fields: { name: STRING, state: { type: STRING, options: [UP, DOWN] } }
          contact:
            fields: { phone: { type: STRING, required: true }, name: { type: STRING, owner: WORKPLACE, max_length: 20 } }
        tools:
          search: { description: Search, output: [hit], annotations: { read_only: true } }
          add_contact:
            description: Add
            input: { hit_id: STRING, name: 'STRING?', source: STRING }
            output: { id: contact.id }
        types:
          hit: { fields: { id: STRING, title: 'STRING?' } }
        pages:
          home:
            path: /
            navigation: true
            context:
              connection: { model: connection }
              contacts: { model: contact, mode: MANY, order: [-created_at, phone] }
              hits: { tool: search }
            blocks:
              - card:
                  title: Account
                  fields: [{ show: connection.state, as: badge, empty: Not yet }]
                  actions: [{ label: Contacts, link: { page: home }, when: connection.state != "UP" }]
              - form:
                  title: Add
                  when: connection.state == "UP"
                  submit:
                    tool: add_contact
                    with: { source: 'page {{ workplace.name }}' }
                    then: { page: contact, id: '{{ result.id }}' }
                  fields:
                    - { input: hit_id, from: hits, value: id, option: '{{ title | default: id }}' }
                    - { input: name, placeholder: A name }
              - list: { from: contacts, item: { label: '{{ name | default: phone }}', link: { page: contact, id: '{{ id }}' } } }
          contact:
            path: /contacts/[id]
            parent: home
            context: { contact: { model: contact, mode: FIRST, where: { id: '{{ path.id }}' } } }
            blocks:
              - record: { of: contact, fields: [phone, name], edit: [name] }
        """

    private func pages() throws -> String { try Snippet.swift("Pages.swift", of: sections) }

    @Test("a page loads its context, and a block stands under its condition")
    func content() throws {
        #expect(
            try declaration("static func content", in: pages()) == """
                static func content(for request: PageRequest<Demo>) async throws -> PageContent {
                    let connection = try await request.models.connection.get()
                    let contacts = try await request.models.contact.page(order: .descending(.createdAt), .ascending(.phone))
                    let hits = await request.call(Search.self)
                    var blocks: [PageBlock] = []
                    blocks.append(.card(cardBlock(connection)))
                    if connection?.state == .up {
                        blocks.append(.form(formBlock(hits, request)))
                    }
                    blocks.append(.list(listBlock(contacts)))
                    return PageContent(title: "Home", blocks: blocks)
                }
                """)
    }

    @Test("an action stands under its condition")
    func card() throws {
        #expect(
            try declaration("private static func cardBlock", in: pages()) == """
                private static func cardBlock(_ connection: Connection?) -> CardBlock {
                    var actions: [PageAction] = []
                    if connection?.state != .up {
                        actions.append(PageAction(label: "Contacts", variant: .secondary, effect: .link(Routes.home())))
                    }
                    return CardBlock(
                        title: "Account",
                        fields: [DisplayField(label: "State", value: .badge(connection?.state), empty: "Not yet")],
                        actions: actions)
                }
                """)
    }

    @Test("a form takes its choices from a tool and its fixed values from the page")
    func form() throws {
        let form = try declaration("private static func formBlock", in: pages())
        #expect(
            form.contains(
                """
                    let hitIDChoices = (hits.value ?? []).map { item in
                        FormField.Choice(value: item.id, label: item.title ?? item.id)
                    }
                """))
        #expect(form.contains("problem: hits.failure"))
        #expect(form.contains("fixed: [\"source\": .string(\"page \\(request.installation.workplace.name)\")]"))
        #expect(
            form.contains(
                """
                        then: .page { structured in
                            let result = try AddContact.Output(structured: structured)
                            return Routes.contact(id: result.id)
                        })
                """))
    }

    @Test("tables, prose and fields with conditions")
    func newerBlocks() throws {
        let pages = try Snippet.swift(
            "Pages.swift",
            of: """
                models:
                  contact: { fields: { name: STRING, visits: INTEGER, state: { type: STRING, options: [UP, DOWN] } } }
                tools:
                  add:
                    description: Add
                    input: { kind: { type: STRING, options: [PERSON, FIRM] }, number: 'INTEGER?', name: 'STRING?' }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { contacts: { model: contact, mode: MANY, order: name } }
                    blocks:
                      - markdown: { title: Rules, text: 'There are **{{ contacts.size }}**.' }
                      - table:
                          title: Contacts
                          from: contacts
                          columns: [{ show: name }, { show: visits, label: Came, empty: never }, { show: state, as: badge }]
                          empty: Nobody.
                          link: { page: one, id: '{{ id }}' }
                          actions: [{ label: Add, tool: add, with: { kind: FIRM } }]
                      - form:
                          submit: { tool: add }
                          fields:
                            - { input: kind }
                            - { input: number, visible: form.kind == "FIRM" and contacts.size > 0 }
                            - { input: name, enabled: form.number > 3 }
                  one:
                    path: /contacts/[id]
                    context: { contact: { model: contact, mode: FIRST, where: { id: '{{ path.id }}' } } }
                    blocks: [{ record: { of: contact, fields: [name] } }]
                """)
        #expect(
            try declaration("private static func markdownBlock", in: pages) == """
                private static func markdownBlock(_ contacts: [Contact]) -> MarkdownBlock {
                    MarkdownBlock(title: "Rules", text: "There are **\\(contacts.count)**.")
                }
                """)
        #expect(
            try declaration("private static func tableBlock", in: pages) == """
                private static func tableBlock(_ contacts: [Contact]) -> TableBlock {
                    let rows = contacts.map { (item: Contact) -> TableBlock.Row in
                        TableBlock.Row(
                            cells: [
                                DisplayField(label: "Name", value: .text(item.name)),
                                DisplayField(label: "Came", value: .number(item.visits), empty: "never"),
                                DisplayField(label: "State", value: .badge(item.state)),
                            ],
                            link: Routes.one(id: item.id),
                            actions: [
                                PageAction(
                                    label: "Add",
                                    variant: .secondary,
                                    effect: .tool("add", arguments: ["kind": "FIRM"], then: .refresh)),
                            ])
                    }
                    return TableBlock(title: "Contacts", rows: rows, empty: "Nobody.")
                }
                """)
        let form = try declaration("private static func formBlock", in: pages)
        #expect(
            form.contains(
                """
                            isVisible: { form in form["kind", as: Add.Input.Kind.self] == .firm && contacts.count > 0 }),
                """), "\(form)")
        #expect(form.contains(#"isEnabled: { form in form["number", as: Int.self].map { $0 > 3 } ?? false }"#), "\(form)")
    }

    @Test("a list draws its elements, whose fields are in scope bare")
    func list() throws {
        #expect(
            try declaration("private static func listBlock", in: pages()) == """
                private static func listBlock(_ contacts: [Contact]) -> ListBlock {
                    let items = contacts.map { (item: Contact) -> ListBlock.Item in
                        ListBlock.Item(label: item.name ?? item.phone, link: Routes.contact(id: item.id))
                    }
                    return ListBlock(items: items)
                }
                """)
    }

    @Test("an instance that the path names and that is not there is not found")
    func notFound() throws {
        let text = try pages()
        #expect(
            text.contains(
                """
                            guard
                                let contact = try await request.models.contact.find(Contact.ID(request.path["id", default: ""]))
                            else { throw PageNotFound() }
                """))
        #expect(text.contains("parent: \"home\")"))
    }

    @Test("a record has inputs for the fields that are edited, and for no others")
    func record() throws {
        let record = try declaration("private static func recordBlock", in: pages())
        #expect(
            record.contains("RecordBlock.Field(display: DisplayField(label: \"Phone\", value: .text(contact.phone))),"))
        #expect(record.components(separatedBy: "input: FormField(").count == 2)
        #expect(record.contains("initial: [contact.name].compactMap(\\.self)"))
    }

    @Test("what no block uses is not loaded; an instance that must be there is looked for all the same")
    func unused() throws {
        let text = try Snippet.swift(
            "Pages.swift",
            of: """
                models: { contact: { fields: { name: STRING } } }
                pages:
                  home: { path: /, navigation: true, context: { all: { model: contact, mode: MANY } }, blocks: [] }
                  one:
                    path: /[id]
                    context: { contact: { model: contact, mode: FIRST, where: { id: '{{ path.id }}' } } }
                    blocks: [{ alert: { title: Here } }]
                """)
        #expect(!text.contains("let all"))
        #expect(!text.contains("let contact"))
        #expect(text.contains("try await request.models.contact.find(Contact.ID(request.path[\"id\", default: \"\"])) != nil"))
    }

    @Test("before a value stands its field's label, or its variable's, unless the page has another")
    func labels() throws {
        let sections = """
            env: { install: { DESK: { label: Front desk, description: Who answers } } }
            models: { contact: { fields: { name: { type: STRING, label: Full name }, called: contact.name } } }
            pages:
              home:
                path: /
                navigation: true
                context: { contact: { model: contact, mode: FIRST, order: name } }
                blocks: [{ card: { fields: [contact.name, contact.called, { show: contact.name, label: Name }, env.DESK, contact.created_at] } }]
            """
        let labels = ["Full name", "Full name", "Name", "Front desk", "Created at"]
        let swift = try Snippet.swift("Pages.swift", of: sections)
        #expect(swift.matches(of: /DisplayField\(label: "(.+?)"/).map { String($0.1) } == labels)
        let config = PlatformConfig.json(GenerationContext(try Snippet.manifest(sections))).compactText
        #expect(config.matches(of: /"label":"([^"]+)","value"/).map { String($0.1) } == labels)
    }

    @Test("a path parameter is read as the type that it is compared with")
    func parameters() throws {
        let text = try Snippet.swift(
            "Pages.swift",
            of: """
                models: { visit: { identity: number, fields: { number: { type: INTEGER }, day: DATE } } }
                pages:
                  visit:
                    path: /visits/[number]/[day]
                    context:
                      visit: { model: visit, mode: FIRST, where: { number: '{{ path.number }}' } }
                      others: { model: visit, mode: MANY, where: { day: '{{ path.day }}' } }
                    blocks:
                      - list: { from: others, item: { label: '{{ number }} {{ visit.number }}' } }
                """)
        #expect(text.contains(".equal(.number, request.parameter(\"number\", as: Int.self))"))
        #expect(text.contains(".equal(.day, request.path[\"day\", default: \"\"])"))
    }

    @Test("a closure behind a condition stands in parentheses")
    func conditions() throws {
        let text = try Snippet.swift(
            "Pages.swift",
            of: """
                models: { account: { singleton: true, fields: { count: INTEGER } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ alert: { title: Many, when: account.count > 3 } }]
                """)
        #expect(text.contains("if account?.count.map({ $0 > 3 }) ?? false {"))
    }

    @Test("a conversation's counterpart is the value at its path")
    func conversation() throws {
        let text = try Snippet.swift(
            "Pages.swift",
            of: """
                tools: { send: { input: message.send, output: message.sent } }
                channels: { chat: { identifier: { field: phone, type: STRING }, capabilities: { messaging: { send: send } } } }
                models: { visit: { fields: { phone: { type: STRING, required: true } } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { visit: { model: visit, mode: FIRST, order: phone } }
                    blocks: [{ conversation: { channel: chat, contact: visit.phone } }]
                """)
        #expect(text.contains("contact: visit?.phone"), "\(text)")
    }

    @Test("templates in lists and maps are values of their own")
    func lists() throws {
        let pages = try Snippet.swift(
            "Pages.swift",
            of: """
                models: { guest: { fields: { address: { type: STRING, required: true }, seat: INTEGER } } }
                tools:
                  invite:
                    description: Invites
                    annotations: { idempotent: true }
                    input: { guests: [STRING], tags: { type: [STRING], wire: tagList }, options: OBJECT }
                    output: { sent: INTEGER }
                pages:
                  home:
                    path: /
                    navigation: true
                    context:
                      guest: { model: guest, mode: FIRST, order: address }
                      near: { model: guest, mode: MANY, where: { seat: { IN: ['{{ guest.seat }}', 1] } } }
                    blocks:
                      - list:
                          from: near
                          item:
                            label: '{{ address }}'
                            actions:
                              - label: Invite
                                tool: invite
                                with:
                                  guests: ['{{ address }}', all]
                                  tags: ['Seat of {{ address }}', plain]
                                  options: { loud: true, to: [{ name: '{{ address }}' }] }
                      - form:
                          title: Ask
                          fields: [{ input: guests, initial: ['{{ guest.address }}', ada, bob] }]
                          submit: { tool: invite, with: { tags: [a], options: {} } }
                """)
        #expect(pages.contains(#"FieldCondition(.seat, .isIn, [guest?.seat?.json ?? JSON.null, 1] as JSON)"#), "\(pages)")
        #expect(pages.contains(#""guests": [item.address.json, "all"]"#), "\(pages)")
        #expect(pages.contains(#""tagList": [.string("Seat of \(item.address)"), "plain"]"#), "\(pages)")
        #expect(pages.contains(#""options": ["loud": true, "to": [["name": item.address.json]]]"#), "\(pages)")
        #expect(pages.contains(#"[[guest?.address].compactMap(\.self), ["ada"], ["bob"]].flatMap(\.self)"#), "\(pages)")
    }

    @Test("routes take typed ids")
    func routes() throws {
        let text = try Snippet.swift("Routes.swift", of: sections)
        #expect(
            text.contains(
                "static func contact(id: Contact.ID, query: [(name: String, value: String)] = []) -> PageLink {\n"
                    + "        PageLink(segments: [\"contacts\", id.rawValue], query: query)"))
    }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}
