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

    func run() throws {
        guard let compiled = try manifest.compile() else { throw ExitCode(1) }
        let files =
            swiftOnly
            ? generateSwift(compiled, manifestName: manifest.name) : generate(compiled, manifestName: manifest.name)
        let directory = OutputDirectory(path: output)
        if check {
            let stale = directory.stale(files)
            guard stale.isEmpty else {
                for path in stale {
                    Console.error("\(directory.path(of: path)): error: is not what \(manifest.file) gives")
                }
                Console.error(
                    "error: run `swift package refresh-generated`, or `integration generate --output \(output)`")
                throw ExitCode(1)
            }
        } else {
            try directory.write(files)
            if let stubs { try OutputDirectory(path: stubs).add(generateStubs(compiled)) }
        }
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
    func write(_ files: [GeneratedFile]) throws {
        let stale = Set(stale(files))
        try replace(files.filter { stale.contains($0.path) })
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
