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
        #expect(result.lines == ["5:41-5:47 reference.unknown"])
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

    @Test("an unimplemented section is said once, and what it would have declared is not missed")
    func unimplemented() {
        let result = compile("include: [pages/*.yaml]\n")
        #expect(result.lines == ["5:1-5:8 language.unimplemented"])
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
}
