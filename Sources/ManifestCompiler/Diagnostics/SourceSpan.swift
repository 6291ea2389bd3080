/// A place between two characters of a file.
package struct SourcePosition: Hashable, Sendable, Comparable {
    /// Line number, from 1.
    package var line: Int { get { Int(storedLine) } set { storedLine = Int32(clamping: newValue) } }
    /// Column, from 1, counted in Unicode scalars; a tab is one. A byte order mark is not counted.
    package var column: Int { get { Int(storedColumn) } set { storedColumn = Int32(clamping: newValue) } }
    /// Offset from the start of the file in UTF-8 bytes, from 0; a byte order mark is counted.
    package var offset: Int { get { Int(storedOffset) } set { storedOffset = Int32(clamping: newValue) } }

    // Files of more than 32 MiB are not read, so half the width of an Int holds them all.
    private var storedLine: Int32
    private var storedColumn: Int32
    private var storedOffset: Int32

    package init(line: Int, column: Int, offset: Int) {
        storedLine = Int32(clamping: line)
        storedColumn = Int32(clamping: column)
        storedOffset = Int32(clamping: offset)
    }

    package static func < (left: SourcePosition, right: SourcePosition) -> Bool { left.offset < right.offset }

    /// The very start of a file.
    package static let start = SourcePosition(line: 1, column: 1, offset: 0)
}

/// A range of characters in one file: what a diagnostic underlines.
package struct SourceSpan: Hashable, Sendable, Comparable {
    private let path: SourcePath
    /// First character.
    package var start: SourcePosition
    /// Behind the last character; equal to `start` for an empty range.
    package var end: SourcePosition

    package init(file: String, start: SourcePosition, end: SourcePosition) {
        self.init(path: SourcePath(file), start: start, end: end)
    }

    init(path: SourcePath, start: SourcePosition, end: SourcePosition) {
        self.path = path
        self.start = start
        self.end = max(start, end)
    }

    /// Path of the file as it was given to the compiler.
    package var file: String { path.text }

    /// The empty range at the start of this one.
    package var lowerBound: SourceSpan { SourceSpan(path: path, start: start, end: start) }

    /// Another range of the same file.
    func moved(from start: SourcePosition, to end: SourcePosition) -> SourceSpan {
        SourceSpan(path: path, start: start, end: end)
    }

    /// Whether both are ranges of one file.
    func isInFile(of other: SourceSpan) -> Bool { path == other.path }

    /// By file, then by where they start, then by where they end.
    package static func < (left: SourceSpan, right: SourceSpan) -> Bool {
        if left.path != right.path { return left.file < right.file }
        if left.start.offset != right.start.offset { return left.start.offset < right.start.offset }
        return left.end.offset < right.end.offset
    }

    /// Whether `other` lies inside this range of the same file.
    package func contains(_ other: SourceSpan) -> Bool {
        path == other.path && start.offset <= other.start.offset && other.end.offset <= end.offset
    }
}
