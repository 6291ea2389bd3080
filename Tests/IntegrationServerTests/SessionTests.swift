import Cryptography
import Foundation
import IntegrationKit
import Storage
import StorageSQL
import StorageSQLite
import Synchronization
import Testing

@testable import IntegrationServer

@Suite("Units of work", .timeLimit(.minutes(10)))
struct SessionTests {
    private static let pet = ModelDescriptor(
        handle: "pet", label: "Pet", labelPlural: "Pets", identity: ["chip"],
        fields: [
            FieldDescriptor(handle: "chip", label: "Chip", scalar: .string, owner: .app, isRequired: true),
            FieldDescriptor(handle: "name", label: "Name", scalar: .string, owner: .app),
            FieldDescriptor(handle: "note", label: "Note", scalar: .string, owner: .workplace, defaultValue: "none"),
            FieldDescriptor(handle: "weight", label: "Weight", scalar: .decimal, owner: .app),
            FieldDescriptor(handle: "age", label: "Age", scalar: .integer, owner: .app),
            FieldDescriptor(handle: "score", label: "Score", scalar: .number, owner: .app),
            FieldDescriptor(handle: "tame", label: "Tame", scalar: .boolean, owner: .app),
            FieldDescriptor(handle: "seen_at", label: "Seen", scalar: .dateTime, owner: .app),
            FieldDescriptor(handle: "tags", label: "Tags", scalar: .string, isList: true, owner: .app),
            FieldDescriptor(handle: "pin", label: "PIN", scalar: .string, owner: .app, isEncrypted: true),
        ])
    private static let account = ModelDescriptor(
        handle: "account", label: "Account", labelPlural: "Accounts", isSingleton: true,
        fields: [
            FieldDescriptor(handle: "name", label: "Name", scalar: .string, owner: .app),
            FieldDescriptor(handle: "token", label: "Token", scalar: .string, owner: .app, isEncrypted: true),
            FieldDescriptor(handle: "favourite", label: "Favourite", scalar: .string, owner: .app),
        ])

    /// A store with one installation in it, and what sessions need.
    private struct Bench: Sendable {
        let store: SQLiteStore
        let installation: Installation
        let sealer: Sealer
        let ids = IDMaker()
        let changes = ChangeFeed()
        let work = WorkSignal()
        let clock = SteadyClock()

        init() async throws {
            store = try SQLiteStore(path: ":memory:")
            try await store.prepare(models: [SessionTests.pet, SessionTests.account])
            try await store.putWorkplace(Workplace(handle: "zoo", name: "Zoo", timeZone: "UTC"))
            installation = try await store.install(in: "zoo", id: InstallationID("inst_zoo"), now: clock.now)
            sealer = Sealer(keys: try SealingKeys(current: .generate(id: "a")))
        }

        func session() -> EmbeddedSession {
            EmbeddedSession(
                installation: installation, store: store, sealer: sealer, ids: ids, changes: changes, work: work,
                clock: { clock.now })
        }

        func all(_ model: ModelDescriptor) async throws -> [Record] {
            try await session().records(of: model, matching: RecordQuery(limit: 1000))
        }
    }

    /// Goes on by a fraction of a millisecond each time that it is asked.
    private final class SteadyClock: Sendable {
        private let asked = Mutex(0)
        var now: Date {
            Date(timeIntervalSince1970: 1_767_225_600 + asked.withLock { $0 += 1; return Double($0) } * 0.000_7)
        }
    }

    @Test("an event finds nobody who listens, and is not kept")
    func events() async throws {
        let session = try await Bench().session()
        let receipt = try await session.emit(EmittedEvent(name: "pet.seen", payload: ["chip": "c"]))
        #expect(receipt == .unheard)
        #expect(!receipt.isDelivered)
        #expect(await !session.hasChanges)
        try await session.finish()
        await #expect(throws: (any Error).self) {
            try await session.emit(EmittedEvent(name: "pet.seen", payload: .null))
        }
    }

    @Test("all that match are more than a page of them, what the session itself wrote among them, each once and in order")
    func everyRecord() async throws {
        let bench = try await Bench()
        let total = 2 * RecordQuery.maximumLimit + 100
        for part in 0..<7 {
            let session = bench.session()
            for number in (part * 300)..<((part + 1) * 300) {
                _ = try await session.write(.create(["chip": .string("c\(number)"), "age": number.json]), to: Self.pet, as: .app)
            }
            try await session.finish()
        }
        let session = bench.session()
        let first = try #require(try await session.everyRecord(of: Self.pet, matching: []).first)
        _ = try await session.delete(first.id, from: Self.pet)
        _ = try await session.write(.create(["chip": "new", "age": -1]), to: Self.pet, as: .app)
        let all = try await session.everyRecord(of: Self.pet, matching: [], order: [.init(field: "age", descending: true)])
        #expect(all.count == total && Set(all.map(\.id)).count == total)
        let ages = all.compactMap { $0.values["age"]?.int64Value }
        #expect(ages == ages.sorted(by: >) && ages.last == -1)
        let some = RecordQuery.Condition(field: "age", operator: .less, value: 1_500)
        #expect(try await session.everyRecord(of: Self.pet, matching: [some]).count == 1_500)
    }

    @Test("two who set the one instance at the same time end as one row, the later one on top")
    func concurrentSet() async throws {
        let bench = try await Bench()
        let (one, two) = (bench.session(), bench.session())
        _ = try await one.write(.set(["name": "first", "token": "t1"]), to: Self.account, as: .app)
        let mine = try await two.write(.set(["name": "second", "token": "t2"]), to: Self.account, as: .app)
        // What follows in the same unit of work goes to the same instance, and so does whoever noted its id.
        _ = try await two.write(.update(id: mine.id, ["token": "t3"]), to: Self.account, as: .app)
        _ = try await two.write(.upsert(["chip": "c", "name": .string(mine.id)]), to: Self.pet, as: .app)
        try await one.finish()
        try await two.commit()
        let accounts = try await bench.all(Self.account)
        #expect(accounts.map(\.values) == [["name": "second", "token": "t3"]])
        #expect(try await bench.all(Self.pet).map(\.values["name"]) == [.string(accounts[0].id)])
        // The session goes on under the id that its handler knows.
        #expect(try await two.records(of: Self.account, matching: .id(mine.id)) == accounts)
        #expect(try await two.count(of: Self.account, matching: .id(mine.id)) == 1)
        _ = try await two.write(.update(id: mine.id, ["name": "third"]), to: Self.account, as: .app)
        try await two.finish()
        #expect(try await bench.all(Self.account).map(\.values["name"]) == ["third"])
    }

    @Test("two who upsert the same identity at the same time both succeed, and the workplace's values stay")
    func concurrentUpsert() async throws {
        let bench = try await Bench()
        let (one, two) = (bench.session(), bench.session())
        let first = try await one.write(.upsert(["chip": "c", "name": "first", "age": 3]), to: Self.pet, as: .app)
        _ = try await two.write(.upsert(["chip": "c", "name": "second"]), to: Self.pet, as: .app)
        _ = try await two.write(.upsert(["chip": "d", "name": "other"]), to: Self.pet, as: .app)
        _ = try await one.write(.update(id: first.id, ["note": "bites"]), to: Self.pet, as: .workplace)
        try await one.finish()
        try await two.finish()
        let pets = try await bench.all(Self.pet)
        #expect(pets.map(\.values["name"]) == ["second", "other"])
        #expect(pets.map(\.values["note"]) == ["bites", "none"])
        #expect(pets.map(\.values["age"]) == [3, nil])
    }

    @Test("what a handler returns after it lost such a race names the instance that there is")
    func settledIDs() async throws {
        let bench = try await Bench()
        let (one, two) = (bench.session(), bench.session())
        _ = try await one.write(.upsert(["chip": "c"]), to: Self.pet, as: .app)
        let mine = try await two.write(.upsert(["chip": "c"]), to: Self.pet, as: .app)
        try await one.finish()
        try await two.finish()
        let kept = try #require(try await bench.all(Self.pet).first?.id)
        #expect(kept != mine.id)
        let output: JSONObject = ["id": .string(mine.id), "links": [.string("/pets/\(mine.id)/edit")]]
        #expect(await two.settledIDs.apply(to: output) == ["id": .string(kept), "links": [.string("/pets/\(kept)/edit")]])
    }

    @Test("many at once, each in a unit of work of its own, leave one row")
    func crowd() async throws {
        let bench = try await Bench()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<20 {
                group.addTask {
                    let session = bench.session()
                    _ = try await session.write(.set(["name": .string("\(number)")]), to: Self.account, as: .app)
                    try await session.finish()
                }
            }
            try await group.waitForAll()
        }
        #expect(try await bench.all(Self.account).count == 1)
    }

    @Test("a conflict of another kind stays one")
    func realConflict() async throws {
        let bench = try await Bench()
        let (one, two) = (bench.session(), bench.session())
        _ = try await one.write(.create(["chip": "c"]), to: Self.pet, as: .app)
        _ = try await two.write(.create(["chip": "c"]), to: Self.pet, as: .app)
        try await one.finish()
        await #expect(throws: PlatformFailure.conflict(what: "pet", field: "chip")) { try await two.finish() }
    }

    @Test("a provider id that the channel knows is received once, also by another unit of work")
    func receiveTwice() async throws {
        let bench = try await Bench()
        let descriptor = ChannelDescriptor(
            handle: "sms", label: "SMS", identifierField: "phone", identifierLabel: "Phone", messaging: nil)
        let one = bench.session()
        let channel = try await one.openChannel(descriptor, identifier: "+1", name: "x")
        let message = InboundMessage(
            remoteID: "r1", address: "+2", contactName: nil, kind: "text", text: "hi", content: [:], sentAt: bench.clock.now)
        #expect(try await one.receive(message, on: channel.id) != nil)
        #expect(try await one.receive(message, on: channel.id) == nil)
        try await one.finish()
        let two = bench.session()
        #expect(try await two.receive(message, on: channel.id) == nil)
        #expect(await two.hasChanges == false)
    }

    @Test("the app's time stays when the workplace writes")
    func refreshedAt() async throws {
        let bench = try await Bench()
        let session = bench.session()
        let first = try await session.write(.set(["name": "x"]), to: Self.account, as: .app)
        let pet = try await session.write(.upsert(["chip": "c"]), to: Self.pet, as: .app)
        for _ in 0..<9 { _ = bench.clock.now }
        let edited = try await session.write(.update(id: pet.id, ["note": "n"]), to: Self.pet, as: .workplace)
        #expect(edited.refreshedAt == pet.refreshedAt)
        #expect(edited.updatedAt > pet.updatedAt)
        try await session.finish()
        #expect(try await bench.all(Self.pet) == [edited])
        #expect(try await bench.all(Self.account) == [first])
    }

    /// Random writes and queries: what a unit of work reads before its commit is what everybody reads after it.
    @Test("a unit of work reads its own writes as the store will give them", arguments: 1...12)
    func overlay(seed: UInt64) async throws {
        let bench = try await Bench()
        var dice = Dice(state: seed)
        let base = bench.session()
        for number in 0..<25 {
            _ = try await base.write(.create(Self.values(number, &dice)), to: Self.pet, as: .app)
        }
        try await base.finish()
        let session = bench.session()
        let present = try await bench.all(Self.pet).map(\.id)
        for number in 25..<45 {
            var values = Self.values(number, &dice)
            switch Int.random(in: 0..<3, using: &dice) {
            case 0: _ = try await session.write(.create(values), to: Self.pet, as: .app)
            case 1:
                values["chip"] = nil
                let id = present.randomElement(using: &dice) ?? ""
                _ = try? await session.write(.update(id: id, values), to: Self.pet, as: .app)
            default: _ = try await session.delete(present.randomElement(using: &dice) ?? "", from: Self.pet)
            }
        }
        let queries = (0..<120).map { _ in Self.query(&dice) }.filter { (try? Self.pet.check($0)) != nil }
        var before: [([Record], Int)] = []
        for query in queries {
            before.append((
                try await session.records(of: Self.pet, matching: query), try await session.count(of: Self.pet, matching: query)
            ))
        }
        try await session.finish()
        let reader = bench.session()
        for (query, seen) in zip(queries, before) {
            #expect(try await reader.records(of: Self.pet, matching: query) == seen.0, "\(query)")
            #expect(try await reader.count(of: Self.pet, matching: query) == seen.1, "\(query)")
        }
        #expect(queries.count > 60)
    }

    private static let choices: [(String, [JSON])] = [
        ("name", ["", "a", "A", "ab", "é", "zebra"]), ("weight", ["1", "1.0", "2.50", "-0.1", "10"]),
        ("age", [0, 1, 2, 10, -5]), ("score", [0.5, 1, -1]), ("tame", [true, false]),
        ("seen_at", ["2026-01-01T00:00:00Z", "2025-12-31T23:59:59.250Z"]), ("tags", [["a"], ["a", "b"], []]),
    ]

    private static func values(_ number: Int, _ dice: inout Dice) -> JSONObject {
        var values: JSONObject = ["chip": .string("chip\(number)"), "pin": .string("\(number)")]
        for (field, options) in choices where Bool.random(using: &dice) { values[field] = options.randomElement(using: &dice) }
        return values
    }

    private static func query(_ dice: inout Dice) -> RecordQuery {
        var conditions: [RecordQuery.Condition] = []
        for _ in 0..<Int.random(in: 0...2, using: &dice) {
            guard let (field, values) = choices.randomElement(using: &dice),
                let operation = RecordQuery.Condition.Operator.allCases.randomElement(using: &dice)
            else { continue }
            var value = values.randomElement(using: &dice) ?? .null
            if operation == .isIn { value = .array(Array(values.prefix(2))) }
            if operation == .contains, let list = value.arrayValue { value = list.first ?? "a" }
            conditions.append(.init(field: field, operator: operation, value: value))
        }
        let orders = (choices.map(\.0) + ["id", "created_at", "updated_at", "refreshed_at"]).shuffled(using: &dice)
            .prefix(Int.random(in: 0...2, using: &dice))
            .map { RecordQuery.Order(field: $0, descending: Bool.random(using: &dice)) }
        return RecordQuery(
            conditions: conditions, order: orders, limit: Int.random(in: 1...20, using: &dice),
            offset: Int.random(in: 0...6, using: &dice))
    }

    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
