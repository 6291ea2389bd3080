import Foundation
import ManifestCompiler
import Testing

@Suite("Formatting manifests")
struct FormatTests {
    private func formatted(_ text: String) -> String? {
        guard case .formatted(let bytes) = format(SourceFile(path: "a.yaml", text: text)) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("types with `?` and texts of several words are quoted in flow maps, and nowhere else")
    func quotes() {
        #expect(
            formatted("tools: { t: { description: Two words, input: { a: STRING?, b: m.a?, c: STRING } } }\n")
                == "tools: { t: { description: 'Two words', input: { a: 'STRING?', b: 'm.a?', c: STRING } } }\n")
        #expect(formatted("types: { t: { fields: { a: { type: STRING?, description: It's so } } } }\n")
            == "types: { t: { fields: { a: { type: 'STRING?', description: \"It's so\" } } } }\n")
        let block = "tools:\n  t:\n    description: Two words, and more\n    input:\n      a: STRING?\n"
        #expect(formatted(block) == block)
        let path = "outgoing_domains: [a b]\nx-a: { b: two words }\nspelling: [ID]\n"
        #expect(formatted(path) == path)
    }

    @Test("conditions lose their braces; other templates keep them")
    func conditions() {
        func page(_ block: String) -> String { "pages:\n  p: { path: /, blocks: [{ \(block) }] }\n" }
        #expect(formatted(page("card: { when: '{{ a == b }}' }")) == page("card: { when: a == b }"))
        #expect(formatted(page("card: { when: \"{{- a -}}\" }")) == page("card: { when: a }"))
        #expect(formatted(page("card: { when: '{{ a == \"x, y\" }}' }")) == page("card: { when: 'a == \"x, y\"' }"))
        for kept in [
            page("card: { title: '{{ a }}', when: a }"), page("card: { when: '{% if a %}true{% endif %}' }"),
            page("form: { submit: { tool: t, with: { when: '{{ a }}' } } }"),
        ] { #expect(formatted(kept) == kept) }
    }

    @Test("a text that an alias uses in two ways keeps its braces")
    func aliases() {
        let text = """
            x-a: &a '{{ b }}'
            pages:
              p: { path: /, blocks: [{ card: { title: *a, when: *a } }] }

            """
        #expect(formatted(text) == text)
    }

    @Test("spaces inside brackets, behind commas and before colons; alignment and comments stay")
    func spaces() {
        #expect(formatted("x-a: {a: [ 1,2 ],b : c,}   # c\n") == "x-a: { a: [1, 2], b: c }   # c\n")
        #expect(formatted("tools :\n  a :   {}\n") == "tools:\n  a:   {}\n")
        for kept in [
            "x-a:\n  short:  { a: 1,   b: 2 }\n  longer: { a: 100, b: 2 }\n", "x-a: {\n  a: 1, # one\n  b: 2\n}\n",
            "x-a: {}\nx-b: []\n", "x-a: [&a 1, *a]\n", "x-a: { a: b, c }\n", "x-a: { <<: { a: 1 },b: 2 }\n",
        ] { #expect(formatted(kept) == kept) }
    }

    @Test("no spaces at the ends of lines, but those of texts stay; one line end at the end")
    func lines() {
        #expect(formatted("x-a: 1  \n  \n# c\t\nx-b: 2") == "x-a: 1\n\n# c\nx-b: 2\n")
        #expect(formatted("x-a: 1\n\n\n") == "x-a: 1\n")
        #expect(formatted("x-a: 1  \r\nx-b: 2") == "x-a: 1\r\nx-b: 2\r\n")
        for kept in [
            "x-a: |\n  one  \n  two\n", "x-a: |+\n  one\n\n\n", "x-a: 'one  \n  two'\n", "x-a: >\n  one  \n\n  two\n",
        ] { #expect(formatted(kept) == kept) }
    }

    @Test("two spaces for each step, whatever it was; comments and long values move along")
    func indentation() {
        let wide = """
            # The tools.
            tools:
                # Sends.
                send:
                    description: |
                        One line,
                          and one that is deeper.

                        # not a comment
                    input: { a: STRING,
                             b: STRING }   # both
                    # before the rules
                    rules:
                    -   any_of: [a, b]
                        message: 'Give one
                          of them'
                    # at the end of the rules
                    -     all_or_none: [a, b]
                          message: Give both

            """
        let narrow = """
            # The tools.
            tools:
              # Sends.
              send:
                description: |
                  One line,
                    and one that is deeper.

                  # not a comment
                input: { a: STRING,
                         b: STRING }   # both
                # before the rules
                rules:
                  - any_of: [a, b]
                    message: 'Give one
                      of them'
                  # at the end of the rules
                  - all_or_none: [a, b]
                    message: Give both

            """
        #expect(formatted(wide) == narrow)
        #expect(formatted(narrow) == narrow)
        #expect(formatted("  x-a:\n     x-b: 1\n  x-c: 2\n") == "x-a:\n  x-b: 1\nx-c: 2\n")
        #expect(formatted("x-a:\n- - 1\n  - 2\n-\n    a: 1\n") == "x-a:\n  - - 1\n    - 2\n  -\n    a: 1\n")
        #expect(formatted("x-a: |2\n    two\n   one\n") == "x-a: |2\n    two\n   one\n")
        #expect(formatted("x-a:\n    x-b: >-\n            far\n\n            out\n") == "x-a:\n  x-b: >-\n    far\n\n    out\n")
        #expect(formatted("x-a: &a\r\n    b: 1\r\nx-c:\r\n    <<: *a\r\n    d: *a\r\n") == "x-a: &a\r\n  b: 1\r\nx-c:\r\n  <<: *a\r\n  d: *a\r\n")
    }

    @Test("a manifest that is indented otherwise is formatted to the same", arguments: 1...8)
    func otherIndentation(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var same = 0
        for url in try Fixtures.valid() + [Fixtures.integration] {
            let source = try Fixtures.source(url)
            guard !source.bytes.starts(with: [0xEF]), case .formatted(let narrow) = format(source) else { continue }
            let text = String(decoding: narrow, as: UTF8.self)
            let wide = Self.indented(text, &random)
            check(SourceFile(path: source.path, text: wide))
            // The text of a block, and what goes on from the line above, is moved as a whole.
            if !text.contains(/: [|>]/), formatted(wide) == text { same += 1 }
        }
        #expect(same > 15)
    }

    /// The text with another indentation for each depth.
    private static func indented(_ text: String, _ random: inout SeededGenerator) -> String {
        var depths = [0]
        for _ in 0..<60 { depths.append(depths[depths.count - 1] + Int.random(in: 1...6, using: &random)) }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let depth = line.prefix { $0 == " " }.count
            guard depth % 2 == 0, depth / 2 + 1 < depths.count else { return String(line) }
            let start = depths[depth / 2]
            var rest = line.dropFirst(depth)
            if rest.hasPrefix("- ") {
                rest = "-" + String(repeating: " ", count: max(1, depths[depth / 2 + 1] - start - 1)) + rest.dropFirst(2)
            }
            return String(repeating: " ", count: start) + rest
        }.joined(separator: "\n")
    }

    @Test("byte order mark, line ends and comments keep their bytes")
    func bytes() throws {
        let source = try Fixtures.source(Fixtures.folder.appending(path: "valid/byte-order-mark-and-crlf.yaml"))
        guard case .formatted(let bytes) = format(source) else {
            Issue.record("it is not broken")
            return
        }
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let count = { (bytes: [UInt8], byte: UInt8) in bytes.count { $0 == byte } }
        #expect(count(bytes, 0x0D) == count(source.bytes, 0x0D))
        #expect(count(bytes, 0x0D) == count(bytes, 0x0A))
    }

    @Test("broken YAML is reported and left alone")
    func broken() {
        guard case .broken(let diagnostics) = format(SourceFile(path: "a.yaml", text: "a: 'b\n")) else {
            Issue.record("it is broken")
            return
        }
        #expect(diagnostics.map(\.code.name) == ["yaml.quote"])
    }

    @Test("the meaning of a fixture never changes, and formatting twice changes nothing more")
    func fixtures() throws {
        let urls = try Fixtures.valid() + Fixtures.invalid().map(\.url) + [Fixtures.integration]
        var changed = 0
        for url in urls {
            let source = try Fixtures.source(url)
            if check(source) { changed += 1 }
        }
        #expect(changed > 3)
    }

    @Test("nor does that of a manifest with other spaces, quotes and line ends", arguments: 1...6)
    func mutations(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let urls = try Fixtures.valid() + [Fixtures.integration]
        let pieces = [
            "  ", " ", "\t", "\n", "\r\n", " # c", "'", "\"", "?", ",", ": ", "{", "}", "[", "]", "|\n", "&a ", "*a",
        ]
        for _ in 0..<25 {
            let url = urls[Int.random(in: 0..<urls.count, using: &generator)]
            var bytes = try Fixtures.source(url).bytes
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
                let index = Int.random(in: 0...bytes.count, using: &generator)
                bytes.insert(contentsOf: Array(piece.utf8), at: index)
            }
            check(SourceFile(path: "a.yaml", bytes: bytes))
        }
    }

    /// Whether the file was changed by it.
    @discardableResult
    private func check(_ source: SourceFile) -> Bool {
        guard case .formatted(let bytes) = format(source) else { return false }
        let once = SourceFile(path: source.path, bytes: bytes)
        let text = String(decoding: source.bytes, as: UTF8.self)
        guard case .formatted(let twice) = format(once) else {
            Issue.record("formatting has broken \(text)")
            return true
        }
        #expect(twice == bytes, "\(source.path): \(text)")
        let problems = { (file: SourceFile) in
            ManifestCompiler.compile([file]).diagnostics.map { "\($0.code.name) \($0.message)" }.sorted()
        }
        #expect(problems(source) == problems(once), "\(source.path): \(text)")
        return bytes != source.bytes
    }
}
