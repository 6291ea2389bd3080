#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import GRDB
import IntegrationKit

/// The exact order of DECIMAL values in queries. The collation is never named in the schema, so that every tool can
/// open the file.
enum DecimalOrder {
    static let name = "ik_decimal"

    static var collation: DatabaseCollation {
        DatabaseCollation(name) { left, right in
            switch DecimalText.order(left, right) {
            case ..<0: .orderedAscending
            case 0: .orderedSame
            default: .orderedDescending
            }
        }
    }
}
