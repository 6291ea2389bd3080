import IntegrationKit
import IntegrationTesting
import Testing

@testable import Meta

@Suite("Meta's hooks", .timeLimit(.minutes(1)))
struct HookTests {
    /// Two businesses with three accounts; only the second account has a number.
    private static func graph(picked: String?) -> @Sendable (String) -> ScriptedServer.Action {
        { request in
            switch request {
            case "POST oauth/access_token", "GET oauth/access_token":
                .text(#"{"access_token":"EAAlong","token_type":"bearer","expires_in":5183999}"#)
            case "POST debug_token", "GET debug_token":
                .text("""
                    {"data":{"is_valid":true,"scopes":["whatsapp_business_management"],"granular_scopes":[
                    {"scope":"whatsapp_business_management"\(picked.map { #","target_ids":\#($0)"# } ?? "")}]}}
                    """)
            case "GET me/businesses": .text(#"{"data":[{"id":"b1","name":"Northwind"},{"id":"b2","name":"Copper"}]}"#)
            case "GET b1/owned_whatsapp_business_accounts": .text(#"{"data":[{"id":"w1","name":"Old"},{"id":"w2","name":"Kettles"}]}"#)
            case "GET b2/owned_whatsapp_business_accounts": .text(#"{"data":[{"id":"w3","name":"Spouts"}]}"#)
            case "GET w2/phone_numbers": .text(#"{"data":[{"id":"615","display_phone_number":"+44 20 7946 0155"}]}"#)
            case "GET w9": .text(#"{"id":"w9","name":"Shared"}"#)
            case "POST w1/subscribed_apps", "POST w2/subscribed_apps", "POST w3/subscribed_apps", "POST w9/subscribed_apps":
                .text(#"{"success":true}"#)
            default: .text(#"{"data":[]}"#)
            }
        }
    }

    @Test(
        "the connected account is the one that was picked, or else the first with a number",
        arguments: [(nil, "w2", "Northwind"), (#"["w3"]"#, "w3", "Copper"), (#"["w9"]"#, "w9", "Shared")])
    func account(picked: String?, waba: String, business: String) async throws {
        try await GraphStandIn.with(Self.graph(picked: picked)) { meta in
            let grant = try await OAuthCallbackHook.connected(OAuthGrant(accessToken: Secret("EAAshort")), in: meta.hook())
            #expect(grant.accessToken.expose() == "EAAlong" && grant.expiresAt != nil)
            let connection = try #require(try await ModelStore<MetaConnection>(session: meta.session).get())
            #expect(connection.status == .connected && connection.wabaID == waba && connection.businessName == business)
            #expect(meta.server.requests.filter { $0.path.hasSuffix("/subscribed_apps") }.map(\.path) == ["/v25.0/\(waba)/subscribed_apps"])
        }
    }

    @Test("without any WhatsApp account nothing is connected, and the page says why")
    func noAccount() async throws {
        try await GraphStandIn.with(Self.graph(picked: "[]")) { meta in
            let failure = await #expect(throws: ToolFailure.self) {
                try await OAuthCallbackHook.connected(OAuthGrant(accessToken: Secret("EAAshort")), in: meta.hook())
            }
            #expect(failure?.message.contains("no WhatsApp Business Account") == true)
            let connection = try await ModelStore<MetaConnection>(session: meta.session).get()
            #expect(connection?.status == .error && connection?.error != nil)
            #expect(await meta.session.commits == 1)
            #expect(!meta.server.requests.contains { $0.path.hasSuffix("/subscribed_apps") })
        }
    }

    @Test("reconnecting keeps the numbers and their friendly names")
    func reconnect() async throws {
        try await GraphStandIn.with(Self.graph(picked: nil)) { meta in
            let numbers = ModelStore<WhatsAppPhoneNumber>(session: meta.session)
            let number = try await numbers.upsert(.init(phone: "+442079460155", phoneNumberID: "615"))
            try await WorkplaceWriter(session: meta.session).write(
                .init(name: "Sales line"), to: number.id, of: WhatsAppPhoneNumber.self)
            for _ in 1...2 {
                _ = try await OAuthCallbackHook.connected(OAuthGrant(accessToken: Secret("EAAshort")), in: meta.hook())
            }
            #expect(try await numbers.all().map(\.name) == ["Sales line"])
        }
    }

    @Test("provisioning subscribes to what WhatsApp accepts, and does nothing when that is in place")
    func provision() async throws {
        let address = "https://meta.example.com/api/webhooks/whkr_1"
        try await GraphStandIn.with({ _ in .text(#"{"success":true,"data":[]}"#) }) { meta in
            try await ProvisionHook.provision(in: meta.provision(webhook: address))
            let subscription = try #require(meta.server.requests.last)
            #expect(subscription.method == "POST" && subscription.path == "/v25.0/4470019287365510/subscriptions")
            #expect(subscription.text.contains("fields=messages&"))
            #expect(!subscription.text.contains("message_deliveries") && !subscription.text.contains("message_reads"))
        }
        let inPlace = #"""
            {"data":[{"object":"whatsapp_business_account","callback_url":"\#(address)","active":true,"fields":[{"name":"messages","version":"v25.0"}]}]}
            """#
        try await GraphStandIn.with({ _ in .text(inPlace) }) { meta in
            try await ProvisionHook.provision(in: meta.provision(webhook: address))
            #expect(meta.server.requests.map(\.method) == ["GET"])
        }
    }
}
