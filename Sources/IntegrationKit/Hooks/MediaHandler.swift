/// The hand-written half of `hooks.media`: fetches a file of a message that the provider keeps, for somebody who looks
/// at the conversation.
public protocol MediaHandler: Sendable {
    associatedtype Owner: Integration
    typealias Context = HookContext<Owner>

    /// Begins to fetch the file, from the provider's own hosts only. Returns when it is known what it is; its bytes come
    /// as they are read. The hook's timeout holds for this call, not for the reading.
    ///
    /// - Parameter channel: Of the conversation.
    /// - Throws: ``ToolFailure``, whose code says what became of the file: `notFound` when the provider has it no more.
    static func open(_ file: MessageFile, of channel: ChannelRecord, in context: Context) async throws -> MediaFile
}

/// A file that is on its way from the provider.
public struct MediaFile: Sendable {
    /// As the provider says. The runtime shows pictures, sound and films of the usual kinds, and offers all else for
    /// download.
    public let mimeType: String
    /// In bytes; nil when the provider does not say.
    public let size: Int?
    /// The content, in pieces of any size. Its end is only reached when the content is whole and is what it should be.
    public let content: AsyncThrowingStream<[UInt8], any Error>

    public init(mimeType: String, size: Int?, content: AsyncThrowingStream<[UInt8], any Error>) {
        self.mimeType = mimeType
        self.size = size
        self.content = content
    }
}
