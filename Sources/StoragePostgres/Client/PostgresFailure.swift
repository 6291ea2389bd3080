import CLibPQ

/// What went wrong on a connection, in PostgreSQL's words.
struct PostgresFailure: Error {
    /// What is wrong, for the decision whether a transaction is run again.
    enum Kind {
        /// The server's word on a statement. SQLSTATE: <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
        case statement(state: String)
        /// The connection cannot be made, is gone, or was silent for longer than its deadline.
        case connection
    }

    let kind: Kind
    let message: String
    var detail = ""
    var table = ""
    var constraint = ""
    /// The statement that failed.
    var sql = ""

    static func connection(_ message: String) -> PostgresFailure {
        PostgresFailure(kind: .connection, message: message)
    }

    /// - Parameter result: Of the status `PGRES_FATAL_ERROR`.
    init(_ result: OpaquePointer, sql: String) {
        func text(_ field: UnsafePointer<CChar>?) -> String { field.map { String(cString: $0) } ?? "" }
        let state = text(shim_error_state(result))
        // Without a state libpq itself speaks: of its connection.
        kind = state.isEmpty || state.hasPrefix("08") || state.hasPrefix("57P") ? .connection : .statement(state: state)
        message = text(shim_error_message(result)).isEmpty
            ? Self.oneLine(text(PQresultErrorMessage(result))) : text(shim_error_message(result))
        detail = text(shim_error_detail(result))
        table = text(shim_error_table(result))
        constraint = text(shim_error_constraint(result))
        self.sql = sql
    }

    private init(kind: Kind, message: String) {
        self.kind = kind
        self.message = message
    }

    var state: String {
        if case .statement(let state) = kind { state } else { "" }
    }

    var isConnection: Bool { if case .connection = kind { true } else { false } }

    /// Other transactions were in the way, and will be gone: serialization failures and deadlocks.
    var isCollision: Bool { state == "40001" || state == "40P01" }

    /// Something unique, or something referred to, came or went after this transaction had looked: the next look sees it.
    var mayBeRace: Bool { state == "23505" || state == "23503" }

    /// libpq's messages end in line breaks and may have several lines.
    static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: "; ")
    }
}
