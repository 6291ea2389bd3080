import ArgumentParser
import ManifestCompiler

/// `integration fmt`.
struct Format: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Formats a manifest and the files that it includes.",
        discussion: """
            The text is edited, never written anew: comments, order, blank lines, alignment, a byte order mark and CRLF \
            stay, and the meaning never changes. What it does:

              { type: STRING? }                       { type: 'STRING?' }
              { description: Two words }              { description: 'Two words' }
              when: '{{ a == b }}'                    when: a == b
              {a: [ 1,2 ], b : c}                     { a: [1, 2], b: c }

            and no spaces at the ends of lines, one line end at the end of the file.

            EXAMPLES
              integration fmt                         format ./integration.yaml and what it includes
              integration fmt --check                 write nothing; name the files that are not formatted, exit with 1
              integration fmt pages/account.yaml      format one file
            """)

    @Argument(
        help: "Files to format. By default integration.yaml and what it includes.",
        completion: .file(extensions: ["yaml", "yml"]))
    var files: [String] = []

    @Flag(help: "Write nothing; name the files that are not formatted, and exit with 1 if there is one.")
    var check = false

    func run() throws {
        var isClean = true
        for source in try sources() {
            switch format(source) {
            case .broken(let diagnostics):
                Console.error(PlainDiagnosticPrinter().print(diagnostics), terminator: "")
                isClean = false
            case .formatted(let bytes) where bytes == source.bytes: break
            case .formatted(let bytes):
                if check {
                    Console.error("\(source.path): error: is not formatted; run `integration fmt`")
                    isClean = false
                } else {
                    try TextFile(path: source.path).write(bytes)
                    Console.output("formatted \(source.path)\n")
                }
            }
        }
        guard isClean else { throw ExitCode(1) }
    }

    /// The files that are named, or the manifest with what it includes.
    private func sources() throws -> [SourceFile] {
        guard files.isEmpty else { return try files.map { try TextFile(path: $0).read() } }
        let manifest = try TextFile(path: "integration.yaml").read()
        return [manifest] + includedFiles(of: manifest, beside: PackageFiles(besideManifest: manifest.path))
    }
}
