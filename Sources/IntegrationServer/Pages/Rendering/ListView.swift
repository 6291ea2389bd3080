import IntegrationKit

/// Instances, one an entry, in parts.
struct ListView: Sendable {
    struct Item: Sendable {
        let label: String
        let text: String?
        let badge: ValueView?
        let href: String?
        let hasLink: Bool
        let actions: [ActionView]
        let hasActions: Bool
        let icon = Icons.svg("chevron")
    }

    /// So many entries are shown at once.
    static let partSize = 50

    let title: String?
    let text: String?
    let items: [Item]
    let hasItems: Bool
    let empty: String?
    let isEmpty: Bool
    let emptyIcon = Icons.svg("inbox")
    /// Begins what would fill the list.
    let start: ActionView?
    let problem: AlertView?
    let range: String?
    let previousHref: String?
    let nextHref: String?

    /// - Parameter part: Which slice of a long list, from 1.
    init(_ block: ListBlock, start: ActionView?, part: Int, frame: PageFrame, address: PageAddress) {
        title = block.title
        text = block.description
        let parts = max(1, (block.items.count + Self.partSize - 1) / Self.partSize)
        let part = min(max(part, 1), parts)
        let lower = (part - 1) * Self.partSize
        let shown = block.items.dropFirst(lower).prefix(Self.partSize)
        items = shown.map { item in
            let badge = ValueView(item.badge, empty: nil, clock: frame.clock)
            let actions = item.actions.enumerated().map { ActionView($1, index: $0, frame: frame, address: address) }
            return Item(
                label: item.label, text: item.description, badge: item.badge.isEmpty ? nil : badge,
                href: item.link.map(frame.href), hasLink: item.link != nil, actions: actions,
                hasActions: !actions.isEmpty)
        }
        hasItems = !items.isEmpty
        problem = block.problem.map { AlertView($0, title: "This list could not be loaded.") }
        empty = items.isEmpty && block.problem == nil ? block.empty ?? "There is nothing here yet." : nil
        isEmpty = empty != nil
        self.start = isEmpty ? start : nil
        range = parts > 1 ? "\(lower + 1)–\(lower + shown.count) of \(block.items.count)" : nil
        previousHref = part > 1 ? address.plain.with("part", String(part - 1)).text : nil
        nextHref = part < parts ? address.plain.with("part", String(part + 1)).text : nil
    }
}

extension DisplayValue {
    /// Whether there is nothing to see.
    fileprivate var isEmpty: Bool {
        switch self {
        case .none, .badge("", _), .text(""): true
        default: false
        }
    }
}
