import Foundation
import Testing

@testable import ManifestCompiler

@Suite("The whole language is used somewhere")
struct GrammarCoverageTests {
    /// Every key of every place, as far as manifests that are all right use them.
    @Test("every key of the grammar stands in a valid fixture or one of the integrations")
    func keys() throws {
        var used = UsedKeys()
        for url in try Fixtures.valid() { used.read(try Fixtures.sources(url)) }
        for name in IntegrationsTests.names { used.read(try IntegrationsTests.sources(name)) }
        used.read([try Fixtures.source(Fixtures.integration)])
        let all = Grammar.blocks.values.flatMap { block in block.keys.map { "\(block.name).\($0.name)" } }
        #expect(all.filter { !used.names.contains($0) }.sorted() == [])
    }
}

/// The keys that manifests use, each as `place.key`.
private struct UsedKeys {
    private(set) var names: Set<String> = []

    mutating func read(_ sources: [SourceFile]) {
        guard let manifest = sources.first else { return }
        let files = IncludedFiles.load(manifest, beside: ListedFiles(sources.dropFirst()))
        guard let root = files.root else { return }
        let texts = Dictionary(files.opened.files.map { ($0.path, SourceText($0)) }) { first, _ in first }
        var decoder = GrammarDecoder(sources: texts)
        if let block = decoder.root(root) { visit(.block(block)) }
    }

    private mutating func visit(_ value: Decoded) {
        switch value {
        case .block(let block):
            for entry in block.values {
                names.insert("\(block.name).\(entry.key)")
                visit(entry.value)
            }
            for entry in block.others { visit(entry.value) }
        case .list(let items, _): for item in items { visit(item) }
        case .map(let entries, _): for entry in entries { visit(entry.value) }
        default: break
        }
    }
}
