import Foundation
import Testing

@testable import GraphSandbox

@Suite("The world as a value")
struct WorldTests {
    private let start = Date(timeIntervalSince1970: 1_795_341_600)
    private let rules = Rules(directory: .northwind, appID: SandboxHarness.appID, speed: 1)
    private let chat = ChatID(person: SandboxHarness.imogen, number: SandboxHarness.number)

    private func subscribedWorld() -> World {
        var world = World()
        world.appSubscriptions["whatsapp_business_account"] = AppSubscription(
            object: "whatsapp_business_account", callbackURL: "http://127.0.0.1:9/hook", fields: ["messages"],
            version: "v25.0")
        world.accountSubscriptions[SandboxHarness.account] = AccountSubscription()
        return world
    }

    private func businessMessage(_ id: String) -> Message {
        Message(id: id, direction: .fromBusiness, sentAt: start, content: .text("x"), status: .accepted)
    }

    @Test("waits between attempts grow, and divide by the speed")
    func retrySchedule() {
        let waits = (1...12).map { RetrySchedule.wait(afterFailures: $0, speed: 1) }
        #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(waits.first == 1 && waits.last == 3600)
        #expect(RetrySchedule.wait(afterFailures: 1, speed: 10) == 0.1)
    }

    @Test("a webhook that is not accepted waits, holds back the later ones, and is dropped after 7 days")
    func headOfLine() {
        var world = subscribedWorld()
        world.personSends(.text("one"), id: "a", in: chat, at: start, rules: rules)
        world.personSends(.text("two"), id: "b", in: chat, at: start, rules: rules)
        let first = world.due(at: start, inFlight: [])
        #expect(first.map(\.delivery.id) == [1])
        #expect(world.due(at: start, inFlight: ["http://127.0.0.1:9/hook"]).isEmpty)
        world.attempted(1, url: first[0].url, .init(at: start, status: 500), rules: rules)
        #expect(world.due(at: start, inFlight: []).isEmpty)
        #expect(world.nextDue(inFlight: []) == start.addingTimeInterval(1))
        #expect(world.due(at: start.addingTimeInterval(1), inFlight: []).map(\.delivery.id) == [1])

        let late = start.addingTimeInterval(RetrySchedule.horizon + 1)
        world.dropUndeliverable(at: late)
        #expect(world.outbox.isEmpty)
        #expect(world.deliveryLog.allSatisfy { $0.state == .dropped && $0.note == "Not accepted within 7 days." })
    }

    @Test("the outbox is bounded and says what it dropped")
    func boundedOutbox() {
        var world = subscribedWorld()
        for index in 0...World.outboxLimit {
            world.enqueue(
                [:], summary: "\(index)", accountID: SandboxHarness.account, inbound: nil, at: start)
        }
        #expect(world.outbox.count == World.outboxLimit)
        #expect(world.outbox.first?.summary == "1")
        #expect(world.deliveryLog.last?.summary == "0")
        #expect(world.deliveryLog.last?.note?.contains("were waiting") == true)
    }

    @Test("a message that arrives in an open chat is read at once")
    func openChat() {
        var world = subscribedWorld()
        world.personSends(.text("hi"), id: "a", in: chat, at: start, rules: rules)
        world.businessSends(
            businessMessage("b"), to: rules.directory.person(chat.person), in: chat, at: start, rules: rules)
        let later = start.addingTimeInterval(10)
        let hasMoved = world.advance(to: later, openChats: [chat], rules: rules)
        #expect(hasMoved)
        #expect(world.message("b")?.message.status == .read)
        let summaries = world.outbox.suffix(3).map(\.summary)
        #expect(summaries == ["sent", "delivered", "read"].map { "status \($0) to +\(chat.person)" })
        let movesAgain = world.advance(to: later, openChats: [chat], rules: rules)
        #expect(!movesAgain)
    }

    @Test("a message never goes back, and a failed one stays failed")
    func monotonous() {
        var world = subscribedWorld()
        world.businessSends(
            businessMessage("late"), to: rules.directory.person(chat.person), in: chat, at: start, rules: rules)
        _ = world.advance(to: start.addingTimeInterval(10), openChats: [chat], rules: rules)
        #expect(world.message("late")?.message.status == .failed)
        #expect(world.message("late")?.message.failure?.code == 131047)
        #expect(world.conversations[chat]?.visibleToPerson.isEmpty == true)
        #expect(MessageStatus.accepted < .sent && .sent < .delivered && .delivered < .read)
    }

    @Test("a world survives being saved")
    func coding() throws {
        var world = subscribedWorld()
        world.personSends(.text("héllo 🫖"), id: "wamid.a/b+c=", in: chat, at: start, rules: rules)
        world.issueToken(
            "EAAx", grant: Grant(userID: "1", scopes: [.email], declined: [], accountIDs: nil), lifetime: 60,
            isLongLived: false, at: start)
        let copy = try JSONDecoder().decode(World.self, from: JSONEncoder().encode(world))
        #expect(copy.conversations[chat]?.messages.first?.content == .text("héllo 🫖"))
        #expect(copy.outbox.first?.body == world.outbox.first?.body)
        #expect(copy.tokens["EAAx"]?.grant.scopes == [.email])
    }
}

@Suite("Time", .timeLimit(.minutes(10)))
struct TimeTests {
    @Test("retries follow the given time, and an open chat is read as messages arrive")
    func heldTime() async throws {
        let time = HeldTime()
        try await Receiver.run(answers: [500]) { receiver in
            try await SandboxHarness.run(speed: 1, time: time) { sandbox in
                let token = try await sandbox.login()
                try await sandbox.subscribe(receiver, token: token)
                try await sandbox.write("hello")
                try await receiver.wait(for: 1)
                _ = try await sandbox.deliveries { ($0.first?["attempts"] as? [Any])?.count == 1 }
                let waiting = try await sandbox.get("/sandbox/deliveries").rows
                #expect(waiting.first?["state"] as? String == "waiting")
                time.advance(by: 1)
                try await receiver.wait(for: 2)
                _ = try await sandbox.answer("hi", token: token)
                time.advance(by: 0.5)
                try await receiver.wait(for: 3)
                #expect(receiver.events[2].statusName == "sent")
                time.advance(by: 1)
                try await receiver.wait(for: 4)
                #expect(receiver.events[3].statusName == "delivered")
            }
        }
    }

    @Test("a callback that does not answer in time counts as not reached")
    func slowCallback() async throws {
        try await Receiver.run(answers: [Receiver.never]) { receiver in
            let hasty = CallbackClient(patience: .milliseconds(50))
            let patient = CallbackClient()
            defer {
                hasty.shutDown()
                patient.shutDown()
            }
            await #expect(throws: CallbackClient.NoAnswer.self) {
                _ = try await hasty.post(Array("{}".utf8), to: receiver.url, appSecret: "s")
            }
            let answer = try await patient.verify(
                receiver.url, challenge: "1", verifyToken: Receiver.verifyToken)
            #expect(answer.status == 200)
        }
    }
}
