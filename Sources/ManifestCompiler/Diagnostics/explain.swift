extension DiagnosticCode {
    /// The code with this name.
    package static func named(_ name: String) -> DiagnosticCode? { all.first { $0.name == name } }

    /// The name that was meant: by its spelling, or by its last part if only one code has it.
    package static func nearest(to name: String) -> String? {
        let names = all.map(\.name)
        if let near = Suggestion.nearest(to: name, among: names) { return near }
        let last = name.split(separator: ".").last.map(String.init) ?? name
        let same = names.filter { $0.split(separator: ".").last.map(String.init) == last }
        return same.count == 1 ? same[0] : nil
    }

    /// All codes with their summaries, in columns, by name.
    package static var list: String {
        let codes = all.sorted { $0.name < $1.name }
        let width = codes.map(\.name.count).max() ?? 0
        return codes.map { code in
            let padding = String(repeating: " ", count: width - code.name.count)
            return "\(code.name)\(padding)  \(code.severity == .warning ? "warning: " : "")\(code.summary)\n"
        }.joined()
    }

    /// What there is to know about the code, for a terminal.
    package var explanationText: String {
        var text = "\(name) (\(severity.rawValue))\n\n\(summary)\n"
        guard let explanation else { return text }
        text += "\n\(explanation.why)\n\n\(explanation.mend)\n"
        guard let example = explanation.example else { return text }
        text += "\nWrong:\n\n" + Self.indented(example.wrong)
        text += "\nRight:\n\n" + Self.indented(example.right)
        return text
    }

    private static func indented(_ example: String) -> String {
        example.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "\n" : "    \($0)\n" }
            .joined()
    }
}

/// `docs/Diagnostics.md`: every code, by name, with what `integration explain` tells about it.
package func diagnosticsDocument() -> String {
    var text = """
        # Diagnostics

        Everything that `integration check` can say, by code. `integration explain CODE` tells the same in a terminal;
        this page is made from it (`integration explain --markdown > docs/Diagnostics.md`). Errors stop the build.
        Warnings are for what is legal and probably not meant; `accept: [CODE]` on a thing says that one is meant so.

        """
    for code in DiagnosticCode.all.sorted(by: { $0.name < $1.name }) {
        text += "\n## `\(code.name)`\n\n\(code.severity == .warning ? "A warning. " : "")\(code.summary)\n"
        guard let explanation = code.explanation else { continue }
        text += "\n\(explanation.why) \(explanation.mend)\n"
        guard let example = explanation.example else { continue }
        text += "\n```yaml\n# wrong\n\(example.wrong)\n\n# right\n\(example.right)\n```\n"
    }
    return text
}
