import Foundation
import IntegrationKit
import Storage
import Testing

@Suite("Texts and other values that stores could take differently", .timeLimit(.minutes(10)))
struct TextExercises {
    private static let texts = [
        "", " ", "a", "B", "b", "Ä", "ä", "é", "e\u{301}", "Straße", "\u{FFFD}", "\u{10FFFF}", "👩‍👩‍👧‍👦", "مرحبا", "\u{202E}x",
        "'; DROP TABLE ik_event; --", "\\", "$1", "?", "%_", "line\nbreak\ttab", "\u{1}",
    ]

    @Test("text comes back as it was, and stands in the order of its bytes", arguments: StoreKind.allCases)
    func order(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.commit(
            Self.texts.enumerated().map { Fixture.put("i\(100 + $0.offset)", ["note": .string($0.element)]) }, in: tenant.id)
        for descending in [false, true] {
            let query = RecordQuery(order: [.init(field: "note", descending: descending)], limit: 100)
            let found = try await subject.store.records(of: Fixture.contact, in: tenant.id, matching: query)
                .compactMap { $0.values["note"]?.stringValue }.map { Array($0.utf8) }
            let sorted = Self.texts.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
            #expect(found == (descending ? sorted.reversed() : sorted))
        }
        for (index, text) in Self.texts.enumerated() {
            let query = RecordQuery(conditions: [.init(field: "note", value: .string(text))])
            let ids = try await subject.store.records(of: Fixture.contact, in: tenant.id, matching: query).map(\.id)
            #expect(ids == ["i\(100 + index)"], "\(text)")
        }
    }

    @Test("in text U+FFFD stands for U+0000, in what is looked for too; inside JSON it is kept", arguments: StoreKind.allCases)
    func zero(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let values: JSONObject = ["note": "a\0b", "tags": ["x\0y"], "extra": ["k\0": "v\0"]]
        try await subject.store.commit(
            [
                Fixture.put("i1", values),
                Fixture.message("m1", on: tenant.channel.id, name: "N\0", text: "hi\0there", remoteID: "r\0"),
            ], in: tenant.id)
        let query = RecordQuery(conditions: [.init(field: "note", value: "a\0b")])
        let record = try #require(
            try await subject.store.records(of: Fixture.contact, in: tenant.id, matching: query).first)
        #expect(record.values["note"] == "a\u{FFFD}b")
        #expect(record.values["tags"] == ["x\0y"])
        #expect(record.values["extra"] == ["k\0": "v\0"])
        let tags = RecordQuery(conditions: [.init(field: "tags", operator: .contains, value: "z")])
        #expect(try await subject.store.count(of: Fixture.contact, in: tenant.id, matching: tags) == 0)
        let message = try await subject.store.message(channel: tenant.channel.id, remoteID: "r\0", in: tenant.id)
        #expect(message?.text == "hi\u{FFFD}there")
    }

    @Test("large bodies and contents come back whole", arguments: StoreKind.allCases)
    func large(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 131) }
        let delivery = Delivery(
            id: "d1", registration: "whkr_1", webhook: "receive", installation: nil, receivedAt: Fixture.start, body: body)
        try await subject.store.append([delivery] + (2...40).map { Fixture.delivery("d\($0)") })
        let unsplit = try await subject.store.unsplitDeliveries(limit: 100, bytes: 1 << 24, now: Fixture.start)
        #expect(unsplit.first == delivery)
        #expect(unsplit.count == 40)
        let text = String(repeating: "ünï", count: 300_000)
        try await subject.store.commit([Fixture.put("i1", ["note": .string(text), "extra": ["t": .string(text)]])], in: tenant.id)
        let record = try await subject.store.records(of: Fixture.contact, in: tenant.id, matching: .id("i1")).first
        #expect(record?.values["note"]?.stringValue == text)
        #expect(record?.values["extra"] == ["t": .string(text)])
    }

    @Test("moments, numbers and decimals come back as they were, at the ends of their ranges too", arguments: StoreKind.allCases)
    func extremes(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let rows: [JSONObject] = [
            ["seen_at": "0001-01-01T00:00:00Z", "born": "0001-01-01", "score": 5e-324, "balance": "0.00"],
            ["seen_at": "9999-12-31T23:59:59.999Z", "born": "9999-12-31", "score": 1.7976931348623157e308, "wakes_at": "23:59:59"],
            ["seen_at": "1969-12-31T23:59:59.999Z", "score": -0.1, "balance": .string(String(repeating: "9", count: 60) + ".5")],
            ["score": 0.1, "balance": "-12.500", "wakes_at": "00:00", "visits": -9007199254740991],
        ]
        for (index, row) in rows.enumerated() {
            try await subject.store.commit([Fixture.put("i\(index)", row)], in: tenant.id)
        }
        let query = RecordQuery(order: [.init(field: "id")])
        let found = try await subject.store.records(of: Fixture.contact, in: tenant.id, matching: query)
        for (row, record) in zip(rows, found) {
            for (field, value) in row { #expect(record.values[field] == value, "\(field)") }
        }
        let after = RecordQuery(conditions: [.init(field: "seen_at", operator: .greater, value: "1969-12-31T23:59:59.998Z")])
        #expect(try await subject.store.count(of: Fixture.contact, in: tenant.id, matching: after) == 2)
    }

    @Test("pages through ties have every instance once", arguments: StoreKind.allCases)
    func ties(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.commit(
            (0..<50).map { Fixture.put("i\(100 + $0)", ["visits": .number(JSONNumber($0 % 3))]) }, in: tenant.id)
        var seen: [String] = []
        for offset in stride(from: 0, to: 50, by: 7) {
            let query = RecordQuery(order: [.init(field: "visits", descending: true)], limit: 7, offset: offset)
            seen += try await subject.store.records(of: Fixture.contact, in: tenant.id, matching: query).map(\.id)
        }
        #expect(seen.count == 50)
        #expect(Set(seen).count == 50)
        #expect(seen.prefix(16).elementsEqual((0..<50).filter { $0 % 3 == 2 }.map { "i\(100 + $0)" }))
    }
}
