/// The code of what the language has and the runtime does not serve.
extension DiagnosticCode {
    static let runtimeUnsupported = DiagnosticCode(
        warning: "runtime.unsupported", "The embedded runtime leaves this to the platform, or does less than it says.")

    static let runtimeCodes = [runtimeUnsupported]
}

/// Finds what can be declared and is not served by the embedded runtime. It is exported for the platform in any case.
package func checkRuntimeSupport(_ manifest: Manifest) -> [Diagnostic] {
    checkDataSupport(manifest) + checkEdgeSupport(manifest) + checkOperationSupport(manifest)
        + checkPageSupport(manifest)
}
