import IntegrationKit

/// How a message fares with each of several people, summed up.
struct RecipientsView: Sendable {
    /// `Read by 2, delivered to 1`: each person counts once, where they are.
    let summary: String
    /// Each person by name.
    let hint: String
    /// Why it did not reach somebody.
    let failure: String?
    let hasFailure: Bool

    /// - Returns: nil for a message that went to one person, or of which nobody's state is known yet.
    init?(_ recipients: [Message.Recipient]) {
        guard !recipients.isEmpty else { return nil }
        let parts = Self.states.compactMap { status, words -> String? in
            let count = recipients.count { $0.status == status }
            return count == 0 ? nil : "\(words) \(count)"
        }
        let text = parts.joined(separator: ", ")
        summary = text.prefix(1).uppercased() + text.dropFirst()
        hint = recipients.map { "\($0.shownName): \(Self.word($0.status))" }.joined(separator: "\n")
        let failed = recipients.filter { $0.status == .failed }
        failure = failed.first.map { first in
            let names = failed.map(\.shownName).joined(separator: ", ")
            return "Not delivered to \(names). \(first.failure ?? "The provider gave no reason.")"
        }
        hasFailure = failure != nil
    }

    private static let states: [(Message.Status, String)] = [
        (.played, "played by"), (.read, "read by"), (.delivered, "delivered to"), (.sent, "sent to"),
        (.failed, "not delivered to"),
    ]

    private static func word(_ status: Message.Status) -> String {
        switch status {
        case .pending, .unknown, .sent: "sent"
        case .delivered: "delivered"
        case .read: "read"
        case .played: "played"
        case .failed: "not delivered"
        }
    }
}

extension Message.Recipient {
    fileprivate var shownName: String { name ?? address }
}
