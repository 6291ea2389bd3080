/// The code of what the language has and the runtime does not serve.
extension DiagnosticCode {
    static let runtimeUnsupported = DiagnosticCode(
        "runtime.unsupported", "The language has this, and this version of the runtime does not serve it.")

    static let runtimeCodes = [runtimeUnsupported]
}

/// Finds what can be declared and would not be served. Better an error than something that quietly does nothing, and
/// least of all a signature that is not checked.
package func checkRuntimeSupport(_ manifest: Manifest) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func unsupported(_ what: String, at span: SourceSpan, help: [String] = []) {
        diagnostics.append(
            Diagnostic(.runtimeUnsupported, "\(what) not served by this version of the runtime", at: span, help: help))
    }
    diagnostics += checkDataSupport(manifest) + checkEdgeSupport(manifest)
    diagnostics += checkOperationSupport(manifest)
    for page in manifest.pages {
        for action in page.actions { unsupported("`actions` of a page are", at: action.span) }
        for block in page.blocks {
            guard case .form(let form) = block else { continue }
            for entry in form.entries {
                switch entry {
                case .alert(let alert): unsupported("an alert inside a form is", at: alert.heading.span)
                case .field(let field):
                    if let condition = field.visible ?? field.enabled {
                        unsupported("`visible` and `enabled` of form fields are", at: condition.span)
                    }
                }
            }
        }
    }
    for item in manifest.navigation?.sections.flatMap(\.items) ?? [] {
        if case .link = item.target { unsupported("links in `navigation` are", at: item.span) }
        if let condition = item.condition { unsupported("`when` of a navigation item is", at: condition.span) }
    }
    return diagnostics
}
