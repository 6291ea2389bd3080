internal import IntegrationKit

/// The variables that a call brings along.
enum CallEnvironment {
    /// The platform's token among them.
    static let token = "SKEDYUL_API_TOKEN"

    /// The members as texts, as an environment has them; nothing is nothing.
    ///
    /// - Returns: nil when one is a list or an object.
    static func texts(of object: JSONObject) -> [String: String]? {
        var texts: [String: String] = [:]
        for (name, value) in object {
            switch value {
            case .string(let text): texts[name] = text
            case .number, .bool: texts[name] = value.serialized()
            case .null: continue
            case .array, .object: return nil
            }
        }
        return texts
    }
}
