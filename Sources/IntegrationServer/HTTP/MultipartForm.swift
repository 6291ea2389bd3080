internal import NIOCore

/// The text fields of a `multipart/form-data` body (RFC 7578). Files in it are passed over.
struct MultipartForm: Sendable {
    let fields: [(name: String, value: String)]

    /// - Returns: nil when the body is not one, or ends too early.
    init?(_ body: ByteBuffer, contentType: String) {
        guard var scanner = MultipartScanner(contentType: contentType),
            let events = try? scanner.feed(body.readableBytesView), scanner.isComplete
        else { return nil }
        var fields: [(name: String, value: String)] = []
        var open: (name: String, bytes: [UInt8])?
        for event in events {
            switch event {
            case .part(let part): open = part.filename == nil ? (part.name, []) : nil
            case .content(let bytes): open?.bytes += bytes
            case .partEnd:
                if let open { fields.append((open.name, String(decoding: open.bytes, as: UTF8.self))) }
                open = nil
            }
        }
        self.fields = fields
    }
}
