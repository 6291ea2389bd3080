internal import NIOCore

/// The text fields of a `multipart/form-data` body (RFC 7578). Files in it are passed over.
struct MultipartForm: Sendable {
    let fields: [(name: String, value: String)]

    /// More parts than this are no form of a provider's.
    private static let maximumParts = 1000

    /// - Returns: nil when the body is not one, or ends too early.
    init?(_ body: ByteBuffer, contentType: String) {
        guard let boundary = Self.parameter("boundary", of: contentType),
            contentType.lowercased().hasPrefix("multipart/form-data"), (1...70).contains(boundary.utf8.count)
        else { return nil }
        let bytes = Array(body.readableBytesView)
        let mark = Array("--\(boundary)".utf8)
        guard var position = Self.find(mark, in: bytes, from: 0) else { return nil }
        var fields: [(name: String, value: String)] = []
        for _ in 0..<Self.maximumParts {
            position += mark.count
            let rest = bytes[min(position, bytes.count)...]
            if rest.starts(with: Array("--".utf8)) {
                self.fields = fields
                return
            }
            guard rest.starts(with: Array("\r\n".utf8)),
                let headerEnd = Self.find(Array("\r\n\r\n".utf8), in: bytes, from: position),
                let next = Self.find(Array("\r\n".utf8) + mark, in: bytes, from: headerEnd + 2)
            else { return nil }
            let head = String(decoding: bytes[position..<headerEnd], as: UTF8.self)
            if let name = Self.fieldName(head) {
                let value = next > headerEnd + 4 ? bytes[(headerEnd + 4)..<next] : []
                fields.append((name, String(decoding: value, as: UTF8.self)))
            }
            position = next + 2
        }
        return nil
    }

    /// The name in a part's `Content-Disposition`; nil for files.
    private static func fieldName(_ head: String) -> String? {
        for line in head.split(separator: "\r\n") where line.lowercased().hasPrefix("content-disposition:") {
            guard parameter("filename", of: String(line)) == nil else { return nil }
            return parameter("name", of: String(line))
        }
        return nil
    }

    /// `name="…"` behind a semicolon; names in any case.
    private static func parameter(_ name: String, of header: String) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { continue }
            let key = part[..<equals].drop { $0 == " " }
            guard key.lowercased() == name else { continue }
            var value = part[part.index(after: equals)...]
            if value.hasPrefix("\""), value.hasSuffix("\""), value.count >= 2 { value = value.dropFirst().dropLast() }
            return String(value)
        }
        return nil
    }

    private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard start >= 0, needle.count <= bytes.count - min(start, bytes.count) else { return nil }
        var index = start
        while index <= bytes.count - needle.count {
            if bytes[index] == needle[0], bytes[index..<(index + needle.count)].elementsEqual(needle) { return index }
            index += 1
        }
        return nil
    }
}
