#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// What the responder needs of a request beside the request: its connection, to cut it when a fault says so.
struct SandboxContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }
}

/// Every request of the sandbox's one port: the phone's pages, the control API, the login dialog, downloads, and for
/// all other paths the Graph API.
struct SandboxResponder: HTTPResponder {
    typealias Context = SandboxContext

    let sandbox: Sandbox
    let keeper: Keeper
    let requestGuard: RequestGuard
    let graph: GraphEndpoint
    let graphResponse: GraphResponse
    let login: LoginDialog
    let phone: PhonePages
    let control: ControlAPI
    let apps: AppsPage
    let log: ExchangeLog?
    let logger: Logger

    /// Longest body that is read, in bytes: of calls, and of forms with files and the bytes of uploads.
    static let bodyLimit = 2 * 1024 * 1024
    static let uploadLimit = MediaRules.whatsAppLimit + 1024 * 1024

    init(
        sandbox: Sandbox, keeper: Keeper, callbacks: CallbackClient, links: LinkFetcher, logger: Logger
    ) throws(SandboxError) {
        self.sandbox = sandbox
        self.keeper = keeper
        self.logger = logger
        requestGuard = RequestGuard(configuration: sandbox.configuration)
        graph = GraphEndpoint(sandbox: sandbox, callbacks: callbacks, links: links)
        graphResponse = GraphResponse(configuration: sandbox.configuration, meter: sandbox.meter)
        login = LoginDialog(sandbox: sandbox)
        phone = PhonePages(sandbox: sandbox)
        control = ControlAPI(sandbox: sandbox)
        apps = AppsPage(desk: PrivacyDesk(sandbox: sandbox, callbacks: callbacks))
        log = try sandbox.configuration.exchangeLog.map { path throws(SandboxError) in try ExchangeLog(path: path) }
    }

    func respond(to request: Request, context: SandboxContext) async throws -> Response {
        if let refusal = requestGuard.refusal(of: request) {
            return PageResponse.text(refusal, status: .forbidden)
        }
        let head = HTTPCall(request, body: [])
        // A stream of events watches the request's end until the browser goes away, so nothing may have read it.
        if head.isGet, head.segments == ["events"] { return phone.respond(to: head) }
        let call: HTTPCall
        do {
            call = HTTPCall(request, body: try await request.body.bytes(limit: Self.limit(of: head)))
        } catch is BodyTooLarge {
            return tooLarge(request)
        }
        let response = await answer(call, channel: context.channel)
        do {
            // What was answered must survive a crash, so it is in the file before the answer leaves.
            try await keeper.saveBarrier()
        } catch is CancellationError {
            return response
        } catch {
            return isForPeople(call)
                ? PageResponse.text("\(error)", status: .internalServerError)
                : graphResponse.make(.failure(.serviceUnavailable), version: nil, at: sandbox.time.now()).response
        }
        return response
    }

    private static func limit(of call: HTTPCall) -> Int {
        let isForm = call.request.headers[.contentType]?.hasPrefix("multipart/form-data") == true
        return isForm || call.segments.contains { $0.hasPrefix("upload:") } ? uploadLimit : bodyLimit
    }

    private func answer(_ call: HTTPCall, channel: any Channel) async -> Response {
        if call.segments.last == "oauth", call.segments.dropLast().last == "dialog" { return login.respond(to: call) }
        if call.segments.starts(with: ["sandbox", "privacy"]) { return await apps.control(call) }
        if call.segments.starts(with: ["phone", "apps"]) { return await apps.respond(to: call) }
        if call.segments.first == "sandbox" { return control.respond(to: call) }
        if isForPeople(call) { return phone.respond(to: call) }
        if call.isGet, let download = download(call) { return download }
        return await answerGraph(call, channel: channel)
    }

    private func answerGraph(_ call: HTTPCall, channel: any Channel) async -> Response {
        var request = GraphRequest(
            method: call.request.method.rawValue, path: call.path, query: call.query,
            contentType: call.request.headers[.contentType], body: call.body,
            authorization: call.request.headers[.authorization], baseURL: call.baseURL)
        let headers = call.request.headers
        let fault =
            Fault(
                fault: headers.value("X-Sandbox-Fault"), latency: headers.value("X-Sandbox-Latency-Ms"),
                disconnect: headers.value("X-Sandbox-Disconnect")) ?? sandbox.faults.take(for: request)
        if let delay = fault?.delay, delay > 0 { try? await Task.sleep(for: .seconds(min(delay, 600))) }
        let result: Result<GraphReply, GraphError>
        switch fault?.effect {
        case .disconnectBefore?:
            channel.close(promise: nil)
            return GraphResponse.html(status: 502)
        case .html(let status)?: return GraphResponse.html(status: status)
        case .error(let code, let subcode)?: result = .failure(sandbox.errors.error(code: code, subcode: subcode))
        case .errorAfter(let code, let subcode)?:
            let done = await graph.respond(to: request)
            result = done.flatMap { _ in .failure(sandbox.errors.error(code: code, subcode: subcode)) }
        case .failure(let code)?:
            request.scriptedFailure = code
            result = await graph.respond(to: request)
        case .disconnectAfter?, FaultEffect.none?, nil: result = await graph.respond(to: request)
        }
        if case .failure(let error) = result {
            logger.info(
                "graph error",
                metadata: [
                    "call": "\(request.method) /\(request.path.joined(separator: "/"))",
                    "code": "\(error.code)\(error.subcode.map { "/\($0)" } ?? "")", "message": "\(error.message)",
                ])
        }
        // An app that gives its permissions back is told so like one that a person removes.
        if case .success = result, request.method == "DELETE", request.path.count == 2, request.path[1] == "permissions" {
            await apps.desk.tell(.deauthorize)
        }
        let made = graphResponse.make(
            result, version: request.version, isSend: request.method == "POST" && request.path.last == "messages",
            at: sandbox.time.now(), fault: fault)
        // What a fault distorts says nothing about the sandbox's own answers.
        if fault == nil { log?.write(request, status: made.status, answer: made.body) }
        if case .disconnectAfter? = fault?.effect { channel.close(promise: nil) }
        return made.response
    }

    /// The bytes of a file, for addresses that the sandbox has made.
    private func download(_ call: HTTPCall) -> Response? {
        let result: GraphEndpoint.Download
        if call.segments.joined(separator: "/") == MediaAddresses.whatsAppPath {
            let token = call.request.headers[.authorization]?.split(separator: " ").last.map(String.init)
            result = graph.download(call.queryFields, token: token)
        } else if call.segments.count == 2, call.segments[0] == MediaAddresses.attachmentPath {
            result = graph.attachment(call.segments[1], call.queryFields)
        } else {
            return nil
        }
        switch result {
        case .refused(let status): return PageResponse.text("Not available.", status: .init(code: status))
        case .file(let item, let bytes):
            var headers: HTTPFields = [.contentType: item.mimeType, .cacheControl: "private, no-store"]
            headers[.xContentTypeOptions] = "nosniff"
            if let name = item.filename {
                headers[.contentDisposition] = "attachment; filename*=UTF-8''\(FormFields.encode(name))"
            }
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        }
    }

    private func isForPeople(_ call: HTTPCall) -> Bool {
        guard let first = call.segments.first else { return call.isGet && call.query.isEmpty }
        return ["phone", "assets", "events", "favicon.ico"].contains(first)
    }

    private func tooLarge(_ request: Request) -> Response {
        let error = GraphError(
            status: 413, message: "(#100) The request body is too long.", code: 100)
        return graphResponse.make(.failure(error), version: nil, at: sandbox.time.now()).response
    }
}

private typealias FaultEffect = Fault.Effect

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
