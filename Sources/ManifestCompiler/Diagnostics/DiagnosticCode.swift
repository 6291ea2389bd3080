/// The stable name of a kind of problem: documented, greppable, and the same however the message is worded.
///
/// Codes are declared by topic beside the check that reports them and listed in ``all``.
package struct DiagnosticCode: Hashable, Sendable {
    /// For example `reference.unknown`.
    package let name: String
    package let severity: Diagnostic.Severity
    /// What the code is about, in one sentence.
    package let summary: String

    /// A code of an error.
    init(_ name: String, _ summary: String) {
        self.name = name
        self.severity = .error
        self.summary = summary
    }

    /// A code of a warning.
    init(warning name: String, _ summary: String) {
        self.name = name
        self.severity = .warning
        self.summary = summary
    }

    package static func == (left: DiagnosticCode, right: DiagnosticCode) -> Bool { left.name == right.name }
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension DiagnosticCode {
    /// Every code, by topic.
    package static var all: [DiagnosticCode] {
        syntaxCodes + grammarCodes + referenceCodes + typeCodes + modelCodes + environmentCodes + toolCodes
            + operationCodes + webhookCodes + channelCodes + pageCodes + templateCodes + setupCodes + workflowCodes
            + namingCodes + runtimeCodes + acceptanceCodes
    }
}
