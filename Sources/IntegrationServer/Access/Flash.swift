#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Cryptography
internal import HTTPTypes
package import Hummingbird
internal import IntegrationKit

/// A message that is shown once, on the page after a redirect. It travels in a short-lived cookie that only this server
/// can write.
package struct Flash: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable { case success, error, info }

    package let kind: Kind
    package let title: String
    package let text: String

    package init(_ kind: Kind, title: String, text: String = "") {
        self.kind = kind
        self.title = String(title.prefix(200))
        self.text = String(text.prefix(800))
    }

    private static let lifetime = 60

    /// Sends it along with a redirect.
    package func set(on response: inout Response, access: Access) {
        let expiry = Int(access.clock().timeIntervalSince1970) + Self.lifetime
        let content: JSON = [
            "kind": .string(kind.rawValue), "title": .string(title), "text": .string(text),
            "expires": .number(JSONNumber(expiry)),
        ]
        response.headers.append(HTTPField(
            name: .setCookie, value: access.cookie(Self.name(access), SignedText.make(content, key: access.flashKey),
                maxAge: Self.lifetime)))
    }

    /// The message that came with the request; say ``clear(on:access:)`` on the response that shows it.
    package static func take(from request: Request, access: Access) -> Flash? {
        guard let text = Cookies.value(of: name(access), in: request.headers),
            let content = SignedText.open(text, key: access.flashKey),
            let expiry = content["expires"]?.int64Value, Double(expiry) >= access.clock().timeIntervalSince1970,
            let kind = content["kind"]?.stringValue.flatMap(Kind.init(rawValue:)),
            let title = content["title"]?.stringValue
        else { return nil }
        return Flash(kind, title: title, text: content["text"]?.stringValue ?? "")
    }

    package static func clear(on response: inout Response, access: Access) {
        response.headers.append(HTTPField(name: .setCookie, value: access.cookie(name(access), "", maxAge: 0)))
    }

    private static func name(_ access: Access) -> String { access.address.isSecure ? "__Host-flash" : "flash" }
}

/// A JSON value as text that only the holder of a key can have written: `base64url(json).base64url(hmac)`.
enum SignedText {
    static func make(_ content: JSON, key: [UInt8]) -> String {
        let bytes = content.bytes()
        return "\(Base64URL.encode(bytes)).\(Base64URL.encode(HMAC.sha256(bytes, key: key)))"
    }

    /// nil unless the signature is right.
    static func open(_ text: String, key: [UInt8]) -> JSON? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= 8192, parts.count == 2, let bytes = Base64URL.decode(parts[0]),
            let code = Base64URL.decode(parts[1]), ConstantTime.equals(code, HMAC.sha256(bytes, key: key))
        else { return nil }
        return try? JSON.parse(bytes)
    }
}
