/// Gathers diagnostics and gives them sorted by place, each once, and not without end.
package struct DiagnosticCollector: Sendable {
    /// More than these many are counted, not kept.
    package static let limit = 1_000

    private var collected: [Diagnostic] = []

    package init() {}

    package var isEmpty: Bool { collected.isEmpty }
    package var hasErrors: Bool { collected.contains { $0.severity == .error } }

    package mutating func report(_ diagnostic: Diagnostic) { collected.append(diagnostic) }

    package mutating func report(_ diagnostics: some Sequence<Diagnostic>) { collected.append(contentsOf: diagnostics) }

    package mutating func report(
        _ code: DiagnosticCode, _ message: String, at span: SourceSpan, notes: [Diagnostic.Note] = [],
        help: [String] = [], fixIts: [Diagnostic.FixIt] = []
    ) {
        collected.append(Diagnostic(code, message, at: span, notes: notes, help: help, fixIts: fixIts))
    }

    /// Takes out the warnings that their things accept.
    mutating func accept(_ acceptances: [Acceptance]) { collected = acceptances.apply(to: collected) }

    /// Where errors start, in order; for asking whether a part of a file is sound.
    var errorSpans: [SourceSpan] { collected.filter { $0.severity == .error }.map(\.span).sorted() }

    /// What to show: sorted by file and position, equal ones once, at most ``limit`` of them; when there are
    /// more, the last carries a note that says how many.
    package func diagnostics() -> [Diagnostic] {
        var seen = Set<Diagnostic>()
        let unique = collected.filter { seen.insert($0).inserted }
        let sorted = unique.sorted { left, right in
            if left.span != right.span { return left.span < right.span }
            if left.severity != right.severity { return left.severity == .error }
            return (left.code.name, left.message) < (right.code.name, right.message)
        }
        guard sorted.count > Self.limit else { return sorted }
        var shown = Array(sorted.prefix(Self.limit))
        shown[Self.limit - 1].notes.append(
            Diagnostic.Note("\(sorted.count - Self.limit) more problems are not shown"))
        return shown
    }
}
