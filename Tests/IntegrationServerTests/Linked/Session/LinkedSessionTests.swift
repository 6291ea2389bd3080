import Foundation
import IntegrationKit
import Logging
import SkedyulAPI
import Synchronization
import Testing

@testable import IntegrationServer

@Suite("Units of work on the platform", .timeLimit(.minutes(10)))
struct LinkedSessionTests {
    // MARK: Records

    @Test("nothing is told before the end; reads see the unit's own writes")
    func unitOfWork() async throws {
        try await Zoo.run { zoo in
            let session = try await zoo.session()
            let bo = try await session.write(
                .upsert(["chip": "7", "name": "Bo", "age": 4, "weight": "12.50", "seen_at": "2026-03-01T10:00:00+02:00"]),
                to: Zoo.pet, as: .app)
            _ = try await session.write(.update(id: bo.id, ["age": 5]), to: Zoo.pet, as: .app)
            #expect(try await session.count(of: Zoo.pet, matching: RecordQuery()) == 1)
            let old = RecordQuery(conditions: [.init(field: "age", operator: .greater, value: 4)])
            #expect(try await session.records(of: Zoo.pet, matching: old).map(\.values["name"]) == ["Bo"])
            #expect(try await zoo.platform.instances("pet").isEmpty)
            try await session.finish()

            let kept = try #require(try await zoo.platform.instances("pet").first)
            #expect(kept["data"]?["age"] == 5 && kept["data"]?["weight"] == "12.5")
            #expect(kept["data"]?["seen_at"] == "2026-03-01T08:00:00Z")
            // One call, although it was written twice.
            #expect(try await zoo.writes == ["instance.upsertMany"])
            let id = try #require(kept["id"]?.stringValue)
            #expect(await session.settledIDs.apply(to: ["id": .string(bo.id), "link": .string("/pets/\(bo.id)/x")]) ==
                ["id": .string(id), "link": .string("/pets/\(id)/x")])
        }
    }

    @Test("a handler that fails leaves nothing, and an address that it registered is given back")
    func abandoning() async throws {
        try await Zoo.run { zoo in
            let session = try await zoo.session()
            _ = try await session.write(.upsert(["chip": "7"]), to: Zoo.pet, as: .app)
            let address = try await session.register(
                WebhookRegistrationRequest(webhook: "call_back", data: ["call": "1"], lifetime: .seconds(60)))
            #expect(address.url.hasPrefix("http"))
            #expect(try await zoo.platform.list("webhooks").count == 1)
            await session.abandon()
            #expect(try await zoo.platform.instances("pet").isEmpty)
            #expect(try await zoo.platform.list("webhooks").isEmpty)
            await #expect(throws: PlatformFailure.self) {
                try await session.write(.upsert(["chip": "8"]), to: Zoo.pet, as: .app)
            }
        }
    }

    @Test("an upsert changes what is there, and leaves the workplace's fields alone")
    func upserts() async throws {
        try await Zoo.run { zoo in
            try await zoo.add("pet", ["chip": "7", "name": "Bo", "note": "bites"])
            let session = try await zoo.session()
            let bo = try await session.write(.upsert(["chip": "7", "name": "Bobo"]), to: Zoo.pet, as: .app)
            #expect(bo.values["note"] == "bites")
            let session2 = try await zoo.session()
            // Both find nothing, and both write: the second one changes what the first one has made.
            let one = try await session.write(.upsert(["chip": "8", "name": "One"]), to: Zoo.pet, as: .app)
            let two = try await session2.write(.upsert(["chip": "8", "name": "Two"]), to: Zoo.pet, as: .app)
            try await session.finish()
            try await session2.finish()
            let all = try await zoo.platform.instances("pet")
            #expect(all.map { $0["data"]?["name"] } == ["Bobo", "Two"] && all[0]["data"]?["note"] == "bites")
            #expect(await session.settledIDs[one.id] == session2.settledIDs[two.id])
            #expect(all[1]["data"]?["note"] == nil)
        }
    }

    @Test("fields of the other side, identities and unknown values are refused as everywhere")
    func rules() async throws {
        try await Zoo.run { zoo in
            try await zoo.add("pet", ["chip": "7"])
            let session = try await zoo.session()
            let id = try #require(try await session.records(of: Zoo.pet, matching: RecordQuery()).first?.id)
            await #expect(throws: PlatformFailure.notOwner(model: "pet", field: "note", owner: .workplace)) {
                try await session.write(.update(id: id, ["note": "x"]), to: Zoo.pet, as: .app)
            }
            await #expect(throws: PlatformFailure.notOwner(model: "pet", field: "name", owner: .app)) {
                try await session.write(.update(id: id, ["name": "x"]), to: Zoo.pet, as: .workplace)
            }
            await #expect(throws: PlatformFailure.self) {
                try await session.write(.update(id: id, ["chip": "8"]), to: Zoo.pet, as: .app)
            }
            await #expect(throws: PlatformFailure.self) {
                try await session.write(.create(["chip": "9", "age": "old"]), to: Zoo.pet, as: .app)
            }
            await #expect(throws: PlatformFailure.notFound(what: "Pet", id: "none")) {
                try await session.write(.update(id: "none", ["name": "x"]), to: Zoo.pet, as: .app)
            }
            await #expect(throws: PlatformFailure.self) {
                try await session.write(.create(["pet": "none"]), to: Zoo.visit, as: .app)
            }
            try await session.finish()
            #expect(try await zoo.writes.isEmpty)
        }
    }

    @Test("secrets travel as the instance's variables and never as fields")
    func secrets() async throws {
        try await Zoo.run { zoo in
            let session = try await zoo.session()
            _ = try await session.write(
                .upsert(["chip": "7", "pin": "1234", "codes": ["a", "ä"]]), to: Zoo.pet, as: .app)
            _ = try await session.write(.set(["name": "Zoo", "token": "t0ken"]), to: Zoo.account, as: .app)
            try await session.finish()
            var kept = try #require(try await zoo.platform.instances("pet").first)
            #expect(kept["data"] == ["chip": "7"] && kept["env"] == ["PIN": "1234", "CODES": #"["a","ä"]"#])

            let next = try await zoo.session()
            let bo = try #require(try await next.records(of: Zoo.pet, matching: RecordQuery()).first)
            #expect(bo.values["pin"] == "1234" && bo.values["codes"] == ["a", "ä"])
            _ = try await next.write(.update(id: bo.id, ["pin": .null]), to: Zoo.pet, as: .app)
            _ = try await next.write(.set(["name": "Zoo 2"]), to: Zoo.account, as: .app)
            try await next.finish()
            kept = try #require(try await zoo.platform.instances("pet").first)
            #expect(kept["env"] == ["PIN": "", "CODES": #"["a","ä"]"#])
            let account = try await zoo.platform.instances("account")
            #expect(account.count == 1 && account[0]["env"] == ["TOKEN": "t0ken"])
            #expect(account[0]["data"] == ["name": "Zoo 2"])
            let last = try await zoo.session()
            #expect(try await last.records(of: Zoo.pet, matching: .id(bo.id)).first?.values["pin"] == nil)
        }
    }

    @Test("queries follow our rules where the platform's differ, past its pages, in our order")
    func queries() async throws {
        try await Zoo.run { zoo in
            for number in 0..<130 {
                try await zoo.add("pet", [
                    "chip": .string("c\(number)"), "name": .string(number % 2 == 0 ? "Äb" : "äB"), "age": number.json,
                    "weight": .string(number < 10 ? "9" : "10.0"),
                ])
            }
            let session = try await zoo.session()
            func found(_ field: String, _ operator: RecordQuery.Condition.Operator, _ value: JSON) async throws -> Int {
                let query = RecordQuery(conditions: [.init(field: field, operator: `operator`, value: value)])
                let count = try await session.count(of: Zoo.pet, matching: query)
                #expect(try await session.records(of: Zoo.pet, matching: query).count == min(count, 100))
                return count
            }
            // The platform searches without regard to case.
            #expect(try await found("name", .contains, "äB") == 65)
            // As texts, 9 were more than 10.
            #expect(try await found("weight", .greater, "9.5") == 120)
            #expect(try await found("weight", .equal, "10") == 120)
            #expect(try await found("age", .lessOrEqual, 3) == 4)
            #expect(try await found("age", .isIn, [1, 2, 500]) == 2)
            #expect(try await found("age", .notEqual, 3) == 129)
            #expect(try await found("tame", .notEqual, true) == 130)
            #expect(try await found("tame", .equal, true) == 0)
            #expect(try await found("name", .equal, .null) == 0)
            let page = RecordQuery(order: [.init(field: "age", descending: true)], limit: 2, offset: 126)
            #expect(try await session.records(of: Zoo.pet, matching: page).map { $0.values["age"] } == [3, 2])
            await #expect(throws: PlatformFailure.self) { try await found("pin", .equal, "1") }
        }
    }

    @Test("instances of an identity of several fields, and what refers to what is new in the same unit")
    func references() async throws {
        try await Zoo.run { zoo in
            let session = try await zoo.session()
            let keeper = try await session.write(
                .upsert(["house": "cats", "number": 1, "name": "Al"]), to: Zoo.keeper, as: .app)
            let same = try await session.write(
                .upsert(["house": "cats", "number": 1, "name": "Ali"]), to: Zoo.keeper, as: .app)
            #expect(same.id == keeper.id)
            let bo = try await session.write(
                .upsert(["chip": "7", "keeper": .string(keeper.id)]), to: Zoo.pet, as: .app)
            for place in ["A", "B"] {
                _ = try await session.write(
                    .create(["pet": .string(bo.id), "place": .string(place)]), to: Zoo.visit, as: .app)
            }
            try await session.finish()
            let keepers = try await zoo.platform.instances("keeper")
            let pets = try await zoo.platform.instances("pet")
            let visits = try await zoo.platform.instances("visit")
            #expect(keepers.map { $0["data"]?["name"] } == ["Ali"])
            #expect(pets.map { $0["data"]?["keeper"] } == [keepers[0]["id"]])
            #expect(visits.map { $0["data"]?["pet"] } == [pets[0]["id"], pets[0]["id"]])
            #expect(try await zoo.writes == ["instance.create", "instance.upsertMany", "instance.createMany"])

            // What goes, goes with what refers to it; what it is known under since is the same.
            let next = try await zoo.session()
            #expect(try await next.delete(pets[0]["id"]?.stringValue ?? "", from: Zoo.pet))
            #expect(try await next.records(of: Zoo.visit, matching: RecordQuery()).isEmpty)
            try await next.finish()
            #expect(try await zoo.platform.instances("visit").isEmpty)
            #expect(try await zoo.platform.instances("pet").isEmpty)
        }
    }

    @Test("a handler that brings many instances up to date asks and tells a few times, not once for each")
    func manyUpserts() async throws {
        try await Zoo.run { zoo in
            for number in 0..<120 { try await zoo.add("pet", ["chip": .string("c\(number)"), "note": "old"]) }
            let session = try await zoo.session()
            for number in 0..<240 {
                _ = try await session.write(
                    .upsert(["chip": .string("c\(number)"), "age": number.json]), to: Zoo.pet, as: .app)
            }
            _ = try await session.write(.upsert(["chip": "c7", "age": 700]), to: Zoo.pet, as: .app)
            try await session.finish()
            let pets = try await zoo.platform.instances("pet")
            #expect(pets.count == 240 && pets[7]["data"] == ["chip": "c7", "note": "old", "age": 700])
            #expect(pets[0..<120].allSatisfy { $0["data"]?["note"] == "old" && $0["data"]?["age"] != nil })
            let calls = try await zoo.platform.calls
            #expect(calls.filter { $0 == "instance.list" }.count <= 10)
            #expect(try await zoo.writes.count == 4)
        }
    }

    @Test("after a commit in between, instances are known under the id that they had and the one that they have")
    func commitInBetween() async throws {
        try await Zoo.run { zoo in
            let session = try await zoo.session()
            let bo = try await session.write(.upsert(["chip": "7"]), to: Zoo.pet, as: .app)
            try await session.commit()
            #expect(try await zoo.platform.instances("pet").count == 1)
            let present = try #require(try await session.records(of: Zoo.pet, matching: .id(bo.id)).first)
            #expect(present.id != bo.id)
            _ = try await session.write(.update(id: bo.id, ["name": "Bo"]), to: Zoo.pet, as: .app)
            #expect(try await session.delete(bo.id, from: Zoo.pet))
            try await session.finish()
            #expect(try await zoo.platform.instances("pet").isEmpty)
        }
    }

    // MARK: Failures

    @Test("a platform that fails at once has changed nothing; one that fails on the way says that a part is done")
    func partial() async throws {
        try await Zoo.run { zoo in
            func written() async throws -> LinkedSession {
                let session = try await zoo.session()
                _ = try await session.write(.upsert(["chip": "7"]), to: Zoo.pet, as: .app)
                _ = try await session.write(.create(["place": "A"]), to: Zoo.visit, as: .app)
                return session
            }
            try await zoo.platform.fault("instance.upsertMany", "429", times: 3)
            let first = try await written()
            let failure = await #expect(throws: PlatformFailure.self) { try await first.finish() }
            guard case .unavailable? = failure else { return #expect(Bool(false), "\(failure as Any)") }

            try await zoo.platform.fault("instance.create", "500")
            let second = try await written()
            let other = await #expect(throws: PlatformFailure.self) { try await second.finish() }
            guard case .unfinished? = other else { return #expect(Bool(false), "\(other as Any)") }
            #expect(try await zoo.platform.instances("pet").count == 1)
            #expect(try await zoo.platform.instances("visit").isEmpty)

            // Doing it all again does what is left.
            try await written().finish()
            #expect(try await zoo.platform.instances("pet").count == 1)
            #expect(try await zoo.platform.instances("visit").count == 1)
        }
    }

    @Test("an answer that is lost after a write that may be done twice costs nothing", arguments: ["lost", "truncated", "html"])
    func lostAnswers(kind: String) async throws {
        try await Zoo.run { zoo in
            try await zoo.platform.fault("instance.upsertMany", kind)
            try await zoo.platform.fault("communicationChannel.create", kind)
            let session = try await zoo.session()
            _ = try await session.write(.upsert(["chip": "7"]), to: Zoo.pet, as: .app)
            if kind != "html" { _ = try await session.openChannel(Zoo.line, identifier: "+44 20", name: "Desk") }
            try await session.finish()
            #expect(try await zoo.platform.instances("pet").count == 1)
            #expect(try await zoo.platform.list("channels").count == (kind == "html" ? 0 : 1))
        }
    }

    @Test("a commit that nobody waits for any more goes to its end")
    func cancellation() async throws {
        try await Zoo.run { zoo in
            try await zoo.platform.fault("instance.upsertMany", "slow", seconds: 0.5)
            let session = try await zoo.session()
            _ = try await session.write(.upsert(["chip": "7"]), to: Zoo.pet, as: .app)
            _ = try await session.write(.create(["place": "A"]), to: Zoo.visit, as: .app)
            let finishing = Task { try await session.finish() }
            while try await !zoo.platform.calls.contains("instance.upsertMany") { await Task.yield() }
            finishing.cancel()
            _ = await finishing.result
            #expect(try await zoo.platform.instances("visit").count == 1)
        }
    }

    // MARK: Channels and messages

    @Test("a channel is opened once, also by two at the same time, and under the platform's id")
    func channels() async throws {
        try await Zoo.run { zoo in
            let (one, two) = (try await zoo.session(), try await zoo.session())
            let first = try await one.openChannel(Zoo.line, identifier: " +44 20 ", name: "Desk")
            #expect(try await one.openChannel(Zoo.line, identifier: "+44 20", name: "Other") == first)
            _ = try await two.openChannel(Zoo.line, identifier: "+44 20", name: "Desk 2")
            _ = try await one.receive(Zoo.message("r1"), on: first.id)
            try await one.finish()
            try await two.finish()
            let kept = try await zoo.platform.list("channels")
            #expect(kept.map { $0["name"] } == ["Desk"])
            #expect(try await zoo.platform.list("messages").map { $0["channel"] } == [kept[0]["id"]])
            let listed = try await zoo.session().channels(Zoo.line)
            #expect(listed.map(\.identifier) == ["+44 20"] && listed.map(\.id.rawValue) == [kept[0]["id"]?.stringValue])
        }
    }

    @Test("a channel that is closed is gone for the handler at once and from the platform at the end")
    func closing() async throws {
        try await Zoo.run { zoo in
            let channel = try await zoo.openChannel()
            let session = try await zoo.session()
            #expect(try await !session.closeChannel(Zoo.line, identifier: "+1", reason: "Gone."))
            #expect(try await session.closeChannel(Zoo.line, identifier: "+44", reason: "Gone."))
            #expect(try await !session.closeChannel(Zoo.line, identifier: "+44", reason: "Gone."))
            #expect(try await session.channels(Zoo.line).isEmpty)
            #expect(try await zoo.platform.list("channels").count == 1)
            await #expect(throws: PlatformFailure.closed(channel: "Desk", reason: "it was closed a moment ago")) {
                try await session.send(OutboundMessage(tool: "send", arguments: Zoo.sending), on: channel)
            }
            // Opened again it is the same one; one that was only opened here never is.
            #expect(try await session.openChannel(Zoo.line, identifier: "+44", name: "Desk") == channel)
            _ = try await session.openChannel(Zoo.line, identifier: "+45", name: "Other")
            #expect(try await session.closeChannel(Zoo.line, identifier: "+45", reason: "Gone."))
            try await session.commit()
            #expect(try await zoo.platform.list("channels").map { $0["id"] } == [channel.id.json])
            _ = try await session.closeChannel(Zoo.line, identifier: "+44", reason: "Gone.")
            try await session.finish()
            #expect(try await zoo.platform.list("channels").isEmpty)
            #expect(try await session.isOpenElsewhere(Zoo.line, identifier: "+44"))
        }
    }

    @Test("channels of the workplace's other apps are not ours")
    func othersChannels() async throws {
        try await Zoo.run { zoo in
            try await zoo.platform.control("channel", [
                "id": "chan_x", "name": "X", "handle": "line", "identifierValue": "1", "appInstallationId": "ain_other",
                "workplaceId": .string(zoo.tenant.workplaceID),
            ])
            #expect(try await zoo.session().channels(Zoo.line).isEmpty)
        }
    }

    @Test("a message is passed on once, however often it comes, and again when passing it on has failed")
    func messages() async throws {
        try await Zoo.run { zoo in
            let channel = try await zoo.openChannel()
            let session = try await zoo.session()
            #expect(try await session.receive(Zoo.message("r1"), on: channel.id) != nil)
            #expect(try await session.receive(Zoo.message("r1"), on: channel.id) == nil)
            try await session.finish()
            let later = try await zoo.session()
            #expect(try await later.receive(Zoo.message("r1"), on: channel.id) == nil)

            try await zoo.platform.fault("communicationChannel.receiveMessage", "503")
            #expect(try await later.receive(Zoo.message("r2"), on: channel.id) != nil)
            await #expect(throws: PlatformFailure.self) { try await later.finish() }
            let again = try await zoo.session()
            #expect(try await again.receive(Zoo.message("r2"), on: channel.id) != nil)
            try await again.finish()
            let dropped = try await zoo.session()
            #expect(try await dropped.receive(Zoo.message("r3"), on: channel.id) != nil)
            await dropped.abandon()
            let last = try await zoo.session()
            #expect(try await last.receive(Zoo.message("r3"), on: channel.id) != nil)
            try await last.finish()
            #expect(try await zoo.platform.list("messages").map { $0["remoteId"] } == ["r1", "r2", "r3"])
        }
    }

    @Test("a message that was passed on is known again after a restart; of what a dead server held, it is passed on once more")
    func messagesAcrossRestarts() async throws {
        try await Zoo.run { zoo in
            let channel = try await zoo.openChannel()
            let first = try await zoo.session()
            _ = try await first.receive(Zoo.message("r1"), on: channel.id)
            try await first.finish()
            let other = try await zoo.restarted().session(for: zoo.call())
            #expect(try await other.receive(Zoo.message("r1"), on: channel.id) == nil)

            // It dies before it has told the platform.
            let dead = try await zoo.session()
            #expect(try await dead.receive(Zoo.message("r2"), on: channel.id) != nil)
            await #expect(throws: PlatformFailure.self) { try await other.receive(Zoo.message("r2"), on: channel.id) }
            zoo.clock.advance(121)
            #expect(try await other.receive(Zoo.message("r2"), on: channel.id) != nil)
            try await other.finish()

            // In a channel that is new it is known under the id that the channel gets.
            let opening = try await zoo.session()
            let opened = try await opening.openChannel(Zoo.line, identifier: "+45", name: "New")
            _ = try await opening.receive(Zoo.message("r1"), on: opened.id)
            try await opening.finish()
            let present = ChannelID(await opening.settledIDs[opened.id.rawValue])
            let last = try await zoo.restarted().session(for: zoo.call())
            #expect(present != opened.id)
            #expect(try await last.receive(Zoo.message("r1"), on: present) == nil)
            #expect(try await zoo.platform.list("messages").map { $0["remoteId"] } == ["r1", "r2", "r1"])
        }
    }

    @Test("files follow their message, and a message whose file cannot be had goes without")
    func media() async throws {
        let media: LinkedPlatform.MediaFetch = { file, channel, _ in
            guard file.id == "m1", channel.identifier == "+44" else { throw ToolFailure.notFound("file", file.id ?? "") }
            return FileContent(name: "photo.jpg", mimeType: "image/jpeg", bytes: Array("jpeg".utf8))
        }
        try await Zoo.run(media: media) { zoo in
            let channel = try await zoo.openChannel()
            let session = try await zoo.session()
            for (remote, file) in [("r1", "m1"), ("r2", "m2")] {
                let parts: [MessagePart] = [.file(MessageFile(kind: .image, id: file)), .link(MessageLink(url: "https://x"))]
                _ = try await session.receive(Zoo.message(remote, parts: parts), on: channel.id)
            }
            try await session.finish()
            let kept = try await zoo.platform.list("messages")
            #expect(kept.map { $0["attachments"]?.arrayValue?.map { $0["name"]?.stringValue } } == [["photo.jpg"], []])
            #expect(try await zoo.platform.state["files"]?.objectValue?.values == [4])
        }
    }

    @Test("what the platform has no method for fails nobody; a change of a message becomes one of its own")
    func without() async throws {
        try await Zoo.run { zoo in
            let channel = try await zoo.openChannel()
            let session = try await zoo.session()
            _ = try await session.receive(Zoo.message("r1"), on: channel.id)
            #expect(try await session.receive(Zoo.message("echo", direction: .outbound), on: channel.id) == nil)
            try await session.apply(
                MessageStatusUpdate(remoteID: "r1", messageID: nil, status: .read, occurredAt: Date()), on: channel.id)
            try await session.apply(ReadReceipt(address: "+49", status: .read, until: Date()), on: channel.id)
            try await session.describe(MessageID("m"), as: MessageDescription(kind: "text", text: "x"))
            try await session.amend(
                MessageAmendment(
                    remoteID: "r1", change: .deletion, occurredAt: Date(),
                    otherwise: Zoo.message("r1", text: "A message was deleted.")), on: channel.id)
            #expect(try await session.conversation(with: "+49", on: channel.id) == nil)
            #expect(try await session.states(of: [MessageID("m")]).isEmpty)
            await #expect(throws: PlatformFailure.self) {
                try await session.send(OutboundMessage(tool: "send", arguments: Zoo.sending), on: channel)
            }
            try await session.finish()
            #expect(try await zoo.platform.list("messages").map { $0["text"] } == ["Hello", "A message was deleted."])
        }
    }

    @Test("what others learn of is told last: messages are sent and events emitted when all that they are about is there")
    func order() async throws {
        let outbox = TestOutbox()
        try await Zoo.run(outbox: outbox) { zoo in
            let session = try await zoo.session()
            #expect(try await session.emit(EmittedEvent(name: "pet.seen", payload: ["chip": "7"])) == .held)
            let channel = try await session.openChannel(Zoo.line, identifier: "+44", name: "Desk")
            let sent = try await session.send(OutboundMessage(tool: "send", arguments: Zoo.sending), on: channel)
            let bo = try await session.write(.upsert(["chip": "7"]), to: Zoo.pet, as: .app)
            _ = try await session.emit(EmittedEvent(name: "pet.made", payload: ["id": .string(bo.id)]))
            #expect(outbox.taken.withLock { $0.isEmpty })
            try await session.finish()
            #expect(try await zoo.writes == ["communicationChannel.create", "instance.upsertMany", "event.create", "event.create"])
            let events = try await zoo.platform.list("events")
            #expect(events.map { $0["name"] } == ["pet.seen", "pet.made"])
            #expect(events[1]["payload"]?["id"] == (try await zoo.platform.instances("pet")[0]["id"]))
            let message = try #require(outbox.taken.withLock { $0.first })
            let id = try #require(try await zoo.platform.list("channels")[0]["id"]?.stringValue)
            #expect(message.id == sent && message.channel.id.rawValue == id)
            #expect(message.arguments["channel"]?["id"] == .string(id))
            #expect(message.arguments["message"]?["id"] == sent.json && message.arguments["recipient"]?["address"] == "+49")
        }
    }

    @Test("a file is read, and one that is not there is not found")
    func files() async throws {
        try await Zoo.run { zoo in
            let made = try await zoo.platform.control("file", [
                "installation": zoo.tenant.id.json, "content": "hello", "name": "a.txt", "mimeType": "text/plain",
            ])
            let session = try await zoo.session()
            let file = try await session.file(FileID(made["id"]?.stringValue ?? ""))
            #expect(file == FileContent(name: "a.txt", mimeType: "text/plain", bytes: Array("hello".utf8)))
            #expect(try await session.services.files.file(made["id"]?.stringValue ?? "").size == 5)
            await #expect(throws: PlatformFailure.notFound(what: "file", id: "fl_none")) {
                try await session.file(FileID("fl_none"))
            }
        }
    }
}
