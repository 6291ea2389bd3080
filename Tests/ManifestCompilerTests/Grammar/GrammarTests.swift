import ManifestCompiler
import Testing

@Suite("The grammar")
struct GrammarTests {
    @Test("has a rule for every place, with distinct and documented keys", arguments: BlockName.allCases)
    func places(_ name: BlockName) throws {
        let rule = try #require(Grammar.blocks[name])
        #expect(rule.name == name)
        #expect(Set(rule.keys.map(\.name)).count == rule.keys.count)
        #expect(rule.keys.allSatisfy { !$0.documentation.isEmpty })
        #expect(!rule.documentation.isEmpty)
    }

    @Test("every place can be reached from the top")
    func reachable() {
        var reached: Set<BlockName> = []
        func visit(_ rule: ValueRule) {
            switch rule {
            case .block(let name):
                guard reached.insert(name).inserted, let block = Grammar.blocks[name] else { return }
                for key in block.keys { visit(key.value) }
                if let others = block.others { visit(others) }
            case .list(let inner), .oneOrMany(let inner), .map(_, let inner): visit(inner)
            case .shapes(let text, let list, let map):
                for inner in [text, list, map].compactMap(\.self) { visit(inner) }
            case .byKey(let kinds, let otherwise):
                for kind in kinds { visit(kind.rule) }
                visit(otherwise)
            case .oneOf(let kinds): for kind in kinds { visit(kind.rule) }
            case .template: visit(.block(.choose))
            default: break
            }
        }
        visit(.block(.manifest))
        #expect(reached == Set(BlockName.allCases))
    }

    @Test("the words of the language decode to the cases that stand for them")
    func words() throws {
        let result = compile(
            """
            models:
              m:
                fields:
                  a: { type: STRING, owner: BOTH, visibility: VISIBLE, pii: CONTENT, show: [LIST, FILTERS],
                       required: ON_CREATE }
            """)
        let field = try #require(result.manifest?.models["m"]?.fields["a"])
        #expect(field.owner == .both)
        #expect(field.personalData == .content)
        #expect(field.surfaces == [.list, .filters])
        #expect(field.requirement == .requiredOnCreate)
    }

    @Test("short and long forms mean the same")
    func forms() throws {
        let short = try #require(compile("tools: { t: { input: { a: 'STRING?' } } }\n").manifest?.tools["t"]?.input)
        let long = try #require(
            compile("tools: { t: { input: { fields: { a: { type: 'STRING?' } } } } }\n").manifest?.tools["t"]?.input)
        for payload in [short, long] {
            guard case .fields(let fields) = payload.shape else {
                Issue.record("both are fields")
                return
            }
            #expect(fields["a"]?.type == .scalar(.string))
            #expect(fields["a"]?.requirement == .optional)
        }
    }

    @Test("a field called `fields` needs the long form, and a type of that name does not make one")
    func fieldsAsName() throws {
        let input = try #require(compile("tools: { t: { input: { fields: STRING } } }\n").manifest?.tools["t"]?.input)
        guard case .fields(let fields) = input.shape else {
            Issue.record("it is a map of fields")
            return
        }
        #expect(fields.handles == ["fields"])
    }

    @Test("values are of the type that they are for, whatever YAML would make of them")
    func values() throws {
        let manifest = try #require(
            compile(
                """
                models:
                  m:
                    fields:
                      a: { type: STRING, default: 1.50 }
                      b: { type: STRING, default: true }
                      c: { type: DECIMAL, default: 1.50 }
                      d: { type: INTEGER, default: 7 }
                      e: { type: [STRING], default: [1, x] }
                types: { r: { fields: { f: m.a } } }
                tools: { t: { output: r } }
                """
            ).manifest)
        let fields = try #require(manifest.models["m"]?.fields)
        #expect(fields["a"]?.defaultValue == .text("1.50"))
        #expect(fields["b"]?.defaultValue == .text("true"))
        #expect(fields["c"]?.defaultValue == .decimal("1.5"))
        #expect(fields["d"]?.defaultValue == .integer(7))
        #expect(fields["e"]?.defaultValue == .list([.text("1"), .text("x")]))
    }

    @Test("durations and sizes are whole numbers with one unit")
    func units() {
        #expect(ManifestDuration("500ms")?.milliseconds == 500)
        #expect(ManifestDuration("24h")?.milliseconds == 86_400_000)
        #expect(ByteCount("3MB")?.bytes == 3_145_728)
        for text in ["", "s", "1.5s", "1 s", "-1s", "1S", "99999999999999999999s", "1h30m", "1"] {
            #expect(ManifestDuration(text) == nil)
        }
        for text in ["", "MB", "1mb", "1 MB", "1.5MB", "1B", "-1KB", "9999999999999GB"] {
            #expect(ByteCount(text) == nil)
        }
    }

    @Test("extension keys are carried along, and are never things")
    func extensions() throws {
        let manifest = try #require(
            compile("x-top: 1\nmodels: { x-all: {}, m: { x-own: [a], fields: { a: STRING } } }\n").manifest)
        #expect(manifest.extensions.map(\.key) == ["x-top"])
        #expect(manifest.extensions.map(\.value) == [.integer(1)])
        #expect(manifest.models.handles == ["m"])
        #expect(manifest.models["m"]?.heading.extensions.map(\.value) == [.list([.text("a")])])
    }
}
