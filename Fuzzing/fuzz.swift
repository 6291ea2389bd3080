// Compiled together with the sources of ManifestCompiler by scripts/fuzz; no part of the package.

/// What libFuzzer calls with bytes that it has thought of.
///
/// The bytes are a manifest; behind a NUL byte, which no manifest can have, begins a file that it may include. Every
/// place that is reported must be in its file, only a manifest without errors may be generated from, and generating
/// twice must give the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    let names = ["integration.yaml", "more.yaml"]
    let files = zip(names, parts).map { SourceFile(path: $0, bytes: Array($1)) }
    let result = compile(files)
    precondition(result.succeeded == !result.diagnostics.contains { $0.severity == .error })
    for diagnostic in result.diagnostics {
        for span in [diagnostic.span] + diagnostic.notes.compactMap(\.span) + diagnostic.fixIts.map(\.span) {
            let size = files.first { $0.path == span.file }?.bytes.count ?? 0
            precondition(span.start.line >= 1 && span.start.column >= 1 && span.end.offset <= size)
        }
    }
    let printer = TerminalDiagnosticPrinter(sources: result.sources) { text, _ in text }
    _ = printer.print(result.diagnostics) + JSONDiagnosticPrinter(sources: result.sources).print(result.diagnostics)
    if let manifest = result.manifest { precondition(generate(manifest) == generate(manifest)) }
    return 0
}
