#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import GRDB
import IntegrationKit
import StorageSQL

/// The exact order of DECIMAL values in queries. The collation is never named in the schema, so that every tool can
/// open the file.
enum DecimalOrder {
    static var collation: DatabaseCollation {
        DatabaseCollation(SQLDialect.decimalCollation) { left, right in
            switch DecimalText.order(left, right) {
            case ..<0: .orderedAscending
            case 0: .orderedSame
            default: .orderedDescending
            }
        }
    }
}
