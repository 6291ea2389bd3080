#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import IntegrationKit
public import Storage
import Synchronization

/// A ``Store`` on a database that speaks SQL: it brings transactions and a dialect, everything else is here, once for
/// all of them. So stores differ in how statements reach the database, not in what they mean.
///
/// Where the chapters are: `Engine/` what a body sees of its database, `Schema/` the tables, `Topics/` one file for each
/// group of methods.
public protocol SQLStore: Store {
    var dialect: SQLDialect { get }
    var models: PreparedModels { get }

    /// Runs `body`, which only reads. A read of a cancelled task fails.
    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> T) async throws(StorageError) -> T
    /// Runs `body` in a transaction and returns when it is durable. `body` may run again when its first run was rolled
    /// back because of others, so it must have no effect but on the database.
    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> T) async throws(StorageError) -> T
    /// Something that whoever started the process should read.
    func notice(_ text: String)
}

/// What ``Store/prepare(models:)`` found and made.
public final class PreparedModels: Sendable {
    private struct State {
        var tables: [String: ModelTable] = [:]
        var unused: [String] = []
    }

    private let state = Mutex(State())

    public init() {}

    func set(_ tables: [ModelTable], unused: [String]) {
        state.withLock { state in
            state.tables = Dictionary(tables.map { ($0.model.handle, $0) }, uniquingKeysWith: { $1 })
            state.unused = unused
        }
    }

    /// By the models' handles.
    var tables: [String: ModelTable] { state.withLock(\.tables) }

    /// The tables and columns that are in the database but no longer in the manifest: their data is kept, and nothing
    /// reads it.
    public var unused: [String] { state.withLock(\.unused) }

    func table(of model: String) throws(StorageError) -> ModelTable {
        guard let table = tables[model] else {
            throw .incompatibleSchema(["the store was not prepared for the model \(model): call prepare(models:) with it"])
        }
        return table
    }
}

extension SQLStore {
    public func notice(_ text: String) {}

    public func check() async throws(StorageError) {
        let now = Date().microseconds
        try await write { db in
            try db.run(
                """
                INSERT INTO ik_probe (id, checked_at) VALUES (1, ?)
                ON CONFLICT (id) DO UPDATE SET checked_at = excluded.checked_at
                """, [now])
        }
    }
}
