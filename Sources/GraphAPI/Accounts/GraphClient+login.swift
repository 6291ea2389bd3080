#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
import IntegrationKit

/// A token that Meta granted.
public struct GrantedToken: Sendable {
    public let token: GraphToken
    /// How long from the answer on; nil for a token that does not expire.
    public let lifetime: Duration?

    /// A token that needs no exchange.
    public init(token: GraphToken, lifetime: Duration? = nil) {
        self.token = token
        self.lifetime = lifetime
    }

    init(_ json: JSON) throws(InvalidValue) {
        var reader = ObjectReader(json, unknownKeys: .ignore)
        let token = reader.required("access_token", as: String.self)
        guard let token, !token.isEmpty, reader.isComplete() else { throw reader.failure() }
        self.token = GraphToken(token)
        // Absent for a token that does not expire; elsewhere Meta says never by zero.
        let seconds = json["expires_in"]?.int64Value ?? json["expires_in"]?.stringValue.flatMap(Int64.init)
        lifetime = seconds.flatMap { $0 > 0 ? Duration.seconds($0) : nil }
    }
}

/// What Meta says about a token.
public struct TokenInspection: Hashable, Sendable {
    /// One permission with the objects that it was granted for.
    public struct GranularScope: Hashable, Sendable {
        public let scope: String
        /// Ids of accounts, pages or businesses; nil means all that the person has.
        public let targets: [String]?
    }

    public let isValid: Bool
    /// `USER`, `PAGE`, `APP` or `SYSTEM_USER`.
    public let type: String?
    public let appID: String?
    /// The person or system user, as this app knows them.
    public let userID: String?
    /// The page, for a token of one.
    public let profileID: String?
    public let scopes: [String]
    public let granularScopes: [GranularScope]
    /// nil: never.
    public let expiresAt: Date?
    /// When the permission to read the person's data ends although the token stays valid; nil: never.
    public let dataAccessExpiresAt: Date?
    /// Why the token is not valid.
    public let error: GraphError?

    /// Whether it is of a business's system user rather than a person's: it lasts as long as its configuration says.
    public var isOfBusiness: Bool { type == "SYSTEM_USER" }

    /// The ids that a permission was granted for: an empty list when it was not granted, nil when it covers everything.
    public func targets(of scope: String) -> [String]? {
        if let granular = granularScopes.first(where: { $0.scope == scope }) { return granular.targets }
        return scopes.contains(scope) ? nil : []
    }

    init(_ json: JSON) throws(InvalidValue) {
        var reader = ObjectReader(json, at: "data", unknownKeys: .ignore)
        let isValid = reader.required("is_valid", as: Bool.self)
        guard let isValid else { throw reader.failure() }
        self.isValid = isValid
        type = json["type"]?.stringValue
        appID = json["app_id"]?.idText
        userID = json["user_id"]?.idText
        profileID = json["profile_id"]?.idText
        scopes = (json["scopes"]?.arrayValue ?? []).compactMap(\.stringValue)
        granularScopes = (json["granular_scopes"]?.arrayValue ?? []).compactMap { element in
            guard let scope = element["scope"]?.stringValue else { return nil }
            return GranularScope(scope: scope, targets: element["target_ids"]?.arrayValue?.compactMap(\.idText))
        }
        expiresAt = json["expires_at"]?.unixTime
        dataAccessExpiresAt = json["data_access_expires_at"]?.unixTime
        error = json["error"].map { GraphError($0.withSubcode()) }
    }
}

extension GraphClient {
    /// Exchanges the code that the login dialog gave for a token (Meta, "Manually build a login flow").
    ///
    /// - Parameter redirectURI: The very one that the dialog was opened with; nil for a code of Embedded Signup.
    /// - Throws: ``GraphFailure``; a code that was used or has expired is code 100 with a subcode.
    public func exchange(code: String, redirectURI: String?) async throws(GraphFailure) -> GrantedToken {
        var form = credentials + [(name: "code", value: code)]
        if let redirectURI { form.append((name: "redirect_uri", value: redirectURI)) }
        let answer = try await post("oauth/access_token", form: form, with: nil)
        return try decode(answer, GrantedToken.init)
    }

    /// Exchanges a short-lived token of a user for one of about 60 days.
    public func extend(_ token: GraphToken) async throws(GraphFailure) -> GrantedToken {
        let form =
            credentials + [
                (name: "grant_type", value: "fb_exchange_token"),
                (name: "fb_exchange_token", value: token.secret.expose()),
            ]
        let answer = try await post("oauth/access_token", form: form, with: nil)
        return try decode(answer, GrantedToken.init)
    }

    /// What Meta says about a token: whether it is valid, for what, until when. A token that is not valid is an answer,
    /// not a failure.
    ///
    /// The inspected token travels in the body of a `POST` that stands for a `GET` (`method=get`), to stay out of URLs.
    public func debugToken(_ token: GraphToken) async throws(GraphFailure) -> TokenInspection {
        let form = [
            (name: "method", value: "get"), (name: "input_token", value: token.secret.expose()),
        ]
        let answer = try await post("debug_token", form: form, with: appToken)
        return try decode(answer["data"] ?? .null, TokenInspection.init)
    }

    /// Takes the app's permissions of the person back, which makes the person's tokens for this app invalid.
    public func revoke(_ token: GraphToken) async throws(GraphFailure) {
        try confirm(await delete("me/permissions", with: token))
    }

    /// The app's id and secret, which travel in the body.
    private var credentials: Parameters {
        [(name: "client_id", value: appID), (name: "client_secret", value: appSecret.expose())]
    }
}
