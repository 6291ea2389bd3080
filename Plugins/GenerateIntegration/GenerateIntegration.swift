import Foundation
import PackagePlugin

/// Generates Swift from `integration.yaml` at every build and has it compiled into the target.
///
/// The manifest is the one in the target's own directory, else the one at the top of the package. The files are fixed
/// in number and named here, for a plugin has to name its outputs before the manifest is read.
@main
struct GenerateIntegration: BuildToolPlugin {
    private let files = [
        "Environment.swift", "Types.swift", "Models.swift", "Tools.swift", "Webhooks.swift", "Channels.swift",
        "Hooks.swift", "Events.swift", "Operations.swift", "Pages.swift", "Routes.swift", "OpenAPI.swift",
        "PlatformConfig.swift",
        "Integration.swift",
    ]

    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let manifest = try manifest(for: target, in: context.package)
        let output = context.pluginWorkDirectoryURL
        return [
            .buildCommand(
                displayName: "Generating Swift from \(manifest.lastPathComponent) for \(target.name)",
                executable: try context.tool(named: "integration").url,
                arguments: [
                    "generate", manifest.path, "--output", output.path, "--swift-only", "--format", "plain",
                    "--record", output.appendingPathComponent("generation.record").path,
                ],
                inputFiles: [manifest] + filesThatMayBeNamed(by: manifest, in: context.package),
                outputFiles: files.map { output.appendingPathComponent($0) })
        ]
    }

    /// The files whose change must be seen: what the manifest includes and what its `file:` values name.
    ///
    /// A plugin cannot read YAML. So these are all files of the package that have the endings which the manifest
    /// language allows there; none if the manifest has neither of the words. One more costs a run that writes
    /// nothing; one too few would leave old code.
    private func filesThatMayBeNamed(by manifest: URL, in package: Package) -> [URL] {
        guard let text = try? String(contentsOf: manifest, encoding: .utf8),
            text.contains("include") || text.contains(/\bfile["']?\s*:/)
        else { return [] }
        let endings: Set<String> = ["yaml", "yml", "md", "txt"]
        let keys: [URLResourceKey] = [.isDirectoryKey]
        guard
            let found = FileManager.default.enumerator(
                at: package.directoryURL, includingPropertiesForKeys: keys, options: [.skipsHiddenFiles])
        else { return [] }
        var files: [URL] = []
        for case let url as URL in found {
            if (try? url.resourceValues(forKeys: Set(keys)).isDirectory) == true {
                if url.lastPathComponent == "node_modules" { found.skipDescendants() }
            } else if endings.contains(url.pathExtension), url.path != manifest.path {
                files.append(url)
            }
        }
        // Their folders change when a file comes or goes, which a pattern may name.
        let folders = Set(files.map { $0.deletingLastPathComponent() })
        return (files + folders).sorted { $0.path < $1.path }
    }

    private func manifest(for target: any Target, in package: Package) throws -> URL {
        let places = [target.directoryURL, package.directoryURL].map { $0.appendingPathComponent("integration.yaml") }
        guard let manifest = places.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
            throw MissingManifest(places: places.map(\.path))
        }
        return manifest
    }
}

/// There is no manifest where one is looked for.
struct MissingManifest: Error, CustomStringConvertible {
    let places: [String]

    var description: String {
        "there is no integration.yaml; GenerateIntegration looks for it at \(places.joined(separator: " and at "))"
    }
}
