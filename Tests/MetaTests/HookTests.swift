import Foundation
import GraphAPI
import IntegrationKit
import IntegrationTesting
import Testing

@testable import Meta

@Suite("Meta's hooks", .timeLimit(.minutes(10)))
struct HookTests {
    /// Two businesses with three accounts; only the second account has a number.
    private static func graph(picked: String?) -> @Sendable (String) -> ScriptedServer.Action {
        { request in
            switch request {
            case "POST oauth/access_token", "GET oauth/access_token":
                .text(#"{"access_token":"EAAlong","token_type":"bearer","expires_in":5183999}"#)
            case "POST debug_token", "GET debug_token":
                .text("""
                    {"data":{"is_valid":true,"scopes":["whatsapp_business_management","business_management"],"granular_scopes":[
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

    @Test("a token of Embedded Signup is kept as it is; an account without a number is connected")
    func signup() async throws {
        try await GraphStandIn.with({ request in
            switch request {
            case "POST debug_token":
                .text("""
                    {"data":{"is_valid":true,"type":"SYSTEM_USER","user_id":"122","expires_at":0,"data_access_expires_at":0,
                    "scopes":["whatsapp_business_management","whatsapp_business_messaging","public_profile"],"granular_scopes":[
                    {"scope":"whatsapp_business_management","target_ids":["w9"]},
                    {"scope":"whatsapp_business_messaging","target_ids":["w9"]}]}}
                    """)
            case "GET w9", "POST w9/subscribed_apps", "GET w9/phone_numbers": Self.graph(picked: nil)(request)
            default: .text(#"{"error":{"code":200,"message":"(#200) Missing Permission"}}"#, status: 403)
            }
        }) { meta in
            let grant = try await OAuthCallbackHook.connected(OAuthGrant(accessToken: Secret("EAAbusiness")), in: meta.hook())
            #expect(grant.accessToken.expose() == "EAAbusiness" && grant.expiresAt == nil && grant.accountID == "122")
            let connection = try #require(try await ModelStore<MetaConnection>(session: meta.session).get())
            #expect(connection.status == .connected && connection.wabaID == "w9" && connection.missingScopes == nil)
            #expect(meta.server.requests.contains { $0.path == "/v25.0/w9/subscribed_apps" && $0.method == "POST" })
            let offered = try await FetchWhatsAppAccounts.call(.init(), in: meta.tool())
            #expect(offered.map(\.wabaID) == ["w9"])
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

    @Test("provisioning subscribes each product to its own address, and does nothing when that is in place")
    func provision() async throws {
        let addresses = [
            "receive_whatsapp": "https://meta.example.com/api/webhooks/whkr_1",
            "receive_messenger": "https://meta.example.com/api/webhooks/whkr_2",
            "receive_instagram": "https://meta.example.com/api/webhooks/whkr_3",
        ]
        try await GraphStandIn.with({ _ in .text(#"{"success":true,"data":[]}"#) }) { meta in
            try await ProvisionHook.provision(in: meta.provision(addresses))
            let posts = meta.server.requests.filter { $0.method == "POST" }
            #expect(posts.map { $0.path } == Array(repeating: "/v25.0/4470019287365510/subscriptions", count: 3))
            for (request, object) in zip(posts, ["whatsapp_business_account", "page", "instagram"]) {
                #expect(request.text.contains("object=\(object)&"))
            }
            let whatsApp = try #require(posts.first)
            #expect(!whatsApp.text.contains("message_deliveries") && !whatsApp.text.contains("message_reads"))
            #expect(posts[1].text.contains("message_reads") && posts[2].text.contains("messaging_seen"))
        }
        let inPlace = zip(addresses.sorted { $0.value < $1.value }, [
            ("whatsapp_business_account", GraphClient.whatsAppFields), ("page", GraphClient.pageFields),
            ("instagram", GraphClient.instagramFields),
        ]).map { address, wanted in
            let fields = wanted.1.map { #"{"name":"\#($0)","version":"v25.0"}"# }.joined(separator: ",")
            return #"{"object":"\#(wanted.0)","callback_url":"\#(address.value)","active":true,"fields":[\#(fields)]}"#
        }
        try await GraphStandIn.with({ _ in .text(#"{"data":[\#(inPlace.joined(separator: ","))]}"#) }) { meta in
            try await ProvisionHook.provision(in: meta.provision(addresses))
            #expect(meta.server.requests.map(\.method) == ["GET"])
        }
    }

    @Test("a product that Meta lets be set up by hand only does not keep the others from working")
    func provisionByHand() async throws {
        let addresses = ["receive_whatsapp": "https://x/1", "receive_instagram": "https://x/3"]
        let refused = #"{"error":{"code":100,"message":"Invalid parameter"}}"#
        for (object, fails) in [("instagram", false), ("whatsapp_business_account", true)] {
            try await withServer({ request in
                request.text.contains("object=\(object)&") ? .text(refused, status: 400) : .text(#"{"success":true,"data":[]}"#)
            }) { server in
                let meta = try await GraphStandIn(at: server)
                if fails {
                    await #expect(throws: ToolFailure.self) { try await ProvisionHook.provision(in: meta.provision(addresses)) }
                } else {
                    try await ProvisionHook.provision(in: meta.provision(addresses))
                }
                await meta.services.shutdown()
            }
        }
    }

    @Test("ending gives the pages' webhooks and the permissions back, whatever Meta says to one of them")
    func uninstall() async throws {
        try await GraphStandIn.with({ request in
            request == "DELETE 104/subscribed_apps" ? .text(#"{"error":{"code":190}}"#, status: 401) : .text(#"{"success":true}"#)
        }) { meta in
            try await ModelStore<FacebookPage>(session: meta.session).upsert(
                .init(pageID: "104", accessToken: Secret("EAApage")))
            try await UninstallHook.uninstall(in: meta.hook(token: "EAAtoken"))
            #expect(
                meta.server.requests.map { "\($0.method) \($0.path)" }
                    == ["GET /v25.0/104", "DELETE /v25.0/104/subscribed_apps", "DELETE /v25.0/me/permissions"])
        }
    }

    @Test("reconnecting refreshes what Meta owns of numbers and pages, and tells what was not granted")
    func refresh() async throws {
        try await GraphStandIn.with({ request in
            switch request {
            case "GET me/accounts":
                .text(#"{"data":[{"id":"104","name":"New name","access_token":"EAAnew","tasks":["MESSAGING"]}]}"#)
            case "POST debug_token":
                .text(
                    #"{"data":{"is_valid":true,"user_id":"42","expires_at":1800000000,"scopes":["whatsapp_business_management","business_management","pages_show_list"]}}"#)
            case "GET w2/phone_numbers":
                .text(#"{"data":[{"id":"615","display_phone_number":"+44 20 7946 0155","quality_rating":"RED","throughput":{"level":"HIGH"}}]}"#)
            default: Self.graph(picked: nil)(request)
            }
        }) { meta in
            let numbers = ModelStore<WhatsAppPhoneNumber>(session: meta.session)
            let pages = ModelStore<FacebookPage>(session: meta.session)
            try await numbers.upsert(.init(phone: "+442079460155", phoneNumberID: "615", qualityRating: .green))
            let whatsApp = Meta.Channels(session: meta.session).whatsApp
            let channel = try await whatsApp.open(identifier: "+442079460155", name: "Sales")
            try await whatsApp.close(identifier: "+442079460155", because: "Its account was deleted.")
            try await pages.upsert(.init(pageID: "104", name: "Old name", accessToken: Secret("EAAold"), notice: "dead"))
            _ = try await OAuthCallbackHook.connected(OAuthGrant(accessToken: Secret("EAAshort")), in: meta.hook())
            #expect(try await numbers.all().map(\.qualityRating) == [.red])
            #expect(try await numbers.all().map(\.throughput) == [.high])
            let page = try #require(try await pages.all().first)
            #expect(page.name == "New name" && page.accessToken?.expose() == "EAAnew" && page.notice == nil)
            let connection = try #require(try await ModelStore<MetaConnection>(session: meta.session).get())
            #expect(connection.userID == "42" && connection.tokenExpiresAt == Date(timeIntervalSince1970: 1_800_000_000))
            #expect(connection.missingScopes?.contains("instagram_basic") == true)
            #expect(connection.missingScopes?.contains("pages_show_list") == false)
            #expect(await meta.session.openChannels.map(\.handle).sorted() == ["whatsapp", "whatsapp_account"])
            #expect(try await whatsApp.all() == [channel], "what is there at Meta can be written from again")
        }
    }

    @Test("a file of a message comes by its id with the connection's token, one of a page's by its address")
    func media() async throws {
        let picture = Array("picture".utf8)
        try await withServer({ request in
            request.path == "/v25.0/m1"
                ? .text(#"{"id":"m1","url":"http://\#(request.header("host") ?? "")/f","mime_type":"image/png","file_size":7}"#)
                : .answer(200, headers: ["Content-Type: image/webp"], body: picture)
        }) { server in
            let meta = try await GraphStandIn(at: server)
            let channel = ChannelRecord(id: ChannelID("chn_1"), handle: "whatsapp", identifier: "+442079460155", name: "x")
            let context = try meta.hook(token: "EAAtoken")
            for (file, type) in [
                (MessageFile(kind: .image, id: "m1"), "image/png"),
                (MessageFile(kind: .sticker, url: "\(server.origin)/g"), "image/webp"),
            ] {
                let media = try await MediaHook.open(file, of: channel, in: context)
                var bytes: [UInt8] = []
                for try await piece in media.content { bytes += piece }
                #expect(media.mimeType == type && bytes == picture)
            }
            #expect(server.requests.map { $0.header("authorization") } == ["Bearer EAAtoken", "Bearer EAAtoken", nil])
            await meta.services.shutdown()
        }
    }

    @Test("a deletion deletes all pages, accounts, templates and batches, however many there are")
    func deletion() async throws {
        try await GraphStandIn.with({ _ in .text("{}") }) { meta in
            let models = Meta.Models(session: meta.session)
            for number in 0..<120 {
                try await models.facebookPage.upsert(.init(pageID: "p\(number)"))
                try await models.instagramAccount.upsert(.init(instagramAccountID: "i\(number)"))
                try await models.messageTemplate.upsert(.init(templateID: "t\(number)"))
                try await models.messageBatch.upsert(.init(
                    reference: "b\(number)", what: "x", channelID: "c", total: 0, digest: "", messageIDs: []))
            }
            try await DeleteData.fulfil(in: meta.hook())
            #expect(try await models.facebookPage.count() == 0)
            #expect(try await models.instagramAccount.count() == 0)
            #expect(try await models.messageTemplate.count() == 0)
            #expect(try await models.messageBatch.count() == 0)
        }
    }
}
