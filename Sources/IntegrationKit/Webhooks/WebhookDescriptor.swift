/// The facts about a webhook that its front door needs. Generated from `webhooks.<handle>`.
public struct WebhookDescriptor: Sendable {
    public enum Level: String, Hashable, Sendable {
        /// One registration for the whole app; the payload says whose an event is.
        case app = "APP"
        case installation = "INSTALLATION"
        /// One a call of a handler, with data of its own.
        case action = "ACTION"
    }

    /// How the provider signs a request.
    public enum Signature: Hashable, Sendable {
        public enum Digest: String, Hashable, Sendable { case sha1, sha256, sha512 }
        public enum Encoding: String, Hashable, Sendable { case hex = "HEX", base64 = "BASE64", base64URL = "BASE64URL" }

        /// HMAC over the received bytes.
        ///
        /// - Parameters:
        ///   - prefix: What stands before the digest in the header, `sha256=`; empty for nothing.
        ///   - secrets: Names of the env variables whose values are tried, more than one during a rotation.
        case hmac(Digest, header: String, prefix: String, encoding: Encoding, secrets: [String])
        /// Nothing is verified. The manifest has to say so.
        case none
    }

    /// How the provider makes sure that the address is ours.
    public enum Challenge: Hashable, Sendable {
        /// `GET ?hub.mode=subscribe&hub.challenge=…&hub.verify_token=…`, answered with the challenge as plain text.
        /// - Parameter token: Name of the env variable with the expected token.
        case hub(token: String)
    }

    /// Which channel an event of an APP webhook belongs to.
    public struct Route: Hashable, Sendable {
        /// Handle of the channel. The payload yields the channel's identifier.
        public let channel: String
        public init(channel: String) { self.channel = channel }
    }

    public let handle: String
    public let label: String
    public let description: String
    public let methods: [String]
    public let level: Level
    public let signature: Signature
    public let challenge: Challenge?
    public let route: Route?
    /// Bytes. A larger body is refused with 413 before it is read whole.
    public let maximumBodySize: Int

    public init(
        handle: String, label: String, description: String, methods: [String], level: Level, signature: Signature,
        challenge: Challenge?, route: Route?, maximumBodySize: Int
    ) {
        self.handle = handle
        self.label = label
        self.description = description
        self.methods = methods
        self.level = level
        self.signature = signature
        self.challenge = challenge
        self.route = route
        self.maximumBodySize = maximumBodySize
    }
}
