/// `sqlite.sql`: the models' tables as the embedded store makes them in an empty file.
///
/// Times are microseconds since 1970 in UTC, booleans 0 and 1, decimals text in plain notation.
func sqliteSchema(_ context: GenerationContext) -> String {
    let tables = context.manifest.models.map { definition(of: ModelTableDesign($0, context)) }
    return ([SQLText.heading(context, dialect: "SQLite") + runtimeTables] + tables).joined(separator: "\n")
}

/// What the models' tables refer to, as the runtime makes it.
private let runtimeTables = """

    -- The runtime makes these two itself.
    CREATE TABLE IF NOT EXISTS ik_workplace (
        handle TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, time_zone TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS ik_installation (
        id TEXT NOT NULL PRIMARY KEY,
        workplace TEXT NOT NULL UNIQUE REFERENCES ik_workplace (handle),
        created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    """

private func definition(of table: ModelTableDesign) -> String {
    let name = SQLText.identifier(table.name)
    let fields = table.columns.map { "    \(definition(of: $0)),\n" }.joined()
    let uniqueness = table.uniqueSets.map { columns in
        let all = ["installation_id"] + columns.map(SQLText.identifier)
        let index = SQLText.identifier(table.uniqueIndexName(columns))
        return "CREATE UNIQUE INDEX \(index) ON \(name) (\(all.joined(separator: ", ")));\n"
    }
    let references = table.referenceColumns.map { column in
        "CREATE INDEX \(SQLText.identifier(table.referenceIndexName(column.handle))) ON \(name) "
            + "(installation_id, \(SQLText.identifier(column.handle)));\n"
    }
    return SQLText.comment(table.description)
        + """
        CREATE TABLE \(name) (
            installation_id TEXT NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
            id TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            refreshed_at INTEGER NOT NULL,
        \(fields)    PRIMARY KEY (installation_id, id)
        ) STRICT;

        """ + uniqueness.joined() + references.joined()
}

private func definition(of column: ModelTableDesign.Column) -> String {
    let name = SQLText.identifier(column.handle)
    let type =
        switch column.storage {
        case .text, .date, .time, .decimal, .json, .sealed: "TEXT"
        case .integer, .boolean, .datetime: "INTEGER"
        case .real: "REAL"
        }
    var text = "\(name) \(type)"
    if column.isRequired { text += " NOT NULL" }
    if let value = column.defaultValue { text += " DEFAULT \(literal(value, column.storage))" }
    switch column.storage {
    case .boolean: text += " CHECK (\(name) IN (0, 1))"
    case .json: text += " CHECK (\(name) IS NULL OR json_valid(\(name)))"
    case .text, .date, .time, .integer, .real, .datetime, .decimal, .sealed: break
    }
    return text
}

private func literal(_ value: ManifestValue, _ storage: ModelTableDesign.Storage) -> String {
    switch (storage, value) {
    case (.boolean, .boolean(let value)): value ? "1" : "0"
    case (.integer, .integer(let number)): String(number)
    case (.real, .integer(let number)): "\(Double(number))"
    case (.real, .decimal(let number)): Double(number).map { "\($0)" } ?? number
    case (.datetime, .text(let text)): UnixTime.microseconds(text).map(String.init) ?? literal(text)
    case (.json, _): literal(JSONTree(value).compactText)
    default: literal(value.plainText)
    }
}

extension ManifestValue {
    /// A scalar as it is written, without quotes; other values as JSON.
    var plainText: String {
        switch self {
        case .text(let text), .decimal(let text): text
        case .integer(let number): String(number)
        case .boolean(let value): String(value)
        case .list, .map: JSONTree(self).compactText
        }
    }
}

/// A text; hidden marks in it are made of their numbers.
private func literal(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: SQLText.isHidden) else { return SQLText.literal(text) }
    var written = ""
    for scalar in SQLText.literal(text).unicodeScalars {
        if SQLText.isHidden(scalar) {
            written += "' || char(\(scalar.value)) || '"
        } else {
            written.unicodeScalars.append(scalar)
        }
    }
    return "(\(written))"
}
