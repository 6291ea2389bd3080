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
    /// See ``ComposerView/state``: from it the script sees that a composer which is open is no longer true.
    let composerState: String?

    /// - Parameter href: The conversation's page, below which the files of its messages are.
    init(
        _ all: [Message], href: String, messaging: ChannelDescriptor.Messaging?, olderHref: String?,
        newerHref: String? = nil, composerState: String? = nil, clock: WorkplaceClock
    ) {
        let messages = all.filter { !$0.isShownOnAnother }
        var days: [Day] = []
        var open: [MessageView] = []
        for (index, message) in messages.enumerated() {
            let next = index + 1 < messages.count ? messages[index + 1] : nil
            let endsDay = next.map { clock.day(of: $0.sentAt) != clock.day(of: message.sentAt) } ?? true
            let endsGroup = endsDay || next?.direction != message.direction || next?.author != message.author
            open.append(MessageView(message, href: href, messaging: messaging, endsGroup: endsGroup, clock: clock))
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
        self.composerState = composerState
    }
}

extension Message {
    /// A reaction of ours that the provider has taken stands on the message that it is for.
    fileprivate var isShownOnAnother: Bool {
        kind == "reaction" && direction == .outbound && quote != nil && [.sent, .delivered, .read, .played].contains(status)
    }
}
