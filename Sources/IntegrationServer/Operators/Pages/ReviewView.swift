#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Storage

/// A list of what operators look through, with its filter above and what can be done to its rows.
struct ReviewView: Sendable {
    struct Field: Sendable {
        let name: String
        let value: String
    }

    struct Select: Sendable {
        let name: String
        let label: String
        let choices: [Choice]

        init(_ name: String, _ label: String, _ choices: [(value: String, label: String)], chosen: String) {
            self.name = name
            self.label = label
            self.choices = choices.map { Choice(value: $0.value, label: $0.label, isChosen: $0.value == chosen) }
        }

        /// "All" and these.
        init(_ name: String, _ label: String, all values: [String], chosen: String?) {
            self.init(name, label, [("", "All")] + values.map { ($0, $0) }, chosen: chosen ?? "")
        }

        static func newerThan(_ label: String, chosen: String?) -> Select {
            Select(
                "newer_than", label,
                [("", "Any time"), ("1h", "In the last hour"), ("1d", "In the last day"), ("7d", "In the last week")],
                chosen: chosen ?? "")
        }
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

        static func installation(_ id: InstallationID?) -> Input {
            Input(name: "installation", label: "Installation", value: id?.rawValue ?? "", placeholder: "inst_…")
        }
    }

    struct Button: Sendable {
        /// What `_do` says.
        let value: String
        let label: String
        let style: String
        let testID: String
    }

    struct Cell: Sendable {
        struct Moment: Sendable {
            let href: String
            let exact: String
            let text: String
        }

        struct Badge: Sendable {
            let text: String
            let tone: String
        }

        let label: String
        var moment: Moment?
        var badge: Badge?
        var value: String?
        var note: String?
    }

    struct Row: Sendable {
        let id: String
        let isSelectable: Bool
        let cells: [Cell]
    }

    /// Part of test ids.
    let id: String
    let address: String
    let action: String
    let csrf: String
    let selects: [Select]
    let inputs: [Input]
    /// The filter, for forms that settle all of it.
    let hidden: [Field]
    let columns: [String]
    let rows: [Row]
    let hasRows: Bool
    let isEmpty: Bool
    let isSelecting: Bool
    let selected: [Button]
    let all: [Button]
    let nextHref: String?
    let emptyIcon: Markup
    let emptyTitle: String
    let emptyText: String

    /// - Parameters:
    ///   - names: Of the filter's parts in the query.
    ///   - value: What the query says by name.
    ///   - actions: What can be done to those that are shown: its word in forms, and what its button says before and after
    ///     which it is done to. The first is what one usually wants.
    init(
        _ id: String, address: String, action: String, csrf: String, selects: [Select], inputs: [Input], names: [String],
        value: (String) -> String?, columns: [String], rows: [(id: String, cells: [Cell])],
        actions: [(word: String, before: String, after: String)], nextHref: String?,
        empty: (icon: String, title: String, text: String)
    ) {
        self.id = id
        self.address = address
        self.action = action
        self.csrf = csrf
        self.selects = selects
        self.inputs = inputs
        hidden = names.compactMap { name in
            value(name).flatMap { $0.isEmpty ? nil : Field(name: name, value: $0) }
        }
        self.columns = columns
        let isSelecting = !actions.isEmpty
        self.isSelecting = isSelecting
        self.rows = rows.map { Row(id: $0.id, isSelectable: isSelecting, cells: $0.cells) }
        hasRows = !rows.isEmpty
        isEmpty = rows.isEmpty
        func buttons(_ which: String, _ words: String, _ testID: String) -> [Button] {
            actions.enumerated().map { index, action in
                let label = [action.before, words, action.after].filter { !$0.isEmpty }.joined(separator: " ")
                return Button(
                    value: "\(action.word) \(which)", label: label, style: index == 0 ? "secondary" : "outline",
                    testID: "\(action.word)-\(testID)")
            }
        }
        selected = buttons("these", "selected", "selected")
        all = buttons("all", "all of these", "all")
        self.nextHref = nextHref
        emptyIcon = Icons.svg(empty.icon)
        emptyTitle = empty.title
        emptyText = empty.text
    }
}

/// One of them, with what is in it and what can be done to it.
struct LetterView: Sendable {
    struct Fact: Sendable {
        let label: String
        let value: String
        var href: String?
    }

    struct Failure: Sendable {
        let title: String
        let reason: String
    }

    let id: String
    let csrf: String
    let facts: [Fact]
    let action: String
    let hidden: [ReviewView.Field]
    let buttons: [ReviewView.Button]
    let hasButtons: Bool
    /// nil where no list of them is kept.
    let failures: FailuresView?
    let content: String
    let isRedacted: Bool
    let revealAction: String

    struct FailuresView: Sendable {
        let failures: [Failure]
        let hasFailures: Bool

        init(_ failures: [Failure]) {
            self.failures = failures
            hasFailures = !failures.isEmpty
        }
    }

    init(
        id: String, address: String, csrf: String, facts: [Fact?], action: String, hidden: [ReviewView.Field] = [],
        buttons: [ReviewView.Button], failures: [Failure]? = nil, content: JSON, isRedacted: Bool
    ) {
        self.id = id
        self.csrf = csrf
        self.facts = facts.compactMap { $0 }
        self.action = action
        self.hidden = hidden + [ReviewView.Field(name: "id", value: id)]
        self.buttons = buttons
        hasButtons = !buttons.isEmpty
        self.failures = failures.map { FailuresView($0) }
        self.content = content.serialized(pretty: true)
        self.isRedacted = isRedacted
        revealAction = "\(address)/\(PageAddress.encode(id))/reveal"
    }
}

/// Asks before something is done.
struct SettleView: Sendable {
    let text: String
    let action: String
    let hidden: [ReviewView.Field]
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

extension ReviewView.Cell {
    /// When something came, with the way to it.
    static func moment(_ label: String, _ date: Date, now: Date, href: String) -> Self {
        let age = now.timeIntervalSince(date)
        let text = age < 1 ? "just now" : "\(FigureText.seconds(age)) ago"
        return Self(label: label, moment: Moment(href: href, exact: Timestamp.text(date), text: text))
    }

    static func failure(_ label: String, _ reason: String?, tries: Int) -> Self {
        Self(
            label: label, value: reason.map { String($0.prefix(300)) } ?? "–",
            note: tries > 0 ? (tries == 1 ? "1 try" : "\(tries) tries") : nil)
    }
}
