import ArgumentParser
import ManifestCompiler

/// `integration schema`.
struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints the language as JSON Schema (2020-12), for editors.",
        discussion: """
            `integration generate` writes the same to Generated/integration.schema.json. With the line

              # yaml-language-server: $schema=Generated/integration.schema.json

            at the top of a manifest, an editor with a YAML language server completes keys, shows what they mean, and \
            underlines what does not belong.
            """)

    func run() {
        Console.output(languageSchema().prettyText)
    }
}
