import Dispatch
#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import GRDB
public import Storage
public import StorageSQL

/// Everything that the runtime keeps, in one SQLite file: the store of a single machine.
///
/// The file is in WAL mode with `synchronous=FULL`: what a call has written when it returns survives a crash of the
/// process and a power cut. Readers never wait for writers. All writes of this process go through one connection, and
/// writes that are asked for at the same time share one transaction and one sync to disk (each still succeeds or fails
/// by itself). Several processes may have the same file open; they take turns by SQLite's own lock.
///
/// Deadlines: a write fails as ``StorageError/unavailable(_:)`` when it was not begun within
/// ``Options/patience``, or when another process held the lock for longer than ``Options/lockTimeout``. A write that
/// was asked for is carried out even when the asking task is cancelled: its outcome is never in doubt. A read of a
/// cancelled task fails.
///
/// `Engine/` opens the file and runs transactions; what is asked of the store is in ``SQLStore``.
public final class SQLiteStore: SQLStore {
    /// What can be set; the defaults fit one server process.
    public struct Options: Sendable {
        /// How long a transaction waits for another process's. Default 5 seconds.
        public var lockTimeout: Duration
        /// How long a write waits for its turn in this process. Default 10 seconds.
        public var patience: Duration
        /// Connections for reading, 1 to 64. Default 4.
        public var readers: Int
        /// Bytes that the database file may grow to, not counting the write-ahead log, which stays below a few MB;
        /// nil for as much as the disk holds. A write beyond is ``StorageError/cannotWrite(_:)``.
        public var maximumSize: Int?
        /// Whether nobody else may have the file open meanwhile; opening fails as ``StorageError/unavailable(_:)`` when
        /// somebody has. References are not guarded then. For copies.
        public var isExclusive: Bool
        /// Measures transactions. Default: none.
        public var meter: StoreMeter

        public init(
            lockTimeout: Duration = .seconds(5), patience: Duration = .seconds(10), readers: Int = 4,
            maximumSize: Int? = nil, isExclusive: Bool = false, meter: StoreMeter = .none
        ) {
            self.lockTimeout = lockTimeout
            self.patience = patience
            self.readers = readers
            self.maximumSize = maximumSize
            self.isExclusive = isExclusive
            self.meter = meter
        }
    }

    let connection: any DatabaseWriter
    let writes: WriteQueue
    private let meter: StoreMeter
    public let models = PreparedModels()
    public var dialect: SQLDialect { .sqlite }

    /// Opens the file, creating it with access for this user only, and brings the runtime's own tables up to date.
    /// Blocks the calling thread, for milliseconds as a rule: call it at start.
    ///
    /// - Parameter path: Of the database file, whose folder must exist; `:memory:` for a store that is gone when it is
    ///   closed.
    /// - Throws: ``StorageError/incompatibleSchema(_:)`` for a file of a newer version or of another program,
    ///   ``StorageError/corrupt(_:)``, ``StorageError/cannotWrite(_:)`` or ``StorageError/unavailable(_:)``.
    public init(path: String, options: Options = Options()) throws(StorageError) {
        do {
            connection = try Self.open(path, options)
        } catch {
            throw StorageError(error, path: path)
        }
        meter = options.meter
        writes = WriteQueue(connection: connection, patience: options.patience)
        do {
            let maximumSize = options.maximumSize
            try connection.writeWithoutTransaction { db in
                // GRDB sets NORMAL, under which a power cut may take back what was committed last.
                try db.execute(sql: "PRAGMA synchronous = FULL")
                if let maximumSize { try SQLiteSchema.limitSize(of: db, to: maximumSize) }
                try SQLiteSchema.apply(to: db, path: path)
            }
        } catch {
            throw StorageError(error, path: path)
        }
    }

    public func close() async {
        guard await writes.finish() else { return }
        await withCheckedContinuation { continuation in
            // Closing waits for readers, so not on a thread of the cooperative pool. A failure leaves nothing to do:
            // what was committed is on disk, and the connections go with the process.
            DispatchQueue.global().async { [connection] in
                // So that the file alone is the whole store, to be copied for example.
                try? connection.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
                try? connection.close()
                continuation.resume()
            }
        }
    }

    // MARK: Transactions

    /// Runs `body` on a snapshot of the database.
    public func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> T
    ) async throws(StorageError) -> T {
        guard !writes.isClosed else { throw .closed }
        return try await meter.measure(.read) { () async throws(StorageError) -> T in
            do {
                return try await connection.read { try body(SQLiteSession($0)) }
            } catch {
                throw writes.isClosed ? .closed : StorageError(error)
            }
        }
    }

    /// Runs `body` in a transaction and returns when it is on disk. `body` may run again when its first run was rolled
    /// back together with another's, so it must have no effect but on the database.
    public func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> T
    ) async throws(StorageError) -> T {
        try await meter.measure(.write) { () async throws(StorageError) -> T in
            try await writes.perform { try body(SQLiteSession($0)) }
        }
    }

    // MARK: Opening

    private static func open(_ path: String, _ options: Options) throws -> any DatabaseWriter {
        var configuration = Configuration()
        configuration.label = "store"
        configuration.busyMode = .timeout(options.lockTimeout.seconds)
        configuration.maximumReaderCount = min(max(options.readers, 1), 64)
        configuration.prepareDatabase { db in
            db.add(collation: DecimalOrder.collation)
            try db.execute(sql: "PRAGMA journal_size_limit = 4194304; PRAGMA cache_size = -4096; PRAGMA temp_store = MEMORY")
        }
        configuration.foreignKeysEnabled = !options.isExclusive
        if options.isExclusive {
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
        }
        if path == ":memory:" { return try DatabaseQueue(configuration: configuration) }
        if !FileManager.default.fileExists(atPath: path) {
            // What SQLite puts beside it takes the same permissions.
            _ = FileManager.default.createFile(
                atPath: path, contents: nil, attributes: [.posixPermissions: 0o600 as Int])
        }
        guard options.isExclusive else { return try DatabasePool(path: path, configuration: configuration) }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        // The lock is taken with the first transaction, and kept.
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL; BEGIN EXCLUSIVE; COMMIT") }
        return queue
    }
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
