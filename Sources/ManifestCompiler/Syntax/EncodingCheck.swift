/// Looks for what no YAML parser should be fed: other encodings, broken UTF-8, control characters, and the
/// line ends that editors count differently.
///
/// UTF-8 is checked by the table of the Unicode Standard, section 3.9, table 3-7.
struct EncodingCheck {
    /// As many problems of one file are reported; a binary file has thousands.
    private static let limit = 20

    let source: SourceText

    func diagnostics() -> [Diagnostic] {
        let bytes = source.file.bytes
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(4).contains(0) {
            return [
                Diagnostic(
                    .yamlEncoding, "the file is UTF-16 or UTF-32, or not text at all; save it as UTF-8",
                    at: source.span(ofBytes: 0..<0))
            ]
        }
        var found: [Diagnostic] = []
        bytes.withUnsafeBufferPointer { bytes in
            var offset = source.markLength
            while offset < bytes.count, found.count < Self.limit {
                let byte = bytes[offset]
                if byte >= 0x20, byte < 0x7F {
                    offset += 1
                } else if byte < 0x80 {
                    check(control: byte, at: offset, in: bytes, &found)
                    offset += 1
                } else {
                    let length = Self.sequenceLength(bytes, offset)
                    check(sequence: length, at: offset, in: bytes, &found)
                    offset += max(1, length)
                    // What follows a broken byte is broken because of it.
                    while length == 0, offset < bytes.count, bytes[offset] >= 0x80,
                        Self.sequenceLength(bytes, offset) == 0
                    { offset += 1 }
                }
            }
        }
        return found
    }

    private func check(
        control byte: UInt8, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, _ found: inout [Diagnostic]
    ) {
        let message: String
        var fix: (title: String, text: String) = ("remove it", "")
        switch byte {
        case 0x09, 0x0A: return
        case 0x0D:
            if offset + 1 < bytes.count, bytes[offset + 1] == 0x0A { return }
            message = "a carriage return without a line feed; end lines with LF or CRLF"
            fix = ("end the line with LF", "\n")
        case 0x00: message = "a NUL byte is not text"
        default:
            message =
                "control character U+00\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
                + " is not allowed"
        }
        // Only now: a place is looked for from the start of its line, and most characters need none.
        let span = source.span(ofBytes: offset..<offset + 1)
        found.append(
            Diagnostic(.yamlEncoding, message, at: span, fixIts: [.init(fix.title, replacing: span, with: fix.text)]))
    }

    private func check(
        sequence length: Int, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, _ found: inout [Diagnostic]
    ) {
        let message: String
        var canBeRemoved = true
        switch (length, bytes[offset]) {
        case (0, _):
            message = "the file is not valid UTF-8 here"
            canBeRemoved = false
        case (2, 0xC2) where bytes[offset + 1] < 0xA0:
            message = "control character U+00\(String(bytes[offset + 1], radix: 16, uppercase: true)) is not allowed"
        case (3, 0xE2) where bytes[offset + 1] == 0x80 && (bytes[offset + 2] == 0xA8 || bytes[offset + 2] == 0xA9):
            message = "a Unicode line separator is not allowed; break the line with LF"
            canBeRemoved = false
        case (3, 0xEF) where bytes[offset + 1] == 0xBB && bytes[offset + 2] == 0xBF:
            message = "a byte order mark is allowed only at the start of the file"
        case (3, 0xEF) where bytes[offset + 1] == 0xBF && bytes[offset + 2] >= 0xBE:
            message = "U+FFFE and U+FFFF are not characters"
        default: return
        }
        let span = source.span(ofBytes: offset..<offset + max(1, length))
        found.append(
            Diagnostic(
                .yamlEncoding, message, at: span,
                fixIts: canBeRemoved ? [.init("remove it", replacing: span, with: "")] : []))
    }

    /// Length of the well-formed sequence that starts here, 0 if there is none.
    private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
        let first = bytes[offset]
        let length: Int
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if first == 0xE0 { low = 0xA0 }
            if first == 0xED { high = 0x9F }
        case 0xF0...0xF4:
            length = 4
            if first == 0xF0 { low = 0x90 }
            if first == 0xF4 { high = 0x8F }
        default: return 0
        }
        guard offset + length <= bytes.count, bytes[offset + 1] >= low, bytes[offset + 1] <= high else { return 0 }
        for index in offset + 2..<max(offset + 2, offset + length) where bytes[index] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
