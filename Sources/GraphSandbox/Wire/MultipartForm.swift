/// A `multipart/form-data` body: fields, and files with their own types.
struct MultipartForm: Sendable {
    /// A file that was uploaded.
    struct File: Hashable, Sendable {
        var filename: String?
        /// What the part says that it is; `nil` when it says nothing.
        var contentType: String?
        var bytes: [UInt8]
    }

    private(set) var fields: [(name: String, value: String)] = []
    private(set) var files: [String: File] = [:]

    /// Reads a body, or gives `nil` when it does not follow its own boundary.
    ///
    /// - Parameter contentType: The request's header with its `boundary`.
    init?(parsing body: [UInt8], contentType: String) {
        guard let boundary = Self.parameter("boundary", of: contentType), !boundary.isEmpty else { return nil }
        let opening = Array("--\(boundary)".utf8)
        let separator = Array("\r\n--\(boundary)".utf8)
        guard body.starts(with: opening) else { return nil }
        var rest = body[opening.count...]
        while !rest.starts(with: Array("--".utf8)) {
            guard rest.starts(with: Array("\r\n".utf8)) else { return nil }
            rest = rest.dropFirst(2)
            guard let headEnd = rest.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
            let head = String(decoding: rest[..<headEnd.lowerBound], as: UTF8.self)
            rest = rest[headEnd.upperBound...]
            guard let end = rest.firstRange(of: separator) else { return nil }
            guard add(head: head, content: Array(rest[..<end.lowerBound])) else { return nil }
            rest = rest[end.upperBound...]
        }
    }

    private mutating func add(head: String, content: [UInt8]) -> Bool {
        var disposition = ""
        var type: String?
        for line in head.split(separator: "\r\n") {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2 else { continue }
            switch halves[0].lowercased() {
            case "content-disposition": disposition = String(halves[1])
            case "content-type": type = halves[1].trimmingSpaces()
            default: break
            }
        }
        guard let name = Self.parameter("name", of: disposition) else { return false }
        if let filename = Self.parameter("filename", of: disposition) {
            files[name] = File(filename: filename, contentType: type, bytes: content)
        } else {
            fields.append((name, String(decoding: content, as: UTF8.self)))
        }
        return true
    }

    /// The value of `name=…` or `name="…"` in a header.
    private static func parameter(_ name: String, of header: String) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            let halves = part.split(separator: "=", maxSplits: 1)
            guard halves.count == 2, halves[0].trimmingSpaces().lowercased() == name else { continue }
            return halves[1].trimmingSpaces().trimmingCharacters("\"")
        }
        return nil
    }
}
