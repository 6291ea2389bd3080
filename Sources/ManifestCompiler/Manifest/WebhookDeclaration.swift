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
        /// The handler's answer is the answer.
        case callback = "CALLBACK"
    }

    /// How much one registration covers.
    package enum Level: String, Sendable, Hashable, CaseIterable {
        /// The provider has one callback for the whole app.
        case app = "APP"
        case installation = "INSTALLATION"
        /// One for each time that a handler asks for it.
        case action = "ACTION"
    }

    package enum BodyKind: String, Sendable, Hashable, CaseIterable {
        case json = "JSON"
        case form = "FORM"
        /// `multipart/form-data`; fields only, never files.
        case multipart = "MULTIPART"
        case raw = "RAW"
    }

    /// Duties that a provider lays upon its apps.
    package enum Compliance: String, Sendable, Hashable, CaseIterable {
        case deauthorize = "DEAUTHORIZE"
        case dataDeletion = "DATA_DELETION"
    }

    /// Moments that a handler is told of.
    package enum Moment: String, Sendable, Hashable, CaseIterable {
        case appInstalled = "APP_INSTALLED"
        case appUninstalled = "APP_UNINSTALLED"
        case versionProvisioned = "VERSION_PROVISIONED"
        case versionDeprovisioned = "VERSION_DEPROVISIONED"
        case channelCreated = "CHANNEL_CREATED"
        case channelUpdated = "CHANNEL_UPDATED"
        case channelDeleted = "CHANNEL_DELETED"
    }

    package var heading: Heading
    package var methods: [Method]
    package var mode: Mode
    package var challenge: WebhookChallenge?
    package var signature: WebhookSignature
    package var level: Level
    /// Always there for level APP.
    package var route: WebhookRoute?
    /// Data given when it is registered.
    package var registration = Declarations<FieldDeclaration>()
    package var expiry: ManifestDuration?
    package var payload: WebhookPayload
    package var body: BodyKind
    package var maximumBody: ByteCount?
    package var batch: EventBatch?
    package var retry: WebhookRetry?
    package var timeout: ManifestDuration?
    package var answer: FixedAnswer?
    package var answerOnFailure: FixedAnswer?
    package var answerOnRefusal: FixedAnswer?
    package var ignored: [IgnoredRequest] = []
    package var storesCallbacks = false
    package var compliance: Compliance?
    package var moments: [Moment] = []
}

/// How a provider asks whether the address is ours.
package struct WebhookChallenge: Sendable, Hashable {
    package enum Style: String, Sendable, Hashable, CaseIterable {
        /// `hub.mode`, `hub.verify_token`, `hub.challenge` (WebSub; Meta).
        case hub = "HUB"
        /// A request without a signature is answered, and nothing else comes of it.
        case unsigned = "UNSIGNED"
    }

    package var style: Style
    /// The secret that the provider must know; of HUB.
    package var token: SecretReference?
    /// Of UNSIGNED.
    package var answer: FixedAnswer
    package var span: SourceSpan
}

/// How an event of an APP webhook finds its installation.
package struct WebhookRoute: Sendable, Hashable {
    package enum Source: Sendable, Hashable {
        /// The Swift payload yields the channel's identifier.
        case payload
        case request(RequestSource)
    }

    package var channel: Reference
    package var source: Source
    package var sourceSpan: SourceSpan
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

/// How a payload without a Swift type is split into events.
package struct EventBatch: Sendable, Hashable {
    /// `nil`: the body is the event.
    package var events: JSONPath?
    /// Keys from the event to what identifies it; `nil`: all of it.
    package var identity: [String]?
    /// Keys from the event to what its order hangs on.
    package var order: [String]?
    /// The first of the keys that say so.
    package var span: SourceSpan
}

package struct WebhookRetry: Sendable, Hashable {
    package var policy: RetryPolicy
    package var keepsDeadLetters: Bool
}

/// What is answered, the same each time.
package struct FixedAnswer: Sendable, Hashable {
    package var status: Int?
    package var contentType: String?
    package var body: String?
    package var span: SourceSpan
}

/// A request in which all of these are so is answered and dropped.
package struct IgnoredRequest: Sendable, Hashable {
    package struct Condition: Sendable, Hashable {
        package var source: RequestSource
        package var value: String
    }

    package var conditions: [Condition]
    package var span: SourceSpan
}
