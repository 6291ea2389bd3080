import Testing

@testable import ManifestCompiler

@Suite("The platform's config")
struct PlatformConfigTests {
    private func config(_ body: String) throws -> JSONTree {
        PlatformConfig.json(GenerationContext(try Snippet.manifest(body)))
    }

    private func condition(_ text: String) -> TemplateSource {
        let start = SourceSpan(file: "integration.yaml", start: .start, end: .start)
        return TemplateSource(kind: .condition, text: text, span: start, runs: [])
    }

    private func liquid() throws -> LiquidExport {
        LiquidExport(GenerationContext(try Snippet.manifest("")), in: TemplateScope())
    }

    // Rulings: 17
    @Test("the platform's data has names of the wire, and templates name them so")
    func wireNames() throws {
        let text = try config(
            """
            types: { part: { fields: { cut: { type: STRING, wire: cutName } } } }
            tools:
              load:
                description: Load
                annotations: { read_only: true }
                input: { at: { type: STRING, wire: atTime } }
                output: { total: { type: INTEGER, wire: totalCount }, parts: { type: '[part]', wire: partList } }
            models:
              shop: { fields: { name: { type: STRING, wire: shopName } } }
              order:
                title: "{{ code }}"
                identity: code
                fields: { code: { type: STRING, wire: orderCode }, size: { type: STRING, wire: orderSize } }
            relationships:
              shop_orders: { from: shop.orders, to: order.shop, cardinality: ONE_TO_MANY }
            pages:
              home:
                path: /
                navigation: true
                context:
                  orders: { model: order, mode: MANY, order: -code }
                  loaded: { tool: load, with: { at: '{{ workplace.name }}' } }
                blocks:
                  - card:
                      title: "{{ loaded.total }} {{ orders.size }} {{ orders.first.size | upcase }} {{ 'orders.code' }}"
                      when: orders.first.code != blank
                  - markdown: { text: '{% for part in loaded.parts %}{{ part.cut }}{% endfor %}' }
                  - list:
                      from: orders
                      item:
                        label: '{{ item.code }} {{ size | upcase }} {{ item.shop.name }}'
                        badge: '{{ code }}'
                        link: { page: order, code: '{{ item.code }}' }
                  - table: { from: orders, columns: [code, { show: item.size }] }
              order: { path: '/orders/[code]', blocks: [] }
            """
        ).compactText
        for expected in [
            #""labelTemplate":"{{ orderCode }}""#, #""x-order":["-orderCode"]"#,
            "{{ loaded.totalCount }} {{ orders.size }} {{ orders.first.orderSize | upcase }} {{ 'orders.code' }}",
            "if orders.first.orderCode != blank",
            "{% for part in loaded.partList %}{{ part.cutName }}{% endfor %}",
            #""label":"{{ item.orderCode }} {{ item.orderSize | upcase }} {{ item.shop.shopName }}""#,
            #""badge":"{{ item.orderCode }}""#, #""href":"/orders/{{ item.orderCode }}""#,
            #""label":"{{ item.orderCode }}","description":"{{ item.orderSize }}""#,
        ] { #expect(text.contains(expected), "\(expected)") }
    }

    // Rulings: 17
    @Test("what a link maps are names of the wire")
    func link() throws {
        let text = try config(
            """
            channels:
              phone:
                identifier: { field: number, definition: phone, wire: phoneNumber }
                fields: { title: { type: STRING, wire: displayTitle } }
                capabilities: {}
            links: { contact: { model: platform/contact, channel: phone, fields: { phone: number, name: title } } }
            """
        ).compactText
        #expect(text.contains(#""fieldMappings":{"phone":"phoneNumber","name":"displayTitle"}"#))
    }

    // Rulings: 23
    @Test(
        "a condition prints true or false, and is turned round for `hidden` and `disabled`",
        arguments: [
            (#"number.status != "OPEN""#, #"number.status != "OPEN""#), ("path.id == item.path", "path_params.id == item.path"),
            (#"a == "path or b" and c"#, #"a == "path or b" and c"#),
        ])
    func conditions(written: String, exported: String) throws {
        #expect(
            try liquid().condition(condition(written))
                == .string("{%- if \(exported) -%}true{%- else -%}false{%- endif -%}"))
        #expect(
            try liquid().negation(condition(written))
                == .string("{%- if \(exported) -%}false{%- else -%}true{%- endif -%}"))
    }

    // Rulings: 24
    @Test("where `and` and `or` meet, each alternative is a branch, for Liquid reads from right to left")
    func mixed() throws {
        #expect(
            try liquid().condition(condition("a and b or c and d or e")).compactText
                == #""{%- if a and b -%}true{%- elsif c and d -%}true{%- elsif e -%}true{%- else -%}false{%- endif -%}""#)
        #expect(
            try liquid().condition(condition("a or b")).compactText
                == #""{%- if a or b -%}true{%- else -%}false{%- endif -%}""#)
    }

    @Test("templates stay as they are, but for what the platform calls a page's parameters")
    func templates() throws {
        #expect(try liquid().template("path {{ path.id }}, {{ number.path }}{% if path.id %}x{% endif %}")
            == "path {{ path_params.id }}, {{ number.path }}{% if path_params.id %}x{% endif %}")
        #expect(try liquid().template("{{ 'path.id' }} {{ open") == "{{ 'path.id' }} {{ open")
    }

    @Test("models: secrets are no fields, options are choices, and extensions are carried through")
    func models() throws {
        let config = try config(
            """
            models:
              order:
                scope: INTERNAL
                identity: code
                x-colour: red
                fields:
                  code: { type: STRING, wire: orderCode, x-note: [1] }
                  state: { type: STRING, options: { OPEN: { label: Open, color: green } }, owner: WORKPLACE }
                  count: { type: INTEGER, min: 1, required: ON_CREATE }
                  mail: { type: STRING, format: email }
                  token: { type: STRING, visibility: ENCRYPTED, required: true }
              client: { scope: SHARED, fields: { note: { type: STRING, owner: APP, system: true } } }
            relationships: { line: { from: order.client, to: client.orders, cardinality: MANY_TO_ONE, on_delete: SET_NULL } }
            """)
        let order = try #require(config["provision"]?["models"]?[0])
        #expect(order["x-colour"] == "red")
        #expect(
            order["fields"]?.compactText
                == #"[{"handle":"orderCode","label":"Code","type":"string","requirement":"required","unique":true,"#
                + #""owner":"app","aiMeta":{"mutability":"immutable"},"x-note":[1]},"#
                + #"{"handle":"state","label":"State","type":"string","definition":{"limitChoices":true,"options":"#
                + #"[{"label":"Open","value":"OPEN","color":"green"}]},"requirement":"optional","owner":"shared"},"#
                + #"{"handle":"count","label":"Count","type":"number","definition":{"min":1},"requirement":"on_create","owner":"app"},"#
                + #"{"handle":"mail","label":"Mail","type":"string","definition":"email","requirement":"optional","owner":"app"}]"#)
        #expect(
            order["env"]?.compactText == #"{"TOKEN":{"label":"Token","required":true,"visibility":"encrypted"}}"#)
        #expect(config["install"]?["models"]?[0]?["handle"] == "client")
        #expect(
            config["provision"]?["relationships"]?[0]?.compactText
                == #"{"source":{"model":"order","field":"client","label":"Client"},"#
                + #""target":{"model":"client","field":"orders","label":"Orders"},"cardinality":"many_to_one","onDelete":"set_null"}"#)
    }

    @Test("the platform's hooks are told apart from the runtime's, and install is there for a dialog")
    func hooks() throws {
        let config = try config(
            """
            models: { account: { singleton: true, fields: { name: STRING } } }
            connections:
              shop:
                kind: OAUTH2
                authorize_url: https://shop.example/dialog
                token_url: https://shop.example/token
                client_id: SHOP_ID
                client_secret: SHOP_SECRET
                store: { access_token: SHOP_TOKEN }
            env:
              provision: { SHOP_ID: { required: true }, SHOP_SECRET: { required: true, visibility: ENCRYPTED } }
              install: { SHOP_TOKEN: { visibility: ENCRYPTED } }
            outgoing_domains: [shop.example]
            hooks: { uninstall: { timeout: 5s }, media: {} }
            """)
        #expect(config["hooks"]?["uninstall"]?["timeout"] == 5000)
        #expect(config["hooks"]?["install"] != nil && config["hooks"]?["media"] == nil)
        #expect(config["x-hooks"]?["media"] != nil && config["x-hooks"]?["uninstall"] == nil)
    }

    @Test("limits are queues, and tools say where they touch them")
    func limits() throws {
        let config = try config(
            """
            limits:
              api: { rate: 80/s, concurrent: 8, retries: 3, key: true }
              booking: { scope: APP_VERSION, mutex: true, suppresses: [api], bucket: { size: 30, refill: 10, every: 60s } }
            tools:
              book:
                description: Book
                input: { at: { type: STRING, wire: atTime } }
                limits: [{ limit: api, key: at, calls: 2 }, { limit: booking }]
                handoff: BOOK
                retry: { attempts: 4, delay: 2s }
            """)
        #expect(
            config["queues"]?.compactText
                == #"{"api":{"scope":"install","maxConcurrent":8,"reservoir":80,"reservoirRefreshAmount":80,"#
                + #""reservoirRefreshInterval":1000,"maxRetries":3,"retryDelayMs":1000},"#
                + #""booking":{"scope":"provision","reservoir":30,"reservoirRefreshAmount":10,"#
                + #""reservoirRefreshInterval":60000,"mutex":true,"suppressesQueues":["api"]}}"#)
        let tool = try #require(config["tools"]?[0])
        #expect(
            tool["queueTouchPoints"]?.compactText
                == #"[{"queue":"api","estimatedCalls":2,"subKeyFromArg":"atTime"},{"queue":"booking","estimatedCalls":1,"mutexOnly":true}]"#
        )
        #expect(tool["rateLimitHandoff"]?.compactText == #"{"role":"mutex_book"}"#)
        #expect(tool["retries"] == 4)
    }

    @Test("pages: blocks are cards, links are addresses, conditions hide")
    func pages() throws {
        let config = try config(
            """
            models: { order: { fields: { code: STRING, note: { type: STRING, owner: WORKPLACE } } } }
            pages:
              orders:
                path: /orders
                navigation: true
                context: { orders: { model: order, mode: MANY, order: -created_at, limit: 5 } }
                blocks:
                  - list: { from: orders, empty: None, item: { label: '{{ code }}', link: { page: order, id: '{{ id }}' } } }
              order:
                path: /orders/[id]
                context: { order: { model: order, mode: FIRST, where: { id: '{{ path.id }}' } } }
                blocks:
                  - record: { of: order, fields: [code, note], edit: [note], when: order.code != blank }
            """)
        let pages = try #require(config["provision"]?["pages"])
        #expect(pages[0]?["type"] == "list")
        #expect(pages[1]?["type"] == "instance")
        #expect(
            pages[0]?["context"]?.compactText
                == #"{"orders":{"model":"order","mode":"many","limit":5,"x-order":["-created_at"]}}"#)
        #expect(pages[1]?["context"]?["order"]?["filters"]?["id"] == "{{ path_params.id }}")
        let rows = pages[0]?["blocks"]?[0]?["form"]?["fields"]?[0]
        #expect(rows?["iterable"] == "{{ orders }}")
        #expect(rows?["itemTemplate"]?["props"]?["href"] == "/orders/{{ item.id }}")
        let record = pages[1]?["blocks"]?[0]
        #expect(record?["form"]?["fields"]?[0]?["hidden"] == "{%- if order.code != blank -%}false{%- else -%}true{%- endif -%}")
        #expect(record?["form"]?["fields"]?[0]?["disabled"] == true)
        #expect(record?["form"]?["fields"]?[1]?["disabled"] == nil)
    }
}

extension PlatformConfigTests {
    @Test("a form asks what its tool takes, and is filled with what the record has of it, but for files")
    func form() throws {
        let config = try config(
            """
            models:
              order: { singleton: true, fields: { code: STRING, size: INTEGER, proof: { type: FILE, accept: [pdf] } } }
            tools:
              save:
                description: Save
                input: { code: STRING, size: 'STRING?', proof: { type: FILE, accept: [pdf] }, place: 'STRING?', by: STRING }
            pages:
              home:
                path: /
                navigation: true
                context: { order: { model: order } }
                blocks:
                  - form:
                      of: order
                      when: order.code != blank
                      submit: { tool: save, with: { by: '{{ workplace.name }}' } }
            """)
        let block = try #require(config["provision"]?["pages"]?[0]?["blocks"]?[0])
        let fields = (0..<4).map { block["form"]?["fields"]?[$0] }
        #expect(fields.map { $0?["id"] } == ["code", "size", "proof", "place"])
        #expect(fields.map { $0?["value"] } == ["{{ order.code }}", nil, nil, nil])
        let hidden: JSONTree = "{%- if order.code != blank -%}false{%- else -%}true{%- endif -%}"
        #expect(fields.map { $0?["hidden"] } == [hidden, hidden, hidden, hidden])
        let submit = block["form"]?["actions"]?[0]
        #expect(submit?["x-inputs"]?.compactText == #"{"by":"{{ workplace.name }}"}"#)
        #expect(submit?["hidden"] == hidden)
    }

    @Test("what a card says is not there where its condition does not hold, with what its parts say themselves")
    func card() throws {
        let config = try config(
            """
            models: { order: { singleton: true, fields: { code: STRING, state: STRING } } }
            pages:
              home:
                path: /
                navigation: true
                context: { order: { model: order } }
                blocks:
                  - card:
                      title: Order
                      when: order.code != blank
                      fields: [order.state]
                      actions: [{ label: More, url: 'https://example.com', when: order.state == "OPEN" }]
            """)
        let block = try #require(config["provision"]?["pages"]?[0]?["blocks"]?[0])
        #expect(block["header"]?["title"] == "{%- if order.code != blank -%}Order{%- else -%}{%- endif -%}")
        #expect(block["hidden"] == nil)
        #expect(
            block["form"]?["actions"]?[0]?["hidden"]
                == .string(
                    #"{%- if order.code != blank -%}{%- if order.state == "OPEN" -%}false{%- else -%}true{%- endif -%}"#
                        + "{%- else -%}true{%- endif -%}"))
    }
}

extension JSONTree {
    /// An element of an array.
    subscript(index: Int) -> JSONTree? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }
}
