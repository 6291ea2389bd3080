/// What other workplaces have of the same things at the provider. Whose they are is not told.
public struct SharedWithOthers: Hashable, Sendable {
    public struct Channel: Hashable, Sendable {
        /// Of the manifest's channel.
        public let handle: String
        public let identifier: String

        public init(handle: String, identifier: String) {
            self.handle = handle
            self.identifier = identifier
        }
    }

    /// Whether the person who connected this workplace has connected another one, too.
    public let account: Bool
    /// The channels that are open in another workplace, too.
    public let channels: Set<Channel>

    public init(account: Bool = false, channels: Set<Channel> = []) {
        self.account = account
        self.channels = channels
    }
}
