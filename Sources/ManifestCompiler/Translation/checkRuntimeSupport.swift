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
    diagnostics += checkPageSupport(manifest)
    return diagnostics
}
