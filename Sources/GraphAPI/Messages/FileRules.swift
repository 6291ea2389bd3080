public import IntegrationKit

/// What a product takes as a file: which kind it is sent as, and how large it may be.
public struct FileRule: Hashable, Sendable {
    public let kind: MessageFile.Kind
    /// In bytes.
    public let maximumSize: Int

    private static let megabyte = 1024 * 1024

    /// The rule of WhatsApp for a MIME type (Meta, "Media"). Types that are no picture, sound or film are documents.
    public static func whatsApp(_ mimeType: String) -> FileRule {
        switch plain(mimeType) {
        case "image/jpeg", "image/png": FileRule(kind: .image, maximumSize: 5 * megabyte)
        case "image/webp": FileRule(kind: .sticker, maximumSize: 500 * 1024)
        case "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg":
            FileRule(kind: .audio, maximumSize: 16 * megabyte)
        case "video/mp4", "video/3gpp": FileRule(kind: .video, maximumSize: 16 * megabyte)
        default: FileRule(kind: .document, maximumSize: 100 * megabyte)
        }
    }

    /// The rule of Messenger (Meta, "Saving assets") or Instagram (Instagram, "Messaging").
    ///
    /// - Returns: nil for a type that Instagram does not take.
    public static func page(_ product: PageProduct, _ mimeType: String) -> FileRule? {
        let type = plain(mimeType)
        let kind: MessageFile.Kind =
            type.hasPrefix("image/") ? .image : type.hasPrefix("audio/") ? .audio : type.hasPrefix("video/") ? .video : .document
        if product == .instagram {
            let taken: Set = [
                "image/png", "image/jpeg", "image/gif", "audio/aac", "audio/m4a", "audio/x-m4a", "audio/mp4", "audio/wav",
                "audio/x-wav", "video/mp4", "video/ogg", "video/x-msvideo", "video/quicktime", "video/webm",
                "application/pdf",
            ]
            guard taken.contains(type) else { return nil }
        }
        return FileRule(kind: kind, maximumSize: (kind == .image ? 8 : 25) * megabyte)
    }

    private static func plain(_ mimeType: String) -> String {
        mimeType.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
    }
}
