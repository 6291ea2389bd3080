import IntegrationKit

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A reaction that Meta has taken from us. It stands on the message that it is for.
struct OwnReaction {
    /// Meta's id of the message that it is for.
    let target: String
    /// nil when it was taken back.
    let emoji: String?
    /// Meta's id of the reaction itself.
    let id: String?

    func note(from channel: MessageChannel, to address: String, in context: ToolContext<Meta>) async throws {
        guard let id else { return }
        let now = Date()
        try await context.session.amend(
            MessageAmendment(
                remoteID: target, change: .reaction(by: MessageAmendment.ours, emoji: emoji), occurredAt: now,
                otherwise: InboundMessage(
                    remoteID: id, direction: .outbound, address: address, contactName: nil, kind: "reaction",
                    text: emoji ?? "", content: .null, replyTo: target, sentAt: now)),
            on: ChannelID(channel.id))
    }
}
