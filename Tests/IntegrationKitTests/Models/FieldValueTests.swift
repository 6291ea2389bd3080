import Testing

@testable import IntegrationKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("Fields of models, read and written together")
struct FieldValueTests {
    /// As generated.
    private struct Visit: Model {
        typealias ID = Identifier<Visit>

        let id: ID
        let place: String
        let stage: Stage
        let persons: Int
        let token: Secret<String>?
        let tags: [String]?
        let note: String?
        let createdAt: Date
        let updatedAt: Date
        let refreshedAt: Date

        enum Stage: OptionValue {
            case planned
            case done

            indirect case unknown(String)

            static let allCases: [Stage] = [.planned, .done]

            var rawValue: String {
                switch self {
                case .planned: "PLANNED"
                case .done: "DONE"
                case .unknown(let value): value
                }
            }

            var label: String { rawValue }
        }

        struct AppFields: FieldSet {
            var place: String
            var stage: Stage = .planned
            var persons: Int = 2
            var token: Secret<String>?
            var tags: [String]?

            var values: JSONObject { Visit.values(of: .app, place, stage, persons, token, tags) }
        }

        struct WorkplaceFields: FieldSet {
            var tags: [String]?
            var note: String?

            var values: JSONObject { Visit.values(of: .workplace, tags, note) }
        }

        enum Field: ModelField {
            case id
            var handle: String { "id" }
        }

        static let descriptor = ModelDescriptor(
            handle: "visit", label: "Visit", labelPlural: "Visits",
            fields: [
                FieldDescriptor(handle: "place", label: "Place", scalar: .string, owner: .app, isRequired: true),
                FieldDescriptor(
                    handle: "stage", label: "Stage", scalar: .string, owner: .app, options: Stage.descriptors,
                    defaultValue: "PLANNED"),
                FieldDescriptor(handle: "persons", label: "Persons", scalar: .integer, owner: .app, defaultValue: 2),
                FieldDescriptor(handle: "token", label: "Token", scalar: .string, owner: .app, isEncrypted: true),
                FieldDescriptor(handle: "tags", label: "Tags", scalar: .string, isList: true, owner: .both),
                FieldDescriptor(handle: "note", label: "Note", scalar: .string, owner: .workplace),
            ])

        init(record: Record) throws(InvalidValue) {
            (self.place, self.stage, self.persons, self.token, self.tags, self.note) = try record.fields(of: Self.self)
            self.id = ID(record.id)
            self.createdAt = record.createdAt
            self.updatedAt = record.updatedAt
            self.refreshedAt = record.refreshedAt
        }

        var appFields: AppFields {
            AppFields(place: place, stage: stage, persons: persons, token: token, tags: tags)
        }
    }

    private func record(_ values: JSONObject) -> Record {
        let now = Date(timeIntervalSince1970: 0)
        return Record(id: "vst_1", values: values, createdAt: now, updatedAt: now, refreshedAt: now)
    }

    @Test("each value goes to the field of its handle, whatever their order")
    func reading() throws {
        let visit = try Visit(
            record: record([
                "note": "late", "tags": ["a", "b"], "token": "s3", "persons": 3, "stage": "DONE", "place": "York",
            ]))
        #expect(visit.place == "York")
        #expect(visit.stage == .done)
        #expect(visit.persons == 3)
        #expect(visit.token?.expose() == "s3")
        #expect(visit.tags == ["a", "b"])
        #expect(visit.note == "late")
    }

    @Test("a field without a value has its default, else none", arguments: [["place": "York"], nulls] as [JSONObject])
    func missing(_ values: JSONObject) throws {
        let visit = try Visit(record: record(values))
        #expect(visit.stage == .planned)
        #expect(visit.persons == 2)
        #expect(visit.token == nil)
        #expect(visit.tags == nil)
        #expect(visit.note == nil)
    }

    private static let nulls: JSONObject = [
        "place": "York", "stage": .null, "persons": .null, "token": .null, "tags": .null, "note": .null,
    ]

    @Test("all that does not fit is told at once, by the fields' handles")
    func problems() throws {
        let error = try #require(throws: InvalidValue.self) {
            try Visit(record: record(["persons": "three", "token": 7, "tags": ["a", 1]]))
        }
        #expect(error.problems.map(\.path) == ["place", "persons", "token", "tags[1]"])
        #expect(error.problems.first?.message == "is required")
    }

    @Test("an option that the manifest does not list is kept, and written as it was read")
    func unlisted() throws {
        let visit = try Visit(record: record(["place": "York", "stage": "LOST"]))
        #expect(visit.stage == .unknown("LOST"))
        #expect(visit.appFields.values["stage"] == "LOST")
    }

    @Test("what each side writes are its own fields by their handles, null where there is no value")
    func writing() {
        let app = Visit.AppFields(place: "York", token: Secret("s3")).values
        #expect(
            app == ["place": "York", "stage": "PLANNED", "persons": 2, "token": "s3", "tags": .null])
        #expect(Visit.WorkplaceFields(tags: ["a"]).values == ["tags": ["a"], "note": .null])
    }
}
