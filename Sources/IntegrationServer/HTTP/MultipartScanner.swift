/// Reads a `multipart/form-data` body (RFC 7578) as it comes: whatever the pieces in which it comes, the events are the
/// same, and no more of a part is kept than may be the beginning of a boundary.
struct MultipartScanner: Sendable {
    /// What is said of a part ahead of its content.
    struct Part: Hashable, Sendable {
        let name: String
        /// nil for a field that is no file.
        let filename: String?
        let contentType: String?
    }

    enum Event: Hashable, Sendable {
        case part(Part)
        case content([UInt8])
        case partEnd
    }

    /// It is no form, or not as the standard wants it.
    struct Malformed: Error {}

    private enum State { case preamble, boundary, head, content, end }

    private static let maximumHead = 8 * 1024
    /// More parts than this are no form.
    private static let maximumParts = 1000

    private let mark: [UInt8]
    private var state = State.preamble
    // A boundary may stand at the very beginning, without a line before.
    private var buffer = Array("\r\n".utf8)
    private var parts = 0

    /// Whether the last boundary has come.
    var isComplete: Bool { state == .end }

    /// - Returns: nil when the header says that the body is something else.
    init?(contentType: String) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = HeaderParameters(contentType)["boundary"], (1...70).contains(boundary.utf8.count)
        else { return nil }
        mark = Array("\r\n--\(boundary)".utf8)
    }

    mutating func feed(_ bytes: some Sequence<UInt8>) throws(Malformed) -> [Event] {
        guard state != .end else { return [] }
        buffer += bytes
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// - Returns: whether there may be more in what is there.
    private mutating func step(_ events: inout [Event]) throws(Malformed) -> Bool {
        switch state {
        case .preamble, .content:
            if let place = Self.find(mark, in: buffer) {
                if state == .content {
                    if place > 0 { events.append(.content(Array(buffer[..<place]))) }
                    events.append(.partEnd)
                }
                buffer.removeFirst(place + mark.count)
                state = .boundary
                return true
            }
            // What may be the beginning of a boundary waits for the rest.
            let sure = buffer.count - (mark.count - 1)
            guard sure > 0 else { return false }
            if state == .content { events.append(.content(Array(buffer[..<sure]))) }
            buffer.removeFirst(sure)
            return false
        case .boundary:
            guard buffer.count >= 2 else { return false }
            switch (buffer[0], buffer[1]) {
            case (UInt8(ascii: "-"), UInt8(ascii: "-")): state = .end
            case (UInt8(ascii: "\r"), UInt8(ascii: "\n")): state = .head
            case (UInt8(ascii: " "), _), (UInt8(ascii: "\t"), _): buffer.removeFirst()
            default: throw Malformed()
            }
            return state != .end
        case .head:
            // The line's end before the first header is still there: a part may have none.
            guard let end = Self.find(Array("\r\n\r\n".utf8), in: buffer) else {
                guard buffer.count <= Self.maximumHead else { throw Malformed() }
                return false
            }
            guard end <= Self.maximumHead, let part = Self.part(buffer[..<end]), parts < Self.maximumParts else {
                throw Malformed()
            }
            parts += 1
            events.append(.part(part))
            buffer.removeFirst(end + 4)
            state = .content
            return true
        case .end: return false
        }
    }

    private static func part(_ head: ArraySlice<UInt8>) -> Part? {
        var disposition: HeaderParameters?
        var type: String?
        for line in String(decoding: head, as: UTF8.self).split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = String(line[line.index(after: colon)...]).trimmingWhitespace
            switch line[..<colon].lowercased() {
            case "content-disposition": disposition = HeaderParameters(value)
            case "content-type": type = value
            default: break
            }
        }
        guard let name = disposition?["name"] else { return nil }
        return Part(name: name, filename: disposition?["filename"], contentType: type)
    }

    private static func find(_ needle: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= needle.count, let first = needle.first else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            needle.withUnsafeBufferPointer { needle in
                let last = bytes.count - needle.count
                var index = 0
                while index <= last {
                    if bytes[index] == first, (1..<needle.count).allSatisfy({ bytes[index + $0] == needle[$0] }) {
                        return index
                    }
                    index += 1
                }
                return nil
            }
        }
    }
}

/// The parameters behind the value of a header: `form-data; name="a"; filename="b;c.txt"`.
struct HeaderParameters: Sendable {
    private var values: [String: String] = [:]

    init(_ header: String) {
        var rest = header.drop { $0 != ";" }
        while rest.first == ";" {
            rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(name.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            let key = String(name).trimmingWhitespace.lowercased()
            if rest.first == "\"" {
                rest = rest.dropFirst()
                var value = ""
                while let character = rest.first, character != "\"" {
                    rest = rest.dropFirst()
                    // Browsers write %22 for a quote, others a backslash before it; a path's backslash stays.
                    if character == "\\", let next = rest.first, next == "\"" || next == "\\" {
                        value.append(next)
                        rest = rest.dropFirst()
                    } else {
                        value.append(character)
                    }
                }
                rest = rest.drop { $0 != ";" }
                if values[key] == nil { values[key] = value.replacing("%22", with: "\"") }
            } else {
                let value = rest.prefix { $0 != ";" }
                rest = rest.dropFirst(value.count)
                if values[key] == nil { values[key] = String(value).trimmingWhitespace }
            }
        }
    }

    /// - Parameter name: In small letters.
    subscript(name: String) -> String? { values[name] }
}
