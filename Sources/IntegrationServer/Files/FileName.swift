internal import IntegrationKit

/// Names and types of files, as browsers and agents give them.
enum FileName {
    private static let maximumLength = 200

    /// The last part of a path, without what people cannot see and what would end a line; its ending survives.
    static func clean(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        var text = String(String.UnicodeScalarView(last.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
            default: true
            }
        })).trimmingWhitespace
        while text.hasPrefix(".") { text.removeFirst() }
        guard !text.isEmpty else { return "file" }
        guard text.utf8.count > maximumLength else { return text }
        let ending = text.split(separator: ".").last.map { ".\($0)" } ?? ""
        let kept = ending.utf8.count <= 16 && ending.utf8.count < text.utf8.count ? ending : ""
        var stem = text.dropLast(kept.count)
        while stem.utf8.count + kept.utf8.count > maximumLength { stem.removeLast() }
        return stem + kept
    }

    /// The type without parameters; where nobody knows it, what the name's ending says.
    static func type(_ given: String, of name: String) -> String {
        let type = String(given.prefix { $0 != ";" }).trimmingWhitespace.lowercased()
        let parts = type.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isType = parts.count == 2 && type.utf8.count <= 100 && parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789!#$&-^_.+".utf8.contains($0) }
        }
        guard !isType || type == "application/octet-stream" else { return type }
        let ending = name.split(separator: ".").last?.lowercased() ?? ""
        return types[ending] ?? "application/octet-stream"
    }

    private static let types = [
        "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp",
        "mp4": "video/mp4", "3gp": "video/3gpp", "mov": "video/quicktime", "webm": "video/webm",
        "mp3": "audio/mpeg", "m4a": "audio/mp4", "aac": "audio/aac", "amr": "audio/amr", "ogg": "audio/ogg",
        "opus": "audio/ogg", "wav": "audio/wav", "pdf": "application/pdf", "txt": "text/plain", "csv": "text/csv",
        "doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "zip": "application/zip", "vcf": "text/vcard", "ics": "text/calendar",
    ]
}

/// Sizes as people read them: `5 MB`, `1.4 MB`, `512 KB`.
enum FileSize {
    static func text(_ bytes: Int) -> String {
        guard bytes >= 1024 else { return "\(bytes) bytes" }
        var (number, unit) = (Double(bytes) / 1024, "KB")
        for next in ["MB", "GB"] where number >= 1024 {
            number /= 1024
            unit = next
        }
        let tenths = Int((number * 10).rounded())
        return tenths % 10 == 0 || tenths >= 100 ? "\((tenths + 5) / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
    }
}
