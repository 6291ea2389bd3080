#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension GraphEndpoint {
    /// `POST /{phone}/messages` with `recipient_type` `group`: text, media, reactions and templates only.
    func sendToGroup(_ request: GraphRequest, from number: BusinessNumber) async throws(GraphError) -> GraphReply {
        guard let id = request.text("to") else { throw .requiredMissing("to") }
        guard let group = sandbox.read({ world, _ in world.groups[id] }), group.number == number.id else { throw .unknownGroup }
        try requireActive(group)
        guard !group.participants.isEmpty else { throw sandbox.errors.error(code: 131020, subcode: nil) }
        let type = (request.text("type") ?? "text").lowercased()
        guard Self.groupTypes.contains(type) else { throw .typeNotSupported(type) }
        let (world, now) = sandbox.read { world, now in (copy world, now) }
        var content = try WhatsAppMessageReader(number: number, world: world).read(type, from: request)
        let opaque = request.text("biz_opaque_callback_data")
        if let opaque, opaque.count > 512 { throw .tooLong("biz_opaque_callback_data", limit: 512) }
        if case .reaction(let reaction) = content, !group.messages.contains(where: { $0.id == reaction.messageID }) {
            throw .valueInvalid("Param reaction['message_id'] is not the id of a message of this group.")
        }
        try sandbox.sendLimits.count(ChatID(person: id, number: number.id), isHigh: number.throughputLevel == "HIGH", at: now)
        var failure = request.scriptedFailure.map { sandbox.errors.failure(code: $0) }
        do throws(LinkFetcher.Problem) {
            content = try await fetchLinks(of: content, endpointID: number.id, rules: MediaRules.whatsApp)
        } catch {
            failure = failure ?? .mediaRejected(error.reason)
        }
        let quoted = request.json("context")?["message_id"]?.string
        let message = GroupMessage(
            id: Sandbox.newMessageID(), author: nil, sentAt: now, content: content, status: .accepted, failure: failure,
            opaqueCallbackData: opaque, replyTo: quoted.flatMap { id in group.messages.contains { $0.id == id } ? id : nil })
        sandbox.write { world, now in world.businessSends(message, toGroup: id, at: now, rules: sandbox.rules) }
        return GraphReply([
            "messaging_product": "whatsapp", "contacts": [["input": .string(id), "wa_id": .string(id)]],
            "messages": [
                .object(dropping: [
                    "id": .string(message.id), "group_id": .string(id),
                    "message_status": type == "template" ? "accepted" : nil,
                ])
            ],
        ])
    }

    /// What groups take (Meta, "Groups messaging"); reactions are told of by the same statuses.
    private static let groupTypes: Set<String> = [
        "text", "image", "video", "audio", "document", "sticker", "reaction", "template",
    ]
}
