import Foundation
import Testing

@testable import ManifestCompiler

@Suite("Printing diagnostics")
struct PrinterTests {
    private let file = source("models:\n  numbér: { fields: { a: STRING } }\ntools:\n  t: { inputt: {} }\n  t: {}\n")
    private var diagnostics: [Diagnostic] { ManifestCompiler.compile([file]).diagnostics }

    @Test("one line each, as build logs read it")
    func plain() {
        #expect(
            PlainDiagnosticPrinter(withDetails: false).print(diagnostics) == """
                integration.yaml:6:3: error: `numbér` is not a handle: handles are lower-case letters, digits and `_`, \
                and begin with a letter [handle.invalid]
                integration.yaml:8:8: error: a tool has no key `inputt`; did you mean `input`? [key.unknown]
                integration.yaml:9:3: error: `t` is declared twice [key.duplicate]

                """)
    }

    @Test("a terminal sees the line with the range underlined, notes and help")
    func terminal() {
        let text = TerminalDiagnosticPrinter(sources: [file]).print(Array(diagnostics.dropFirst()))
        #expect(
            text == """
                error: a tool has no key `inputt`; did you mean `input`? [key.unknown]
                 --> integration.yaml:8:8
                  |
                8 |   t: { inputt: {} }
                  |        ^^^^^^
                  = help: replace with `input`

                error: `t` is declared twice [key.duplicate]
                 --> integration.yaml:9:3
                  |
                9 |   t: {}
                  |   ^
                note: first declared here
                 --> integration.yaml:8:3
                  |
                8 |   t: { inputt: {} }
                  |   ^

                """)
    }

    @Test("long lines are cut around the range, and colours are asked for by meaning")
    func longLine() {
        let long = source("description: \(String(repeating: "x", count: 500)), y\nspelling: [ID], z\n")
        let text = TerminalDiagnosticPrinter(sources: [long]) { text, style in "<\(style):\(text)>" }
            .print(ManifestCompiler.compile([long]).diagnostics)
        #expect(text.contains("<error:"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count < 250 })
    }

    @Test("editors get ranges from 0 in UTF-16 code units")
    func json() {
        let file = source("x-a: '😀'\ndescription: { 😀: a }\n")
        let text = JSONDiagnosticPrinter(sources: [file]).print(ManifestCompiler.compile([file]).diagnostics)
        #expect(text.contains(#""range":{"start":{"line":5,"character":13},"end":{"line":5,"character":22}}"#))
        #expect(text.contains(#""severity":1,"code":"value.shape","source":"integration""#))
        #expect(JSONDiagnosticPrinter(sources: []).print([]) == "[]\n")
    }

    @Test("tabs, wide and combining characters are underlined where they are seen")
    func widths() {
        func underlined(_ line: String, _ range: Range<Int>) -> String {
            let excerpt = LineExcerpt(line, range)
            return "\(excerpt.text)\n\(excerpt.indent)\(excerpt.marks)"
        }
        #expect(underlined("\tab: x", 1..<3) == "    ab: x\n    ^^")
        #expect(underlined("ab\tx", 3..<4) == "ab  x\n    ^")
        #expect(underlined("日本: x", 4..<5) == "日本: x\n      ^")
        #expect(underlined("日本: x", 0..<2) == "日本: x\n^^^^")
        #expect(underlined("e\u{301}a", 2..<3) == "e\u{301}a\n ^")
        #expect(underlined("😀 x", 0..<1) == "😀 x\n^^")
        #expect(underlined("a\u{202E}b\u{1B}c", 4..<5) == "a\u{FFFD}b\u{FFFD}c\n    ^")
        #expect(underlined("ab", 2..<2) == "ab\n  ^")
        #expect(underlined("ab", 7..<9) == "ab\n  ^")
    }

    @Test("a long line is cut on both sides, and the range is in what is left")
    func cut() {
        let line = String(repeating: "a", count: 300) + "XX" + String(repeating: "b", count: 300)
        let excerpt = LineExcerpt(line, 300..<302)
        #expect(excerpt.text.hasPrefix("…a"))
        #expect(excerpt.text.hasSuffix("b…"))
        let start = excerpt.text.index(excerpt.text.startIndex, offsetBy: excerpt.indent.count)
        #expect(excerpt.text[start...].hasPrefix("XX"))
        #expect(excerpt.marks == "^^")
        #expect(excerpt.text.count <= LineExcerpt.width + 1)
    }

    @Test("a range of several lines shows its first and its last")
    func severalLines() {
        let file = source("models: {\n  a: {\n    x\n")
        let position = { (line: Int, column: Int) in SourcePosition(line: line, column: column, offset: line) }
        let span = SourceSpan(file: file.path, start: position(5, 9), end: position(7, 6))
        let text = TerminalDiagnosticPrinter(sources: [file]).print(Diagnostic(DiagnosticCode.all[0], "wrong", at: span))
        #expect(
            text == """
                error: wrong [yaml.encoding]
                 --> integration.yaml:5:9
                  |
                5 | models: {
                  |         ^
                  :
                7 |     x
                  |     ^

                """)
    }

    @Test("annotations escape what would end them")
    func gitHub() {
        let position = SourcePosition(line: 2, column: 3, offset: 9)
        let span = SourceSpan(file: "a,b:c%.yaml", start: position, end: position)
        let problem = Diagnostic(
            DiagnosticCode.all[0], "50% is\nwrong: really, so", at: span, notes: [Diagnostic.Note("here", at: span)],
            help: ["write it"])
        #expect(
            GitHubDiagnosticPrinter().print([problem])
                == "::error file=a%2Cb%3Ac%25.yaml,line=2,endLine=2,col=3,endColumn=3,title=yaml.encoding::"
                + "50%25 is%0Awrong: really, so%0Anote: here (a,b:c%25.yaml:2:3)%0Ahelp: write it\n")
    }

    @Test("code scanning gets rules, regions, related places and fixes")
    func sarif() throws {
        let text = SARIFDiagnosticPrinter().print(diagnostics)
        let log = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let driver = (run["tool"] as? [String: [String: Any]])?["driver"]
        let rules = try #require(driver?["rules"] as? [[String: Any]])
        #expect(rules.compactMap { $0["id"] as? String } == ["handle.invalid", "key.unknown", "key.duplicate"])
        #expect(rules.allSatisfy { (($0["help"] as? [String: String])?["text"] ?? "").isEmpty == false })
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.compactMap { $0["ruleIndex"] as? Int } == [0, 1, 2])
        #expect((results[1]["fixes"] as? [Any])?.count == 1)
        #expect((results[2]["relatedLocations"] as? [Any])?.count == 1)
        #expect(text.contains(#""region": {"startLine": 8"#) || text.contains(#""startLine": 8"#))
    }

    @Test("what an author has written never drives the terminal")
    func hostile() {
        let file = source("models: { \"a\\eb\\n\": { fields: { a: STRING } } }\n")
        let problems = ManifestCompiler.compile([file]).diagnostics
        #expect(problems.first?.message.unicodeScalars.contains("\u{1B}") == true)
        for text in [PlainDiagnosticPrinter().print(problems), TerminalDiagnosticPrinter(sources: [file]).print(problems)]
        {
            #expect(!text.unicodeScalars.contains("\u{1B}"))
            #expect(text.contains("`a\u{FFFD}b\\n` is not a handle"))
        }
    }

    @Test("equal diagnostics are shown once, at most a thousand, and sorted by place")
    func collector() {
        var collector = DiagnosticCollector()
        let code = DiagnosticCode.all[0]
        for line in (1...1_200).reversed() {
            let position = SourcePosition(line: line, column: 1, offset: line)
            let span = SourceSpan(file: "a", start: position, end: position)
            collector.report(Diagnostic(code, "wrong", at: span))
            collector.report(Diagnostic(code, "wrong", at: span))
        }
        let shown = collector.diagnostics()
        #expect(shown.count == 1_000)
        #expect(shown.map(\.span.start.line) == Array(1...1_000))
        #expect(shown.last?.notes.map(\.message) == ["200 more problems are not shown"])
    }
}
