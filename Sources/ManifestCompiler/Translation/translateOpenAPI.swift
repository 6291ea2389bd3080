extension GenerationContext {
    /// `OpenAPI.swift`: the document of the REST API, for the runtime to serve.
    func translateOpenAPI() -> SwiftFile {
        let document = SwiftProperty(
            documentation: ["The REST API in OpenAPI 3.1, as in `openapi.json`. Served at `/api/openapi.json`."],
            isStatic: true, name: "openAPIDocument", type: "String?",
            value: .rawText(openAPIDocument(self).literalLines))
        return file([.type(extensionOfIntegration([.property(document)]))])
    }
}
