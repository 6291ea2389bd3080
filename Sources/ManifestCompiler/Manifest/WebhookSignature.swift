/// How a request is proven to be the provider's.
package struct WebhookSignature: Sendable, Hashable {
    package enum Style: String, Sendable, Hashable, CaseIterable {
        case hmacSHA1 = "HMAC_SHA1"
        case hmacSHA256 = "HMAC_SHA256"
        case hmacSHA512 = "HMAC_SHA512"
        /// Meta's form field `signed_request`.
        case signedRequest = "SIGNED_REQUEST"
        /// https://www.standardwebhooks.com
        case standardWebhooks = "STANDARD_WEBHOOKS"
        /// Twilio's over the address and the sorted fields of the form.
        case twilio = "TWILIO"
        /// The header is compared with the secret.
        case headerToken = "HEADER_TOKEN"
        /// A public key of a handler's verifies it.
        case publicKey = "PUBLIC_KEY"
        /// `Authorization: Bearer`, compared with the secret.
        case bearer = "BEARER"
        /// `Authorization: Basic`, compared with the secret `user:password`.
        case basic = "BASIC"
        /// Nothing is checked; warned about.
        case none = "NONE"
    }

    package enum Encoding: String, Sendable, Hashable, CaseIterable {
        case hex = "HEX"
        case base64 = "BASE64"
        case base64URL = "BASE64URL"
    }

    package enum PublicKeyAlgorithm: String, Sendable, Hashable, CaseIterable {
        case ed25519 = "ED25519"
        case rsaSHA256 = "RSA_SHA256"
        case ecdsaSHA256 = "ECDSA_SHA256"
    }

    /// How long public keys are remembered.
    package struct PublicKeys: Sendable, Hashable {
        package var cache = ManifestDuration(milliseconds: 12 * 3_600_000)
        package var refetchesOnMiss = true
        package var minimumInterval = ManifestDuration(milliseconds: 60_000)
    }

    package var style: Style
    /// Where the signature is; `nil` where the style says it, and for NONE.
    package var source: RequestSource?
    /// Text before the signature; empty if none.
    package var prefix: String
    package var encoding: Encoding
    /// One, or several during a rotation; the first is the newest.
    package var secrets: [SecretReference]
    /// What is signed; `nil`: the body.
    package var message: SignedTemplate?
    /// How the value at `source` is split.
    package var split: SignedTemplate?
    package var timestamp: RequestSource?
    package var tolerance: ManifestDuration?
    package var nonce: RequestSource?
    package var algorithm: PublicKeyAlgorithm?
    package var keyID: RequestSource?
    package var keys = PublicKeys()
    package var span: SourceSpan
    /// The keys that are written, with their places.
    package var written: [String: SourceSpan] = [:]
}

/// A text with names in braces: `{timestamp}.{body}`.
package struct SignedTemplate: Sendable, Hashable {
    package enum Part: Sendable, Hashable {
        case text(String)
        case name(Reference)
    }

    package var parts: [Part]
    package var text: String
    package var span: SourceSpan

    package var names: [Reference] {
        parts.compactMap { if case .name(let name) = $0 { name } else { nil } }
    }
}

/// A secret: an environment variable, or data of the registration.
package struct SecretReference: Sendable, Hashable {
    package enum Place: Sendable, Hashable { case variable, registration }

    package var place: Place
    /// The variable, or the field of `registration:`.
    package var name: Reference

    /// `registration.NAME` or the name of a variable.
    package init(_ reference: Reference) {
        let prefix = "registration."
        if reference.handle.hasPrefix(prefix) {
            place = .registration
            name = Reference(String(reference.handle.dropFirst(prefix.count)), at: reference.span)
        } else {
            place = .variable
            name = reference
        }
    }
}
