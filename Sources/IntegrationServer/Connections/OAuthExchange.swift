#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import OutboundHTTP

/// Changes an authorization code into tokens at the provider's token endpoint (RFC 6749 section 4.1.3). Everything secret
/// travels in the body.
struct OAuthExchange: Sendable {
    let client: HTTPClient

    static let deadline: Duration = .seconds(15)
    /// Token responses are small; a larger one is not one.
    private static let responseLimit = 256 * 1024

    /// - Parameter isSandbox: Whether the address was moved to this machine by a setting.
    func grant(
        at tokenURL: String, parameters: [(name: String, value: String)], provider: String, now: Date
    ) async throws(ToolFailure) -> OAuthGrant {
        let response = try await post(parameters, to: tokenURL, provider: provider)
        guard let answer = try? JSON.parse(response.body, duplicateKeys: .keepLast), answer.objectValue != nil else {
            throw ToolFailure(.unavailable, "\(provider) answered \(response.status) with something that is no token.",
                advice: "Connect again in a moment.")
        }
        guard response.isSuccess, let token = answer["access_token"]?.stringValue, !token.isEmpty else {
            throw Self.refusal(answer, status: response.status, provider: provider)
        }
        let seconds = answer["expires_in"]?.doubleValue ?? answer["expires_in"]?.stringValue.flatMap(Double.init)
        return OAuthGrant(
            accessToken: Secret(token),
            refreshToken: answer["refresh_token"]?.stringValue.map { Secret($0) },
            expiresAt: seconds.flatMap { $0 > 0 && $0 < 1e10 ? now.addingTimeInterval($0) : nil })
    }

    /// RFC 7009. A token that the provider does not know is revoked already: it answers 200 all the same.
    func revoke(
        _ token: String, kind: String, at url: String, clientID: String, clientSecret: String, provider: String
    ) async throws(ToolFailure) {
        let parameters = [
            (name: "token", value: token), (name: "token_type_hint", value: kind), (name: "client_id", value: clientID),
            (name: "client_secret", value: clientSecret),
        ]
        let response = try await post(parameters, to: url, provider: provider)
        guard response.isSuccess else {
            throw ToolFailure(.rejected, "\(provider) did not take a token back: it answered \(response.status).")
        }
    }

    private func post(
        _ parameters: [(name: String, value: String)], to url: String, provider: String
    ) async throws(ToolFailure) -> HTTPResponse {
        do {
            return try await client.execute(HTTPRequest(
                .post, url,
                headers: [
                    HTTPHeader("Content-Type", "application/x-www-form-urlencoded"),
                    HTTPHeader("Accept", "application/json"),
                ],
                body: Array(FormURLEncoding.encode(parameters).utf8), deadline: Self.deadline,
                responseLimit: Self.responseLimit))
        } catch {
            throw ToolFailure(.unavailable, "\(provider) could not be reached: \(error.message).",
                advice: "Connect again in a moment.", retry: .after(.seconds(5)))
        }
    }

    /// RFC 6749 section 5.2 spells `error` as text with `error_description`; Meta as an object with `message`, `code`
    /// and `fbtrace_id`.
    private static func refusal(_ answer: JSON, status: Int, provider: String) -> ToolFailure {
        let error = answer["error"]
        let reason = error?["message"]?.stringValue ?? answer["error_description"]?.stringValue ?? error?.stringValue
            ?? "status \(status)"
        let reference = [error?["code"]?.int64Value.map(String.init), error?["fbtrace_id"]?.stringValue]
            .compactMap { $0 }.joined(separator: " ")
        return ToolFailure(.rejected, "\(provider) did not accept the sign-in: \(reason.prefix(300))",
            advice: "Connect again.", providerReference: reference.isEmpty ? nil : reference)
    }
}
