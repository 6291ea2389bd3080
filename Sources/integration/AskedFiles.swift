import ManifestCompiler
import Synchronization

/// What a compilation asked of the files around its manifest, with what the answers were.
struct AskedFiles: Hashable, Codable {
    /// By the paths that were asked for; files that are not there have an answer as well.
    private(set) var files: [String: ContentDigest] = [:]
    /// Of the names in directories that patterns looked into.
    private(set) var directories: [String: ContentDigest] = [:]

    /// The same questions, asked now.
    func askedAgain(of provider: some SourceProvider) -> AskedFiles {
        var now = AskedFiles()
        for path in files.keys { now.note(provider.read(path), at: path) }
        for directory in directories.keys { now.note(provider.names(in: directory), in: directory) }
        return now
    }

    fileprivate mutating func note(_ reading: SourceReading, at path: String) {
        var digest = ContentDigest()
        switch reading {
        case .contents(let bytes):
            digest.add("contents")
            digest.add(bytes)
        case .missing: digest.add("missing")
        case .outside: digest.add("outside")
        case .unreadable(let reason):
            digest.add("unreadable")
            digest.add(reason)
        }
        files[path] = digest
    }

    fileprivate mutating func note(_ names: [SourceName], in directory: String) {
        var digest = ContentDigest()
        for name in names.sorted(by: { $0.name < $1.name }) { digest.add(name.isDirectory ? name.name + "/" : name.name) }
        directories[directory] = digest
    }
}

/// Passes questions on and notes them with their answers.
final class NotingFiles: SourceProvider {
    private let files: PackageFiles
    private let notes = Mutex(AskedFiles())

    init(_ files: PackageFiles) { self.files = files }

    var asked: AskedFiles { notes.withLock { $0 } }

    func read(_ path: String) -> SourceReading {
        let reading = files.read(path)
        notes.withLock { $0.note(reading, at: path) }
        return reading
    }

    func names(in directory: String) -> [SourceName] {
        let names = files.names(in: directory)
        notes.withLock { $0.note(names, in: directory) }
        return names
    }
}
