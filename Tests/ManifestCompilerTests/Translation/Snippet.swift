import ManifestCompiler
import Testing

@testable import ManifestCompiler

/// A manifest of a few lines for one test.
enum Snippet {
    private static let head = """
        manifest: 1
        handle: demo
        name: Demo
        version: 1.0.0
        spelling: [WhatsApp, WABA, OAuth, ID, URL]

        """

    /// The first line of `sections` has this number in the whole manifest.
    static let firstLine = 6

    /// What comes of compiling the sections under a usual head.
    static func compile(_ sections: String) -> Compilation {
        ManifestCompiler.compile([SourceFile(path: "integration.yaml", text: head + sections + "\n")])
    }

    /// The manifest; a test whose manifest has errors fails with them.
    static func manifest(_ sections: String, _ location: SourceLocation = #_sourceLocation) throws -> Manifest {
        let compilation = compile(sections)
        let errors = compilation.diagnostics.filter { $0.severity == .error }
        let text = PlainDiagnosticPrinter().print(errors)
        return try #require(compilation.manifest, Comment(rawValue: text), sourceLocation: location)
    }

    /// One generated file, without its header and imports.
    static func swift(_ file: String, of sections: String, _ location: SourceLocation = #_sourceLocation) throws
        -> String
    {
        let files = generateSwift(try manifest(sections, location))
        return try #require(files.first { $0.path == file }, sourceLocation: location).contents
    }

    /// Errors and warnings as `line:column: message [code]`, lines counted in `sections`.
    static func problems(in sections: String) -> [String] {
        compile(sections).diagnostics.map { diagnostic in
            let start = diagnostic.span.start
            return "\(start.line - firstLine + 1):\(start.column): \(diagnostic.message) [\(diagnostic.code.name)]"
        }
    }
}

/// The declaration that begins with a line, up to the line that closes it, without its indentation.
func declaration(_ first: String, in text: String, _ location: SourceLocation = #_sourceLocation) throws -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(
        lines.firstIndex { $0.trimmingPrefix { $0 == " " }.hasPrefix(first) }, "no \(first) in\n\(text)",
        sourceLocation: location)
    let indentation = lines[start].prefix { $0 == " " }.count
    let depth = { (line: Substring) in line.prefix { $0 == " " }.count }
    let end = lines[start...].dropFirst().firstIndex { !$0.isEmpty && depth($0) <= indentation } ?? lines.endIndex
    let closing = end < lines.endIndex && lines[end].contains { "})]".contains($0) } ? end + 1 : end
    return lines[start..<closing].map { String($0.dropFirst(indentation)) }.joined(separator: "\n")
}
