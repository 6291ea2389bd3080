/// A pattern of paths: `*` is any run of characters in a name, `?` one of them, and `**` any number of directories.
///
/// A name that begins with a dot is matched only by a part that does.
struct FilePattern {
    /// As many directories inside one another are searched for `**`.
    private static let depth = 32

    private let parts: [[UInt8]]

    init(_ text: String) {
        parts = text.split(separator: "/").map { Array($0.utf8) }
    }

    /// Whether it can match more than one path.
    static func isPattern(_ text: String) -> Bool { text.contains { $0 == "*" || $0 == "?" } }

    /// The files that match, sorted by the bytes of their paths.
    func files(in provider: some SourceProvider) -> [String] {
        var found: Set<String> = []
        var visited: Set<String> = []
        search(parts[...], "", provider, Self.depth, &found, &visited)
        return found.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    private func search(
        _ parts: ArraySlice<[UInt8]>, _ directory: String, _ provider: some SourceProvider, _ depth: Int,
        _ found: inout Set<String>, _ visited: inout Set<String>
    ) {
        guard let part = parts.first, depth > 0, visited.insert("\(parts.count) \(directory)").inserted else { return }
        func path(_ name: String) -> String { directory.isEmpty ? name : "\(directory)/\(name)" }
        if part == Array("..".utf8) {
            search(parts.dropFirst(), path(".."), provider, depth - 1, &found, &visited)
            return
        }
        if part == Array("**".utf8) {
            search(parts.dropFirst(), directory, provider, depth, &found, &visited)
            for name in provider.names(in: directory) where name.isDirectory && !name.name.hasPrefix(".") {
                search(parts, path(name.name), provider, depth - 1, &found, &visited)
            }
            return
        }
        let isLast = parts.count == 1
        for name in provider.names(in: directory) where name.isDirectory != isLast {
            guard Self.matches(Array(name.name.utf8), part) else { continue }
            if isLast {
                found.insert(path(name.name))
            } else {
                search(parts.dropFirst(), path(name.name), provider, depth - 1, &found, &visited)
            }
        }
    }

    /// Whether a name matches one part. In time that is the product of their lengths, whatever the pattern.
    static func matches(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
        let dot = UInt8(ascii: ".")
        if name.first == dot, pattern.first != dot { return false }
        var index = 0
        var place = 0
        /// Where to go on when what follows the last `*` does not match.
        var star: (place: Int, index: Int)?
        while index < name.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                star = (place, index)
                place += 1
            } else if place < pattern.count, pattern[place] == name[index] || pattern[place] == UInt8(ascii: "?") {
                place += 1
                index += 1
            } else if let last = star {
                star = (last.place, last.index + 1)
                place = last.place + 1
                index = last.index + 1
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
