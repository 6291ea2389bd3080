import Foundation
import Testing

@testable import ManifestCompiler

@Suite("What is told about codes")
struct ExplanationTests {
    @Test("the wrong example is reported with the code", arguments: Explanation.all.keys.sorted())
    func wrong(_ code: String) throws {
        let explanation = try #require(Explanation.all[code])
        // These two are about the header that other examples are given.
        let isWhole = explanation.wrong.hasPrefix("manifest:") || code == "yaml.empty"
        let file =
            isWhole
            ? SourceFile(path: "integration.yaml", text: explanation.wrong + "\n") : source(explanation.wrong + "\n")
        let codes = ManifestCompiler.compile([file]).diagnostics.map(\.code.name)
        #expect(codes.contains(code), "\(codes)")
    }

    @Test("the right one is not, and has no error", arguments: Explanation.all.keys.sorted())
    func right(_ code: String) throws {
        let explanation = try #require(Explanation.all[code])
        let problems = compile(explanation.right + "\n").diagnostics
        #expect(!problems.contains { $0.code.name == code })
        let errors = problems.filter { $0.severity == .error }
        #expect(PlainDiagnosticPrinter().print(errors) == "")
    }

    @Test("explanations are of codes that there are, and most codes have one")
    func coverage() {
        let names = DiagnosticCode.all.map(\.name)
        #expect(Set(Explanation.all.keys).subtracting(names).sorted() == [])
        let explained = names.count { Explanation.all[$0] != nil }
        #expect(explained * 5 >= names.count * 4, "\(names.filter { Explanation.all[$0] == nil })")
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

    @Test("docs/Diagnostics.md says the same about every code that it has")
    func document() throws {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let url = root.appending(path: "docs/Diagnostics.md")
        if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1" {
            try Data(diagnosticsDocument().utf8).write(to: url)
        }
        let sections = { (text: String) in Set(text.components(separatedBy: "\n## ").dropFirst().map { $0.trimmed }) }
        let written = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        #expect(sections(written).subtracting(sections(diagnosticsDocument())).sorted() == [])
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
