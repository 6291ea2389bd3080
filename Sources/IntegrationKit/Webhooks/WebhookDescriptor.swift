/// The facts about a webhook that its front door needs. Generated from `webhooks.<handle>`.
public struct WebhookDescriptor: Sendable {
    public enum Level: String, Hashable, Sendable {
        /// One registration for the whole app; the payload says whose an event is.
        case app = "APP"
        case installation = "INSTALLATION"
        /// One a call of a handler, with data of its own.
        case action = "ACTION"
    }

    /// How the provider makes sure that the address is ours.
    public enum Challenge: Hashable, Sendable {
        /// `GET ?hub.mode=subscribe&hub.challenge=…&hub.verify_token=…`, answered with the challenge as plain text.
        case hub(token: WebhookSignature.SecretName)
        /// A request without a signature is answered so, and nothing is stored.
        case unsigned(FixedAnswer)
    }

    /// Which channel an event of an APP webhook belongs to. The payload yields the channel's identifier.
    public struct Route: Hashable, Sendable {
        /// Handle of the channel.
        public let channel: String
        public init(channel: String) { self.channel = channel }
    }

    public enum Body: String, Hashable, Sendable {
        case json = "JSON", form = "FORM", multipart = "MULTIPART", raw = "RAW"
    }

    /// What is answered, the same each time.
    public struct FixedAnswer: Hashable, Sendable {
        public let status: Int
        public let contentType: String?
        public let body: String

        public init(status: Int = 200, contentType: String? = nil, body: String = "") {
            self.status = status
            self.contentType = contentType
            self.body = body
        }
    }

    /// A request in which all of these are so is answered and dropped.
    public struct IgnoredRequest: Hashable, Sendable {
        public struct Condition: Hashable, Sendable {
            public let source: RequestValue
            public let value: String

            public init(_ source: RequestValue, _ value: String) {
                self.source = source
                self.value = value
            }
        }

        public let conditions: [Condition]
        public init(_ conditions: [Condition]) { self.conditions = conditions }
    }

    public let handle: String
    public let label: String
    public let description: String
    public let methods: [String]
    public let level: Level
    public let signature: WebhookSignature
    public let challenge: Challenge?
    public let route: Route?
    public let body: Body
    /// Bytes. A larger body is refused with 413 before it is read whole.
    public let maximumBodySize: Int
    /// What is kept of a request: its body as it came, or a ``WebhookRequest`` for payloads that want more of it.
    public let keepsRequest: Bool
    /// To a delivery that was taken; of a callback, what the handler's answer has unless it says it.
    public let answer: FixedAnswer
    /// When a callback's handler fails or takes too long.
    public let answerOnFailure: FixedAnswer
    /// To a bad signature.
    public let answerOnRefusal: FixedAnswer?
    public let ignored: [IgnoredRequest]
    /// Of the handler, for one event.
    public let timeout: Duration
    public let retry: Retry?

    /// How an event is repeated whose handler failed; nil for the runtime's own way.
    public struct Retry: Hashable, Sendable {
        /// The first time included.
        public let attempts: Int
        public let keepsDeadLetters: Bool

        public init(attempts: Int, keepsDeadLetters: Bool = true) {
            self.attempts = attempts
            self.keepsDeadLetters = keepsDeadLetters
        }
    }

    public init(
        handle: String, label: String, description: String, methods: [String], level: Level,
        signature: WebhookSignature, challenge: Challenge? = nil, route: Route? = nil, body: Body = .json,
        maximumBodySize: Int, keepsRequest: Bool = false, answer: FixedAnswer = FixedAnswer(),
        answerOnFailure: FixedAnswer = FixedAnswer(status: 500), answerOnRefusal: FixedAnswer? = nil,
        ignored: [IgnoredRequest] = [], timeout: Duration = .seconds(30), retry: Retry? = nil
    ) {
        self.handle = handle
        self.label = label
        self.description = description
        self.methods = methods
        self.level = level
        self.signature = signature
        self.challenge = challenge
        self.route = route
        self.body = body
        self.maximumBodySize = maximumBodySize
        self.keepsRequest = keepsRequest
        self.answer = answer
        self.answerOnFailure = answerOnFailure
        self.answerOnRefusal = answerOnRefusal
        self.ignored = ignored
        self.timeout = timeout
        self.retry = retry
    }
}
