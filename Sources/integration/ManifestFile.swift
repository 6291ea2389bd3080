import ArgumentParser
import ManifestCompiler

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The manifest that a command works on, and how problems in it are shown.
struct ManifestFile: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        /// One line a problem: `file:line:column: error: … [code]`.
        case plain
        /// With the source line and the range underlined.
        case terminal
        /// For editors: LSP ranges.
        case json
        /// For workflows: annotations.
        case github
        /// For code scanning.
        case sarif
    }

    @Argument(help: "The manifest.", completion: .file(extensions: ["yaml", "yml"]))
    var file = "integration.yaml"

    @Option(help: "How problems are shown. By default for people on a terminal, else one line each.")
    var format: Format?

    /// The file's name without its directory, for comments in generated files.
    var name: String { URL(fileURLWithPath: file).lastPathComponent }

    /// The files that the manifest may name.
    var files: PackageFiles { PackageFiles(besideManifest: file) }

    /// Reads the manifest.
    func source() throws -> SourceFile { try TextFile(path: file).read() }

    /// Reads and compiles the manifest.
    func compilation() throws -> Compilation { ManifestCompiler.compile(try source(), beside: files) }

    /// Reads and compiles the manifest and shows what is wrong.
    ///
    /// - Returns: The manifest, unless it has errors.
    func compile() throws -> Manifest? {
        let compilation = try compilation()
        show(compilation)
        return compilation.manifest
    }

    /// Shows what is wrong.
    func show(_ compilation: Compilation) { show(compilation.diagnostics, in: compilation.sources) }

    /// Shows that nothing is wrong, which says something in some formats.
    func showNothing() { show([], in: []) }

    private func show(_ diagnostics: [Diagnostic], in sources: [SourceFile]) {
        let isTerminal = isatty(STDERR_FILENO) == 1
        switch format ?? (isTerminal ? .terminal : .plain) {
        case .json: Console.output(JSONDiagnosticPrinter(sources: sources).print(diagnostics))
        case .github: Console.output(GitHubDiagnosticPrinter().print(diagnostics))
        case .sarif: Console.output(SARIFDiagnosticPrinter().print(diagnostics))
        case .plain: Console.error(PlainDiagnosticPrinter().print(diagnostics), terminator: "")
        case .terminal:
            let printer = TerminalDiagnosticPrinter(sources: sources) { text, style in
                isTerminal ? Console.paint(text, style) : text
            }
            Console.error(printer.print(diagnostics), terminator: "")
        }
    }
}
