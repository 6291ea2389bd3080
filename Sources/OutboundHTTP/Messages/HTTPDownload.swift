/// An answer whose body is read while it comes, so that a large one is never whole in memory.
public struct HTTPDownload: Sendable {
    /// 200 to 599.
    public let status: Int
    public let headers: HTTPHeaders
    public let body: HTTPBody

    /// Whether the status is 200 to 299.
    public var isSuccess: Bool { (200..<300).contains(status) }
}

/// The pieces of a body, as they come. They are read once, by one reader; a body that nobody holds any more ends its
/// transfer.
///
/// A reader that is slower than the network slows the network down: at most ``capacity`` bytes wait for it.
public struct HTTPBody: AsyncSequence, Sendable {
    public typealias Element = [UInt8]
    public typealias Failure = HTTPFailure

    /// In bytes, before another piece of the network's is added.
    static let capacity = 256 * 1024

    fileprivate let reader: BodyReader

    init(_ pipe: BodyPipe, cancel: @escaping @Sendable () -> Void) { reader = BodyReader(pipe, cancel: cancel) }

    public func makeAsyncIterator() -> Iterator { Iterator(reader: reader) }

    /// The next piece; nil when the body is whole.
    ///
    /// - Throws: why it did not come whole. A cancelled reader ends the transfer.
    public func next() async throws(HTTPFailure) -> [UInt8]? { try await reader.next() }

    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let reader: BodyReader

        /// - Throws: why the body did not come whole. A cancelled reader ends the transfer.
        public mutating func next() async throws(HTTPFailure) -> [UInt8]? {
            try await next(isolation: nil)
        }

        public mutating func next(isolation actor: isolated (any Actor)?) async throws(HTTPFailure) -> [UInt8]? {
            try await reader.next()
        }
    }
}

/// Ends the transfer when it goes.
private final class BodyReader: Sendable {
    private let pipe: BodyPipe
    private let cancel: @Sendable () -> Void

    init(_ pipe: BodyPipe, cancel: @escaping @Sendable () -> Void) {
        self.pipe = pipe
        self.cancel = cancel
    }

    deinit { cancel() }

    func next() async throws(HTTPFailure) -> [UInt8]? {
        let next = await withTaskCancellationHandler {
            await pipe.next()
        } onCancel: {
            cancel()
        }
        return try next.get()
    }
}
