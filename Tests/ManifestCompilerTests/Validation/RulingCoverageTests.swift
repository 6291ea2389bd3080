import Foundation
import Testing

/// The language's rulings are numbered; a fixture names those that it exercises in a line of its own: `# Rulings: 12, 14`.
@Suite("Every ruling has its fixtures")
struct RulingCoverageTests {
    private static let rulings = Set(1...123)

    /// Rulings that refuse nothing, with why.
    private static let refuseNothing: [Int: String] = [
        3: "to leave out and to give null are both right",
        9: "says what is written; what is read is refused at run time",
        23: "braces around a condition are right as well",
        25: "of `choose` only the options can be wrong, which ruling 94 has",
        28: "says how what is no object is carried",
        33: "to leave out an input or an output is right",
    ]

    /// Rulings that still want a manifest that obeys them, and one that breaks them.
    private static let unobeyed: Set<Int> = [
        39, 40, 41, 42, 43, 44, 45, 47, 48, 49, 50, 51, 52, 53, 80, 81, 82, 86, 87, 109, 110, 118, 120,
    ]
    private static let unbroken: Set<Int> = [
        41, 42, 47, 48, 49, 50, 51, 52, 53, 81, 82, 86, 103, 108, 109, 110, 120,
    ]

    @Test("every ruling has a manifest that obeys it")
    func valid() throws {
        let missing = Self.rulings.subtracting(try Self.named(in: Fixtures.valid()))
        #expect(missing.subtracting(Self.unobeyed).sorted() == [])
    }

    @Test("every ruling has a manifest that breaks it")
    func invalid() throws {
        let missing = Self.rulings.subtracting(try Self.named(in: Fixtures.invalid().map(\.url)))
        #expect(missing.subtracting(Self.refuseNothing.keys).subtracting(Self.unbroken).sorted() == [])
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
