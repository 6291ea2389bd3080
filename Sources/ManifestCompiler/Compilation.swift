/// What came of compiling a manifest.
package struct Compilation: Sendable {
    /// There if nothing is wrong; warnings do not count.
    package var manifest: Manifest?
    /// Sorted by place, each once.
    package var diagnostics: [Diagnostic]

    /// Whether Swift can be generated.
    package var succeeded: Bool { manifest != nil }
}

/// Reads, checks and resolves a manifest.
///
/// Pure: the same bytes give the same result, and nothing is opened. All problems are reported together, none
/// of them only because of another.
///
/// - Parameter sources: The manifest; more files have no meaning yet.
package func compile(_ sources: [SourceFile]) -> Compilation {
    guard let file = sources.first else {
        let start = SourceSpan(file: "integration.yaml", start: .start, end: .start)
        return Compilation(diagnostics: [Diagnostic(.yamlEmpty, "there is no manifest", at: start)])
    }
    var collector = DiagnosticCollector()
    let syntax = SyntaxParser.parse(file)
    collector.report(syntax.diagnostics)
    guard let node = syntax.root else { return Compilation(diagnostics: collector.diagnostics()) }

    let texts = [file.path: SourceText(file)]
    var decoder = GrammarDecoder(sources: texts)
    guard let root = decoder.root(node) else {
        collector.report(decoder.diagnostics.diagnostics())
        return Compilation(diagnostics: collector.diagnostics())
    }
    collector.report(decoder.diagnostics.diagnostics())

    var assembler = ManifestAssembler(sources: texts)
    let manifest = assembler.assemble(root)
    collector.report(assembler.diagnostics.diagnostics())

    Validator.check(manifest, brokenSections: assembler.symbols.brokenSections, into: &collector)
    // What Swift would make of a handle that has been reported, or of words spelt otherwise, is no news.
    let errors = ErrorMap(collector.errorSpans)
    let names = assembler.symbols.brokenSections.contains("spelling") ? [] : checkNames(manifest)
    collector.report(checkTemplates(manifest))
    collector.report((names + checkRuntimeSupport(manifest)).filter { !errors.touches($0.span) })
    let hasErrors = collector.hasErrors
    return Compilation(manifest: hasErrors ? nil : manifest, diagnostics: collector.diagnostics())
}
