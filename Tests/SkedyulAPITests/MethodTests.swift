import Foundation
import IntegrationKit
import Testing

import SkedyulAPI

@Suite("Methods of the Core API", .timeLimit(.minutes(10)))
struct MethodTests {
    private static func pet(_ chip: String, _ more: JSONObject = [:]) -> CoreDraft {
        var values: JSONObject = ["chip": .string(chip)]
        for (key, value) in more { values[key] = value }
        return CoreDraft(values: values)
    }

    @Test("instances are created, read, changed and deleted; secrets come only when asked for")
    func instances() async throws {
        try await FakePlatform.run { platform in
            let access = try await platform.install().access
            var draft = Self.pet("7", ["name": "Bo", "age": 4])
            draft.variables = Secret(["PIN": "1234"])
            let made = try await access.createInstance(draft, of: "pet")
            #expect(made.values == ["chip": "7", "name": "Bo", "age": 4] && made.variables == nil)
            #expect(try await access.instance(made.id, of: "pet")?.variables == nil)
            let whole = try #require(try await access.instance(made.id, of: "pet", withSecrets: true))
            #expect(whole.variables?.expose() == ["PIN": "1234"] && !"\(whole)".contains("1234"))
            let changed = try await access.updateInstance(made.id, CoreDraft(values: ["name": .null]), of: "pet")
            #expect(changed.values == ["chip": "7", "age": 4])
            #expect(try await access.deleteInstance(made.id, of: "pet"))
            #expect(try await !access.deleteInstance(made.id, of: "pet"))
            #expect(try await access.instance(made.id, of: "pet") == nil)
        }
    }

    @Test("a list is read to its end, page by page, and filtered")
    func paging() async throws {
        try await FakePlatform.run { platform in
            let access = try await platform.install().access
            for part in 0..<3 {
                let drafts = (0..<90).map { Self.pet("\(part)-\($0)", ["age": ($0 % 3).json]) }
                #expect(try await access.createInstances(drafts, of: "pet").instances.count == 90)
            }
            #expect(try await Set(access.allInstances(of: "pet").map(\.id)).count == 270)
            let filter = CoreFilter("age", .in, [1, 2])
            #expect(try await access.allInstances(of: "pet", matching: filter).count == 180)
            let failure = await #expect(throws: CoreFailure.self) {
                try await access.allInstances(of: "pet", maximum: 150)
            }
            #expect("\(failure as Any)".contains("more than 150"))
        }
    }

    @Test("pages that repeat themselves are not read without an end")
    func endlessPages() async throws {
        try await withServer({ _ in
            .text(#"{"success":true,"data":[{"id":"a"},{"id":"b"}],"pagination":{"hasMore":true}}"#)
        }) { server in
            let failure = await #expect(throws: CoreFailure.self) { try await access(at: server).allInstances(of: "pet") }
            #expect("\(failure as Any)".contains("repeat themselves"))
            #expect(server.requests.count == 2)
        }
    }

    @Test("of many writes those that were refused are told, beside those that were made")
    func many() async throws {
        try await FakePlatform.run { platform in
            let access = try await platform.install().access
            _ = try await access.createInstance(Self.pet("2"), of: "pet")
            let created = try await access.createInstances([Self.pet("1"), Self.pet("2"), Self.pet("3")], of: "pet")
            #expect(created.problems.map(\.index) == [1])
            #expect(created.matched(to: 3)?.map { $0?.values["chip"]?.stringValue } == ["1", nil, "3"])
            let upserted = try await access.upsertInstances(
                [Self.pet("3", ["name": "Cy"]), Self.pet("4")], of: "pet", matching: "chip")
            #expect(upserted.instances.map(\.isNew) == [false, true] && upserted.problems.isEmpty)
            let ids = upserted.instances.map(\.id)
            let updated = try await access.updateInstances(
                ids.map { (id: $0, draft: CoreDraft(values: ["age": 9])) }, of: "pet")
            #expect(updated.instances.allSatisfy { $0.values["age"] == 9 })
            let gone = try await access.deleteInstances(ids + ["none"], of: "pet")
            #expect(gone.deleted == ids && gone.problems.map(\.index) == [2])
            #expect(try await access.configuredModels(among: ["pet", "none"]) == ["pet"])
            #expect(try await access.isConfigured("account"))
        }
    }

    @Test("channels and messages")
    func channels() async throws {
        try await FakePlatform.run { platform in
            let access = try await platform.install().access
            let made = try await access.createChannel("line", identifier: "+44", name: "Front desk")
            #expect(try await access.channels().map(\.id) == [made.id])
            #expect(try await access.channel(made.id)?.identifier == "+44")
            #expect(try await access.renameChannel(made.id, to: "Back desk").name == "Back desk")
            let file = try await access.upload(Array("x".utf8), name: "x.txt", mimeType: "text/plain")
            let attachment = CoreAttachment(fileID: file, name: "x.txt", mimeType: "text/plain", size: 1)
            let message = try await access.receive(
                CoreInboundMessage(from: "+49", text: "Grüße 👋", remoteID: "r1", attachments: [attachment]), on: made.id)
            try await access.attach([attachment], to: message)
            let kept = try #require(try await platform.list("messages").first)
            #expect(kept["text"] == "Grüße 👋" && kept["remoteId"] == "r1" && kept["from"] == "+49")
            #expect(kept["attachments"]?.arrayValue?.count == 2)
            try await access.removeChannel(made.id)
            #expect(try await access.channels().isEmpty)
            let failure = await #expect(throws: CoreFailure.self) {
                try await access.receive(CoreInboundMessage(from: "+49", text: "x"), on: made.id)
            }
            guard case .refused(let refusal)? = failure else { return #expect(Bool(false)) }
            #expect(refusal.isNotFound)
        }
    }

    @Test("a file is stored and fetched, and its address gets no token")
    func files() async throws {
        try await FakePlatform.run { platform in
            let access = try await platform.install().access
            let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let id = try await access.upload(bytes, name: "ä.bin", mimeType: "application/octet-stream")
            let file = try #require(try await access.file(id))
            #expect(file.size == bytes.count && file.name == "ä.bin")
            #expect(try await access.download(access.link(toFile: id)) == bytes)
            #expect(try await access.file("fl_none") == nil)
        }
    }

    @Test("webhooks, schedules, events, batches and links")
    func registrations() async throws {
        try await FakePlatform.run { platform in
            let access = try await platform.install().access
            let webhook = try await access.createWebhook("call_back", context: ["call": "7"], lifetime: .seconds(60))
            let listed = try #require(try await access.webhooks(named: "call_back").first)
            #expect(listed.id == webhook.id && listed.url == webhook.url && listed.context == ["call": "7"])
            #expect(try await access.deleteWebhook(webhook.id))
            #expect(try await !access.deleteWebhook(webhook.id))
            _ = try await access.createWebhook("call_back")
            #expect(try await access.deleteWebhooks(named: "call_back") == 1)

            let schedule = try await access.subscribe("sync", schedule: "0 * * * *", timeZone: "Europe/London")
            #expect(try await access.schedules(of: "sync").map(\.id) == [schedule.id])
            #expect(try await access.unsubscribe(schedule.id))

            try await platform.control("subscribe", ["event": "pet.seen"])
            #expect(try await access.createEvent("pet.seen", payload: ["chip": "7"]) != nil)
            #expect(try await access.createEvent("pet.gone", payload: [:]) == nil)

            #expect(try await access.startBatch("sync_all", entity: "pet").hasPrefix("job"))
            let failure = await #expect(throws: CoreFailure.self) { try await access.startBatch("sync_all", entity: "pet") }
            guard case .refused(let refusal)? = failure else { return #expect(Bool(false)) }
            #expect(refusal.isConflict)
            #expect(try await access.linkResource("contact", to: "mdl_1").hasPrefix("inst"))
        }
    }

    @Test("steps of the setup")
    func setup() async throws {
        try await FakePlatform.run { platform in
            let access = try await platform.install().access
            try await platform.control("steps", [
                "steps": ["connect": [
                    "id": "s1", "handle": "connect", "kind": "ENV", "status": "PENDING", "sortOrder": 1, "label": "Connect",
                    "description": .null, "requires": [], "config": ["envKeys": ["A"]], "metadata": .null,
                ]],
                "capabilities": ["google.connected": true, "google.calendar": false],
            ])
            let step = try #require(try await access.setupSteps().first)
            #expect(step.status == .pending && step.kind == "ENV" && step.config == ["envKeys": ["A"]])
            try await access.completeSetupStep("connect", metadata: ["by": "test"])
            #expect(try await access.setupStep("connect")?.status == .ready)
            try await access.invalidateSetupStep("connect", reason: "changed")
            try await access.skipSetupStep("connect")
            #expect(try await access.setupStep("connect")?.status == .skipped)
            #expect(try await access.capabilities() == [Capability("google.connected")])
            #expect(try await access.reconcileSetup() == 0)
        }
    }

    @Test("calls, language models and reports")
    func services() async throws {
        try await FakePlatform.run { platform in
            let access = try await platform.install().access
            let channel = try await access.createChannel("line", identifier: "+44", name: "Desk")
            let session = try await access.startCall(
                NewCall(channel: ChannelID(channel.id), from: "+49", to: "+44", externalID: "CA1"))
            try await access.append(TranscriptPart(content: "Hello", track: .inbound), toCall: session.id)
            try await access.endCall(session.id, CallEnd(duration: .seconds(3), endedAt: Date(), recordingURL: nil))
            #expect(try await access.summary(ofCall: session.id) == nil)
            #expect(
                try await access.generateObject(AIRequest(system: "s", prompt: "p", schema: ["type": "object"])) == [:])
            #expect(try await access.report("monthly", arguments: ["month": 3]) == .html("<h1>monthly</h1>"))
        }
    }
}
