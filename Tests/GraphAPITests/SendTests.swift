import GraphAPI
import IntegrationKit
import Testing

/// The body that a send makes.
private func body(_ message: WhatsAppSend) async throws -> JSON {
    let server = try ScriptedServer { _ in .text(#"{"messages":[{"id":"w"}]}"#) }
    defer { server.stop() }
    _ = try await graph(at: server).send(message, from: "615", with: GraphToken("t"))
    return try JSON.parse(try #require(server.requests.first).body)
}

private func body(_ message: PageSend) async throws -> JSON {
    let server = try ScriptedServer { _ in .text(#"{"recipient_id":"883","message_id":"m"}"#) }
    defer { server.stop() }
    _ = try await graph(at: server).send(message, from: "104", with: GraphToken("t"))
    #expect(server.requests.first?.path == "/v25.0/104/messages")
    return try JSON.parse(try #require(server.requests.first).body)
}

/// Paths of all that is wrong with a message.
private func problems(_ check: () throws(InvalidValue) -> Void) -> [String] {
    do throws(InvalidValue) {
        try check()
        return []
    } catch {
        return error.problems.map(\.path)
    }
}

@Suite("Messages to WhatsApp", .timeLimit(.minutes(10)))
struct WhatsAppSendTests {
    static let contents: [(WhatsAppSendContent, String)] = [
        (.image(.id("1"), caption: "c"), #""image":{"id":"1","caption":"c"}"#),
        (.audio(.link("https://x/a.ogg"), isVoice: true), #""audio":{"link":"https://x/a.ogg","voice":true}"#),
        (.video(.id("1"), caption: nil), #""video":{"id":"1"}"#),
        (.document(.id("1"), filename: "a.pdf", caption: nil), #""document":{"id":"1","filename":"a.pdf"}"#),
        (.sticker(.id("1")), #""sticker":{"id":"1"}"#),
        (
            .location(MessagePlace(latitude: 51.5, longitude: -0.25, name: "Dock")),
            #""location":{"latitude":51.5,"longitude":-0.25,"name":"Dock"}"#
        ),
        (
            .contacts([WhatsAppContactCard(name: "Ann", phones: ["+441"])]),
            #""contacts":[{"name":{"formatted_name":"Ann","first_name":"Ann"},"phones":[{"phone":"+441"}]}]"#
        ),
        (.reaction(to: "w1", emoji: nil), #""reaction":{"message_id":"w1","emoji":""}"#),
        (
            .interactive(WhatsAppInteractive(body: "b", action: .buttons([.init(id: "y", title: "Yes")]))),
            #""interactive":{"type":"button","body":{"text":"b"},"action":{"buttons":[{"type":"reply","reply":{"id":"y","title":"Yes"}}]}}"#
        ),
        (
            .interactive(
                WhatsAppInteractive(
                    header: .text("h"), body: "b", footer: "f",
                    action: .list(button: "Times", [.init(title: nil, rows: [.init(id: "9", title: "09:00", description: "Sam")])]))),
            #""interactive":{"type":"list","header":{"type":"text","text":"h"},"body":{"text":"b"},"footer":{"text":"f"},"action":{"button":"Times","sections":[{"rows":[{"id":"9","title":"09:00","description":"Sam"}]}]}}"#
        ),
        (
            .interactive(WhatsAppInteractive(body: "b", action: .link(title: "Pay", url: "https://x"))),
            #""interactive":{"type":"cta_url","body":{"text":"b"},"action":{"name":"cta_url","parameters":{"display_text":"Pay","url":"https://x"}}}"#
        ),
        (
            .interactive(WhatsAppInteractive(body: "b", action: .locationRequest)),
            #""interactive":{"type":"location_request_message","body":{"text":"b"},"action":{"name":"send_location"}}"#
        ),
        (
            .interactive(
                WhatsAppInteractive(
                    body: "b",
                    action: .carousel([
                        .init(picture: .image("https://x/1.png"), body: "One", title: "Look", url: "https://x/1"),
                        .init(picture: .image("https://x/2.png"), title: "Look", url: "https://x/2"),
                    ]))),
            #""interactive":{"type":"carousel","body":{"text":"b"},"action":{"cards":[{"card_index":0,"type":"cta_url","header":{"type":"image","image":{"link":"https://x/1.png"}},"body":{"text":"One"},"action":{"name":"cta_url","parameters":{"display_text":"Look","url":"https://x/1"}}},{"card_index":1,"type":"cta_url","header":{"type":"image","image":{"link":"https://x/2.png"}},"action":{"name":"cta_url","parameters":{"display_text":"Look","url":"https://x/2"}}}]}}"#
        ),
        (
            .interactive(
                WhatsAppInteractive(
                    body: "b",
                    action: .addressRequest(
                        .init(country: "IN", values: ["name": "Ann"], saved: ["home": ["city": "Pune"]], problems: ["in_pin_code": "Wrong"])))),
            #""interactive":{"type":"address_message","body":{"text":"b"},"action":{"name":"address_message","parameters":{"country":"IN","values":{"name":"Ann"},"saved_addresses":[{"id":"home","value":{"city":"Pune"}}],"validation_errors":{"in_pin_code":"Wrong"}}}}"#
        ),
        (
            .interactive(WhatsAppInteractive(body: "b", action: .callPermissionRequest)),
            #""interactive":{"type":"call_permission_request","body":{"text":"b"},"action":{"name":"call_permission_request"}}"#
        ),
        (
            .interactive(WhatsAppInteractive(body: "b", action: .call(.init(title: "Call", minutes: 60, payload: "p")))),
            #""interactive":{"type":"voice_call","body":{"text":"b"},"action":{"name":"voice_call","parameters":{"display_text":"Call","ttl_minutes":60,"payload":"p"}}}"#
        ),
        (
            .interactive(WhatsAppInteractive(body: "b", action: .contactRequest)),
            #""interactive":{"type":"request_contact_info","body":{"text":"b"},"action":{"name":"request_contact_info"}}"#
        ),
        (
            .template(
                WhatsAppTemplateUse(
                    name: "t", language: "en",
                    buttons: [.init(index: 0, .products(thumbnail: "p", [.init(title: "All", products: ["p", "q"])]))])),
            #""template":{"name":"t","language":{"code":"en"},"components":[{"type":"button","sub_type":"mpm","index":"0","parameters":[{"type":"action","action":{"thumbnail_product_retailer_id":"p","sections":[{"title":"All","product_items":[{"product_retailer_id":"p"},{"product_retailer_id":"q"}]}]}}]}]}"#
        ),
        (
            .template(
                WhatsAppTemplateUse(
                    name: "ready", language: "en_GB", header: [.init(.image(.id("1")))],
                    body: [.init(.text("Ann")), .init(.currency(fallback: "£1", code: "GBP", amount: 1000))],
                    buttons: [.init(index: 0, .quickReply(payload: "p")), .init(index: 1, .url(suffix: "x"))])),
            #""template":{"name":"ready","language":{"code":"en_GB"},"components":[{"type":"header","parameters":[{"type":"image","image":{"id":"1"}}]},{"type":"body","parameters":[{"type":"text","text":"Ann"},{"type":"currency","currency":{"fallback_value":"£1","code":"GBP","amount_1000":1000}}]},{"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"p"}]},{"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"x"}]}]}"#
        ),
        (
            .template(
                WhatsAppTemplateUse(
                    name: "t", language: "en", body: [.init(.text("Ann"), name: "who")], cards: [.init(), .init()],
                    offerEndsAt: 1_795_341_600_000)),
            #""template":{"name":"t","language":{"code":"en"},"components":[{"type":"body","parameters":[{"type":"text","text":"Ann","parameter_name":"who"}]},{"type":"limited_time_offer","parameters":[{"type":"limited_time_offer","limited_time_offer":{"expiration_time_ms":1795341600000}}]},{"type":"carousel","cards":[{"card_index":0,"components":[]},{"card_index":1,"components":[]}]}]}"#
        ),
    ]

    @Test("every kind is sent as WhatsApp wants it", arguments: contents)
    func kinds(content: WhatsAppSendContent, json: String) async throws {
        let message = WhatsAppSend(to: .number("+447700900417"), content)
        try message.checkLimits()
        let expected = try JSON.parse(
            #"{"messaging_product":"whatsapp","recipient_type":"individual","to":"+447700900417","type":"\#(content.type)",\#(json)}"#)
        #expect(try await body(message) == expected)
    }

    @Test("people, ids and groups are told apart by their addresses")
    func recipients() async throws {
        #expect(WhatsAppSend.Recipient(address: "+44 7700 900417") == .number("+44 7700 900417"))
        #expect(WhatsAppSend.Recipient(address: "GB.73201984410275566") == .user("GB.73201984410275566"))
        #expect(WhatsAppSend.Recipient(address: "Y2FwaV9ncm91cDox") == .group("Y2FwaV9ncm91cDox"))
        let group = try await body(WhatsAppSend(to: .group("g"), .text("x", showsPreview: false)))
        #expect(group["recipient_type"] == "group" && group["to"] == "g")
        let user = try await body(WhatsAppSend(to: .user("GB.1"), .text("x", showsPreview: false)))
        #expect(user["recipient"] == "GB.1" && user["to"] == nil)
    }

    static let long = String(repeating: "x", count: 5000)
    static let choice = WhatsAppInteractive.Choice(id: "1", title: "a")

    @Test(
        "what is beyond a limit is named by its field",
        arguments: [
            (.text("", showsPreview: false), ["message.content"]),
            (.text(long, showsPreview: false), ["message.content"]),
            (.image(.link("http://x"), caption: long), ["rich.url", "message.content"]),
            (.location(MessagePlace(latitude: 91, longitude: 181)), ["rich.latitude", "rich.longitude"]),
            (.contacts([]), ["rich.contacts"]),
            (.reaction(to: "w", emoji: "ab"), ["rich.emoji"]),
            (.interactive(.init(body: "", action: .buttons([]))), ["message.content", "rich.buttons"]),
            (.interactive(.init(body: "b", action: .buttons([choice, choice]))), ["rich.buttons", "rich.buttons"]),
            (
                .interactive(.init(body: "b", action: .buttons([.init(id: "1", title: String(long.prefix(21)))]))),
                ["rich.buttons[0].title"]
            ),
            (
                .interactive(
                    .init(
                        header: .image(.id("1")), body: "b",
                        action: .list(button: "", [.init(title: nil, rows: [choice]), .init(title: "t", rows: [])]))),
                ["rich.header", "rich.button", "rich.sections[0].title"]
            ),
            (
                .interactive(
                    .init(
                        body: "b",
                        action: .list(
                            button: "b", [.init(title: nil, rows: (0...10).map { .init(id: "\($0)", title: "t") })]))),
                ["rich.sections"]
            ),
            (.interactive(.init(body: "b", action: .link(title: "t", url: "ftp://x"))), ["rich.url"]),
            (.interactive(.init(body: "b", action: .products(catalog: "c", []))), ["rich.header", "rich.sections", "rich.sections"]),
            (
                .interactive(
                    .init(
                        body: "b",
                        action: .carousel([
                            .init(picture: .image("http://x"), body: "a\nb\nc\nd", title: "", url: "ftp://x"),
                            .init(picture: .video("https://x"), body: String(long.prefix(161)), title: "t", url: "https://x"),
                        ]))),
                [
                    "rich.cards[0].media_url", "rich.cards[0].text", "rich.cards[0].title", "rich.cards[0].url",
                    "rich.cards[1].text", "rich.cards",
                ]
            ),
            (.interactive(.init(body: "b", action: .carousel([]))), ["rich.cards"]),
            (.interactive(.init(body: "b", action: .addressRequest(.init(country: "GB")))), ["rich.country"]),
            (
                .interactive(.init(body: "", action: .call(.init(title: long, minutes: 43_201)))),
                ["message.content", "rich.title", "rich.minutes"]
            ),
            (
                .template(.init(name: "t", language: "en", buttons: [.init(index: 0, .products(thumbnail: "p", []))])),
                ["rich.buttons[0].sections", "rich.buttons[0].sections"]
            ),
            (.template(.init(name: "Not OK", language: "")), ["rich.name", "rich.language"]),
            (.template(.init(name: "t", language: "en", cards: [.init()])), ["rich.cards"]),
        ] as [(WhatsAppSendContent, [String])])
    func limits(content: WhatsAppSendContent, fields: [String]) {
        let found = problems { () throws(InvalidValue) in try WhatsAppSend(to: .number("+447700900417"), content).checkLimits() }
        #expect(found == fields)
    }

    @Test("a number that is none, a group that takes no buttons, and too long an id are refused")
    func envelope() {
        let found = problems { () throws(InvalidValue) in
            try WhatsAppSend(to: .number("12"), .text("x", showsPreview: false), callbackData: Self.long).checkLimits()
        }
        #expect(found == ["recipient.address", "message.id"])
        let group = problems { () throws(InvalidValue) in
            try WhatsAppSend(to: .group("g"), .location(MessagePlace(latitude: 0, longitude: 0))).checkLimits()
        }
        #expect(group == ["rich.type"])
    }

    @Test("files are sent as what their type says")
    func files() {
        #expect(GraphAPI.FileRule.whatsApp("image/jpeg").kind == .image)
        #expect(GraphAPI.FileRule.whatsApp("audio/ogg; codecs=opus").kind == .audio)
        #expect(GraphAPI.FileRule.whatsApp("text/csv").kind == .document)
        #expect(GraphAPI.FileRule.page(.instagram, "application/zip") == nil)
        #expect(GraphAPI.FileRule.page(.messenger, "application/zip")?.kind == .document)
    }
}

@Suite("Messages to Messenger and Instagram", .timeLimit(.minutes(10)))
struct PageSendTests {
    static let contents: [(PageProduct, PageSendContent, String)] = [
        (
            .messenger, .text("t", quickReplies: [.init(title: "A", payload: "a")]),
            #""message":{"text":"t","quick_replies":[{"content_type":"text","title":"A","payload":"a"}],"metadata":"msg_1"}"#
        ),
        (.instagram, .text("t", quickReplies: []), #""message":{"text":"t"}"#),
        (
            .instagram, .file(.document, .link("https://x/a.pdf")),
            #""message":{"attachment":{"type":"file","payload":{"url":"https://x/a.pdf"}}}"#
        ),
        (
            .instagram, .file(.image, .id("7")), #""message":{"attachment":{"type":"image","payload":{"attachment_id":"7"}}}"#
        ),
        (.messenger, .sticker("369"), #""message":{"sticker_id":"369","metadata":"msg_1"}"#),
        (.instagram, .sticker(""), #""message":{"attachment":{"type":"like_heart"}}"#),
        (.instagram, .post("9"), #""message":{"attachment":{"type":"MEDIA_SHARE","payload":{"id":"9"}}}"#),
        (
            .instagram, .buttons("b", [.init(title: "T", .postback(payload: "p"))]),
            #""message":{"attachment":{"type":"template","payload":{"template_type":"button","text":"b","buttons":[{"type":"postback","title":"T","payload":"p"}]}}}"#
        ),
        (
            .instagram, .cards([.init(title: "c", subtitle: "s", url: "https://x")]),
            #""message":{"attachment":{"type":"template","payload":{"template_type":"generic","elements":[{"title":"c","subtitle":"s","default_action":{"type":"web_url","url":"https://x"}}]}}}"#
        ),
    ]

    @Test("every kind is sent as Meta wants it", arguments: contents)
    func kinds(product: PageProduct, content: PageSendContent, json: String) async throws {
        let message = PageSend(product, to: .person("883"), content, metadata: "msg_1")
        try message.checkLimits()
        let expected = try JSON.parse(#"{"recipient":{"id":"883"},"messaging_type":"RESPONSE",\#(json)}"#)
        #expect(try await body(message) == expected)
    }

    @Test("a reaction is an action, a person's answer has its tag, an answer its quote")
    func forms() async throws {
        let reaction = try await body(PageSend(.messenger, to: .person("883"), .reaction(to: "m", emoji: "❤️")))
        #expect(
            try reaction
                == JSON.parse(
                    #"{"recipient":{"id":"883"},"sender_action":"react","payload":{"message_id":"m","reaction":"❤️"}}"#))
        let late = try await body(
            PageSend(.instagram, to: .comment("c"), .text("t", quickReplies: []), reason: .humanAgent, replyTo: "m"))
        #expect(late["messaging_type"] == "MESSAGE_TAG" && late["tag"] == "HUMAN_AGENT")
        #expect(late["recipient"] == ["comment_id": "c"] && late["reply_to"] == ["mid": "m"])
    }

    @Test(
        "what is beyond a limit is named by its field",
        arguments: [
            (.messenger, .text("", quickReplies: []), ["message.content"]),
            (.messenger, .text(String(repeating: "x", count: 2001), quickReplies: []), ["message.content"]),
            // 400 characters, and 1200 bytes.
            (.instagram, .text(String(repeating: "€", count: 400), quickReplies: []), ["message.content"]),
            (
                .messenger, .text("t", quickReplies: Array(repeating: .init(title: "a", payload: "b"), count: 14)),
                ["rich.quick_replies"]
            ),
            (
                .instagram, .text("t", quickReplies: [.init(kind: .email), .init(title: "")]),
                ["rich.quick_replies[0].kind", "rich.quick_replies[1].title", "rich.quick_replies[1].payload"]
            ),
            (.messenger, .post("1"), ["rich.type"]),
            (.messenger, .cards([.init(title: "t")]), ["rich.cards[0]"]),
            (.messenger, .buttons("t", []), ["rich.buttons"]),
            (
                .messenger, .buttons("t", [.init(title: String(repeating: "x", count: 21), .call(number: "44"))]),
                ["rich.buttons[0].title", "rich.buttons[0].number"]
            ),
            (.messenger, .file(.image, .link("http://x")), ["rich.url"]),
        ] as [(PageProduct, PageSendContent, [String])])
    func limits(product: PageProduct, content: PageSendContent, fields: [String]) {
        let found = problems { () throws(InvalidValue) in try PageSend(product, to: .person("8"), content).checkLimits() }
        #expect(found == fields)
    }

    @Test("a comment is answered with a message, which quotes none")
    func commentLimits() {
        let send = PageSend(.messenger, to: .comment("9_1"), .reaction(to: "m", emoji: "👍"), replyTo: "m")
        let found = problems { () throws(InvalidValue) in try send.checkLimits() }
        #expect(found == ["rich.type", "reply_to"])
    }
}
