import Cryptography

/// The two signature headers that Meta puts on a webhook, computed over the exact body bytes.
struct WebhookSignature: Equatable, Sendable {
    /// Value of `X-Hub-Signature-256`: `sha256=` and 64 lowercase hex digits.
    let sha256: String
    /// Value of the older `X-Hub-Signature`, which Meta still sends: `sha1=` and 40 lowercase hex digits.
    let sha1: String

    /// Signs `body` with the app secret, whose UTF-8 bytes are the key.
    init(of body: [UInt8], appSecret: String) {
        let key = Array(appSecret.utf8)
        sha256 = "sha256=" + Hex.encode(HMAC.sha256(body, key: key))
        sha1 = "sha1=" + Hex.encode(HMAC.sha1(body, key: key))
    }
}

/// `appsecret_proof`: lowercase hex of HMAC-SHA256 with the app secret as key and the access token as message.
enum AppSecretProof {
    /// Whether `proof` is the right one for `token`; compared in constant time.
    static func isValid(_ proof: String, token: String, appSecret: String) -> Bool {
        let expected = Hex.encode(HMAC.sha256(Array(token.utf8), key: Array(appSecret.utf8)))
        return ConstantTime.equals(Array(proof.utf8), Array(expected.utf8))
    }
}
