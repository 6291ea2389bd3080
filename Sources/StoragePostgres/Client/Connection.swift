import CLibPQ
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import StorageSQL

/// One connection in libpq's pipeline mode. It belongs to one thread, which it blocks while it waits for the server; no
/// wait is longer than its deadline. After a failure of kind `connection` it is of no use any more.
///
/// Statements go out without waiting for the ones before: a transaction costs a round trip for each answer that is
/// looked at, not for each statement. After one that fails the server skips all until the next ``synchronize()``, and
/// the first failure is what waiting for any of them throws.
final class Connection {
    private enum Expected {
        case preparation(sql: String)
        case answer(sql: String)
        case synchronization
    }

    /// Statements that the server keeps for us, at most: queries of instances can have any shape.
    private static let mostPrepared = 256

    private let connection: OpaquePointer
    private let timeout: Duration
    private var expected: [Expected] = []
    private var failure: PostgresFailure?
    private var prepared: [String: String] = [:]
    private var names = 0

    /// Connects, and sets what every session needs.
    init(url: String, options: PostgresStore.Options) throws {
        // What stands in the URL wins over the fallback; what comes behind it wins over the URL.
        var settings = [
            ("dbname", url), ("fallback_application_name", options.applicationName), ("client_encoding", "UTF8"),
        ]
        if !ConnectionURL.limitsConnecting(url) { settings.append(("connect_timeout", "\(options.connectSeconds)")) }
        // libpq goes on to the next host when the time of one is over, and does so only when it waits by itself.
        let connection = Self.withCStrings(settings.map(\.0)) { keys in
            Self.withCStrings(settings.map(\.1)) { values in PQconnectdbParams(keys, values, 1) }
        }
        guard let connection else { throw PostgresFailure.connection("there is no memory for a connection") }
        self.connection = connection
        // The server's own limit comes first, so that the connection can go on.
        timeout = options.statementTimeout + .seconds(2)
        shim_drop_notices(connection)
        do {
            guard PQstatus(connection) == CONNECTION_OK else { throw lost() }
            guard PQsetnonblocking(connection, 1) == 0, PQenterPipelineMode(connection) == 1 else { throw lost() }
            try setUp(options)
        } catch {
            PQfinish(connection)
            throw error
        }
    }

    func close() { PQfinish(connection) }

    var socket: Int32 { PQsocket(connection) }

    /// The process of the server that serves this connection.
    var serverProcess: Int32 { PQbackendPID(connection) }

    private func setUp(_ options: PostgresStore.Options) throws {
        // The server ends what we have given up, and a transaction whose process is gone without a word.
        try send(
            """
            SELECT set_config('statement_timeout', ?, false), set_config('lock_timeout', ?, false),
                set_config('idle_in_transaction_session_timeout', ?, false), set_config('DateStyle', 'ISO', false),
                set_config('TimeZone', 'UTC', false), set_config('default_transaction_isolation', 'read committed', false)
            """,
            [
                "\(options.statementTimeout.milliseconds)", "\(options.lockTimeout.milliseconds)",
                "\((options.statementTimeout * 3).milliseconds)",
            ])
        try synchronize()
    }

    // MARK: Statements

    /// Sends a statement, with `?` for its values, when there is a reason to.
    func send(_ sql: String, _ arguments: SQLArguments = []) throws {
        let name = try preparedName(of: sql)
        let values = arguments.values.map(Parameter.init)
        let sent = Parameter.withPointers(values) { pointers, lengths, formats in
            PQsendQueryPrepared(connection, name, Int32(values.count), pointers, lengths, formats, 1)
        }
        guard sent == 1 else { throw lost() }
        expected.append(.answer(sql: sql))
    }

    /// The rows of the last statement that was sent. - Parameter isLast: Whether the server may forget what it skips.
    func answer(isLast: Bool) throws -> Answer {
        if isLast {
            guard PQpipelineSync(connection) == 1 else { throw lost() }
            expected.append(.synchronization)
        } else {
            guard PQsendFlushRequest(connection) == 1 else { throw lost() }
        }
        guard let answer = try receive() else { throw lost() }
        return answer
    }

    /// Waits until everything that was sent is done.
    func synchronize() throws {
        guard PQpipelineSync(connection) == 1 else { throw lost() }
        expected.append(.synchronization)
        _ = try receive()
    }

    /// After a failure: has the server listen again, outside of any transaction.
    ///
    /// - Returns: false when the connection is of no use any more.
    func recover() -> Bool {
        guard PQstatus(connection) == CONNECTION_OK else { return false }
        do {
            if PQpipelineStatus(connection) == PQ_PIPELINE_OFF { guard PQenterPipelineMode(connection) == 1 else { return false } }
            do { try synchronize() } catch let failure as PostgresFailure where !failure.isConnection {}
            if PQtransactionStatus(connection) != PQTRANS_IDLE {
                try send("ROLLBACK")
                try synchronize()
            }
            return PQtransactionStatus(connection) == PQTRANS_IDLE
        } catch {
            return false
        }
    }

    /// Runs several statements in one text, inside the transaction that is open.
    func execute(script: String, within limit: Duration) throws {
        try synchronize()
        guard PQexitPipelineMode(connection) == 1, PQsendQuery(connection, script) == 1 else { throw lost() }
        let deadline = ContinuousClock.now + limit
        var failure: PostgresFailure?
        try flush(until: deadline)
        while true {
            while PQisBusy(connection) == 1 { try wait(until: deadline) }
            guard let result = PQgetResult(connection) else { break }
            defer { PQclear(result) }
            if PQresultStatus(result) == PGRES_FATAL_ERROR { failure = failure ?? PostgresFailure(result, sql: script) }
        }
        guard PQenterPipelineMode(connection) == 1 else { throw lost() }
        if let failure { throw failure }
    }

    /// What other sessions have said on the channels that this one listens to. Does not wait.
    func notifications() throws -> [(channel: String, payload: String, process: Int32)] {
        guard PQconsumeInput(connection) == 1 else { throw lost() }
        var result: [(channel: String, payload: String, process: Int32)] = []
        while let notification = PQnotifies(connection) {
            result.append((
                channel: String(cString: notification.pointee.relname),
                payload: String(cString: notification.pointee.extra), process: notification.pointee.be_pid))
            PQfreemem(notification)
        }
        return result
    }

    private func preparedName(of sql: String) throws -> String {
        if let name = prepared[sql] { return name }
        if prepared.count >= Self.mostPrepared {
            prepared = [:]
            // By its own words, which need no preparation.
            guard PQsendQueryParams(connection, "DEALLOCATE ALL", 0, nil, nil, nil, nil, 1) == 1 else { throw lost() }
            expected.append(.answer(sql: "DEALLOCATE ALL"))
        }
        names += 1
        let name = "s\(names)"
        guard PQsendPrepare(connection, name, Placeholders.numbered(sql), 0, nil) == 1 else { throw lost() }
        expected.append(.preparation(sql: sql))
        prepared[sql] = name
        return name
    }

    // MARK: Waiting

    /// Takes in everything that is expected. - Returns: the last answer.
    private func receive() throws -> Answer? {
        let deadline = ContinuousClock.now + timeout
        try flush(until: deadline)
        var answer: Answer?
        var silences = 0
        while let next = expected.first {
            while PQisBusy(connection) == 1 { try wait(until: deadline) }
            guard let result = PQgetResult(connection) else {
                // One ends the results of each statement; more mean that there will be none.
                silences += 1
                if silences > 2 { throw lost() }
                continue
            }
            silences = 0
            defer { PQclear(result) }
            expected.removeFirst()
            switch (next, PQresultStatus(result)) {
            case (.synchronization, PGRES_PIPELINE_SYNC): break
            case (.preparation, PGRES_COMMAND_OK): break
            case (.answer, PGRES_COMMAND_OK), (.answer, PGRES_TUPLES_OK), (.answer, PGRES_EMPTY_QUERY):
                answer = try Answer(result)
            case (.preparation(let sql), let status), (.answer(let sql), let status):
                if case .preparation = next { prepared[sql] = nil }
                if status == PGRES_FATAL_ERROR { failure = failure ?? PostgresFailure(result, sql: sql) }
                if failure?.isConnection == true { throw lost() }
            case (.synchronization, _): throw lost()
            }
        }
        if let failure {
            self.failure = nil
            throw failure
        }
        return answer
    }

    private func flush(until deadline: ContinuousClock.Instant) throws {
        while true {
            switch PQflush(connection) {
            case 0: return
            case 1:
                // The server may wait for us to read before it reads on.
                let ready = Socket.wait(for: [(socket, Int32(POLLIN | POLLOUT))], until: deadline)
                if ready == [0] { throw silence() }
                if ready[0] & Int32(POLLIN) != 0, PQconsumeInput(connection) != 1 { throw lost() }
            default: throw lost()
            }
        }
    }

    private func wait(until deadline: ContinuousClock.Instant) throws {
        if Socket.wait(for: [(socket, Int32(POLLIN))], until: deadline) == [0] { throw silence() }
        guard PQconsumeInput(connection) == 1 else { throw lost() }
    }

    private func lost() -> PostgresFailure {
        if let failure, failure.isConnection { return failure }
        return .connection(PostgresFailure.oneLine(String(cString: PQerrorMessage(connection))))
    }

    private func silence() -> PostgresFailure { .connection("it has not answered within \(timeout)") }

    private static func withCStrings<T>(_ texts: [String], _ body: ([UnsafePointer<CChar>?]) -> T) -> T {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies.map { UnsafePointer($0) } + [nil])
    }
}
