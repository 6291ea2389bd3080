import ManifestCompiler

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where generated files are.
///
/// Files are made, compared and written on all cores, and each is let go of when it is done: together they are large.
struct OutputDirectory {
    /// What has come of writing.
    struct Result {
        /// The files whose bytes differed, in order.
        var written: [String] = []
        /// All files, by their paths, as they were left or before they were found to be as they should.
        var states: [String: FileState] = [:]
    }

    let path: String

    func path(of file: String) -> String { path.hasSuffix("/") ? path + file : "\(path)/\(file)" }

    /// Files that are missing or have other bytes, in order.
    func stale(_ files: [PendingFile]) -> [String] {
        let isStale = files.concurrentMap(turn: 1) { !OutputFile(path: path(of: $0.path)).has($0.contents()) }
        return zip(files, isStale).filter(\.1).map(\.0.path)
    }

    /// Writes the files whose bytes differ, each as a whole or not at all.
    func write(_ files: [PendingFile]) throws -> Result {
        try makeDirectory(path)
        let outcomes = files.concurrentMap(turn: 1) { pending in
            Swift.Result {
                let file = OutputFile(path: path(of: pending.path))
                let contents = pending.contents()
                if let state = FileState(of: file.path), file.has(contents) { return (state: state, isWritten: false) }
                return (state: try file.replace(contents), isWritten: true)
            }
        }
        var result = Result()
        for (file, outcome) in zip(files, outcomes) {
            let (state, isWritten) = try outcome.get()
            result.states[path(of: file.path)] = state
            if isWritten { result.written.append(file.path) }
        }
        return result
    }

    /// Writes the files that are not there yet and names them.
    func add(_ files: [GeneratedFile]) throws {
        let missing = files.filter { FileState(of: path(of: $0.path)) == nil }
        for file in missing {
            let path = path(of: file.path)
            try makeDirectory(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
            try OutputFile(path: path).replace(file.contents)
            Console.output("wrote \(path)\n")
        }
    }

    private func makeDirectory(_ path: some StringProtocol) throws {
        do {
            try FileManager.default.createDirectory(atPath: String(path), withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(message: "\(path) cannot be made: \(error)")
        }
    }
}
