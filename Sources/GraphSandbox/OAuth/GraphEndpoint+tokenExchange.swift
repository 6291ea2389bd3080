#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Cryptography

extension GraphEndpoint {
    /// `/oauth/access_token`: a code, a short-lived token or the app's own credentials become a token.
    func exchangeToken(_ request: GraphRequest) throws(GraphError) -> GraphReply {
        guard request.method == "GET" || request.method == "POST" else {
            throw .unsupported(request.method, id: "oauth")
        }
        if request.hasMalformedBody { throw .malformedBody }
        try checkApp(request)
        switch request.text("grant_type") ?? (request.text("code") == nil ? nil : "authorization_code") {
        case "authorization_code"?: return try exchangeCode(request)
        case "fb_exchange_token"?: return try exchangeForLongLived(request)
        case "client_credentials"?:
            return GraphReply([
                "access_token": .string("\(configuration.appID)|\(configuration.appSecret)"), "token_type": "bearer",
            ])
        case let other?:
            throw .invalidParameter("Unsupported grant_type: \(other)")
        case nil: throw .missingParameter("code")
        }
    }

    private func checkApp(_ request: GraphRequest) throws(GraphError) {
        guard let id = request.text("client_id") else {
            throw GraphError(status: 400, message: "Missing client_id parameter.", code: 101)
        }
        guard id == configuration.appID else {
            throw GraphError(
                status: 400,
                message: "Error validating application. Cannot get application info due to a system error.", code: 101)
        }
        guard let secret = request.text("client_secret") else {
            throw GraphError(status: 400, message: "Missing client_secret parameter.", code: 1)
        }
        guard ConstantTime.equals(Array(secret.utf8), Array(configuration.appSecret.utf8)) else {
            throw GraphError(status: 400, message: "Error validating client secret.", code: 1)
        }
    }

    private func exchangeCode(_ request: GraphRequest) throws(GraphError) -> GraphReply {
        guard let code = request.text("code") else { throw .missingParameter("code") }
        let redirectURI = request.text("redirect_uri")
        let value = Sandbox.newTokenValue()
        let pages = configuration.directory.pages
        let token: AccessToken
        do {
            token = try sandbox.write { world, now in
                try world.redeemCode(code, redirectURI: redirectURI, newToken: value, pages: pages, at: now)
            }
        } catch {
            throw Self.error(for: error as? World.CodeProblem ?? .unknown)
        }
        return reply(with: token)
    }

    private static func error(for problem: World.CodeProblem) -> GraphError {
        switch problem {
        case .unknown: GraphError(status: 400, message: "Invalid verification code format.", code: 100)
        case .used:
            GraphError(
                status: 400, message: "This authorization code has been used.", code: 100, subcode: 36009)
        case .expired:
            GraphError(
                status: 400, message: "This authorization code has expired.", code: 100, subcode: 36007)
        case .redirectMismatch:
            GraphError(
                status: 400,
                message: """
                    Error validating verification code. Please make sure your redirect_uri is identical to the one you \
                    used in the OAuth dialog request
                    """, code: 100, subcode: 36008)
        }
    }

    private func exchangeForLongLived(_ request: GraphRequest) throws(GraphError) -> GraphReply {
        guard let short = request.text("fb_exchange_token") else { throw .missingParameter("fb_exchange_token") }
        let value = Sandbox.newTokenValue()
        let configuration = configuration
        let result = sandbox.write { world, now in
            Result { () throws(GraphError) in
                let caller = try GraphCaller(token: short, world: world, now: now, configuration: configuration)
                guard let token = caller.user, token.pageID == nil else { throw GraphError.tokenUnparsable }
                return world.issueToken(
                    value, grant: token.grant, lifetime: AccessToken.longLifetime, isLongLived: true,
                    pages: configuration.directory.pages, at: now)
            }
        }
        return reply(with: try result.get())
    }

    private func reply(with token: AccessToken) -> GraphReply {
        let lifetime = token.isEverlasting ? nil : token.expiresAt.timeIntervalSince(token.issuedAt)
        return GraphReply(
            .object(dropping: [
                "access_token": .string(token.value), "token_type": "bearer",
                "expires_in": lifetime.map { .integer(Int64($0)) },
            ]))
    }
}
