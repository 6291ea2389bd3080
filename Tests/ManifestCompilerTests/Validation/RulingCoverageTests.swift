import Foundation
import Testing

/// The language's rulings are numbered; a fixture names those that it exercises in its first line: `# Rulings: 12, 14`.
@Suite("Every ruling has its fixtures")
struct RulingCoverageTests {
    private static let rulings = Set(1...123)

    /// Rulings that refuse nothing, with why.
    private static let refuseNothing: [Int: String] = [:]
    /// Rulings that no manifest can obey or show, with why.
    private static let permitNothing: [Int: String] = [:]

    @Test("every ruling has a manifest that obeys it")
    func valid() throws {
        let integrations = IntegrationsTests.names.map {
            Fixtures.folder.appending(path: "integrations/\($0)/integration.yaml")
        }
        let missing = Self.rulings.subtracting(try Self.named(in: Fixtures.valid() + integrations))
        #expect(missing.subtracting(Self.permitNothing.keys).sorted() == [])
        #expect(Set(Self.permitNothing.keys).subtracting(missing).sorted() == [])
    }

    @Test("every ruling has a manifest that breaks it")
    func invalid() throws {
        let missing = Self.rulings.subtracting(try Self.named(in: Fixtures.invalid().map(\.url)))
        #expect(missing.subtracting(Self.refuseNothing.keys).sorted() == [])
        #expect(Set(Self.refuseNothing.keys).subtracting(missing).sorted() == [])
    }

    private static func named(in manifests: [URL]) throws -> Set<Int> {
        var result: Set<Int> = []
        for url in manifests {
            let bytes = try Data(contentsOf: url)
            let line = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
            guard let mark = line.range(of: "# Rulings:") else { continue }
            result.formUnion(line[mark.upperBound...].split { !$0.isNumber }.compactMap { Int($0) })
        }
        return result
    }
}
