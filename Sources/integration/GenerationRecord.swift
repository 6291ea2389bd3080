import ManifestCompiler

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a generation without problems was made of and what it left: as long as all of it is so still, doing it again
/// would change nothing.
///
/// It guards against stale output, not against somebody who wants some: whoever can write it can write the output.
struct GenerationRecord: Equatable, Codable {
    /// The executable; another build of it may generate something else.
    var tool: FileState
    /// Of the directory in which the command was given, and of its arguments.
    var command: ContentDigest
    var manifest: ContentDigest
    var asked: AskedFiles
    /// By their paths.
    var outputs: [String: FileState]

    /// - Returns: `nil` if this process cannot tell what it is.
    init?(manifest: SourceFile, asked: AskedFiles, outputs: [String: FileState]) {
        guard let tool = Self.executable.flatMap({ FileState(of: $0) }) else { return nil }
        self.tool = tool
        self.command = Self.command
        self.manifest = ContentDigest(of: manifest.bytes)
        self.asked = asked
        self.outputs = outputs
    }

    /// Whether everything is as it was.
    func isCurrent(_ source: SourceFile, beside files: PackageFiles) -> Bool {
        var now: [String: FileState] = [:]
        for path in outputs.keys { now[path] = FileState(of: path) }
        return GenerationRecord(manifest: source, asked: asked.askedAgain(of: files), outputs: now) == self
    }

    // MARK: Files

    /// - Returns: `nil` if there is none, or none that this version reads.
    static func read(_ path: String) -> GenerationRecord? {
        FileManager.default.contents(atPath: path).flatMap { try? JSONDecoder().decode(Self.self, from: $0) }
    }

    /// Keeps the record, once the file system's clock shows that a later change of an output will have a later time.
    ///
    /// Does nothing where that clock stands still, or where the record cannot be written: without one, all is done anew.
    func write(to path: String) {
        let directory = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        try? FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let newest = outputs.values.map(\.changed).max() ?? 0
        guard let text = (try? JSONEncoder().encode(self)).map({ String(decoding: $0, as: UTF8.self) }) else { return }
        for _ in 0..<50 {
            guard let written = try? OutputFile(path: path).replace(text) else { return }
            if written.modified > newest { return }
            usleep(1000)
        }
        unlink(path)
    }

    private static var command: ContentDigest {
        var digest = ContentDigest()
        digest.add(FileManager.default.currentDirectoryPath)
        for argument in CommandLine.arguments { digest.add(argument) }
        return digest
    }

    private static var executable: String? {
        #if os(Linux)
            "/proc/self/exe"
        #else
            Bundle.main.executablePath
        #endif
    }
}
