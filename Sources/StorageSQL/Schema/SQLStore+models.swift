public import IntegrationKit
public import Storage

extension SQLStore {
    public func prepare(models: [ModelDescriptor]) async throws(StorageError) {
        let tables = models.map { ModelTable($0, dialect) }
        let unused = try await changingSchema { db in
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

extension SQLStore {
    /// Runs `body` as a write; of all processes one at a time looks at the schema to change it. Making an index of a large
    /// table takes its time, so the others wait for up to ten minutes.
    package func changingSchema<T: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> T
    ) async throws(StorageError) -> T {
        let deadline = ContinuousClock.now + .seconds(600)
        var isToldOf = false
        while true {
            let result = try await write { db in try db.tryLock("schema", isShared: false) ? try body(db) : nil }
            if let result { return result }
            if !isToldOf { notice("another process is changing the database's schema; this one waits for it") }
            isToldOf = true
            guard ContinuousClock.now < deadline else {
                throw .unavailable("another process has been changing the schema for ten minutes")
            }
            do {
                try await Task.sleep(for: .milliseconds(200))
            } catch {
                throw .cancelled
            }
        }
    }
}
