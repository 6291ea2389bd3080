import Storage
import StorageSQL

extension StorageError {
    /// What an error means for the caller.
    init(_ error: any Error) {
        switch error {
        case let error as StorageError: self = error
        case let error as PostgresFailure: self.init(error)
        default: self = .unavailable("\(error)")
        }
    }

    private init(_ failure: PostgresFailure) {
        let says = "PostgreSQL says: \(failure.message)"
        guard case .statement(let state) = failure.kind else {
            self = .unavailable("PostgreSQL cannot be reached: \(failure.message)")
            return
        }
        switch state {
        case "23505":
            self = .conflict(table: RuntimeSchema.subject(ofTable: failure.table), columns: Self.columns(in: failure.detail))
        case "23503": self = Self.reference(failure)
        // Values that do not fit their columns.
        case _ where state.hasPrefix("22") || state.hasPrefix("23"): self = .invalidRequest(failure.message)
        case "53100": self = .cannotWrite("the database server's disk is full: make room there and try again")
        case "25006": self = .cannotWrite("the database is read-only, as a standby is: give the address of the primary")
        case "55P03": self = .unavailable("another transaction has held what this one needs for too long")
        case "57014": self = .unavailable("a statement took longer than it may")
        case "42501": self = .cannotWrite("the database user lacks a right (\(failure.message)): GRANT it")
        case "3F000", "42P06":
            self = .unavailable("\(says): the database user needs a schema of its own or the right to create in public")
        case _ where state.hasPrefix("XX"): self = .corrupt("\(says) (\(state))")
        default: self = .unavailable("\(says) (\(state))")
        }
    }

    /// From `Key (installation_id, code)=(…) already exists.`, in whatever language the server speaks.
    private static func columns(in detail: String) -> [String] {
        guard let open = detail.firstIndex(of: "("), let close = detail[open...].firstIndex(of: ")") else { return [] }
        return detail[detail.index(after: open)..<close].split(separator: ",")
            .map { String($0.drop { $0 == " " || $0 == "\"" }.prefix { $0 != "\"" }) }.filter { $0 != "installation_id" }
    }

    private static func reference(_ failure: PostgresFailure) -> StorageError {
        guard failure.table.hasPrefix(ModelTable.prefix) else { return .notFound(table: "owner of the row", id: "") }
        let subject = RuntimeSchema.subject(ofTable: failure.table)
        if failure.sql.hasPrefix("DELETE") {
            let target = failure.sql.split(separator: "\"").dropFirst().first.map(String.init) ?? ""
            return .referenced(table: RuntimeSchema.subject(ofTable: target), by: subject)
        }
        // … is not present in table "model_contact".
        let target = failure.detail.split(separator: "\"").last { $0.hasPrefix(ModelTable.prefix) }.map(String.init)
        return .dangling(
            target: RuntimeSchema.subject(ofTable: target ?? failure.constraint),
            column: columns(in: failure.detail).first ?? failure.constraint)
    }
}
