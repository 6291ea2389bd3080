import Foundation
import ManifestCompiler
import Testing

@Suite("The committed Generated/ folder")
struct GeneratedMirrorTests {
    private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test("it is what integration.yaml gives: mend it with `swift package refresh-generated`")
    func isFresh() throws {
        let bytes = Array(try Data(contentsOf: Self.package.appending(path: "integration.yaml")))
        let compilation = compile([SourceFile(path: "integration.yaml", bytes: bytes)])
        let manifest = try #require(compilation.manifest)
        for file in generate(manifest) {
            let url = Self.package.appending(path: "Generated").appending(path: file.path)
            let committed = try? String(contentsOf: url, encoding: .utf8)
            #expect(committed == file.contents, "Generated/\(file.path) is stale")
        }
    }
}
