/// The files beside a manifest: what the compiler asks for what the manifest names, for it opens nothing itself.
///
/// Paths are relative to the manifest's directory, with `/` between their parts; the first parts may be `..`.
package protocol SourceProvider: Sendable {
    func read(_ path: String) -> SourceReading

    /// What is directly in a directory, in any order; nothing for one that is not there. `""` is the manifest's own.
    func names(in directory: String) -> [SourceName]
}

/// What came of asking for a file.
package enum SourceReading: Sendable, Hashable {
    case contents([UInt8])
    case missing
    /// It is outside of the package, or a link that leads out of it.
    case outside
    /// It is there and cannot be read, with the reason.
    case unreadable(String)
}

/// A file or directory in a directory.
package struct SourceName: Sendable, Hashable {
    package var name: String
    package var isDirectory: Bool

    package init(_ name: String, isDirectory: Bool = false) {
        self.name = name
        self.isDirectory = isDirectory
    }
}

/// Files that are held in memory, by their paths relative to the manifest.
package struct ListedFiles: SourceProvider {
    private let files: [String: [UInt8]]

    package init(_ files: some Sequence<SourceFile> = []) {
        self.files = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    }

    package func read(_ path: String) -> SourceReading {
        if path.hasPrefix("..") { return .outside }
        return files[path].map(SourceReading.contents) ?? .missing
    }

    package func names(in directory: String) -> [SourceName] {
        let prefix = directory.isEmpty ? "" : directory + "/"
        let names = files.keys.filter { $0.hasPrefix(prefix) }.map { path in
            let rest = path.dropFirst(prefix.count)
            let name = rest.prefix { $0 != "/" }
            return SourceName(String(name), isDirectory: name.count < rest.count)
        }
        return Array(Set(names))
    }
}
