#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Storage

extension ReviewView {
    /// The inbox.
    ///
    /// - Parameters:
    ///   - value: What the query says by name.
    ///   - workplaces: Handles by installation.
    init(
        _ items: [InboxItem], filter: InboxFilter, value: (String) -> String?, webhooks: [String],
        workplaces: [InstallationID: String], now: Date, nextHref: String?, csrf: String
    ) {
        let columns = ["Came", "State", "Webhook", "Workplace", "What went wrong last"]
        let isPlain = filter.webhook == nil && filter.installation == nil && filter.kind == nil
        self.init(
            "inbox", address: "/admin/inbox", action: "/admin/dead-letters", csrf: csrf,
            selects: [
                Select("subject", "What", InboxSubject.allCases.map { ($0.rawValue, $0.rawValue.capitalized) },
                    chosen: filter.subject.rawValue),
                Select("state", "State", all: InboxState.allCases.map(\.rawValue), chosen: filter.state?.rawValue),
                Select("webhook", "Webhook", all: webhooks, chosen: filter.webhook),
                .newerThan("Came", chosen: value("newer_than")),
            ],
            inputs: [
                .installation(filter.installation),
                Input(name: "kind", label: "Kind", value: filter.kind ?? "", placeholder: "message.text"),
            ],
            names: FilterReader.inboxNames, value: value, columns: columns,
            rows: items.map { item in
                (item.id, [
                    .moment(columns[0], item.receivedAt, now: now, href: item.page),
                    Cell(label: columns[1], badge: .init(text: item.state.rawValue, tone: item.state.tone)),
                    Cell(label: columns[2], value: item.webhook, note: item.kind),
                    Cell(label: columns[3], value: item.installation.map { workplaces[$0] ?? $0.rawValue } ?? "–"),
                    .failure(columns[4], item.failure, tries: item.attempts),
                ])
            },
            actions: filter.state?.isGivenUp == true ? [("replay", "Replay", ""), ("discard", "Discard", "")] : [],
            nextHref: nextHref,
            empty: filter.state == .dead && isPlain
                ? ("inbox", "No dead letters",
                    "What cannot be handled after all its tries is kept here until somebody replays or discards it.")
                : ("inbox", "Nothing of this kind",
                    "Providers' requests and the events in them are kept for a while after they are done with."))
    }
}

extension LetterView {
    init(_ look: InboxLook, workplace: String?, isRedacted: Bool, csrf: String) {
        let item = look.detail.item
        self.init(
            id: item.id, address: "/admin/inbox", csrf: csrf,
            facts: [
                Fact(label: "State", value: item.state.rawValue),
                Fact(label: "Webhook", value: item.webhook),
                item.kind.map { Fact(label: "Kind", value: $0) },
                item.subject == .deliveries && workplace == nil
                    ? nil : Fact(label: "Workplace", value: workplace ?? "None yet: no channel has asked for it"),
                item.installation.map { Fact(label: "Installation", value: $0.rawValue) },
                Fact(label: "Came", value: Timestamp.text(item.receivedAt)),
                item.dueAt.map { Fact(label: "Due", value: Timestamp.text($0)) },
                item.settledAt.map { Fact(label: "Settled", value: Timestamp.text($0)) },
                Fact(label: "Tries", value: String(item.attempts)),
                item.failure.map { Fact(label: "What went wrong last", value: $0) },
                look.detail.delivery.map { Fact(label: "Delivery", value: $0, href: "/admin/inbox/\(PageAddress.encode($0))") },
            ],
            action: "/admin/dead-letters", hidden: [.init(name: "subject", value: item.subject.rawValue)],
            buttons: item.state.isGivenUp
                ? [
                    .init(value: "replay these", label: "Replay", style: "primary", testID: "replay"),
                    .init(value: "discard these", label: "Discard", style: "outline", testID: "discard"),
                ] : [],
            failures: look.detail.failures.reversed().map {
                Failure(title: "Try \($0.attempt) · \(Timestamp.text($0.at))", reason: $0.reason)
            },
            content: look.content, isRedacted: isRedacted)
    }
}

extension InboxItem {
    fileprivate var page: String { "/admin/inbox/\(PageAddress.encode(id))" }
}

extension InboxState {
    /// Whether operators may replay or discard it.
    var isGivenUp: Bool { self == .dead || self == .unrouted }

    /// Part of a badge's class.
    fileprivate var tone: String {
        switch self {
        case .waiting: "blue"
        case .running: "purple"
        case .done: "green"
        case .dead: "red"
        case .unrouted: "orange"
        case .discarded: "yellow"
        }
    }
}
