/// The body of a request, in parts that are sent one behind the other: a large one need not be copied together.
public struct HTTPContent: Hashable, Sendable {
    public let parts: [[UInt8]]
    /// In bytes.
    public let count: Int

    public init(_ parts: [[UInt8]]) {
        self.parts = parts
        count = parts.reduce(0) { $0 + $1.count }
    }

    public init(_ bytes: [UInt8]) { self.init([bytes]) }

    /// All of it.
    public var bytes: [UInt8] { parts.count == 1 ? parts[0] : Array(parts.joined()) }
}

/// Where in a body a transfer is that sends it.
struct ContentReader {
    private let content: HTTPContent
    private var part = 0
    private var offset = 0

    init(_ content: HTTPContent) { self.content = content }

    /// Copies what comes next.
    ///
    /// - Returns: how many bytes; 0 at the end.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        var filled = 0
        while filled < buffer.count, part < content.parts.count {
            let bytes = content.parts[part]
            let count = min(bytes.count - offset, buffer.count - filled)
            bytes.withUnsafeBytes { source in
                buffer[filled...].copyBytes(from: source[offset..<offset + count])
            }
            filled += count
            offset += count
            if offset == bytes.count { (part, offset) = (part + 1, 0) }
        }
        return filled
    }

    /// Goes to a place in the body. - Returns: false when it is none.
    mutating func seek(to place: Int) -> Bool {
        guard place >= 0, place <= content.count else { return false }
        (part, offset) = (0, place)
        while part < content.parts.count, offset >= content.parts[part].count {
            offset -= content.parts[part].count
            part += 1
        }
        return true
    }
}
