/// What came of compiling a manifest.
package struct Compilation: Sendable {
    /// There if nothing is wrong; warnings do not count.
    package var manifest: Manifest?
    /// Sorted by place, each once.
    package var diagnostics: [Diagnostic]
    /// The manifest and every file that it names, as far as they were opened: what diagnostics point into.
    package var sources: [SourceFile] = []

    /// Whether Swift can be generated.
    package var succeeded: Bool { manifest != nil }
}

/// Reads, checks and resolves a manifest that is held in memory.
///
/// - Parameter sources: The manifest, then the files that it may name, by their paths relative to it.
package func compile(_ sources: [SourceFile]) -> Compilation {
    guard let file = sources.first else {
        let start = SourceSpan(file: "integration.yaml", start: .start, end: .start)
        return Compilation(diagnostics: [Diagnostic(.yamlEmpty, "there is no manifest", at: start)])
    }
    return compile(file, beside: ListedFiles(sources.dropFirst()))
}

/// Reads, checks and resolves a manifest.
///
/// Pure: the same bytes give the same result, and nothing is opened but by `files`. All problems are reported together,
/// none of them only because of another.
///
/// - Parameter files: The files that the manifest may name.
package func compile(_ source: SourceFile, beside files: some SourceProvider) -> Compilation {
    var collector = DiagnosticCollector()
    let syntax = IncludedFiles.load(source, beside: files)
    collector.report(syntax.diagnostics)
    func result(_ opened: OpenedFiles, manifest: Manifest? = nil) -> Compilation {
        Compilation(
            manifest: manifest, diagnostics: AnchorUse.noted(collector.diagnostics(), syntax.uses),
            sources: opened.files)
    }
    guard let node = syntax.root else { return result(syntax.opened) }

    let texts = Dictionary(syntax.opened.files.map { ($0.path, SourceText($0)) }) { first, _ in first }
    var decoder = GrammarDecoder(sources: texts)
    guard var root = decoder.root(node) else {
        collector.report(decoder.diagnostics.diagnostics())
        return result(syntax.opened)
    }
    collector.report(decoder.diagnostics.diagnostics())
    // Nobody knows which section a file that could not be read would have added to.
    if syntax.isIncomplete { root.doubtful.formUnion(Grammar.sections) }

    var assembler = ManifestAssembler(sources: texts, files: syntax.opened)
    let manifest = assembler.assemble(root)
    collector.report(assembler.diagnostics.diagnostics())

    Validator.check(manifest, brokenSections: assembler.symbols.brokenSections, into: &collector)
    // What Swift would make of a handle that has been reported, or of words spelt otherwise, is no news.
    let errors = ErrorMap(collector.errorSpans)
    let knowsSpelling = !assembler.symbols.brokenSections.contains("spelling")
    let checks: [@Sendable () -> [Diagnostic]] = [
        { checkTemplates(manifest) },
        { (knowsSpelling ? checkNames(manifest) : []).filter { !errors.touches($0.span) } },
        { checkRuntimeSupport(manifest).filter { !errors.touches($0.span) } },
    ]
    for found in checks.concurrentMap(turn: 1, { $0() }) { collector.report(found) }
    collector.accept(decoder.acceptances)
    return result(assembler.files, manifest: collector.hasErrors ? nil : manifest)
}
