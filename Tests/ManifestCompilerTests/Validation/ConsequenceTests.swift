import ManifestCompiler
import Testing

@Suite("No problem is reported only because of another")
struct ConsequenceTests {
    @Test("a misspelt section does not make its things unknown")
    func section() {
        let result = compile(
            """
            modles: { number: { fields: { a: STRING } } }
            tools: { look: { output: [number] } }
            """)
        #expect(result.lines == ["5:1-5:7 key.unknown"])
    }

    @Test("a broken input does not make its form incomplete")
    func form() {
        let result = compile(
            """
            tools: { add: { input: { phone: { type: STRONG } } } }
            pages:
              home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add }, fields: [telephone] } }] }
            """)
        #expect(result.lines == ["5:41-5:47 reference.unknown", "7:89-7:98 reference.unknown"])
    }

    @Test("an unknown model of a context does not make its fields unknown")
    func context() {
        let result = compile(
            """
            pages:
              home:
                path: /
                navigation: true
                context: { numbers: { model: nubmers, mode: MANY, order: phone } }
                blocks: [{ list: { from: numbers, item: { label: '{{ phone }}' } } }]
            """)
        #expect(result.lines == ["9:34-9:41 reference.unknown"])
    }

    @Test("a file that is not there is said once, and what it would have declared is not missed")
    func include() {
        let result = compile("include: [pages/*.yaml]\nsetup: { start: { kind: APP, action: { tool: begin }, page: home } }\n")
        #expect(result.lines == ["5:11-5:23 file.missing"])
    }

    @Test("a type that cannot be read has no wrong default")
    func defaults() {
        let result = compile("models: { m: { fields: { a: { type: INTEGRE, default: text } } } }\n")
        #expect(result.lines == ["5:37-5:44 reference.unknown"])
    }

    @Test("problems of unrelated things are all reported in one run, in order")
    func together() {
        let result = compile(
            """
            env: { provision: { APP_SECRET: STRING } }
            models: { m: { fields: { a: { type: INTEGER, default: text } }, colour: red } }
            tools: { t: { timeout: soon, input: { a: Unknown } } }
            """)
        #expect(
            result.diagnostics.map(\.code.name)
                == ["env.visibility", "default.type", "key.unknown", "value.form", "reference.unknown"])
    }

    @Test("a misspelt key of the project's manifest is reported on its line, and nothing else is")
    func everyKey() throws {
        let file = try Fixtures.source(Fixtures.integration)
        let text = String(decoding: file.bytes, as: UTF8.self)
        var misspelt = 0
        let keys = text.matches(of: /[a-z_]{4,}(?=:)/)
        // Some hundreds: the others are much the same.
        for match in stride(from: 0, to: keys.count, by: max(3, keys.count / 400)).map({ keys[$0] }) {
            var broken = text
            broken.remove(at: text.index(match.range.lowerBound, offsetBy: match.output.count / 2))
            let found = ManifestCompiler.compile([SourceFile(path: file.path, text: broken)]).diagnostics
            guard found.contains(where: { $0.code.name == "key.unknown" && !$0.fixIts.isEmpty }) else { continue }
            misspelt += 1
            #expect(found.count == 1, "\(match.output): \(found.map(\.message))")
        }
        #expect(misspelt > 100)
    }

    @Test("a key that is wrong by itself hides nothing that looks at its model, page or tool")
    func otherKeys() {
        for wrong in ["owner: STAFF", "unique: maybe", "pii: YES", "visibility: HIDDEN", "colour: red", "labl: Name"] {
            let result = compile(
                """
                models: { m: { identity: b, fields: { a: { type: STRING, \(wrong) }, c: { type: OBJECT } } } }
                tools: { t: { input: { a: m.a }, output: { m: m } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { all: { model: m, mode: MANY, order: c }, one: { model: m } }
                    blocks:
                      - list: { from: all, item: { label: '{{ aa }}', description: '{{ c }}' } }
                      - form: { submit: { tool: t }, fields: [a, b] }
                """)
            #expect(
                result.diagnostics.dropFirst(2).map { "\($0.span.start.line) \($0.code.name)" } == [
                    "11 query.field", "11 context.mode", "13 template.path.unknown", "13 template.type",
                    "14 reference.unknown",
                ], "\(wrong): \(result.lines)")
            #expect(Set(result.diagnostics.prefix(2).map(\.span.start.line)) == [5])
        }
    }
}
