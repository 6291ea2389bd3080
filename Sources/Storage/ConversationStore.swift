#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit

/// Reads of conversations and messages. Writes of units of work go through ``Store/commit(_:in:)``.
public protocol ConversationStore: Sendable {
    /// Newest first.
    ///
    /// - Parameters:
    ///   - channels: Those whose channel is open, or closed; nil for all.
    ///   - after: The last conversation of the page before, nil for the first page.
    ///   - limit: 1 to 200.
    func conversations(
        of installation: InstallationID, channels: ChannelState?, after: ConversationID?, limit: Int
    ) async throws(StorageError) -> [Conversation]
    /// Whether a channel that is closed has conversations.
    func hasClosedConversations(of installation: InstallationID) async throws(StorageError) -> Bool
    /// The one with this id, or the one that it has become part of.
    func conversation(_ id: ConversationID, of installation: InstallationID) async throws(StorageError) -> Conversation?
    /// The one with whoever is known by this address or id; else with who left it last.
    func conversation(
        channel: ChannelID, address: String, of installation: InstallationID
    ) async throws(StorageError) -> Conversation?

    /// A page of messages in the order in which they are read, oldest first.
    ///
    /// - Parameters:
    ///   - before: Gives the messages before this one; nil for the newest page.
    ///   - limit: 1 to 200.
    func messages(
        of conversation: ConversationID, in installation: InstallationID, before: MessageID?, limit: Int
    ) async throws(StorageError) -> [Message]
    func message(_ id: MessageID, in installation: InstallationID) async throws(StorageError) -> Message?

    /// ``NewMessage/content`` of a message.
    func content(of id: MessageID, in installation: InstallationID) async throws(StorageError) -> JSON?
    /// The channel's message with this provider id.
    func message(
        channel: ChannelID, remoteID: String, in installation: InstallationID
    ) async throws(StorageError) -> Message?
    /// How messages fare. In no order; those that are not there are left out.
    ///
    /// - Parameter messages: At most 1000.
    func states(of messages: [MessageID], in installation: InstallationID) async throws(StorageError) -> [MessageState]
    /// Deletes messages of all installations that are older and are not on their way out, and conversations that have none
    /// left: for a store that keeps copies of what another platform keeps. - Returns: how many messages.
    @discardableResult
    func purgeMessages(olderThan date: Date) async throws(StorageError) -> Int
}

/// Whether messages can go through a channel.
public enum ChannelState: String, Hashable, Sendable, CaseIterable {
    case open, closed
}

extension ConversationStore {
    /// Of open and closed channels.
    public func conversations(
        of installation: InstallationID, after: ConversationID?, limit: Int
    ) async throws(StorageError) -> [Conversation] {
        try await conversations(of: installation, channels: nil, after: after, limit: limit)
    }
}

/// Where a message stands.
public struct MessageReference: Hashable, Sendable {
    public let id: MessageID
    public let conversation: ConversationID
    public let installation: InstallationID

    public init(id: MessageID, conversation: ConversationID, installation: InstallationID) {
        self.id = id
        self.conversation = conversation
        self.installation = installation
    }
}
