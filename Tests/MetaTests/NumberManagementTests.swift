import GraphAPI
import IntegrationKit
import IntegrationTesting
import Synchronization
import Testing

@testable import Meta

@Suite("What a number shows and whom it hears", .timeLimit(.minutes(10)))
struct NumberManagementTests {
    private func with(
        _ answers: [String: String], status: Int = 200, _ body: (GraphStandIn, String) async throws -> Void
    ) async throws {
        try await GraphStandIn.with({ request in
            .text(answers.first { request.hasPrefix($0.key) }?.value ?? "{}", status: status)
        }) { meta in
            try await meta.connect()
            let number = try await ModelStore<WhatsAppPhoneNumber>(session: meta.session).upsert(
                .init(phone: "+442079460155", phoneNumberID: "615"))
            try await body(meta, number.id.rawValue)
        }
    }

    @Test("the profile is read, and only what is given is changed")
    func profile() async throws {
        let shown = #"{"data":[{"about":"Kettles","websites":["https://n.example"],"vertical":"RETAIL","messaging_product":"whatsapp"}]}"#
        try await with(["GET 615/whatsapp_business_profile": shown, "POST 615/whatsapp_business_profile": #"{"success":true}"#]) { meta, id in
            let profile = try await FetchWhatsAppProfile.call(.init(json: ["id": .string(id)], at: ""), in: meta.tool())
            #expect(profile.about == "Kettles" && profile.websites == ["https://n.example"] && profile.email == nil)
            let input = try UpdateWhatsAppProfile.Input(
                json: ["id": .string(id), "about": "Since 1907", "website": "https://n.example", "vertical": "RETAIL"], at: "")
            _ = try await UpdateWhatsAppProfile.call(input, in: meta.tool())
            let sent = try JSON.parse(try #require(meta.server.requests.last).body)
            #expect(sent == [
                "messaging_product": "whatsapp", "about": "Since 1907", "vertical": "RETAIL", "websites": ["https://n.example"],
            ])
        }
    }

    @Test("of two web addresses the one that is not given stays", arguments: [
        (["website": "https://new.example"], ["https://new.example", "https://b.example"]),
        (["website_2": "https://new.example"], ["https://a.example", "https://new.example"]),
    ] as [(JSONObject, [String])])
    func websites(given: JSONObject, sent: [String]) async throws {
        let shown = #"{"data":[{"websites":["https://a.example","https://b.example"],"vertical":"MATRIMONY_SERVICE"}]}"#
        try await with(["GET 615/whatsapp_business_profile": shown, "POST 615/whatsapp_business_profile": #"{"success":true}"#]) { meta, id in
            var input = given
            input["id"] = .string(id)
            _ = try await UpdateWhatsAppProfile.call(.init(json: .object(input), at: ""), in: meta.tool())
            #expect(try JSON.parse(try #require(meta.server.requests.last).body)["websites"] == .array(sent.map { .string($0) }))
            let profile = try await FetchWhatsAppProfile.call(.init(json: ["id": .string(id)], at: ""), in: meta.tool())
            #expect(profile.vertical?.rawValue == "OTHER", "a trade without a name of ours")
        }
    }

    @Test("a block list of any length is shown as far as a page goes")
    func longBlockList() async throws {
        let people = (0..<100).map { #"{"messaging_product":"whatsapp","wa_id":"4477009\#(10000 + $0)"}"# }.joined(separator: ",")
        let cursor = Mutex(0)
        try await GraphStandIn.with({ _ in
            let number = cursor.withLock { $0 += 1; return $0 }
            return .text(#"{"data":[\#(people)],"paging":{"cursors":{"after":"c\#(number)"},"next":"https://graph.facebook.com/x"}}"#)
        }) { meta in
            try await meta.connect()
            let number = try await ModelStore<WhatsAppPhoneNumber>(session: meta.session).upsert(
                .init(phone: "+442079460155", phoneNumberID: "615"))
            let listed = try await ListBlockedWhatsAppPeople.call(.init(id: number.id.rawValue), in: meta.tool())
            #expect(listed.count == 1000 && meta.server.requests.count == 10)
        }
    }

    @Test("what is beyond a limit of the profile is named before Meta is asked")
    func limits() async throws {
        try await with([:]) { meta, id in
            let long = JSON.string(String(repeating: "x", count: 600))
            let input = try UpdateWhatsAppProfile.Input(
                json: ["id": .string(id), "about": long, "description": long, "email": "nobody", "website": "n.example"], at: "")
            let problems = await #expect(throws: InvalidValue.self) { try await UpdateWhatsAppProfile.call(input, in: meta.tool()) }
            #expect(problems?.problems.map(\.path) == ["about", "description", "email", "website"])
            #expect(meta.server.requests.isEmpty)
        }
    }

    @Test("people are blocked, listed, and heard again; a number that is not the workplace's is not found")
    func blocking() async throws {
        let user = #"[{"input":"+447700900417","wa_id":"447700900417"}]"#
        try await with([
            "POST 615/block_users": #"{"messaging_product":"whatsapp","block_users":{"added_users":\#(user)}}"#,
            "DELETE 615/block_users": #"{"messaging_product":"whatsapp","block_users":{"removed_users":\#(user)}}"#,
            "GET 615/block_users": #"{"data":[{"messaging_product":"whatsapp","wa_id":"447700900417"}]}"#,
        ]) { meta, id in
            let whom: JSON = ["id": .string(id), "address": "+447700900417"]
            _ = try await BlockWhatsAppPerson.call(.init(json: whom, at: ""), in: meta.tool())
            let people = try await ListBlockedWhatsAppPeople.call(.init(json: ["id": .string(id)], at: ""), in: meta.tool())
            #expect(people.map(\.address) == ["+447700900417"])
            _ = try await UnblockWhatsAppPerson.call(.init(json: whom, at: ""), in: meta.tool())
            #expect(meta.server.requests.map(\.method) == ["POST", "GET", "DELETE"])
            let asked = try JSON.parse(try #require(meta.server.requests.last).body)
            #expect(asked["block_users"] == [["user": "+447700900417"]])
            let failure = await #expect(throws: ToolFailure.self) {
                try await BlockWhatsAppPerson.call(.init(json: ["id": "none", "address": "+441"], at: ""), in: meta.tool())
            }
            #expect(failure?.code == .notFound && failure?.field == "id")
        }
    }

    @Test("who cannot be blocked is refused with Meta's reason")
    func refused() async throws {
        let answer = #"{"messaging_product":"whatsapp","block_users":{"added_users":[],"failed_users":[{"input":"+441","errors":[{"code":131047,"message":"Re-engagement message","error_data":{"details":"Not within 24 hours."}}]}]},"error":{"code":139100,"message":"Failed to block some users"}}"#
        try await with(["POST 615/block_users": answer], status: 400) { meta, id in
            let failure = await #expect(throws: ToolFailure.self) {
                try await BlockWhatsAppPerson.call(
                    .init(json: ["id": .string(id), "address": "+441"], at: ""), in: meta.tool())
            }
            #expect(failure?.message == "Meta: Not within 24 hours." && failure?.field == "address")
        }
    }
}
