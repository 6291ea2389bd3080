import Foundation
import GraphAPI
import IntegrationKit
import OutboundHTTP
import Synchronization
import Testing

/// A client of the app `4470019287365510` for a local server.
func graph(at server: ScriptedServer) -> GraphClient {
    GraphClient(
        http: HTTPClient(HTTPClientConfiguration(hosts: GraphClient.hostPolicy(for: server.origin))),
        baseURL: server.origin, appID: "4470019287365510", appSecret: Secret("sandbox-app-secret"))
}

/// The name and value of each parameter of a query or a form.
func parameters(_ text: some StringProtocol) -> [String: String] {
    var result: [String: String] = [:]
    for pair in text.split(separator: "&") {
        let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        result[String(sides[0])] = sides.count > 1 ? String(sides[1]).removingPercentEncoding : ""
    }
    return result
}

extension ScriptedServer.Request {
    var query: [String: String] { parameters(target.drop { $0 != "?" }.dropFirst()) }
    var form: [String: String] { parameters(text) }
}

@Suite("Calls of the Graph API", .timeLimit(.minutes(10)))
struct GraphClientTests {
    static let token = GraphToken("EAAsandboxtoken123")
    /// Computed with another tool.
    static let proof = "be29bc63e0ebea721744644d9362a47ace5d330dcdcb062e3e589f12d42f6527"

    @Test("a token goes into the Authorization header with its proof, and nowhere else")
    func authentication() async throws {
        try await withServer({ _ in .text(#"{"id":"122","name":"Imogen"}"#) }) { server in
            let me = try await graph(at: server).me(with: Self.token)
            #expect(me.id == "122" && me.name == "Imogen")
            let request = try #require(server.requests.first)
            #expect(request.path == "/v25.0/me")
            #expect(request.header("authorization") == "Bearer EAAsandboxtoken123")
            #expect(request.query["appsecret_proof"] == Self.proof)
            #expect(request.query["access_token"] == nil)
        }
    }

    @Test("when an allowance is almost used up its calls rest, and all others go on")
    func allowances() async throws {
        try await withServer({ request in
            switch request.path {
            case "/v25.0/me":
                .text(#"{"id":"122","name":"I"}"#, headers: ["X-App-Usage: {\"call_count\":96,\"total_time\":2}"])
            case "/v25.0/104/phone_numbers":
                .text(
                    #"{"data":[]}"#,
                    headers: [
                        "X-Business-Use-Case-Usage: {\"104\":[{\"type\":\"whatsapp_business_management\","
                            + "\"call_count\":100,\"estimated_time_to_regain_access\":7}]}"
                    ])
            default: .text(#"{"messages":[{"id":"wamid.A"}],"data":[]}"#)
            }
        }) { server in
            let graph = graph(at: server)
            _ = try await graph.phoneNumbers(of: "104", with: Self.token)
            let failure = await #expect(throws: GraphFailure.self) {
                try await graph.phoneNumbers(of: "104", with: Self.token)
            }
            guard case .exhausted(let rest)? = failure else { return #expect(Bool(false), "\(String(describing: failure))") }
            #expect(rest > .seconds(360) && rest <= .seconds(420))
            #expect(failure?.kind == .rateLimited)
            _ = try await graph.phoneNumbers(of: "105", with: Self.token)
            _ = try await graph.me(with: Self.token)
            await #expect(throws: GraphFailure.self) { try await graph.phoneNumbers(of: "105", with: Self.token) }
            // Sends over WhatsApp do not count there.
            _ = try await graph.send(
                WhatsAppSend(to: .number("+447700900123"), .text("hi", showsPreview: false)), from: "615", with: Self.token)
            #expect(server.requests.count == 4)
        }
    }

    @Test("a list is followed by its cursors until there is no next page")
    func paging() async throws {
        try await withServer({ request in
            switch request.query["after"] {
            case nil:
                // A short and an empty page do not end a list; null stands for what may not be seen.
                .text(
                    #"{"data":[{"id":"1","name":"A"},null],"paging":{"cursors":{"after":"c1"},"next":"https://evil.test/x"}}"#
                )
            case "c1": .text(#"{"data":[],"paging":{"cursors":{"after":"c2/="},"next":"https://evil.test/y"}}"#)
            case "c2/=": .text(#"{"data":[{"id":2,"name":"B"}],"paging":{"cursors":{"after":"c3"}}}"#)
            default: .text("{}", status: 500)
            }
        }) { server in
            let businesses = try await graph(at: server).businesses(with: Self.token)
            #expect(businesses.map(\.id) == ["1", "2"])
            #expect(businesses.map(\.name) == ["A", "B"])
            #expect(server.requests.count == 3)
            #expect(server.requests.allSatisfy { $0.query["limit"] == "100" && $0.query["fields"] == "id,name" })
            #expect(server.requests.allSatisfy { $0.query["appsecret_proof"] == Self.proof })
        }
    }

    @Test("a list whose cursor comes again is given up")
    func pagingLoop() async throws {
        try await withServer({ _ in
            .text(#"{"data":[{"id":"1"}],"paging":{"cursors":{"after":"same"},"next":"https://x"}}"#)
        }) { server in
            let client = graph(at: server)
            let failure = await #expect(throws: GraphFailure.self) { try await client.businesses(with: Self.token) }
            guard case .unreadable = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(server.requests.count == 2)
        }
    }

    @Test("an endless list is given up")
    func endlessList() async throws {
        let page = Atomic(0)
        try await withServer({ _ in
            let number = page.wrappingAdd(1, ordering: .relaxed).newValue
            return .text(#"{"data":[],"paging":{"cursors":{"after":"\#(number)"},"next":"https://x"}}"#)
        }) { server in
            let client = graph(at: server)
            await #expect(throws: GraphFailure.self) { try await client.businesses(with: Self.token) }
            #expect(server.requests.count == 100)
        }
    }

    @Test("own and shared accounts of a business come together, each once")
    func whatsAppAccounts() async throws {
        try await withServer({ request in
            request.path.hasSuffix("/owned_whatsapp_business_accounts")
                ? .text(#"{"data":[{"id":"10","name":"Own","currency":"GBP","timezone_id":"1"}]}"#)
                : .text(#"{"data":[{"id":"10"},{"id":"11","name":"Shared"}]}"#)
        }) { server in
            let accounts = try await graph(at: server).whatsAppAccounts(of: "550028117364209", with: Self.token)
            #expect(accounts.map(\.id) == ["10", "11"])
            #expect(accounts.map(\.ownership) == [.owned, .client])
            #expect(accounts[0].currency == "GBP")
        }
    }

    @Test("a business that may not ask for shared accounts has its own")
    func noSharedAccounts() async throws {
        try await withServer({ request in
            request.path.hasSuffix("/owned_whatsapp_business_accounts")
                ? .text(#"{"data":[{"id":"10"}]}"#)
                : .text(#"{"error":{"message":"(#10) no","code":10}}"#, status: 403)
        }) { server in
            let accounts = try await graph(at: server).whatsAppAccounts(of: "5", with: Self.token)
            #expect(accounts.map(\.id) == ["10"])
        }
    }

    @Test("a shared list that fails for another reason fails")
    func sharedAccountsFail() async throws {
        try await withServer({ request in
            request.path.hasSuffix("/owned_whatsapp_business_accounts")
                ? .text(#"{"data":[{"id":"10"}]}"#)
                : .text(#"{"error":{"message":"expired","code":190}}"#, status: 401)
        }) { server in
            let client = graph(at: server)
            let failure = await #expect(throws: GraphFailure.self) {
                try await client.whatsAppAccounts(of: "5", with: Self.token)
            }
            #expect(failure?.isAuthenticationFailure == true)
        }
    }

    @Test("phone numbers are read with all that they tell")
    func phoneNumbers() async throws {
        let answer = #"""
            {"data":[{"id":"615520938471206","display_phone_number":"+44 20 7946 0155","verified_name":"Harbour Works",
            "quality_rating":"GREEN","status":"CONNECTED","name_status":"APPROVED","throughput":{"level":"STANDARD"},
            "code_verification_status":"VERIFIED","whatsapp_business_manager_messaging_limit":"TIER_1K","new_key":[1]},
            {"id":7,"display_phone_number":"442079460188"}]}
            """#
        try await withServer({ _ in .text(answer) }) { server in
            let numbers = try await graph(at: server).phoneNumbers(of: "730119284455021", with: Self.token)
            #expect(numbers.map(\.phoneNumber) == ["+442079460155", "+442079460188"])
            #expect(numbers[0].qualityRating == "GREEN")
            #expect(numbers[0].messagingLimit == "TIER_1K")
            #expect(numbers[0].throughputLevel == "STANDARD")
            #expect(numbers[1].id == "7")
            #expect(numbers[1].verifiedName == nil)
            #expect(server.requests[0].path == "/v25.0/730119284455021/phone_numbers")
            #expect(server.requests[0].query["fields"]?.contains("quality_rating") == true)
        }
    }

    @Test("a code is exchanged and a token extended in the body of a POST")
    func tokens() async throws {
        try await withServer({ request in
            request.form["grant_type"] == nil
                ? .text(#"{"access_token":"short","token_type":"bearer","expires_in":3600}"#)
                : .text(#"{"access_token":"long","token_type":"bearer"}"#)
        }) { server in
            let client = graph(at: server)
            let short = try await client.exchange(code: "AQ#_=_", redirectURI: "https://x.test/cb?a=1")
            #expect(short.token == GraphToken("short"))
            #expect(short.lifetime == .seconds(3600))
            let long = try await client.extend(short.token)
            #expect(long.token == GraphToken("long"))
            #expect(long.lifetime == nil)

            let forms = server.requests.map(\.form)
            #expect(server.requests.allSatisfy { $0.method == "POST" && $0.target == "/v25.0/oauth/access_token" })
            #expect(forms[0]["client_id"] == "4470019287365510")
            #expect(forms[0]["client_secret"] == "sandbox-app-secret")
            #expect(forms[0]["code"] == "AQ#_=_")
            #expect(forms[0]["redirect_uri"] == "https://x.test/cb?a=1")
            #expect(forms[1]["fb_exchange_token"] == "short")
            #expect(server.requests.allSatisfy { $0.header("authorization") == nil })
        }
    }

    @Test("a token is inspected with the app's own token")
    func debugToken() async throws {
        let answer = #"""
            {"data":{"app_id":"4470019287365510","type":"SYSTEM_USER","expires_at":0,"data_access_expires_at":1803000000,
            "is_valid":true,"scopes":["whatsapp_business_management","whatsapp_business_messaging","public_profile"],
            "granular_scopes":[{"scope":"whatsapp_business_management","target_ids":["730119284455021"]},
            {"scope":"whatsapp_business_messaging"}],"user_id":"122100000000004411"}}
            """#
        try await withServer({ _ in .text(answer) }) { server in
            let inspection = try await graph(at: server).debugToken(Self.token)
            #expect(inspection.isValid)
            #expect(inspection.expiresAt == nil)
            #expect(inspection.dataAccessExpiresAt?.timeIntervalSince1970 == 1_803_000_000)
            #expect(inspection.targets(of: "whatsapp_business_management") == ["730119284455021"])
            #expect(inspection.targets(of: "whatsapp_business_messaging") == nil)
            #expect(inspection.targets(of: "public_profile") == nil)
            #expect(inspection.targets(of: "pages_messaging") == [])
            #expect(inspection.userID == "122100000000004411")

            let request = try #require(server.requests.first)
            #expect(request.target == "/v25.0/debug_token")
            #expect(request.header("authorization") == "Bearer 4470019287365510|sandbox-app-secret")
            #expect(request.form["input_token"] == "EAAsandboxtoken123")
            #expect(request.form["method"] == "get")
        }
    }

    @Test("a dead token is an answer")
    func deadToken() async throws {
        let answer = #"{"data":{"is_valid":false,"error":{"code":190,"message":"changed","subcode":460},"scopes":[]}}"#
        try await withServer({ _ in .text(answer) }) { server in
            let inspection = try await graph(at: server).debugToken(Self.token)
            #expect(!inspection.isValid)
            #expect(inspection.error?.rule?.name == "Password changed")
        }
    }

    @Test("a text is sent as WhatsApp wants it")
    func sendText() async throws {
        let answer = #"""
            {"messaging_product":"whatsapp","contacts":[{"input":"+44 7700 900417","wa_id":"447700900417"}],
            "messages":[{"id":"wamid.HQQYDsandbox"}]}
            """#
        try await withServer({ _ in .text(answer) }) { server in
            let text = WhatsAppSend(
                to: .number("+447700900417"), .text("Zoë’s kettle \u{1F600} </>", showsPreview: true),
                replyTo: "wamid.A==", callbackData: "outbox-77120")
            let accepted = try await graph(at: server).send(text, from: "615520938471206", with: Self.token)
            #expect(accepted.id == "wamid.HQQYDsandbox")
            #expect(accepted.waID == "447700900417")
            #expect(accepted.status == nil)

            let request = try #require(server.requests.first)
            #expect(request.method == "POST")
            #expect(request.path == "/v25.0/615520938471206/messages")
            #expect(request.header("content-type") == "application/json")
            #expect(request.query == ["appsecret_proof": Self.proof])
            let expected: JSON = [
                "messaging_product": "whatsapp", "recipient_type": "individual", "to": "+447700900417", "type": "text",
                "text": ["body": "Zoë’s kettle \u{1F600} </>", "preview_url": true],
                "context": ["message_id": "wamid.A=="], "biz_opaque_callback_data": "outbox-77120",
            ]
            #expect(try JSON.parse(request.body) == expected)
        }
    }

    @Test("subscriptions and reading are confirmed, or fail")
    func confirmations() async throws {
        let success = Mutex(true)
        try await withServer({ _ in .text(#"{"success":\#(success.withLock { $0 })}"#) }) { server in
            let client = graph(at: server)
            func all() async -> [Result<Void, GraphFailure>] {
                var results: [Result<Void, GraphFailure>] = []
                func note(_ call: () async throws(GraphFailure) -> Void) async {
                    do throws(GraphFailure) { results.append(.success(try await call())) } catch {
                        results.append(.failure(error))
                    }
                }
                await note { () throws(GraphFailure) in
                    try await client.subscribe(toWhatsAppAccount: "7/../8", with: Self.token)
                }
                await note { () throws(GraphFailure) in
                    try await client.subscribeApp(
                        to: "whatsapp_business_account", fields: ["messages", "account_update"],
                        callbackURL: "https://x.test/api/webhooks/abc", verifyToken: Secret("hush"))
                }
                await note { () throws(GraphFailure) in
                    try await client.markRead("wamid.1", from: "6", with: Self.token)
                }
                await note { () throws(GraphFailure) in try await client.revoke(Self.token) }
                await note { () throws(GraphFailure) in
                    try await client.unsubscribe(fromWhatsAppAccount: "7", with: Self.token)
                }
                return results
            }
            for result in await all() { #expect(throws: Never.self) { try result.get() } }
            #expect(server.requests.map(\.method) == ["POST", "POST", "POST", "DELETE", "DELETE"])
            // An id stays one segment of the path, whatever it holds.
            #expect(server.requests[0].path == "/v25.0/7%2F..%2F8/subscribed_apps")
            #expect(server.requests[1].path == "/v25.0/4470019287365510/subscriptions")
            #expect(server.requests[1].header("authorization") == "Bearer 4470019287365510|sandbox-app-secret")
            #expect(server.requests[1].form["fields"] == "messages,account_update")
            #expect(server.requests[1].form["verify_token"] == "hush")
            success.withLock { $0 = false }
            for result in await all() { #expect(throws: GraphFailure.self) { try result.get() } }
        }
    }

    @Test("the app's subscriptions are listed")
    func appSubscriptions() async throws {
        let answer = #"""
            {"data":[{"object":"page","callback_url":"https://x.test/","active":true,
            "fields":[{"name":"messages","version":"v25.0"},"messaging_postbacks"]}]}
            """#
        try await withServer({ _ in .text(answer) }) { server in
            let subscriptions = try await graph(at: server).appSubscriptions()
            #expect(subscriptions.map(\.object) == ["page"])
            #expect(subscriptions[0].isActive)
            #expect(subscriptions[0].fields == ["messages", "messaging_postbacks"])
        }
    }

    @Test("no secret is in any URL, description or failure")
    func secretsStayHidden() async throws {
        let secrets = ["EAAsandboxtoken123", "sandbox-app-secret", "hushcode", "hushverify"]
        let failing = Mutex(false)
        try await withServer({ request in
            failing.withLock { $0 }
                ? .text("<html>\(request.header("authorization") ?? "")</html>", status: 502)
                : .text(#"{"data":[],"id":"1","success":true,"access_token":"EAAsandboxtoken123"}"#)
        }) { server in
            let client = graph(at: server)
            var shown: [String] = []
            for pass in 0..<2 {
                failing.withLock { $0 = pass == 1 }
                func note<T>(_ call: () async throws -> T) async {
                    do { shown.append("\(String(reflecting: try await call()))") } catch {
                        shown.append("\(error) \(String(reflecting: error))")
                    }
                }
                await note { try await client.me(with: Self.token) }
                await note { try await client.permissions(with: Self.token) }
                await note { try await client.businesses(with: Self.token) }
                await note { try await client.whatsAppAccounts(of: "1", with: Self.token) }
                await note { try await client.phoneNumbers(of: "1", with: Self.token) }
                await note { try await client.exchange(code: "hushcode", redirectURI: nil) }
                await note { try await client.extend(Self.token) }
                await note { try await client.debugToken(Self.token) }
                await note { try await client.revoke(Self.token) }
                await note { try await client.appSubscriptions() }
                await note {
                    try await client.subscribeApp(
                        to: "page", fields: ["messages"], callbackURL: "https://x.test",
                        verifyToken: Secret("hushverify"))
                }
                await note { try await client.subscribe(toWhatsAppAccount: "1", with: Self.token) }
                await note { try await client.subscribedApps(ofWhatsAppAccount: "1", with: Self.token) }
                await note { try await client.unsubscribe(fromWhatsAppAccount: "1", with: Self.token) }
                await note { try await client.send(WhatsAppSend(to: .number("+1"), .text("x", showsPreview: false)), from: "1", with: Self.token) }
                await note { try await client.markRead("w", from: "1", with: Self.token) }
            }
            var dumped = ""
            dump(client, to: &dumped)
            dump(Self.token, to: &dumped)
            dump(client.appToken, to: &dumped)
            shown += ["\(client)", "\(Self.token)", String(reflecting: client), String(reflecting: Self.token), dumped]
            #expect(server.requests.count >= 32)
            for secret in secrets {
                #expect(!shown.contains { $0.contains(secret) })
                #expect(!server.requests.contains { $0.target.contains(secret) })
            }
        }
    }
}
