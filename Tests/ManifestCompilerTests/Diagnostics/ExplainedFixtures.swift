import Foundation
@testable import ManifestCompiler

/// The examples of `integration explain`: for each code `invalid/CODE/example`, and what is right instead,
/// `mended/CODE`. The compiler cannot read them where it runs, so a file of its source holds them.
enum ExplainedFixtures {
    static let file = Fixtures.package.appending(
        path: "Sources/ManifestCompiler/Diagnostics/Explanations/Explanation+examples.swift")

    /// What most fixtures begin with, and no example needs to say.
    private static let header = "manifest: 1\nhandle: sample\nname: Sample\nversion: 1.0.0\n"

    /// By code, in the order of the codes.
    static func examples() throws -> [(code: String, example: Explanation.Example)] {
        let wrong = try Fixtures.invalid().filter { Fixtures.stem(of: $0.url) == "example" }
        let urls = Dictionary(uniqueKeysWithValues: wrong.map { ($0.code, $0.url) })
        return try Fixtures.mended().compactMap { mended in
            guard let wrong = urls[mended.code] else { return nil }
            return (mended.code, example(wrong: try Fixtures.sources(wrong), right: try Fixtures.sources(mended.url)))
        }
    }

    /// `Explanation+examples.swift`.
    static func source() throws -> String {
        var text = """
            // Made from Tests/ManifestCompilerTests/Fixtures by the tests (RECORD_FIXTURES=1). Do not edit.

            extension Explanation {
                /// By code: the fixture `invalid/CODE/example`, and `mended/CODE`.
                static let examples: [String: Example] = [

            """
        for (code, example) in try examples() {
            text += "        \"\(code)\": Example(\n"
            text += "            wrong: \(literal(example.wrong)),\n            right: \(literal(example.right))),\n"
        }
        return text + "    ]\n}\n"
    }

    private static func example(wrong: [SourceFile], right: [SourceFile]) -> Explanation.Example {
        let isBody = [wrong, right].allSatisfy { manifest(of: $0).hasPrefix(header) && manifest(of: $0) != header }
        func shown(_ files: [SourceFile]) -> String {
            let body = isBody ? String(manifest(of: files).dropFirst(header.count)) : manifest(of: files)
            let others = files.dropFirst().map { "# \($0.path)\n\($0.text)" }
            return ([body] + others).joined().trimmingSuffix("\n")
        }
        return Explanation.Example(wrong: shown(wrong), right: shown(right))
    }

    /// Without the line that names its rulings.
    private static func manifest(of files: [SourceFile]) -> String {
        let lines = files[0].text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.filter { !$0.hasPrefix("# Rulings:") }.joined(separator: "\n")
    }

    /// A literal of several lines, in which what cannot be seen is escaped.
    private static func literal(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            SwiftLiteral.escaped(String(line)).replacingOccurrences(of: #"\""#, with: "\"")
        }
        let margin = String(repeating: " ", count: 16)
        return "\"\"\"\n" + lines.map { $0.isEmpty ? "\n" : "\(margin)\($0)\n" }.joined() + "\(margin)\"\"\""
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: Character) -> String {
        String(self[...(lastIndex { $0 != suffix } ?? startIndex)])
    }
}
