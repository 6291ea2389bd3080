import GraphAPI
import IntegrationKit

extension ReactToMessage: ToolHandler {
    /// A reaction is no message of its own: it stands on the one that it is for.
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let address = input.recipient.address
        guard !address.isEmpty else {
            throw ToolFailure.invalid("recipient.address", "The message has no recipient.")
        }
        _ = try await context.connection
        let id: String?
        if let product = PageProduct.allCases.first(where: { $0.channel == input.channel.handle }) {
            let page = try await PageAccess(context.models).page(
                handle: input.channel.handle, identifier: input.channel.identifierValue)
            let send = PageSend(product, to: .person(address), .reaction(to: input.messageID, emoji: input.emoji))
            try send.checkLimits()
            id = try await context.graph.call(isSend: true, as: page) { client, token throws(GraphFailure) in
                try await client.send(send, from: page.id, with: token).id
            }
        } else {
            let number = try await context.whatsAppNumber(of: input.channel)
            let send = WhatsAppSend(
                to: .init(address: address), .reaction(to: input.messageID, emoji: input.emoji), replyTo: nil,
                callbackData: nil)
            try send.checkLimits()
            id = try await context.graph.call(isSend: true) { client, token throws(GraphFailure) in
                try await client.send(send, from: number.phoneNumberID, with: token).id
            }
        }
        // Of reactions over Messenger and Instagram Meta tells no id.
        try await OwnReaction(
            target: input.messageID, emoji: input.emoji, id: id ?? "reaction-\(input.messageID)"
        ).note(from: input.channel, to: address, in: context)
        return Output()
    }
}
