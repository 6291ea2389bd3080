import Foundation
import IntegrationKit
import Storage
import Testing

@Suite("Conversations and messages", .timeLimit(.minutes(10)))
struct MessageExercises {
    @Test("the first message opens a conversation that keeps what a list shows", arguments: StoreKind.allCases)
    func conversation(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let added = try await subject.store.commit(
            [
                Fixture.message("m1", on: tenant.channel.id, name: "Ada", text: "first", sentAt: Fixture.at(1)),
                Fixture.message("m2", on: tenant.channel.id, text: "second\nline", sentAt: Fixture.at(2)),
                Fixture.message(
                    "m3", on: tenant.channel.id, direction: .outbound, text: "", status: .pending, sentAt: Fixture.at(3)),
            ], in: tenant.id)
        guard case .messageAdded("m1", let id) = added.first else {
            Issue.record("\(added)")
            return
        }
        let conversation = try await subject.store.conversation(id, of: tenant.id)
        #expect(
            conversation
                == Conversation(
                    id: id, channel: tenant.channel, address: "+15552223333", contactName: "Ada",
                    lastMessageAt: Fixture.at(3), lastInboundAt: Fixture.at(2), unreadCount: 2, preview: "text"))
        let byAddress = try await subject.store.conversation(
            channel: tenant.channel.id, address: "+15552223333", of: tenant.id)
        #expect(byAddress == conversation)
        let read = StoreChange.markConversationRead(id)
        #expect(try await subject.store.commit([read, read], in: tenant.id) == [.done, .nothingToDo])
        #expect(try await subject.store.conversation(id, of: tenant.id)?.unreadCount == 0)
    }

    @Test("a message that is delivered late stands where it was sent and leaves the preview", arguments: StoreKind.allCases)
    func lateMessage(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.commit(
            [
                Fixture.message("m1", on: tenant.channel.id, text: "new", sentAt: Fixture.at(100)),
                Fixture.message("m2", on: tenant.channel.id, text: "late", sentAt: Fixture.at(5), recordedAt: Fixture.at(200)),
            ], in: tenant.id)
        let conversation = try #require(try await subject.store.conversations(of: tenant.id, after: nil, limit: 5).first)
        #expect(conversation.preview == "new")
        #expect(conversation.lastMessageAt == Fixture.at(100))
        let messages = try await subject.store.messages(of: conversation.id, in: tenant.id, before: nil, limit: 5)
        #expect(messages.map(\.id) == ["m2", "m1"])
    }

    @Test("a provider whose clock is ahead does not put a question below its answer", arguments: StoreKind.allCases)
    func clockAhead(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.commit(
            [
                Fixture.message("question", on: tenant.channel.id, sentAt: Fixture.at(30), recordedAt: Fixture.at(10)),
                Fixture.message("answer", on: tenant.channel.id, direction: .outbound, sentAt: Fixture.at(12)),
            ], in: tenant.id)
        let conversation = try #require(try await subject.store.conversations(of: tenant.id, after: nil, limit: 5).first)
        let messages = try await subject.store.messages(of: conversation.id, in: tenant.id, before: nil, limit: 5)
        #expect(messages.map(\.id) == ["question", "answer"])
        #expect(messages.first?.sentAt == Fixture.at(30))
    }

    @Test("a preview is short and never cuts a character", arguments: StoreKind.allCases)
    func preview(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let family = "👨‍👩‍👧‍👦"
        try await subject.store.commit(
            [Fixture.message("m1", on: tenant.channel.id, text: String(repeating: family, count: 500))], in: tenant.id)
        let preview = try #require(try await subject.store.conversations(of: tenant.id, after: nil, limit: 5).first?.preview)
        #expect(preview.count <= 120)
        #expect(preview.allSatisfy { String($0) == family })
        #expect(preview.unicodeScalars.count <= 480)
    }

    @Test("messages of an unknown channel are refused", arguments: StoreKind.allCases)
    func unknownChannel(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        await #expect(throws: StorageError.notFound(table: "channel", id: "chn_none")) {
            try await subject.store.commit([Fixture.message("m1", on: "chn_none")], in: tenant.id)
        }
    }

    @Test("statuses only ever go forward", arguments: StoreKind.allCases)
    func monotonicStatus(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        // Each: where the message is, what is said, where it ends.
        let steps: [(Message.Status, Message.Status, Message.Status)] = [
            (.pending, .sent, .sent), (.pending, .unknown, .unknown), (.unknown, .pending, .unknown),
            (.unknown, .sent, .sent), (.unknown, .read, .read), (.sent, .delivered, .delivered), (.read, .delivered, .read),
            (.played, .read, .played), (.sent, .failed, .failed), (.pending, .failed, .failed), (.unknown, .failed, .failed),
            (.delivered, .failed, .delivered), (.failed, .sent, .failed), (.failed, .delivered, .delivered),
            (.failed, .failed, .failed), (.sent, .sent, .sent),
        ]
        for (index, (from, said, result)) in steps.enumerated() {
            let id = MessageID("m\(index)")
            try await subject.store.commit(
                [Fixture.message(id.rawValue, on: tenant.channel.id, direction: .outbound, status: from)], in: tenant.id)
            let move = MessageMove(
                id: id, channel: nil, remoteID: nil, status: said, failure: "why", occurredAt: Fixture.at(1))
            let outcome = try await subject.store.commit([.moveMessage(move)], in: tenant.id)
            let message = try await subject.store.message(id, in: tenant.id)
            #expect(message?.status == result, "\(from) and \(said)")
            #expect(message?.failure == (result == .failed && from != .failed ? "why" : nil))
            if from == result { #expect(outcome == [.nothingToDo]) }
        }
    }

    @Test("a status with our id settles a send whose answer was lost", arguments: StoreKind.allCases)
    func settlesUnknown(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.commit(
            [Fixture.message("m1", on: tenant.channel.id, direction: .outbound, status: .unknown)], in: tenant.id)
        func move(_ id: MessageID?, _ remoteID: String, _ status: Message.Status) -> StoreChange {
            .moveMessage(
                MessageMove(
                    id: id, channel: tenant.channel.id, remoteID: remoteID, status: status, failure: nil,
                    occurredAt: Fixture.start))
        }
        #expect(try await subject.store.commit([move(nil, "wamid.1", .sent)], in: tenant.id) == [.nothingToDo])
        try await subject.store.commit([move("m1", "wamid.1", .sent)], in: tenant.id)
        #expect(try await subject.store.message("m1", in: tenant.id)?.remoteID == "wamid.1")
        try await subject.store.commit([move(nil, "wamid.1", .read)], in: tenant.id)
        #expect(try await subject.store.message("m1", in: tenant.id)?.status == .read)
    }

    @Test("an echo that came before our own answer is one message with it", arguments: StoreKind.allCases)
    func echoFirst(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.commit(
            [
                Fixture.message("m1", on: tenant.channel.id, direction: .outbound, status: .pending),
                Fixture.message("echo", on: tenant.channel.id, direction: .outbound, remoteID: "r1", status: .read),
            ], in: tenant.id)
        let move = MessageMove(
            id: "m1", channel: tenant.channel.id, remoteID: "r1", status: .sent, failure: nil, occurredAt: Fixture.start)
        try await subject.store.commit([.moveMessage(move)], in: tenant.id)
        let conversation = try #require(try await subject.store.conversations(of: tenant.id, after: nil, limit: 5).first)
        let messages = try await subject.store.messages(of: conversation.id, in: tenant.id, before: nil, limit: 5)
        #expect(messages.map(\.id) == ["m1"])
        #expect(messages.first?.status == .read)
        #expect(messages.first?.remoteID == "r1")
    }

    @Test("conversations come newest first, page by page", arguments: StoreKind.allCases)
    func conversationPages(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        for number in 0..<25 {
            try await subject.store.commit(
                [
                    Fixture.message(
                        "m\(number)", on: tenant.channel.id, from: "+\(number)", sentAt: Fixture.at(Double(number * 7 % 5)))
                ], in: tenant.id)
        }
        var seen: [Conversation] = []
        while true {
            let page = try await subject.store.conversations(of: tenant.id, after: seen.last?.id, limit: 4)
            seen += page
            if page.count < 4 { break }
        }
        #expect(seen.count == 25)
        #expect(Set(seen.map(\.id)).count == 25)
        #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.lastMessageAt >= $1.lastMessageAt })
    }

    @Test("how messages fare is told for many at once, and of the own tenant's only", arguments: StoreKind.allCases)
    func states(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        for number in 0..<25 {
            try await subject.store.commit(
                [
                    Fixture.message(
                        "m\(number)", on: tenant.channel.id, from: "+\(number)", direction: .outbound,
                        status: number == 3 ? .failed : .pending)
                ], in: tenant.id)
        }
        let ids = (0..<25).map { MessageID("m\($0)") } + [MessageID("gone")]
        let states = try await subject.store.states(of: ids, in: tenant.id)
        #expect(Set(states.map(\.id)) == Set(ids.dropLast()) && states.count == 25)
        #expect(states.first { $0.id == "m7" }?.address == "+7")
        #expect(states.filter { $0.status == .failed }.map(\.id) == ["m3"])
        #expect(try await subject.store.states(of: ids, in: InstallationID("nobody")).isEmpty)
        #expect(try await subject.store.states(of: [], in: tenant.id).isEmpty)
    }

    /// Random histories with duplicates and late arrivals, checked against a list that is sorted in memory.
    @Test("order, pages and duplicates agree with a simple model", arguments: StoreKind.allCases)
    func property(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        var dice = Dice(seed: 42)
        var model: [(at: Date, sequence: Int, id: MessageID)] = []
        var remoteIDs: Set<String> = []
        for number in 0..<200 {
            let remoteID = "r\(Int.random(in: 0..<150, using: &dice))"
            let sentAt = Fixture.at(Double(Int.random(in: 0..<50, using: &dice)))
            let recordedAt = Fixture.at(Double(Int.random(in: 0..<50, using: &dice)))
            let change = Fixture.message(
                "m\(number)", on: tenant.channel.id, remoteID: remoteID, sentAt: sentAt, recordedAt: recordedAt)
            let outcome = try await subject.store.commit([change], in: tenant.id)
            if remoteIDs.insert(remoteID).inserted {
                model.append((min(sentAt, recordedAt), number, MessageID("m\(number)")))
            } else {
                #expect(outcome == [.nothingToDo])
            }
        }
        model.sort { ($0.at, $0.sequence) < ($1.at, $1.sequence) }
        let conversation = try #require(try await subject.store.conversations(of: tenant.id, after: nil, limit: 5).first)
        #expect(conversation.unreadCount == model.count)
        #expect(conversation.lastMessageAt == model.last?.at)
        var pages: [MessageID] = []
        while true {
            let page = try await subject.store.messages(of: conversation.id, in: tenant.id, before: pages.first, limit: 7)
            pages = page.map(\.id) + pages
            if page.count < 7 { break }
        }
        #expect(pages == model.map(\.id))
    }
}
