internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import Storage

/// The instances of one model: list with filters and pages, one, and changes of its WORKPLACE fields.
struct InstanceRoutes<I: Integration>: Sendable {
    struct Place: Sendable {
        let installation: Installation
        let model: ModelDescriptor
    }

    let runtime: Runtime<I>

    /// `GET …?field=value&field[GTE]=value&order=-field&limit=50&offset=100`. A value is read as the field's type.
    func list(_ request: Request, _ place: Place) async throws -> Response {
        let query = try Self.query(RawQuery(request.uri.query ?? ""), place.model)
        let session = runtime.session(for: place.installation)
        let records = try await session.records(of: place.model, matching: query)
        let total = try await session.count(of: place.model, matching: query)
        return RESTRoutes<I>.json([
            "items": .array(records.map { Self.json($0, place.model) }), "total": .number(JSONNumber(total)),
            "limit": .number(JSONNumber(query.limit)), "offset": .number(JSONNumber(query.offset)),
        ])
    }

    func get(_ place: Place, id: String) async throws -> Response {
        let session = runtime.session(for: place.installation)
        guard let record = try await session.records(of: place.model, matching: .id(id)).first else {
            throw HTTPProblem(.notFound)
        }
        return RESTRoutes<I>.json(Self.json(record, place.model))
    }

    /// Writes the named fields and leaves the others. A field that is not the workplace's is refused with its name.
    func patch(_ request: Request, _ place: Place, id: String) async throws -> Response {
        guard let values = try await RESTRoutes<I>.body(request, runtime.settings.limits).objectValue else {
            throw HTTPProblem(.unprocessableContent, "The body must be an object of fields.")
        }
        let session = runtime.session(for: place.installation)
        let record = try await session.write(.update(id: id, values), to: place.model, as: .workplace)
        try await session.finish()
        return RESTRoutes<I>.json(Self.json(record, place.model))
    }

    /// Encrypted fields only say whether there is a value.
    private static func json(_ record: Record, _ model: ModelDescriptor) -> JSON {
        var object: JSONObject = ["id": .string(record.id)]
        for field in model.fields {
            let value = record.values[field.handle] ?? .null
            object[field.handle] = field.isEncrypted ? (value.isNull ? .null : .string("<secret>")) : value
        }
        object["created_at"] = record.createdAt.json
        object["updated_at"] = record.updatedAt.json
        object["refreshed_at"] = record.refreshedAt.json
        return .object(object)
    }

    // MARK: Queries

    private static func query(_ raw: RawQuery, _ model: ModelDescriptor) throws -> RecordQuery {
        var query = RecordQuery(limit: 50)
        var problems: [ValueProblem] = []
        for (name, value) in raw.pairs {
            switch name {
            case "limit":
                guard let limit = Int(value), (1...RecordQuery.maximumLimit).contains(limit) else {
                    problems.append(ValueProblem(path: name, message: "must be 1 to \(RecordQuery.maximumLimit)"))
                    continue
                }
                query.limit = limit
            case "offset":
                guard let offset = Int(value), offset >= 0 else {
                    problems.append(ValueProblem(path: name, message: "must be 0 or more"))
                    continue
                }
                query.offset = offset
            case "order":
                query.order += value.split(separator: ",").map { field in
                    field.hasPrefix("-")
                        ? .init(field: String(field.dropFirst()), descending: true) : .init(field: String(field))
                }
            default:
                if let condition = condition(name, value, model, &problems) { query.conditions.append(condition) }
            }
        }
        guard problems.isEmpty else { throw PlatformFailure.invalid(InvalidValue(problems)) }
        return query
    }

    private static func condition(
        _ name: String, _ text: String, _ model: ModelDescriptor, _ problems: inout [ValueProblem]
    ) -> RecordQuery.Condition? {
        var field = name
        var comparison = RecordQuery.Condition.Operator.equal
        if name.hasSuffix("]"), let open = name.firstIndex(of: "[") {
            field = String(name[..<open])
            let word = String(name[name.index(after: open)...].dropLast()).uppercased()
            guard let known = RecordQuery.Condition.Operator(rawValue: word) else {
                let all = RecordQuery.Condition.Operator.allCases.map(\.rawValue).joined(separator: ", ")
                problems.append(ValueProblem(path: name, message: "must use one of \(all)"))
                return nil
            }
            comparison = known
        }
        let scalar = model.queried(field)?.scalar ?? .string
        let value: JSON =
            comparison == .isIn
            ? .array(text.split(separator: ",").map { Self.value(String($0), scalar) }) : Self.value(text, scalar)
        return RecordQuery.Condition(field: field, operator: comparison, value: value)
    }

    private static func value(_ text: String, _ scalar: FieldDescriptor.Scalar) -> JSON {
        switch scalar {
        case .integer, .number: JSONNumber(text: text).map(JSON.number) ?? .string(text)
        case .boolean: text == "true" ? true : text == "false" ? false : .string(text)
        default: .string(text)
        }
    }
}
