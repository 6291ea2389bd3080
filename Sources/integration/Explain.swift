import ArgumentParser
import ManifestCompiler

/// `integration explain`.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tells more about the code of a problem.",
        discussion: """
            Every problem has a stable code in brackets: error: tool `x` is not declared [reference.unknown]. \
            For each there is what it means, why the language has the rule, how to mend it, and an example.

            EXAMPLES
              integration explain reference.unknown   what the code is about
              integration explain                     all codes
            """)

    @Argument(help: "The code, for example reference.unknown. Without one, all are listed.")
    var code: String?

    @Flag(help: "Everything about every code as Markdown: docs/Diagnostics.md.")
    var markdown = false

    func run() throws {
        if markdown {
            Console.output(diagnosticsDocument())
        } else if let code {
            guard let known = DiagnosticCode.named(code) else { throw CommandFailure(message: unknown(code)) }
            Console.output(known.explanationText)
        } else {
            Console.output(DiagnosticCode.list)
        }
    }

    private func unknown(_ code: String) -> String {
        "there is no code `\(code)`" + (DiagnosticCode.nearest(to: code).map { "; did you mean `\($0)`?" } ?? "")
            + "\n`integration explain` lists all codes"
    }
}
