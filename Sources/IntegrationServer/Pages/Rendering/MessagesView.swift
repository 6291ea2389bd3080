#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import IntegrationKit

/// A part of a conversation, by days.
struct MessagesView: Sendable {
    struct Day: Sendable {
        let title: String
        let iso: String
        let messages: [MessageView]
    }

    let days: [Day]
    let isEmpty: Bool
    let olderHref: String?
    let newerHref: String?

    init(_ messages: [Message], olderHref: String?, newerHref: String? = nil, clock: WorkplaceClock) {
        var days: [Day] = []
        var open: [MessageView] = []
        for (index, message) in messages.enumerated() {
            let next = index + 1 < messages.count ? messages[index + 1] : nil
            let endsDay = next.map { clock.day(of: $0.sentAt) != clock.day(of: message.sentAt) } ?? true
            let endsGroup = endsDay || next?.direction != message.direction
            open.append(MessageView(message, endsGroup: endsGroup, clock: clock))
            if endsDay {
                days.append(
                    Day(
                        title: clock.dayTitle(message.sentAt), iso: String(clock.localText(message.sentAt).prefix(10)),
                        messages: open))
                open = []
            }
        }
        self.days = days
        isEmpty = days.isEmpty
        self.olderHref = olderHref
        self.newerHref = newerHref
    }
}

struct MessageView: Sendable {
    struct Kind: Sendable {
        let label: String
        let icon: Markup
    }

    let id: String
    let direction: String
    let status: String
    let isOutbound: Bool
    let text: String
    /// For everything but text.
    let kind: Kind?
    let time: ValueView.Time
    let tick: Markup?
    let tickLabel: String?
    let failure: String?
    let hasFailure: Bool
    let failureIcon = Icons.svg("alert-circle")
    /// The outcome of the send is not known.
    let isUnknown: Bool
    let endsGroup: Bool

    init(_ message: Message, endsGroup: Bool, clock: WorkplaceClock) {
        id = message.id.rawValue
        direction = message.direction.rawValue.lowercased()
        status = message.status.rawValue
        isOutbound = message.direction == .outbound
        text = message.text
        kind = message.kind == "text" ? nil : Self.kind(message.kind)
        time = ValueView.Time(
            iso: Timestamp.text(message.sentAt), text: clock.time(message.sentAt),
            hint: "\(clock.dateAndTime(message.sentAt)) (\(clock.zoneName))")
        self.endsGroup = endsGroup
        let mark = isOutbound ? Self.tick(message.status) : nil
        tick = mark.map { Icons.svg($0.icon) }
        tickLabel = mark?.label
        failure =
            isOutbound && message.status == .failed
            ? message.failure ?? "The provider gave no reason." : nil
        hasFailure = failure != nil
        isUnknown = isOutbound && message.status == .unknown
    }

    private static func tick(_ status: Message.Status) -> (icon: String, label: String) {
        switch status {
        case .pending: ("clock", "Waiting to be sent")
        case .unknown: ("help", "Not confirmed")
        case .sent: ("check", "Sent")
        case .delivered: ("checks", "Delivered")
        case .read: ("checks", "Read")
        case .played: ("checks", "Played")
        case .failed: ("alert-circle", "Not sent")
        }
    }

    /// The provider's words for kinds, as people say them; unlisted ones as they are.
    private static func kind(_ kind: String) -> Kind {
        let (label, icon) =
            switch kind {
            case "image": ("Picture", "image")
            case "video": ("Video", "video")
            case "audio", "voice": ("Audio", "mic")
            case "document": ("Document", "file")
            case "sticker": ("Sticker", "image")
            case "location": ("Location", "map-pin")
            case "contacts": ("Contact", "user")
            case "reaction": ("Reaction", "message-square")
            case "interactive", "button": ("Answer by button", "list")
            case "template": ("Template", "file")
            case "unsupported", "unknown": ("A message that cannot be shown here", "help")
            default: (kind.replacing("_", with: " "), "file")
            }
        return Kind(label: label, icon: Icons.svg(icon))
    }
}
