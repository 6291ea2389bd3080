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
            return problem(.needed, status: .ok)
        }
        let handle: String
        do {
            handle = try await runtime.access.workplace(ofLoginToken: token, peer: context.peer)
        } catch {
            return try refused(error)
        }
        guard let workplace = try await runtime.store.workplace(handle) else { return try refused(.notValid) }
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
            return try refused(error)
        }
    }

    private func refused(_ refusal: Access.LoginRefusal) throws(HTTPProblem) -> Response {
        switch refusal {
        case .notValid: return problem(.invalidLink, status: .gone)
        case .tooManyAttempts:
            throw HTTPProblem(
                .tooManyRequests, title: "Too many tries",
                "Many links that do not work were opened from this address. Wait a minute, then open yours again: "
                    + "it has not been used up.",
                headers: [.retryAfter: "60"])
        case .unavailable(let isLinkUsedUp):
            throw HTTPProblem(
                .serviceUnavailable, title: "Signing in does not work just now",
                isLinkUsedUp
                    ? "The link has been used up. Ask for a new one in a moment."
                    : "The link has not been used up. Try again in a moment.",
                headers: [.retryAfter: "2"])
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
    func needed(workplace: String?) -> Response { problem(.needed, status: .unauthorized, workplace: workplace) }

    private func problem(
        _ problem: SignInProblem, status: HTTPResponse.Status, workplace: String? = nil
    ) -> Response {
        let command = Self.command(workplace: workplace, settings: runtime.settings, url: runtime.publicURL)
        let isOwnMachine = runtime.settings.mode == .development
        return .html(renderSignInProblem(problem, command: command, isOwnMachine: isOwnMachine), status: status)
    }

    /// What makes a new link for this process: in development with the flags that this one was started with, as far as
    /// they are not the defaults.
    ///
    /// - Parameter url: Where the server listens, as its login links have it.
    static func command(workplace: String?, settings: ServerSettings, url: String) -> String {
        let workplace = workplace.flatMap { ValueFormat.slug.matches($0) ? $0 : nil } ?? "WORKPLACE"
        guard settings.mode == .development else { return "\(ProgramName.current) login-link --workplace \(workplace)" }
        var words = ["swift", "run", ProgramName.current, "dev", "link", "--workplace", workplace]
        if let tunnel = settings.publicURL {
            words += ["--tunnel-url", tunnel]
        } else if let port = url.split(separator: ":").last.flatMap({ UInt16($0) }), port != 8080 {
            words += ["--port", "\(port)"]
        }
        if settings.dataDirectory != ".integration" { words += ["--data", settings.dataDirectory] }
        return words.map(quoted).joined(separator: " ")
    }

    /// As a shell wants it.
    private static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "-_./:=@%+,".utf8.contains(byte)
            }
        }
        return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
