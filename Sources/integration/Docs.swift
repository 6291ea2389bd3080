import ArgumentParser
import ManifestCompiler

/// `integration docs`.
struct Docs: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints the reference of the manifest language in Markdown.",
        discussion: "Every place of a manifest with its keys: what each takes, its default and what it is for.")

    func run() {
        Console.output(languageReference())
    }
}
