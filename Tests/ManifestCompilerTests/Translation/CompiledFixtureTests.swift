import Foundation
import ManifestCompiler
import Testing

@Suite("The Swift of the fixtures", .serialized)
struct CompiledFixtureTests {
    /// Those with nothing that Swift is made of.
    private static let bare: Set<String> = ["bounds.yaml", "byte-order-mark-and-crlf.yaml", "minimal.yaml"]

    static var fixtures: [URL] {
        get throws { try Fixtures.valid().filter { !bare.contains(Fixtures.name(of: $0)) } }
    }

    @Test("compiles with the stubs that are written for it", .timeLimit(.minutes(20)), arguments: try fixtures)
    func compiles(_ url: URL) throws {
        let manifest = try #require(ManifestCompiler.compile(try Fixtures.sources(url)).manifest)
        #expect(try SwiftTypeCheck.errors(ofSwiftFrom: manifest) == [])
    }
}
