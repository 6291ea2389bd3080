import Cryptography
import IntegrationKit
import OutboundHTTP

/// A form with one file (RFC 7578).
struct MultipartBody {
    let contentType: String
    /// The file is read while it is sent.
    let content: HTTPContent

    /// - Parameter part: What the file's part is called.
    init(file: FileStream, as part: String = "file", fields: [(name: String, value: String)]) {
        // Of 128 random bits: it stands nowhere in the file.
        let boundary = "ik-" + Hex.encode(SecureRandom.bytes(16))
        var bytes: [UInt8] = []
        for field in fields {
            bytes += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field.name)\"\r\n\r\n\(field.value)\r\n".utf8)
        }
        // Nothing in a name may end the line or the quotes.
        let name = file.name.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline && $0 != "\0" }
        let type = file.mimeType.filter { $0.isASCII && !$0.isNewline && $0 != "\0" }
        bytes += Array(
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part)\"; filename=\"\(name)\"\r\nContent-Type: \(type)\r\n\r\n"
                .utf8)
        content = HTTPContent(bytes) + HTTPContent(file) + HTTPContent(Array("\r\n--\(boundary)--\r\n".utf8))
        contentType = "multipart/form-data; boundary=\(boundary)"
    }
}

extension HTTPContent {
    /// A file, read while it is sent.
    init(_ file: FileStream) { self.init(count: file.size, next: file.next) }
}
