import IntegrationKit
import IntegrationTesting
import Testing

@testable import Meta

@Suite("Meta's tools", .timeLimit(.minutes(10)))
struct ToolTests {
    static let numbers = #"""
        {"data":[
          {"id":"615","display_phone_number":"+44 20 7946 0155","verified_name":"Northwind Kettles","quality_rating":"GREEN"},
          {"id":"616","display_phone_number":"+44 20 7946 0156","quality_rating":"NA"}]}
        """#

    @Test("numbers come in E.164, unrated ones as unknown, added ones with their channel")
    func fetchNumbers() async throws {
        try await GraphStandIn.with({ _ in .text(Self.numbers) }) { meta in
            try await meta.connect()
            let context = try meta.tool()
            let channel = try await context.channels.whatsApp.open(identifier: "+442079460156", name: "Support")
            let found = try await FetchRegisteredWABusinessNumbers.call(.init(), in: context)
            #expect(found.map(\.displayPhoneNumber) == ["+442079460155", "+442079460156"])
            #expect(found.map(\.qualityRating.rawValue) == ["GREEN", "UNKNOWN"])
            #expect(found.map(\.channelID) == [nil, channel.id.rawValue])
        }
    }

    @Test("a form's friendly name reaches the record, an agent's only names the channel")
    func friendlyName() async throws {
        try await GraphStandIn.with({ _ in .text(Self.numbers) }) { meta in
            try await meta.connect()
            let input = try AddWhatsAppNumber.Input(json: ["phone_number_id": "615", "name": "Sales line"], at: "")

            let byAgent = try await AddWhatsAppNumber.call(input, in: meta.tool(.agent))
            let record = try await meta.tool().models.whatsAppPhoneNumber.find(byAgent.id)
            #expect(record?.name == nil && record?.phone == "+442079460155")

            let byForm = try await AddWhatsAppNumber.call(input, in: meta.tool(.form))
            #expect(byForm.id == byAgent.id, "the same number is one record")
            #expect(try await meta.tool().models.whatsAppPhoneNumber.find(byForm.id)?.name == "Sales line")
            #expect(await meta.session.openChannels.map(\.name) == ["Sales line"])

            _ = try await AddWhatsAppNumber.call(
                AddWhatsAppNumber.Input(json: ["phone_number_id": "615"], at: ""), in: meta.tool(.agent))
            let refreshed = try await meta.tool().models.whatsAppPhoneNumber.find(byForm.id)
            #expect(refreshed?.name == "Sales line", "a refresh leaves what the workplace owns")
        }
    }

    @Test("a number that is removed closes its channel, and added again has the same one")
    func removedNumber() async throws {
        try await GraphStandIn.with({ _ in .text(Self.numbers) }) { meta in
            try await meta.connect()
            let add = try AddWhatsAppNumber.Input(json: ["phone_number_id": "615", "name": "Sales line"], at: "")
            _ = try await AddWhatsAppNumber.call(add, in: meta.tool(.form))
            let channel = try #require(await meta.session.openChannels.first)
            for _ in 0..<2 {
                _ = try await RemoveWhatsAppNumber.call(.init(phoneNumberID: "615"), in: meta.tool())
                #expect(await meta.session.openChannels.isEmpty)
                #expect(await meta.session.closedChannels.map(\.id) == [channel.id])
            }
            _ = try await AddWhatsAppNumber.call(.init(phoneNumberID: "615"), in: meta.tool())
            #expect(await meta.session.openChannels == [channel])
        }
    }

    /// Which of a page's two channels another workplace has, and what is then asked of Meta.
    @Test(
        "a removed page closes its channel, and its webhooks end unless another workplace has it or its account",
        arguments: [
            (nil, ["GET /v25.0/104", "DELETE /v25.0/104/subscribed_apps"]), ("messenger", []),
            ("instagram", ["GET /v25.0/104"]),
        ] as [(String?, [String])])
    func removedPage(elsewhere: String?, asked: [String]) async throws {
        try await GraphStandIn.with({ request in
            .text(request.hasPrefix("GET") ? #"{"instagram_business_account":{"id":"178"},"id":"104"}"# : #"{"success":true}"#)
        }) { meta in
            let channel = try await meta.addPage()
            switch elsewhere {
            case "messenger": await meta.session.setOpenElsewhere(Meta.Channels.messengerDescriptor, identifier: "104")
            case "instagram": await meta.session.setOpenElsewhere(Meta.Channels.instagramDescriptor, identifier: "178")
            default: break
            }
            _ = try await RemoveFacebookPage.call(.init(pageID: "104"), in: meta.tool())
            #expect(meta.server.requests.map { "\($0.method) \($0.path)" } == asked)
            #expect(await meta.session.closedChannels.map(\.id) == [channel.id])
            #expect(try await ModelStore<FacebookPage>(session: meta.session).all().isEmpty)
        }
    }

    @Test("an Instagram account that is removed closes its channel and leaves its page alone")
    func removedAccount() async throws {
        try await GraphStandIn.with({ _ in .text("{}") }) { meta in
            try await meta.addPage()
            try await ModelStore<InstagramAccount>(session: meta.session).upsert(
                .init(instagramAccountID: "178", pageID: "104"))
            let channels = Meta.Channels(session: meta.session)
            try await channels.instagram.open(identifier: "178", name: "x")
            _ = try await RemoveInstagramAccount.call(.init(instagramAccountID: "178"), in: meta.tool())
            #expect(await meta.session.closedChannels.map(\.handle) == ["instagram"])
            #expect(await meta.session.openChannels.map(\.handle) == ["messenger"])
            #expect(meta.server.requests.isEmpty)
        }
    }

    @Test("a number that is not the account's is refused by name")
    func foreignNumber() async throws {
        try await GraphStandIn.with({ _ in .text(Self.numbers) }) { meta in
            try await meta.connect()
            let input = try AddWhatsAppNumber.Input(json: ["phone_number_id": "999"], at: "")
            let failure = await #expect(throws: ToolFailure.self) {
                try await AddWhatsAppNumber.call(input, in: meta.tool())
            }
            #expect(failure?.code == .notFound && failure?.field == "phone_number_id")
        }
    }

    @Test("without a connection every tool says where to connect, and Meta is not asked")
    func notConnected() async throws {
        try await GraphStandIn.with({ _ in .text("{}") }) { meta in
            let failure = await #expect(throws: ToolFailure.self) {
                try await FetchRegisteredWABusinessNumbers.call(.init(), in: meta.tool(token: nil))
            }
            #expect(failure?.code == .notConnected && failure?.advice?.contains("Account page") == true)
            #expect(meta.server.requests.isEmpty)
        }
    }

    @Test("a dead token fails the call and marks the connection, durably")
    func deadToken() async throws {
        let expired = #"{"error":{"message":"Session expired","type":"OAuthException","code":190,"error_subcode":463}}"#
        try await GraphStandIn.with({ _ in .text(expired, status: 401) }) { meta in
            try await meta.connect()
            let failure = await #expect(throws: ToolFailure.self) {
                try await FetchRegisteredWABusinessNumbers.call(.init(), in: meta.tool())
            }
            #expect(failure?.code == .authExpired && failure?.providerReference?.hasPrefix("190/463") == true)
            let connection = try await ModelStore<MetaConnection>(session: meta.session).get()
            #expect(connection?.status == .error && connection?.error?.isEmpty == false)
            #expect(await meta.session.commits == 1)

            let next = await #expect(throws: ToolFailure.self) {
                try await FetchRegisteredWABusinessNumbers.call(.init(), in: meta.tool())
            }
            #expect(next?.code == .authExpired, "the next call is refused without asking Meta")
            #expect(meta.server.requests.count == 1)
        }
    }

    // MARK: Sending

    private func message(_ content: String = "Your kettle is ready") throws -> SendWhatsApp.Input {
        try SendWhatsApp.Input(
            json: [
                "channel": ["id": "chn_1", "handle": "whatsapp", "identifierValue": "+442079460155"],
                "recipient": ["address": "+447700900417"],
                "message": ["id": "msg_1", "content": .string(content)],
            ], at: "")
    }

    private func addNumber(_ meta: GraphStandIn) async throws {
        try await meta.connect()
        try await ModelStore<WhatsAppPhoneNumber>(session: meta.session).upsert(
            .init(phone: "+442079460155", phoneNumberID: "615"))
    }

    @Test("a send carries our id as callback data and returns Meta's")
    func send() async throws {
        try await GraphStandIn.with({ _ in .text(#"{"messages":[{"id":"wamid.X"}]}"#) }) { meta in
            try await addNumber(meta)
            let sent = try await SendWhatsApp.call(message(), in: meta.tool())
            #expect(sent.status == .sent && sent.remoteID == "wamid.X")
            let request = try #require(meta.server.requests.first)
            #expect(request.path == "/v25.0/615/messages")
            let body = try JSON.parse(request.body)
            #expect(body["biz_opaque_callback_data"] == "msg_1" && body["to"] == "+447700900417")
        }
    }

    @Test("an answer that is lost after the request left is an unknown outcome, not a failure to try again")
    func lostAnswer() async throws {
        try await GraphStandIn.with({ _ in .reset }) { meta in
            try await addNumber(meta)
            let failure = await #expect(throws: ToolFailure.self) {
                try await SendWhatsApp.call(message(), in: meta.tool())
            }
            #expect(failure?.code == .unknownOutcome && failure?.retry == .never)
            #expect(meta.server.requests.count == 1)
        }
    }

    @Test("a text that is too long is refused before Meta is asked", arguments: ["", String(repeating: "x", count: 4097)])
    func limits(text: String) async throws {
        try await GraphStandIn.with({ _ in .text("{}") }) { meta in
            try await addNumber(meta)
            let problems = await #expect(throws: InvalidValue.self) {
                try await SendWhatsApp.call(message(text), in: meta.tool())
            }
            #expect(problems?.problems.map(\.path) == ["message.content"])
            #expect(meta.server.requests.isEmpty)
        }
    }
}
