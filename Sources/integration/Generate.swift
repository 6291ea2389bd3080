import ArgumentParser
import Foundation
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

    @Flag(help: "Stay, and do it again whenever the manifest or a file that it names changes, until Ctrl-C.")
    var watch = false

    func validate() throws {
        guard !(watch && check) else {
            throw ValidationError("--watch writes, and --check writes nothing; use one of them")
        }
    }

    func run() throws {
        guard watch else {
            guard let compiled = try manifest.compile() else { throw ExitCode(1) }
            return check ? try compare(compiled) : try write(compiled)
        }
        try Watch(manifest: manifest).run { compilation in
            manifest.show(compilation)
            guard let compiled = compilation.manifest else {
                Console.error("nothing is generated until that is mended")
                return
            }
            try write(compiled)
        }
    }

    private func files(_ compiled: Manifest) -> [GeneratedFile] {
        swiftOnly
            ? generateSwift(compiled, manifestName: manifest.name) : generate(compiled, manifestName: manifest.name)
    }

    private func compare(_ compiled: Manifest) throws {
        let directory = OutputDirectory(path: output)
        let stale = directory.stale(files(compiled))
        guard !stale.isEmpty else { return }
        for path in stale { Console.error("\(directory.path(of: path)): error: is not what \(manifest.file) gives") }
        Console.error("error: run `swift package refresh-generated`, or `integration generate --output \(output)`")
        throw ExitCode(1)
    }

    private func write(_ compiled: Manifest) throws {
        let written = try OutputDirectory(path: output).write(files(compiled))
        if watch { Console.error(written.isEmpty ? "nothing has changed" : "wrote \(written.joined(separator: ", "))") }
        if let stubs { try OutputDirectory(path: stubs).add(generateStubs(compiled)) }
    }
}

/// Where generated files are.
struct OutputDirectory {
    let path: String

    func path(of file: String) -> String { URL(fileURLWithPath: path).appendingPathComponent(file).path }

    /// Files that are missing or have other bytes, in order.
    func stale(_ files: [GeneratedFile]) -> [String] {
        files.filter { FileManager.default.contents(atPath: path(of: $0.path)) != Data($0.contents.utf8) }.map(\.path)
    }

    /// Writes the files whose bytes differ, each as a whole or not at all.
    ///
    /// - Returns: Which they are.
    @discardableResult
    func write(_ files: [GeneratedFile]) throws -> [String] {
        let stale = stale(files)
        let names = Set(stale)
        try replace(files.filter { names.contains($0.path) })
        return stale
    }

    /// Writes the files that are not there yet and names them.
    func add(_ files: [GeneratedFile]) throws {
        let missing = files.filter { !FileManager.default.fileExists(atPath: path(of: $0.path)) }
        try replace(missing)
        for file in missing { Console.output("wrote \(path(of: file.path))\n") }
    }

    private func replace(_ files: [GeneratedFile]) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            for file in files {
                let url = URL(fileURLWithPath: path(of: file.path))
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.contents.utf8).write(to: url, options: .atomic)
            }
        } catch {
            throw CommandFailure(message: "\(path) cannot be written: \(error.localizedDescription)")
        }
    }
}
