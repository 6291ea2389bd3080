import Foundation
import IntegrationKit
import Storage
import Testing

@Suite("Queries", .timeLimit(.minutes(10)))
struct QueryExercises {
    @Test("CONTAINS takes its text literally", arguments: StoreKind.allCases)
    func literalContains(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.commit(
            [Fixture.put("i1", ["note": "100% sure"]), Fixture.put("i2", ["note": "1000 sheep"]), Fixture.put("i3", ["note": "a_b"])],
            in: tenant.id)
        func found(_ text: String) async throws -> [String] {
            let query = RecordQuery(conditions: [.init(field: "note", operator: .contains, value: .string(text))])
            return try await subject.store.records(of: Fixture.contact, in: tenant.id, matching: query).map(\.id)
        }
        #expect(try await found("100%") == ["i1"])
        #expect(try await found("a_b") == ["i3"])
        #expect(try await found("axb") == [])
        #expect(try await found("' OR 1=1 --") == [])
        #expect(try await found("SURE") == [])
    }

    @Test("decimals compare by their exact value", arguments: StoreKind.allCases)
    func decimals(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let values = ["9007199254740993.1", "9007199254740993.2", "-3", "10", "9.50", "0.000"]
        for (index, value) in values.enumerated() {
            try await subject.store.commit([Fixture.put("i\(index)", ["balance": .string(value)])], in: tenant.id)
        }
        let sorted = try await subject.store.records(
            of: Fixture.contact, in: tenant.id, matching: RecordQuery(order: [.init(field: "balance")]))
        #expect(sorted.compactMap { $0.values["balance"]?.stringValue } == ["-3", "0.000", "9.50", "10", values[0], values[1]])
        let equal = RecordQuery(conditions: [.init(field: "balance", value: "9.5")])
        #expect(try await subject.store.records(of: Fixture.contact, in: tenant.id, matching: equal).map(\.id) == ["i4"])
    }

    @Test("what cannot be asked is refused, with the reason", arguments: StoreKind.allCases)
    func impossible(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let queries = [
            RecordQuery(conditions: [.init(field: "colour", value: "red")]),
            RecordQuery(conditions: [.init(field: "1=1; DROP TABLE model_contact; --", value: "x")]),
            RecordQuery(conditions: [.init(field: "pin", value: "1234")]),
            RecordQuery(conditions: [.init(field: "visits", value: "many")]),
            RecordQuery(conditions: [.init(field: "visits", operator: .contains, value: 1)]),
            RecordQuery(order: [.init(field: "pin")]),
            RecordQuery(order: [.init(field: "tags")]),
            RecordQuery(order: [.init(field: "id; --")]),
        ]
        for query in queries {
            let error = await #expect(throws: StorageError.self) {
                _ = try await subject.store.records(of: Fixture.contact, in: tenant.id, matching: query)
            }
            guard case .invalidRequest = error else {
                Issue.record("\(query): \(String(describing: error))")
                continue
            }
            #expect(throws: PlatformFailure.self) { try Fixture.contact.check(query) }
        }
    }

    /// Random queries, answered by the store and by ``RecordQuery/page(of:of:)`` over the same records.
    @Test("stores and in-memory platforms answer every query alike", arguments: StoreKind.allCases)
    func differential(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        var dice = Dice(seed: 7)
        var changes: [StoreChange] = []
        for number in 0..<60 {
            var values = JSONObject()
            for (field, choices) in Self.choices where Bool.random(using: &dice) {
                values[field] = choices.randomElement(using: &dice)
            }
            changes.append(Fixture.put("i\(100 + number)", values, now: Fixture.at(Double(number / 3))))
        }
        try await subject.store.commit(changes, in: tenant.id)
        let all = try await subject.store.records(of: Fixture.contact, in: tenant.id, matching: RecordQuery(limit: 1000))
        #expect(all.count == 60)
        var nonEmpty = 0
        for _ in 0..<1500 {
            let query = Self.randomQuery(&dice)
            do { try Fixture.contact.check(query) } catch { continue }
            let stored = try await subject.store.records(of: Fixture.contact, in: tenant.id, matching: query)
            #expect(stored == query.page(of: all, of: Fixture.contact), "\(query)")
            let count = try await subject.store.count(of: Fixture.contact, in: tenant.id, matching: query)
            #expect(count == all.count { query.matches($0, of: Fixture.contact) }, "\(query)")
            nonEmpty += stored.isEmpty ? 0 : 1
        }
        #expect(nonEmpty > 300)
    }

    private static let choices: [(String, [JSON])] = [
        ("note", ["", "a", "A", "ab", "é", "zebra", "100%"]),
        ("visits", [0, 1, 2, 10, -5, 9_007_199_254_740_991]),
        ("score", [0.5, 1, 2.25, -1]),
        ("balance", ["1", "1.0", "2.50", "-0.1", "10"]),
        ("active", [true, false]),
        ("born", ["1990-01-01", "2001-12-31"]),
        ("seen_at", ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.250Z", "2025-12-31T23:59:59Z"]),
        ("wakes_at", ["06:30", "23:59"]),
        ("tags", [["a"], ["a", "b"], [], ["c", "A"]]),
        ("status", ["NEW", "OLD"]),
    ]

    private static func randomQuery(_ dice: inout Dice) -> RecordQuery {
        var conditions: [RecordQuery.Condition] = []
        for _ in 0..<Int.random(in: 0...2, using: &dice) {
            guard let (field, values) = choices.randomElement(using: &dice),
                let operation = RecordQuery.Condition.Operator.allCases.randomElement(using: &dice)
            else { continue }
            var value = values.randomElement(using: &dice) ?? .null
            if operation == .isIn { value = .array(Array(values.prefix(2))) }
            if operation == .contains, let list = value.arrayValue { value = list.first ?? "a" }
            if Int.random(in: 0..<30, using: &dice) == 0 { value = .null }
            conditions.append(.init(field: field, operator: operation, value: value))
        }
        let orders = (choices.map(\.0) + ["id", "created_at", "updated_at", "refreshed_at"]).shuffled(using: &dice)
            .prefix(Int.random(in: 0...2, using: &dice))
            .map { RecordQuery.Order(field: $0, descending: Bool.random(using: &dice)) }
        return RecordQuery(
            conditions: conditions, order: orders, limit: Int.random(in: 1...40, using: &dice),
            offset: Int.random(in: 0...5, using: &dice))
    }
}
