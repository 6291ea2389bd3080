import ArgumentParser

/// The author's tool: checks a manifest and generates from it.
///
/// The only place with input and output; everything else is the compiler's, which is pure.
@main
struct Integration: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "integration",
        abstract: "Checks an integration's manifest and generates Swift and documents from it.",
        discussion: """
            integration.yaml says everything about an integration that is not code: environment, models, tools, \
            webhooks, channels and pages. This tool checks it and turns it into Swift; what is left to write is one \
            handler for each tool, webhook and hook.

            In a package you rarely call it yourself: the GenerateIntegration plugin runs `generate` at every build, \
            and `swift package refresh-generated` rewrites the copy in Generated/ that is committed for review.

            EXAMPLES
              integration check                       report everything that is wrong with ./integration.yaml
              integration check --fix                 mend what leaves no choice, report the rest
              integration explain reference.unknown   what a code in brackets means, with an example
              integration fmt                         format the manifest; comments and order stay
              integration generate --output Generated rewrite what has changed
              integration generate --output Generated --watch
                                                      the same, again after every change
              integration schema                      the language as JSON Schema, for editors
              integration docs                        the language as a reference

            EXIT CODES
              0  nothing is wrong      1  the manifest has errors, or files are stale      2  wrong usage
            """,
        subcommands: [
            Check.self,
            Generate.self,
            Format.self,
            Explain.self,
            Schema.self,
            Docs.self,
        ])

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let code as ExitCode {
            exit(withError: code)
        } catch let failure as CommandFailure {
            Console.error("error: \(failure.message)")
            exit(withError: ExitCode(failure.exitCode))
        } catch {
            let text = fullMessage(for: error)
            guard exitCode(for: error) != .success else {
                print(text)
                return
            }
            Console.error(text)
            exit(withError: ExitCode(2))
        }
    }
}

/// A failure that is not the manifest's, in a sentence.
struct CommandFailure: Error {
    var message: String
    /// 2 for wrong usage: a file that does not exist, a directory that cannot be written.
    var exitCode: Int32 = 2
}
