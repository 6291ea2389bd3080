import Foundation
import IntegrationKit
import Storage
import Testing

@Suite("Changes of messages", .timeLimit(.minutes(10)))
struct AmendmentExercises {
    private func amend(
        _ remoteID: String, on channel: ChannelID, _ change: MessageAmendment.Change, at seconds: Double,
        as id: String = "m_new", opensWindow: Bool = false
    ) -> StoreChange {
        .amendMessage(
            MessageAmend(
                channel: channel, remoteID: remoteID, change: change, occurredAt: Fixture.at(seconds),
                otherwise: NewMessage(
                    id: MessageID(id), channel: channel, address: "+15552223333", contactName: nil, direction: .inbound,
                    kind: "reaction", text: "Reacted", content: .null, replyTo: remoteID, remoteID: "r_\(id)",
                    status: .delivered, opensWindow: opensWindow, sentAt: Fixture.at(seconds),
                    recordedAt: Fixture.at(seconds))))
    }

    @Test("parts, and what is answered, are read as they were written", arguments: StoreKind.allCases)
    func parts(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let parts: [MessagePart] = [
            .file(MessageFile(kind: .image, id: "77", mimeType: "image/jpeg", name: "a\"b", digest: "ff")),
            .place(MessagePlace(latitude: 51.5, longitude: -0.25, name: "Dock")),
            .link(MessageLink(url: "https://x", title: nil)), .choices(["Yes", "No"]),
        ]
        let answer = NewMessage(
            id: "m2", channel: tenant.channel.id, address: "+15552223333", contactName: nil, direction: .outbound,
            kind: "image", text: "this", parts: parts, content: .null, replyTo: "w1", remoteID: nil, status: .sent,
            sentAt: Fixture.at(2), recordedAt: Fixture.at(2))
        try await subject.store.commit(
            [Fixture.message("m1", on: tenant.channel.id, text: "which?", remoteID: "w1"), .addMessage(answer)], in: tenant.id)
        let message = try #require(try await subject.store.message("m2", in: tenant.id))
        #expect(message.parts == parts)
        #expect(message.quote == Message.Quote(id: "m1", direction: .inbound, text: "which?"))
        let page = try await subject.store.messages(of: message.conversation, in: tenant.id, before: nil, limit: 5)
        #expect(page.map(\.id) == ["m1", "m2"] && page.last == message)
    }

    @Test("of reactions each person's latest holds, whatever comes first", arguments: StoreKind.allCases)
    func reactions(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let channel = tenant.channel.id
        try await subject.store.commit([Fixture.message("m1", on: channel, remoteID: "w1")], in: tenant.id)
        func react(_ who: String, _ emoji: String?, _ seconds: Double) async throws -> [ChangeOutcome] {
            try await subject.store.commit(
                [amend("w1", on: channel, .reaction(by: who, emoji: emoji), at: seconds, opensWindow: true)], in: tenant.id)
        }
        _ = try await react("ann", "👍", 10)
        _ = try await react("bob", "❤️", 11)
        _ = try await react("ann", nil, 13)
        #expect(try await react("ann", "👎", 12) == [.nothingToDo], "an earlier one does not come back")
        let message = try #require(try await subject.store.message("m1", in: tenant.id))
        #expect(message.reactions == [Message.Reaction(by: "bob", emoji: "❤️")])
        let conversation = try #require(try await subject.store.conversation(message.conversation, of: tenant.id))
        #expect(conversation.lastInboundAt == Fixture.at(13), "a reaction lets us answer")
        #expect(conversation.unreadCount == 1, "and is no message")
    }

    @Test("an edit replaces, a deletion forgets, and nothing undoes it", arguments: StoreKind.allCases)
    func editAndDeletion(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let channel = tenant.channel.id
        try await subject.store.commit([Fixture.message("m1", on: channel, text: "Sunday?", remoteID: "w1")], in: tenant.id)
        try await subject.store.commit(
            [amend("w1", on: channel, .edit(text: "Saturday?", parts: []), at: 20)], in: tenant.id)
        var message = try #require(try await subject.store.message("m1", in: tenant.id))
        #expect(message.text == "Saturday?" && message.editedAt == Fixture.at(20) && message.deletedAt == nil)
        #expect(try await subject.store.conversation(message.conversation, of: tenant.id)?.preview == "Saturday?")
        let late = amend("w1", on: channel, .edit(text: "Monday?", parts: []), at: 15)
        #expect(try await subject.store.commit([late], in: tenant.id) == [.nothingToDo])

        try await subject.store.commit([amend("w1", on: channel, .deletion, at: 30)], in: tenant.id)
        message = try #require(try await subject.store.message("m1", in: tenant.id))
        #expect(message.text.isEmpty && message.deletedAt == Fixture.at(30))
        #expect(try await subject.store.conversation(message.conversation, of: tenant.id)?.preview == "Deleted message")
        let after = amend("w1", on: channel, .edit(text: "Again", parts: []), at: 40)
        #expect(try await subject.store.commit([after], in: tenant.id) == [.nothingToDo])
        #expect(try await subject.store.message("m1", in: tenant.id)?.text.isEmpty == true)
    }

    @Test("the change of a message that is not here is a line of its own", arguments: StoreKind.allCases)
    func unknownTarget(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let change = amend("w_none", on: tenant.channel.id, .reaction(by: "ann", emoji: "👍"), at: 10)
        let outcome = try await subject.store.commit([change], in: tenant.id)
        guard case .messageAdded("m_new", _) = outcome.first else {
            Issue.record("\(outcome)")
            return
        }
        #expect(try await subject.store.message("m_new", in: tenant.id)?.text == "Reacted")
    }

    @Test("a receipt moves what was sent up to its moment, and nothing that may not have left", arguments: StoreKind.allCases)
    func receipt(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let channel = tenant.channel.id
        let statuses: [(String, Message.Status, Double)] = [
            ("m1", .sent, 1), ("m2", .delivered, 2), ("m3", .unknown, 3), ("m4", .failed, 4), ("m5", .sent, 50),
        ]
        try await subject.store.commit(
            statuses.map { id, status, seconds in
                Fixture.message(id, on: channel, direction: .outbound, status: status, sentAt: Fixture.at(seconds))
            } + [Fixture.message("m6", on: channel, from: "+1999", direction: .outbound, status: .sent, sentAt: Fixture.at(1))],
            in: tenant.id)
        func all() async throws -> [Message.Status?] {
            var found: [Message.Status?] = []
            for id in ["m1", "m2", "m3", "m4", "m5", "m6"] {
                found.append(try await subject.store.message(MessageID(id), in: tenant.id)?.status)
            }
            return found
        }
        let receipt = ReadReceipt(address: "+15552223333", status: .read, until: Fixture.at(10))
        let change = StoreChange.moveMessages(receipt, on: channel, at: Fixture.at(11))
        let outcome = try await subject.store.commit([change], in: tenant.id)
        #expect(try await all() == [.read, .read, .unknown, .failed, .sent, .sent])
        guard case .messageMoved("m2", _) = outcome.first else {
            Issue.record("\(outcome)")
            return
        }
        #expect(try await subject.store.commit([change], in: tenant.id) == [.nothingToDo])
    }

    @Test("what a message of ours is stands where its text stood", arguments: StoreKind.allCases)
    func description(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.commit(
            [Fixture.message("m1", on: tenant.channel.id, direction: .outbound, text: "", status: .pending)], in: tenant.id)
        let description = MessageDescription(kind: "template", text: "Ready", parts: [.choices(["OK"])])
        try await subject.store.commit([.describeMessage("m1", description)], in: tenant.id)
        let message = try #require(try await subject.store.message("m1", in: tenant.id))
        #expect(message.kind == "template" && message.text == "Ready" && message.parts == [.choices(["OK"])])
        #expect(try await subject.store.conversation(message.conversation, of: tenant.id)?.preview == "Ready")
    }

    @Test("a note of the provider's own opens no window", arguments: StoreKind.allCases)
    func noWindow(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.commit(
            [amend("w_none", on: tenant.channel.id, .deletion, at: 10, opensWindow: false)], in: tenant.id)
        let conversation = try await subject.store.conversations(of: tenant.id, after: nil, limit: 1).first
        #expect(conversation?.lastInboundAt == nil)
    }
}
