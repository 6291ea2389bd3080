import Testing

@testable import ManifestCompiler

@Suite("The lock")
struct ManifestLockTests {
    private func lock(_ body: String) throws -> JSONTree {
        ManifestLock.json(GenerationContext(try Snippet.manifest(body)))
    }

    @Test("order, prose, layout and comments are no part of a contract")
    func canonical() throws {
        let one = try lock(
            """
            tools: { find: { description: Find, input: { a: STRING, b: { type: STRING, options: [x, y] } }, output: { c: STRING } } }
            models: { order: { fields: { code: STRING, note: { type: STRING, description: A note } } } }
            """)
        let other = try lock(
            """
            # Written by another.
            models:
              order: { label: Bestellung, description: Orders, fields: { note: STRING, code: { type: STRING, label: Code } } }
            tools:
              find:
                label: Finder
                description: Find something
                input: { b: { type: STRING, options: [y, x], description: B }, a: { type: STRING, example: z } }
                output: { c: { type: STRING, description: C } }
            """)
        #expect(one.prettyText == other.prettyText)
        #expect(!one.compactText.contains("description"))
    }

    @Test("a change of what others rely on is a change of the lock")
    func contract() throws {
        func model(_ field: String) throws -> String {
            try lock("models: { order: { fields: { code: \(field) } } }").compactText
        }
        let base = try model("{ type: STRING }")
        for changed in [
            "{ type: INTEGER }", "{ type: STRING, required: true }", "{ type: STRING, owner: WORKPLACE }",
            "{ type: STRING, unique: true }", "{ type: STRING, options: [A] }", "{ type: STRING, format: phone }",
            "{ type: STRING, max_length: 3 }", "{ type: STRING, wire: orderCode }", "{ type: STRING, was: number }",
            "{ type: STRING, visibility: ENCRYPTED }", "{ type: STRING, default: x }", "{ type: STRING, pii: CONTACT }",
            "{ type: STRING, deprecated: { since: 1.0.0 } }", "{ type: STRING, definition: email }",
        ] {
            #expect(try model(changed) != base, "\(changed)")
        }
        #expect(try model("{ type: STRING, label: The code, description: A code, example: X }") == base)
    }
}
