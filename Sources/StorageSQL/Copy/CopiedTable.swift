import IntegrationKit
import Storage

/// One table as it is copied and compared: its columns in both databases, in one order, and the key in whose order its
/// rows are read and written.
struct CopiedTable: Sendable {
    let name: String
    /// For messages.
    var subject: String { RuntimeSchema.subject(ofTable: name) }
    private let source: Side
    private let target: Side
    /// Positions of the key's columns.
    private let key: [Int]
    /// Whether the key is a number that the database counts up.
    let isCounted: Bool
    private let forms: [ModelColumn?]
    /// How many rows are in memory at once: fewer where each is large.
    var portion: Int { name == "ik_file_piece" ? 8 : 200 }

    /// One of the two databases.
    private struct Side: Sendable {
        let table: String
        let columns: [String]
        /// The columns as they are read.
        let reading: [String]
    }

    typealias Row = [SQLValue]

    /// A table of the runtime, whose values are the same in both.
    init(runtime name: String, columns: [String], key: [String], from: SQLDialect, to: SQLDialect) {
        self.name = name
        func side(_ dialect: SQLDialect) -> Side {
            let quoted = columns.map(dialect.quoted)
            return Side(table: dialect.quoted(name), columns: quoted, reading: quoted)
        }
        source = side(from)
        target = side(to)
        self.key = key.compactMap(columns.firstIndex)
        isCounted = key == ["sequence"]
        forms = columns.map { _ in nil }
    }

    /// A model's table, whose values each database keeps in its own way.
    init(_ model: ModelDescriptor, from: SQLDialect, to: SQLDialect) {
        let here = ModelTable(model, from)
        let there = ModelTable(model, to)
        name = here.name
        func side(_ table: ModelTable) -> Side {
            let system = ModelTable.systemColumns
            return Side(
                table: table.quoted, columns: system + table.columns.map(\.quoted),
                reading: system + table.columns.map(table.dialect.reading))
        }
        source = side(here)
        target = side(there)
        key = [0, 1]
        isCounted = false
        forms = ModelTable.systemColumns.map { _ in nil } + there.columns.map(Optional.some)
        moments = [2, 3, 4]
    }

    /// Positions of columns that are moments in one database and numbers in the other.
    private var moments: Set<Int> = []

    // MARK: Reading

    /// - Returns: rows behind the key, in its order, as ``comparable(_:)`` gives them.
    func page(of side: Place, in db: any SQLSession, after last: Row?, limit: Int) throws -> [Row] {
        let place = side == .source ? source : target
        let keys = key.map { place.columns[$0] }
        var condition = ""
        var arguments: SQLArguments = []
        if let last {
            let marks = keys.map { _ in "?" }.joined(separator: ", ")
            condition = " WHERE (\(keys.joined(separator: ", "))) > (\(marks))"
            arguments = SQLArguments(key.map { last[$0] })
        }
        return try db.rows(
            """
            SELECT \(place.reading.joined(separator: ", ")) FROM \(place.table)\(condition)
            ORDER BY \(keys.joined(separator: ", ")) LIMIT ?
            """, arguments + [limit]
        ) { try comparable($0) }
    }

    enum Place: Sendable { case source, target }

    /// The last row in the key's order that is there already.
    func last(in db: any SQLSession) throws -> Row? {
        let keys = key.map { "\(target.columns[$0]) DESC" }.joined(separator: ", ")
        return try db.first(
            "SELECT \(target.reading.joined(separator: ", ")) FROM \(target.table) ORDER BY \(keys) LIMIT 1") { try comparable($0) }
    }

    func isEmpty(in db: any SQLSession) throws -> Bool { try !db.exists("SELECT 1 FROM \(target.table) LIMIT 1") }

    /// The same value is the same here, whichever database it comes from.
    private func comparable(_ row: SQLRow) throws -> Row {
        try row.values.enumerated().map { index, value in
            if let column = forms[index] { return try column.encoded(column.json(row, index) ?? .null) }
            if moments.contains(index) { return .moment(try row.integer(index)) }
            return value
        }
    }

    // MARK: Writing

    func insert(_ rows: [Row], into db: any SQLSession) throws {
        // As many as have room in SQLite's 32,766 values of a statement.
        let portion = max(1, min(200, 30_000 / target.columns.count))
        for start in stride(from: 0, to: rows.count, by: portion) {
            let part = rows[start..<min(start + portion, rows.count)]
            let marks = "(" + target.columns.map { _ in "?" }.joined(separator: ", ") + ")"
            try db.run(
                """
                INSERT INTO \(target.table) (\(target.columns.joined(separator: ", ")))
                VALUES \(part.map { _ in marks }.joined(separator: ", "))
                """, SQLArguments(part.flatMap(\.self)))
        }
    }

    /// Has the database count on behind the last row.
    func countOn(in db: any SQLSession) throws {
        guard isCounted, db.dialect == .postgres else { return }
        _ = try db.first(
            """
            SELECT setval(pg_get_serial_sequence(?, 'sequence'), max(sequence)) FROM \(target.table) HAVING max(sequence) > 0
            """, [target.table]) { $0.isNull(0) }
    }

    /// A row's key, for messages.
    func keyText(_ row: Row) -> String {
        key.map { index in
            switch row[index] {
            case .null: "NULL"
            case .integer(let number), .moment(let number): "\(number)"
            case .real(let number): "\(number)"
            case .text(let text): text
            case .bytes(let bytes): "\(bytes.count) bytes"
            }
        }.joined(separator: " ")
    }
}
