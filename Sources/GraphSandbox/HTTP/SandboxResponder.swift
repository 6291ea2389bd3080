#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import HTTPTypes
import Hummingbird
import Logging

/// Every request of the sandbox's one port: the phone's pages, the control API, the login dialog, and for all other
/// paths the Graph API.
struct SandboxResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let sandbox: Sandbox
    let keeper: Keeper
    let requestGuard: RequestGuard
    let graph: GraphEndpoint
    let graphResponse: GraphResponse
    let login: LoginDialog
    let phone: PhonePages
    let control: ControlAPI
    let logger: Logger

    /// Longest body that is read, in bytes.
    static let bodyLimit = 2 * 1024 * 1024

    init(sandbox: Sandbox, keeper: Keeper, callbacks: CallbackClient, logger: Logger) {
        self.sandbox = sandbox
        self.keeper = keeper
        self.logger = logger
        requestGuard = RequestGuard(configuration: sandbox.configuration)
        graph = GraphEndpoint(sandbox: sandbox, callbacks: callbacks)
        graphResponse = GraphResponse(configuration: sandbox.configuration)
        login = LoginDialog(sandbox: sandbox)
        phone = PhonePages(sandbox: sandbox)
        control = ControlAPI(sandbox: sandbox)
    }

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        if let refusal = requestGuard.refusal(of: request) {
            return PageResponse.text(refusal, status: .forbidden)
        }
        let head = HTTPCall(request, body: [])
        // A stream of events watches the request's end until the browser goes away, so nothing may have read it.
        if head.isGet, head.segments == ["events"] { return phone.respond(to: head) }
        let call: HTTPCall
        do {
            call = HTTPCall(request, body: try await request.body.bytes(limit: Self.bodyLimit))
        } catch is BodyTooLarge {
            return tooLarge(request)
        }
        let response = await answer(call)
        do {
            // What was answered must survive a crash, so it is in the file before the answer leaves.
            try await keeper.saveBarrier()
        } catch is CancellationError {
            return response
        } catch {
            return isForPeople(call)
                ? PageResponse.text("\(error)", status: .internalServerError)
                : graphResponse.make(.failure(.serviceUnavailable), version: nil, at: sandbox.time.now())
        }
        return response
    }

    private func answer(_ call: HTTPCall) async -> Response {
        if call.segments.last == "oauth", call.segments.dropLast().last == "dialog" { return login.respond(to: call) }
        if call.segments.first == "sandbox" { return control.respond(to: call) }
        if isForPeople(call) { return phone.respond(to: call) }
        let request = GraphRequest(
            method: call.request.method.rawValue, path: call.path, query: call.query,
            contentType: call.request.headers[.contentType], body: call.body,
            authorization: call.request.headers[.authorization], baseURL: call.baseURL)
        let result = await graph.respond(to: request)
        if case .failure(let error) = result {
            logger.info(
                "graph error",
                metadata: [
                    "call": "\(request.method) /\(request.path.joined(separator: "/"))",
                    "code": "\(error.code)\(error.subcode.map { "/\($0)" } ?? "")", "message": "\(error.message)",
                ])
        }
        return graphResponse.make(result, version: request.version, at: sandbox.time.now())
    }

    private func isForPeople(_ call: HTTPCall) -> Bool {
        guard let first = call.segments.first else { return call.isGet && call.query.isEmpty }
        return ["phone", "assets", "events", "favicon.ico"].contains(first)
    }

    private func tooLarge(_ request: Request) -> Response {
        let error = GraphError(
            status: 413, message: "(#100) The request body is longer than \(Self.bodyLimit) bytes.", code: 100)
        return graphResponse.make(.failure(error), version: nil, at: sandbox.time.now())
    }
}

/// A request that was read: what the parts of the sandbox need of it.
struct HTTPCall: Sendable {
    let request: Request
    let body: [UInt8]
    /// Raw path without the query.
    let path: String
    let query: String
    /// The decoded parts of the path.
    let segments: [String]

    init(_ request: Request, body: [UInt8]) {
        self.request = request
        self.body = body
        let target = request.head.path ?? "/"
        let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(halves.first ?? "/")
        query = halves.count > 1 ? String(halves[1]) : ""
        segments = path.split(separator: "/").map { FormFields.decode($0) }
    }

    /// The sandbox's address as the caller spelled it, for links.
    var baseURL: String { "http://\(request.head.authority ?? "127.0.0.1")" }
    var queryFields: FormFields { FormFields(parsing: query) }
    /// The form that was posted.
    var form: FormFields { FormFields(parsing: String(decoding: body, as: UTF8.self)) }
    var isGet: Bool { request.method == .get || request.method == .head }
    var isPost: Bool { request.method == .post }
}
