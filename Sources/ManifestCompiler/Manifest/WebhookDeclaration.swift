/// An entry of `webhooks:`.
package struct WebhookDeclaration: Declaration {
    package enum Method: String, Sendable, Hashable, CaseIterable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
    }

    package enum Mode: String, Sendable, Hashable, CaseIterable {
        /// Kept durably and answered at once.
        case webhook = "WEBHOOK"
    }

    /// How much one registration covers.
    package enum Level: String, Sendable, Hashable, CaseIterable {
        /// The provider has one callback for the whole app.
        case app = "APP"
        case installation = "INSTALLATION"
    }

    package enum BodyKind: String, Sendable, Hashable, CaseIterable {
        case json = "JSON"
        case raw = "RAW"
    }

    package var heading: Heading
    package var methods: [Method]
    package var mode: Mode
    package var challenge: WebhookChallenge?
    package var signature: WebhookSignature
    package var level: Level
    /// Always there for level APP.
    package var route: WebhookRoute?
    package var payload: WebhookPayload
    package var body: BodyKind
    package var maximumBody: ByteCount?
    package var timeout: ManifestDuration?
}

/// How a provider asks whether the address is ours.
package struct WebhookChallenge: Sendable, Hashable {
    package enum Style: String, Sendable, Hashable, CaseIterable {
        /// `hub.mode`, `hub.verify_token`, `hub.challenge` (WebSub; Meta).
        case hub = "HUB"
    }

    package var style: Style
    /// The variable with the token that the provider must know.
    package var token: Reference
}

/// How a request is proven to be the provider's.
package struct WebhookSignature: Sendable, Hashable {
    package enum Style: String, Sendable, Hashable, CaseIterable {
        case hmacSHA1 = "HMAC_SHA1"
        case hmacSHA256 = "HMAC_SHA256"
        case hmacSHA512 = "HMAC_SHA512"
        /// The header is compared with the secret.
        case headerToken = "HEADER_TOKEN"
        /// Nothing is checked; warned about.
        case none = "NONE"
    }

    package enum Encoding: String, Sendable, Hashable, CaseIterable {
        case hex = "HEX"
        case base64 = "BASE64"
        case base64URL = "BASE64URL"
    }

    package var style: Style
    /// Name of the header with the signature; `nil` for NONE only.
    package var header: String?
    /// Text before the signature in the header; empty if none.
    package var prefix: String
    package var encoding: Encoding
    /// One, or several during a rotation; the first is the newest. Empty for NONE only.
    package var secrets: [Reference]
    package var span: SourceSpan
}

/// How an event of an APP webhook finds its installation.
package struct WebhookRoute: Sendable, Hashable {
    package enum Source: Sendable, Hashable {
        /// The Swift payload yields the channel's identifier.
        case payload
    }

    package var channel: Reference
    package var source: Source
}

/// What a handler gets.
package enum WebhookPayload: Sendable, Hashable {
    /// A Swift type of a hand-written module, for example `GraphAPI.WebhookPayload`.
    case swiftType(String, at: SourceSpan)
    /// A record of `types:`.
    case record(Reference)
    /// The request itself.
    case request
}
