import IntegrationKit
import Storage

// References between instances. PostgreSQL guards them too (see ``ModelTable/foreignKeys``), for what other processes do
// at the same time.
extension UnitOfWork {
    /// - Throws: ``StorageError/dangling(target:column:)`` when a reference leads nowhere.
    func requireTarget(of value: JSON, in column: ModelColumn) throws {
        guard let reference = column.field.reference, let id = value.stringValue else { return }
        let isThere = try db.exists(
            "SELECT 1 FROM \(db.dialect.quoted(ModelTable.prefix + reference.model)) WHERE installation_id = ? AND id = ?"
                + db.dialect.keepingIt,
            [installation, id])
        if !isThere { throw StorageError.dangling(target: reference.model, column: column.handle) }
    }

    func delete(_ id: String, from model: String) throws -> ChangeOutcome {
        let table = db.dialect.quoted(ModelTable.prefix + model)
        let wasThere = try db.changes("DELETE FROM \(table) WHERE installation_id = ? AND id = ?", [installation, id])
        guard wasThere else { return .nothingToDo }
        // The row is gone already, so that a circle of references ends here.
        for (column, referrer) in referrers(to: model) {
            let rows = "\(referrer.quoted) WHERE installation_id = ? AND \(column.quoted) = ?"
            switch column.field.reference?.onDelete {
            case .restrict:
                if try db.exists("SELECT 1 FROM \(rows)", [installation, id]) {
                    throw StorageError.referenced(table: model, by: referrer.model.handle)
                }
            case .cascade:
                for row in try db.rows("SELECT id FROM \(rows)", [installation, id], { try $0.text(0) }) {
                    _ = try delete(row, from: referrer.model.handle)
                }
            case .setNull:
                try db.run(
                    "UPDATE \(referrer.quoted) SET \(column.quoted) = NULL "
                        + "WHERE installation_id = ? AND \(column.quoted) = ?", [installation, id])
            case nil, .some(.none): break
            }
        }
        return .done
    }

    /// The columns that refer to instances of a model, in an order that is always the same.
    func referrers(to model: String) -> [(column: ModelColumn, table: ModelTable)] {
        tables.values.sorted { $0.name < $1.name }.flatMap { table in
            table.columns.filter { $0.field.reference?.model == model }.map { (column: $0, table: table) }
        }
    }
}
