import Foundation
import Testing

@testable import ManifestCompiler

/// The schema for editors against the decoder: both are made from the grammar, by different ways.
@Suite("The language as JSON Schema")
struct LanguageSchemaTests {
    /// Prints whether the schema is one, then a digit for each line of `values.jsonl`: 1 if it fits.
    private static let script = """
        import json
        from jsonschema import Draft202012Validator
        schema = json.load(open("schema.json", encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        lines = open("values.jsonl", encoding="utf-8").read().splitlines()
        print("".join("1" if validator.is_valid(json.loads(line)) else "0" for line in lines))
        """

    /// For each value whether the schema admits it.
    private func verdicts(_ values: [ManifestValue], schema: JSONTree = languageSchema()) throws -> [Bool] {
        let lines = values.map { JSONTree($0).compactText }.joined(separator: "\n")
        let output = try IndependentCheck.run(
            script: Self.script, ["schema.json": schema.prettyText, "values.jsonl": lines])
        let digits = output.trimmingCharacters(in: .newlines)
        guard digits.allSatisfy({ "01".contains($0) }), digits.count == values.count else {
            Issue.record("the validator says: \(output)")
            return []
        }
        return digits.map { $0 == "1" }
    }

    /// What the decoder says about a value that is written as JSON, which is YAML.
    private func decoderProblems(_ value: ManifestValue) throws -> [Diagnostic] {
        let file = SourceFile(path: "integration.yaml", text: JSONTree(value).prettyText)
        let syntax = SyntaxParser.parse(file)
        #expect(syntax.diagnostics.isEmpty)
        var decoder = GrammarDecoder(sources: [file.path: SourceText(file)])
        _ = decoder.root(try #require(syntax.root))
        return decoder.diagnostics.diagnostics()
    }

    private func value(of source: SourceFile) -> ManifestValue? { SyntaxParser.parse(source).root.map { ManifestValue($0) } }

    @Test(
        "manifests made from the grammar fit it, and with something changed exactly when the decoder takes them",
        .enabled(if: IndependentCheck.python != nil, IndependentCheck.needsPython))
    func agreement() throws {
        var values: [ManifestValue] = []
        for seed in 0..<120 {
            var sample = GrammarSample(seed: UInt64(seed))
            let right = sample.manifest()
            #expect(try decoderProblems(right).map(\.message) == [], "\(JSONTree(right).compactText)")
            values += [right, sample.changed(right), sample.changed(right)]
        }
        let verdicts = try verdicts(values)
        #expect(verdicts.contains(false))
        for (value, fits) in zip(values, verdicts) {
            let problems = try decoderProblems(value)
            #expect(
                problems.isEmpty == fits,
                "decoder: \(problems.map(\.message)), schema: \(fits)\n\(JSONTree(value).compactText)")
        }
    }

    @Test(
        "every valid fixture fits it, and so does the project's own manifest",
        .enabled(if: IndependentCheck.python != nil, IndependentCheck.needsPython))
    func validFixtures() throws {
        let urls = try Fixtures.valid() + [Fixtures.integration]
        let values = try urls.map { try #require(value(of: try Fixtures.source($0)), "\($0.lastPathComponent)") }
        for (url, fits) in zip(urls, try verdicts(values)) { #expect(fits, "\(url.lastPathComponent)") }
    }

    @Test(
        "what the grammar refuses in invalid fixtures it refuses too",
        .enabled(if: IndependentCheck.python != nil, IndependentCheck.needsPython))
    func invalidFixtures() throws {
        let codes = Set(
            ["key.unknown", "key.missing", "key.misplaced", "value.shape", "value.word", "value.boolean", "handle.invalid"])
        var names: [String] = []
        var values: [ManifestValue] = []
        for fixture in try Fixtures.invalid() where codes.contains(fixture.code) {
            let source = try Fixtures.source(fixture.url)
            guard let root = SyntaxParser.parse(source).root else { continue }
            var decoder = GrammarDecoder(sources: [source.path: SourceText(source)])
            _ = decoder.root(root)
            guard decoder.diagnostics.diagnostics().contains(where: { $0.code.name == fixture.code }) else { continue }
            names.append(fixture.testDescription)
            values.append(ManifestValue(root))
        }
        #expect(values.count > 10)
        for (name, fits) in zip(names, try verdicts(values)) { #expect(!fits, "\(name) fits the schema") }
    }

    @Test("says of every key what it is for, its default and examples")
    func annotations() throws {
        let schema = languageSchema()
        let tool = try #require(schema["$defs"]?["tool"]?["properties"])
        #expect(tool["scope"]?["default"] == .string("INSTALLATION"))
        #expect(tool["scope"]?["enum"] == .array([.string("INSTALLATION"), .string("APP_VERSION")]))
        #expect(tool["input"]?["description"] == .string("What it takes. Default: nothing."))
        #expect(tool["timeout"]?["examples"] == .array([.string("10s")]))
        for name in BlockName.allCases {
            let block = try #require(Grammar.blocks[name])
            let properties = schema["$defs"]?[name.rawValue]?["properties"]
            for key in block.keys {
                #expect(properties?[key.name]?["description"] != nil, "\(name).\(key.name)")
                #expect(key.exampleValues.count == key.examples.count, "\(name).\(key.name) has an example that is no YAML")
            }
        }
    }
}
