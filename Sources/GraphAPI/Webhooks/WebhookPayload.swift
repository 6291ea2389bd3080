#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
public import IntegrationKit

/// A delivery of Meta's webhooks, taken apart into its events.
///
/// Meta bundles: several accounts, several changes and several messages may come in one body, and the same event may
/// come again days later (at least once, in any order). Each message, each status and each other change is one event
/// here with an identity of its own. Nothing is left out: what this version does not know becomes a
/// ``WebhookEvent/other(_:)``.
public struct WebhookPayload: IntegrationKit.WebhookPayload, ProducesMessages {
    public typealias Event = WebhookEvent

    /// - Throws: `InvalidValue` when the body is no delivery of Meta: not an object with a text `object` and a list
    ///   `entry`.
    public static func split(_ body: JSON) throws(InvalidValue) -> [SplitEvent] {
        guard let object = body["object"]?.stringValue else { throw InvalidValue(at: "object", "is required, as text") }
        guard let entries = body["entry"]?.arrayValue else { throw InvalidValue(at: "entry", "is required, as a list") }
        return entries.flatMap { entry in
            if object == "whatsapp_business_account" { return WhatsAppDelivery(object: object, entry: entry).events() }
            if let product = PageProduct(rawValue: object) { return PageDelivery(product: product, entry: entry).events() }
            return OtherDelivery(object: object, entry: entry).events()
        }
    }

    /// - Throws: `InvalidValue` when the content is not of ``split(_:)``'s making.
    public static func event(from content: JSON) throws(InvalidValue) -> WebhookEvent {
        guard let part = content[EventContent.partKey]?.stringValue.flatMap(EventContent.Part.init) else {
            throw InvalidValue(at: EventContent.partKey, "is required, as one of the known words")
        }
        let context = EventContext(content)
        let item = content[EventContent.itemKey] ?? .null
        switch part {
        case .message: return .message(WhatsAppMessage(item, source: .received, context))
        case .echo: return .message(WhatsAppMessage(item, source: .echo, context))
        case .historyMessage: return .message(WhatsAppMessage(item, source: .history, context))
        case .status: return .status(WhatsAppStatus(item, context))
        case .error: return .problem(GraphError(item), context)
        case .accountChange: return .accountChange(WhatsAppAccountChange(item, context))
        case .call: return .call(WhatsAppCall(item, contact: context.contact, otherwiseAt: context.entryTime))
        case .handover: return .handover(WhatsAppHandover(item, context))
        case .conversion: return .conversion(WhatsAppConversion(item, context))
        case .group: return .group(WhatsAppGroupEvent(item, context))
        case .page:
            guard let product = PageProduct(rawValue: context.object) else {
                throw InvalidValue(at: "object", "is no product whose conversations belong to a page")
            }
            if let comment = PageComment(context.field, item) {
                return .page(
                    PageEvent(
                        comment, product, account: context.entryID ?? "", entryTime: content["entry_time"]?.entryTime,
                        raw: item))
            }
            return .page(
                PageEvent(
                    item, product, account: context.entryID ?? "", isStandby: context.field == "standby",
                    entryTime: content["entry_time"]?.millisecondTime))
        case .other: return .other(OtherChange(context: context, value: item))
        }
    }

    public static func messages(in event: WebhookEvent) -> [ChannelEvent] {
        switch event {
        case .message(let message): message.channelEvents
        case .status(let status): status.channelEvent.map { [$0] } ?? []
        case .page(let event): event.channelEvents
        case .group(let event): event.note(subject: nil, name: { _ in nil }).map { [.received($0)] } ?? []
        case .other(let change): change.channelEvents
        case .call(let call): call.channelEvents
        case .handover(let handover): handover.channelEvents
        case .problem, .accountChange, .conversion: []
        }
    }
}

/// One event of Meta's webhooks.
public enum WebhookEvent: Hashable, Sendable {
    /// A message of a person, or (an echo, or history) one that the business wrote elsewhere.
    case message(WhatsAppMessage)
    /// One of our messages has moved on.
    case status(WhatsAppStatus)
    /// Something in the life of a group of WhatsApp.
    case group(WhatsAppGroupEvent)
    /// Something in a conversation over Messenger or Instagram.
    case page(PageEvent)
    /// WhatsApp reports a problem of the number as such, for example that it sends too fast.
    case problem(GraphError, EventContext)
    /// Something about the account, a number or a template has changed.
    case accountChange(WhatsAppAccountChange)
    /// A step of a call.
    case call(WhatsAppCall)
    /// Another app has passed a conversation on.
    case handover(WhatsAppHandover)
    /// Something that counts for the business's advertisements.
    case conversion(WhatsAppConversion)
    /// Anything else, kept as it came.
    case other(OtherChange)
}

/// A change of a field that has no type of its own yet.
public struct OtherChange: Hashable, Sendable {
    public let context: EventContext
    /// The value as Meta sent it.
    public let value: JSON

    /// The webhook field: `user_preferences`, `payment_configuration_update`.
    public var field: String { context.field }
}

extension OtherChange {
    /// What a person wants to get, and no more, stands in their conversation.
    var channelEvents: [ChannelEvent] {
        switch field {
        case "user_preferences": preferences
        // As earlier versions kept them.
        case "calls":
            (value["calls"]?.arrayValue ?? []).flatMap { call in
                WhatsAppCall(call, contact: nil, otherwiseAt: context.entryTime).channelEvents
            }
        default: []
        }
    }

    private var preferences: [ChannelEvent] {
        (value["user_preferences"]?.arrayValue ?? []).compactMap { preference in
            guard let word = preference["value"]?.filledText,
                let address = WhatsAppAddress.make(
                    groupID: nil, waID: preference["wa_id"]?.idText, userID: preference["user_id"]?.idText)
            else { return nil }
            let text = word == "stop" ? "Wants no marketing messages any more" : "Wants marketing messages (\(word))"
            let at = preference["timestamp"]?.unixTime
            return .received(
                InboundMessage(
                    remoteID: EventContent.fingerprint("preference", entry: [:], field: field, value: preference),
                    address: address, personID: preference["user_id"]?.idText, contactName: nil, kind: "system", text: text, content: preference,
                    opensWindow: false, sentAt: at ?? context.entryTime ?? Date(timeIntervalSince1970: 0)))
        }
    }
}
