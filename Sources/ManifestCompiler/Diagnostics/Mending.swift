/// What came of applying the replacements that diagnostics offer.
package struct Mending: Sendable {
    /// A replacement that was made, with the problem as it was reported then.
    package struct Change: Sendable {
        package var diagnostic: Diagnostic
        package var fixIt: Diagnostic.FixIt
    }

    /// In the order in which they were made.
    package var changes: [Change] = []
    /// The files that are different now.
    package var files: [SourceFile] = []
    /// What is left.
    package var compilation: Compilation
}

/// Applies every replacement that leaves no choice, again and again until there is none or none helps.
///
/// Only the replaced ranges change: comments and everything else keep their bytes. A replacement is not made if the
/// problem would stay, or if what is written then would be wrong in another way.
package func mend(_ source: SourceFile, beside files: some SourceProvider) -> Mending {
    var mender = Mender(source: source, files: files)
    return mender.mend()
}

private struct Mender<Files: SourceProvider> {
    /// More rounds are not needed by any manifest; each makes all replacements that are known.
    private static var rounds: Int { 50 }

    let source: SourceFile
    let files: Files
    /// The changed files by the paths that diagnostics show.
    private var edited: [String: [UInt8]] = [:]
    /// Replacements that have not helped.
    private var refused: Set<Diagnostic.FixIt> = []

    init(source: SourceFile, files: Files) {
        self.source = source
        self.files = files
    }

    mutating func mend() -> Mending {
        var result = Mending(compilation: compile(edited))
        for _ in 0..<Self.rounds {
            let candidates = candidates(in: result.compilation)
            guard !candidates.isEmpty, let step = step(candidates, from: result.compilation) else { break }
            edited = step.edited
            result.compilation = step.compilation
            result.changes += step.changes
        }
        result.files = result.compilation.sources.filter { edited[$0.path] != nil }
        return result
    }

    private struct Step {
        var edited: [String: [UInt8]]
        var compilation: Compilation
        var changes: [Mending.Change]
    }

    /// All of them at once; if that does not help, those of them that do by themselves.
    private mutating func step(_ candidates: [Mending.Change], from before: Compilation) -> Step? {
        if let all = attempt(candidates, from: before) { return all }
        var good: [Mending.Change] = []
        for candidate in candidates {
            if attempt([candidate], from: before) != nil {
                good.append(candidate)
            } else {
                refused.insert(candidate.fixIt)
            }
        }
        guard good.count > 1 else { return good.isEmpty ? nil : attempt(good, from: before) }
        return attempt(good, from: before) ?? attempt([good[0]], from: before)
    }

    private func candidates(in compilation: Compilation) -> [Mending.Change] {
        var result: [Mending.Change] = []
        for diagnostic in compilation.diagnostics where diagnostic.fixIts.count == 1 {
            let fixIt = diagnostic.fixIts[0]
            guard !refused.contains(fixIt) else { continue }
            if result.contains(where: { $0.fixIt.span.overlaps(fixIt.span) }) { continue }
            result.append(Mending.Change(diagnostic: diagnostic, fixIt: fixIt))
        }
        return result
    }

    private func attempt(_ changes: [Mending.Change], from before: Compilation) -> Step? {
        var edited = edited
        var ranges: [(file: String, range: Range<Int>)] = []
        for (file, group) in Dictionary(grouping: changes, by: \.fixIt.span.file) {
            guard var bytes = edited[file] ?? before.sources.first(where: { $0.path == file })?.bytes else {
                return nil
            }
            let sorted = group.map(\.fixIt).sorted { $0.span < $1.span }
            var shift = 0
            for fixIt in sorted {
                let start = fixIt.span.start.offset + shift
                let replacement = Array(fixIt.replacement.utf8)
                bytes.replaceSubrange(start..<(fixIt.span.end.offset + shift), with: replacement)
                ranges.append((file, start..<(start + replacement.count)))
                shift += replacement.count - (fixIt.span.end.offset - fixIt.span.start.offset)
            }
            edited[file] = bytes
        }
        let after = compile(edited)
        guard helps(changes, ranges, before, after) else { return nil }
        return Step(edited: edited, compilation: after, changes: changes)
    }

    private func helps(
        _ changes: [Mending.Change], _ ranges: [(file: String, range: Range<Int>)], _ before: Compilation,
        _ after: Compilation
    ) -> Bool {
        func count(_ problem: Diagnostic, in diagnostics: [Diagnostic]) -> Int {
            diagnostics.count { $0.code == problem.code && $0.message == problem.message }
        }
        for change in changes {
            let mended = count(change.diagnostic, in: changes.map(\.diagnostic))
            let left = count(change.diagnostic, in: before.diagnostics) - mended
            if count(change.diagnostic, in: after.diagnostics) <= left { continue }
            // Reading stops at broken YAML, so the same problem may come to light on a later line.
            let line = change.diagnostic.span.start.line
            let isBehind = after.diagnostics.allSatisfy {
                $0.code != change.diagnostic.code || $0.span.file != change.diagnostic.span.file
                    || $0.span.start.line > line
            }
            guard change.diagnostic.code.name.hasPrefix("yaml."), isBehind else { return false }
        }
        // What could be generated still can, and what could be read still can: only broken YAML hides what is behind it.
        guard after.succeeded || !before.succeeded else { return false }
        let wasBroken = before.diagnostics.contains { $0.code.name.hasPrefix("yaml.") }
        return !after.diagnostics.contains { diagnostic in
            guard diagnostic.code.isAboutText else { return false }
            let start = diagnostic.span.start.offset
            return (!wasBroken && diagnostic.code.name.hasPrefix("yaml."))
                || ranges.contains { file, range in
                    file == diagnostic.span.file && range.lowerBound <= start && start < range.upperBound
                }
        }
    }

    private func compile(_ edited: [String: [UInt8]]) -> Compilation {
        let files = EditedFiles(files: files, edited: edited, manifest: source.path)
        return ManifestCompiler.compile(
            SourceFile(path: source.path, bytes: edited[source.path] ?? source.bytes), beside: files)
    }
}

/// Files of which some have been changed and are not written yet.
private struct EditedFiles<Files: SourceProvider>: SourceProvider {
    let files: Files
    /// By the paths that diagnostics show.
    let edited: [String: [UInt8]]
    let manifest: String

    func read(_ path: String) -> SourceReading {
        if let bytes = edited[OpenedFiles.shownPath(of: path, beside: manifest)] { return .contents(bytes) }
        return files.read(path)
    }

    func names(in directory: String) -> [SourceName] { files.names(in: directory) }
}

extension DiagnosticCode {
    /// Whether it is about how something is written, not about what it means together with the rest.
    fileprivate var isAboutText: Bool {
        ["yaml.", "key.", "handle.", "name.", "value."].contains { name.hasPrefix($0) }
    }
}

extension SourceSpan {
    /// Whether two replacements would touch the same text.
    fileprivate func overlaps(_ other: SourceSpan) -> Bool {
        file == other.file && start.offset <= other.end.offset && other.start.offset <= end.offset
    }
}
