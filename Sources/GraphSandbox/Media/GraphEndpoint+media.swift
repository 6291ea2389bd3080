#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension GraphEndpoint {
    /// `POST /{phone}/media`: an upload in a multipart form.
    func uploadMedia(_ request: GraphRequest, to number: BusinessNumber) throws(GraphError) -> GraphReply {
        guard request.text("messaging_product")?.lowercased() == "whatsapp" else {
            throw .missingParameter("messaging_product")
        }
        guard let file = request.files["file"] else { throw .missingParameter("file") }
        guard let stated = request.text("type") ?? file.contentType else { throw .missingParameter("type") }
        let type = MediaRules.bare(stated)
        guard let rules = MediaRules.whatsAppUpload(type) else {
            throw .invalidParameter(
                "Param file must be a file with one of the following types: audio/aac, audio/mp4, audio/mpeg, "
                    + "audio/amr, audio/ogg, image/jpeg, image/png, image/webp, video/mp4, video/3gpp, "
                    + "\(MediaRules.documentTypes.joined(separator: ", ")). Received file of type '\(type)'.")
        }
        if let real = MediaRules.sniffed(file.bytes), real != type, !type.hasPrefix("text/"), real.hasPrefix("image/") {
            throw .mediaRejected("The file is of type \(real), not \(type).")
        }
        guard !file.bytes.isEmpty else { throw .mediaRejected("The file is empty.") }
        guard file.bytes.count <= rules.sizeLimit else {
            throw .mediaRejected(
                "Media of type \(type) may have \(rules.sizeLimit) bytes; the file has \(file.bytes.count).")
        }
        let item = try keep(file.bytes, type: type, filename: file.filename, endpointID: number.id)
        return GraphReply(["id": .string(item.id)])
    }

    private func keep(
        _ bytes: [UInt8], type: String, filename: String?, endpointID: String?,
        lifetime: TimeInterval = MediaItem.uploadLifetime
    ) throws(GraphError) -> MediaItem {
        do throws(SandboxError) {
            return try sandbox.keepMedia(
                bytes, mimeType: type, filename: filename, endpointID: endpointID, origin: .upload,
                lifetime: lifetime)
        } catch {
            throw .serviceUnavailable
        }
    }

    /// `GET|DELETE /{media}`: where the file is for five minutes, or its end.
    func answerMedia(_ request: GraphRequest, _ item: MediaItem) throws(GraphError) -> GraphReply {
        if let number = request.text("phone_number_id"), number != item.endpointID {
            throw .unsupported(request.method, id: item.id)
        }
        switch request.method {
        case "GET":
            let url = sandbox.read { _, now in
                sandbox.rules.addresses.whatsApp(item.id, at: now, base: request.baseURL)
            }
            return GraphReply([
                "url": .string(url), "mime_type": .string(item.mimeType), "sha256": .string(item.sha256),
                "file_size": .string(String(item.size)), "id": .string(item.id), "messaging_product": "whatsapp",
            ])
        case "DELETE":
            sandbox.write { world, _ in world.media[item.id] = nil }
            let isStillUsed = sandbox.read { world, _ in world.media.values.contains { $0.sha256 == item.sha256 } }
            if !isStillUsed { sandbox.mediaStore.remove(item.sha256) }
            return .success
        default: throw .unsupported(request.method, id: item.id)
        }
    }

    /// A file that this caller may read and that has not expired.
    func media(_ id: String, caller: GraphCaller) -> MediaItem? {
        let directory = directory
        return sandbox.read { world, now in
            guard let item = world.media[id], item.expiresAt > now, item.origin != .link,
                let endpoint = item.endpointID, let number = directory.number(endpoint),
                caller.canSee(account: number.accountID, directory: directory)
            else { return nil }
            return item
        }
    }

    // MARK: Resumable upload

    /// `POST /{app}/uploads`: begins an upload.
    func beginUpload(_ request: GraphRequest) throws(GraphError) -> GraphReply {
        guard let length = request.text("file_length"), let bytes = Int(length), bytes > 0 else {
            throw .missingParameter("file_length")
        }
        guard let type = request.text("file_type") else { throw .missingParameter("file_type") }
        let allowed = ["application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4"]
        guard allowed.contains(type.lowercased()) else {
            throw .invalidParameter("Param file_type must be one of {\(allowed.joined(separator: ", "))}.")
        }
        let session = FormFields([
            ("type", type), ("length", String(bytes)), ("name", request.text("file_name") ?? "file"),
        ]).encoded
        return GraphReply(["id": .string("upload:" + Sandbox.newUploadID() + "?" + session)])
    }

    /// `POST /upload:…`: the bytes. All of them at once; the sandbox resumes nothing.
    func finishUpload(_ request: GraphRequest, session: String) throws(GraphError) -> GraphReply {
        guard request.method == "POST" else {
            return GraphReply(["id": .string(session), "file_offset": 0])
        }
        let fields = request.queryFields
        guard let length = fields["length"].flatMap({ Int($0) }), length == request.rawBody.count else {
            throw .invalidParameter("The body does not have the length that was announced.")
        }
        let type = fields["type"] ?? "application/octet-stream"
        let item = try keep(request.rawBody, type: type, filename: fields["name"], endpointID: nil)
        return GraphReply(["h": .string("4::" + item.id + ":" + String(item.sha256.prefix(16)))])
    }

    // MARK: Downloads

    /// What a download address gives.
    enum Download {
        case file(MediaItem, [UInt8])
        case refused(status: Int)
    }

    /// `GET /whatsapp_business/attachments/?mid=…`: the bytes, for a token that may read them, while the address
    /// lives.
    func download(_ query: FormFields, token: String?) -> Download {
        guard let id = query["mid"], let end = query["ext"].flatMap({ Int64($0) }), let seal = query["hash"],
            sandbox.rules.addresses.isGenuine(id, end: end, seal: seal)
        else { return .refused(status: 404) }
        let configuration = configuration
        let caller = sandbox.read { world, now in
            token.flatMap {
                try? GraphCaller(token: $0, world: world, now: now, configuration: configuration)
            }
        }
        guard let caller else { return .refused(status: 401) }
        let now = sandbox.read { _, now in now }
        guard TimeInterval(end) >= now.timeIntervalSince1970, let item = media(id, caller: caller),
            let bytes = sandbox.mediaStore.bytes(item.sha256)
        else { return .refused(status: 404) }
        return .file(item, bytes)
    }

    /// `GET /scontent/{id}?oh=…&oe=…`: a file of Messenger or Instagram, for anybody who has the address.
    func attachment(_ id: String, _ query: FormFields) -> Download {
        guard let end = query["oe"].flatMap({ Int64($0, radix: 16) }), let seal = query["oh"],
            sandbox.rules.addresses.isGenuine(id, end: end, seal: seal)
        else { return .refused(status: 403) }
        let item = sandbox.read { world, now in TimeInterval(end) >= now.timeIntervalSince1970 ? world.media[id] : nil }
        guard let item, let bytes = sandbox.mediaStore.bytes(item.sha256) else { return .refused(status: 404) }
        return .file(item, bytes)
    }
}
