/// A place between two characters of a file.
package struct SourcePosition: Hashable, Sendable, Comparable {
    /// Line number, from 1.
    package var line: Int
    /// Column, from 1, counted in Unicode scalars; a tab is one. A byte order mark is not counted.
    package var column: Int
    /// Offset from the start of the file in UTF-8 bytes, from 0; a byte order mark is counted.
    package var offset: Int

    package init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    package static func < (left: SourcePosition, right: SourcePosition) -> Bool { left.offset < right.offset }

    /// The very start of a file.
    package static let start = SourcePosition(line: 1, column: 1, offset: 0)
}

/// A range of characters in one file: what a diagnostic underlines.
package struct SourceSpan: Hashable, Sendable, Comparable {
    /// Path of the file as it was given to the compiler.
    package var file: String
    /// First character.
    package var start: SourcePosition
    /// Behind the last character; equal to `start` for an empty range.
    package var end: SourcePosition

    package init(file: String, start: SourcePosition, end: SourcePosition) {
        self.file = file
        self.start = start
        self.end = max(start, end)
    }

    /// The empty range at the start of this one.
    package var lowerBound: SourceSpan { SourceSpan(file: file, start: start, end: start) }

    /// By file, then by where they start, then by where they end.
    package static func < (left: SourceSpan, right: SourceSpan) -> Bool {
        if left.file != right.file { return left.file < right.file }
        if left.start.offset != right.start.offset { return left.start.offset < right.start.offset }
        return left.end.offset < right.end.offset
    }

    /// Whether `other` lies inside this range of the same file.
    package func contains(_ other: SourceSpan) -> Bool {
        file == other.file && start.offset <= other.start.offset && other.end.offset <= end.offset
    }
}
