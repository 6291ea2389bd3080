import IntegrationKit
import IntegrationTesting
import Testing

@Suite("What a model admits")
struct AdmissionTests {
    private static let model = ModelDescriptor(
        handle: "number", label: "Number", labelPlural: "Numbers", identity: ["remote"],
        fields: [
            FieldDescriptor(handle: "remote", label: "Remote", scalar: .string, owner: .app),
            FieldDescriptor(
                handle: "phone", label: "Phone", scalar: .string, owner: .app, isRequired: true, isUnique: true,
                checks: [.format(.phone)]),
            FieldDescriptor(handle: "name", label: "Name", scalar: .string, owner: .workplace, checks: [.maximumLength(5)]),
            FieldDescriptor(
                handle: "status", label: "Status", scalar: .string, owner: .app,
                options: [OptionDescriptor("ON", label: "On"), OptionDescriptor("OFF", label: "Off")], defaultValue: "OFF"),
            FieldDescriptor(handle: "limit", label: "Limit", scalar: .integer, owner: .both, checks: [.maximum(10)]),
            FieldDescriptor(handle: "price", label: "Price", scalar: .decimal, owner: .app),
            FieldDescriptor(handle: "seen", label: "Seen", scalar: .dateTime, owner: .app),
            FieldDescriptor(handle: "tags", label: "Tags", scalar: .string, isList: true, owner: .app),
        ])

    private func problems(
        _ values: JSONObject, from writer: FieldOwner = .app, isNew: Bool = false
    ) -> [String] {
        do {
            _ = try Self.model.admit(values, from: writer, isNew: isNew)
            return []
        } catch {
            guard case .invalid(let invalid) = error else { return [error.description] }
            return invalid.problems.map(\.description)
        }
    }

    @Test("a new instance gets its defaults, canonical values and the model's order")
    func create() throws {
        let admitted = try Self.model.admit(
            [
                "seen": "2026-01-01T01:00:00+01:00", "price": 12.50, "phone": "+15551234567", "remote": "r", "tags": ["a"],
                "limit": .null,
            ], from: .app, isNew: true)
        #expect(
            admitted.map(\.key) == ["remote", "phone", "status", "price", "seen", "tags"])
        #expect(admitted["status"] == "OFF")
        #expect(admitted["seen"] == "2026-01-01T00:00:00Z")
        #expect(admitted["price"]?.stringValue == "12.5")
    }

    @Test("an update looks at the named fields only")
    func update() throws {
        let admitted = try Self.model.admit(["limit": .null, "status": .null], from: .app, isNew: false)
        #expect(admitted == ["limit": .null, "status": "OFF"])
    }

    @Test("the other side's field is refused by name")
    func owners() {
        #expect(throws: PlatformFailure.notOwner(model: "number", field: "name", owner: .workplace)) {
            try Self.model.admit(["phone": 1, "name": "x"], from: .app, isNew: false)
        }
        #expect(throws: PlatformFailure.notOwner(model: "number", field: "phone", owner: .app)) {
            try Self.model.admit(["phone": "+15551234567"], from: .workplace, isNew: false)
        }
        #expect(throws: Never.self) { try Self.model.admit(["limit": 1], from: .workplace, isNew: false) }
    }

    @Test("every problem is named at once")
    func allProblems() {
        let found = problems(
            [
                "phone": "12", "status": "ONN", "limit": 11, "price": "1e5", "seen": "yesterday", "tags": ["a", 1],
                "colour": "red", "id": "x",
            ], isNew: true)
        let expected = [
            "colour is not a field", "id is set by the platform", "remote is required", "phone must be a phone number",
            "status must be one of ON or OFF; did you mean ON?", "limit must be at most 10", "price must be a decimal",
            "seen must be a date and time", "tags[1] must be text",
        ]
        #expect(found.count == expected.count, "\(found)")
        for text in expected { #expect(found.contains { $0.hasPrefix(text) }, "\(text) in \(found)") }
    }

    @Test("a required field cannot be cleared, nor be missing when the other side creates")
    func required() {
        #expect(problems(["phone": .null]) == ["phone is required and cannot be cleared"])
        #expect(problems(["name": "x"], from: .workplace, isNew: true).contains { $0.contains("belongs to the APP") })
    }

    @Test("the identity of an instance does not change")
    func identity() {
        #expect(throws: PlatformFailure.self) { try Self.model.checkIdentity(of: ["remote": "a"], survives: ["remote": "b"]) }
        #expect(throws: Never.self) { try Self.model.checkIdentity(of: ["remote": "a"], survives: ["remote": "a", "limit": 1]) }
    }

    @Test("decimals are in order of their value", arguments: [
        ("1", "1.0", 0), ("-0", "0.00", 0), ("2", "10", -1), ("-2", "-10", 1), ("-1", "1", -1), ("0.10", "0.09", 1),
        ("123456789012345678901234567890.1", "123456789012345678901234567890.2", -1),
    ])
    func decimalOrder(one: String, other: String, expected: Int) {
        #expect(DecimalText.order(one, other).signum() == expected)
        #expect(DecimalText.order(other, one).signum() == -expected)
    }

    @Test("the in-memory session keeps the platform's rules")
    func inMemorySession() async throws {
        let session = InMemorySession()
        let values: JSONObject = ["remote": "r", "phone": "+15551234567"]
        let created = try await session.write(.upsert(values), to: Self.model, as: .app)
        let named = try await session.write(.update(id: created.id, ["name": "Desk"]), to: Self.model, as: .workplace)
        #expect(named.values["name"] == "Desk")
        let again = try await session.write(.upsert(["remote": "r", "limit": 3]), to: Self.model, as: .app)
        #expect(again.id == created.id)
        #expect(again.values["name"] == "Desk")
        await #expect(throws: PlatformFailure.conflict(what: "Number", field: "phone")) {
            _ = try await session.write(.create(["remote": "s", "phone": "+15551234567"]), to: Self.model, as: .app)
        }
        let query = RecordQuery(conditions: [.init(field: "limit", operator: .greater, value: 2)])
        #expect(try await session.records(of: Self.model, matching: query).map(\.id) == [created.id])
        #expect(try await session.delete(created.id, from: Self.model))
        #expect(try await session.count(of: Self.model, matching: RecordQuery()) == 0)
    }
}
