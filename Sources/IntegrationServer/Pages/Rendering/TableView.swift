import IntegrationKit

/// Instances, one a row, sorted by a column and in parts.
struct TableView: Sendable {
    struct Column: Sendable {
        let label: String
        /// Sorts by it, the other way round when it is sorted by it.
        let href: String
        /// What `aria-sort` says.
        let order: String
        let icon: Markup?
        let isNumber: Bool
    }

    struct Cell: Sendable {
        /// Of the column: on a phone it stands beside the value.
        let label: String
        let value: ValueView
        let isNumber: Bool
        /// Of the row's first cell.
        let href: String?
    }

    struct Row: Sendable {
        let cells: [Cell]
        let actions: [ActionView]
        let hasActions: Bool
    }

    static let partSize = 50

    let title: String?
    let text: String?
    let columns: [Column]
    let rows: [Row]
    let hasRows: Bool
    let hasActions: Bool
    let empty: String?
    let isEmpty: Bool
    let emptyIcon = Icons.svg("inbox")
    /// Begins what would fill the table.
    let start: ActionView?
    let problem: AlertView?
    let range: String?
    let previousHref: String?
    let nextHref: String?

    /// - Parameter number: Which table of the page it is, from 1.
    init(_ block: TableBlock, number: Int, start: ActionView?, frame: PageFrame, address: PageAddress) {
        let (sortName, rowsName) = number == 1 ? ("sort", "rows") : ("sort\(number)", "rows\(number)")
        let first = block.rows.first?.cells ?? []
        let order = TableOrder(address.query.last { $0.name == sortName }?.value, columns: first.count)
        // How another table of the page is shown stays.
        let others = PageAddress(
            path: address.path,
            query: address.query.filter { ![sortName, rowsName, "form", "edit", "fragment"].contains($0.name) })
        let sorted = order.map { others.with(sortName, $0.text) } ?? others
        title = block.title
        text = block.description
        let isNumber = first.indices.map { TableOrder.isNumber(column: $0, of: block.rows) }
        columns = first.indices.map { index in
            let isSorted = order?.column == index
            let isDescending = order?.isDescending == true
            let next = TableOrder(column: index, isDescending: isSorted && !isDescending)
            return Column(
                label: first[index].label, href: others.with(sortName, next.text).text,
                order: isSorted ? (isDescending ? "descending" : "ascending") : "none",
                icon: isSorted ? Icons.svg(isDescending ? "chevron-down" : "chevron-up") : nil, isNumber: isNumber[index])
        }
        let all = order?.sorted(block.rows) ?? block.rows
        let parts = max(1, (all.count + Self.partSize - 1) / Self.partSize)
        let wanted = address.query.last { $0.name == rowsName }.flatMap { Int($0.value) } ?? 1
        let part = min(max(wanted, 1), parts)
        let lower = (part - 1) * Self.partSize
        let shown = all.dropFirst(lower).prefix(Self.partSize)
        rows = shown.map { row in
            let cells = row.cells.enumerated().map { index, field in
                Cell(
                    label: field.label,
                    value: ValueView(
                        index == 0 && row.link != nil ? field.value.withoutLink : field.value, empty: field.empty,
                        clock: frame.clock),
                    isNumber: index < isNumber.count && isNumber[index],
                    href: index == 0 ? row.link.map(frame.href) : nil)
            }
            let actions = row.actions.enumerated().map { ActionView($1, index: $0, frame: frame, address: address) }
            return Row(cells: cells, actions: actions, hasActions: !actions.isEmpty)
        }
        hasRows = !rows.isEmpty
        hasActions = rows.contains { $0.hasActions }
        problem = block.problem.map { AlertView($0, title: "This table could not be loaded.") }
        empty = rows.isEmpty && block.problem == nil ? block.empty ?? "There is nothing here yet." : nil
        isEmpty = empty != nil
        self.start = isEmpty ? start : nil
        range = parts > 1 ? "\(lower + 1)–\(lower + shown.count) of \(all.count)" : nil
        previousHref = part > 1 ? sorted.with(rowsName, String(part - 1)).text : nil
        nextHref = part < parts ? sorted.with(rowsName, String(part + 1)).text : nil
    }
}

extension DisplayValue {
    /// What can stand inside a link: no other link, and nothing to press.
    fileprivate var withoutLink: DisplayValue {
        switch self {
        case .link(_, let label): .text(label)
        case .code(let text), .image(let text): .text(text)
        default: self
        }
    }
}
