/// What a file may be is said by extensions or MIME types, and only where there is a file.
struct FileFields: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for placed in input.fields where !placed.type.isUnknown {
            let field = placed.field
            let scalar = placed.type.element.scalar
            guard scalar == .file || scalar == .image else {
                let keys = [
                    ("accept", !field.acceptedTypes.isEmpty), ("max_size", field.maximumSize != nil),
                    ("accept_inline", field.acceptsInline),
                ]
                for (key, _) in keys.filter(\.1).prefix(1) {
                    found.append(
                        Diagnostic(
                            .formatType,
                            "`\(key)` is for FILE and IMAGE, and `\(field.handle)` is \(field.type.spelling)",
                            at: field.span))
                }
                continue
            }
            for (accepted, span) in zip(field.acceptedTypes, field.acceptedTypeSpans) {
                check(accepted, scalar == .image, span, &found)
            }
        }
        return found
    }

    private func check(_ accepted: String, _ isImage: Bool, _ span: SourceSpan, _ found: inout [Diagnostic]) {
        guard Self.isExtension(accepted) || Self.isMediaType(accepted) else {
            var better = accepted.lowercased()
            if better.hasPrefix(".") || better.hasPrefix("*.") { better = String(better.drop { "*.".contains($0) }) }
            let isBetter = Self.isExtension(better) || Self.isMediaType(better)
            found.append(
                Diagnostic(
                    .acceptInvalid, "`\(accepted)` is neither a file extension nor a MIME type", at: span,
                    help: ["write pdf, application/pdf or image/*"],
                    fixIts: isBetter ? [.init("replace with `\(better)`", replacing: span, with: better)] : []))
            return
        }
        let isOfImage = accepted.hasPrefix("image/") || Self.imageExtensions.contains(accepted)
        if isImage, !isOfImage {
            found.append(
                Diagnostic(.acceptInvalid, "`\(accepted)` is no image", at: span, help: ["use the type FILE"]))
        }
    }

    static let imageExtensions: Set<String> = [
        "avif", "bmp", "gif", "heic", "heif", "ico", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp",
    ]

    /// `pdf`, `docx`, `7z`.
    static func isExtension(_ text: String) -> Bool {
        (1...16).contains(text.utf8.count) && text.utf8.allSatisfy(isNameByte)
    }

    /// RFC 6838 in small letters, or `image/*`.
    static func isMediaType(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), parts[0].allSatisfy(isNameByte) else { return false }
        let marks = Set("!#$&-^_.+".utf8)
        return Array(parts[1]) == [UInt8(ascii: "*")] || parts[1].allSatisfy { isNameByte($0) || marks.contains($0) }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
}
