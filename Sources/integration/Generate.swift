import ArgumentParser
import ManifestCompiler

/// `integration generate`.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Generates Swift, and the documents beside it, from a manifest.",
        discussion: """
            A file is written only when its bytes differ, so that a comment in the manifest recompiles nothing. \
            Files that are not generated are left alone. Nothing is written if the manifest has errors.

            EXAMPLES
              integration generate --output Generated             rewrite what has changed
              integration generate --output Generated --check     fail if Generated/ is not what the manifest gives
              integration generate --output Generated --watch     again after every change, until Ctrl-C
              integration generate --output Generated --stubs Sources/Meta
                                                                  also a file for each handler that has none yet
            """)

    @OptionGroup var manifest: ManifestFile

    @Option(
        name: [.short, .long], help: "The directory that the files go to; it is made if it is not there.",
        completion: .directory)
    var output: String

    @Flag(help: "Only the Swift files, as the build plugin wants them.")
    var swiftOnly = false

    @Flag(help: "Write nothing; name the files that are stale or missing, and exit with 1 if there is one.")
    var check = false

    @Option(
        help: "Also write a stub for every handler that has no file yet in this directory, for example Sources/Meta.",
        completion: .directory)
    var stubs: String?

    @Option(
        help: """
            Remember in this file what was read and written. While none of it has changed, the next run with the same \
            arguments ends at once. It belongs with what is built, not with what is committed.
            """,
        completion: .file())
    var record: String?

    @Flag(help: "Stay, and do it again whenever the manifest or a file that it names changes, until Ctrl-C.")
    var watch = false

    func validate() throws {
        guard !(watch && check) else {
            throw ValidationError("--watch writes, and --check writes nothing; use one of them")
        }
    }

    func run() throws {
        if watch { return try stay() }
        let source = try manifest.source()
        if let past = usedRecord.flatMap(GenerationRecord.read), past.isCurrent(source, beside: manifest.files) {
            return manifest.showNothing()
        }
        let files = NotingFiles(manifest.files)
        let compilation = ManifestCompiler.compile(source, beside: files)
        manifest.show(compilation)
        guard let compiled = compilation.manifest else { throw ExitCode(1) }
        guard !check else { return try compare(compiled) }
        let outputs = try write(compiled).states
        if let usedRecord, compilation.diagnostics.isEmpty {
            GenerationRecord(manifest: source, asked: files.asked, outputs: outputs)?.write(to: usedRecord)
        }
        // Taking apart what was compiled would take as long as a part of the work.
        withExtendedLifetime(compilation) { Self.exit() }
    }

    /// Not where more is asked for than that the output is right.
    private var usedRecord: String? { check || stubs != nil ? nil : record }

    private func stay() throws {
        try Watch(manifest: manifest).run { compilation in
            manifest.show(compilation)
            guard let compiled = compilation.manifest else {
                Console.error("nothing is generated until that is mended")
                return
            }
            let written = try write(compiled).written
            Console.error(written.isEmpty ? "nothing has changed" : "wrote \(written.joined(separator: ", "))")
        }
    }

    private func files(_ compiled: Manifest) -> [PendingFile] {
        swiftOnly
            ? pendingSwift(compiled, manifestName: manifest.name) : pendingFiles(compiled, manifestName: manifest.name)
    }

    private func compare(_ compiled: Manifest) throws {
        let directory = OutputDirectory(path: output)
        let stale = directory.stale(files(compiled))
        guard !stale.isEmpty else { return }
        for path in stale { Console.error("\(directory.path(of: path)): error: is not what \(manifest.file) gives") }
        Console.error("error: run `swift package refresh-generated`, or `integration generate --output \(output)`")
        throw ExitCode(1)
    }

    private func write(_ compiled: Manifest) throws -> OutputDirectory.Result {
        let result = try OutputDirectory(path: output).write(files(compiled))
        if let stubs { try OutputDirectory(path: stubs).add(generateStubs(compiled)) }
        return result
    }
}
