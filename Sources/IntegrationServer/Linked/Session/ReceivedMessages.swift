package import IntegrationKit

/// Knows which messages that came in were passed on to the platform, which does not know them again. Durable, and the same
/// for all servers of an integration.
package protocol ReceivedMessages: Sendable {
    /// Claims a message for the unit of work that is to pass it on, until ``keep(_:in:)`` or ``forget(_:in:)``.
    ///
    /// - Returns: false when it was passed on before.
    /// - Throws: ``PlatformFailure`` when somebody else is passing it on at this moment: who tries again later learns what
    ///   came of it.
    func claim(_ message: ReceivedMessage, in installation: InstallationID) async throws(PlatformFailure) -> Bool
    /// It was passed on. Never throws: a note that cannot be kept costs no more than that the message may come twice.
    func keep(_ message: ReceivedMessage, in installation: InstallationID) async
    /// It was not passed on after all.
    func forget(_ message: ReceivedMessage, in installation: InstallationID) async
}

/// A message as its provider names it.
package struct ReceivedMessage: Hashable, Sendable {
    /// The platform's id of it.
    let channel: ChannelID
    let remoteID: String
}
