import Foundation
import Testing

@testable import ManifestCompiler

/// A key that no manifest uses is a key that nobody has seen work.
@Suite("The whole language is used somewhere")
struct GrammarCoverageTests {
    /// What no such manifest uses, with why.
    private static let unused: [String: String] = [
        "entityRelation.accept": "nothing in a relation is ever warned about",
        "unionCase.accept": "nothing in a case is ever warned about",
    ]

    @Test("every key of the grammar, and every word that a key takes, stands in a manifest without mistakes")
    func keysAndWords() throws {
        var used = UsedGrammar()
        for url in try Fixtures.valid() { used.read(try Fixtures.sources(url)) }
        for name in IntegrationsTests.names { used.read(try IntegrationsTests.sources(name)) }
        used.read([try Fixtures.source(Fixtures.integration)])
        let missing = Self.all.subtracting(used.names)
        #expect(missing.subtracting(Self.unused.keys).sorted() == [])
        #expect(Set(Self.unused.keys).subtracting(missing).sorted() == [])
    }

    /// `place.key` of every key, and `place.key: WORD` of every word.
    private static var all: Set<String> {
        var names: Set<String> = []
        for block in Grammar.blocks.values {
            for key in block.keys {
                names.insert("\(block.name).\(key.name)")
                names.formUnion(key.value.words.map { UsedGrammar.name(of: $0, at: key.name, in: block.name) })
            }
        }
        return names
    }
}

extension ValueRule {
    /// The fixed words that may stand here, in lists and maps too, but not in the keys of a block.
    fileprivate var words: [String] {
        switch self {
        case .words(let words): words
        case .list(let rule), .oneOrMany(let rule), .map(_, let rule): rule.words
        case .shapes(let text, let list, let map): [text, list, map].flatMap { $0?.words ?? [] }
        case .byKey(let rules, let otherwise): rules.flatMap(\.rule.words) + otherwise.words
        case .oneOf(let rules): rules.flatMap(\.rule.words)
        default: []
        }
    }
}

/// The keys that manifests use, each as `place.key`, and the texts under them, each as `place.key: TEXT`.
private struct UsedGrammar {
    private(set) var names: Set<String> = []

    /// Keys of fields and variables whose words mean the same wherever they stand, and are wanted once.
    private static let refinements: Set<String> = ["format", "normalize", "style", "pii", "coerce"]

    static func name(of word: String, at key: String, in block: BlockName) -> String {
        let isShared = refinements.contains(key) && Grammar.blocks[block]?.key("normalize") != nil
        return isShared ? "a field's \(key): \(word)" : "\(block).\(key): \(word)"
    }

    mutating func read(_ sources: [SourceFile]) {
        guard let manifest = sources.first else { return }
        let files = IncludedFiles.load(manifest, beside: ListedFiles(sources.dropFirst()))
        guard let root = files.root else { return }
        let texts = Dictionary(files.opened.files.map { ($0.path, SourceText($0)) }) { first, _ in first }
        var decoder = GrammarDecoder(sources: texts)
        if let block = decoder.root(root) { visit(block) }
    }

    private mutating func visit(_ block: DecodedBlock) {
        for entry in block.values {
            names.insert("\(block.name).\(entry.key)")
            visit(entry.value, at: entry.key, in: block.name)
        }
        for entry in block.others { visit(entry.value, at: entry.key.text, in: block.name) }
    }

    private mutating func visit(_ value: Decoded, at key: String, in name: BlockName) {
        switch value {
        case .block(let block): visit(block)
        case .list(let items, _): for item in items { visit(item, at: key, in: name) }
        case .map(let entries, _): for entry in entries { visit(entry.value, at: key, in: name) }
        case .text(let text): names.insert(Self.name(of: text.text, at: key, in: name))
        case .template(let source): visit(source)
        default: break
        }
    }

    /// A `choose` has become a template by now.
    private mutating func visit(_ source: TemplateSource) {
        guard let parts = source.choice?.parts else { return }
        names.formUnion(["choose.choose", "choose.of"])
        if parts.empty != nil { names.insert("choose.empty") }
        if parts.otherwise != nil { names.insert("choose.else") }
    }
}
