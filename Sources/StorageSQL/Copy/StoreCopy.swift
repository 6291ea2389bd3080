#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit
public import Storage

/// Copies one store into another, of the same kind or the other, and compares every row afterwards.
///
/// It may be cut off at any moment and begun again: rows go in by their keys, a portion in one transaction, so that it
/// goes on where it was. Until it is finished no server takes the target (see ``Store/prepare(models:)``).
///
/// Nobody else may write to either meanwhile. An SQLite file is opened for this alone; of a PostgreSQL database the
/// programs that are connected are looked for, before and after.
public struct StoreCopy: Sendable {
    public struct Count: Hashable, Sendable {
        public let table: String
        public let rows: Int
    }

    /// Why nothing was copied, or not all of it.
    public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
        public let description: String

        init(_ description: String) { self.description = description }
    }

    private let source: any SQLStore
    private let target: any SQLStore
    private let models: [ModelDescriptor]

    /// - Parameters:
    ///   - source: Prepared for the models.
    ///   - target: Fresh, or what an earlier copy of this source has left; not prepared.
    public init(from source: any SQLStore, to target: any SQLStore, models: [ModelDescriptor]) {
        self.source = source
        self.target = target
        self.models = models
    }

    /// - Parameter report: Told of each table when its rows are there.
    /// - Returns: how many rows each table has, all of them compared.
    /// - Throws: ``Refusal``, or ``StorageError``.
    public func run(now: Date, report: @Sendable (Count) -> Void = { _ in }) async throws -> [Count] {
        let tables = try await tables()
        try await requireAlone()
        let guards = try await begin(tables, now: now)
        for table in tables { report(Count(table: table.subject, rows: try await copy(table))) }
        var counts: [Count] = []
        for table in tables { counts.append(Count(table: table.subject, rows: try await compare(table))) }
        try await requireAlone()
        let identity = try await source.read { try $0.storeIdentity() }
        try await target.write { db in
            for table in tables { try table.countOn(in: db) }
            try db.restoreGuards(guards)
            try db.run("UPDATE ik_copy SET finished_at = ? WHERE source = ?", [now.microseconds, identity])
        }
        return counts
    }

    private func tables() async throws -> [CopiedTable] {
        let here = source.dialect
        let there = target.dialect
        let runtime = try await source.read { try $0.copiedRuntimeTables() }
        let ours = try await target.read { try $0.copiedRuntimeTables() }
        guard runtime.map(\.name) == ours.map(\.name) else { throw Refusal("The two stores have different tables.") }
        return runtime.map { CopiedTable(runtime: $0.name, columns: $0.columns, key: $0.key, from: here, to: there) }
            + models.map { CopiedTable($0, from: here, to: there) }
    }

    private func requireAlone() async throws {
        for (name, store) in [("source", source), ("target", target)] {
            let others = try await store.read { try $0.otherPrograms() }
            guard others.isEmpty else {
                throw Refusal("The \(name) is in use by \(others.joined(separator: ", ")): stop its servers first, then run "
                    + "the same command again.")
            }
        }
    }

    /// - Returns: what makes the guards of references again.
    private func begin(_ tables: [CopiedTable], now: Date) async throws -> [String] {
        let identity = try await source.read { try $0.storeIdentity() }
        let known = try await target.read { db in
            try db.rows("SELECT source, finished_at, guards FROM ik_copy") {
                (source: try $0.text(0), isFinished: !$0.isNull(1), guards: try $0.json(2))
            }
        }
        if let known = known.first {
            guard known.source == identity else {
                throw Refusal("The target is a copy of another store: choose an empty one.")
            }
            guard !known.isFinished else { throw Refusal("The target is a finished copy of this source already.") }
            return (known.guards.arrayValue ?? []).compactMap(\.stringValue)
        }
        // Of a fresh store only: on one that is not, nothing is touched.
        let runtime = tables.filter { !$0.name.hasPrefix(ModelTable.prefix) }
        let used = try await target.read { db in try runtime.first { try !$0.isEmpty(in: db) }?.subject }
        if let used { throw Refusal("The target is not empty (it has rows of \(used)): choose an empty one.") }
        try await target.prepare(models: models)
        return try await target.write { db in
            let guards = try db.removeGuards()
            try db.run(
                "INSERT INTO ik_copy (source, started_at, guards) VALUES (?, ?, ?)",
                [identity, now.microseconds, JSON.array(guards.map(JSON.string)).serialized()])
            return guards
        }
    }

    /// - Returns: how many rows were added now.
    private func copy(_ table: CopiedTable) async throws -> Int {
        var count = 0
        var last = try await target.read { try table.last(in: $0) }
        while true {
            let rows = try await source.read { [last] db in
                try table.page(of: .source, in: db, after: last, limit: table.portion)
            }
            guard !rows.isEmpty else { return count }
            try await target.write { try table.insert(rows, into: $0) }
            count += rows.count
            last = rows.last
        }
    }

    private func compare(_ table: CopiedTable) async throws -> Int {
        var count = 0
        var last: CopiedTable.Row?
        while true {
            let (here, there) = (
                try await source.read { [last] in try table.page(of: .source, in: $0, after: last, limit: table.portion) },
                try await target.read { [last] in try table.page(of: .target, in: $0, after: last, limit: table.portion) }
            )
            if let different = zip(here, there).first(where: { $0 != $1 })?.0 ?? (here.count > there.count ? here[there.count] : nil)
                ?? (there.count > here.count ? there[here.count] : nil)
            {
                throw Refusal("A row of \(table.subject) is different in the two stores (\(table.keyText(different))): somebody "
                    + "wrote to one of them. Stop that, and copy into a fresh store.")
            }
            count += here.count
            guard here.count == table.portion else { return count }
            last = here.last
        }
    }
}

extension SQLSession {
    /// - Throws: ``StorageError/incompatibleSchema(_:)`` in a store that is half of a copy.
    func requireWhole() throws {
        guard try exists("SELECT 1 FROM ik_copy WHERE finished_at IS NULL") else { return }
        throw StorageError.incompatibleSchema([
            "this store is a copy that was not finished: run the same 'store copy' again, or choose another store"
        ])
    }
}
