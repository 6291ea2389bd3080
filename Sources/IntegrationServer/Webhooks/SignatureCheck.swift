internal import Cryptography
internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit

/// Verifies a provider's signature over the bytes exactly as they were received.
struct SignatureCheck: Sendable {
    let signature: WebhookDescriptor.Signature

    /// - Parameter secrets: Every one is tried, and all of them always.
    func admits(_ body: ByteBuffer, headers: HTTPFields, secrets: [[UInt8]]) -> Bool {
        switch signature {
        case .none: return true
        case .hmac(let digest, let header, let prefix, let encoding, _):
            guard let name = HTTPField.Name(header), let value = Self.only(headers[values: name]),
                value.utf8.starts(with: prefix.utf8),
                let code = Self.decode(value.dropFirst(prefix.count), encoding)
            else { return false }
            var isAdmitted = false
            for secret in secrets where !secret.isEmpty {
                let expected = body.withUnsafeReadableBytes { Self.code(digest, $0, key: secret) }
                isAdmitted = ConstantTime.equals(expected, code) || isAdmitted
            }
            return isAdmitted
        }
    }

    /// Names of the env variables that hold the secrets.
    var secretNames: [String] {
        switch signature {
        case .none: []
        case .hmac(_, _, _, _, let secrets): secrets
        }
    }

    private static func only(_ values: [String]) -> String? { values.count == 1 ? values[0] : nil }

    private static func decode(_ text: Substring, _ encoding: WebhookDescriptor.Signature.Encoding) -> [UInt8]? {
        switch encoding {
        case .hex: Hex.decode(text)
        case .base64: Base64.decode(text)
        case .base64URL: Base64URL.decode(text)
        }
    }

    private static func code(
        _ digest: WebhookDescriptor.Signature.Digest, _ body: UnsafeRawBufferPointer, key: [UInt8]
    ) -> [UInt8] {
        switch digest {
        case .sha1: HMAC.sha1(body, key: key)
        case .sha256: HMAC.sha256(body, key: key)
        case .sha512: HMAC.sha512(body, key: key)
        }
    }
}
