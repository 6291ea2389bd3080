import Foundation
import GraphAPI
import IntegrationKit
import IntegrationTesting
import Testing

@testable import Meta

@Suite("Sending every kind of message", .timeLimit(.minutes(10)))
struct MessageToolTests {
    private static let accepted = #"{"messages":[{"id":"wamid.X"}],"recipient_id":"883","message_id":"m_X"}"#

    private func arguments(
        _ rest: JSONObject = [:], channel: String = "whatsapp", identifier: String = "+442079460155",
        to address: String = "+447700900417", text: String = "", attachments: [JSON] = []
    ) -> JSON {
        var message: JSONObject = ["id": "msg_1", "content": .string(text)]
        if !attachments.isEmpty { message["attachments"] = .array(attachments) }
        var object: JSONObject = [
            "channel": ["id": "chn_1", "handle": .string(channel), "identifierValue": .string(identifier)],
            "recipient": ["address": .string(address)], "message": .object(message),
        ]
        for (key, value) in rest { object[key] = value }
        return .object(object)
    }

    private func whatsApp(
        _ arguments: JSON, _ look: (GraphStandIn, Result<MessageSent, any Error>) async throws -> Void
    ) async throws {
        try await GraphStandIn.with({ _ in .text(Self.accepted) }) { meta in
            try await meta.connect()
            try await ModelStore<WhatsAppPhoneNumber>(session: meta.session).upsert(
                .init(phone: "+442079460155", phoneNumberID: "615"))
            do {
                let sent = try await SendWhatsApp.call(SendWhatsApp.Input(json: arguments, at: ""), in: meta.tool())
                try await look(meta, .success(sent))
            } catch {
                try await look(meta, .failure(error))
            }
        }
    }

    @Test(
        "each typed kind of WhatsApp reaches Meta, and stands in the conversation as what it is",
        arguments: [
            (#"{"type":"image","media_id":"7"}"#, "image", "Look", "image"),
            (#"{"type":"video","url":"https://x/v.mp4"}"#, "video", "Look", "video"),
            (#"{"type":"document","media_id":"7","filename":"a.pdf"}"#, "document", "Look", "document"),
            (#"{"type":"audio","media_id":"7","voice":true}"#, "audio", "", "audio"),
            (#"{"type":"sticker","media_id":"7"}"#, "sticker", "", "sticker"),
            (#"{"type":"location","latitude":51.5,"longitude":0}"#, "location", "", "location"),
            (#"{"type":"contacts","contacts":[{"name":"Ann","phones":["+441"]}]}"#, "contacts", "", "contacts"),
            (#"{"type":"reaction","message_id":"wamid.A","emoji":"👍"}"#, "reaction", "", "reaction"),
            (#"{"type":"buttons","buttons":[{"id":"y","title":"Yes"}]}"#, "interactive", "Come?", "interactive"),
            (
                #"{"type":"list","button":"Times","sections":[{"rows":[{"id":"9","title":"09:00"}]}]}"#, "interactive",
                "When?", "interactive"
            ),
            (#"{"type":"link","title":"Pay","url":"https://x"}"#, "interactive", "Pay here", "interactive"),
            (#"{"type":"location_request"}"#, "interactive", "Where?", "interactive"),
            (#"{"type":"flow","flow_id":"1","button":"Open"}"#, "interactive", "A form", "interactive"),
            (#"{"type":"product","catalog_id":"c","product_id":"p"}"#, "interactive", "This", "interactive"),
            (
                #"{"type":"products","header":"Ours","catalog_id":"c","sections":[{"title":"t","product_ids":["p"]}]}"#,
                "interactive", "These", "interactive"
            ),
            (#"{"type":"catalog","product_id":"p"}"#, "interactive", "All", "interactive"),
            (
                #"{"type":"carousel","cards":[{"media_url":"https://x/1.png","title":"Look","url":"https://x"},{"media_url":"https://x/2.png","text":"Two","title":"Look","url":"https://x"}]}"#,
                "interactive", "Ours", "interactive"
            ),
            (
                #"{"type":"address_request","country":"IN","saved":[{"id":"home","address":{"city":"Pune"}}]}"#, "interactive",
                "Where to?", "interactive"
            ),
            (#"{"type":"call_permission_request"}"#, "interactive", "May we call?", "interactive"),
            (#"{"type":"call","title":"Call us","minutes":60}"#, "interactive", "Here", "interactive"),
            (#"{"type":"contact_request"}"#, "interactive", "Your number?", "interactive"),
            (
                #"{"type":"template","name":"ready","language":"en_GB","body":[{"type":"text","text":"Ann"}],"buttons":[{"type":"url","index":0,"suffix":"x"}]}"#,
                "template", "", "template"
            ),
        ] as [(String, String, String, String)])
    func richWhatsApp(rich: String, type: String, text: String, kind: String) async throws {
        let input = arguments(["rich": try JSON.parse(rich), "reply_to": "wamid.Q"], text: text)
        try await whatsApp(input) { meta, result in
            #expect(try result.get().remoteID == "wamid.X")
            let body = try JSON.parse(try #require(meta.server.requests.first).body)
            #expect(body["type"]?.stringValue == type && body["context"]?["message_id"] == "wamid.Q")
            let description = try #require(await meta.session.descriptions[MessageID("msg_1")])
            #expect(description.kind == kind && !description.text.isEmpty)
        }
    }

    @Test(
        "an attachment is sent as what its type says, and refused when it is too large or has no room for a text",
        arguments: [
            ("image/jpeg", 1000, "Look", "image", nil),
            ("application/pdf", 1000, "", "document", nil),
            ("image/webp", 1000, "", "sticker", nil),
            ("image/png", 6 << 20, "", nil, "message.attachments[0].size"),
            ("audio/ogg", 10, "Listen", nil, "message.content"),
        ] as [(String, Int, String, String?, String?)])
    func attachment(type: String, size: Int, text: String, sent: String?, field: String?) async throws {
        let file: JSON = [
            "filename": "f", "url": "https://x/f", "mimeType": .string(type), "size": .number(JSONNumber(Int64(size))),
        ]
        try await whatsApp(arguments(text: text, attachments: [file])) { meta, result in
            if let sent {
                _ = try result.get()
                let body = try JSON.parse(try #require(meta.server.requests.first).body)
                #expect(body["type"]?.stringValue == sent && body[sent]?["link"] == "https://x/f")
            } else {
                #expect(throws: ToolFailure.self) { try result.get() }
                if case .failure(let failure as ToolFailure) = result { #expect(failure.field == field) }
                #expect(meta.server.requests.isEmpty)
            }
        }
    }

    @Test("what is beyond a limit is refused by field and limit before Meta is asked")
    func limits() async throws {
        let rich = try JSON.parse(#"{"type":"buttons","buttons":[{"id":"1","title":"This title is much too long"}]}"#)
        try await whatsApp(arguments(["rich": rich], text: "x")) { meta, result in
            guard case .failure(let problems as InvalidValue) = result else {
                Issue.record("\(result)")
                return
            }
            #expect(problems.problems.map(\.path) == ["rich.buttons[0].title"])
            #expect(problems.problems.first?.message.contains("at most 20 characters") == true)
            #expect(meta.server.requests.isEmpty)
        }
    }

    @Test("a group is written to as a group")
    func group() async throws {
        try await whatsApp(arguments(to: "Y2FwaV9ncm91cDox", text: "Hello all")) { meta, result in
            _ = try result.get()
            let body = try JSON.parse(try #require(meta.server.requests.first).body)
            #expect(body["recipient_type"] == "group" && body["to"] == "Y2FwaV9ncm91cDox")
        }
    }

    // MARK: The window

    private func wrote(_ hours: Double, _ meta: GraphStandIn, _ channel: ChannelRecord, _ address: String) async throws {
        _ = try await meta.session.receive(
            InboundMessage(
                remoteID: "in_\(hours)", address: address, contactName: nil, kind: "text", text: "x", content: .null,
                sentAt: Date(timeIntervalSinceNow: -hours * 3600)), on: channel.id)
    }

    @Test("when the window is known to be closed only a template is sent")
    func closedWindow() async throws {
        let template = try JSON.parse(#"{"type":"template","name":"ready","language":"en_GB"}"#)
        try await GraphStandIn.with({ _ in .text(Self.accepted) }) { meta in
            try await meta.connect()
            try await ModelStore<WhatsAppPhoneNumber>(session: meta.session).upsert(
                .init(phone: "+442079460155", phoneNumberID: "615"))
            let channel = try await meta.tool().channels.whatsApp.open(identifier: "+442079460155", name: "x")
            func send(_ rest: JSONObject) async throws -> MessageSent {
                var object = arguments(rest, text: "Hello").objectValue ?? [:]
                object["channel"] = ["id": .string(channel.id.rawValue), "handle": "whatsapp", "identifierValue": "+442079460155"]
                return try await SendWhatsApp.call(SendWhatsApp.Input(json: .object(object), at: ""), in: meta.tool())
            }
            _ = try await send([:])
            try await wrote(25, meta, channel, "+447700900417")
            let failure = await #expect(throws: ToolFailure.self) { try await send([:]) }
            #expect(failure?.code == .rejected && failure?.advice?.contains("template") == true)
            _ = try await send(["rich": template])
            try await wrote(1, meta, channel, "+447700900417")
            _ = try await send([:])
            #expect(meta.server.requests.count == 3)
        }
    }

    @Test("a comment is answered in private once: by its id, or because nothing else is taken")
    func comments() async throws {
        try await GraphStandIn.with({ _ in .text(Self.accepted) }) { meta in
            let channel = try await meta.addPage()
            func comment(_ id: String, hoursAgo: Double) async throws {
                let seconds = Int(Date(timeIntervalSinceNow: -hoursAgo * 3600).timeIntervalSince1970)
                let body = #"{"object":"page","entry":[{"id":"104","changes":[{"field":"feed","value":{"item":"comment","verb":"add","from":{"id":"883","name":"Imogen"},"comment_id":"\#(id)","message":"How much?","created_time":\#(seconds)}}]}]}"#
                for event in try GraphAPI.WebhookPayload.split(JSON.parse(body)) {
                    try await ReceiveMessenger.handle(
                        GraphAPI.WebhookPayload.event(from: event.content), in: meta.webhook(channel))
                }
            }
            func send(_ rest: JSONObject = [:], to person: String = "883") async throws -> JSON? {
                var object = arguments(rest, to: person, text: "Ten pounds").objectValue ?? [:]
                object["channel"] = ["id": .string(channel.id.rawValue), "handle": "messenger", "identifierValue": "104"]
                _ = try await SendMessenger.call(SendMessenger.Input(json: .object(object), at: ""), in: meta.tool())
                return try meta.server.requests.last.map { try JSON.parse($0.body)["recipient"] ?? .null }
            }
            try await comment("old", hoursAgo: 8 * 24)
            try await comment("first", hoursAgo: 3)
            try await comment("second", hoursAgo: 2)
            try await comment("third", hoursAgo: 1)
            #expect(await meta.session.receivedMessages.map(\.contactName) == Array(repeating: "Imogen", count: 4))
            #expect(try await meta.tool().models.pageComment.count() == 3, "what cannot be answered is forgotten")
            #expect(try await send(["comment_id": "first"]) == ["comment_id": "first"])
            #expect(try await send() == ["comment_id": "third"])
            #expect(try await send() == ["comment_id": "second"])
            #expect(try await send() == ["id": "883"])
            for id in ["first", "third"] {
                let failure = await #expect(throws: ToolFailure.self) { try await send(["comment_id": .string(id)]) }
                #expect(failure?.code == .rejected && failure?.field == "comment_id")
            }
            try await comment("fourth", hoursAgo: 0.5)
            let foreign = await #expect(throws: ToolFailure.self) {
                try await send(["comment_id": "fourth"], to: "884")
            }
            #expect(foreign?.code == .invalidInput && foreign?.field == "comment_id")
            // Whoever has written is answered as such.
            try await wrote(1, meta, channel, "883")
            #expect(try await send() == ["id": "883"])
        }
    }

    @Test("Messenger answers within a day, a person within seven, nobody later")
    func humanAgent() async throws {
        try await GraphStandIn.with({ _ in .text(Self.accepted) }) { meta in
            let channel = try await meta.addPage()
            func send(_ reason: String) async throws -> MessageSent {
                var object = arguments(["reason": .string(reason)], to: "883", text: "Hello").objectValue ?? [:]
                object["channel"] = ["id": .string(channel.id.rawValue), "handle": "messenger", "identifierValue": "104"]
                return try await SendMessenger.call(SendMessenger.Input(json: .object(object), at: ""), in: meta.tool())
            }
            try await wrote(30, meta, channel, "883")
            let closed = await #expect(throws: ToolFailure.self) { try await send("RESPONSE") }
            #expect(closed?.advice?.contains("HUMAN_AGENT") == true)
            #expect(try await send("HUMAN_AGENT").remoteID == "m_X")
            let request = try #require(meta.server.requests.first)
            #expect(request.path == "/v25.0/104/messages" && request.header("authorization") == "Bearer EAApage")
            let body = try JSON.parse(request.body)
            #expect(body["tag"] == "HUMAN_AGENT" && body["message"]?["metadata"] == "msg_1")
        }
        try await GraphStandIn.with({ _ in .text(Self.accepted) }) { meta in
            let channel = try await meta.addPage()
            try await wrote(8 * 24, meta, channel, "883")
            var object = arguments(["reason": "HUMAN_AGENT"], to: "883", text: "Hello").objectValue ?? [:]
            object["channel"] = ["id": .string(channel.id.rawValue), "handle": "messenger", "identifierValue": "104"]
            let input = try SendMessenger.Input(json: .object(object), at: "")
            await #expect(throws: ToolFailure.self) { try await SendMessenger.call(input, in: meta.tool()) }
            #expect(meta.server.requests.isEmpty)
        }
    }

    @Test(
        "each typed kind of Messenger and Instagram reaches Meta by the page",
        arguments: [
            #"{"type":"image","url":"https://x/a.png"}"#, #"{"type":"audio","attachment_id":"7"}"#,
            #"{"type":"video","attachment_id":"7"}"#, #"{"type":"file","url":"https://x/a.pdf"}"#,
            #"{"type":"sticker","sticker_id":"369"}"#,
            #"{"type":"quick_replies","quick_replies":[{"title":"A","payload":"a"}]}"#,
            #"{"type":"buttons","buttons":[{"type":"postback","title":"T","payload":"p"}]}"#,
            #"{"type":"cards","cards":[{"title":"c","subtitle":"s"}]}"#,
            #"{"type":"reaction","message_id":"m","emoji":"❤️"}"#,
        ])
    func richPage(rich: String) async throws {
        try await GraphStandIn.with({ _ in .text(Self.accepted) }) { meta in
            _ = try await meta.addPage()
            try await ModelStore<InstagramAccount>(session: meta.session).upsert(
                .init(instagramAccountID: "178", username: "northwind", pageID: "104"))
            let value = try JSON.parse(rich)
            let messenger = arguments(["rich": value], channel: "messenger", identifier: "104", to: "883", text: "Hello")
            _ = try await SendMessenger.call(SendMessenger.Input(json: messenger, at: ""), in: meta.tool())
            let instagram = arguments(["rich": value], channel: "instagram", identifier: "178", to: "109", text: "Hello")
            _ = try await SendInstagram.call(SendInstagram.Input(json: instagram, at: ""), in: meta.tool())
            #expect(meta.server.requests.map(\.path) == ["/v25.0/104/messages", "/v25.0/104/messages"])
            #expect(await meta.session.descriptions[MessageID("msg_1")] != nil)
        }
    }

    @Test("an Instagram channel whose page is gone says what to add")
    func noPage() async throws {
        try await GraphStandIn.with({ _ in .text(Self.accepted) }) { meta in
            try await meta.connect()
            let input = arguments(channel: "instagram", identifier: "178", to: "109", text: "Hello")
            let failure = await #expect(throws: ToolFailure.self) {
                try await SendInstagram.call(SendInstagram.Input(json: input, at: ""), in: meta.tool())
            }
            #expect(failure?.code == .notFound && failure?.field == "channel.identifierValue")
            #expect(meta.server.requests.isEmpty)
        }
    }

    @Test("a page whose access is gone is noted on the page, and the connection stays")
    func deadPage() async throws {
        let refused = #"{"error":{"code":190,"error_subcode":492,"message":"Invalid session"}}"#
        try await GraphStandIn.with({ _ in .text(refused, status: 401) }) { meta in
            _ = try await meta.addPage()
            let input = arguments(channel: "messenger", identifier: "104", to: "883", text: "Hello")
            await #expect(throws: ToolFailure.self) {
                try await SendMessenger.call(SendMessenger.Input(json: input, at: ""), in: meta.tool())
            }
            #expect(try await ModelStore<FacebookPage>(session: meta.session).first()?.notice != nil)
            #expect(try await ModelStore<MetaConnection>(session: meta.session).get()?.status == .connected)
        }
    }
}
