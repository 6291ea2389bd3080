import Foundation
import IntegrationKit
import Storage
import StoragePostgres
import Testing

/// A person keeps their conversation, whatever the provider knows them by.
@Suite("Addresses that change", .timeLimit(.minutes(10)))
struct AddressExercises {
    /// What happens with one number of the business. Times are seconds.
    private struct Line: Sendable {
        let store: any Store
        let tenant: Tenant
        private let kept: StoreUnderTest

        init(_ kind: StoreKind) async throws {
            kept = try await kind.make()
            store = kept.store
            tenant = try await kept.tenant()
        }

        func message(
            _ id: String, _ address: String, person: String? = nil, at seconds: Double,
            direction: Message.Direction = .inbound, status: Message.Status = .delivered, remoteID: String? = nil
        ) -> NewMessage {
            NewMessage(
                id: MessageID("msg_\(remoteID ?? id)"), channel: tenant.channel.id, address: address, personID: person, contactName: nil,
                direction: direction, kind: "text", text: id, content: .null, replyTo: nil,
                remoteID: status == .pending ? nil : remoteID ?? "w_\(id)", status: status, opensWindow: !id.hasPrefix("note"),
                sentAt: Fixture.at(seconds), recordedAt: Fixture.at(1000))
        }

        /// As the provider tells it: a note that stands in the conversation, and what it means.
        func move(
            _ from: String, _ to: String?, person: String? = nil, at seconds: Double
        ) -> [StoreChange] {
            let change = AddressChange(from: from, address: to, personID: person, occurredAt: Fixture.at(seconds))
            return [
                .addMessage(message("note\(Int(seconds))", from, at: seconds, remoteID: "w_note\(seconds)\(from)")),
                .changeAddress(change, on: tenant.channel.id),
            ]
        }

        func hear(_ id: String, _ address: String, person: String? = nil, at seconds: Double) async throws {
            try await store.commit([.addMessage(message(id, address, person: person, at: seconds))], in: tenant.id)
        }

        @discardableResult
        func queue(
            _ id: String, to address: String, at seconds: Double, hold: NewOutboxEntry.Hold = .none
        ) async throws -> ChangeOutcome? {
            let message = message(id, address, at: seconds, direction: .outbound, status: .pending)
            let entry = NewOutboxEntry(
                message: message, tool: "send", arguments: ["recipient": ["address": .string(address)]], hold: hold)
            return try await store.commit([.queueMessage(entry)], in: tenant.id).first
        }

        func apply(_ changes: [StoreChange]) async throws { try await store.commit(changes, in: tenant.id) }

        /// Each conversation: its address and what stands in it.
        func all() async throws -> [String: [String]] {
            var found: [String: [String]] = [:]
            for conversation in try await store.conversations(of: tenant.id, channels: nil, after: nil, limit: 50) {
                found[conversation.address] = try await store.messages(
                    of: conversation.id, in: tenant.id, before: nil, limit: 200
                ).map(\.text)
            }
            return found
        }

        func conversation(_ address: String) async throws -> Conversation? {
            try await store.conversation(channel: tenant.channel.id, address: address, of: tenant.id)
        }

        /// Where it is about to go.
        func target(_ id: String) async throws -> String? {
            try await store.outgoing(MessageID("msg_\(id)"), of: tenant.id)?.arguments["recipient"]?["address"]?.stringValue
        }
    }

    @Test("what somebody writes from a new number goes on in the old conversation, and so does what is sent there",
        arguments: StoreKind.allCases)
    func moved(kind: StoreKind) async throws {
        let line = try await Line(kind)
        try await line.hear("one", "+1", at: 10)
        try await line.queue("waiting", to: "+1", at: 15)
        try await line.apply(line.move("+1", "+2", at: 20))
        try await line.hear("two", "+2", at: 30)
        #expect(try await line.all() == ["+2": ["one", "waiting", "note20", "two"]])
        #expect(try await line.target("waiting") == "+2", "what had not left goes to the new number")
        guard case .messageQueued(_, let place, _, "+2") = try await line.queue("later", to: "+1", at: 40) else {
            Issue.record("a send to the old number is for the person")
            return
        }
        #expect(try await line.target("later") == "+2")
        let conversation = try #require(try await line.conversation("+2"))
        #expect(conversation.id == place && conversation.lastInboundAt == Fixture.at(30))
        #expect(try await line.conversation("+1") == conversation)
        // A status names the message, not the number.
        try await line.apply([.moveMessage(MessageMove(
            id: "msg_later", channel: line.tenant.channel.id, remoteID: "w_later", status: .delivered, failure: nil,
            occurredAt: Fixture.at(41)))])
        #expect(try await line.store.message("msg_later", in: line.tenant.id)?.status == .delivered)
    }

    @Test("the number's next owner begins a conversation of their own; what came late of the first stays theirs",
        arguments: StoreKind.allCases)
    func passedOn(kind: StoreKind) async throws {
        let line = try await Line(kind)
        try await line.hear("one", "+1", at: 10)
        try await line.apply(line.move("+1", "+2", at: 20))
        try await line.hear("stranger", "+1", at: 30)
        try await line.hear("late", "+1", at: 15)
        #expect(try await line.all() == ["+2": ["one", "late", "note20"], "+1": ["stranger"]])
        try await line.queue("answer", to: "+1", at: 40)
        #expect(try await line.target("answer") == "+1", "now it is the stranger's")
    }

    @Test("a conversation that began with the new number becomes part of the old one", arguments: StoreKind.allCases)
    func merged(kind: StoreKind) async throws {
        let line = try await Line(kind)
        try await line.hear("one", "+1", at: 10)
        try await line.hear("three", "+2", at: 30)
        try await line.hear("two", "+1", at: 20)
        try await line.hear("four", "+2", at: 40)
        let old = try #require(try await line.conversation("+1")).id
        let new = try #require(try await line.conversation("+2")).id
        for _ in 0..<2 { try await line.apply(line.move("+1", "+2", at: 25)) }
        #expect(try await line.all() == ["+2": ["one", "two", "note25", "three", "four"]])
        let conversation = try #require(try await line.conversation("+2"))
        #expect(conversation.id == old && conversation.unreadCount == 5 && conversation.preview == "four")
        #expect(conversation.lastInboundAt == Fixture.at(40) && conversation.lastMessageAt == Fixture.at(40))
        #expect(try await line.store.conversation(new, of: line.tenant.id) == conversation, "its id still leads there")
        try await line.apply([.markConversationRead(old)])
        #expect(try await line.conversation("+1")?.unreadCount == 0)
    }

    @Test("what waits in both goes out one after the other", arguments: StoreKind.allCases)
    func mergedOutbox(kind: StoreKind) async throws {
        let line = try await Line(kind)
        for (id, address) in [("a1", "+1"), ("b1", "+2"), ("a2", "+1"), ("b2", "+2")] {
            try await line.queue(id, to: address, at: 10)
        }
        func claim() async throws -> [String] {
            try await line.store.claimOutgoing(limit: 9, now: Fixture.at(2000), leaseUntil: Fixture.at(3000)).map(\.id.rawValue)
        }
        let first = try await line.store.claimOutgoing(limit: 1, now: Fixture.at(2000), leaseUntil: Fixture.at(3000)).map(\.id.rawValue)
        #expect(first == ["msg_a1"])
        try await line.apply(line.move("+1", "+2", at: 20))
        #expect(try await claim().isEmpty, "one is on its way")
        var order = first
        while let id = order.last {
            let done = OutboxSettlement(
                id: MessageID(id), claim: 1, result: .accepted(.sent, remoteID: "w_\(id)"), now: Fixture.at(50))
            try await line.apply([.settleMessage(done)])
            let next = try await claim()
            #expect(next.count <= 1)
            guard let one = next.first else { break }
            #expect(try await line.target(String(one.dropFirst(4))) == "+2")
            order.append(one)
        }
        #expect(order == ["msg_a1", "msg_b1", "msg_a2", "msg_b2"])
    }

    @Test("two that are both on their way when they become one hold up the rest until both are done",
        arguments: StoreKind.allCases)
    func mergedOnTheWay(kind: StoreKind) async throws {
        let line = try await Line(kind)
        for (id, address) in [("a1", "+1"), ("a2", "+1"), ("b1", "+2")] { try await line.queue(id, to: address, at: 10) }
        func claim() async throws -> [String] {
            try await line.store.claimOutgoing(limit: 9, now: Fixture.at(2000), leaseUntil: Fixture.at(3000)).map(\.id.rawValue)
        }
        #expect(try await claim() == ["msg_a1", "msg_b1"])
        try await line.apply(line.move("+1", "+2", at: 20))
        for (id, next) in [("a1", []), ("b1", ["msg_a2"])] {
            let done = OutboxSettlement(
                id: MessageID("msg_\(id)"), claim: 1, result: .accepted(.sent, remoteID: "w_\(id)"), now: Fixture.at(50))
            try await line.apply([.settleMessage(done)])
            #expect(try await claim() == next)
        }
    }

    @Test("whatever the order in which it is told, somebody who moves on and back has one conversation",
        arguments: StoreKind.allCases)
    func anyOrder(kind: StoreKind) async throws {
        let expected = ["one", "note20", "two", "note40", "three", "note60", "four"]
        var dice = Dice(seed: 11)
        let line = try await Line(kind)
        for round in 0..<40 {
            let channel = ChannelRecord(
                id: ChannelID("chn_\(round)"), handle: "whatsapp", identifier: "+1555\(round)", name: "\(round)")
            try await line.apply([.openChannel(channel)])
            var told: [[StoreChange]] = [
                line.move("+1", "+2", at: 20), line.move("+2", "+3", at: 40), line.move("+3", "+1", at: 60),
            ]
            for (id, address, seconds) in [("one", "+1", 10.0), ("two", "+2", 30), ("three", "+3", 50), ("four", "+1", 70)] {
                told.append([.addMessage(line.message(id, address, at: seconds))])
            }
            told = (told + told).shuffled(using: &dice)
            for changes in told { try await line.apply(changes.map { $0.retold(on: channel.id, round) }) }
            let conversations = try await line.store.conversations(of: line.tenant.id, channels: nil, after: nil, limit: 200).filter {
                $0.channel.id == channel.id
            }
            #expect(conversations.map(\.address) == ["+1"], "round \(round)")
            let texts = try await line.store.messages(
                of: conversations[0].id, in: line.tenant.id, before: nil, limit: 50
            ).map(\.text)
            #expect(texts == expected, "round \(round)")
        }
    }

    @Test("somebody without a number who shows one later goes on in their conversation", arguments: StoreKind.allCases)
    func shown(kind: StoreKind) async throws {
        let line = try await Line(kind)
        try await line.hear("hidden", "GB.7", person: "GB.7", at: 10)
        try await line.hear("shown", "+1", person: "GB.7", at: 20)
        try await line.hear("hidden again", "GB.7", person: "GB.7", at: 30)
        #expect(try await line.all() == ["+1": ["hidden", "shown", "hidden again"]])
        // Two conversations that turn out to be with one person.
        try await line.hear("number", "+5", at: 40)
        try await line.hear("id", "GB.9", person: "GB.9", at: 50)
        try await line.hear("both", "+5", person: "GB.9", at: 60)
        #expect(try await line.all()["+5"] == ["number", "id", "both"])
    }

    @Test("another id on the same number is another person, a new id that is announced the same one",
        arguments: StoreKind.allCases)
    func ids(kind: StoreKind) async throws {
        let line = try await Line(kind)
        try await line.hear("ann", "+1", person: "GB.1", at: 10)
        try await line.hear("bob", "+1", person: "GB.2", at: 20)
        #expect(try await line.all() == ["GB.1": ["ann"], "+1": ["bob"]])
        try await line.hear("ann again", "+3", person: "GB.1", at: 30)
        #expect(try await line.all() == ["+3": ["ann", "ann again"], "+1": ["bob"]], "a move that nobody told of")
        try await line.apply(line.move("+3", nil, person: "GB.11", at: 40))
        try await line.hear("new id", "+3", person: "GB.11", at: 50)
        try await line.hear("late", "+3", person: "GB.1", at: 35)
        #expect(try await line.all()["+3"] == ["ann", "ann again", "late", "note40", "new id"])
        // Bob gets a number that Zoe had, whose id is another one.
        try await line.hear("zoe", "+4", person: "GB.4", at: 60)
        try await line.apply(line.move("+1", "+4", person: "GB.22", at: 70))
        let all = try await line.all()
        #expect(all["+4"] == ["bob", "note70"] && all["GB.4"] == ["zoe"])
    }

    @Test("a new number may come with a new id that is told of later, or never", arguments: StoreKind.allCases)
    func idWithNumber(kind: StoreKind) async throws {
        let line = try await Line(kind)
        try await line.hear("one", "+1", person: "GB.1", at: 10)
        try await line.apply(line.move("+1", "+2", at: 20))
        try await line.hear("two", "+2", person: "GB.2", at: 30)
        try await line.apply(line.move("+1", nil, person: "GB.2", at: 20.5))
        try await line.hear("hidden", "GB.2", person: "GB.2", at: 40)
        #expect(try await line.all() == ["+2": ["one", "note20", "note20", "two", "hidden"]])
        try await line.hear("stranger", "+2", person: "GB.9", at: 50)
        #expect(try await line.all() == ["GB.2": ["one", "note20", "note20", "two", "hidden"], "+2": ["stranger"]])
        // What was written from the new number before its note came.
        try await line.hear("a", "+5", person: "GB.5", at: 10)
        try await line.hear("b", "+6", person: "GB.6", at: 30)
        try await line.apply(line.move("+5", "+6", at: 20.9))
        try await line.hear("c", "+6", person: "GB.6", at: 40)
        #expect(try await line.all()["+6"] == ["a", "note20", "b", "c"])
    }

    @Test("a reaction that is taken back from the new number is the one from the old", arguments: StoreKind.allCases)
    func reactions(kind: StoreKind) async throws {
        let line = try await Line(kind)
        try await line.hear("one", "+1", at: 10)
        func react(_ who: String, _ emoji: String?, at seconds: Double) -> StoreChange {
            .amendMessage(MessageAmend(
                channel: line.tenant.channel.id, remoteID: "w_one", change: .reaction(by: who, emoji: emoji),
                occurredAt: Fixture.at(seconds), otherwise: line.message("x", who, at: seconds)))
        }
        try await line.apply([react("+1", "👍", at: 11)] + line.move("+1", "+2", at: 20) + [react("+2", nil, at: 30)])
        #expect(try await line.store.message("msg_one", in: line.tenant.id)?.reactions == [])
    }

    @Test("what is written, sent and moved at the same time from several processes is all there, once and in order",
        arguments: [StoreKind.sqliteFile, .postgres])
    func sideBySide(kind: StoreKind) async throws {
        let line = try await Line(kind)
        try await line.hear("0", "+1", at: 0)
        try await line.hear("0b", "+2", at: 0.5)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...30 {
                let address = number % 2 == 0 ? "+1" : "+2"
                group.addTask { try await line.hear("\(number)", address, at: Double(number)) }
                group.addTask { try await line.queue("out\(number)", to: address, at: Double(number) + 0.5) }
                if number == 10 || number == 20 {
                    group.addTask { try await line.apply(line.move("+1", "+2", at: 30)) }
                }
            }
            try await group.waitForAll()
        }
        let all = try await line.all()
        let expected = ["0", "0b"] + (1...30).flatMap { $0 == 30 ? ["30", "note30", "out30"] : ["\($0)", "out\($0)"] }
        #expect(all.keys.sorted() == ["+2"])
        #expect(all["+2"].map(Set.init) == Set(expected))
        #expect(all["+2"]?.count == expected.count)
        var sent = 0
        while true {
            let claimed = try await line.store.claimOutgoing(limit: 9, now: Fixture.at(2000), leaseUntil: Fixture.at(3000))
            #expect(claimed.count <= 1)
            guard let one = claimed.first else { break }
            #expect(one.arguments["recipient"]?["address"] == "+2")
            sent += 1
            try await line.apply([.settleMessage(OutboxSettlement(
                id: one.id, claim: one.claim, result: .accepted(.sent, remoteID: "w_\(one.id)"), now: Fixture.at(500)))])
        }
        #expect(sent == 30)
    }
}

extension StoreChange {
    /// The same in another conversation, by ids of its own.
    fileprivate func retold(on channel: ChannelID, _ round: Int) -> StoreChange {
        switch self {
        case .addMessage(let message):
            .addMessage(NewMessage(
                id: MessageID("\(message.id)_\(round)_\(UInt64.random(in: 0...UInt64.max))"), channel: channel, address: message.address, contactName: nil,
                direction: message.direction, kind: message.kind, text: message.text, content: .null, replyTo: nil,
                remoteID: message.remoteID, status: message.status, opensWindow: message.opensWindow, sentAt: message.sentAt,
                recordedAt: message.recordedAt))
        case .changeAddress(let change, _): .changeAddress(change, on: channel)
        default: self
        }
    }
}
