/// One problem in a manifest: where it is, what it is, and what to do about it.
///
/// Diagnostics are values. They are collected, sorted and printed together; nothing is thrown for a
/// mistake in a manifest.
package struct Diagnostic: Hashable, Sendable {
    /// Whether the problem stops the build.
    package enum Severity: String, Hashable, Sendable, CaseIterable {
        /// No Swift is generated while there is one.
        case error
        /// Legal, and probably not what was meant.
        case warning
    }

    /// A remark that belongs to the problem; with a span it points at the other place that is involved.
    package struct Note: Hashable, Sendable {
        package var message: String
        package var span: SourceSpan?

        package init(_ message: String, at span: SourceSpan? = nil) {
            self.message = message
            self.span = span
        }
    }

    /// A replacement that would mend the problem. Applying it never loses comments.
    package struct FixIt: Hashable, Sendable {
        /// What it does, for example "replace with `add_whatsapp_number`".
        package var title: String
        /// The text that is replaced; empty for an insertion.
        package var span: SourceSpan
        package var replacement: String

        package init(_ title: String, replacing span: SourceSpan, with replacement: String) {
            self.title = title
            self.span = span
            self.replacement = replacement
        }
    }

    package var code: DiagnosticCode
    package var severity: Severity
    /// A sentence in the author's words, without a full stop.
    package var message: String
    package var span: SourceSpan
    package var notes: [Note]
    /// Advice that is no replacement, printed as `help:`.
    package var help: [String]
    package var fixIts: [FixIt]

    /// A diagnostic with the severity that `code` has.
    package init(
        _ code: DiagnosticCode, _ message: String, at span: SourceSpan, notes: [Note] = [], help: [String] = [],
        fixIts: [FixIt] = []
    ) {
        self.code = code
        self.severity = code.severity
        self.message = message
        self.span = span
        self.notes = notes
        self.help = help
        self.fixIts = fixIts
    }
}
