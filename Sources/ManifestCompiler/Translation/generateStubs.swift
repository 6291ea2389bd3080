/// Handlers for an author to fill in: each compiles, says that it is not written yet when it is called, and is never
/// written over. Paths are below the directory of the integration's target.
package func generateStubs(_ manifest: Manifest) -> [GeneratedFile] {
    let context = GenerationContext(manifest)
    let names = context.names
    var files: [GeneratedFile] = []
    func add(_ folder: String, _ name: String, _ handler: String, _ signature: String, imports: String = "") {
        let contents = """
            \(imports)import IntegrationKit

            extension \(name): \(handler) {
                static func \(signature) {
                    throw ToolFailure(.internal, "\(name) is not written yet.")
                }
            }

            """
        files.append(GeneratedFile(path: "\(folder)/\(name).swift", contents: contents))
    }
    for tool in manifest.tools {
        add(
            "Tools", names.tool(tool.handle), "ToolHandler",
            "call(_ input: Input, in context: Context) async throws -> Output")
    }
    for webhook in manifest.webhooks {
        add(
            "Webhooks", names.webhook(webhook.handle), "WebhookHandler",
            "handle(_ event: Event, in context: Context) async throws",
            imports: webhook.payloadModule.map { "import \($0)\n" } ?? "")
    }
    for (hook, _, handler) in context.handledHooks {
        let signature =
            switch hook.kind {
            case .oauthCallback: "connected(_ grant: OAuthGrant, in context: Context) async throws -> OAuthGrant"
            case .uninstall: "uninstall(in context: Context) async throws"
            default: "provision(in context: Context) async throws"
            }
        add("Hooks", names.hook(hook.kind), handler, signature)
    }
    return files
}

extension WebhookDeclaration {
    /// The module of the payload's Swift type, where it is named.
    var payloadModule: String? {
        guard case .swiftType(let type, _) = payload, let dot = type.firstIndex(of: ".") else { return nil }
        return String(type[..<dot])
    }
}
