package import IntegrationKit

/// Sends the messages of units of work that have been committed.
package protocol LinkedOutbox: Sendable {
    /// Whether it takes any.
    var isOpen: Bool { get }
    /// Takes messages over: when it returns they will be sent, in their order within each conversation.
    ///
    /// - Throws: ``PlatformFailure`` when none was taken.
    func take(_ messages: [LinkedMessage], from call: LinkedCall) async throws(PlatformFailure)
    /// How messages fare that were taken. Those that are not known are left out.
    func states(of messages: [MessageID], in installation: InstallationID) async throws(PlatformFailure) -> [MessageState]
}

/// A message that a handler sends.
package struct LinkedMessage: Sendable {
    package let id: MessageID
    /// With the platform's id.
    package let channel: ChannelRecord
    /// Wire name of the send tool.
    package let tool: String
    /// The tool's arguments, whole: with `channel`, and with ``id`` as `message.id`.
    package let arguments: JSON
}

/// For compositions that cannot send by themselves: `context.channels….send` is refused.
package struct NoLinkedOutbox: LinkedOutbox {
    package init() {}

    package var isOpen: Bool { false }

    package func take(_ messages: [LinkedMessage], from call: LinkedCall) async throws(PlatformFailure) {
        throw .unavailable(reason: "this server sends no messages of its own")
    }

    package func states(
        of messages: [MessageID], in installation: InstallationID
    ) async throws(PlatformFailure) -> [MessageState] { [] }
}
