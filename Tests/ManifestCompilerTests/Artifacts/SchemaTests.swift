import Testing

@testable import ManifestCompiler

@Suite("JSON Schemas of tools")
struct SchemaTests {
    private func tool(_ definition: String, more: String = "") throws -> (input: String, output: String?) {
        let manifest = try Snippet.manifest("tools:\n  find:\n    description: Find\n    " + definition + "\n" + more)
        let context = GenerationContext(manifest)
        let tool = try #require(manifest.tools["find"])
        return (
            SchemaTranslator.input(of: tool, context).compactText,
            SchemaTranslator.output(of: tool, context)?.compactText
        )
    }

    @Test("an input is closed, and says what is required, what may be null and what is the default")
    func input() throws {
        let schema = try tool(
            "input: { a: { type: STRING, max_length: 3, description: First }, b: 'INTEGER?', c: { type: BOOLEAN, default: true } }"
        )
        #expect(
            schema.input
                == #"{"type":"object","properties":{"a":{"type":"string","maxLength":3,"description":"First"},"#
                + #""b":{"type":["integer","null"]},"c":{"type":"boolean","default":true}},"#
                + #""required":["a"],"additionalProperties":false}"#)
        #expect(schema.output == nil)
    }

    @Test("no input is the empty object")
    func noInput() throws {
        #expect(try tool("output: { x: STRING }").input == #"{"type":"object","additionalProperties":false}"#)
    }

    @Test("options and formats of inputs are bounds")
    func inputBounds() throws {
        let schema = try tool(
            "input: { a: { type: STRING, options: [x, y] }, b: { type: 'STRING?', options: [z] }, c: { type: STRING, format: phone } }"
        )
        #expect(schema.input.contains(#""a":{"type":"string","enum":["x","y"]}"#))
        #expect(schema.input.contains(#""b":{"type":["string","null"],"enum":["z",null]}"#))
        #expect(schema.input.contains(#""c":{"type":"string","pattern":"^\\+[1-9][0-9]{6,14}$"}"#))
    }

    @Test("options of outputs are examples, for a newer provider may send others")
    func outputOptions() throws {
        let output = try tool("output: { a: { type: STRING, options: [x, y] } }").output
        #expect(output?.contains(#""a":{"type":"string","examples":["x","y"]}"#) == true)
        #expect(output?.contains("additionalProperties") == false)
    }

    @Test("dates, times and decimals are texts of a form")
    func texts() throws {
        let schema = try tool("input: { a: DATE, b: TIME, c: DECIMAL, d: DATETIME }")
        #expect(schema.input.contains(#""b":{"type":"string","pattern":"^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$"}"#))
        #expect(schema.input.contains(#""c":{"type":"string","pattern":"^-?(0|[1-9]\\d*)(\\.\\d+)?$"}"#))
        #expect(schema.input.contains(#""d":{"type":"string","format":"date-time"}"#))
    }

    @Test("a list is carried as items")
    func listOutput() throws {
        let schema = try tool("output: [hit]", more: "types: { hit: { fields: { id: STRING } } }")
        #expect(
            schema.output == #"{"type":"object","properties":{"items":{"type":"array","items":{"type":"object","#
                + #""properties":{"id":{"type":"string"}},"required":["id"]}}},"required":["items"]}"#)
    }

    @Test("a record that contains itself is a definition")
    func recursion() throws {
        let schema = try tool(
            "input: { root: node }", more: "types: { node: { fields: { name: STRING, children: [node] } } }")
        #expect(schema.input.contains(##""children":{"type":"array","items":{"$ref":"#/$defs/node"}}"##))
        #expect(schema.input.contains(##""$defs":{"node":{"type":"object""##))
    }

    @Test("the tool list is what MCP wants")
    func listing() throws {
        let manifest = try Snippet.manifest(
            "tools: { find: { description: Find, label: Finder, output: { x: STRING }, annotations: { read_only: true } } }"
        )
        let listing = toolListing(GenerationContext(manifest)).compactText
        #expect(
            listing == #"{"resultType":"complete","tools":[{"name":"find","title":"Finder","description":"Find","#
                + #""inputSchema":{"type":"object","additionalProperties":false},"#
                + #""outputSchema":{"type":"object","properties":{"x":{"type":"string"}},"required":["x"]},"#
                + #""annotations":{"readOnlyHint":true}}],"ttlMs":0,"cacheScope":"private"}"#)
    }

    @Test("the reference has a row for everything")
    func reference() throws {
        let text = referenceDocument(
            GenerationContext(
                try Snippet.manifest(
                    """
                    models: { order: { description: An *order* | more, fields: { code: { type: STRING, required: true, unique: true, description: Its code } } } }
                    tools: { find: { description: Find, output: { order: { type: order.id, description: The order } } }, none: { description: None } }
                    """)))
        #expect(text.contains("| `find` | Find |"))
        #expect(text.contains("| `code` | STRING | APP | Its code. Required. Unique. |"))
        #expect(text.contains("### `find`\n\nReturns:\n\n| Field | Type | Description |\n"))
        #expect(!text.contains("### `none`"))
        #expect(text.contains("An \\*order\\* \\| more"))
    }
}
