/// `postgres.sql`: the models' tables as the PostgreSQL store makes them in an empty schema, for PostgreSQL 15 and later.
///
/// Text is compared byte for byte, whatever the database's own order is. JSON is `json`, which keeps what `jsonb` would
/// refuse or rearrange: U+0000 and the order of keys. Times of day are text, for they may come without seconds. The same
/// tables, columns and uniqueness as in SQLite; references are foreign keys, and what the manifest describes is
/// described in the catalogue.
func postgresSchema(_ context: GenerationContext) -> String {
    let tables = context.manifest.models.map { ModelTableDesign($0, context) }
    let references = tables.flatMap(foreignKeys)
    return ([SQLText.heading(context, dialect: "PostgreSQL") + runtimeTables] + tables.map(definition)
        + (references.isEmpty ? [] : [references.joined()])).joined(separator: "\n")
}

private let runtimeTables = """

    -- The runtime makes these two itself.
    CREATE TABLE IF NOT EXISTS ik_workplace (
        handle text COLLATE "C" NOT NULL PRIMARY KEY, name text COLLATE "C" NOT NULL, time_zone text COLLATE "C" NOT NULL
    );
    CREATE TABLE IF NOT EXISTS ik_installation (
        id text COLLATE "C" NOT NULL PRIMARY KEY,
        workplace text COLLATE "C" NOT NULL UNIQUE REFERENCES ik_workplace (handle),
        created_at bigint NOT NULL
    );

    """

private func definition(of table: ModelTableDesign) -> String {
    let name = identifier(table.name)
    let fields = table.columns.map { "    \(definition(of: $0)),\n" }.joined()
    let uniqueness = table.uniqueSets.map { columns in
        let all = ["installation_id"] + columns.map(identifier)
        return "CREATE UNIQUE INDEX \(identifier(table.uniqueIndexName(columns))) ON \(name) "
            + "(\(all.joined(separator: ", ")));\n"
    }
    let references = table.referenceColumns.map { column in
        "CREATE INDEX \(identifier(table.referenceIndexName(column.handle))) ON \(name) "
            + "(installation_id, \(identifier(column.handle)));\n"
    }
    let descriptions = table.columns.compactMap { column in
        column.description.map {
            "COMMENT ON COLUMN \(name).\(identifier(column.handle)) IS \(literal($0));\n"
        }
    }
    return """
        CREATE TABLE \(name) (
            installation_id text COLLATE "C" NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
            id text COLLATE "C" NOT NULL,
            created_at timestamptz NOT NULL,
            updated_at timestamptz NOT NULL,
            refreshed_at timestamptz NOT NULL,
        \(fields)    PRIMARY KEY (installation_id, id)
        );

        """ + uniqueness.joined() + references.joined()
        + "COMMENT ON TABLE \(name) IS \(literal(table.description));\n" + descriptions.joined()
}

private func definition(of column: ModelTableDesign.Column) -> String {
    let type =
        switch column.storage {
        case .text, .time, .sealed: "text COLLATE \"C\""
        case .date: "date"
        case .integer: "bigint"
        case .real: "double precision"
        case .boolean: "boolean"
        case .datetime: "timestamptz"
        case .decimal: "numeric"
        case .json: "json"
        }
    var text = "\(identifier(column.handle)) \(type)"
    if column.isRequired { text += " NOT NULL" }
    if let value = column.defaultValue { text += " DEFAULT \(literal(value, column.storage))" }
    return text
}

private func literal(_ value: ManifestValue, _ storage: ModelTableDesign.Storage) -> String {
    switch (storage, value) {
    case (.boolean, .boolean(let value)): value ? "true" : "false"
    case (.integer, .integer(let number)): String(number)
    case (.json, _): literal(JSONTree(value).compactText)
    default: literal(value.plainText)
    }
}

/// A text; with Unicode escapes where marks in it are hidden.
private func literal(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: SQLText.isHidden) else { return SQLText.literal(text) }
    var escaped = ""
    for scalar in text.unicodeScalars {
        if scalar == "\\" {
            escaped += "\\\\"
        } else if SQLText.isHidden(scalar) {
            let digits = String(scalar.value, radix: 16, uppercase: true)
            escaped += "\\+" + String(repeating: "0", count: 6 - digits.count) + digits
        } else {
            escaped.unicodeScalars.append(scalar)
        }
    }
    return "U&" + SQLText.literal(escaped)
}

/// After all tables, for references may go round in a circle.
private func foreignKeys(of table: ModelTableDesign) -> [String] {
    table.columns.compactMap { column in
        guard let reference = column.reference, let action = action(reference.onDelete, column) else { return nil }
        let name = identifier("\(table.name)$\(column.handle)")
        return """
            ALTER TABLE \(identifier(table.name)) ADD CONSTRAINT \(name)
                FOREIGN KEY (installation_id, \(identifier(column.handle)))
                REFERENCES \(identifier(ModelTableDesign.name(of: reference.model))) (installation_id, id) \(action);

            """
    }
}

/// `nil` for a reference that may lead nowhere.
private func action(_ action: RelationshipDeclaration.DeleteAction, _ column: ModelTableDesign.Column) -> String? {
    switch action {
    // Looked at when the statement ends: an installation takes all of its rows with it at once.
    case .restrict: "ON DELETE NO ACTION"
    case .cascade: "ON DELETE CASCADE"
    case .setNull: "ON DELETE SET NULL (\(identifier(column.handle)))"
    case .none: nil
    }
}

/// PostgreSQL cuts names at 63 bytes; longer ones end in a hash of the whole, so that they stay different.
private func identifier(_ name: String) -> String {
    guard name.utf8.count > 63 else { return SQLText.identifier(name) }
    // FNV-1a.
    let hash = name.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let suffix = String(hash, radix: 16)
    return SQLText.identifier(name.prefix(62 - suffix.count) + "_" + suffix)
}
