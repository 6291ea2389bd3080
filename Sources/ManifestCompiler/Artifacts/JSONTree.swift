/// A JSON value for what is written besides Swift; objects keep their order.
package enum JSONTree: Sendable, Hashable {
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
        var writer = JSONWriter()
        writer.compact(self)
        return writer.text
    }

    /// Indented by two spaces, short arrays of scalars on one line; with a line end.
    package var prettyText: String {
        var writer = JSONWriter()
        writer.pretty(self)
        writer.lineEnd()
        return writer.text
    }
}

extension JSONTree.Member {
    /// `"key":value`, without white space.
    var compactText: String { JSONDiagnosticPrinter.quote(key) + ":" + value.compactText }
}

// Documents are written as they look.
extension JSONTree: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .boolean(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(arrayLiteral elements: JSONTree...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSONTree)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
}

extension JSONTree {
    /// Adds a member to an object.
    mutating func append(_ key: String, _ value: JSONTree) {
        guard case .object(let members) = self else { return }
        self = .object(members + [Member(key, value)])
    }

    /// An object with the member, in the place of one of that name.
    func setting(_ key: String, _ value: JSONTree) -> JSONTree {
        guard case .object(var members) = self else { return self }
        if let index = members.firstIndex(where: { $0.key == key }) {
            members[index].value = value
        } else {
            members.append(Member(key, value))
        }
        return .object(members)
    }
}
