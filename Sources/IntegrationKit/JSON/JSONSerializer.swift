extension JSON {
    /// The JSON text: compact, or with one member or element a line and two spaces a level.
    ///
    /// Members keep their order and numbers their spelling. Only what must be escaped is.
    public func serialized(pretty: Bool = false) -> String {
        String(decoding: bytes(pretty: pretty), as: UTF8.self)
    }

    /// The JSON text in UTF-8. See ``serialized(pretty:)``.
    public func bytes(pretty: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        write(to: &bytes, pretty: pretty)
        return bytes
    }

    /// Appends the JSON text in UTF-8 to `bytes`. See ``serialized(pretty:)``.
    public func write(to bytes: inout [UInt8], pretty: Bool = false) {
        var serializer = JSONSerializer(bytes: bytes, pretty: pretty)
        bytes = []
        serializer.write(self)
        bytes = serializer.bytes
    }
}

/// Writes values as JSON text.
struct JSONSerializer {
    var bytes: [UInt8]
    let pretty: Bool
    private var level = 0

    init(bytes: [UInt8], pretty: Bool) {
        self.bytes = bytes
        self.pretty = pretty
    }

    mutating func write(_ value: JSON) {
        switch value {
        case .null: write(ascii: "null")
        case .bool(true): write(ascii: "true")
        case .bool(false): write(ascii: "false")
        case .number(let number): bytes.append(contentsOf: number.text.utf8)
        case .string(let string): write(string)
        case .array(let elements):
            writeList(elements, open: UInt8(ascii: "["), close: UInt8(ascii: "]")) { $0.write($1) }
        case .object(let object):
            writeList(object.members, open: UInt8(ascii: "{"), close: UInt8(ascii: "}")) { serializer, member in
                serializer.write(member.key)
                serializer.bytes.append(UInt8(ascii: ":"))
                if serializer.pretty { serializer.bytes.append(UInt8(ascii: " ")) }
                serializer.write(member.value)
            }
        }
    }

    @inline(__always)
    private mutating func writeList<Element>(
        _ elements: [Element], open: UInt8, close: UInt8, item: (inout JSONSerializer, Element) -> Void
    ) {
        bytes.append(open)
        level += 1
        var isFirst = true
        for element in elements {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            if pretty { breakLine() }
            item(&self, element)
        }
        level -= 1
        if pretty && !isFirst { breakLine() }
        bytes.append(close)
    }

    private mutating func breakLine() {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: level * 2))
    }

    private mutating func write(ascii text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func write(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { utf8 in
            var run = 0
            while true {
                let end = Self.endOfPlainRun(in: utf8, from: run)
                if run < end { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[run..<end])) }
                guard end < utf8.count else { break }
                writeEscaped(utf8[end])
                run = end + 1
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The first byte from `start` that must be escaped, or the end. Eight bytes are looked at in one step.
    @inline(__always)
    private static func endOfPlainRun(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = utf8.baseAddress else { return utf8.count }
        let raw = UnsafeRawPointer(base)
        var position = start
        while position + 8 <= utf8.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            let found = JSONParser.plainRunEnds(in: word)
            if found != 0 { return position + found.trailingZeroBitCount / 8 }
            position += 8
        }
        while position < utf8.count {
            let byte = utf8[position]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            position += 1
        }
        return position
    }

    private mutating func writeEscaped(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case ..<0x20:
            write(ascii: "u00")
            bytes.append(UInt8(ascii: "0") + byte >> 4)
            let low = byte & 0xF
            bytes.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        default: bytes.append(byte)
        }
    }
}
