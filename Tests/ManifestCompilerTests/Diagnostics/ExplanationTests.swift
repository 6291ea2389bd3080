import Foundation
import Testing

@testable import ManifestCompiler

@Suite("What is told about codes")
struct ExplanationTests {
    /// Codes of which no example can be shown in text.
    private static let unshown: Set<String> = ["file.unreadable", "yaml.too_large"]
    /// With `RECORD_FIXTURES=1` in the environment, files are written instead of compared.
    private static let records = ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1"

    @Test("what stands beside the wrong example is right: no error, and the code is not reported",
        arguments: try Fixtures.mended())
    func right(_ mended: Fixtures.Mended) throws {
        let problems = ManifestCompiler.compile(try Fixtures.sources(mended.url)).diagnostics
        #expect(!problems.contains { $0.code.name == mended.code })
        #expect(PlainDiagnosticPrinter().print(problems.filter { $0.severity == .error }) == "")
    }

    @Test("the examples are the fixtures")
    func examples() throws {
        let source = try ExplainedFixtures.source()
        if Self.records { try Data(source.utf8).write(to: ExplainedFixtures.file) }
        #expect(String(decoding: try Data(contentsOf: ExplainedFixtures.file), as: UTF8.self) == source)
        let fixtures = try ExplainedFixtures.examples()
        #expect(Explanation.examples == Dictionary(uniqueKeysWithValues: fixtures.map { ($0.code, $0.example) }))
        #expect(fixtures.map(\.code) == (try Fixtures.mended().map(\.code)), "a mended one has nothing beside it")
    }

    @Test("every code is explained, with examples where they can be shown")
    func coverage() {
        let names = Set(DiagnosticCode.all.map(\.name))
        #expect(names.symmetricDifference(Explanation.all.keys).sorted() == [])
        #expect(Set(Explanation.all.values.filter { $0.example == nil }.map(\.code)) == Self.unshown)
    }

    @Test("a terminal is told all of it, and a misspelt code is guessed")
    func text() throws {
        let text = try #require(DiagnosticCode.named("key.unknown")).explanationText
        #expect(text.hasPrefix("key.unknown (error)\n\nA key is not one of those that belong here.\n\nA key that"))
        #expect(text.contains("\nWrong:\n\n    tools:\n      look: { desciption: Look it up }\n"))
        #expect(text.contains("\nRight:\n\n    tools:\n      look: { description: Look it up }\n"))
        #expect(DiagnosticCode.nearest(to: "key.unknwon") == "key.unknown")
        #expect(DiagnosticCode.nearest(to: "webhooks.unsigned") == "webhook.unsigned")
        #expect(DiagnosticCode.nearest(to: "nothing") == nil)
        #expect(DiagnosticCode.list.split(separator: "\n").count == DiagnosticCode.all.count)
    }

    @Test("docs/Diagnostics.md says the same about every code")
    func document() throws {
        let url = Fixtures.package.appending(path: "docs/Diagnostics.md")
        if Self.records { try Data(diagnosticsDocument().utf8).write(to: url) }
        let written = String(decoding: try Data(contentsOf: url), as: UTF8.self).components(separatedBy: "\n## ")
        #expect(written.difference(from: diagnosticsDocument().components(separatedBy: "\n## ")).isEmpty)
    }
}
