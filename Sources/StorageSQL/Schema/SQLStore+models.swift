public import IntegrationKit
public import Storage

extension SQLStore {
    public func prepare(models: [ModelDescriptor]) async throws(StorageError) {
        let tables = models.map { ModelTable($0, dialect) }
        let unused = try await write { db in
            try db.lockSchema()
            try db.requireWhole()
            let evolution = try ModelEvolution(tables, in: db)
            guard evolution.problems.isEmpty else { throw StorageError.incompatibleSchema(evolution.problems) }
            try evolution.apply()
            return evolution.unused
        }
        self.models.set(tables, unused: unused)
    }

    /// The tables and columns that are in the database but no longer in the manifest, as of the last
    /// ``prepare(models:)``: their data is kept, and nothing reads it.
    public var unusedSchema: [String] { models.unused }
}

extension SQLDialect {
    /// The SQL that makes the models' tables in an empty store, for documentation and review.
    public func definitions(of models: [ModelDescriptor]) -> String {
        let tables = models.map { ModelTable($0, self) }
        let texts = tables.map { $0.definitions.joined(separator: "\n") + "\n" }
        return (texts + tables.flatMap(\.foreignKeys).map { $0.creation() + "\n" }).joined(separator: "\n")
    }
}

extension SQLSession {
    /// One process at a time looks at the schema to change it.
    package func lockSchema() throws { try lock("schema", isShared: false) }
}
