/// A value that has the shape the grammar wants, with its place.
indirect enum Decoded: Sendable {
    case text(DecodedText)
    case template(TemplateSource)
    case boolean(Bool, SourceSpan)
    case integer(Int64, SourceSpan)
    case duration(ManifestDuration, SourceSpan)
    case size(ByteCount, SourceSpan)
    case type(TypeExpression)
    /// A value of any shape, for which the type of something else decides what it means.
    case anything(Node)
    case list([Decoded], SourceSpan)
    case map([DecodedEntry], SourceSpan)
    case block(DecodedBlock)
    /// Was there, and has been reported.
    case invalid(SourceSpan)

    var span: SourceSpan {
        switch self {
        case .text(let text): text.span
        case .template(let source): source.span
        case .boolean(_, let span), .integer(_, let span), .duration(_, let span), .size(_, let span): span
        case .list(_, let span), .map(_, let span), .invalid(let span): span
        case .type(let type): type.span
        case .anything(let node): node.span
        case .block(let block): block.span
        }
    }
}

extension Decoded {
    /// Whether it could not be read: itself, an item of it, or one of its keys. Entries of a map of the author's
    /// choice count for themselves.
    var isDoubtful: Bool {
        switch self {
        case .invalid: true
        case .block(let block): !block.doubtful.isEmpty
        case .list(let items, _): items.contains { if case .invalid = $0 { true } else { false } }
        default: false
        }
    }
}

struct DecodedText: Sendable {
    var text: String
    var span: SourceSpan
}

/// A key of the author's choice with its value.
struct DecodedEntry: Sendable {
    var key: Mapping.Key
    var value: Decoded

    /// From the key to the end of the value.
    var span: SourceSpan {
        value.span.start >= key.span.start && value.span.isInFile(of: key.span)
            ? key.span.moved(from: key.span.start, to: value.span.end) : key.span
    }
}

/// A map with the keys of one place of the grammar.
struct DecodedBlock: Sendable {
    var name: BlockName
    var span: SourceSpan
    /// The keys that are there, in the order written.
    var values: [(key: String, keySpan: SourceSpan, value: Decoded)] = []
    /// Keys of the author's choice.
    var others: [DecodedEntry] = []
    /// `x-…` keys.
    var extensions: [ManifestValue.Entry] = []
    /// Keys of which nobody knows the value: reported, missing though required, there twice, or probably meant by a
    /// key that is unknown.
    var doubtful: Set<String> = []
}

extension DecodedBlock {
    subscript(key: String) -> Decoded? {
        for entry in values where entry.key == key { return entry.value }
        return nil
    }

    func keySpan(_ key: String) -> SourceSpan? { values.first { $0.key == key }?.keySpan }

    func text(_ key: String) -> DecodedText? { if case .text(let text)? = self[key] { text } else { nil } }

    func string(_ key: String) -> String? { text(key)?.text }

    func boolean(_ key: String) -> Bool? { if case .boolean(let value, _)? = self[key] { value } else { nil } }

    func integer(_ key: String) -> Int? {
        if case .integer(let value, _)? = self[key] { Int(exactly: value) } else { nil }
    }

    func template(_ key: String) -> TemplateSource? {
        if case .template(let source)? = self[key] { source } else { nil }
    }

    func duration(_ key: String) -> ManifestDuration? {
        if case .duration(let value, _)? = self[key] { value } else { nil }
    }

    func size(_ key: String) -> ByteCount? { if case .size(let value, _)? = self[key] { value } else { nil } }

    func block(_ key: String) -> DecodedBlock? { if case .block(let block)? = self[key] { block } else { nil } }

    func list(_ key: String) -> [Decoded] { if case .list(let items, _)? = self[key] { items } else { [] } }

    func map(_ key: String) -> [DecodedEntry] { if case .map(let entries, _)? = self[key] { entries } else { [] } }

    func node(_ key: String) -> Node? { if case .anything(let node)? = self[key] { node } else { nil } }

    func reference(_ key: String) -> Reference? { text(key).map { Reference($0.text, at: $0.span) } }

    /// References from a list, or from the one that stands for a list.
    func references(_ key: String) -> [Reference] {
        switch self[key] {
        case .text(let text)?: [Reference(text.text, at: text.span)]
        case .list(let items, _)?: items.references
        default: []
        }
    }

    /// Texts from a list, or from the one that stands for a list.
    func texts(_ key: String) -> [DecodedText] {
        switch self[key] {
        case .text(let text)?: [text]
        case .list(let items, _)?: items.compactMap { if case .text(let text) = $0 { text } else { nil } }
        default: []
        }
    }

    /// A fixed word; `nil` if the key is not there or its word has been reported.
    func word<Word: RawRepresentable>(_ key: String, as type: Word.Type = Word.self) -> Word?
    where Word.RawValue == String {
        text(key).flatMap { Word(rawValue: $0.text) }
    }

    func words<Word: RawRepresentable>(_ key: String, as type: Word.Type = Word.self) -> [Word]
    where Word.RawValue == String {
        texts(key).compactMap { Word(rawValue: $0.text) }
    }
}

extension [Decoded] {
    var references: [Reference] {
        compactMap { if case .text(let text) = $0 { Reference(text.text, at: text.span) } else { nil } }
    }

    var blocks: [DecodedBlock] { compactMap { if case .block(let block) = $0 { block } else { nil } } }
}
