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
        let name = names.webhook(webhook.handle)
        let imports = webhook.payloadModule.map { "import \($0)\n" } ?? ""
        if webhook.duty != nil {
            add(
                "Webhooks", name, "ComplianceHandler", "subject(of event: Event) throws -> ComplianceSubject",
                "fulfil(in context: HookContext<Owner>) async throws", imports: imports)
        } else if webhook.mode == .callback {
            add(
                "Webhooks", name, "CallbackHandler",
                "answer(_ event: Event, in context: Context) async throws -> WebhookResponse", imports: imports)
        } else {
            add("Webhooks", name, "WebhookHandler", "handle(_ event: Event, in context: Context) async throws", imports: imports)
        }
        if webhook.signature.style == .publicKey {
            let signature = "keys(in context: WebhookKeyContext<Owner>) async throws -> [WebhookKey]"
            files[files.count - 1].contents += "\n" + stub(name, "WebhookKeySource", [signature])
        }
        if !webhook.moments.isEmpty {
            let signature = "reached(_ moment: WebhookMoment, in context: WebhookLifecycleContext<Owner>) async throws"
            files[files.count - 1].contents += "\n" + stub(name, "WebhookLifecycleHandler", [signature])
        }
    }
    for subscription in manifest.subscriptions {
        add(
            "Subscriptions", names.subscription(subscription.handle), "SubscriptionHandler",
            "list(in context: Context) async throws -> [String]",
            "create(in context: Context) async throws -> String",
            "delete(_ id: String, in context: Context) async throws")
    }
    for (connection, _) in context.credentialChecks {
        add(
            "Hooks", names.check(connection.handle), "CredentialCheckHandler",
            "check(_ candidate: Owner.Environment.Install, in context: CredentialCheckContext<Owner>) async throws")
    }
    for (hook, _, handler) in context.handledHooks {
        let signature =
            switch hook.kind {
            case .oauthCallback: "connected(_ grant: OAuthGrant, in context: Context) async throws -> OAuthGrant"
            case .uninstall: "uninstall(in context: Context) async throws"
            case .install: "install(in context: Context) async throws -> InstallOutcome<Values>"
            case .setupRevalidate: "revalidate(in context: Context) async throws -> SetupState"
            case .provision: "provision(in context: Context) async throws"
            case .connectionCheck: "check(in context: Context) async throws -> ConnectionState"
            case .media: "open(_ file: MessageFile, of channel: ChannelRecord, in context: Context) async throws -> MediaFile"
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
