#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import IntegrationKit

/// What can be written, and what is true about writing now.
struct ComposerView: Sendable {
    struct Window: Sendable {
        let icon: Markup
        let text: String
        /// Until it ends, for the script that counts down.
        let seconds: Int?
        let left: String?
        let hasCountdown: Bool

        init(_ icon: String, _ text: String, until end: Date? = nil, now: Date) {
            self.icon = Icons.svg(icon)
            self.text = text
            seconds = end.map { Int($0.timeIntervalSince(now).rounded(.up)) }
            left = end.map { ServiceWindow.remaining(until: $0, now: now) }
            hasCountdown = end != nil
        }
    }

    struct Reply: Sendable {
        let id: String
        let writer: String
        let text: String
        let cancelHref: String
        let closeIcon = Icons.svg("x")
    }

    struct Templates: Sendable {
        let href: String
        let icon = Icons.svg("file")
    }

    /// Which files may go with a message.
    struct Attachments: Sendable {
        /// For the input's `accept`; nil for everything.
        let accept: String?
        let icon = Icons.svg("paperclip")
        let help: String
        let kept: [KeptFileView]
        let hasKept: Bool
    }

    /// That nothing can be written, since the channel is closed.
    struct Closure: Sendable {
        let icon: Markup
        let text: String
    }

    /// See ``state(_:closure:)``.
    let state: String
    /// Then there is no input.
    let closure: Closure?
    let action: String
    let csrf: String
    let formKey: String
    let text: String
    let error: String?
    let hasError: Bool
    let advice: String?
    let errorIcon = Icons.svg("alert-circle")
    let sendIcon = Icons.svg("send")
    /// Of the input, for screen readers.
    let label: String
    let window: Window?
    /// The window has closed: the input is folded away behind "Write anyway".
    let isClosed: Bool
    /// … but stands open, since something was typed.
    let isUnfolded: Bool
    /// There is no way to write.
    let isMute: Bool
    let reply: Reply?
    let attachments: Attachments?
    let templates: Templates?
    /// Stands in place of the input.
    let template: TemplateView?
    let isWriting: Bool

    init(_ page: ConversationPage, action: String, frame: PageFrame) {
        let conversation = page.conversation
        let input = page.input
        let messaging = page.messaging
        closure = conversation.channel.closure.map { closure in
            Closure(
                icon: Icons.svg("lock"),
                text: "\(conversation.channel.name) was closed \(frame.clock.dateAndTime(closure.at)). \(closure.reason) "
                    + "What was written stays; add it again to go on.")
        }
        self.action = action
        csrf = frame.csrfToken
        formKey = frame.formKey
        text = input?.values["text"]?.first ?? ""
        error = input?.errors["file"] ?? input?.errors["text"] ?? input?.failure?.message
        hasError = error != nil
        advice = input?.failure?.advice
        label = "Write to \(conversation.displayName)"
        isMute = messaging?.sendTool == nil && closure == nil
        reply = page.reply.map { message in
            Reply(
                id: message.id.rawValue, writer: message.direction == .outbound ? "You" : conversation.displayName,
                text: message.text.isEmpty ? message.kind : String(message.text.prefix(160)), cancelHref: action)
        }
        attachments = messaging?.attachments.map { attachments in
            let kept = (input?.values["file"] ?? []).compactMap { input?.files[$0] }
            return Attachments(
                accept: attachments.acceptedByBrowsers, help: attachments.help, kept: kept, hasKept: !kept.isEmpty)
        }
        templates = messaging?.templates == nil ? nil : Templates(href: action + "?template=#composer")
        template = page.template.map { TemplateView($0, action: action, frame: frame) }
        isWriting = template == nil && messaging?.sendTool != nil
        let window = ServiceWindow(of: conversation, messaging?.window, now: frame.now)
        state = Self.state(window, closure: conversation.channel.closure)
        self.window = Window(window, hasTemplates: messaging?.templates != nil, frame: frame)
        isClosed = if case .closed = window { true } else { false }
        isUnfolded = input != nil || page.reply != nil
    }

    /// What a composer says of writing now, in one word: of two with the same word neither is out of date.
    static func state(_ window: ServiceWindow, closure: ChannelClosure?) -> String {
        if let closure { return "shut-\(Timestamp.text(closure.at))" }
        return switch window {
        case .unlimited: "free"
        case .neverOpened: "unopened"
        case .open(let end): "open-\(Timestamp.text(end))"
        case .late(_, let end, _): "late-\(Timestamp.text(end))"
        case .closed(let end): "closed-\(Timestamp.text(end))"
        }
    }
}

extension ComposerView.Window {
    fileprivate init?(_ window: ServiceWindow, hasTemplates: Bool, frame: PageFrame) {
        let clock = frame.clock
        func day(_ date: Date) -> String {
            clock.day(of: date) == clock.day(of: frame.now) ? clock.time(date) : clock.dateAndTime(date)
        }
        switch window {
        case .unlimited: return nil
        case .neverOpened:
            self.init(
                "info",
                "They have not written yet. Until they do, the provider may accept only "
                    + (hasTemplates ? "approved templates." : "little."), now: frame.now)
        case .open(let end):
            let isToday = clock.day(of: end) == clock.day(of: frame.now)
            let isTomorrow = clock.day(of: end) == clock.day(of: frame.now.addingTimeInterval(24 * 3600))
            let time = isToday ? clock.time(end) : isTomorrow ? "\(clock.time(end)) tomorrow" : clock.dateAndTime(end)
            self.init("clock", "Free to reply until \(time)", until: end, now: frame.now)
        case .late(let start, let end, let label):
            self.init(
                "clock", "The time for free replies ended \(day(start)). \(label) until \(day(end))", until: end,
                now: frame.now)
        case .closed(let end):
            self.init(
                "clock",
                "The time for free replies ended \(clock.dateAndTime(end)). "
                    + (hasTemplates
                        ? "Approved templates can still be sent; everything else when they write again."
                        : "Nothing can be sent until they write again."), now: frame.now)
        }
    }
}

extension ChannelDescriptor.Messaging.Attachments {
    /// Extensions and types as `accept` of an input has them.
    fileprivate var acceptedByBrowsers: String? {
        guard kinds.allSatisfy({ !$0.rule.accepted.isEmpty }) else { return nil }
        return kinds.flatMap(\.rule.accepted).map { $0.contains("/") ? $0 : "." + $0 }.joined(separator: ",")
    }

    /// `Pictures up to 5 MB, films up to 16 MB, other files up to 100 MB`.
    fileprivate var help: String {
        var sizes: [(word: String, size: Int)] = []
        for kind in kinds {
            let word =
                switch kind.kind {
                case .image: "pictures"
                case .video: "films"
                case .audio: "sound"
                case .sticker: "stickers"
                case .document: kind.rule.accepted.isEmpty ? "other files" : "documents"
                }
            if let known = sizes.firstIndex(where: { $0.word == word }) {
                sizes[known].size = max(sizes[known].size, kind.rule.maximumSize)
            } else {
                sizes.append((word, kind.rule.maximumSize))
            }
        }
        let text = sizes.map { "\($0.word) up to \(FileSize.text($0.size))" }.joined(separator: ", ")
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }
}
