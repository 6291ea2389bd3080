import CLibPQ
import Storage
import StorageSQL

/// What a statement gave, copied out of libpq's memory.
struct Answer {
    let rows: [[SQLValue]]
    let names: [String]
    /// Rows that the statement wrote or removed.
    let affected: Int

    init(_ result: OpaquePointer) throws {
        let columns = 0..<PQnfields(result)
        names = columns.map { String(cString: PQfname(result, $0)) }
        let types = columns.map { PQftype(result, $0) }
        rows = try (0..<PQntuples(result)).map { row in
            try columns.map { column in
                if PQgetisnull(result, row, column) == 1 { return .null }
                let bytes = UnsafeRawBufferPointer(
                    start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
                return try Self.value(bytes, type: types[Int(column)])
            }
        }
        affected = Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    /// Of a value in its binary form. Type numbers: `pg_type.dat` in PostgreSQL's sources.
    private static func value(_ bytes: UnsafeRawBufferPointer, type: Oid) throws -> SQLValue {
        switch type {
        case 16: return .integer(bytes.first == 0 ? 0 : 1)
        case 17: return .bytes(Array(bytes))
        case 20: return .integer(integer(bytes, as: Int64.self))
        case 21: return .integer(Int64(integer(bytes, as: Int16.self)))
        case 23: return .integer(Int64(integer(bytes, as: Int32.self)))
        case 701: return .real(Double(bitPattern: integer(bytes, as: UInt64.self)))
        case 1184:
            let (moment, overflows) = integer(bytes, as: Int64.self).addingReportingOverflow(Parameter.epoch)
            return .moment(overflows ? .max : moment)
        // text, name, varchar, json, void
        case 25, 19, 1043, 114, 2278, 705: return .text(String(decoding: bytes, as: UTF8.self))
        default: throw StorageError.corrupt("a column has the type number \(type), which the store never reads")
        }
    }

    private static func integer<Integer: FixedWidthInteger>(_ bytes: UnsafeRawBufferPointer, as: Integer.Type) -> Integer {
        bytes.reduce(0) { $0 << 8 | Integer(truncatingIfNeeded: $1) }
    }
}
