import Cryptography
import GraphAPI
import IntegrationKit

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Messages of one WhatsApp number to many people, taken as a whole or not at all: they and the record of the batch are
/// written down together, and go out through the outbox as the number's limits allow.
struct WhatsAppBatch {
    struct Item {
        let address: String
        /// What is sent without ``rich``, and else how the message stands in its conversation.
        let text: String
        let rich: WhatsAppRich?
        /// Where it stands in the input, for what is wrong with it.
        let path: String
    }

    let channel: ChannelRecord
    /// A batch with the same one is taken once; nil for one that is like no other.
    let key: String?
    /// What is sent, in a word for people.
    let what: String
    /// What was asked for: the same key with something else is refused.
    let digest: String
    let items: [Item]

    static func digest(of input: JSON) -> String { Hex.encode(SHA256.hash(input.bytes())) }

    /// Writes the batch down.
    ///
    /// - Returns: the batch that was taken earlier under the key, if there is one.
    /// - Throws: ``InvalidValue`` with every message that is beyond a limit; then nothing is sent.
    func take(in context: ToolContext<Meta>) async throws -> MessageBatch {
        let batches = context.models.messageBatch
        if let key, let earlier = try await batches.first(where: .equal(.reference, key)) {
            guard earlier.digest == digest else {
                throw ToolFailure(
                    .conflict, "Another batch was sent under this key.", field: "batch_key",
                    advice: "Give each batch a key of its own.")
            }
            return earlier
        }
        let limit = context.channels.whatsApp.descriptor.messaging?.batch?.maximum ?? items.count
        guard items.count <= limit else {
            throw ToolFailure.invalid(
                "recipients", "A batch has at most \(limit) messages; this has \(items.count).", advice: "Make several.")
        }
        _ = try await context.connection
        guard try await context.models.whatsAppPhoneNumber.first(where: .equal(.phone, channel.identifier)) != nil else {
            throw ToolFailure.notFound("WhatsApp number", channel.identifier, field: "channel.identifierValue")
        }
        try checkLimits()
        var ids: [String] = []
        for item in items {
            ids.append(try await context.channels.whatsApp.send(input(item), from: channel).rawValue)
        }
        return try await batches.create(.init(
            reference: key ?? UUID().uuidString, what: what, channelID: channel.id.rawValue, total: ids.count,
            digest: digest, messageIDs: ids))
    }

    private func checkLimits() throws {
        var problems: [ValueProblem] = []
        for item in items {
            do {
                let content =
                    try item.rich?.content(text: item.text) ?? .text(item.text, showsPreview: true)
                try WhatsAppSend(to: .init(address: item.address), content).checkLimits()
            } catch let invalid as InvalidValue {
                problems += invalid.problems.map { ValueProblem(path: "\(item.path).\($0.path)", message: $0.message) }
            } catch let failure as ToolFailure {
                problems.append(ValueProblem(path: "\(item.path).\(failure.field ?? "template")", message: failure.message))
            }
            if !item.address.contains(where: \.isLetter), !Self.isNumber(item.address) {
                problems.append(ValueProblem(
                    path: "\(item.path).address", message: "must be a phone number with + and the country"))
            }
            if problems.count >= InvalidValue.maximumProblems { break }
        }
        if !problems.isEmpty { throw InvalidValue(problems) }
    }

    /// E.164, with what people write between the digits.
    private static func isNumber(_ text: String) -> Bool {
        text.hasPrefix("+") && (7...15).contains(text.count { ("0"..."9").contains($0) })
            && text.dropFirst().allSatisfy { ("0"..."9").contains($0) || "-() ".contains($0) }
    }

    private func input(_ item: Item) -> SendWhatsApp.Input {
        SendWhatsApp.Input(
            channel: .init(id: channel.id.rawValue, handle: channel.handle, identifierValue: channel.identifier),
            recipient: .init(address: Self.isNumber(item.address) ? Self.canonical(item.address) : item.address),
            message: .init(id: "", content: item.text), rich: item.rich)
    }

    /// One conversation for one number, however it is written.
    private static func canonical(_ number: String) -> String { "+" + number.filter { ("0"..."9").contains($0) } }
}

extension ToolContext<Meta> {
    /// The open channel that the arguments name; ids come from callers.
    func whatsAppChannel(_ channel: MessageChannel) async throws -> ChannelRecord {
        let open = try await channels.whatsApp.all()
        guard let record = open.first(where: { $0.id.rawValue == channel.id }) else {
            throw ToolFailure.notFound("open WhatsApp channel", channel.id, field: "channel.id")
        }
        guard record.identifier == channel.identifierValue else {
            throw ToolFailure.invalid("channel.identifierValue", "This is not the identifier of the channel '\(record.id)'.")
        }
        return record
    }
}
