/// How a provider proves that a request is its own. Generated from `webhooks.<handle>.signature`; verified over the
/// received bytes, in constant time, before anything of the body is believed.
public struct WebhookSignature: Hashable, Sendable {
    public enum Digest: String, Hashable, Sendable { case sha1, sha256, sha512 }
    public enum Encoding: String, Hashable, Sendable { case hex = "HEX", base64 = "BASE64", base64URL = "BASE64URL" }

    public enum Style: Hashable, Sendable {
        /// HMAC of ``WebhookSignature/message`` (RFC 2104).
        case hmac(Digest)
        /// A signature of ``WebhookSignature/message`` that one of the provider's public keys verifies.
        case publicKey(PublicKeys)
        /// The secret itself, compared.
        case token
        /// Meta's form field `signed_request`: a Base64URL HMAC-SHA256, a dot, and the Base64URL payload that it signs.
        /// https://developers.facebook.com/docs/facebook-login/guides/advanced/oidc-token
        case signedRequest
        /// `webhook-id`, `webhook-timestamp`, `webhook-signature`: https://www.standardwebhooks.com
        case standardWebhooks
        /// `X-Twilio-Signature`: Base64 HMAC-SHA1 over the address and the sorted fields of the form.
        /// https://www.twilio.com/docs/usage/security
        case twilio
        /// `Authorization: Bearer` and the secret (RFC 6750).
        case bearer
        /// `Authorization: Basic` and the secret, which is `user:password` (RFC 7617).
        case basic
        /// Nothing is verified. The manifest has to say so.
        case none
    }

    /// How public keys are remembered; the handler ``WebhookKeySource`` gives them.
    public struct PublicKeys: Hashable, Sendable {
        public enum Algorithm: String, Hashable, Sendable { case ed25519, rsaSHA256, ecdsaSHA256 }

        public let algorithm: Algorithm
        /// Where the key's name is; nil when every key is tried.
        public let keyID: RequestValue?
        public let cache: Duration
        /// Whether the handler is asked again for a key that nobody knows.
        public let refetchesOnMiss: Bool
        /// The handler is asked no more often than this.
        public let minimumInterval: Duration

        public init(
            _ algorithm: Algorithm, keyID: RequestValue? = nil, cache: Duration = .seconds(43_200),
            refetchesOnMiss: Bool = true, minimumInterval: Duration = .seconds(60)
        ) {
            self.algorithm = algorithm
            self.keyID = keyID
            self.cache = cache
            self.refetchesOnMiss = refetchesOnMiss
            self.minimumInterval = minimumInterval
        }
    }

    /// A piece of what is signed.
    public enum MessagePart: Hashable, Sendable {
        case text(String)
        /// The body's bytes as they were received.
        case body
        /// The whole address under which providers know the webhook.
        case url
        case path
        case method
        case timestamp
        case value(RequestValue)
    }

    /// How a value with several parts is taken apart.
    public enum ValueSplit: Hashable, Sendable {
        /// `k=v,k=v`, where `signature`-like keys may come several times: the value of `v1`, `v0` or `signature`.
        case pairs
        /// Named parts between marks; the part `signature` is what is verified.
        case parts([Part])

        public enum Part: Hashable, Sendable {
            case text(String)
            case name(String)
        }
    }

    /// Where a secret is kept.
    public enum SecretName: Hashable, Sendable, ExpressibleByStringLiteral {
        /// An environment variable.
        case variable(String)
        /// Data of the registration.
        case registration(String)

        public init(stringLiteral name: String) { self = .variable(name) }
    }

    public let style: Style
    /// Where the signature is; nil where the style says it.
    public let source: RequestValue?
    /// What stands before the signature, `sha256=`; empty for nothing.
    public let prefix: String
    public let encoding: Encoding
    public let message: [MessagePart]
    public let split: ValueSplit?
    public let timestamp: RequestValue?
    /// How far the time of signing may be from now.
    public let tolerance: Duration?
    /// What is refused the second time within twice the tolerance.
    public let nonce: RequestValue?
    /// Each is tried, more than one during a rotation.
    public let secrets: [SecretName]

    public init(
        _ style: Style, from source: RequestValue? = nil, prefix: String = "", encoding: Encoding = .hex,
        over message: [MessagePart] = [.body], split: ValueSplit? = nil, timestamp: RequestValue? = nil,
        tolerance: Duration? = nil, nonce: RequestValue? = nil, secrets: [SecretName] = []
    ) {
        self.style = style
        self.source = source
        self.prefix = prefix
        self.encoding = encoding
        self.message = message
        self.split = split
        self.timestamp = timestamp
        self.tolerance = tolerance
        self.nonce = nonce
        self.secrets = secrets
    }
}

/// A place in a request.
public enum RequestValue: Hashable, Sendable {
    /// Names are compared without regard to case.
    case header(String)
    /// A field of a form body.
    case form(String)
    case query(String)
    /// By keys from the top of a JSON body.
    case json([String])
    /// A part of the value that ``WebhookSignature/split`` takes apart.
    case parsed(String)
}
