#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// The time after a counterpart's last message in which ordinary messages may be sent to them.
///
/// WhatsApp, Messenger and Instagram all give 24 hours, and what may be sent afterwards is the provider's rule:
/// https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages#customer-service-windows
package enum ServiceWindow: Hashable, Sendable {
    /// They have never written.
    case neverOpened
    case open(until: Date)
    case closed(since: Date)

    package static let length: TimeInterval = 24 * 60 * 60

    package init(lastInboundAt: Date?, now: Date) {
        guard let lastInboundAt else {
            self = .neverOpened
            return
        }
        let end = lastInboundAt.addingTimeInterval(Self.length)
        self = end > now ? .open(until: end) : .closed(since: end)
    }

    /// `23 h 5 min left`, `12 min left`.
    static func remaining(until end: Date, now: Date) -> String {
        let minutes = max(1, Int((end.timeIntervalSince(now) / 60).rounded(.up)))
        return minutes >= 60 ? "\(minutes / 60) h \(minutes % 60) min left" : "\(minutes) min left"
    }
}
