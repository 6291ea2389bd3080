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

    @Test("its Swift compiles with the stubs that are written for it", .timeLimit(.minutes(20)), arguments: names)
    func compiles(_ name: String) throws {
        let manifest = try #require(ManifestCompiler.compile(try Self.sources(name)).manifest)
        #expect(try SwiftTypeCheck.errors(ofSwiftFrom: manifest) == [])
    }
}
