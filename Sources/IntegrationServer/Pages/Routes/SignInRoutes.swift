import HTTPTypes
import Hummingbird
import IntegrationKit
import Storage

/// One-time links, and the way out.
struct SignInRoutes<I: Integration>: Sendable {
    let runtime: Runtime<I>

    /// `GET /login?token=…`: says whom the link signs in where. Does not use it up.
    func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        guard let token = RawQuery(request.uri.query ?? "")["token"] else {
            return .html(renderSignInProblem(.needed, command: command(workplace: nil)))
        }
        guard let handle = try await runtime.access.workplace(ofLoginToken: token, peer: context.peer),
            let workplace = try await runtime.store.workplace(handle)
        else { return invalidLink() }
        return .html(
            renderSignInPage(
                workplace: workplace.name, product: I.descriptor.name, action: "/login", fields: [("token", token)]))
    }

    /// `POST /login`: uses the link up.
    func signIn(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let form = try await SentForm.read(request, limits: runtime.settings.limits)
        do {
            let signIn = try await runtime.access.signIn(token: form["token"] ?? "", peer: context.peer)
            var response = Response.seeOther("/app/" + PageAddress.encode(signIn.workplace))
            response.headers.append(HTTPField(name: .setCookie, value: signIn.cookie))
            return response
        } catch {
            switch error {
            case .notValid: return invalidLink()
            case .tooManyAttempts:
                throw HTTPProblem(
                    .tooManyRequests, title: "Too many tries", "Wait a minute, then open the link again.",
                    headers: [.retryAfter: "60"])
            case .unavailable:
                throw HTTPProblem(
                    .serviceUnavailable, title: "Signing in does not work just now",
                    "The link has not been used up. Try again in a moment.", headers: [.retryAfter: "2"])
            }
        }
    }

    /// `POST /logout`
    func signOut(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let form = try await SentForm.read(request, limits: runtime.settings.limits)
        guard let identity = try await runtime.access.identity(of: request) else { return .seeOther("/login") }
        guard runtime.access.isValid(csrfToken: form["_csrf"], for: identity) else { throw HTTPProblem(.forbidden) }
        var response = Response.seeOther("/login")
        response.headers.append(HTTPField(name: .setCookie, value: try await runtime.access.signOut(request)))
        return response
    }

    /// `GET /`: the workplace that the browser is signed in to.
    func home(_ request: Request) async throws -> Response {
        guard let identity = try await runtime.access.identity(of: request) else { return needed(workplace: nil) }
        return .seeOther("/app/" + PageAddress.encode(identity.installation.workplace.handle))
    }

    /// Nobody is signed in in this browser.
    func needed(workplace: String?) -> Response {
        .html(renderSignInProblem(.needed, command: command(workplace: workplace)), status: .unauthorized)
    }

    private func invalidLink() -> Response {
        .html(renderSignInProblem(.invalidLink, command: command(workplace: nil)), status: .gone)
    }

    /// In development whoever sees the page has started the server, and can make a link.
    private func command(workplace: String?) -> String? {
        guard runtime.settings.mode == .development else { return nil }
        let program = CommandLine.arguments.first?.split(separator: "/").last.map { String($0) } ?? I.descriptor.name
        let known = workplace.flatMap { ValueFormat.slug.matches($0) ? $0 : nil } ?? "WORKPLACE"
        return "swift run \(program) dev link --workplace \(known)"
    }
}
