/// The body of a request, in parts that are sent one behind the other: a large one need not be copied together, and one
/// that comes from elsewhere need never be whole in memory.
public struct HTTPContent: Sendable {
    enum Part: Sendable {
        case bytes([UInt8])
        case stream(ContentStream)

        var count: Int {
            switch self {
            case .bytes(let bytes): bytes.count
            case .stream(let stream): stream.count
            }
        }
    }

    let parts: [Part]
    /// In bytes.
    public let count: Int

    init(parts: [Part]) {
        self.parts = parts
        count = parts.reduce(0) { $0 + $1.count }
    }

    public init(_ parts: [[UInt8]]) { self.init(parts: parts.map(Part.bytes)) }

    public init(_ bytes: [UInt8]) { self.init([bytes]) }

    /// What is read while it is sent: the network's pace is the reader's.
    ///
    /// - Parameters:
    ///   - count: In bytes. A stream that gives more or less makes the request fail.
    ///   - next: Gives the next piece, nil behind the last one. Called by one task at a time; what it throws makes the
    ///     request fail.
    public init(count: Int, next: @escaping @Sendable () async throws -> [UInt8]?) {
        self.init(parts: [.stream(ContentStream(count: count, next: next))])
    }

    /// One behind the other.
    public static func + (left: HTTPContent, right: HTTPContent) -> HTTPContent {
        HTTPContent(parts: left.parts + right.parts)
    }

    /// All of it; nil when a part of it is a stream.
    var bytes: [UInt8]? {
        var all: [UInt8] = []
        for part in parts {
            guard case .bytes(let bytes) = part else { return nil }
            if parts.count == 1 { return bytes }
            all += bytes
        }
        return all
    }
}

/// Where in a body a transfer is that sends it.
struct ContentReader {
    enum Reading: Hashable {
        case bytes(Int)
        case end
        /// Nothing yet: `wake` is called when there is more.
        case pause
        case failed(String)
    }

    private let content: HTTPContent
    private let wake: @Sendable () -> Void
    private var part = 0
    private var offset = 0

    init(_ content: HTTPContent, wake: @escaping @Sendable () -> Void) {
        self.content = content
        self.wake = wake
    }

    /// Copies what comes next.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Reading {
        var filled = 0
        while filled < buffer.count, part < content.parts.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            switch content.parts[part] {
            case .bytes(let bytes):
                let count = min(bytes.count - offset, rest.count)
                bytes.withUnsafeBytes { rest.copyBytes(from: $0[offset..<offset + count]) }
                filled += count
                offset += count
                if offset == bytes.count { (part, offset) = (part + 1, 0) }
            case .stream(let stream):
                switch stream.read(into: rest, wake: wake) {
                case .bytes(let count):
                    filled += count
                    offset += count
                case .end: (part, offset) = (part + 1, 0)
                case .pause: return filled > 0 ? .bytes(filled) : .pause
                case .failed(let reason): return .failed(reason)
                }
            }
        }
        return filled > 0 ? .bytes(filled) : .end
    }

    /// Goes to a place in the body. - Returns: false when it is none, or when what was read of a stream is gone.
    mutating func seek(to place: Int) -> Bool {
        guard place >= 0, place <= content.count else { return false }
        let isAtStart = part == 0 && offset == 0
        guard !content.parts.contains(where: { if case .stream = $0 { true } else { false } }) else {
            return isAtStart && place == 0
        }
        (part, offset) = (0, place)
        while part < content.parts.count, offset >= content.parts[part].count {
            offset -= content.parts[part].count
            part += 1
        }
        return true
    }
}
