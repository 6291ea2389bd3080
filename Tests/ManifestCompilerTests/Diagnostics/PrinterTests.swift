import ManifestCompiler
import Testing

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
