import Cryptography

/// A file that browsers load and keep: its address has the digest of its bytes, so that a new version is another file.
package struct StaticAsset: Sendable {
    package let name: String
    package let contentType: String
    package let bytes: [UInt8]
    /// The first half of the SHA-256 digest, in hexadecimal.
    package let version: String

    init(name: String, contentType: String, bytes: [UInt8]) {
        self.name = name
        self.contentType = contentType
        self.bytes = bytes
        self.version = Hex.encode(SHA256.hash(bytes).prefix(16))
    }

    var path: String { "/static/\(name)?v=\(version)" }
    var entityTag: String { "\"\(version)\"" }

    static let stylesheet = StaticAsset(
        name: "app.css", contentType: "text/css; charset=utf-8", bytes: PackageResources.app_css)
    static let script = StaticAsset(
        name: "app.js", contentType: "text/javascript; charset=utf-8", bytes: PackageResources.app_js)
    static let icon = StaticAsset(
        name: "favicon.svg", contentType: "image/svg+xml", bytes: PackageResources.favicon_svg)

    package static let all = [stylesheet, script, icon]
}
