import ArgumentParser
import Foundation
import ManifestCompiler

/// The manifest that a command works on, and how problems in it are shown.
struct ManifestFile: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        /// One line a problem: `file:line:column: error: … [code]`.
        case plain
        /// With the source line and the range underlined.
        case terminal
        /// For editors: LSP ranges.
        case json
    }

    @Argument(help: "The manifest.", completion: .file(extensions: ["yaml", "yml"]))
    var file = "integration.yaml"

    @Option(help: "How problems are shown. By default for people on a terminal, else one line each.")
    var format: Format?

    /// The file's name without its directory, for comments in generated files.
    var name: String { URL(fileURLWithPath: file).lastPathComponent }

    /// Reads and compiles the manifest and shows what is wrong.
    ///
    /// - Returns: The manifest, unless it has errors.
    func compile() throws -> Manifest? {
        guard let data = FileManager.default.contents(atPath: file) else {
            let isThere = FileManager.default.fileExists(atPath: file)
            throw CommandFailure(
                message: isThere
                    ? "\(file) cannot be read; check its permissions"
                    : "there is no \(file); name the manifest: integration check path/to/integration.yaml")
        }
        let source = SourceFile(path: file, bytes: Array(data))
        let compilation = ManifestCompiler.compile(source, beside: PackageFiles(besideManifest: file))
        show(compilation)
        return compilation.manifest
    }

    private func show(_ compilation: Compilation) {
        let diagnostics = compilation.diagnostics
        let isTerminal = isatty(STDERR_FILENO) == 1
        switch format ?? (isTerminal ? .terminal : .plain) {
        case .json:
            Console.output(JSONDiagnosticPrinter(sources: compilation.sources).print(diagnostics))
        case .plain:
            Console.error(PlainDiagnosticPrinter().print(diagnostics), terminator: "")
        case .terminal:
            let printer = TerminalDiagnosticPrinter(sources: compilation.sources) { text, style in
                isTerminal ? Console.paint(text, style) : text
            }
            Console.error(printer.print(diagnostics), terminator: "")
        }
    }
}
