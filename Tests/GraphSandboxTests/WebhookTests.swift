import Foundation
import Testing

@testable import GraphSandbox

@Suite("Webhooks", .timeLimit(.minutes(10)))
struct WebhookTests {
    @Test("a callback that fails the verification is not subscribed")
    func verification() async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                let path = "/v25.0/\(SandboxHarness.appID)/subscriptions"
                func subscribe(_ url: String, verifyToken: String, fields: String = "messages") async throws
                    -> SandboxHarness.Answer
                {
                    try await sandbox.postForm(
                        path,
                        [
                            ("object", "whatsapp_business_account"), ("callback_url", url),
                            ("verify_token", verifyToken), ("fields", fields),
                        ], token: SandboxHarness.appToken)
                }
                let wrong = try await subscribe(receiver.url, verifyToken: "wrong")
                #expect((wrong.status, wrong.code) == (400, 2200))
                #expect(try await subscribe("http://127.0.0.1:1/none", verifyToken: "x").code == 2200)
                #expect(try await subscribe("http://example.com/plain", verifyToken: "x").code == 100)
                let messenger = try await subscribe(
                    receiver.url, verifyToken: Receiver.verifyToken, fields: "messages,message_deliveries")
                #expect(messenger.code == 100)
                #expect(messenger.string("error", "message")?.contains("message_deliveries") == true)
                #expect(try await sandbox.get(path, token: SandboxHarness.appToken).rows.isEmpty)

                let right = try await subscribe(receiver.url, verifyToken: Receiver.verifyToken)
                #expect(right["success"] as? Bool == true)
                let rows = try await sandbox.get(path, token: SandboxHarness.appToken).rows
                #expect(rows.first?["callback_url"] as? String == receiver.url)
                #expect(try await sandbox.get(path, token: try await sandbox.login()).code == 15)

                _ = try await sandbox.send(
                    "DELETE", path + "?object=whatsapp_business_account", token: SandboxHarness.appToken)
                #expect(try await sandbox.get(path, token: SandboxHarness.appToken).rows.isEmpty)
            }
        }
    }

    @Test("nothing is delivered unless the app and the account are both subscribed")
    func bothLevels() async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                let token = try await sandbox.login()
                try await sandbox.write("nobody hears this")
                try await sandbox.subscribe(receiver, token: token)
                _ = try await sandbox.send(
                    "DELETE", "/v25.0/\(SandboxHarness.account)/subscribed_apps", token: token)
                try await sandbox.write("nor this")
                try await sandbox.subscribe(receiver, token: token)
                try await sandbox.write("but this")
                try await receiver.wait(for: 1)
                #expect(
                    receiver.events.compactMap { ($0.message?["text"] as? [String: Any])?["body"] as? String } == [
                        "but this"
                    ])
                let deliveries = try await sandbox.deliveries()
                #expect(deliveries.compactMap { $0["state"] as? String } == ["dropped", "dropped", "delivered"])
                let notes = deliveries.compactMap { $0["note"] as? String }
                #expect(notes.first?.contains("no webhook subscription") == true)
                #expect(notes.last?.contains(SandboxHarness.account) == true)
            }
        }
    }

    @Test("an inbound message has Meta's shape and escaped bytes")
    func inbound() async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                try await sandbox.subscribe(receiver, token: try await sandbox.login())
                let id = try await sandbox.write("Smörgås 🥞 https://kök.example/meny", from: "46700000917")
                try await receiver.wait(for: 1)
                let event = receiver.events[0]
                #expect(event.isSignatureRight)
                #expect(event.message?["id"] as? String == id)
                #expect(event.message?["from"] as? String == "46700000917")
                #expect(event.message?["type"] as? String == "text")
                #expect((event.contact?["profile"] as? [String: Any])?["name"] as? String == "Zoë Ångström")
                #expect(event.body.allSatisfy { $0 < 0x80 })
                #expect(event.text.contains(#"Sm\u00f6rg\u00e5s \ud83e\udd5e https:\/\/k\u00f6k.example\/meny"#))
                #expect(
                    event.text.hasPrefix(#"{"object":"whatsapp_business_account","entry":[{"id":"730119284455021""#))
            }
        }
    }

    @Test("a refused webhook is repeated, in order, until it is taken")
    func retries() async throws {
        try await Receiver.run(answers: [500, 302, 200]) { receiver in
            try await SandboxHarness.run(speed: 500) { sandbox in
                try await sandbox.subscribe(receiver, token: try await sandbox.login())
                let first = try await sandbox.write("first")
                let second = try await sandbox.write("second")
                try await receiver.wait(for: 4)
                let ids = receiver.events.compactMap { $0.message?["id"] as? String }
                #expect(ids == [first, first, first, second])
                #expect(receiver.events[0].body == receiver.events[2].body)
                let rows = try await sandbox.deliveries()
                let attempts = (rows.first?["attempts"] as? [[String: Any]])?.compactMap { $0["status"] as? Int }
                #expect(attempts == [500, 302, 200])
            }
        }
    }

    @Test("a person's tick turns when the app has taken the webhook")
    func ticks() async throws {
        try await Receiver.run(answers: [500]) { receiver in
            try await SandboxHarness.run(speed: 0.001) { sandbox in
                try await sandbox.subscribe(receiver, token: try await sandbox.login())
                try await sandbox.write("hello")
                try await receiver.wait(for: 1)
                var rows = try await sandbox.get("/sandbox/messages").rows
                #expect(rows.first?["status"] as? String == "sent")
                // The retry is minutes away at this speed; somebody presses "Try now".
                _ = try await sandbox.deliveries { ($0.first?["attempts"] as? [Any])?.count == 1 }
                _ = try await sandbox.postJSON("/sandbox/deliveries/retry", "{}")
                _ = try await sandbox.deliveries()
                rows = try await sandbox.get("/sandbox/messages").rows
                #expect(rows.first?["status"] as? String == "delivered")
            }
        }
    }

    @Test("an account's own callback takes the place of the app's")
    func accountOverride() async throws {
        try await Receiver.run { main in
            try await Receiver.run { override in
                try await SandboxHarness.run { sandbox in
                    let token = try await sandbox.login()
                    try await sandbox.subscribe(main, token: token)
                    let path = "/v25.0/\(SandboxHarness.account)/subscribed_apps"
                    let refused = try await sandbox.postJSON(
                        path, #"{"override_callback_uri":"\#(override.url)","verify_token":"no"}"#, token: token)
                    #expect(refused.code == 2200)
                    let taken = try await sandbox.postJSON(
                        path,
                        #"{"override_callback_uri":"\#(override.url)","verify_token":"\#(Receiver.verifyToken)"}"#,
                        token: token)
                    #expect(taken["success"] as? Bool == true)
                    let apps = try await sandbox.get(path, token: token)
                    #expect(apps.string("data", 0, "override_callback_uri") == override.url)
                    #expect(apps.string("data", 0, "whatsapp_business_api_data", "id") == SandboxHarness.appID)
                    try await sandbox.write("to the override")
                    try await override.wait(for: 1)
                    #expect(main.events.isEmpty)
                }
            }
        }
    }
}
