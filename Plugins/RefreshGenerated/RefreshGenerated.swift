import Foundation
import PackagePlugin

/// `swift package refresh-generated`: rewrites `Generated/` at the top of the package from `integration.yaml`.
///
/// What is compiled is the build plugin's output; `Generated/` is the same, committed to be reviewed and compared.
/// More arguments are passed on: `swift package refresh-generated --check` changes nothing and says what is stale.
@main
struct RefreshGenerated: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let package = context.package.directoryURL
        let process = Process()
        process.executableURL = try context.tool(named: "integration").url
        process.currentDirectoryURL = package
        let record = context.pluginWorkDirectoryURL.appendingPathComponent("generation.record").path
        process.arguments = ["generate", "integration.yaml", "--output", "Generated", "--record", record] + arguments
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            Diagnostics.error("Generated/ was not refreshed; the problems are above")
            return
        }
    }
}
