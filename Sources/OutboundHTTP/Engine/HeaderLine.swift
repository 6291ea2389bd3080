/// One line of a response's header section, as libcurl hands it over: one at a time, folded lines already joined.
enum HeaderLine: Equatable {
    case status(HTTPResponse.Version, Int)
    case field(name: String, value: String)
    /// The empty line, or one that is no field.
    case end

    init(_ bytes: UnsafeRawBufferPointer) {
        let line = bytes.trimmed
        if line.starts(with: "HTTP/".utf8) {
            let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
            guard words.count >= 2, let status = Int(String(decoding: words[1], as: UTF8.self)) else {
                self = .end
                return
            }
            let version: HTTPResponse.Version =
                switch String(decoding: words[0].dropFirst(5), as: UTF8.self) {
                case "1.0": .http1_0
                case "2", "2.0": .http2
                case "3", "3.0": .http3
                default: .http1_1
                }
            self = .status(version, status)
            return
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
            self = .end
            return
        }
        let value = UnsafeRawBufferPointer(rebasing: line[(colon + 1)...])
        self = .field(
            name: String(decoding: line[..<colon], as: UTF8.self),
            value: String(decoding: value.trimmed, as: UTF8.self))
    }
}

extension UnsafeRawBufferPointer {
    /// Without spaces, tabs and line ends on both sides.
    fileprivate var trimmed: Slice<UnsafeRawBufferPointer> {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
        let start = firstIndex { !isBlank($0) } ?? endIndex
        let end = lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
        return self[start..<end]
    }
}
