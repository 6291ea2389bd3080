#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import IntegrationKit

/// One message of a conversation.
struct MessageView: Sendable {
    struct Kind: Sendable {
        let label: String
        let icon: Markup
    }

    struct Quote: Sendable {
        let href: String
        let writer: String
        let text: String
    }

    struct Link: Sendable {
        let href: String
        let icon: Markup
    }

    struct Reaction: Sendable {
        let emoji: String
        let hint: String
    }

    let id: String
    let direction: String
    let status: String
    let isOutbound: Bool
    /// The provider's own word about the conversation, which stands between the messages.
    let isNote: Bool
    /// Who wrote it, where the counterpart is several people.
    let author: String?
    /// For screen readers.
    let writer: String?
    let text: String
    let hasText: Bool
    /// For everything but text.
    let kind: Kind?
    let quote: Quote?
    let parts: [MessagePartView]
    let hasReactions: Bool
    let reactions: [Reaction]
    let isEdited: Bool
    let isDeleted: Bool
    let time: ValueView.Time
    let tick: Markup?
    let tickLabel: String?
    /// How it fares with several people.
    let recipients: RecipientsView?
    let failure: String?
    let hasFailure: Bool
    let failureIcon = Icons.svg("alert-circle")
    /// The outcome of the send is not known.
    let isUnknown: Bool
    let endsGroup: Bool
    /// Where an answer to it is written.
    let reply: Link?
    /// What can be put on it.
    let offered: Reactions?
    /// It has failed, and can be sent again.
    let isAgain: Bool
    let hasActions: Bool
    let againIcon = Icons.svg("refresh")

    init(_ message: Message, href: String, messaging: ChannelDescriptor.Messaging?, endsGroup: Bool, clock: WorkplaceClock) {
        id = message.id.rawValue
        direction = message.direction.rawValue.lowercased()
        status = message.status.rawValue
        isOutbound = message.direction == .outbound
        isNote = message.kind == "system"
        author = isNote || isOutbound ? nil : message.author
        writer = isNote ? nil : isOutbound ? "You" : author == nil ? "They" : nil
        isDeleted = message.deletedAt != nil
        isEdited = message.editedAt != nil && !isDeleted
        text = message.text
        // A place is a link with its name.
        hasText = !message.text.isEmpty && !(message.kind == "location" && !message.parts.isEmpty)
        kind = message.kind == "text" || isNote || isDeleted ? nil : Self.kind(message.kind)
        quote = message.quote.map { quote in
            Quote(
                href: "#message-" + quote.id.rawValue, writer: quote.direction == .outbound ? "You" : quote.author ?? "They",
                text: quote.text.isEmpty ? "Deleted message" : String(quote.text.prefix(160)))
        }
        let files = href + "/files/" + PageAddress.encode(message.id.rawValue)
        parts = message.parts.enumerated().compactMap { MessagePartView($1, href: "\(files)/\($0)") }
        reactions = message.reactions.map { reaction in
            Reaction(emoji: reaction.emoji, hint: reaction.by == MessageAmendment.ours ? "You" : reaction.by)
        }
        hasReactions = !reactions.isEmpty
        time = ValueView.Time(
            iso: Timestamp.text(message.sentAt), text: clock.time(message.sentAt),
            hint: "\(clock.dateAndTime(message.sentAt)) (\(clock.zoneName))")
        self.endsGroup = endsGroup
        let mark = isOutbound && !isNote ? Self.tick(message.status) : nil
        tick = mark.map { Icons.svg($0.icon) }
        tickLabel = mark?.label
        recipients = RecipientsView(message.recipients)
        failure =
            isOutbound && message.status == .failed
            ? message.failure ?? "The provider gave no reason." : nil
        hasFailure = failure != nil
        isUnknown = isOutbound && message.status == .unknown
        let isLive = message.canBeAnswered
        reply =
            isLive && messaging?.replyInput != nil
            ? Link(href: "\(href)?reply=\(PageAddress.encode(message.id.rawValue))#composer", icon: Icons.svg("reply"))
            : nil
        offered = isLive && messaging?.reactTool != nil ? Reactions(of: message) : nil
        isAgain =
            isOutbound && message.status == .failed && message.kind != "reaction" && message.deletedAt == nil
            && messaging?.sendTool != nil
        hasActions = reply != nil || offered != nil
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

    /// The providers' words for kinds, as people say them; unlisted ones as they are.
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
            case "interactive", "button", "button_reply", "list_reply", "quick_reply", "postback":
                ("Answer by button", "list")
            case "form_reply": ("Form", "list")
            case "template": ("Template", "file")
            case "story_reply": ("Reply to a story", "image")
            case "story_mention": ("Mention in a story", "image")
            case "comment": ("Comment on a post", "message-square")
            case "share", "fallback": ("Shared link", "link")
            case "referral": ("Arrival", "link")
            case "call": ("Call", "phone")
            case "system", "thread_control": ("Note", "info")
            case "unsupported", "unknown", "ephemeral": ("A message that cannot be shown here", "help")
            default: (kind.replacing("_", with: " "), "file")
            }
        return Kind(label: label, icon: Icons.svg(icon))
    }
}

extension Message {
    /// The provider knows it, and it was not taken back.
    var canBeAnswered: Bool { remoteID != nil && deletedAt == nil && kind != "reaction" && kind != "system" }
}

/// The emoji that can be put on a message with one press.
struct Reactions: Sendable {
    struct Offer: Sendable {
        let emoji: String
        let label: String
        /// What the button sends.
        let value: String
        let isOurs: Bool
    }

    static let offered: [String] = words.map(\.emoji)
    private static let words: [(emoji: String, label: String)] = [
        ("👍", "Thumbs up"), ("❤️", "Heart"), ("😂", "Laughing"), ("😮", "Surprised"), ("😢", "Sad"), ("🙏", "Thank you"),
    ]

    let offers: [Offer]
    let icon = Icons.svg("smile")

    init(of message: Message) {
        let ours = message.reactions.first { $0.by == MessageAmendment.ours }?.emoji
        offers = Self.words.map { word in
            // Pressed again, it is taken back.
            Offer(
                emoji: word.emoji, label: word.emoji == ours ? "Take back: \(word.label)" : word.label,
                value: word.emoji == ours ? message.id.rawValue : "\(message.id.rawValue) \(word.emoji)",
                isOurs: word.emoji == ours)
        }
    }
}

/// A file, a place, a link or the buttons of a message. Exactly one of the members says which.
struct MessagePartView: Sendable {
    struct File: Sendable {
        let href: String
        let label: String
    }

    struct Link: Sendable {
        let href: String
        let label: String
        let icon: Markup
    }

    struct Choices: Sendable {
        struct Choice: Sendable { let title: String }
        let titles: [Choice]
    }

    private(set) var image: File?
    private(set) var audio: File?
    private(set) var video: File?
    private(set) var link: Link?
    private(set) var choices: Choices?

    /// - Parameter href: Where the server gives the file.
    /// - Returns: nil for what cannot be shown: a file without anything to fetch it by, a link that is no web address.
    init?(_ part: MessagePart, href: String) {
        switch part {
        case .file(let file):
            guard file.isFetchable else { return nil }
            let label = file.name ?? Self.noun(file.kind)
            switch file.kind {
            case .image, .sticker: image = File(href: href, label: label)
            case .audio: audio = File(href: href, label: label)
            case .video: video = File(href: href, label: label)
            case .document: link = Link(href: href, label: label, icon: Icons.svg("file"))
            }
        case .place(let place):
            let words = [place.name, place.address].compactMap { $0 }.joined(separator: ", ")
            link = Link(
                href: "https://www.openstreetmap.org/?mlat=\(place.latitude)&mlon=\(place.longitude)#map=16/"
                    + "\(place.latitude)/\(place.longitude)",
                label: words.isEmpty ? "\(place.latitude), \(place.longitude)" : words, icon: Icons.svg("map-pin"))
        case .link(let target):
            // Whatever a provider writes there: only web addresses can be followed.
            guard target.url.hasPrefix("https://") || target.url.hasPrefix("http://") else { return nil }
            link = Link(href: target.url, label: target.title ?? target.url, icon: Icons.svg("link"))
        case .choices(let titles): choices = Choices(titles: titles.map(Choices.Choice.init))
        }
    }

    private static func noun(_ kind: MessageFile.Kind) -> String {
        switch kind {
        case .image: "Picture"
        case .audio: "Audio"
        case .video: "Video"
        case .document: "Document"
        case .sticker: "Sticker"
        }
    }
}
