#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension WebhookPayload {
    /// A step of a business's message in a group; profiles come with the steps of single people.
    static func groupStatus(
        _ status: MessageStatus, of message: GroupMessage, in group: Group, with person: Person?, at now: Date,
        number: BusinessNumber
    ) -> WireJSON {
        var members: [WireJSON.Member] = [
            .init(key: "id", value: .string(message.id)), .init(key: "status", value: .string(status.rawValue)),
            .init(key: "timestamp", value: .string(String(Int64(now.timeIntervalSince1970)))),
            .init(key: "recipient_id", value: .string(group.id)), .init(key: "recipient_type", value: "group"),
        ]
        if let person {
            members.append(.init(key: "recipient_participant_id", value: .string(person.waID)))
            members.append(.init(key: "recipient_participant_user_id", value: .string(person.userID)))
        }
        if let data = message.opaqueCallbackData {
            members.append(.init(key: "biz_opaque_callback_data", value: .string(data)))
        }
        if status == .failed, let failure = message.failure {
            members.append(.init(key: "errors", value: [errorObject(failure)]))
        }
        return envelope(
            number: number, contacts: person.map { [contact($0)] } ?? [],
            events: .init(key: "statuses", value: [.object(members)]))
    }
}
