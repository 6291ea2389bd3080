/// An alias, with the value that it stands for.
package struct AnchorUse: Sendable, Hashable {
    /// As many are remembered.
    static let limit = 1_000
    /// As many are shown for one problem.
    private static let shown = 10

    /// Where the value is written: at its anchor.
    package var value: SourceSpan
    package var alias: SourceSpan
}

extension AnchorUse {
    /// Ruling 65: what is wrong in a value that aliases stand for is reported where the value is written, with a note
    /// for each alias.
    static func noted(_ diagnostics: [Diagnostic], _ uses: [AnchorUse]) -> [Diagnostic] {
        guard !uses.isEmpty else { return diagnostics }
        return diagnostics.map { diagnostic in
            let around = uses.filter { $0.value.contains(diagnostic.span) }.map(\.alias)
            let aliases = around.filter { $0 != diagnostic.span }
            guard !aliases.isEmpty else { return diagnostic }
            var result = diagnostic
            result.notes += aliases.prefix(shown).map { Diagnostic.Note("used here", at: $0) }
            if aliases.count > shown {
                result.notes.append(Diagnostic.Note("used in \(aliases.count - shown) more places"))
            }
            return result
        }
    }
}
