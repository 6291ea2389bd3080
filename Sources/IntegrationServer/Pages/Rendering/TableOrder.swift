#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import IntegrationKit

/// By which column a table is sorted. As text: the column from 1, with `-` before it for the other direction.
struct TableOrder: Hashable, Sendable {
    let column: Int
    let isDescending: Bool

    init(column: Int, isDescending: Bool) {
        self.column = column
        self.isDescending = isDescending
    }

    /// Nil for what is no order of so many columns.
    init?(_ text: String?, columns: Int) {
        guard let number = text.flatMap({ Int($0) }), number != 0, number.magnitude <= columns else { return nil }
        self.init(column: Int(number.magnitude) - 1, isDescending: number < 0)
    }

    var text: String { (isDescending ? "-" : "") + String(column + 1) }

    /// Rows without a value come last in either direction; equal ones keep the order they had.
    func sorted(_ rows: [TableBlock.Row]) -> [TableBlock.Row] {
        let keys = rows.map { row in column < row.cells.count ? Key(row.cells[column].value) : .nothing }
        return rows.indices.sorted { left, right in
            switch (keys[left], keys[right]) {
            case (.nothing, .nothing): return left < right
            case (.nothing, _): return false
            case (_, .nothing): return true
            case (let one, let other):
                let order = one.order(other)
                return order == 0 ? left < right : isDescending ? order > 0 : order < 0
            }
        }.map { rows[$0] }
    }

    /// Whether a column has numbers and nothing else.
    static func isNumber(column: Int, of rows: [TableBlock.Row]) -> Bool {
        let keys = rows.lazy.compactMap { row in column < row.cells.count ? Key(row.cells[column].value) : nil }
        var hasNumber = false
        for key in keys {
            switch key {
            case .number: hasNumber = true
            case .nothing: continue
            case .text, .moment: return false
            }
        }
        return hasNumber
    }

    private enum Key {
        case nothing
        case text(String)
        case number(Double)
        case moment(Date)

        init(_ value: DisplayValue) {
            switch value {
            case .none: self = .nothing
            case .text(let text), .code(let text), .badge(let text, _), .link(_, let text), .image(let text):
                self = text.isEmpty ? .nothing : .text(text.lowercased())
            case .number(let text): self = Double(text).map { .number($0) } ?? .text(text)
            case .chips(let texts): self = texts.isEmpty ? .nothing : .text(texts.joined(separator: ", ").lowercased())
            case .boolean(let value): self = .number(value ? 1 : 0)
            case .dateTime(let date): self = .moment(date)
            }
        }

        func order(_ other: Key) -> Int {
            switch (self, other) {
            case (.text(let one), .text(let other)): one == other ? 0 : one < other ? -1 : 1
            case (.number(let one), .number(let other)): one == other ? 0 : one < other ? -1 : 1
            case (.moment(let one), .moment(let other)): one == other ? 0 : one < other ? -1 : 1
            default: rank - other.rank
            }
        }

        private var rank: Int {
            switch self {
            case .number: 0
            case .moment: 1
            case .text: 2
            case .nothing: 3
            }
        }
    }
}
