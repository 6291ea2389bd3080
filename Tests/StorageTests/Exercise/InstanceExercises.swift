import Foundation
import IntegrationKit
import Storage
import Testing

@Suite("Instances", .timeLimit(.minutes(10)))
struct InstanceExercises {
    @Test("every kind of value comes back as it was written", arguments: StoreKind.allCases)
    func roundTrip(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let values: JSONObject = [
            "code": "c1", "phone": "+15550000001", "note": "line\n'quoted' \"x\" % _ \\ ü 🧵", "visits": 42, "score": 0.25,
            "balance": "12.50", "active": false, "born": "1990-02-28", "seen_at": "2026-01-02T03:04:05.250Z",
            "wakes_at": "06:30", "tags": ["a", "b'c"], "extra": ["n": [1, nil, true]], "pin": "c2VhbGVk", "status": "NEW",
        ]
        try await subject.store.commit([Fixture.put("i1", values)], in: tenant.id)
        let records = try await subject.store.records(of: Fixture.contact, in: tenant.id, matching: .id("i1"))
        #expect(records == [Record(id: "i1", values: values, createdAt: Fixture.start, updatedAt: Fixture.start)])
    }

    @Test("integers keep all 64 bits", arguments: StoreKind.allCases)
    func largeIntegers(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        for (index, value) in [Int.min, Int.max, 1 << 53, -(1 << 53) - 1, 0].enumerated() {
            try await subject.store.commit([Fixture.put("i\(index)", ["visits": value.json])], in: tenant.id)
            let query = RecordQuery(conditions: [.init(field: "visits", value: value.json)])
            let found = try await subject.store.records(of: Fixture.contact, in: tenant.id, matching: query)
            #expect(found.map(\.id) == ["i\(index)"])
            #expect(found.first?.values["visits"] == value.json)
        }
    }

    @Test("an update changes the named fields only, and null clears", arguments: StoreKind.allCases)
    func update(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.commit([Fixture.put("i1", ["note": "mine", "visits": 1, "city": "Rome"])], in: tenant.id)
        let later = Fixture.at(60)
        try await subject.store.commit(
            [Fixture.put("i1", ["visits": 2, "city": .null], isNew: false, now: later)], in: tenant.id)
        let record = try await subject.store.records(of: Fixture.contact, in: tenant.id, matching: .id("i1")).first
        #expect(record?.values == ["code": "i1", "active": true, "note": "mine", "visits": 2])
        #expect(record?.createdAt == Fixture.start)
        #expect(record?.updatedAt == later)
    }

    @Test("an update of an instance that is not there says so", arguments: StoreKind.allCases)
    func updateOfNothing(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        await #expect(throws: StorageError.notFound(table: "contact", id: "nobody")) {
            try await subject.store.commit([Fixture.put("nobody", ["visits": 2], isNew: false)], in: tenant.id)
        }
    }

    @Test("a delete says whether there was something", arguments: StoreKind.allCases)
    func delete(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.commit([Fixture.put("i1", [:])], in: tenant.id)
        let delete = StoreChange.deleteInstance(model: "contact", id: "i1")
        #expect(try await subject.store.commit([delete, delete], in: tenant.id) == [.done, .nothingToDo])
        #expect(try await subject.store.count(of: Fixture.contact, in: tenant.id, matching: RecordQuery()) == 0)
    }

    @Test("unique fields, identity, unique sets and singletons hold within an installation", arguments: StoreKind.allCases)
    func uniqueness(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let (one, two) = (try await subject.tenant("one"), try await subject.tenant("two"))
        let first = Fixture.put("i1", ["code": "c", "phone": "+1", "city": "Rome", "street": "Via"])
        let singleton = Fixture.put("s1", ["state": "A"], model: "connection")
        try await subject.store.commit([first, singleton], in: one.id)
        try await subject.store.commit([first, singleton], in: two.id)

        let clashes: [(StoreChange, StorageError)] = [
            (Fixture.put("i2", ["code": "c"]), .conflict(table: "contact", columns: ["code"])),
            (Fixture.put("i2", ["phone": "+1"]), .conflict(table: "contact", columns: ["phone"])),
            (Fixture.put("i2", ["city": "Rome", "street": "Via"]), .conflict(table: "contact", columns: ["city", "street"])),
            (Fixture.put("i1", ["code": "other"]), .conflict(table: "contact", columns: ["id"])),
            (Fixture.put("s2", [:], model: "connection"), .conflict(table: "connection", columns: [])),
        ]
        for (change, expected) in clashes {
            await #expect(throws: expected) { try await subject.store.commit([change], in: one.id) }
        }
        // No value never clashes.
        try await subject.store.commit([Fixture.put("i3", ["city": "Rome"]), Fixture.put("i4", ["city": "Rome"])], in: one.id)
    }

    @Test("a unit of work is written whole or not at all", arguments: StoreKind.allCases)
    func atomicity(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        await #expect(throws: StorageError.self) {
            try await subject.store.commit(
                [
                    Fixture.put("i1", [:]), Fixture.message("m1", on: tenant.channel.id),
                    .setEnvironment(["TOKEN": [1, 2]]), Fixture.put("i1", [:]),
                ], in: tenant.id)
        }
        #expect(try await subject.store.count(of: Fixture.contact, in: tenant.id, matching: RecordQuery()) == 0)
        #expect(try await subject.store.conversations(of: tenant.id, after: nil, limit: 10).isEmpty)
        #expect(try await subject.store.environment(of: tenant.id).isEmpty)
    }

    @Test("concurrent writers fail or succeed each by itself, and lose nothing", arguments: StoreKind.allCases)
    func concurrency(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let failures = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<300 {
                // Every third one clashes with an earlier or a later one.
                let id = number % 3 == 2 ? "i\(number - 1)" : "i\(number)"
                group.addTask {
                    do {
                        try await subject.store.commit(
                            [Fixture.message("m\(number)", on: tenant.channel.id), Fixture.put(id, ["code": .string(id)])],
                            in: tenant.id)
                        return false
                    } catch {
                        return true
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(failures == 100)
        #expect(try await subject.store.count(of: Fixture.contact, in: tenant.id, matching: RecordQuery()) == 200)
        #expect(try await subject.store.conversations(of: tenant.id, after: nil, limit: 1).first?.unreadCount == 200)
    }

    @Test("writers of different fields do not lose each other's work", arguments: StoreKind.allCases)
    func fieldwise(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.commit([Fixture.put("i1", [:])], in: tenant.id)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for field in ["phone", "note", "city", "street"] {
                group.addTask {
                    try await subject.store.commit([Fixture.put("i1", [field: .string(field)], isNew: false)], in: tenant.id)
                }
            }
            try await group.waitForAll()
        }
        let values = try await subject.store.records(of: Fixture.contact, in: tenant.id, matching: .id("i1")).first?.values
        #expect(values == ["code": "i1", "active": true, "phone": "phone", "note": "note", "city": "city", "street": "street"])
    }

    @Test("unknown fields, wrong types and cleared required fields are refused", arguments: StoreKind.allCases)
    func impossibleWrites(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        for values: JSONObject in [["colour": "red"], ["visits": "many"], ["active": .null], ["note\" = 1; --": "x"]] {
            let error = await #expect(throws: StorageError.self) {
                try await subject.store.commit([Fixture.put("i1", values)], in: tenant.id)
            }
            guard case .invalidRequest = error else {
                Issue.record("\(values): \(String(describing: error))")
                continue
            }
        }
    }

    @Test("what the workplace writes changes the time of the last write, not that of the app's", arguments: StoreKind.allCases)
    func refreshedAt(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        func times() async throws -> [Date] {
            let record = try #require(try await subject.store.records(of: Fixture.contact, in: tenant.id, matching: .id("i1")).first)
            return [record.createdAt, record.updatedAt, record.refreshedAt]
        }
        try await subject.store.commit([Fixture.put("i1", [:])], in: tenant.id)
        #expect(try await times() == [Fixture.start, Fixture.start, Fixture.start])
        try await subject.store.commit(
            [Fixture.put("i1", ["note": "x"], isNew: false, by: .workplace, now: Fixture.at(5))], in: tenant.id)
        #expect(try await times() == [Fixture.start, Fixture.at(5), Fixture.start])
        try await subject.store.commit(
            [Fixture.put("i1", ["visits": 1], isNew: false, now: Fixture.at(9))], in: tenant.id)
        #expect(try await times() == [Fixture.start, Fixture.at(9), Fixture.at(9)])
        let fresh = RecordQuery(conditions: [.init(field: "refreshed_at", operator: .greater, value: "2026-01-01T00:00:05Z")])
        #expect(try await subject.store.count(of: Fixture.contact, in: tenant.id, matching: fresh) == 1)
    }
}
