import GraphAPI
import IntegrationKit

/// The permissions that the integration asks for.
enum Permissions {
    /// Those that a token lacks. People may decline single ones.
    static func missing(in inspection: TokenInspection) -> [String] {
        let all = Meta.connections.flatMap(\.scopes)
        // Embedded Signup is for WhatsApp alone.
        let asked = inspection.isOfBusiness ? all.filter { $0.hasPrefix("whatsapp_") } : all
        return asked.filter { inspection.targets(of: $0)?.isEmpty ?? false }
    }
}
