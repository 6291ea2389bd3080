internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import Logging
internal import Storage

/// `GET /api/callbacks/oauth/{handle}/{version}`: where the provider's dialog sends browsers back to.
struct OAuthCallbackRoute<I: Integration>: Sendable {
    let runtime: Runtime<I>

    private let refusals = RateLimiter(limit: 30, per: .seconds(60))

    init(runtime: Runtime<I>) { self.runtime = runtime }

    func add(to router: Router<AppRequestContext>) {
        router.get("/api/callbacks/oauth/:handle/:version") { request, context in
            guard context.parameters.get("handle") == I.descriptor.handle,
                context.parameters.get("version") == I.descriptor.version
            else { throw HTTPProblem(.notFound) }
            return try await answer(request, context)
        }
    }

    private func answer(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let query = RawQuery(request.uri.query ?? "")
        let flow = runtime.connections
        let state: OAuthState
        let identity: WorkplaceIdentity?
        do {
            identity = try await runtime.access.identity(of: request)
            state = try await flow.take(query["state"] ?? "", by: identity)
        } catch {
            throw refused((error as? OAuthRefusal) ?? .unavailable, context)
        }
        guard let installation = identity?.installation else { throw refused(.otherBrowser, context) }
        let name = I.connections.first { $0.handle == state.connection }?.label ?? I.descriptor.name
        if let error = query["error"] ?? query["error_code"] {
            return back(to: state, installation, Self.declined(error, query, provider: name))
        }
        guard let code = query["code"], !code.isEmpty, code.utf8.count <= 4096 else {
            return back(to: state, installation, Flash(
                .error, title: "\(name) is not connected", text: "\(name) sent no code. Connect again."))
        }
        do {
            let connection = try await flow.connect(code: code, state: state, installation: installation)
            return back(to: state, installation, Flash(
                .success, title: "\(connection.label) is connected",
                text: "\(installation.workplace.name) can use \(connection.label) now."))
        } catch {
            context.logger.warning("a connection failed",
                metadata: ["installation": "\(installation.id)", "code": "\(error.code.rawValue)"])
            let text = error.text
            return back(to: state, installation, Flash(.error, title: "\(name) is not connected", text: text))
        }
    }

    private static func declined(_ error: String, _ query: RawQuery, provider: String) -> Flash {
        if error == "access_denied" {
            return Flash(
                .info, title: "\(provider) is not connected",
                text: "You did not allow the connection. Nothing was changed; you can connect at any time.")
        }
        let reason = query["error_description"] ?? query["error_message"] ?? query["error_reason"] ?? error
        return Flash(
            .error, title: "\(provider) is not connected",
            text: "\(provider) reported: \(reason.prefix(300)). Nothing was changed; try again.")
    }

    private func back(to state: OAuthState, _ installation: Installation, _ flash: Flash) -> Response {
        let path = "/app/\(installation.workplace.handle)" + (state.returnPath ?? "")
        var response = Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
        flash.set(on: &response, access: runtime.access)
        return response
    }

    private func refused(_ refusal: OAuthRefusal, _ context: AppRequestContext) -> HTTPProblem {
        runtime.core.counters.add(.refusedStates)
        if refusals.admits("all") {
            context.logger.warning("an OAuth state was refused", metadata: ["reason": "\(refusal)"])
        }
        return switch refusal {
        case .notOurs, .used:
            HTTPProblem(.forbidden, title: "This sign-in cannot be completed",
                "It was not begun here, or it was completed already. Nothing was changed. "
                    + "Go to the Account page and connect again.")
        case .expired:
            HTTPProblem(.forbidden, title: "This sign-in took too long",
                "It must be completed within ten minutes. Nothing was changed. Go to the Account page and connect again.")
        case .otherBrowser:
            HTTPProblem(.forbidden, title: "This sign-in belongs to another browser",
                "It must be completed in the browser that began it, signed in to the same workplace. "
                    + "Nothing was changed. Log in and connect again from the Account page.")
        case .unavailable:
            HTTPProblem(.serviceUnavailable, title: "The store cannot be reached",
                "Nothing was changed. Go to the Account page and connect again in a moment.")
        }
    }
}
