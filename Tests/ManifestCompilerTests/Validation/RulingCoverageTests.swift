import Foundation
import Testing

/// The language's rulings are numbered; a fixture names those that it exercises in a line of its own: `# Rulings: 12, 14`.
@Suite("Every ruling has its fixtures")
struct RulingCoverageTests {
    private static let rulings = Set(1...123)

    @Test("every ruling has a manifest that obeys it")
    func valid() throws {
        #expect(Self.rulings.subtracting(try Self.named(in: Fixtures.valid())).sorted() == [])
    }

    @Test("every ruling has a manifest that breaks it")
    func invalid() throws {
        #expect(Self.rulings.subtracting(try Self.named(in: Fixtures.invalid().map(\.url))).sorted() == [])
    }

    private static func named(in manifests: [URL]) throws -> Set<Int> {
        var result: Set<Int> = []
        for url in manifests {
            for line in String(decoding: try Data(contentsOf: url), as: UTF8.self).split(whereSeparator: \.isNewline)
            where line.hasPrefix("# Rulings:") {
                result.formUnion(line.split { !$0.isNumber }.compactMap { Int($0) })
            }
        }
        return result
    }
}
