/// One object of the graph as calls read it: its type's name, its fields, and which come when none are asked for.
struct GraphNode: Sendable {
    /// What a field gives.
    enum Field: Sendable {
        /// The type has no such field: an error.
        case unknown
        /// The field exists and is empty: left out of the answer.
        case absent
        case value(WireJSON)
    }

    /// Name of the type in error messages, for example `WhatsAppBusinessPhoneNumber`.
    var type: String
    var id: String
    var defaults: [String]
    var field: @Sendable (FieldSelection.Item) throws(GraphError) -> Field

    /// The fields of `selection`, or the default ones; `id` is always there.
    func render(_ selection: FieldSelection?) throws(GraphError) -> WireJSON {
        let items = selection?.items ?? defaults.map { FieldSelection.Item(name: $0) }
        var members: [WireJSON.Member] = []
        for item in items where !members.contains(where: { $0.key == item.name }) {
            if item.name == "id" {
                members.append(.init(key: "id", value: .string(id)))
                continue
            }
            switch try field(item) {
            case .unknown: throw .unknownField(item.name, nodeType: type)
            case .absent: continue
            case .value(let value): members.append(.init(key: item.name, value: Self.pick(item.nested, of: value)))
            }
        }
        if !members.contains(where: { $0.key == "id" }) { members.append(.init(key: "id", value: .string(id))) }
        return .object(members)
    }

    /// Keeps of a plain object what is asked for. Lists have applied the selection to their rows already.
    private static func pick(_ selection: FieldSelection?, of value: WireJSON) -> WireJSON {
        guard let selection, case .object(let members) = value, value["data"] == nil else { return value }
        return .object(members.filter { member in selection.items.contains { $0.name == member.key } })
    }
}

extension GraphRequest {
    /// The `fields` parameter, read.
    func fieldSelection() throws(GraphError) -> FieldSelection? {
        guard let text = text("fields") else { return nil }
        guard let selection = FieldSelection(parsing: text) else {
            throw GraphError(
                status: 400, message: "Syntax error in the field list: \(text)", code: 2500)
        }
        return selection
    }
}
