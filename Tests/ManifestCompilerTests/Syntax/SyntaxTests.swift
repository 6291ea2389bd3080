import ManifestCompiler
import Testing

@Suite("Reading YAML")
struct SyntaxTests {
    private func parse(_ text: String) -> SyntaxParser.Result {
        SyntaxParser.parse(SourceFile(path: "a.yaml", text: text))
    }

    private func entries(_ text: String) throws -> [Mapping.Entry] {
        try #require(parse(text).root?.mapping).entries
    }

    @Test("columns count Unicode scalars, offsets count bytes")
    func columns() throws {
        let entries = try entries("é: { 😀a: 'ü', b: c }\n")
        let inner = try #require(entries[0].value.mapping).entries
        #expect(inner[0].key.span.start == SourcePosition(line: 1, column: 6, offset: 6))
        #expect(inner[1].key.span.start == SourcePosition(line: 1, column: 15, offset: 19))
        #expect(inner[1].key.span.end == SourcePosition(line: 1, column: 16, offset: 20))
    }

    @Test("a byte order mark is not counted, and CRLF ends lines")
    func marks() throws {
        let file = SourceFile(path: "a.yaml", bytes: [0xEF, 0xBB, 0xBF] + Array("a: 1\r\nb: 2\r\n".utf8))
        let entries = try #require(SyntaxParser.parse(file).root?.mapping).entries
        #expect(entries[0].key.span.start == SourcePosition(line: 1, column: 1, offset: 3))
        #expect(entries[1].key.span.start == SourcePosition(line: 2, column: 1, offset: 9))
    }

    @Test("spans end at the last character of what they are of")
    func ends() throws {
        let entries = try entries("a:\n  - 'x'\n  - y\nb: |\n  text\n  more\n\nc: { d: e }\n")
        #expect(entries[0].value.span.end == SourcePosition(line: 3, column: 6, offset: 16))
        #expect(entries[1].value.span.end == SourcePosition(line: 6, column: 7, offset: 35))
        #expect(entries[2].value.span.end == SourcePosition(line: 8, column: 12, offset: 48))
    }

    @Test("explicit keys win over merged ones, which stand where `<<` stands")
    func merge() throws {
        let entries = try entries("a: &a { x: 1, y: 2 }\nb: { w: 0, <<: *a, y: 3, z: 4 }\n")
        let merged = try #require(entries[1].value.mapping).entries
        #expect(merged.map(\.key.text) == ["w", "x", "y", "z"])
        #expect(merged.map { $0.value.scalar?.text } == ["0", "1", "3", "4"])
        #expect(merged.map(\.isMerged) == [false, true, false, false])
    }

    @Test("earlier maps of a merged list win")
    func mergeList() throws {
        let entries = try entries("a: &a { x: 1 }\nb: &b { x: 2, y: 2 }\nc: { <<: [*a, *b] }\n")
        let merged = try #require(entries[2].value.mapping).entries
        #expect(merged.map { $0.value.scalar?.text } == ["1", "2"])
    }

    @Test("the spelling of scalars is kept")
    func spelling() throws {
        let entries = try entries("a: 1.0\nb: NO\nc: 'it''s'\nd: \"\\u00e9\"\ne: 0x1F\n")
        #expect(entries.map { $0.value.scalar?.text } == ["1.0", "NO", "it's", "é", "0x1F"])
    }

    @Test("a file above the bound is refused unread")
    func large() {
        var limits = SyntaxParser.Limits()
        limits.bytes = 10
        let file = SourceFile(path: "a.yaml", text: "a: 123456789\n")
        let result = SyntaxParser.parse(file, limits: limits)
        #expect(result.root == nil)
        #expect(result.diagnostics.map(\.code.name) == ["yaml.too_large"])
    }

    @Test("deep nesting ends at the bound, however deep it goes", .timeLimit(.minutes(20)))
    func deep() {
        for text in [
            String(repeating: "[", count: 10_000), String(repeating: "{a: ", count: 10_000),
            String(repeating: "- ", count: 10_000),
            (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        ] {
            #expect(parse(text).diagnostics.map(\.code.name) == ["yaml.too_deep"])
        }
    }

    @Test("64 levels are allowed, 65 are not")
    func bound() {
        #expect(parse(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).diagnostics.isEmpty)
        #expect(!parse(String(repeating: "[", count: 65) + String(repeating: "]", count: 65)).diagnostics.isEmpty)
    }

    @Test("aliases may be used a hundred thousand times, and not without end", .timeLimit(.minutes(20)))
    func aliases() {
        let few = "a: &a [1, 2, 3]\nb: [" + Array(repeating: "*a", count: 1_000).joined(separator: ", ") + "]\n"
        #expect(parse(few).diagnostics.isEmpty)
        let many = "a: &a [1, 2, 3]\nb: [" + Array(repeating: "*a", count: 50_000).joined(separator: ", ") + "]\n"
        #expect(parse(many).diagnostics.map(\.code.name) == ["yaml.too_many_nodes"])
    }

    @Test("a long line and long keys cost no more than their length", .timeLimit(.minutes(20)))
    func longLine() {
        let text = "a: [" + (0..<30_000).map { "é\($0)" }.joined(separator: ", ") + "]\n"
        #expect(parse(text).root != nil)
    }
}
