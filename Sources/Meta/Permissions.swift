import GraphAPI
import IntegrationKit

/// The permissions that the integration asks for.
enum Permissions {
    /// Those that a token lacks. People may decline single ones.
    static func missing(in inspection: TokenInspection) -> [String] {
        let asked = Meta.connections.first?.scopes ?? []
        return asked.filter { inspection.targets(of: $0)?.isEmpty ?? false }
    }
}
