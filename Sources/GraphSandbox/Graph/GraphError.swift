/// An error as the Graph API answers it. Callers branch on ``code`` and ``subcode``.
struct GraphError: Error, Equatable, Sendable {
    var status: Int
    var message: String
    var type = "OAuthException"
    var code: Int
    var subcode: Int?
    /// `error_data.details`, which WhatsApp errors carry.
    var details: String?
    var isTransient: Bool?
    var userTitle: String?
    var userMessage: String?

    /// The envelope. `trace` is the `fbtrace_id` to quote.
    func body(trace: String?) -> WireJSON {
        let data: WireJSON? = details.map { ["messaging_product": "whatsapp", "details": .string($0)] }
        return [
            "error": .object(dropping: [
                "message": .string(message),
                "type": .string(type),
                "code": .integer(Int64(code)),
                "error_subcode": subcode.map { .integer(Int64($0)) },
                "error_data": data,
                "is_transient": isTransient.map { .bool($0) },
                "error_user_title": userTitle.map { .string($0) },
                "error_user_msg": userMessage.map { .string($0) },
                "fbtrace_id": trace.map { .string($0) },
            ])
        ]
    }
}

// MARK: Errors of every call

extension GraphError {
    static let tokenRequired = GraphError(
        status: 400, message: "An access token is required to request this resource.", code: 104)
    /// `/me` without a token.
    static let tokenRequiredForMe = GraphError(
        status: 400, message: "An active access token must be used to query information about the current user.",
        code: 2500)
    static let tokenUnparsable = GraphError(
        status: 401, message: "Invalid OAuth access token - Cannot parse access token", code: 190)

    static func tokenExpired(at expiry: String, now: String) -> GraphError {
        GraphError(
            status: 401,
            message: """
                Error validating access token: Session has expired on \(expiry). The current time is \(now).
                """, code: 190, subcode: 463)
    }

    static func tokenRevoked(_ reason: AccessToken.Revocation) -> GraphError {
        let message =
            switch reason {
            case .appRemoved: "Error validating access token: The user has not authorized application."
            case .passwordChanged:
                """
                Error validating access token: The session has been invalidated because the user changed their \
                password or Facebook has changed the session for security reasons.
                """
            case .revoked: "Error validating access token: The session is invalid because the user logged out."
            case .checkpointed:
                "Error validating access token: The user must log in at facebook.com to resolve a security check."
            case .unconfirmed: "Error validating access token: Sessions for the user are not allowed: unconfirmed."
            case .pageRoleLost:
                "Error validating access token: The user does not have a role on the Page that the token is for."
            }
        return GraphError(status: 401, message: message, code: 190, subcode: reason.rawValue)
    }

    static let appSecretProofMissing = GraphError(
        status: 400, message: "API calls from the server require an appsecret_proof argument",
        type: "GraphMethodException", code: 100)
    static let appSecretProofWrong = GraphError(
        status: 400, message: "Invalid appsecret_proof provided in the API argument", type: "GraphMethodException",
        code: 100)
    static let appTokenRequired = GraphError(
        status: 400, message: "(#15) This method must be called with an app access_token.", code: 15)
    static let developerTokenRequired = GraphError(
        status: 400,
        message: """
            (#100) You must provide an app access token, or a user access token that is an owner or developer of \
            the app
            """, code: 100)
    static let malformedBody = GraphError(
        status: 400, message: "(#100) The request body is not a JSON object.", code: 100)

    /// The object is missing, not visible to the token, or cannot do that: Meta does not say which.
    static func unsupported(_ method: String, id: String) -> GraphError {
        GraphError(
            status: 400,
            message: """
                Unsupported \(method.lowercased()) request. Object with ID '\(id)' does not exist, cannot be loaded \
                due to missing permissions, or does not support this operation. Please read the Graph API \
                documentation at https://developers.facebook.com/docs/graph-api
                """, type: "GraphMethodException", code: 100, subcode: 33)
    }

    static func unknownPath(_ component: String) -> GraphError {
        GraphError(status: 400, message: "Unknown path components: /\(component)", code: 2500)
    }

    /// The path names neither an object nor an edge, for example with letters where an id belongs.
    static func unknownAlias(_ alias: String) -> GraphError {
        GraphError(
            status: 404, message: "(#803) Some of the aliases you requested do not exist: \(alias)", code: 803)
    }

    static func scopeMissing(_ scope: Scope) -> GraphError {
        GraphError(
            status: 403, message: "(#200) Requires \(scope.rawValue) permission to manage the object", code: 200)
    }

    static let permissionDenied = GraphError(
        status: 403, message: "(#10) Application does not have permission for this action", code: 10)

    static func missingParameter(_ name: String) -> GraphError {
        GraphError(status: 400, message: "(#100) The parameter \(name) is required.", code: 100)
    }

    static func invalidParameter(_ message: String) -> GraphError {
        GraphError(status: 400, message: "(#100) \(message)", code: 100)
    }

    static func unknownField(_ field: String, nodeType: String) -> GraphError {
        invalidParameter("Tried accessing nonexisting field (\(field)) on node type (\(nodeType))")
    }

    static let invalidCursor = GraphError(
        status: 400, message: "(#131059) Invalid cursor", code: 131059,
        details: "The cursor is no longer valid. Start again from the first page.")
    static let serviceUnavailable = GraphError(
        status: 503, message: "(#2) Service temporarily unavailable", code: 2, isTransient: true)
}
