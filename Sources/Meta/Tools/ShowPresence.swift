import GraphAPI
import IntegrationKit

extension ShowPresence: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        _ = try await context.connection
        if let channel = try await find(input.channelID, in: context.channels.whatsApp.all()) {
            try await onWhatsApp(input, channel, context)
            return Output()
        }
        let onPages = [
            (PageProduct.messenger, try await context.channels.messenger.all()),
            (.instagram, try await context.channels.instagram.all()),
        ]
        for (product, channels) in onPages {
            guard let channel = find(input.channelID, in: channels) else { continue }
            let page = try await PageAccess(context.models).page(for: channel)
            let signal: PageSignal = input.presence == .read ? .seen : input.presence == .typing ? .typing : .typingEnded
            try await context.graph.call(as: page) { client, token throws(GraphFailure) in
                try await client.show(signal, to: input.address, from: page.id, with: token)
            }
            context.log.debug("presence shown", metadata: ["product": "\(product.rawValue)"])
            return Output()
        }
        throw ToolFailure.notFound("channel", input.channelID, field: "channel_id")
    }

    private static func find(_ id: String, in channels: [ChannelRecord]) -> ChannelRecord? {
        channels.first { $0.id.rawValue == id }
    }

    /// WhatsApp shows typing together with what was read, until a message is sent or 25 seconds are over.
    private static func onWhatsApp(_ input: Input, _ channel: ChannelRecord, _ context: Context) async throws {
        guard input.presence != .typingEnded else { return }
        guard let messageID = input.messageID else {
            throw ToolFailure.invalid("message_id", "WhatsApp shows presence on a message of theirs: its id is needed.")
        }
        let number = try await context.models.whatsAppPhoneNumber.first(where: .equal(.phone, channel.identifier))
        guard let number else { throw ToolFailure.notFound("WhatsApp number", channel.identifier, field: "channel_id") }
        try await context.graph.call { client, token throws(GraphFailure) in
            try await client.markRead(
                messageID, showsTyping: input.presence == .typing, from: number.phoneNumberID, with: token)
        }
    }
}
