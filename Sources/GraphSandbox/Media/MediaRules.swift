/// Which files a product takes, by kind.
struct MediaRules: Sendable {
    /// The first is what a file is taken for when nothing else is known.
    var mimeTypes: [String]
    /// In bytes.
    var sizeLimit: Int

    private static let megabyte = 1024 * 1024
    /// Largest file of any kind on WhatsApp, in bytes.
    static let whatsAppLimit = 100 * megabyte

    func allows(_ mimeType: String) -> Bool {
        let type = Self.bare(mimeType)
        return mimeTypes.contains(type) || mimeTypes.contains("*/*")
    }

    /// A type without its parameters, lowercase.
    static func bare(_ mimeType: String) -> String {
        (mimeType.split(separator: ";").first.map { $0.trimmingSpaces() } ?? "").lowercased()
    }

    /// WhatsApp's rules for sending one kind.
    static func whatsApp(_ kind: MediaContent.Kind) -> MediaRules {
        switch kind {
        case .image: MediaRules(mimeTypes: ["image/jpeg", "image/png"], sizeLimit: 5 * megabyte)
        case .audio:
            MediaRules(
                mimeTypes: ["audio/ogg", "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4"],
                sizeLimit: 16 * megabyte)
        case .video: MediaRules(mimeTypes: ["video/mp4", "video/3gpp"], sizeLimit: 16 * megabyte)
        case .sticker: MediaRules(mimeTypes: ["image/webp"], sizeLimit: 500 * 1024)
        case .document: MediaRules(mimeTypes: ["application/pdf", "*/*"], sizeLimit: whatsAppLimit)
        }
    }

    /// What can be uploaded to WhatsApp, and up to which size. Documents may be anything of the list.
    static func whatsAppUpload(_ mimeType: String) -> MediaRules? {
        let type = bare(mimeType)
        for kind in [MediaContent.Kind.image, .audio, .video, .sticker] {
            let rules = whatsApp(kind)
            if rules.allows(type) { return rules }
        }
        return documentTypes.contains(type) ? MediaRules(mimeTypes: [type], sizeLimit: whatsAppLimit) : nil
    }

    static let documentTypes = [
        "text/plain", "application/pdf", "application/vnd.ms-excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation", "application/msword",
        "application/vnd.ms-powerpoint",
    ]

    /// Messenger's and Instagram's rules for one attachment type (`image`, `audio`, `video`, `file`).
    static func attachment(_ type: String, _ product: Product) -> MediaRules? {
        switch (type, product) {
        case ("image", .instagram):
            MediaRules(mimeTypes: ["image/jpeg", "image/png", "image/gif"], sizeLimit: 8 * megabyte)
        case ("audio", .instagram):
            MediaRules(
                mimeTypes: ["audio/aac", "audio/m4a", "audio/x-m4a", "audio/wav", "audio/x-wav", "audio/mp4"],
                sizeLimit: 25 * megabyte)
        case ("video", .instagram):
            MediaRules(
                mimeTypes: [
                    "video/mp4", "video/ogg", "video/avi", "video/x-msvideo", "video/quicktime", "video/webm",
                ], sizeLimit: 25 * megabyte)
        case ("file", .instagram): MediaRules(mimeTypes: ["application/pdf"], sizeLimit: 25 * megabyte)
        case ("image", _):
            MediaRules(mimeTypes: ["image/jpeg", "image/png", "image/gif", "image/webp"], sizeLimit: 8 * megabyte)
        case ("audio", _):
            MediaRules(
                mimeTypes: [
                    "audio/mpeg", "audio/mp3", "audio/mp4", "audio/aac", "audio/ogg", "audio/wav", "audio/x-wav",
                    "audio/m4a", "audio/x-m4a",
                ], sizeLimit: 25 * megabyte)
        case ("video", _):
            MediaRules(
                mimeTypes: ["video/mp4", "video/quicktime", "video/webm", "video/ogg"], sizeLimit: 25 * megabyte)
        case ("file", _): MediaRules(mimeTypes: ["application/pdf", "*/*"], sizeLimit: 25 * megabyte)
        default: nil
        }
    }

    /// What the first bytes of a file say that it is, where they say it clearly.
    static func sniffed(_ bytes: [UInt8]) -> String? {
        func starts(_ signature: [UInt8], at offset: Int = 0) -> Bool {
            bytes.count >= offset + signature.count
                && bytes[offset..<(offset + signature.count)].elementsEqual(signature)
        }
        if starts([0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
        if starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
        if starts(Array("GIF8".utf8)) { return "image/gif" }
        if starts(Array("RIFF".utf8)), starts(Array("WEBP".utf8), at: 8) { return "image/webp" }
        if starts(Array("RIFF".utf8)), starts(Array("WAVE".utf8), at: 8) { return "audio/wav" }
        if starts(Array("%PDF".utf8)) { return "application/pdf" }
        if starts(Array("OggS".utf8)) { return "audio/ogg" }
        if starts(Array("#!AMR".utf8)) { return "audio/amr" }
        return nil
    }
}
