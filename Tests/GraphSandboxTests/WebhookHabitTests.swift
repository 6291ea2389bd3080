import Foundation
import Testing

@testable import GraphSandbox

@Suite("Habits of webhooks", .timeLimit(.minutes(10)))
struct WebhookHabitTests {
    /// A sandbox whose webhooks go to a receiver.
    private func run(
        _ body: @Sendable @escaping (SandboxHarness, Receiver, String) async throws -> Void
    ) async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                let token = try await sandbox.login()
                try await sandbox.subscribe(receiver, token: token)
                try await body(sandbox, receiver, token)
            }
        }
    }

    private func texts(_ receiver: Receiver) -> [String] {
        receiver.events.flatMap(\.entries).compactMap { entry in
            let change = (entry["changes"] as? [[String: Any]])?.first?["value"] as? [String: Any]
            let message = (change?["messages"] as? [[String: Any]])?.first
            return (message?["text"] as? [String: Any])?["body"] as? String
        }
    }

    @Test("what waits together comes together, signed as one")
    func batches() async throws {
        try await run { sandbox, receiver, _ in
            try await sandbox.control("webhooks", #"{"paused":true,"batch":3}"#)
            for text in ["1", "2", "3", "4"] { try await sandbox.write(text) }
            #expect(receiver.events.isEmpty)
            try await sandbox.control("webhooks", #"{"paused":false}"#)
            try await receiver.wait(for: 2)
            #expect(receiver.events.map(\.entries.count) == [3, 1])
            #expect(texts(receiver) == ["1", "2", "3", "4"])
            #expect(receiver.events.allSatisfy { $0.isSignatureRight })
            let rows = try await sandbox.deliveries()
            #expect(rows.allSatisfy { $0["state"] as? String == "delivered" })
        }
    }

    @Test("webhooks come twice, out of order, and late when a test says so")
    func disorder() async throws {
        try await run { sandbox, receiver, _ in
            try await sandbox.control("webhooks", #"{"paused":true,"reorder":true}"#)
            for text in ["1", "2"] { try await sandbox.write(text) }
            try await sandbox.control("webhooks", #"{"paused":false,"reorder":false,"duplicate":true}"#)
            try await receiver.wait(for: 2)
            #expect(texts(receiver) == ["2", "1"])
            try await sandbox.write("3")
            try await receiver.wait(for: 4)
            #expect(texts(receiver).suffix(2) == ["3", "3"])
            #expect(receiver.events[2].body == receiver.events[3].body)
            try await sandbox.control("webhooks", #"{"duplicate":false,"delay":1000}"#)
            try await sandbox.write("4")
            let waiting = try await sandbox.get("/sandbox/deliveries").rows.last
            #expect(waiting?["state"] as? String == "waiting")
        }
    }

    @Test(
        "signatures can be missing, wrong, another app's, or only the old one",
        arguments: WebhookHabits.Signature.allCases)
    func signatures(signature: WebhookHabits.Signature) async throws {
        try await run { sandbox, receiver, _ in
            try await sandbox.control("webhooks", #"{"signature":"\#(signature.rawValue)"}"#)
            try await sandbox.write("x")
            try await receiver.wait(for: 1)
            let event = receiver.events[0]
            #expect(event.isSignatureRight == (signature == .valid))
            #expect(event.signature256.isEmpty == (signature == .missing || signature == .sha1Only))
            #expect(event.signature1.isEmpty == (signature == .missing))
        }
    }

    @Test("bodies can be unescaped, and full of keys that nobody knows")
    func spellings() async throws {
        try await run { sandbox, receiver, _ in
            try await sandbox.control("webhooks", #"{"unescaped":true,"unknown_keys":true}"#)
            try await sandbox.write("Zoë \"/\" 🫖")
            try await receiver.wait(for: 1)
            #expect(receiver.events[0].text.contains("Zoë \\\"/\\\" 🫖"))
            #expect(receiver.events[0].message?["sandbox_unknown_key"] != nil)
            #expect(texts(receiver) == ["Zoë \"/\" 🫖"])
            #expect(receiver.events[0].isSignatureRight)
        }
    }

    @Test("any webhook can be sent, also of a field that does not exist")
    func anything() async throws {
        try await run { sandbox, receiver, _ in
            try await sandbox.control(
                "webhooks/send",
                #"{"id":"\#(SandboxHarness.account)","field":"telepathy","value":{"thought":"hmm"}}"#)
            try await receiver.wait(for: 1)
            #expect(receiver.events[0].field == "telepathy")
            #expect(receiver.events[0].changeValue["thought"] as? String == "hmm")
        }
    }
}

@Suite("What people do", .timeLimit(.minutes(10)))
struct PeopleTests {
    private static let ends = #""person":"\#(SandboxHarness.imogen)","number":"\#(SandboxHarness.number)""#

    /// What is sent, and the reference sample whose shape the webhook must have.
    static let kinds: [(sample: String, path: String, json: String)] = [
        ("whatsapp_text", "messages", #""text":"hi""#),
        (
            "whatsapp_location", "messages",
            #""location":{"latitude":51.5,"longitude":-0.12,"name":"Shop","address":"Mill Rd"}"#
        ),
        ("whatsapp_image", "messages", #""media":{"kind":"image","data":"/9j/4AA=","caption":"c"}"#),
        ("whatsapp_audio_voice", "messages", #""media":{"kind":"audio","data":"T2dnUw==","voice":true}"#),
        ("whatsapp_video", "messages", #""media":{"kind":"video","data":"AAAA","caption":"c"}"#),
        (
            "whatsapp_document", "messages",
            #""media":{"kind":"document","data":"JVBERg==","filename":"a.pdf","caption":"c"}"#
        ),
        ("whatsapp_sticker", "messages", #""media":{"kind":"sticker","data":"UklGRgAAAABXRUJQ"}"#),
        ("whatsapp_reaction", "messages", #""reaction":{"message_id":"wamid.x","emoji":"👍"}"#),
        ("whatsapp_reaction_removed", "messages", #""reaction":{"message_id":"wamid.x"}"#),
        (
            "whatsapp_order", "messages",
            #""order":{"note":"gift","items":[{"product":"kettle-17","quantity":2,"price":34.5,"currency":"GBP"}]}"#
        ),
        ("whatsapp_unsupported", "messages", #""unsupported":"poll""#),
        ("whatsapp_interactive_nfm_reply", "messages", #""form":{"response_json":"{}"}"#),
        ("whatsapp_system_number_change", "system", #""type":"user_changed_number""#),
        ("whatsapp_system_user_id_change", "system", #""type":"user_changed_user_id""#),
        ("whatsapp_system_identity_changed", "system", #""type":"customer_identity_changed""#),
        ("whatsapp_user_preferences_stop", "marketing", #""stopped":true"#),
    ]

    @Test(
        "every kind has the shape of the reference's sample",
        .enabled(
            if: ProcessInfo.processInfo.environment["INTEGRATIONKIT_WEBHOOK_SAMPLES"] != nil,
            "INTEGRATIONKIT_WEBHOOK_SAMPLES names the folder of samples"),
        arguments: Self.kinds.indices)
    func shapes(index: Int) async throws {
        let (sample, path, json) = Self.kinds[index]
        let folder = try #require(ProcessInfo.processInfo.environment["INTEGRATIONKIT_WEBHOOK_SAMPLES"])
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(sample).json"))
        let expected = Self.shape(try JSONSerialization.jsonObject(with: data))
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                try await sandbox.subscribeAll("whatsapp_business_account", receiver)
                let answer = try await sandbox.control(path, "{\(Self.ends),\(json)}")
                #expect(answer.status == 200, "\(answer.text)")
                try await receiver.wait(for: 1)
                let found = Self.shape(receiver.events[0].json)
                // Meta's samples carry what is optional; the sandbox must invent no key that they do not know.
                let invented = found.subtracting(expected).filter { !$0.contains(".contacts[].user_id") }
                #expect(invented.isEmpty, "\(invented.sorted())")
                let optional = [
                    "url", "context", "description", "title", "payment", "forwarded", "from_user_id", "animated",
                ]
                let missing = expected.subtracting(found).filter { path in
                    !optional.contains { path.contains(".\($0)") }
                }
                #expect(missing.isEmpty, "\(missing.sorted())")
            }
        }
    }

    /// Paths of all keys, with the type of each value.
    private static func shape(_ value: Any, at path: String = "") -> Set<String> {
        switch value {
        case let object as [String: Any]:
            object.reduce(into: Set<String>()) { $0.formUnion(shape($1.value, at: path + "." + $1.key)) }
        case let list as [Any]: list.reduce(into: Set<String>()) { $0.formUnion(shape($1, at: path + "[]")) }
        case is String: [path + ": text"]
        default: [path + ": number"]
        }
    }

    @Test("a text is changed and taken back: the app is told of both with the original's id")
    func changes() async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                try await sandbox.subscribeAll("whatsapp_business_account", receiver)
                let id = try await sandbox.write("blue")
                try await sandbox.control("edit", #"{\#(Self.ends),"message":"\#(id)","text":"green"}"#)
                try await sandbox.control("delete", #"{\#(Self.ends),"message":"\#(id)"}"#)
                try await receiver.wait(for: 3)
                let edit = receiver.events[1].message?["edit"] as? [String: Any]
                #expect(edit?["original_message_id"] as? String == id)
                let revoke = receiver.events[2].message?["revoke"] as? [String: Any]
                #expect(revoke?["original_message_id"] as? String == id)
                let page = try await sandbox.get("/phone/\(SandboxHarness.imogen)/\(SandboxHarness.number)")
                #expect(page.text.contains("This message was taken back."))
                #expect(!page.text.contains(">green<"))
            }
        }
    }

    @Test("what the control API does not understand is said")
    func refusals() async throws {
        try await SandboxHarness.run { sandbox in
            for json in [
                "{}", "{\(Self.ends)}", #"{\#(Self.ends),"text":"a","reaction":{}}"#,
                #"{\#(Self.ends),"media":{"kind":"poem"}}"#, #"{\#(Self.ends),"press":{"title":"none"}}"#,
                #"{"person":"447700900999","number":"\#(SandboxHarness.page)","text":"x"}"#,
            ] {
                let answer = try await sandbox.control("messages", json)
                #expect(answer.status == 400, "\(json)")
            }
        }
    }
}
