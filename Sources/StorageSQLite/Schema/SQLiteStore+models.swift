public import IntegrationKit
import GRDB
public import Storage
import Synchronization

extension SQLiteStore {
    public func prepare(models: [ModelDescriptor]) async throws(StorageError) {
        let unusedSchema = try await write { db in
            let evolution = try ModelEvolution(models, in: db)
            guard evolution.problems.isEmpty else { throw StorageError.incompatibleSchema(evolution.problems) }
            try evolution.apply()
            return evolution.unused
        }
        tables.withLock { tables in
            tables = [:]
            for model in models { tables[model.handle] = ModelTable(model) }
        }
        unused.withLock { $0 = unusedSchema }
    }

    /// The SQL that makes the models' tables in an empty store, for documentation and review.
    public static func modelTableDefinitions(_ models: [ModelDescriptor]) -> String {
        models.map { model in
            let table = ModelTable(model)
            let comment = (model.description.isEmpty ? model.label : model.description)
                .split(whereSeparator: \.isNewline).map { "-- \($0)\n" }.joined()
            return comment + ([table.creation] + table.uniqueIndexes.map(\.creation) + table.referenceIndexes.map(\.creation))
                .joined(separator: "\n") + "\n"
        }.joined(separator: "\n")
    }

    /// The tables of all models that were prepared, by the models' handles.
    var allTables: [String: ModelTable] { tables.withLock { $0 } }

    /// The table of a model that was prepared.
    func table(of model: String) throws(StorageError) -> ModelTable {
        guard let table = tables.withLock({ $0[model] }) else {
            throw .incompatibleSchema(["the store was not prepared for the model \(model): call prepare(models:) with it"])
        }
        return table
    }
}
