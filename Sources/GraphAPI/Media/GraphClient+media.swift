import Cryptography
public import IntegrationKit
public import OutboundHTTP

/// What WhatsApp knows about a file.
public struct WhatsAppMediaNode: Hashable, Sendable {
    public let id: String
    /// Good for five minutes, with the same token.
    public let url: String
    public let mimeType: String
    /// In bytes.
    public let size: Int?
    /// Hex or Base64.
    public let digest: String?

    init(_ json: JSON) throws(InvalidValue) {
        id = try json.requiredID("id")
        url = try json.requiredID("url")
        mimeType = json["mime_type"]?.filledText ?? "application/octet-stream"
        size = (json["file_size"]?.int64Value ?? json["file_size"]?.stringValue.flatMap(Int64.init)).flatMap(Int.init)
        digest = json["sha256"]?.filledText
    }
}

// Files (Meta, "Media").
extension GraphClient {
    /// The largest file of any product.
    public static let maximumFileSize = 100 * 1024 * 1024

    /// Where Meta's files are: nothing else is fetched, whatever an address says.
    public static let mediaHosts: HostPolicy = .hosts(["lookaside.fbsbx.com", "*.fbcdn.net", "*.cdninstagram.com"])

    /// - Parameter phoneNumberID: The number that the file belongs to: with another one's, Meta refuses.
    public func media(
        _ id: String, of phoneNumberID: String?, with token: GraphToken
    ) async throws(GraphFailure) -> WhatsAppMediaNode {
        let parameters = phoneNumberID.map { [(name: "phone_number_id", value: $0)] } ?? []
        return try decode(await get(node(id), parameters, with: token), WhatsAppMediaNode.init)
    }

    /// Begins to fetch a file of WhatsApp. Its end is reached only when it has the size and the digest that it should.
    ///
    /// - Parameter deadline: For the whole file.
    public func download(
        _ media: WhatsAppMediaNode, with token: GraphToken, deadline: Duration = .seconds(120)
    ) async throws(GraphFailure) -> MediaDownload {
        try await download(
            media.url, mimeType: media.mimeType, digest: media.digest, token: token, deadline: deadline)
    }

    /// Begins to fetch a file of a conversation over Messenger or Instagram from Meta's network, which asks for no
    /// token.
    public func download(
        _ url: String, mimeType: String? = nil, digest: String? = nil, token: GraphToken? = nil,
        deadline: Duration = .seconds(120)
    ) async throws(GraphFailure) -> MediaDownload {
        var headers = HTTPHeaders()
        if let token {
            headers.append(HTTPHeader("Authorization", "Bearer \(token.secret.expose())", isSensitive: true))
        }
        let download: HTTPDownload
        do throws(HTTPFailure) {
            download = try await http.download(
                HTTPRequest(
                    .get, url, headers: headers, deadline: deadline, responseLimit: Self.maximumFileSize,
                    hosts: HostPolicy.isLoopbackOrigin(baseURL)
                        ? Self.mediaHosts.allowing(loopbackOrigin: baseURL) : Self.mediaHosts))
        } catch {
            throw .transport(error)
        }
        guard download.isSuccess else {
            throw .unreadable(status: download.status, reason: "the file is not there any more")
        }
        return MediaDownload(download, mimeType: mimeType, digest: digest)
    }

    /// Uploads a file, for messages from this number. - Returns: its id, good for 30 days.
    public func upload(
        _ file: FileStream, to phoneNumberID: String, with token: GraphToken, deadline: Duration = .seconds(60)
    ) async throws(GraphFailure) -> String {
        let form = MultipartBody(file: file, fields: [("messaging_product", "whatsapp"), ("type", file.mimeType)])
        let answer = try await post(
            "\(node(phoneNumberID))/media", content: form.content, type: form.contentType, deadline: deadline, with: token)
        return try decode(answer) { json throws(InvalidValue) in try json.requiredID("id") }
    }

    /// What a template's header may be an example of, by MIME type.
    public static let sampleTypes = ["image/jpeg", "image/png", "video/mp4", "application/pdf"]

    /// Uploads an example for a template's header (Meta, "Resumable Upload API"). - Returns: the handle that stands for it.
    public func uploadSample(
        _ file: FileStream, with token: GraphToken, deadline: Duration = .seconds(60)
    ) async throws(GraphFailure) -> String {
        let facts: Parameters = [
            (name: "file_name", value: file.name), (name: "file_length", value: String(file.size)),
            (name: "file_type", value: file.mimeType),
        ]
        let session = try decode(await post("\(node(appID))/uploads", form: facts, with: token)) {
            json throws(InvalidValue) in try json.requiredID("id")
        }
        let answer = try await upload(HTTPContent(file), into: session, deadline: deadline, with: token)
        return try decode(answer) { json throws(InvalidValue) in try json.requiredID("h") }
    }

    public func deleteMedia(_ id: String, with token: GraphToken) async throws(GraphFailure) {
        try confirm(await delete(node(id), with: token))
    }
}

/// A file on its way.
public struct MediaDownload: Sendable {
    public let mimeType: String
    /// In bytes; nil when the answer does not say.
    public let size: Int?
    private let body: HTTPBody
    private let digest: [UInt8]?

    init(_ download: HTTPDownload, mimeType: String?, digest: String?) {
        self.mimeType = mimeType ?? download.headers["Content-Type"] ?? "application/octet-stream"
        // With a content coding, the length is another one's.
        size = download.headers["Content-Encoding"] == nil ? download.headers["Content-Length"].flatMap { Int($0) } : nil
        body = download.body
        self.digest = digest.flatMap(Self.bytes)
    }

    /// Hex, or Base64 of either alphabet: Meta writes both.
    static func bytes(_ digest: String) -> [UInt8]? {
        let decoded = digest.utf8.count == 64 ? Hex.decode(digest) : Base64.decode(digest)
        return decoded?.count == 32 ? decoded : nil
    }

    /// The pieces, checked on the way.
    public var content: AsyncThrowingStream<[UInt8], any Error> {
        let source = MediaSource(body: body, digest: digest)
        return AsyncThrowingStream { try await source.next() }
    }
}

/// The file's digest is not the one that was announced.
public struct DamagedMedia: Error, CustomStringConvertible {
    public var description: String { "the file is damaged: its SHA-256 is not the one that Meta gave" }
}

/// Reads a body once, and its digest with it.
private actor MediaSource {
    private let body: HTTPBody
    private var hash: SHA256.Running?
    private let digest: [UInt8]?

    init(body: HTTPBody, digest: [UInt8]?) {
        self.body = body
        hash = digest == nil ? nil : SHA256.Running()
        self.digest = digest
    }

    func next() async throws -> [UInt8]? {
        guard let piece = try await body.next() else {
            if let digest, hash?.finish() != digest { throw DamagedMedia() }
            return nil
        }
        hash?.update(piece)
        return piece
    }
}
