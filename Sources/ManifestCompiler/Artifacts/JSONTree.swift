/// A JSON value for what is written besides Swift; objects keep their order.
package indirect enum JSONTree: Sendable, Hashable {
    case null
    case boolean(Bool)
    /// As it is spelled.
    case number(String)
    case string(String)
    case array([JSONTree])
    case object([Member])

    package struct Member: Sendable, Hashable {
        package var key: String
        package var value: JSONTree

        package init(_ key: String, _ value: JSONTree) {
            self.key = key
            self.value = value
        }
    }

    /// A value of the manifest.
    package init(_ value: ManifestValue) {
        switch value {
        case .text(let text): self = .string(text)
        case .integer(let value): self = .number(String(value))
        case .decimal(let text): self = .number(text)
        case .boolean(let value): self = .boolean(value)
        case .list(let elements): self = .array(elements.map { JSONTree($0) })
        case .map(let entries): self = .object(entries.map { Member($0.key, JSONTree($0.value)) })
        }
    }

    package static func integer(_ value: some BinaryInteger) -> JSONTree { .number(String(value)) }

    package subscript(key: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// Without white space.
    package var compactText: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let text): text
        case .string(let text): JSONDiagnosticPrinter.quote(text)
        case .array(let elements): "[" + elements.map(\.compactText).joined(separator: ",") + "]"
        case .object(let members): "{" + members.map(\.compactText).joined(separator: ",") + "}"
        }
    }

    /// Indented by two spaces, short arrays and objects of scalars on one line; with a line end.
    package var prettyText: String { pretty(indentation: "") + "\n" }

    private func pretty(indentation: String) -> String {
        let inner = indentation + "  "
        switch self {
        case .array(let elements) where !elements.isEmpty && !isFlat:
            let lines = elements.map { inner + $0.pretty(indentation: inner) }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(indentation)]"
        case .object(let members) where !members.isEmpty && !isFlat:
            let lines = members.map { member in
                "\(inner)\(JSONDiagnosticPrinter.quote(member.key)): \(member.value.pretty(indentation: inner))"
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indentation)}"
        case .array(let elements):
            return "[" + elements.map(\.compactText).joined(separator: ", ") + "]"
        default:
            return compactText
        }
    }

    /// Whether it is an array of scalars that is short enough for a line.
    private var isFlat: Bool {
        guard case .array(let elements) = self else { return false }
        return compactText.utf8.count <= 80
            && elements.allSatisfy { element in
                switch element {
                case .array, .object: false
                default: true
                }
            }
    }
}

extension JSONTree.Member {
    /// `"key":value`, without white space.
    var compactText: String { JSONDiagnosticPrinter.quote(key) + ":" + value.compactText }
}
