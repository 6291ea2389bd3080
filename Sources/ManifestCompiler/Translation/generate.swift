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
    "Hooks.swift", "Events.swift", "Operations.swift", "Pages.swift", "Routes.swift", "Integration.swift",
]

/// The Swift of a manifest. Pure: the same manifest always gives the same bytes.
///
/// - Parameter manifestName: File name of the manifest, for the comment at the top.
package func generateSwift(_ manifest: Manifest, manifestName: String = "integration.yaml") -> [GeneratedFile] {
    let context = GenerationContext(manifest, manifestName: manifestName)
    let files = [
        context.translateEnvironment(), context.translateTypes(), context.translateModels(), context.translateTools(),
        context.translateWebhooks(), context.translateChannels(), context.translateHooks(), context.translateEvents(),
        context.translateOperations(), context.translatePages(), context.translateRoutes(),
        context.translateIntegration(),
    ]
    let renderer = SwiftRenderer()
    return zip(generatedSwiftFiles, files).map { GeneratedFile(path: $0, contents: renderer.render($1)) }
}

/// Everything that is generated from a manifest: the Swift, and the documents beside it.
package func generate(_ manifest: Manifest, manifestName: String = "integration.yaml") -> [GeneratedFile] {
    let context = GenerationContext(manifest, manifestName: manifestName)
    return generateSwift(manifest, manifestName: manifestName) + [
        GeneratedFile(path: "integration.schema.json", contents: languageSchema().prettyText),
        GeneratedFile(path: "tools.json", contents: toolListing(context).prettyText),
        GeneratedFile(path: "platform-config.json", contents: PlatformConfig.json(context).prettyText),
        GeneratedFile(path: "openapi.json", contents: openAPIDocument(context).prettyText),
        GeneratedFile(path: "sqlite.sql", contents: sqliteSchema(context)),
        GeneratedFile(path: "postgres.sql", contents: postgresSchema(context)),
        GeneratedFile(path: "manifest.lock.json", contents: ManifestLock.json(context).prettyText),
        GeneratedFile(path: "INTEGRATION.md", contents: referenceDocument(context)),
    ]
}
