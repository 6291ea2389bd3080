#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Storage

/// The inbox as a list, with its filter above.
struct InboxView: Sendable {
    struct Field: Sendable {
        let name: String
        let value: String
    }

    struct Select: Sendable {
        let name: String
        let label: String
        let choices: [Choice]
    }

    struct Choice: Sendable {
        let value: String
        let label: String
        let isChosen: Bool
    }

    struct Input: Sendable {
        let name: String
        let label: String
        let value: String
        let placeholder: String
    }

    struct Row: Sendable {
        let id: String
        let isSettling: Bool
        let href: String
        let receivedAt: String
        let came: String
        let state: String
        let tone: String
        let webhook: String
        let kind: String?
        let workplace: String
        let failure: String
        let tries: String?
    }

    let csrf: String
    let selects: [Select]
    let inputs: [Input]
    /// The filter, for forms that settle all of it.
    let hidden: [Field]
    let rows: [Row]
    let hasRows: Bool
    let isEmpty: Bool
    /// Whether what is listed are dead letters.
    let isSettling: Bool
    let nextHref: String?
    let emptyIcon = Icons.svg("inbox")
    let emptyTitle: String
    let emptyText: String

    /// - Parameters:
    ///   - value: What the query says by name.
    ///   - workplaces: Handles by installation.
    init(
        _ items: [InboxItem], filter: InboxFilter, value: (String) -> String?, webhooks: [String],
        workplaces: [InstallationID: String], now: Date, nextHref: String?, csrf: String
    ) {
        self.csrf = csrf
        self.nextHref = nextHref
        isSettling = filter.state == .dead
        selects = [
            Self.select("subject", "What", InboxSubject.allCases.map { ($0.rawValue, $0.rawValue.capitalized) },
                chosen: filter.subject.rawValue),
            Self.select("state", "State", [("", "All")] + InboxState.allCases.map { ($0.rawValue, $0.rawValue) },
                chosen: filter.state?.rawValue ?? ""),
            Self.select("webhook", "Webhook", [("", "All")] + webhooks.map { ($0, $0) }, chosen: filter.webhook ?? ""),
            Self.select("newer_than", "Came", [("", "Any time"), ("1h", "In the last hour"), ("1d", "In the last day"),
                ("7d", "In the last week")], chosen: value("newer_than") ?? ""),
        ]
        inputs = [
            Input(name: "installation", label: "Installation", value: filter.installation?.rawValue ?? "", placeholder: "inst_…"),
            Input(name: "kind", label: "Kind", value: filter.kind ?? "", placeholder: "message.text"),
        ]
        hidden = InboxFilterReader.names.compactMap { name in
            value(name).flatMap { $0.isEmpty ? nil : Field(name: name, value: $0) }
        }
        let isSettling = isSettling
        rows = items.map { item in
            Row(
                id: item.id, isSettling: isSettling, href: "/admin/inbox/\(PageAddress.encode(item.id))",
                receivedAt: Timestamp.text(item.receivedAt),
                came: "\(FigureText.seconds(max(0, now.timeIntervalSince(item.receivedAt)))) ago",
                state: item.state.rawValue, tone: item.state.tone, webhook: item.webhook, kind: item.kind,
                workplace: item.installation.map { workplaces[$0] ?? $0.rawValue } ?? "–",
                failure: item.failure.map { String($0.prefix(300)) } ?? "–",
                tries: item.attempts > 0 ? (item.attempts == 1 ? "1 try" : "\(item.attempts) tries") : nil)
        }
        hasRows = !rows.isEmpty
        isEmpty = rows.isEmpty
        let isDefault = filter.webhook == nil && filter.installation == nil && filter.kind == nil
        emptyTitle = isSettling && isDefault ? "No dead letters" : "Nothing of this kind"
        emptyText =
            isSettling && isDefault
            ? "What cannot be handled after all its tries is kept here until somebody replays or discards it."
            : "Providers' requests and the events in them are kept for a while after they are done with."
    }

    private static func select(
        _ name: String, _ label: String, _ choices: [(value: String, label: String)], chosen: String
    ) -> Select {
        Select(
            name: name, label: label,
            choices: choices.map { Choice(value: $0.value, label: $0.label, isChosen: $0.value == chosen) })
    }
}

extension InboxState {
    /// Part of a badge's class.
    var tone: String {
        switch self {
        case .waiting: "blue"
        case .running: "purple"
        case .done: "green"
        case .dead: "red"
        case .discarded: "yellow"
        }
    }
}

/// One event or delivery.
struct LetterView: Sendable {
    struct Fact: Sendable {
        let label: String
        let value: String
        let href: String?
    }

    struct Failure: Sendable {
        let title: String
        let reason: String
    }

    let id: String
    let subject: String
    let csrf: String
    let facts: [Fact]
    let isDead: Bool
    let failures: [Failure]
    let hasFailures: Bool
    let content: String
    let isRedacted: Bool
    let revealAction: String

    init(_ look: InboxLook, workplace: String?, isRedacted: Bool, csrf: String) {
        let item = look.detail.item
        id = item.id
        subject = item.subject.rawValue
        self.csrf = csrf
        isDead = item.state == .dead
        self.isRedacted = isRedacted
        let delivery = look.detail.delivery
        facts = [
            Fact(label: "State", value: item.state.rawValue, href: nil),
            Fact(label: "Webhook", value: item.webhook, href: nil),
            item.kind.map { Fact(label: "Kind", value: $0, href: nil) },
            item.subject == .deliveries && workplace == nil
                ? nil : Fact(label: "Workplace", value: workplace ?? "None yet: no channel has asked for it", href: nil),
            item.installation.map { Fact(label: "Installation", value: $0.rawValue, href: nil) },
            Fact(label: "Came", value: Timestamp.text(item.receivedAt), href: nil),
            item.dueAt.map { Fact(label: "Due", value: Timestamp.text($0), href: nil) },
            item.settledAt.map { Fact(label: "Settled", value: Timestamp.text($0), href: nil) },
            Fact(label: "Tries", value: String(item.attempts), href: nil),
            item.failure.map { Fact(label: "What went wrong last", value: $0, href: nil) },
            delivery.map { Fact(label: "Delivery", value: $0, href: "/admin/inbox/\(PageAddress.encode($0))") },
        ].compactMap { $0 }
        failures = look.detail.failures.reversed().map {
            Failure(title: "Try \($0.attempt) · \(Timestamp.text($0.at))", reason: $0.reason)
        }
        hasFailures = !failures.isEmpty
        content = look.content.serialized(pretty: true)
        revealAction = "/admin/inbox/\(PageAddress.encode(item.id))/reveal"
    }
}

/// Asks before dead letters are settled.
struct SettleView: Sendable {
    let text: String
    let hidden: [InboxView.Field]
    let style: String
    let label: String
    let cancelHref: String
}

struct AuditView: Sendable {
    struct Row: Sendable { let cells: [WorkTable.Cell] }

    let columns = ["When", "Who", "What", "To what", "Result"]
    let rows: [Row]
    let hasRows: Bool
    let nextHref: String?
    let emptyIcon = Icons.svg("list")

    init(_ entries: [AuditEntry], nextHref: String?) {
        self.nextHref = nextHref
        let columns = columns
        rows = entries.map { entry in
            let values = [Timestamp.text(entry.at), entry.actor, entry.action, entry.subject, entry.result]
            return Row(cells: zip(columns, values).map { WorkTable.Cell(label: $0, value: $1) })
        }
        hasRows = !rows.isEmpty
    }
}
