/// A value in the manifest in which templates may stand, in lists and maps too.
package indirect enum WrittenValue: Sendable, Hashable {
    case template(TemplateSource)
    /// Without any template.
    case literal(ManifestValue, at: SourceSpan)
    /// A list with a template somewhere in it.
    case list([WrittenValue], at: SourceSpan)
    /// A map with a template somewhere in it, in the order written.
    case map([Entry], at: SourceSpan)

    /// One key of a map with its value.
    package struct Entry: Sendable, Hashable {
        package var key: String
        package var value: WrittenValue
    }

    /// Every template in it, in the order written.
    package var templates: [TemplateSource] {
        switch self {
        case .template(let source): [source]
        case .literal: []
        case .list(let elements, _): elements.flatMap(\.templates)
        case .map(let entries, _): entries.flatMap(\.value.templates)
        }
    }
}

extension ManifestAssembler {
    func writtenValue(_ node: Node) -> WrittenValue {
        if let template = template(node) { return .template(template) }
        let value: WrittenValue
        switch node.content {
        case .scalar: return .literal(ManifestValue(node), at: node.span)
        case .sequence(let items, _): value = .list(items.map(writtenValue), at: node.span)
        case .mapping(let mapping):
            value = .map(mapping.entries.map { .init(key: $0.key.text, value: writtenValue($0.value)) }, at: node.span)
        }
        return value.templates.isEmpty ? .literal(ManifestValue(node), at: node.span) : value
    }
}
