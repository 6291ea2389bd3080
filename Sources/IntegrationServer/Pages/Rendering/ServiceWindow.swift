#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif
package import IntegrationKit

/// The time after a counterpart's last message in which they may be answered freely, as the channel's manifest says.
package enum ServiceWindow: Hashable, Sendable {
    /// The channel has none: answers are free at any time.
    case unlimited
    /// They have never written.
    case neverOpened
    case open(until: Date)
    /// Over, but answers of a certain kind still go.
    case late(since: Date, until: Date, label: String)
    case closed(since: Date)

    package init(of conversation: Conversation, _ window: ChannelDescriptor.Messaging.Window?, now: Date) {
        self.init(lastInboundAt: conversation.lastInboundAt, window, now: now)
    }

    package init(lastInboundAt: Date?, _ window: ChannelDescriptor.Messaging.Window?, now: Date) {
        guard let window else {
            self = .unlimited
            return
        }
        guard let lastInboundAt else {
            self = .neverOpened
            return
        }
        let end = lastInboundAt.addingTimeInterval(window.length.timeInterval)
        guard end <= now else {
            self = .open(until: end)
            return
        }
        let last = window.late.map { (end: lastInboundAt.addingTimeInterval($0.length.timeInterval), label: $0.label) }
        if let last, last.end > now {
            self = .late(since: end, until: last.end, label: last.label)
        } else {
            self = .closed(since: last?.end ?? end)
        }
    }

    package var isLate: Bool { if case .late = self { true } else { false } }

    /// `23 h 5 min left`, `12 min left`.
    static func remaining(until end: Date, now: Date) -> String {
        let minutes = max(1, Int((end.timeIntervalSince(now) / 60).rounded(.up)))
        return minutes >= 60 ? "\(minutes / 60) h \(minutes % 60) min left" : "\(minutes) min left"
    }
}
