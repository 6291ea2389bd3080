/// The Core API as the bearer of one token sees it. What it can do is in extensions, one for each family of methods.
///
/// A value, safe to use from several tasks. Its token goes into the `Authorization` header and nowhere else.
public struct CoreAccess: Sendable {
    public let api: CoreAPI
    public let token: CoreToken

    public init(api: CoreAPI, token: CoreToken) {
        self.api = api
        self.token = token
    }
}

extension CoreAccess: CustomStringConvertible, CustomReflectable {
    public var description: String { "CoreAccess(\(api.baseURL), \(token))" }
    public var customMirror: Mirror { Mirror(self, children: ["access": description]) }
}
