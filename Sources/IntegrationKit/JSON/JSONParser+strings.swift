extension JSONParser {
    /// Reads the rest of a string whose opening quote was read.
    mutating func parseString() throws(Failure) -> String {
        let start = position
        let (end, isASCII) = plainRun(from: start)
        guard end < bytes.count else {
            position = end
            throw failure(.unexpectedEnd)
        }
        guard bytes[end] == UInt8(ascii: "\"") else {
            return try parseStringWithEscapes(from: start, plainUntil: end, isASCII: isASCII)
        }
        position = end + 1
        if !isASCII { try checkUTF8(from: start, to: end) }
        return String(decoding: slice(start, end), as: UTF8.self)
    }

    /// Where the run of plain text that starts at `start` ends: at a quote, a backslash, a control character, or the
    /// end of the bytes. Eight bytes are looked at in one step.
    ///
    /// `isASCII` may be false for a run of ASCII (when the bytes after it are not), but never the other way round.
    @inline(__always)
    private func plainRun(from start: Int) -> (end: Int, isASCII: Bool) {
        var position = start
        var seen: UInt64 = 0
        let tops: UInt64 = 0x8080_8080_8080_8080
        guard let base = bytes.baseAddress else { return (position, true) }
        let raw = UnsafeRawPointer(base)
        while position + 8 <= bytes.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            seen |= word
            let found = Self.plainRunEnds(in: word)
            if found != 0 { return (position + found.trailingZeroBitCount / 8, seen & tops == 0) }
            position += 8
        }
        while position < bytes.count {
            let byte = bytes[position]
            seen |= UInt64(byte)
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
            position += 1
        }
        return (position, seen & tops == 0)
    }

    /// The top bit of each byte of `word` that is a quote, a backslash or below 0x20. Bits above the lowest one that
    /// is set may be wrong (borrows travel upwards), so only the lowest counts.
    @inline(__always)
    static func plainRunEnds(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        let isQuote = (quotes &- ones) & ~quotes
        let isBackslash = (backslashes &- ones) & ~backslashes
        let isControl = (word &- ones &* 0x20) & ~word
        return (isQuote | isBackslash | isControl) & tops
    }

    private mutating func parseStringWithEscapes(
        from start: Int, plainUntil end: Int, isASCII: Bool
    ) throws(Failure) -> String {
        var isASCII = isASCII
        scratch.removeAll(keepingCapacity: true)
        scratch.append(contentsOf: slice(start, end))
        position = end
        while true {
            guard position < bytes.count else { throw failure(.unexpectedEnd) }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                if !isASCII { try checkUTF8(from: start, to: position) }
                position += 1
                return String(decoding: scratch, as: UTF8.self)
            case UInt8(ascii: "\\"): try parseEscape()
            case let byte: throw failure(.controlCharacter(byte))
            }
            let (end, isPlainASCII) = plainRun(from: position)
            scratch.append(contentsOf: slice(position, end))
            isASCII = isASCII && isPlainASCII
            position = end
        }
    }

    /// Reads one escape, from its backslash, and appends what it stands for to `scratch`.
    private mutating func parseEscape() throws(Failure) {
        guard position + 1 < bytes.count else {
            position = bytes.count
            throw failure(.unexpectedEnd)
        }
        let byte: UInt8
        switch bytes[position + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte = bytes[position + 1]
        case UInt8(ascii: "b"): byte = 0x08
        case UInt8(ascii: "f"): byte = 0x0C
        case UInt8(ascii: "n"): byte = 0x0A
        case UInt8(ascii: "r"): byte = 0x0D
        case UInt8(ascii: "t"): byte = 0x09
        case UInt8(ascii: "u"):
            try parseUnicodeEscape()
            return
        default: throw failure(.invalidEscape)
        }
        scratch.append(byte)
        position += 2
    }

    private mutating func parseUnicodeEscape() throws(Failure) {
        let escape = position
        var value = UInt32(try hexDigits(at: escape + 2))
        position = escape + 6
        if (0xD800...0xDBFF).contains(value) {
            guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "u")
            else { throw Failure(reason: .loneSurrogate, offset: escape) }
            let low = UInt32(try hexDigits(at: position + 2))
            guard (0xDC00...0xDFFF).contains(low) else { throw Failure(reason: .loneSurrogate, offset: escape) }
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
            position += 6
        }
        guard let scalar = Unicode.Scalar(value) else { throw Failure(reason: .loneSurrogate, offset: escape) }
        scratch.append(contentsOf: scalar.utf8)
    }

    private func hexDigits(at offset: Int) throws(Failure) -> UInt16 {
        guard offset + 4 <= bytes.count else { throw Failure(reason: .unexpectedEnd, offset: bytes.count) }
        var value: UInt16 = 0
        for index in offset..<offset + 4 {
            let digit: UInt8
            switch bytes[index] {
            case let byte where byte &- UInt8(ascii: "0") <= 9: digit = byte - UInt8(ascii: "0")
            case let byte where (byte | 0x20) &- UInt8(ascii: "a") <= 5: digit = (byte | 0x20) - UInt8(ascii: "a") + 10
            default: throw Failure(reason: .invalidEscape, offset: offset - 2)
            }
            value = value << 4 | UInt16(digit)
        }
        return value
    }

    private func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    /// Checks that the bytes from `start` to `end` are well-formed UTF-8 (Unicode 16, table 3-7): escapes are ASCII and
    /// stand between whole characters, so the bytes as received can be checked instead of what they stand for.
    private func checkUTF8(from start: Int, to end: Int) throws(Failure) {
        var position = start
        while position < end {
            let lead = bytes[position]
            let length: Int
            let second: ClosedRange<UInt8>
            switch lead {
            case ..<0x80:
                position += 1
                continue
            case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: throw Failure(reason: .invalidUTF8, offset: position)
            }
            guard position + length <= end, second.contains(bytes[position + 1]),
                (2..<length).allSatisfy({ bytes[position + $0] & 0xC0 == 0x80 })
            else { throw Failure(reason: .invalidUTF8, offset: position) }
            position += length
        }
    }
}
