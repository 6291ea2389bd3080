import IntegrationKit
public import Storage
public import StorageSQL

/// Everything that the runtime keeps, in PostgreSQL 15 or later: the store of several processes.
///
/// The processes share the work: each takes lanes that no other holds, and tells the others when there is something to
/// do. What a call has written when it returns is as durable as the server's `synchronous_commit` says (by default, on
/// its disk). Transactions are `READ COMMITTED` and lock what they decide on; those that collide are run again.
///
/// Deadlines: work fails as ``StorageError/unavailable(_:)`` when no connection was free within ``Options/patience``,
/// when a statement took longer than ``Options/statementTimeout``, and at once while the server cannot be reached. When
/// the connection breaks during a commit, that error leaves open whether it was carried out; in all other cases nothing
/// was. A write that was asked for is carried out even when the asking task is cancelled. A read of a cancelled task
/// fails.
///
/// Where the chapters are: `Client/` speaks with libpq, `Engine/` has connections, threads and transactions; what is
/// asked of the store is in ``SQLStore``.
public final class PostgresStore: SQLStore {
    public let models = PreparedModels()
    public var dialect: SQLDialect { .postgres }

    private let pool: WorkPool
    private let messenger: Messenger
    private let options: Options

    /// Connects, and brings the runtime's own tables up to date.
    ///
    /// - Parameter url: `postgres://user:password@host:5432/database?sslmode=verify-full&sslrootcert=…`: a connection URI
    ///   of libpq with all of its settings, <https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING>.
    /// - Throws: ``StorageError/unavailable(_:)`` when the server cannot be reached,
    ///   ``StorageError/incompatibleSchema(_:)`` for a database of a newer version or of another program.
    public init(url: String, options: Options = Options()) async throws(StorageError) {
        self.options = options
        pool = WorkPool(url: url, options: options)
        messenger = Messenger(url: url, options: options)
        do throws(StorageError) {
            try await changingSchema { try PostgresSchema.apply(to: $0) }
        } catch {
            await pool.close()
            throw error
        }
        messenger.start()
    }

    /// Which database a URL names, without user and password: `host:5432/database`.
    ///
    /// - Returns: nil when it is not a connection URI.
    public static func place(ofURL url: String) -> String? { ConnectionURL.place(of: url) }

    public func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> T
    ) async throws(StorageError) -> T {
        let work = Body(isTransaction: false, deadline: .now + options.patience, body: body)
        return try await options.meter.measure(.read) { () async throws(StorageError) -> T in
            try await withTaskCancellationHandler {
                await work.result(in: pool)
            } onCancel: {
                work.cancel()
            }.get()
        }
    }

    public func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> T
    ) async throws(StorageError) -> T {
        let work = Body(isTransaction: true, deadline: .now + options.patience, body: body)
        return try await options.meter.measure(.write) { () async throws(StorageError) -> T in
            try await work.result(in: pool).get()
        }
    }

    public func close() async {
        await messenger.stop()
        await pool.close()
    }

    public func notice(_ text: String) { options.notice(text) }

    // MARK: Hints

    public var hints: AsyncStream<StoreHint> { messenger.hints }

    public func tell(_ hint: StoreHint) { messenger.tell(hint) }
}
