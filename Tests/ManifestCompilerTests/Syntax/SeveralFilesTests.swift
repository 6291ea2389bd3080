import Testing

@testable import ManifestCompiler

@Suite("A manifest of several files")
struct SeveralFilesTests {
    private func compile(_ body: String, _ files: [String: String]) -> Compilation {
        ManifestCompiler.compile([source(body)] + files.map { SourceFile(path: $0.key, text: $0.value) })
    }

    @Test("is joined in the order of the files, those of a pattern sorted by bytes")
    func order() throws {
        let result = compile(
            "include: ['models/*.yaml', Z.yaml, a.yaml]\nmodels: { main: { fields: { a: STRING } } }\n",
            [
                "models/b.yaml": "models: { b: { fields: { a: STRING } } }",
                "models/B.yaml": "models: { upper: { fields: { a: STRING } } }",
                "models/a.yaml": "models: { a: { fields: { a: STRING } } }",
                "a.yaml": "models: { last: { fields: { a: STRING } } }",
                "Z.yaml": "models: { z: { fields: { a: STRING } } }",
            ])
        #expect(result.lines == [])
        #expect(result.manifest?.models.handles == ["main", "upper", "a", "b", "z", "last"])
        #expect(
            result.sources.map(\.path)
                == ["integration.yaml", "models/B.yaml", "models/a.yaml", "models/b.yaml", "Z.yaml", "a.yaml"])
    }

    @Test("keeps the place of everything in its own file, and excerpts show it")
    func places() throws {
        let more = "# First\nmodels: { m: { fields: { a: STRONG } } }\n"
        let result = compile("include: [more.yaml]\n", ["more.yaml": more])
        let diagnostic = try #require(result.diagnostics.first)
        #expect(diagnostic.span.file == "more.yaml")
        let text = TerminalDiagnosticPrinter(sources: result.sources).print(result.diagnostics)
        #expect(text.contains("2 | models: { m: { fields: { a: STRONG } } }"))
        #expect(text.contains("^^^^^^"))
    }

    @Test("shows paths as the manifest's own is given")
    func shownPaths() {
        let manifest = SourceFile(
            path: "/src/app/integration.yaml",
            text: "manifest: 1\nhandle: a\nname: A\nversion: 1.0.0\ninclude: [parts/a.yaml]\n")
        let files = ListedFiles([
            SourceFile(
                path: "parts/a.yaml",
                text: "agents: { a: { system: { file: ../p.md } }, b: { system: { file: q.md } } }"),
            SourceFile(path: "p.md", text: "Be kind."),
        ])
        let result = ManifestCompiler.compile(manifest, beside: files)
        let paths = ["/src/app/integration.yaml", "/src/app/parts/a.yaml", "/src/app/p.md"]
        #expect(result.sources.map(\.path) == paths)
        #expect(result.diagnostics.map(\.span.file) == ["/src/app/parts/a.yaml"])
        #expect(result.diagnostics.map(\.message) == ["there is no file `parts/q.md`"])
    }

    @Test("has a bound for all files together, and for their values")
    func bounds() {
        var limits = SyntaxParser.Limits()
        limits.totalBytes = 100
        limits.nodes = 40
        let files = [
            SourceFile(path: "a.yaml", text: "models: { a: 1 }"),
            SourceFile(path: "b.yaml", text: "x-b: " + String(repeating: "-", count: 60)),
            SourceFile(path: "c.yaml", text: "x-a: [" + String(repeating: "1,", count: 20) + "1]"),
        ]
        let manifest = SourceFile(path: "integration.yaml", text: "include: ['*.yaml']")
        let result = IncludedFiles.load(manifest, beside: ListedFiles(files), limits: limits)
        #expect(result.isIncomplete)
        #expect(result.diagnostics.map(\.code.name) == ["yaml.too_large"])
        limits.totalBytes = 1_000
        limits.nodes = 20
        let full = IncludedFiles.load(manifest, beside: ListedFiles(files), limits: limits)
        #expect(full.diagnostics.map(\.code.name) == ["yaml.too_many_nodes"])
    }

    @Test("an alias in a value is noted where it stands, a problem in it reported once")
    func aliases() {
        let result = Compilation.of(
            """
            x-common: &common { type: STRONG }
            models: { m: { fields: { a: *common, b: *common } } }
            """)
        #expect(result.map(\.code.name) == ["reference.unknown"])
        #expect(result.first?.span.start.line == 5)
        #expect(result.first?.notes.map(\.message) == ["used here", "used here"])
        #expect(result.first?.notes.compactMap(\.span?.start.column) == [29, 41])
    }

    @Test(
        "patterns match names part by part",
        arguments: [
            ("*.yaml", "a.yaml", true), ("*.yaml", ".a.yaml", false), (".*", ".a", true), ("a?c", "abc", true),
            ("a?c", "ac", false), ("*a*b*", "xxaxxbxx", true), ("*a*b", "aab_", false), ("", "", true), ("*", "", true),
        ])
    func patterns(_ pattern: String, _ name: String, _ matches: Bool) {
        #expect(FilePattern.matches(Array(name.utf8), Array(pattern.utf8)) == matches)
    }

    @Test("a pattern of many stars takes no time that its length does not give it")
    func hostilePattern() {
        let name = Array(String(repeating: "a", count: 5_000).utf8)
        #expect(!FilePattern.matches(name, Array((String(repeating: "*a", count: 500) + "*b").utf8)))
        let files = (0..<100).map { number in
            SourceFile(path: String(repeating: "d/", count: number % 30) + "f\(number).yaml", text: "")
        }
        let pattern = FilePattern(Array(repeating: "**", count: 40).joined(separator: "/") + "/x")
        #expect(pattern.files(in: ListedFiles(files)) == [])
    }
}

extension Compilation {
    fileprivate static func of(_ body: String) -> [Diagnostic] { ManifestCompiler.compile([source(body)]).diagnostics }
}
