extension DiagnosticCode {
    static let acceptanceCodes = [acceptanceUnknown, acceptanceIdle]

    static let acceptanceUnknown = DiagnosticCode(
        warning: "acceptance.unknown", "`accept` names something that is not a warning.")
    static let acceptanceIdle = DiagnosticCode(
        warning: "acceptance.idle", "`accept` names a warning that is not given here any more.")
}

/// A code under `accept:`, and the thing whose warnings of that code are wanted so (ruling 114).
struct Acceptance: Sendable {
    var code: String
    /// Where the code is written.
    var span: SourceSpan
    /// The thing, from its handle to its end.
    var thing: SourceSpan
}

extension [Acceptance] {
    /// Takes the warnings out that are accepted, and warns of codes that no warning has or that have accepted nothing.
    ///
    /// Errors are never accepted. Nothing is called idle while there are errors, for they keep checks quiet.
    func apply(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard !isEmpty else { return diagnostics }
        let warnings = Set(DiagnosticCode.all.filter { $0.severity == .warning }.map(\.name))
        var used = Set<SourceSpan>()
        var result = diagnostics.filter { diagnostic in
            guard diagnostic.severity == .warning else { return true }
            let matches = filter { $0.code == diagnostic.code.name && $0.thing.contains(diagnostic.span) }
            used.formUnion(matches.map(\.span))
            return matches.isEmpty
        }
        let hasErrors = result.contains { $0.severity == .error }
        for acceptance in self {
            if !warnings.contains(acceptance.code) {
                result.append(unknown(acceptance, among: warnings.sorted()))
            } else if !used.contains(acceptance.span), !hasErrors {
                result.append(
                    Diagnostic(
                        .acceptanceIdle, "no warning `\(acceptance.code)` is given here", at: acceptance.span,
                        help: ["remove it: nothing is wrong any more"]))
            }
        }
        return result
    }

    private func unknown(_ acceptance: Acceptance, among warnings: [String]) -> Diagnostic {
        let code = acceptance.code
        if DiagnosticCode.all.contains(where: { $0.name == code }) {
            return Diagnostic(
                .acceptanceUnknown, "`\(code)` is an error, and only warnings can be accepted", at: acceptance.span)
        }
        guard let meant = Suggestion.nearest(to: code, among: warnings) else {
            return Diagnostic(
                .acceptanceUnknown, "there is no warning `\(code)`", at: acceptance.span,
                help: ["`integration explain` lists all codes"])
        }
        return Diagnostic(
            .acceptanceUnknown, "there is no warning `\(code)`; did you mean `\(meant)`?", at: acceptance.span,
            fixIts: [.init("replace with `\(meant)`", replacing: acceptance.span, with: meant)])
    }
}
