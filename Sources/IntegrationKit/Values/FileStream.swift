internal import Synchronization

/// A file that is being read: what is known of it, and its content piece by piece.
public struct FileStream: Sendable {
    /// As people read it.
    public let name: String
    /// For example `application/pdf`, as who gave the file says.
    public let mimeType: String
    /// In bytes.
    public let size: Int
    /// Gives the next piece of the content, of any size; nil when all of it has come. One task at a time may call it.
    public let next: @Sendable () async throws -> [UInt8]?

    public init(name: String, mimeType: String, size: Int, next: @escaping @Sendable () async throws -> [UInt8]?) {
        self.name = name
        self.mimeType = mimeType
        self.size = size
        self.next = next
    }

    /// A file that is in memory.
    public init(_ file: FileContent) {
        let rest = Rest(file.bytes)
        self.init(name: file.name, mimeType: file.mimeType, size: file.size) { rest.take() }
    }

    /// The pieces, to be read once.
    public var content: AsyncThrowingStream<[UInt8], any Error> { AsyncThrowingStream { try await next() } }

    /// All of it in memory, for files that are known to be small.
    public func collected() async throws -> FileContent {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        while let piece = try await next() { bytes += piece }
        return FileContent(name: name, mimeType: mimeType, bytes: bytes)
    }

    private final class Rest: Sendable {
        private let bytes: Mutex<[UInt8]?>

        init(_ bytes: [UInt8]) { self.bytes = Mutex(bytes) }

        func take() -> [UInt8]? { bytes.withLock { $0.take() } }
    }
}
