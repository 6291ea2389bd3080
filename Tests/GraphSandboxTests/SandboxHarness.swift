import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif
import Logging

@testable import GraphSandbox

/// One running sandbox and a way to talk to it, for tests. Every call goes over real HTTP.
struct SandboxHarness: Sendable {
    static let appID = "4470019287365510"
    static let secret = "sandbox-app-secret"
    static let appToken = "\(appID)|\(secret)"
    static let account = "730119284455021"
    static let number = "615520938471206"
    static let imogen = "447700900417"
    static let allScopes = "business_management,whatsapp_business_management,whatsapp_business_messaging"
    static let pageScopes = """
        pages_show_list,pages_messaging,pages_manage_metadata,pages_read_engagement,instagram_basic,\
        instagram_manage_messages
        """
    static let page = "104420097715330"
    static let instagram = "17841460099187253"
    /// Imogen on Messenger and on Instagram.
    static let imogenPSID = "8830019922745561"
    static let imogenIGSID = "1099283746650021"
    static let redirect = "http://127.0.0.1:9/callback"

    let server: SandboxServer

    /// Starts a sandbox, runs `body`, and stops it again whatever happens.
    static func run<Result: Sendable>(
        stateFile: String? = nil, speed: Double = 50, requiresProof: Bool = false, enforcesRateLimits: Bool = true,
        hasOpenings: Bool = false, time: any SandboxTime = SystemTime(),
        _ body: (SandboxHarness) async throws -> Result
    ) async throws -> Result {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let server = try await SandboxServer.start(
            SandboxConfiguration(
                appID: appID, appSecret: secret, stateFile: stateFile, speed: speed,
                requiresAppSecretProof: requiresProof, enforcesRateLimits: enforcesRateLimits,
                exchangeLog: ProcessInfo.processInfo.environment["INTEGRATIONKIT_GRAPH_EXCHANGES"],
                directory: hasOpenings ? .northwind : .northwind.withoutOpenings()),
            time: time, logger: logger)
        do {
            let result = try await body(SandboxHarness(server: server))
            await server.stop()
            return result
        } catch {
            await server.stop()
            throw error
        }
    }

    /// What the sandbox answered.
    struct Answer: @unchecked Sendable {
        // Only JSONSerialization's own immutable values are kept here, and nothing writes to them.
        let json: Any
        let status: Int
        let text: String
        let headers: [String: String]
        let bytes: [UInt8]

        subscript(_ path: any Hashable & Sendable...) -> Any? { walk(path) }
        func string(_ path: any Hashable & Sendable...) -> String? { walk(path) as? String }
        func int(_ path: any Hashable & Sendable...) -> Int? { walk(path) as? Int }
        var code: Int? { int("error", "code") }
        var subcode: Int? { int("error", "error_subcode") }

        private func walk(_ path: [any Hashable & Sendable]) -> Any? {
            path.reduce(json as Any?) { value, step in
                if let key = step as? String { return (value as? [String: Any])?[key] }
                guard let index = step as? Int, let list = value as? [Any], list.indices.contains(index) else {
                    return nil
                }
                return list[index]
            }
        }

        /// The rows of `data`.
        var rows: [[String: Any]] { (json as? [String: Any])?["data"] as? [[String: Any]] ?? [] }
    }

    func get(_ path: String, token: String? = nil, headers: [String: String] = [:]) async throws -> Answer {
        try await send("GET", path, token: token, headers: headers)
    }

    func postJSON(_ path: String, _ json: String, token: String? = nil) async throws -> Answer {
        try await send("POST", path, token: token, headers: ["Content-Type": "application/json"], body: json)
    }

    func postForm(
        _ path: String, _ form: [(String, String)], token: String? = nil, headers: [String: String] = [:]
    ) async throws -> Answer {
        var headers = headers
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        return try await send("POST", path, token: token, headers: headers, body: Self.encode(form))
    }

    /// Uploads a form with one file.
    func upload(
        _ path: String, fields: [(String, String)], file: (field: String, name: String, type: String, bytes: [UInt8]),
        token: String?
    ) async throws -> Answer {
        let boundary = "boundary-7f1d4e2a6b10"
        var body = Data()
        for (name, value) in fields {
            body += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Data(
            """
            --\(boundary)\r\nContent-Disposition: form-data; name="\(file.field)"; filename="\(file.name)"\r
            Content-Type: \(file.type)\r\n\r\n
            """.utf8)
        body += Data(file.bytes) + Data("\r\n--\(boundary)--\r\n".utf8)
        return try await send(
            "POST", path, token: token, headers: ["Content-Type": "multipart/form-data; boundary=\(boundary)"],
            data: body)
    }

    func send(
        _ method: String, _ path: String, token: String? = nil, headers: [String: String] = [:], body: String? = nil
    ) async throws -> Answer {
        try await send(method, path, token: token, headers: headers, data: body.map { Data($0.utf8) })
    }

    func send(
        _ method: String, _ path: String, token: String?, headers: [String: String], data body: Data?
    ) async throws -> Answer {
        guard let url = URL(string: path.hasPrefix("http") ? path : server.url + path) else {
            throw URLError(.badURL)
        }
        var request = URLRequest(url: url, timeoutInterval: 20)
        request.httpMethod = method
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
        request.httpBody = body
        // Not data(for:), which can lock up on Linux when its task is cancelled at the wrong moment.
        let (data, response): (Data, URLResponse?) = try await withCheckedThrowingContinuation { continuation in
            Self.session.dataTask(with: request) { data, response, error in
                if let error {
                    continuation.resume(throwing: error)
                } else {
                    continuation.resume(returning: (data ?? Data(), response))
                }
            }.resume()
        }
        let http = response as? HTTPURLResponse
        var lowercased: [String: String] = [:]
        for (name, value) in http?.allHeaderFields ?? [:] { lowercased["\(name)".lowercased()] = "\(value)" }
        return Answer(
            json: (try? JSONSerialization.jsonObject(with: data)) ?? [String: Any](),
            status: http?.statusCode ?? 0, text: String(decoding: data, as: UTF8.self), headers: lowercased,
            bytes: Array(data))
    }

    static func encode(_ form: [(String, String)]) -> String {
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-._~")
        func escape(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: allowed) ?? text }
        return form.map { "\(escape($0.0))=\(escape($0.1))" }.joined(separator: "&")
    }

    /// A session that shows redirects instead of following them.
    private static let session = URLSession(
        configuration: .ephemeral, delegate: StayHere(), delegateQueue: nil)

    private final class StayHere: NSObject, URLSessionTaskDelegate {
        func urlSession(
            _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
            newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
        ) {
            completionHandler(nil)
        }
    }
}

// MARK: Common journeys

extension SandboxHarness {
    /// Presses Continue with everything ticked that `scopes` names, and gives the code.
    func consent(
        scopes: String = allScopes, ticked: String? = nil,
        accounts: [String] = ["730119284455021", "730119284455033", "730119284455047"],
        pages: [String] = ["104420097715330", "104420097715412"], state: String = "s"
    ) async throws -> String {
        var form = [
            ("client_id", Self.appID), ("redirect_uri", Self.redirect), ("state", state), ("scope", scopes),
            ("decision", "continue"),
        ]
        for scope in (ticked ?? scopes).split(separator: ",") { form.append(("grant", String(scope))) }
        for account in accounts { form.append(("account", account)) }
        for page in pages { form.append(("page", page)) }
        let answer = try await postForm("/v25.0/dialog/oauth", form)
        let location = URLComponents(string: answer.headers["location"] ?? "")
        return location?.queryItems?.first { $0.name == "code" }?.value ?? ""
    }

    func exchange(code: String, redirect: String = redirect, secret: String = secret) async throws -> Answer {
        try await get(
            "/v25.0/oauth/access_token?"
                + Self.encode([
                    ("client_id", Self.appID), ("client_secret", secret), ("redirect_uri", redirect), ("code", code),
                ]))
    }

    /// A user token with everything granted, as a finished login gives it.
    func login(scopes: String = allScopes, ticked: String? = nil) async throws -> String {
        let code = try await consent(scopes: scopes, ticked: ticked)
        return try await exchange(code: code).string("access_token") ?? ""
    }

    /// Subscribes the app and the first WABA to a receiver.
    func subscribe(_ receiver: Receiver, token: String) async throws {
        _ = try await postForm(
            "/v25.0/\(Self.appID)/subscriptions",
            [
                ("object", "whatsapp_business_account"), ("callback_url", receiver.url),
                ("verify_token", Receiver.verifyToken), ("fields", "messages"),
            ], token: Self.appToken)
        _ = try await send("POST", "/v25.0/\(Self.account)/subscribed_apps", token: token)
    }

    /// A person writes to the first number; the message's id.
    @discardableResult
    func write(_ text: String, from person: String = imogen) async throws -> String {
        let body = try JSONSerialization.data(withJSONObject: ["person": person, "number": Self.number, "text": text])
        let answer = try await postJSON("/sandbox/messages", String(decoding: body, as: UTF8.self))
        return answer.string("id") ?? ""
    }

    /// The webhooks of `/sandbox/deliveries` once `isDone` holds for them: the sandbox notes an answer just after the
    /// receiver has given it.
    func deliveries(
        until isDone: ([[String: Any]]) -> Bool = { $0.allSatisfy { $0["state"] as? String != "waiting" } }
    ) async throws -> [[String: Any]] {
        while true {
            let rows = try await get("/sandbox/deliveries").rows
            if isDone(rows) { return rows }
            try Task.checkCancellation()
            await Task.yield()
        }
    }

    /// The business sends a text from the first number.
    func answer(_ text: String, to recipient: String = imogen, token: String) async throws -> Answer {
        try await postJSON(
            "/v25.0/\(Self.number)/messages",
            """
            {"messaging_product":"whatsapp","recipient_type":"individual","to":"\(recipient)","type":"text",\
            "text":{"body":"\(text)"},"biz_opaque_callback_data":"outbox-77120"}
            """, token: token)
    }

    /// The token of the first Page, as a login with everything granted gives it.
    func pageToken(scopes: String = pageScopes) async throws -> String {
        let user = try await login(scopes: scopes)
        let rows = try await get("/v25.0/me/accounts", token: user).rows
        return rows.first?["access_token"] as? String ?? ""
    }

    /// Subscribes the app to all fields of one object and, for Pages, the Page to all of its own.
    func subscribeAll(_ object: String, _ receiver: Receiver, pageToken: String? = nil) async throws {
        let fields = WebhookObject.fields(of: object) ?? []
        _ = try await postForm(
            "/v25.0/\(Self.appID)/subscriptions",
            [
                ("object", object), ("callback_url", receiver.url), ("verify_token", Receiver.verifyToken),
                ("fields", fields.joined(separator: ",")),
            ], token: Self.appToken)
        if let pageToken {
            _ = try await postForm(
                "/v25.0/\(Self.page)/subscribed_apps",
                [("subscribed_fields", (WebhookObject.fields(of: "page") ?? []).joined(separator: ","))],
                token: pageToken)
        } else {
            _ = try await send("POST", "/v25.0/\(Self.account)/subscribed_apps", token: try await login())
        }
    }

    /// Sends a JSON object of the control API.
    @discardableResult
    func control(_ path: String, _ json: String) async throws -> Answer {
        try await postJSON("/sandbox/\(path)", json)
    }

    /// A message from the first number, everything but its kind given.
    func sendKind(_ rest: String, token: String, to recipient: String = imogen) async throws -> Answer {
        try await postJSON(
            "/v25.0/\(Self.number)/messages",
            #"{"messaging_product":"whatsapp","to":"\#(recipient)",\#(rest)}"#, token: token)
    }
}
