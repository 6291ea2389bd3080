import Foundation
import IntegrationKit
import Storage
import Testing

@Suite("Outbox", .timeLimit(.minutes(10)))
struct OutboxExercises {
    /// A store with a tenant, and what one does with messages in it.
    private struct Post: Sendable {
        let subject: StoreUnderTest
        let tenant: Tenant
        var store: any Store { subject.store }

        init(_ kind: StoreKind) async throws {
            subject = try await kind.make()
            tenant = try await subject.tenant()
        }

        @discardableResult
        func queue(
            _ id: String, to address: String = "+15552223333", at seconds: Double = 0, hold: NewOutboxEntry.Hold = .none
        ) async throws -> Bool {
            guard case .addMessage(let message) = Fixture.message(
                id, on: tenant.channel.id, from: address, direction: .outbound, status: .pending,
                sentAt: Fixture.at(seconds))
            else { return false }
            let entry = NewOutboxEntry(message: message, tool: "send", arguments: ["id": .string(id)], hold: hold)
            let outcome = try await store.commit([.queueMessage(entry)], in: tenant.id).first
            guard case .messageQueued(MessageID(id), _, let isFirst, _)? = outcome else { throw StorageError.closed }
            return isFirst
        }

        func claim(_ limit: Int = 9, at seconds: Double, for lease: Double = 10) async throws -> [String] {
            try await store.claimOutgoing(
                limit: limit, now: Fixture.at(seconds), leaseUntil: Fixture.at(seconds + lease)
            ).map { "\($0.id) \($0.claim)" }
        }

        func begin(_ id: MessageID, claim: Int = 1, until seconds: Double = 100) async throws -> Bool {
            try await store.beginSending(id, claim: claim, of: tenant.id, leaseUntil: Fixture.at(seconds))
        }

        @discardableResult
        func settle(
            _ id: MessageID, _ result: OutboxSettlement.Result, claim: Int = 1
        ) async throws -> ChangeOutcome? {
            try await store.commit(
                [.settleMessage(OutboxSettlement(id: id, claim: claim, result: result, now: Fixture.at(50)))],
                in: tenant.id
            ).first
        }

        /// - Returns: whether something was done to it.
        func act(_ action: OutboxAction, _ id: MessageID, at seconds: Double) async throws -> Bool {
            let done = try await store.settle(.these([id]), by: action, actor: "ana", now: Fixture.at(seconds))
            #expect(done.messages.map(\.id) == [id] || done.messages.isEmpty)
            return !done.messages.isEmpty
        }

        func listed(_ filter: OutboxFilter, after: Int64? = nil) async throws -> [MessageID] {
            try await store.outbox(filter, after: after, limit: 9).map(\.id)
        }

        func status(_ id: MessageID) async throws -> Message.Status? { try await store.message(id, in: tenant.id)?.status }

        func state(_ id: MessageID) async throws -> OutboxState? { try await store.outgoing(id, of: tenant.id)?.state }

        func provider(_ id: MessageID, _ status: Message.Status, remoteID: String) async throws {
            try await store.commit(
                [.moveMessage(MessageMove(
                    id: id, channel: tenant.channel.id, remoteID: remoteID, status: status, failure: nil,
                    occurredAt: Fixture.at(40)))], in: tenant.id)
        }
    }

    @Test("a conversation goes one by one and in order, conversations go side by side", arguments: StoreKind.allCases)
    func lanes(kind: StoreKind) async throws {
        let post = try await Post(kind)
        #expect(try await post.queue("a1"))
        #expect(try await !post.queue("a2"))
        #expect(try await post.queue("b1", to: "+15554445555"))
        #expect(try await post.claim(at: 1) == ["a1 1", "b1 1"])
        #expect(try await post.claim(at: 1) == [])
        #expect(try await post.begin("a1"))
        #expect(try await post.state("a1") == .sending)
        #expect(try await post.store.outboxCounts() == OutboxCounts(waiting: 1, running: 2, unknown: 0, failed: 0, oldest: Fixture.start))
        try await post.settle("a1", .accepted(.sent, remoteID: "r1"))
        #expect(try await post.state("a1") == nil)
        #expect(try await post.status("a1") == .sent)
        #expect(try await post.store.message("a1", in: post.tenant.id)?.remoteID == "r1")
        #expect(try await post.claim(at: 2) == ["a2 1"])
    }

    @Test("what its unit of work does not commit is not sent", arguments: StoreKind.allCases)
    func together(kind: StoreKind) async throws {
        let post = try await Post(kind)
        guard case .addMessage(let message) = Fixture.message(
            "m1", on: post.tenant.channel.id, direction: .outbound, status: .pending)
        else { return }
        await #expect(throws: StorageError.notFound(table: "contact", id: "nobody")) {
            try await post.store.commit(
                [
                    .queueMessage(NewOutboxEntry(message: message, tool: "send", arguments: [:])),
                    Fixture.put("nobody", ["city": "Rome"], isNew: false),
                ], in: post.tenant.id)
        }
        #expect(try await post.claim(at: 1) == [])
        #expect(try await post.status("m1") == nil)
    }

    @Test("one that was only claimed is free again after its lease, and its old claim is worth nothing", arguments: StoreKind.allCases)
    func lease(kind: StoreKind) async throws {
        let post = try await Post(kind)
        try await post.queue("m1")
        #expect(try await post.claim(at: 0) == ["m1 1"])
        #expect(try await post.claim(at: 9) == [])
        #expect(try await post.claim(at: 10) == ["m1 2"])
        #expect(try await !post.begin("m1", claim: 1))
        #expect(try await post.settle("m1", .failed(reason: "late", isKept: true)) == .nothingToDo)
        #expect(try await post.begin("m1", claim: 2))
        #expect(try await post.store.giveUpSending(now: Fixture.at(99)).isEmpty)
        #expect(try await post.claim(at: 99) == [])
    }

    @Test("one that was leaving is unknown after its lease, lets the next one go, and its sender may still tell", arguments: StoreKind.allCases)
    func lostSender(kind: StoreKind) async throws {
        let post = try await Post(kind)
        #expect(try await post.queue("m1", hold: .sending(until: Fixture.at(10))))
        try await post.queue("m2", hold: .sending(until: Fixture.at(10)))
        #expect(try await post.store.giveUpSending(now: Fixture.at(9)).isEmpty)
        let lost = try await post.store.giveUpSending(now: Fixture.at(10))
        #expect(lost.map(\.id) == ["m1"])
        #expect(try await post.store.giveUpSending(now: Fixture.at(11)).isEmpty)
        #expect(try await post.status("m1") == .unknown)
        #expect(try await post.claim(at: 11) == ["m2 1"])
        #expect(try await post.settle("m1", .postponed(until: Fixture.at(20), reason: "", isFailure: true)) == .nothingToDo)
        try await post.settle("m1", .accepted(.sent, remoteID: "r1"))
        #expect(try await post.status("m1") == .sent)
        #expect(try await post.state("m1") == nil)
    }

    @Test("a status of the provider ends what the outbox knows of a message", arguments: StoreKind.allCases)
    func settledByStatus(kind: StoreKind) async throws {
        let post = try await Post(kind)
        // Before our own word.
        try await post.queue("m1", hold: .sending(until: Fixture.at(10)))
        try await post.queue("m2")
        try await post.provider("m1", .delivered, remoteID: "r1")
        #expect(try await post.state("m1") == nil)
        #expect(try await post.claim(at: 1) == ["m2 1"])
        try await post.settle("m1", .accepted(.sent, remoteID: "r1"))
        #expect(try await post.status("m1") == .delivered)
        // After it was given up.
        #expect(try await post.begin("m2", until: 10))
        _ = try await post.store.giveUpSending(now: Fixture.at(10))
        try await post.provider("m2", .sent, remoteID: "r2")
        #expect(try await post.status("m2") == .sent)
        #expect(try await post.state("m2") == nil)
        // One that waits only keeps its place.
        try await post.queue("m3")
        try await post.provider("m3", .pending, remoteID: "r3")
        #expect(try await post.state("m3") == .ready)
    }

    @Test("a failure is tried again at its time, or kept until somebody looks", arguments: StoreKind.allCases)
    func failures(kind: StoreKind) async throws {
        let post = try await Post(kind)
        try await post.queue("m1")
        try await post.queue("m2")
        _ = try await post.claim(at: 0)
        #expect(try await post.begin("m1"))
        try await post.settle("m1", .postponed(until: Fixture.at(20), reason: "no line", isFailure: true))
        #expect(try await post.status("m1") == .pending)
        #expect(try await post.claim(at: 19) == [])
        #expect(try await post.claim(at: 20) == ["m1 2"])
        let entry = try #require(try await post.store.outgoing("m1", of: post.tenant.id))
        #expect(entry.failures == 1)
        #expect(entry.reason == "no line")
        #expect(entry.arguments == ["id": "m1"])
        try await post.settle("m1", .failed(reason: "no such number", isKept: true), claim: 2)
        #expect(try await post.status("m1") == .failed)
        #expect(try await post.claim(at: 21) == ["m2 1"])
        #expect(try await post.listed(OutboxFilter(state: .failed)) == ["m1"])
        #expect(try await post.listed(OutboxFilter()) == ["m2", "m1"])
        #expect(try await post.listed(OutboxFilter(), after: entry.sequence + 1) == ["m1"])
        try await post.settle("m2", .failed(reason: "told", isKept: false))
        #expect(try await post.state("m2") == nil)
        #expect(try await post.status("m2") == .failed)

        #expect(try await post.store.outgoing("m1", of: "ins_other") == nil)
        #expect(try await !post.act(.markSent, "m1", at: 30))
        #expect(try await post.act(.resend, "m1", at: 30))
        #expect(try await !post.act(.resend, "m1", at: 30))
        #expect(try await post.status("m1") == .pending)
        #expect(try await post.claim(at: 30) == ["m1 3"])
        try await post.settle("m1", .failed(reason: "again", isKept: true), claim: 3)
        #expect(try await post.act(.discard, "m1", at: 31))
        #expect(try await !post.act(.discard, "m1", at: 31))
        #expect(try await post.state("m1") == nil)
        #expect(try await post.status("m1") == .failed)
    }

    @Test("an operator settles what is unknown", arguments: StoreKind.allCases)
    func settledByOperator(kind: StoreKind) async throws {
        let post = try await Post(kind)
        for id in ["m1", "m2"] {
            try await post.queue(id, hold: .sending(until: Fixture.at(10)))
            try await post.settle(MessageID(id), .unknown(reason: "no answer"))
        }
        let counts = try await post.store.outboxCounts()
        #expect(counts.unknown == 2 && counts.oldestUnknown == Fixture.start && counts.oldest == nil)
        #expect(try await !post.act(.resend, "m1", at: 20))
        #expect(try await post.act(.markSent, "m1", at: 20))
        #expect(try await post.status("m1") == .sent)
        #expect(try await post.state("m1") == nil)
        #expect(try await post.act(.markNotSent, "m2", at: 20))
        #expect(try await post.status("m2") == .failed)
        #expect(try await !post.act(.markSent, "m2", at: 20))
        #expect(try await post.act(.resend, "m2", at: 20))
        #expect(try await post.claim(at: 20) == ["m2 2"])
        #expect(try await post.store.audit(after: nil, limit: 9).map { "\($0.actor) \($0.action) \($0.subject): \($0.result)" } == [
            "ana resend m2: 1 message", "ana mark-not-sent m2: 1 message", "ana mark-sent m1: 1 message",
        ])
    }

    @Test("all of a filter are sent again in their order, and nothing else", arguments: StoreKind.allCases)
    func resendAll(kind: StoreKind) async throws {
        let post = try await Post(kind)
        let other = try await post.subject.tenant("other")
        for (number, id) in ["old", "m1", "m2", "m3"].enumerated() {
            try await post.queue(id, at: Double(number * 10))
            _ = try await post.claim(at: 100)
            try await post.settle(MessageID(id), .failed(reason: "no line", isKept: true))
        }
        try await post.queue("waits", to: "+15554445555")
        let filter = OutboxFilter(state: .unknown, installation: post.tenant.id, tool: "send", queuedSince: Fixture.at(5))
        for none in [
            OutboxFilter(installation: other.id), OutboxFilter(tool: "call"), OutboxFilter(queuedSince: Fixture.at(99)),
        ] {
            #expect(try await post.store.settle(.all(none, after: 0), by: .resend, actor: "ana", now: Fixture.at(200)).messages == [])
        }
        let done = try await post.store.settle(.all(filter, after: 0), by: .resend, actor: "ana", now: Fixture.at(200))
        #expect(done.messages.map(\.id) == ["m1", "m2", "m3"] && done.next == nil)
        #expect(try await post.listed(OutboxFilter(state: .failed)) == ["old"])
        for id in ["m1", "m2", "m3"] {
            #expect(try await Set(post.claim(at: 200, for: 1000)) == (id == "m1" ? ["m1 2", "waits 1"] : ["\(id) 2"]))
            try await post.settle(MessageID(id), .accepted(.sent, remoteID: id), claim: 2)
        }
    }

    @Test("a key that has passed to another call names no message of the first", arguments: StoreKind.allCases)
    func takenOver(kind: StoreKind) async throws {
        let post = try await Post(kind)
        func begin(at seconds: Double) async throws -> IdempotentCall {
            try await post.store.beginCall(
                "k", tool: "send", digest: [1], in: post.tenant.id, now: Fixture.at(seconds), staleBefore: Fixture.at(seconds - 40))
        }
        func takeOver(at seconds: Double) async throws -> Bool {
            try await post.store.takeOverCall(
                "k", tool: "send", in: post.tenant.id, now: Fixture.at(seconds), staleBefore: Fixture.at(seconds - 40))
        }
        func name(_ id: MessageID, claimedAt seconds: Double) async throws {
            try await post.store.commit(
                [.nameMessage(id, key: "k", tool: "send", claimedAt: Fixture.at(seconds))], in: post.tenant.id)
        }
        #expect(try await begin(at: 0) == .begun)
        #expect(try await !takeOver(at: 40))
        #expect(try await begin(at: 50) == .interrupted)
        #expect(try await takeOver(at: 50))
        #expect(try await !takeOver(at: 50))
        #expect(try await begin(at: 51) == .running)
        await #expect(throws: StorageError.conflict(table: "call", columns: ["key"])) { try await name("m1", claimedAt: 0) }
        try await name("m2", claimedAt: 50)
        #expect(try await begin(at: 200) == .answered(["message": "m2"]))
        #expect(try await !takeOver(at: 200))
    }

    @Test("the answer of a call is kept in the unit of work that sends", arguments: StoreKind.allCases)
    func answers(kind: StoreKind) async throws {
        let post = try await Post(kind)
        func begin() async throws -> IdempotentCall {
            try await post.store.beginCall(
                "k", tool: "send", digest: [1], in: post.tenant.id, now: Fixture.start, staleBefore: Fixture.at(-60))
        }
        #expect(try await begin() == .begun)
        try await post.store.commit([.endCall(key: "k", tool: "send", answer: ["message": "m1"])], in: post.tenant.id)
        #expect(try await begin() == .answered(["message": "m1"]))
        try await post.store.commit([.endCall(key: "k", tool: "send", answer: nil)], in: post.tenant.id)
        #expect(try await begin() == .begun)
    }

    @Test("many workers take every message once, each conversation in its order", arguments: StoreKind.allCases)
    func race(kind: StoreKind) async throws {
        let post = try await Post(kind)
        for number in 0..<40 { try await post.queue("m\(100 + number)", to: "+1555\(number % 4)") }
        let taken = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    var mine: [String] = []
                    while try await post.store.outboxCounts().waiting > 0 {
                        let claimed = try await post.store.claimOutgoing(
                            limit: 2, now: Fixture.at(1), leaseUntil: Fixture.at(60))
                        for entry in claimed {
                            guard try await post.begin(entry.id, claim: entry.claim) else { continue }
                            mine.append(entry.id.rawValue)
                            try await post.settle(entry.id, .accepted(.sent, remoteID: entry.id.rawValue), claim: entry.claim)
                        }
                    }
                    return mine
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(taken.count == 40)
        #expect(Set(taken).count == 40)
    }
}

@Suite("Limits that processes share", .timeLimit(.minutes(10)))
struct LimitExercises {
    private let limit = LimitDescriptor(
        handle: "line", label: "Line", scope: .global, concurrent: 2, bucket: .init(size: 5, refill: 1, every: .seconds(10)),
        wait: .zero)

    @Test("calls begin as the limit admits them, a dead holder is forgotten, what is as new goes", arguments: StoreKind.allCases)
    func turns(kind: StoreKind) async throws {
        let subject = try await kind.make()
        func turn(_ holder: String, key: String = "a", at seconds: Double = 0) -> LimitTurn {
            LimitTurn(
                limit: limit, key: LimitKey(limit: "line", scope: "", key: key), calls: 1, holder: holder,
                until: Fixture.at(seconds + 30))
        }
        func begin(_ holder: String, key: String = "a", at seconds: Double) async throws -> LimitState.Admission {
            try await subject.store.beginTurn(turn(holder, key: key, at: seconds), now: Fixture.at(seconds))
        }
        let key = LimitKey(limit: "line", scope: "", key: "a")
        #expect(try await begin("1", at: 0) == .now)
        #expect(try await begin("2", at: 0) == .now)
        #expect(try await begin("3", at: 0) == .whenReleased)
        #expect(try await begin("3", key: "b", at: 0) == .now)
        try await subject.store.endTurn(turn("1"), isUnused: false)
        #expect(try await begin("3", at: 1) == .now)
        #expect(try await begin("4", at: 29) == .whenReleased)
        #expect(try await begin("4", at: 30) == .now)
        try await subject.store.closeLimit(limit, key: key, until: Fixture.at(500), now: Fixture.at(31))
        try await subject.store.endTurn(turn("4"), isUnused: true)
        #expect(try await begin("5", at: 100) == .after(400))
        try await subject.store.purgeLimits(now: Fixture.at(499))
        #expect(try await begin("5", at: 499) == .after(1))
        try await subject.store.purgeLimits(now: Fixture.at(501))
        #expect(try await begin("5", at: 499) == .now)
    }

    @Test("no two begin the same turn", arguments: StoreKind.allCases)
    func race(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let admitted = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<20 {
                group.addTask {
                    let turn = LimitTurn(
                        limit: limit, key: LimitKey(limit: "line", scope: "", key: "a"), calls: 1, holder: "\(number)",
                        until: Fixture.at(30))
                    return try await subject.store.beginTurn(turn, now: Fixture.start) == .now ? 1 : 0
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(admitted == 2)
    }
}
