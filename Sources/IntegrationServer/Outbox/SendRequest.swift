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
    private let message: JSON
    let attachments: [Attachment]
    private let arguments: JSON

    /// One of `message.attachments`, as far as it can be read.
    struct Attachment: Hashable, Sendable {
        let name: String
        let mimeType: String
        /// The file as it is kept here.
        let stored: FileID?
        /// The provider has it already.
        let isHandedOver: Bool
    }

    /// Kept with the message: from it the call can be made again (see ``draft(from:)``).
    var kept: JSON {
        var draft = arguments.objectValue ?? [:]
        for place in Self.places { draft[place] = nil }
        return .object(draft)
    }

    /// Where a message goes to, which is decided anew each time.
    private static let places = ["channel", "recipient", "subscription"]

    /// The arguments of a call whose message is to be sent once more, without where it goes to.
    ///
    /// - Parameter content: What was kept with its message.
    /// - Returns: nil for a message that was not sent from here, or by a version that kept less.
    static func draft(from content: JSON) -> JSONObject? {
        content["message"]?.objectValue == nil ? nil : content.objectValue
    }

    /// One of the tool's inputs, by its wire name.
    func input(_ name: String) -> JSON? { arguments[name] }

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
        self.arguments = arguments
        attachments = (message["attachments"]?.arrayValue ?? []).map { attachment in
            Attachment(
                name: attachment["filename"]?.stringValue ?? "", mimeType: attachment["mimeType"]?.stringValue ?? "",
                stored: attachment["fileId"]?.stringValue.map { FileID($0) },
                isHandedOver: attachment["reference"]?.stringValue != nil)
        }
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

    /// What two calls with the same key must have in common: the address of a file that is kept here is good for a while
    /// only, and another one each time.
    static func identity(of arguments: JSON) -> JSON {
        guard var object = arguments.objectValue, var message = object["message"]?.objectValue,
            let attachments = message["attachments"]?.arrayValue
        else { return arguments }
        message["attachments"] = .array(
            attachments.map { attachment in
                guard var facts = attachment.objectValue, facts["fileId"]?.stringValue != nil else { return attachment }
                facts["url"] = nil
                return .object(facts)
            })
        object["message"] = .object(message)
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
    ///
    /// - Parameter messaging: What can be said over the channel; nil when nobody knows.
    init(
        sending request: SendRequest, as id: MessageID, on channel: ChannelRecord,
        by messaging: ChannelDescriptor.Messaging?, at now: Date
    ) {
        let file = request.attachments.first.flatMap { $0.stored == nil ? nil : $0 }
        let kind =
            file.map { file in
                messaging?.attachments?.kind(named: file.name, mimeType: file.mimeType)?.kind
                    ?? MessageFile.Kind(mimeType: file.mimeType)
            }
        let parts = request.attachments.compactMap { attachment -> MessagePart? in
            guard let stored = attachment.stored, let kind else { return nil }
            return .file(
                MessageFile(kind: kind, stored: stored, mimeType: attachment.mimeType, name: attachment.name))
        }
        self.init(
            id: id, channel: channel.id, address: request.address, contactName: nil, direction: .outbound,
            kind: kind?.rawValue ?? "text", text: request.text, parts: parts, content: request.kept,
            replyTo: messaging?.replyInput.flatMap { request.input($0)?.stringValue }, remoteID: nil, status: .pending,
            sentAt: now, recordedAt: now)
    }
}
