import Foundation
import IntegrationKit
import Storage
import Testing

@Suite("Conversations of several people", .timeLimit(.minutes(10)))
struct GroupExercises {
    private func move(
        _ status: Message.Status, with who: String?, name: String? = nil, failure: String? = nil
    ) -> StoreChange {
        .moveMessage(
            MessageMove(
                id: "m1", channel: nil, remoteID: "w1", status: status, failure: failure,
                recipient: who.map { MessageStatusUpdate.Recipient(address: $0, name: name) }, occurredAt: Fixture.at(1)))
    }

    @Test("who wrote is read as it was written, in a quote as well", arguments: StoreKind.allCases)
    func author(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        func message(_ id: MessageID, by author: String, answering replyTo: String? = nil) -> StoreChange {
            .addMessage(
                NewMessage(
                    id: id, channel: tenant.channel.id, address: "group", contactName: "Site team", author: author,
                    direction: .inbound, kind: "text", text: "hello", content: .null, replyTo: replyTo,
                    remoteID: "w_\(id)", status: .delivered, sentAt: Fixture.start, recordedAt: Fixture.start))
        }
        try await subject.store.commit(
            [message("m1", by: "Ann"), message("m2", by: "Bob", answering: "w_m1")], in: tenant.id)
        let first = try #require(try await subject.store.message("m1", in: tenant.id))
        let second = try #require(try await subject.store.message("m2", in: tenant.id))
        #expect(first.author == "Ann" && second.author == "Bob")
        #expect(second.quote?.author == "Ann")
        #expect(try await subject.store.conversation(first.conversation, of: tenant.id)?.contactName == "Site team")
    }

    @Test("each recipient moves for themselves, and the message as far as any of them", arguments: StoreKind.allCases)
    func recipients(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.commit(
            [Fixture.message("m1", on: tenant.channel.id, direction: .outbound, remoteID: "w1", status: .sent)], in: tenant.id)
        func say(_ change: StoreChange) async throws -> [ChangeOutcome] {
            try await subject.store.commit([change], in: tenant.id)
        }
        _ = try await say(move(.delivered, with: "ann", name: "Ann"))
        _ = try await say(move(.read, with: "bob"))
        _ = try await say(move(.failed, with: "cid", failure: "No longer on WhatsApp."))
        #expect(try await say(move(.delivered, with: "bob")) == [.nothingToDo], "nobody goes back")
        var message = try #require(try await subject.store.message("m1", in: tenant.id))
        #expect(message.status == .read && message.failure == nil)
        #expect(
            message.recipients == [
                .init(address: "ann", name: "Ann", status: .delivered), .init(address: "bob", name: nil, status: .read),
                .init(address: "cid", name: nil, status: .failed, failure: "No longer on WhatsApp."),
            ])
        guard case .messageMoved("m1", _) = try await say(move(.read, with: "ann")).first else {
            Issue.record("a recipient's step is news although the message stays where it is")
            return
        }
        _ = try await say(move(.delivered, with: "cid"))
        message = try #require(try await subject.store.message("m1", in: tenant.id))
        #expect(message.recipients.map(\.status) == [.read, .read, .delivered])
        #expect(message.recipients.map(\.name) == ["Ann", nil, nil] && message.recipients[2].failure == nil)
    }

    @Test("what fails with one of several has left; what fails with all of them has failed", arguments: StoreKind.allCases)
    func failures(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.commit(
            [Fixture.message("m1", on: tenant.channel.id, direction: .outbound, status: .unknown)], in: tenant.id)
        try await subject.store.commit([move(.failed, with: "ann", failure: "why")], in: tenant.id)
        #expect(try await subject.store.message("m1", in: tenant.id)?.status == .sent)
        try await subject.store.commit([move(.failed, with: nil, failure: "suspended")], in: tenant.id)
        #expect(try await subject.store.message("m1", in: tenant.id)?.failure == "suspended")
    }
}
