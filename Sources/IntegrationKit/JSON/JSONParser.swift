extension JSON {
    /// What to do with a key that stands twice in one object, which RFC 8259 section 4 leaves open.
    public enum DuplicateKeys: Sendable {
        /// Refuse the text. The right choice where two readers could take two different values.
        case reject
        /// The last value counts, in the first one's place, as most readers do.
        case keepLast
    }

    /// Reads one JSON value that takes up the whole of `bytes`, strictly by RFC 8259.
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8, without a byte order mark.
    ///   - duplicateKeys: What to do with a key that stands twice in one object.
    ///   - maximumDepth: How many levels arrays and objects may nest: 0 allows only scalars. At most 512 counts,
    ///     so that no text can exhaust the stack.
    public static func parse(
        _ bytes: [UInt8], duplicateKeys: DuplicateKeys = .reject, maximumDepth: Int = 64
    ) throws(JSONSyntaxError) -> JSON {
        try bytes.withUnsafeBufferPointer { buffer throws(JSONSyntaxError) in
            try parse(buffer, duplicateKeys: duplicateKeys, maximumDepth: maximumDepth)
        }
    }

    /// Reads one JSON value that takes up the whole of `text`.
    /// See ``parse(_:duplicateKeys:maximumDepth:)-([UInt8],_,_)``.
    public static func parse(
        _ text: String, duplicateKeys: DuplicateKeys = .reject, maximumDepth: Int = 64
    ) throws(JSONSyntaxError) -> JSON {
        try parse(Array(text.utf8), duplicateKeys: duplicateKeys, maximumDepth: maximumDepth)
    }

    /// Reads one JSON value that takes up the whole of `bytes`, which are only borrowed.
    /// See ``parse(_:duplicateKeys:maximumDepth:)-([UInt8],_,_)``.
    public static func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, duplicateKeys: DuplicateKeys = .reject, maximumDepth: Int = 64
    ) throws(JSONSyntaxError) -> JSON {
        var parser = JSONParser(bytes: bytes, duplicateKeys: duplicateKeys, maximumDepth: min(maximumDepth, 512))
        do {
            return try parser.parseDocument()
        } catch {
            throw JSONSyntaxError(error, in: bytes)
        }
    }
}

/// A recursive-descent parser over borrowed bytes. Recursion is bounded by `maximumDepth`.
struct JSONParser {
    /// What is wrong and at which byte; the line is only counted when somebody is told.
    struct Failure: Error {
        let reason: JSONSyntaxError.Reason
        let offset: Int
    }

    let bytes: UnsafeBufferPointer<UInt8>
    let duplicateKeys: JSON.DuplicateKeys
    let maximumDepth: Int
    /// The next byte to read.
    var position = 0
    /// Room in which strings with escapes are put together; kept so that it is allocated once.
    var scratch: [UInt8] = []

    init(bytes: UnsafeBufferPointer<UInt8>, duplicateKeys: JSON.DuplicateKeys, maximumDepth: Int) {
        self.bytes = bytes
        self.duplicateKeys = duplicateKeys
        self.maximumDepth = maximumDepth
    }

    mutating func parseDocument() throws(Failure) -> JSON {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw Failure(reason: .byteOrderMark, offset: 0) }
        skipWhitespace()
        guard position < bytes.count else { throw Failure(reason: .empty, offset: position) }
        let value = try parseValue(depth: 0)
        skipWhitespace()
        guard position == bytes.count else { throw failure(.trailingText) }
        return value
    }

    /// Reads the value that starts at `position`, where white space was skipped already.
    private mutating func parseValue(depth: Int) throws(Failure) -> JSON {
        guard position < bytes.count else { throw failure(.unexpectedEnd) }
        switch bytes[position] {
        case UInt8(ascii: "\""):
            position += 1
            return .string(try parseString())
        case UInt8(ascii: "{"): return .object(try parseObject(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try parseArray(depth: depth + 1))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try parseNumber())
        case UInt8(ascii: "t"):
            try expectWord("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try expectWord("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try expectWord("null")
            return .null
        default: throw unexpected("a value")
        }
    }

    private mutating func parseArray(depth: Int) throws(Failure) -> [JSON] {
        guard depth <= maximumDepth else { throw failure(.tooDeep(maximum: maximumDepth)) }
        position += 1
        skipWhitespace()
        if current == UInt8(ascii: "]") {
            position += 1
            return []
        }
        var elements: [JSON] = []
        while true {
            elements.append(try parseValue(depth: depth))
            skipWhitespace()
            switch current {
            case UInt8(ascii: ","):
                position += 1
                skipWhitespace()
            case UInt8(ascii: "]"):
                position += 1
                return elements
            default: throw unexpected("',' or ']'")
            }
        }
    }

    private mutating func parseObject(depth: Int) throws(Failure) -> JSONObject {
        guard depth <= maximumDepth else { throw failure(.tooDeep(maximum: maximumDepth)) }
        position += 1
        skipWhitespace()
        var object = JSONObject()
        if current == UInt8(ascii: "}") {
            position += 1
            return object
        }
        object.members.reserveCapacity(4)
        while true {
            guard current == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
            let keyOffset = position
            position += 1
            let key = try parseString()
            skipWhitespace()
            guard current == UInt8(ascii: ":") else { throw unexpected("':'") }
            position += 1
            skipWhitespace()
            let value = try parseValue(depth: depth)
            if !object.insert(key, value) {
                guard duplicateKeys == .keepLast else {
                    throw Failure(reason: .duplicateKey(key), offset: keyOffset)
                }
                object[key] = value
            }
            skipWhitespace()
            switch current {
            case UInt8(ascii: ","):
                position += 1
                skipWhitespace()
            case UInt8(ascii: "}"):
                position += 1
                return object
            default: throw unexpected("',' or '}'")
            }
        }
    }

    private mutating func expectWord(_ word: StaticString) throws(Failure) {
        let start = position
        for index in 0..<word.utf8CodeUnitCount {
            guard position < bytes.count else { throw failure(.unexpectedEnd) }
            guard bytes[position] == word.utf8Start[index] else {
                position = start
                throw unexpected("a value")
            }
            position += 1
        }
    }

    // MARK: Bytes

    /// The byte at `position`; 0, which stands nowhere in JSON's grammar, at the end.
    @inline(__always)
    var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

    @inline(__always)
    mutating func skipWhitespace() {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte <= 0x20,
                byte == 0x20 || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t")
            else { return }
            position += 1
        }
    }

    func failure(_ reason: JSONSyntaxError.Reason) -> Failure {
        Failure(reason: reason, offset: position)
    }

    func unexpected(_ expected: String) -> Failure {
        failure(position < bytes.count ? .unexpectedByte(bytes[position], expected: expected) : .unexpectedEnd)
    }
}
