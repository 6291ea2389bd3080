/// A file that was generated, with its path below the output directory.
package struct GeneratedFile: Sendable, Hashable {
    package var path: String
    package var contents: String

    package init(path: String, contents: String) {
        self.path = path
        self.contents = contents
    }
}

/// The Swift files that every manifest gives, in this order: fixed, so that the build plugin can name them unseen.
package let generatedSwiftFiles = [
    "Environment.swift", "Types.swift", "Models.swift", "Tools.swift", "Webhooks.swift", "Channels.swift",
    "Hooks.swift", "Events.swift", "Operations.swift", "Pages.swift", "Routes.swift", "OpenAPI.swift",
    "PlatformConfig.swift", "Integration.swift",
]

/// A file that can be generated, and is when its contents are asked for.
package struct PendingFile: Sendable {
    /// Below the output directory.
    package let path: String
    /// Pure: the same manifest always gives the same bytes.
    package let contents: @Sendable () -> String
}

/// The Swift of a manifest.
///
/// - Parameter manifestName: File name of the manifest, for the comment at the top.
package func pendingSwift(_ manifest: Manifest, manifestName: String = "integration.yaml") -> [PendingFile] {
    let context = GenerationContext(manifest, manifestName: manifestName)
    return swift(context, SharedDocuments(context))
}

/// Everything that is generated from a manifest: the Swift, and the documents beside it.
package func pendingFiles(_ manifest: Manifest, manifestName: String = "integration.yaml") -> [PendingFile] {
    let context = GenerationContext(manifest, manifestName: manifestName)
    let shared = SharedDocuments(context)
    return swift(context, shared) + documents(context, shared)
}

/// The Swift of a manifest, all of it at once.
package func generateSwift(_ manifest: Manifest, manifestName: String = "integration.yaml") -> [GeneratedFile] {
    generated(pendingSwift(manifest, manifestName: manifestName))
}

/// Everything that is generated from a manifest, all of it at once.
package func generate(_ manifest: Manifest, manifestName: String = "integration.yaml") -> [GeneratedFile] {
    generated(pendingFiles(manifest, manifestName: manifestName))
}

private func generated(_ files: [PendingFile]) -> [GeneratedFile] {
    files.concurrentMap(turn: 1) { GeneratedFile(path: $0.path, contents: $0.contents()) }
}

/// The documents that the Swift holds, too.
private struct SharedDocuments: Sendable {
    let openAPI: SharedText
    let platformConfig: SharedText

    init(_ context: GenerationContext) {
        openAPI = SharedText { openAPIDocument(context).prettyText }
        platformConfig = SharedText { PlatformConfig.json(context).prettyText }
    }
}

private func swift(_ context: GenerationContext, _ shared: SharedDocuments) -> [PendingFile] {
    let translations: [@Sendable () -> SwiftFile] = [
        context.translateEnvironment, context.translateTypes, context.translateModels, context.translateTools,
        context.translateWebhooks, context.translateChannels, context.translateHooks, context.translateEvents,
        context.translateOperations, context.translatePages, context.translateRoutes,
        { context.translateOpenAPI(shared.openAPI.value) },
        { context.translatePlatformConfig(shared.platformConfig.value) }, context.translateIntegration,
    ]
    return zip(generatedSwiftFiles, translations).map { path, translation in
        PendingFile(path: path) { SwiftRenderer().render(translation()) }
    }
}

private func documents(_ context: GenerationContext, _ shared: SharedDocuments) -> [PendingFile] {
    [
        PendingFile(path: "integration.schema.json") { languageSchema().prettyText },
        PendingFile(path: "tools.json") { toolListing(context).prettyText },
        PendingFile(path: "platform-config.json") { shared.platformConfig.value },
        PendingFile(path: "openapi.json") { shared.openAPI.value },
        PendingFile(path: "sqlite.sql") { sqliteSchema(context) },
        PendingFile(path: "postgres.sql") { postgresSchema(context) },
        PendingFile(path: "manifest.lock.json") { ManifestLock.json(context).prettyText },
        PendingFile(path: "INTEGRATION.md") { referenceDocument(context) },
    ]
}
