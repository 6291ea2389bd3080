import Testing

@testable import ManifestCompiler

@Suite("The OpenAPI document")
struct OpenAPITests {
    @Test("fields of a kind share what they can be compared by")
    func comparisons() throws {
        let manifest = try Snippet.manifest(
            """
            models:
              order: { fields: { code: STRING, note: LONG_STRING, tags: '[STRING]', size: INTEGER, extra: OBJECT } }
            """)
        let document = openAPIDocument(GenerationContext(manifest))
        let parameters = try #require(
            document["paths"]?["/api/{workplace}/models/order"]?["get"]?["parameters"])
        var all: [JSONTree] = []
        if case .array(let elements) = parameters { all = elements }
        let shared = all.filter { $0["style"] == "deepObject" }.compactMap { parameter -> String? in
            guard case .string(let path)? = parameter["schema"]?["$ref"] else { return nil }
            return String(path.dropFirst("#/components/schemas/".count))
        }
        #expect(shared == ["comparisons.text", "comparisons.text", "comparisons.list", "comparisons.value"])

        let schemas = try #require(document["components"]?["schemas"])
        func comparisons(_ kind: String) -> [String] {
            guard case .object(let members)? = schemas["comparisons.\(kind)"]?["properties"] else { return [] }
            return members.map(\.key)
        }
        #expect(comparisons("list") == ["CONTAINS"])
        #expect(comparisons("text").contains("CONTAINS"))
        #expect(comparisons("value") == comparisons("text").filter { $0 != "CONTAINS" })
    }
}
