import GraphAPI
import IntegrationKit

extension SendMessenger: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        try await PageMessageSending(
            product: .messenger, channel: input.channel, address: try Recipient.address(input.recipient, input.subscription),
            message: input.message, rich: input.rich, replyTo: input.replyTo,
            reason: PageSend.Reason(rawValue: input.reason.rawValue) ?? .response, commentID: input.commentID
        ).send(in: context)
    }
}
