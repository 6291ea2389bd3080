/// Handlers for an author to fill in: each compiles, says that it is not written yet when it is called, and is never
/// written over. Paths are below the directory of the integration's target.
package func generateStubs(_ manifest: Manifest) -> [GeneratedFile] {
    let context = GenerationContext(manifest)
    let names = context.names
    var files: [GeneratedFile] = []
    func add(_ folder: String, _ name: String, _ handler: String, _ signatures: String..., imports: String = "") {
        let contents = "\(imports)import IntegrationKit\n\n" + stub(name, handler, signatures)
        files.append(GeneratedFile(path: "\(folder)/\(name).swift", contents: contents))
    }
    for tool in manifest.tools {
        add(
            "Tools", names.tool(tool.handle), tool.scope == .appVersion ? "AppToolHandler" : "ToolHandler",
            "call(_ input: Input, in context: Context) async throws -> Output")
        guard tool.hasEstimate else { continue }
        let signature = "estimate(_ input: Input, in context: EstimateContext<Owner>) async throws -> Estimate"
        files[files.count - 1].contents += "\n" + stub(names.tool(tool.handle), "EstimateHandler", [signature])
    }
    for operation in manifest.batchOperations {
        add(
            "BatchOperations", names.batchOperation(operation.handle), "BatchOperationHandler",
            "setup(_ input: Input, in context: Context) async throws -> Start",
            "iterate(_ request: Request, in context: Context) async throws -> Part")
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

/// A conformance whose functions say that they are not written yet.
private func stub(_ name: String, _ handler: String, _ signatures: [String]) -> String {
    let functions = signatures.map { signature in
        """
            static func \(signature) {
                throw ToolFailure(.internal, "\(name) is not written yet.")
            }
        """
    }
    return "extension \(name): \(handler) {\n\(functions.joined(separator: "\n\n"))\n}\n"
}

extension WebhookDeclaration {
    /// The module of the payload's Swift type, where it is named.
    var payloadModule: String? {
        guard case .swiftType(let type, _) = payload, let dot = type.firstIndex(of: ".") else { return nil }
        return String(type[..<dot])
    }
}
