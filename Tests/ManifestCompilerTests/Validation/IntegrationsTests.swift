import Foundation
import ManifestCompiler
import Testing

/// Manifests of what the platform's six public integrations need: written as their authors would write them, checked
/// without a word, generated from, and compiled.
@Suite("The six integrations", .serialized)
struct IntegrationsTests {
    static let names = ["email", "google", "meta", "petbooqz", "phone", "realestate"]

    static func sources(_ name: String) throws -> [SourceFile] {
        try Fixtures.sources(Fixtures.folder.appending(path: "integrations/\(name)/integration.yaml"))
    }

    @Test("each is a manifest of which nothing is to be said but what its own runtime leaves out", arguments: names)
    func clean(_ name: String) throws {
        let result = ManifestCompiler.compile(try Self.sources(name))
        let remarks = result.diagnostics.filter { $0.code.name != "runtime.unsupported" }
        #expect(PlainDiagnosticPrinter().print(remarks) == "")
        #expect(result.succeeded)
    }

    @Test("its Swift compiles with the stubs that are written for it", .timeLimit(.minutes(5)), arguments: names)
    func compiles(_ name: String) throws {
        let manifest = try #require(ManifestCompiler.compile(try Self.sources(name)).manifest)
        let type = name.prefix(1).uppercased() + name.dropFirst()
        let services = GeneratedFile(
            path: "Services.swift",
            contents: "import IntegrationKit\n\nextension \(type) { typealias Services = NoServices }\n")
        let check = SwiftTypeCheck(module: type + "Integration", imports: Self.payloads(of: manifest))
        #expect(try check.errors(in: generateSwift(manifest) + generateStubs(manifest) + [services]) == [])
    }

    /// Modules with the hand-written payload types that the manifest names.
    private static func payloads(of manifest: Manifest) -> [String: String] {
        var modules: [String: String] = [:]
        for webhook in manifest.webhooks {
            guard case .swiftType(let name, _) = webhook.payload, let dot = name.firstIndex(of: ".") else { continue }
            modules[String(name[..<dot]), default: "public import IntegrationKit\n"] += """

                public struct \(name[name.index(after: dot)...]): ProducesMessages {
                    public struct Event: Sendable {}
                    public static func split(_ body: JSON) throws(InvalidValue) -> [SplitEvent] { [] }
                    public static func event(from content: JSON) throws(InvalidValue) -> Event { Event() }
                    public static func messages(in event: Event) -> [ChannelEvent] { [] }
                }

                """
        }
        return modules
    }
}
