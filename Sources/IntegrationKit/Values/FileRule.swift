/// Which files a field takes: `accept`, `max_size` and `accept_inline` of the manifest.
///
/// What the platform keeps it has checked when it took it; here a file is looked at that comes with a call. Its name and
/// its type say what it is meant to be, its first bytes what it is, and both must be accepted.
public struct FileRule: Hashable, Sendable {
    /// Extensions and MIME types in small letters: `pdf`, `image/*`; empty for any.
    public let accepted: [String]
    /// In bytes.
    public let maximumSize: Int
    /// Whether a file may be an address or come with the call.
    public let allowsInline: Bool

    public init(accepted: [String] = [], maximumSize: Int, allowsInline: Bool = false) {
        self.accepted = accepted
        self.maximumSize = maximumSize
        self.allowsInline = allowsInline
    }

    /// What is wrong with a value that was read as a ``FileReference``, in words that follow its path.
    func problem(of value: JSON) -> String? {
        guard case .object = value else { return nil }
        guard allowsInline else { return "must be the id of a file, not a file itself" }
        guard let file = try? FileReference(json: value, at: ""), case .inline(let content) = file else { return nil }
        return problem(name: content.name, mimeType: content.mimeType, size: content.size, start: content.bytes)
    }

    /// What is wrong with a file, in words that follow its name or path.
    ///
    /// - Parameter start: At least the first ``FileSignature/length`` bytes, or all if it has fewer.
    public func problem(name: String, mimeType: String, size: Int, start: [UInt8]) -> String? {
        if size > maximumSize { return "must be at most \(maximumSize) bytes (has \(size))" }
        guard !accepted.isEmpty else { return nil }
        let wish = "must be one of \(accepted.joined(separator: ", "))"
        let mimeType = mimeType.lowercased()
        guard accepts(name: name, mimeType: mimeType) else { return wish }
        guard let found = FileSignature.all.first(where: { $0.begins(start) }) else {
            // Bytes that give nothing away are of a kind that has no signature, and so none of those that have one.
            let isTold = FileSignature.all.contains { $0.mimeType == mimeType }
            return isTold ? "is no \(mimeType)" : nil
        }
        let isAccepted = accepts(mimeType: found.mimeType) || found.extensions.contains(where: accepted.contains)
        let isInside = found.isContainer && !FileSignature.all.contains { $0.mimeType == mimeType }
        return isAccepted || isInside ? nil : wish + "; its content is \(found.mimeType)"
    }

    /// Whether a file of this name and type is meant to be one of these, whatever is in it.
    public func accepts(name: String, mimeType: String) -> Bool {
        accepted.isEmpty || accepts(mimeType: mimeType.lowercased()) || accepts(name: name.lowercased())
    }

    private func accepts(mimeType: String) -> Bool {
        accepted.contains { entry in
            entry == mimeType || entry.hasSuffix("/*") && mimeType.hasPrefix(entry.dropLast())
        }
    }

    private func accepts(name: String) -> Bool {
        accepted.contains { !$0.contains("/") && name.hasSuffix("." + $0) }
    }
}

/// The first bytes by which files of a kind are known (the WHATWG's "MIME Sniffing", and ZIP for office documents).
public struct FileSignature: Sendable {
    /// How many bytes of a file it takes to know it.
    public static let length = 16

    let mimeType: String
    let extensions: [String]
    /// Whether files of other kinds begin in the same way.
    let isContainer: Bool
    private let start: [UInt8]
    private let offset: Int

    private init(_ mimeType: String, _ extensions: [String], _ start: [UInt8], at offset: Int = 0, isContainer: Bool = false) {
        self.isContainer = isContainer
        self.mimeType = mimeType
        self.extensions = extensions
        self.start = start
        self.offset = offset
    }

    func begins(_ bytes: [UInt8]) -> Bool { bytes.dropFirst(offset).starts(with: start) }

    static let all = [
        FileSignature("application/pdf", ["pdf"], Array("%PDF-".utf8)),
        FileSignature("image/png", ["png"], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        FileSignature("image/jpeg", ["jpg", "jpeg"], [0xFF, 0xD8, 0xFF]),
        FileSignature("image/gif", ["gif"], Array("GIF8".utf8)),
        FileSignature("image/webp", ["webp"], Array("WEBP".utf8), at: 8),
        FileSignature("image/bmp", ["bmp"], Array("BM".utf8)),
        FileSignature("application/gzip", ["gz"], [0x1F, 0x8B, 0x08]),
        FileSignature(
            "application/zip", ["zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"], [0x50, 0x4B, 0x03, 0x04],
            isContainer: true),
        FileSignature("audio/ogg", ["ogg", "oga", "ogv"], Array("OggS".utf8)),
        FileSignature(
            "video/mp4", ["mp4", "m4a", "m4v", "mov", "heic", "avif", "3gp"], Array("ftyp".utf8), at: 4,
            isContainer: true),
    ]
}
