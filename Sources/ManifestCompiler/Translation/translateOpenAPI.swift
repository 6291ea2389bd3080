extension GenerationContext {
    /// `OpenAPI.swift`: the document of the REST API, for the runtime to serve.
    ///
    /// - Parameter document: What `openapi.json` holds.
    func translateOpenAPI(_ document: String) -> SwiftFile {
        let property = SwiftProperty(
            documentation: ["`openapi.json`: the REST API in OpenAPI 3.1. Served at `/api/openapi.json`."],
            isStatic: true, name: "openAPIDocument", type: "String?", value: .document(document))
        return file([.type(extensionOfIntegration([.property(property)]))])
    }
}
