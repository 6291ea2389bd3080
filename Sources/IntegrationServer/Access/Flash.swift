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
        self.title = Self.cut(title, to: Self.maximumTitle)
        self.text = Self.cut(text, to: Self.maximumText)
    }

    /// Bytes of the two as JSON. In base64, with the signature and the attributes, the cookie stays below the 4096
    /// bytes that browsers take (RFC 6265 section 6.1).
    private static let maximumTitle = 600
    private static let maximumText = 1900

    private static func cut(_ text: String, to limit: Int) -> String {
        func size(_ scalar: Unicode.Scalar) -> Int {
            switch scalar {
            case "\"", "\\": 2
            case "\u{0}"..<" ": 6
            default: UTF8.width(scalar)
            }
        }
        guard text.unicodeScalars.reduce(0, { $0 + size($1) }) > limit else { return text }
        var kept = String.UnicodeScalarView()
        var left = limit - UTF8.width("…")
        for scalar in text.unicodeScalars {
            left -= size(scalar)
            guard left >= 0 else { break }
            kept.append(scalar)
        }
        return String(kept) + "…"
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

    private static func name(_ access: Access) -> String { access.cookieName("flash") }
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
