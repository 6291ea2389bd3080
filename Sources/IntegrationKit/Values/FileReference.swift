/// A file that a tool was given or that a field has: which one, not what is in it. ``open(in:)`` begins to read it.
public enum FileReference: Hashable, Sendable {
    /// A file that the platform keeps.
    case stored(FileID)
    /// The https address of a file. Only from inputs with `accept_inline: true`.
    case address(String)
    /// A file that came with the call. Only from inputs with `accept_inline: true`.
    case inline(FileContent)

    /// The file itself, to be read piece by piece: a large one is never whole in memory.
    ///
    /// - Throws: ``PlatformFailure/notFound(what:id:)`` when the platform has none with this id, and
    ///   ``PlatformFailure/unavailable(reason:)`` for an address, which is for the handler to fetch: through its own
    ///   client, within `outgoing_domains`.
    public func open(in session: any PlatformSession) async throws(PlatformFailure) -> FileStream {
        switch self {
        case .stored(let id): return try await session.file(id)
        case .inline(let content): return FileStream(content)
        case .address(let address):
            throw .unavailable(reason: "the file at \(address) is not the platform's: fetch it with the handler's client")
        }
    }

    /// The id, the address or the name: something for people to tell it by.
    public var text: String {
        switch self {
        case .stored(let id): id.rawValue
        case .address(let address): address
        case .inline(let content): content.name
        }
    }
}

/// Identifies a file that the platform keeps: `fl_…`.
public typealias FileID = Identifier<FileContent>

/// What is in a file.
public struct FileContent: Hashable, Sendable {
    public let name: String
    /// For example `application/pdf`, as who gave the file says.
    public let mimeType: String
    public let bytes: [UInt8]

    public init(name: String, mimeType: String, bytes: [UInt8]) {
        self.name = name
        self.mimeType = mimeType
        self.bytes = bytes
    }

    /// In bytes.
    public var size: Int { bytes.count }
}

extension FileReference: JSONConvertible, CustomStringConvertible {
    /// The id of a file; `{ url }`; or `{ name, mime_type, data }` with the data in Base64.
    public init(json: JSON, at path: String) throws(InvalidValue) {
        guard case .object(let object) = json else {
            guard case .string(let id) = json else { throw .wrongKind("a file", json, at: path) }
            self = .stored(FileID(id))
            return
        }
        var reader = ObjectReader(json, at: path, unknownKeys: .reject)
        if object["url"] != nil {
            let url = reader.required("url", as: String.self, [.format(.httpsURL)])
            guard let url, reader.isComplete() else { throw reader.failure() }
            self = .address(url)
            return
        }
        let name = reader.required("name", as: String.self, [.minimumLength(1), .maximumLength(255)])
        let mimeType = reader.required("mime_type", as: String.self)
        let data = reader.required("data", as: String.self)
        let bytes = data.flatMap(Base64.decoded)
        if data != nil, bytes == nil { reader.problem("data", "must be Base64") }
        guard let name, let mimeType, let bytes, reader.isComplete() else { throw reader.failure() }
        self = .inline(FileContent(name: name, mimeType: mimeType, bytes: bytes))
    }

    public var json: JSON {
        switch self {
        case .stored(let id): id.json
        case .address(let address): ["url": .string(address)]
        case .inline(let content):
            [
                "name": .string(content.name), "mime_type": .string(content.mimeType),
                "data": .string(Base64.encoded(content.bytes)),
            ]
        }
    }

    public var description: String { text }
}
