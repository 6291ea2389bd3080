/// Spaces at the ends of lines, and what stands at the end of the file.
struct LineEdits {
    let file: SourceFile
    /// Texts of several lines, in which spaces may be meant.
    let texts: [Range<Int>]

    var edits: [TextEdit] {
        let bytes = file.bytes
        var found: [TextEdit] = []
        var end = bytes.count
        while end > 0, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
        // A block text at the end of the file may keep its line ends.
        let isText = texts.contains { $0.upperBound >= end }
        var start = 0
        while start < bytes.count {
            var next = start
            while next < bytes.count, bytes[next] != 0x0A { next += 1 }
            if !isText, next >= end { break }
            var stop = next
            if stop > start, stop < bytes.count, bytes[stop - 1] == 0x0D { stop -= 1 }
            var text = stop
            while text > start, bytes[text - 1] == 0x20 || bytes[text - 1] == 0x09 { text -= 1 }
            let isMeant = texts.contains { $0.lowerBound < stop && stop <= $0.upperBound } || (isText && stop >= end)
            if text < stop, !isMeant {
                found.append(TextEdit(range: text..<stop, replacement: ""))
            }
            start = next + 1
        }
        if !isText {
            let lineEnd = hasCarriageReturns ? "\r\n" : "\n"
            if !bytes[end...].elementsEqual(lineEnd.utf8) {
                found.append(TextEdit(range: end..<bytes.count, replacement: lineEnd))
            }
        } else if bytes.last != 0x0A {
            found.append(TextEdit(range: bytes.count..<bytes.count, replacement: hasCarriageReturns ? "\r\n" : "\n"))
        }
        return found
    }

    /// Whether the first line ends in CRLF.
    private var hasCarriageReturns: Bool {
        guard let lineEnd = file.bytes.firstIndex(of: 0x0A), lineEnd > 0 else { return false }
        return file.bytes[lineEnd - 1] == 0x0D
    }
}
