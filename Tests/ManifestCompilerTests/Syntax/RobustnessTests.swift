import Foundation
import ManifestCompiler
import Testing

@Suite("Broken manifests never crash the compiler")
struct RobustnessTests {
    private let bytes: [UInt8]

    init() throws { bytes = try Fixtures.source(Fixtures.integration).bytes }

    @Test("a manifest that ends too early is read or refused with a place", .timeLimit(.minutes(20)))
    func prefixes() {
        // Some two thousand lengths, and every length of the last lines; each fifth is compiled.
        let step = max(7, bytes.count / 2_000)
        let lengths = Array(stride(from: 0, to: bytes.count, by: step)) + Array(bytes.count - 100..<bytes.count)
        for (index, length) in lengths.enumerated() {
            let file = SourceFile(path: "a.yaml", bytes: Array(bytes[..<length]))
            let result = SyntaxParser.parse(file)
            #expect(result.root != nil || !result.diagnostics.isEmpty)
            guard index.isMultiple(of: 5) else { continue }
            check(file)
        }
    }

    @Test("flipped, lost and doubled bytes are compiled or refused", .timeLimit(.minutes(20)), arguments: 1...4)
    func mutations(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            var mutant = bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: 0..<mutant.count, using: &generator)
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: mutant[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: mutant.remove(at: index)
                case 2: mutant.insert(mutant[index], at: index)
                case 3: mutant[index] = Array("{}[]:,'\"#&*!|>%@`-\n\t ?".utf8).randomElement(using: &generator) ?? 0x20
                default: mutant.removeSubrange(index..<min(mutant.count, index + 40))
                }
            }
            check(SourceFile(path: "a.yaml", bytes: mutant))
        }
    }

    @Test("lines that are lost, doubled or swapped are compiled or refused", .timeLimit(.minutes(20)), arguments: 1...4)
    func lines(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for _ in 0..<40 {
            var mutant = lines
            for _ in 0..<3 {
                let index = Int.random(in: 0..<mutant.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: mutant.remove(at: index)
                case 1: mutant.insert(mutant[index], at: index)
                default: mutant.swapAt(index, Int.random(in: 0..<mutant.count, using: &generator))
                }
            }
            check(SourceFile(path: "a.yaml", text: mutant.joined(separator: "\n")))
        }
    }

    @Test("noise is refused", .timeLimit(.minutes(20)), arguments: 1...4)
    func noise(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "{", "}", "[", "]", ":", ",", "- ", "\n", "  ", "&a ", "*a", "<<", "'", "\"", "x", "|", ">", "? ", "!!",
            "#",
        ]
        for _ in 0..<200 {
            let text = (0..<60).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            check(SourceFile(path: "a.yaml", text: text))
        }
    }

    @Test("compiling twice gives the same")
    func deterministic() {
        var broken = bytes
        broken.replaceSubrange(4_000..<4_003, with: Array("xyz".utf8))
        let file = SourceFile(path: "a.yaml", bytes: broken)
        #expect(ManifestCompiler.compile([file]).diagnostics == ManifestCompiler.compile([file]).diagnostics)
    }

    /// Compiles; every place that is reported must be in the file.
    private func check(_ file: SourceFile) {
        let result = ManifestCompiler.compile([file])
        #expect(result.succeeded == !result.diagnostics.contains { $0.severity == .error })
        for diagnostic in result.diagnostics {
            for span in [diagnostic.span] + diagnostic.notes.compactMap(\.span) + diagnostic.fixIts.map(\.span) {
                #expect(span.start.line >= 1 && span.start.column >= 1 && span.end.offset <= file.bytes.count)
            }
        }
    }
}
