#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Storage

/// What the runtime itself needs to know of a call with the contract `message.send`. Everything else is the handler's.
struct SendRequest: Sendable {
    let channelID: String
    let channelHandle: String
    let channelIdentifier: String
    /// `recipient.address`, else `subscription.identifierValue`.
    let address: String
    /// `message.id` as the caller chose it: calls with the same one send once.
    let callerID: String
    let text: String
    /// The whole `message`, kept with the conversation.
    let message: JSON

    init(_ arguments: JSON) throws(InvalidValue) {
        var problems: [ValueProblem] = []
        func text(_ outer: String, _ inner: String) -> String {
            if let text = arguments[outer]?[inner]?.stringValue, !text.isEmpty { return text }
            problems.append(ValueProblem(path: "\(outer).\(inner)", message: "is required"))
            return ""
        }
        channelID = text("channel", "id")
        channelHandle = text("channel", "handle")
        channelIdentifier = text("channel", "identifierValue")
        callerID = text("message", "id")
        self.text = arguments["message"]?["content"]?.stringValue ?? ""
        message = arguments["message"] ?? .null
        let addresses = [arguments["recipient"]?["address"], arguments["subscription"]?["identifierValue"]]
        address = addresses.compactMap { $0?.stringValue }.first { !$0.isEmpty } ?? ""
        if address.isEmpty {
            problems.append(ValueProblem(path: "recipient.address", message: "is required without a subscription"))
        }
        guard problems.isEmpty else { throw InvalidValue(problems) }
    }

    /// What the handler gets: the same, with our id of the message, which travels with it as opaque data and comes back
    /// in its statuses, and with the address where limits and handlers look for it first.
    func arguments(_ arguments: JSON, messageID: MessageID, channel: ChannelRecord) -> JSON {
        guard var object = arguments.objectValue, var message = object["message"]?.objectValue else { return arguments }
        message["id"] = .string(messageID.rawValue)
        object["message"] = .object(message)
        object["channel"] = Self.json(of: channel)
        var recipient = object["recipient"]?.objectValue ?? [:]
        recipient["address"] = .string(address)
        object["recipient"] = .object(recipient)
        return .object(object)
    }

    static func json(of channel: ChannelRecord) -> JSON {
        [
            "id": .string(channel.id.rawValue), "handle": .string(channel.handle),
            "identifierValue": .string(channel.identifier),
        ]
    }
}

extension NewMessage {
    /// The message as it stands in its conversation before it is sent.
    init(sending request: SendRequest, as id: MessageID, on channel: ChannelID, at now: Date) {
        self.init(
            id: id, channel: channel, address: request.address, contactName: nil, direction: .outbound, kind: "text",
            text: request.text, content: request.message, replyTo: nil, remoteID: nil, status: .pending, sentAt: now,
            recordedAt: now)
    }
}
