import ArgumentParser

/// `integration check`.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reports everything that is wrong with a manifest.",
        discussion: """
            All problems are reported in one run, sorted by where they are. Each has a stable code in brackets.
            Warnings are for what is legal and probably not meant; they do not fail the check.
            """)

    @OptionGroup var manifest: ManifestFile

    func run() throws {
        guard try manifest.compile() != nil else { throw ExitCode(1) }
    }
}
