#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Storage

extension ReviewView {
    /// The outbox.
    ///
    /// - Parameters:
    ///   - value: What the query says by name.
    ///   - tools: Wire names of those that send.
    ///   - workplaces: Handles by installation.
    init(
        _ entries: [OutboxEntry], filter: OutboxFilter, value: (String) -> String?, tools: [String],
        workplaces: [InstallationID: String], now: Date, nextHref: String?, csrf: String
    ) {
        let columns = ["Written", "State", "Tool", "Workplace", "Why"]
        self.init(
            "outbox", address: "/admin/outbox", action: "/admin/outbox", csrf: csrf,
            selects: [
                Select("state", "State", all: OutboxState.allCases.map(\.rawValue), chosen: filter.state?.rawValue),
                Select("tool", "Tool", all: tools, chosen: filter.tool),
                .newerThan("Written", chosen: value("newer_than")),
            ],
            inputs: [.installation(filter.installation)], names: FilterReader.outboxNames, value: value, columns: columns,
            rows: entries.map { entry in
                (entry.id.rawValue, [
                    .moment(columns[0], entry.queuedAt, now: now, href: "/admin/outbox/\(PageAddress.encode(entry.id.rawValue))"),
                    Cell(label: columns[1], badge: .init(text: entry.state.rawValue, tone: entry.state.tone)),
                    Cell(label: columns[2], value: entry.tool),
                    Cell(label: columns[3], value: workplaces[entry.installation] ?? entry.installation.rawValue),
                    .failure(columns[4], entry.reason, tries: entry.claim),
                ])
            },
            actions: (filter.state?.actions ?? []).map { action in
                switch action {
                case .markSent: (action.rawValue, "Mark", "as sent")
                case .markNotSent: (action.rawValue, "Mark", "as not sent")
                case .resend: (action.rawValue, "Send", "again")
                case .discard: (action.rawValue, "Discard", "")
                }
            },
            nextHref: nextHref, empty: ("send", filter.state.emptyTitle, filter.state.emptyText))
    }
}

extension LetterView {
    init(_ look: OutboxLook, workplace: String?, isRedacted: Bool, csrf: String) {
        let entry = look.entry
        self.init(
            id: entry.id.rawValue, address: "/admin/outbox", csrf: csrf,
            facts: [
                Fact(label: "State", value: entry.state.rawValue),
                entry.reason.map { Fact(label: "Why", value: $0) },
                Fact(label: "Tool", value: entry.tool),
                Fact(label: "Workplace", value: workplace ?? "–"),
                Fact(label: "Installation", value: entry.installation.rawValue),
                Fact(label: "Conversation", value: entry.conversation.rawValue),
                Fact(label: "Written", value: Timestamp.text(entry.queuedAt)),
                entry.state.dueLabel.map { Fact(label: $0, value: Timestamp.text(entry.dueAt)) },
                Fact(label: "Tries", value: String(entry.claim)),
                look.message.map { Fact(label: "In the conversation", value: $0.status.rawValue) },
                look.message?.remoteID.map { Fact(label: "The provider's id", value: $0) },
            ],
            action: "/admin/outbox",
            buttons: entry.state.actions.enumerated().map { index, action in
                .init(
                    value: "\(action.rawValue) these", label: action.label, style: index == 0 ? "primary" : "outline",
                    testID: action.rawValue)
            },
            content: look.content, isRedacted: isRedacted)
    }
}

extension OutboxState {
    /// What operators can do.
    var actions: [OutboxAction] { OutboxAction.allCases.filter { $0.state == self } }

    /// What ``OutboxEntry/dueAt`` is.
    fileprivate var dueLabel: String? {
        switch self {
        case .ready: "Due"
        case .claimed: "Held until"
        case .sending: "Unknown after"
        case .queued, .unknown, .failed: nil
        }
    }

    /// Part of a badge's class.
    fileprivate var tone: String {
        switch self {
        case .queued, .ready: "blue"
        case .claimed, .sending: "purple"
        case .unknown: "orange"
        case .failed: "red"
        }
    }
}

extension OutboxAction {
    var label: String {
        switch self {
        case .markSent: "It was sent"
        case .markNotSent: "It was not sent"
        case .resend: "Send again"
        case .discard: "Discard"
        }
    }

    /// What is asked before it is done; nil when it is done at once.
    ///
    /// - Parameter what: "this message", "these 3 messages", "all …".
    func question(_ what: String, isOne: Bool, isAll: Bool) -> (title: String, text: String, style: String)? {
        switch self {
        case .markSent:
            ("Sent?", "Mark \(what) as sent? \(isOne ? "It leaves" : "They leave") the outbox and \(isOne ? "is" : "are") "
                + "never sent again.", "primary")
        case .markNotSent:
            ("Not sent?", "Mark \(what) as not sent? \(isOne ? "It has" : "They have") failed then, and can be sent again: "
                + "whoever got \(isOne ? "it" : "one") after all would get it twice.", "primary")
        case .resend:
            isAll ? ("Send again?", "Send \(what) again? They go out in their order, as the limits admit.", "primary") : nil
        case .discard:
            ("Discard?", "Discard \(what)? \(isOne ? "It is" : "They are") never sent, and \(isOne ? "stays" : "stay") in "
                + "the conversation as failed.", "destructive")
        }
    }
}

extension OutboxState? {
    fileprivate var emptyTitle: String {
        switch self {
        case nil: "The outbox is empty"
        case .unknown: "No unknown outcomes"
        case .failed: "No failed messages"
        case .queued, .ready, .claimed, .sending: "Nothing of this kind"
        }
    }

    fileprivate var emptyText: String {
        switch self {
        case .unknown:
            "A message of which it is not known whether it left is kept here until the provider's status or somebody settles it."
        case .failed: "What cannot be sent after all its tries is kept here until somebody sends it again or discards it."
        case nil, .queued, .ready, .claimed, .sending: "Messages are here from when they are written until they are known to be sent."
        }
    }
}
