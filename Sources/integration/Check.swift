import ArgumentParser
import ManifestCompiler

/// `integration check`.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reports everything that is wrong with a manifest, and mends what leaves no choice.",
        discussion: """
            All problems are reported in one run, sorted by where they are. Each has a stable code in brackets, about \
            which `integration explain CODE` tells more. Warnings are for what is legal and probably not meant; they do \
            not fail the check, and `accept: [CODE]` on a thing says that one is meant so.

            FORMATS
              terminal  for people: the source line with the range underlined (colours unless NO_COLOR is set)
              plain     one line a problem: integration.yaml:41:13: error: … [code]
              json      for editors: ranges as in the Language Server Protocol (from 0, UTF-16)
              github    annotations of GitHub Actions
              sarif     SARIF 2.1.0 for code scanning

            The last three go to standard output, the others to standard error.

            EXAMPLES
              integration check                       check ./integration.yaml
              integration check --fix                 apply every replacement that leaves no choice, report the rest
              integration check --format github       in a workflow, so that problems stand beside the lines
            """)

    @OptionGroup var manifest: ManifestFile

    @Flag(
        help: """
            Apply the replacements that leave no choice, until there is none. Only those characters change: comments, \
            order and spacing stay.
            """)
    var fix = false

    func run() throws {
        let compilation = fix ? try mended() : try manifest.compilation()
        manifest.show(compilation)
        guard compilation.succeeded else { throw ExitCode(1) }
    }

    private func mended() throws -> Compilation {
        let mending = mend(try manifest.source(), beside: manifest.files)
        for file in mending.files { try TextFile(path: file.path).write(file.bytes) }
        for change in mending.changes {
            let span = change.fixIt.span
            Console.error(
                "\(span.file):\(span.start.line):\(span.start.column): mended: \(change.fixIt.title) "
                    + "[\(change.diagnostic.code.name)]")
        }
        let left = mending.compilation.diagnostics.count
        let mended = mending.changes.count == 1 ? "1 problem" : "\(mending.changes.count) problems"
        Console.error("mended \(mended)" + (left == 0 ? "" : ", \(left) left"))
        return mending.compilation
    }
}
