/// A file with a table of its lines, for turning libyaml's marks and diagnostics' lines into places.
///
/// Lines end at LF or CRLF only, as editors count them.
package struct SourceText: Sendable {
    /// How many characters lie between two entries of `checkpoints`.
    private static let stride = 32

    package let file: SourceFile
    let path: SourcePath
    /// Bytes of a leading byte order mark: 3 or 0.
    let markLength: Int
    private let isASCII: Bool
    /// For each line: offset of its first byte, and its first character's index.
    private let lines: [(offset: Int, index: Int)]
    /// Offset of every 32nd character; empty for ASCII.
    private let checkpoints: [Int]

    package init(_ file: SourceFile) {
        self.file = file
        self.path = SourcePath(file.path)
        let bytes = file.bytes
        let skip = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var lines = [(offset: skip, index: 0)]
        var checkpoints: [Int] = []
        var index = 0
        var isASCII = true
        bytes.withUnsafeBufferPointer { bytes in
            for offset in skip..<bytes.count {
                let byte = bytes[offset]
                if byte & 0xC0 == 0x80 { continue }
                if byte >= 0x80 { isASCII = false }
                if index % Self.stride == 0 { checkpoints.append(offset) }
                index += 1
                if byte == 0x0A { lines.append((offset + 1, index)) }
            }
        }
        self.markLength = skip
        self.isASCII = isASCII
        self.lines = lines
        self.checkpoints = isASCII ? [] : checkpoints
    }

    /// The place of the character with this index, counted from 0 behind a byte order mark.
    ///
    /// - Parameter line: Where the search begins, as an index; left at the line that was found. Marks come
    ///   nearly in order, so most searches end where they begin.
    func position(ofCharacter index: Int, near line: inout Int) -> SourcePosition {
        var low = line < lines.count && lines[line].index <= index ? line : 0
        var high = min(lines.count, low + 4)
        if high < lines.count, lines[high].index <= index { high = lines.count }
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].index <= index { low = middle } else { high = middle }
        }
        line = low
        let column = max(0, index - lines[low].index) + 1
        return SourcePosition(line: low + 1, column: column, offset: offset(ofCharacter: index))
    }

    /// The place of the character that starts at a byte offset.
    func position(ofByte offset: Int) -> SourcePosition {
        var low = 0
        var high = lines.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].offset <= offset { low = middle } else { high = middle }
        }
        let end = min(offset, file.bytes.count)
        let start = min(lines[low].offset, end)
        var column = 1
        for byte in file.bytes[start..<end] where byte & 0xC0 != 0x80 { column += 1 }
        return SourcePosition(line: low + 1, column: column, offset: offset)
    }

    private func offset(ofCharacter index: Int) -> Int {
        let count = file.bytes.count
        if isASCII { return min(index + markLength, count) }
        guard index / Self.stride < checkpoints.count else { return count }
        var offset = checkpoints[index / Self.stride]
        var remaining = index % Self.stride
        while remaining > 0, offset < count {
            offset += 1
            while offset < count, file.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            remaining -= 1
        }
        return offset
    }

    func span(ofBytes range: Range<Int>) -> SourceSpan {
        SourceSpan(path: path, start: position(ofByte: range.lowerBound), end: position(ofByte: range.upperBound))
    }

    /// What stands in a range; `nil` if that is more than one line.
    func text(_ span: SourceSpan) -> String? {
        guard span.file == file.path, span.start.line == span.end.line, span.end.offset <= file.bytes.count else {
            return nil
        }
        return String(decoding: file.bytes[span.start.offset..<span.end.offset], as: UTF8.self)
    }

    /// The text of a line without its end, counted from 1; `nil` past the last.
    package func line(_ number: Int) -> String? {
        guard number >= 1, number <= lines.count else { return nil }
        let start = lines[number - 1].offset
        var end = number < lines.count ? lines[number].offset - 1 : file.bytes.count
        if end > start, file.bytes[end - 1] == 0x0D { end -= 1 }
        return String(decoding: file.bytes[start..<max(start, end)], as: UTF8.self)
    }
}
