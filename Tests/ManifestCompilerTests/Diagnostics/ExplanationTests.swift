import Foundation
import Testing

@testable import ManifestCompiler

@Suite("What is told about codes")
struct ExplanationTests {
    /// Codes of which no example can be shown in text.
    private static let unshown: Set<String> = ["file.unreadable", "yaml.too_large"]

    static let examples: [(code: String, example: Explanation.Example)] = Explanation.all.values.sorted {
        $0.code < $1.code
    }.compactMap { explanation in explanation.example.map { (explanation.code, $0) } }

    @Test("the wrong example is reported with the code", arguments: examples)
    func wrong(_ code: String, _ example: Explanation.Example) {
        let codes = ManifestCompiler.compile(Self.files(of: example.wrong)).diagnostics.map(\.code.name)
        #expect(codes.contains(code), "\(codes)")
    }

    @Test("the right one is not, and has no error", arguments: examples)
    func right(_ code: String, _ example: Explanation.Example) {
        let problems = ManifestCompiler.compile(Self.files(of: example.right)).diagnostics
        #expect(!problems.contains { $0.code.name == code })
        #expect(PlainDiagnosticPrinter().print(problems.filter { $0.severity == .error }) == "")
    }

    @Test("every code is explained, with examples where they can be shown")
    func coverage() {
        let names = Set(DiagnosticCode.all.map(\.name))
        #expect(names.symmetricDifference(Explanation.all.keys).sorted() == [])
        #expect(Set(Explanation.all.values.filter { $0.example == nil }.map(\.code)) == Self.unshown)
    }

    /// The files of an example: a comment that is a path begins another one. A manifest without a header gets one.
    private static func files(of example: String) -> [SourceFile] {
        var parts: [(path: String, text: String)] = [("integration.yaml", "")]
        for line in example.split(separator: "\n", omittingEmptySubsequences: false) {
            if let match = line.wholeMatch(of: /# ([\w\/]+\.ya?ml)/) {
                parts.append((String(match.1), ""))
            } else {
                parts[parts.count - 1].text += line + "\n"
            }
        }
        let manifest = parts.filter { $0.path == "integration.yaml" }.map(\.text).joined()
        let isWhole = manifest.hasPrefix("manifest:") || manifest.split(separator: "\n").allSatisfy { $0.hasPrefix("#") }
        return [isWhole ? SourceFile(path: "integration.yaml", text: manifest) : source(manifest)]
            + parts.filter { $0.path != "integration.yaml" }.map { SourceFile(path: $0.path, text: $0.text) }
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
