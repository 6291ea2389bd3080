import Hummingbird
import Cryptography
import Foundation
import IntegrationKit
import Logging
import Storage
import StorageSQL
import StorageSQLite
import Synchronization
import Testing

@testable import IntegrationServer

/// A clock that a test moves.
final class TestClock: Sendable {
    private let offset = Mutex(0.0)
    var now: Date { Date().addingTimeInterval(offset.withLock { $0 }) }
    func advance(_ seconds: Double) { offset.withLock { $0 += seconds } }
}

/// A real server on a port of its own with a real store in a folder of its own.
struct TestServer: Sendable {
    let process: ServerProcess<Courier>
    let http: RawHTTP
    let clock: TestClock
    let lines: LogLines

    var runtime: Runtime<Courier> { process.runtime }
    var carrier: Carrier { process.runtime.services }
    var store: any Store { process.runtime.store }

    static let secret = "app-secret"

    static func environment(_ more: [String: String] = [:]) -> [String: String] {
        ["APP_ID": "4711", "APP_SECRET": secret, "VERIFY_TOKEN": "verify-me"].merging(more) { $1 }
    }

    static func settings(directory: String, environment: [String: String] = environment()) throws -> ServerSettings {
        try SettingsReader.read(
            environment: environment,
            flags: .init(mode: .development, port: 0, dataDirectory: directory), overrides: Courier.Services.originOverrides,
            provision: Courier.Environment.Provision.self).0
    }

    // MARK: Actors

    /// Makes a workplace with an installation.
    @discardableResult
    func workplace(_ handle: String) async throws -> Installation {
        try await store.putWorkplace(Workplace(handle: handle, name: "The \(handle)", timeZone: "Europe/London"))
        return try await store.install(in: handle, id: InstallationID("inst_\(handle)"), now: Date())
    }

    /// A workplace with an open channel.
    @discardableResult
    func workplace(_ handle: String, channel identifier: String) async throws -> (Installation, ChannelRecord) {
        let installation = try await workplace(handle)
        let session = runtime.session(for: installation)
        let channel = try await session.openChannel(Courier.sms, identifier: identifier, name: identifier)
        try await session.finish()
        return (installation, channel)
    }

    func token(_ handle: String) async throws -> String { try await runtime.access.makeToken(workplace: handle) }

    func bearer(_ handle: String) async throws -> [String: String] {
        ["Authorization": "Bearer \(try await token(handle))", "Content-Type": "application/json"]
    }

    /// Signs a browser in. - Returns: its cookie header and CSRF token.
    func browser(_ handle: String) async throws -> (cookie: String, csrf: String) {
        let link = try await runtime.access.makeLoginLink(workplace: handle)
        let token = try #require(link.components(separatedBy: "token=").last)
        let signIn = try await runtime.access.signIn(token: token, peer: "127.0.0.1")
        let cookie = try #require(signIn.cookie.components(separatedBy: ";").first)
        let request = Request(
            head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/", headerFields: [.cookie: cookie]),
            body: .init(buffer: .init()))
        let identity = try #require(try await runtime.access.identity(of: request))
        return (cookie, identity.csrfToken)
    }

    // MARK: Webhooks

    func webhookPath() async throws -> String {
        let url = try #require(try await process.webhooks.registerApp()["receive_text"])
        return String(url.dropFirst(runtime.publicURL.count))
    }

    static func signature(_ body: [UInt8], secret: String = secret) -> String {
        "sha256=" + Hex.encode(HMAC.sha256(body, key: Array(secret.utf8)))
    }

    @discardableResult
    func deliver(_ body: String, to path: String? = nil) async throws -> RawHTTP.Answer {
        let bytes = Array(body.utf8)
        let path = if let path { path } else { try await webhookPath() }
        return try await http.send(
            "POST", path,
            headers: ["Content-Type": "application/json", "X-Hub-Signature-256": Self.signature(bytes)], body: bytes)
    }

    /// Waits until the condition holds, at most a minute.
    func eventually(_ what: String, _ condition: () async throws -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < deadline {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("\(what) did not happen within a minute; log:\n\(lines.text)")
    }

    func messages(_ installation: Installation, _ channel: ChannelRecord, with address: String) async throws -> [Message] {
        guard let conversation = try await store.conversation(channel: channel.id, address: address, of: installation.id)
        else { return [] }
        return try await store.messages(of: conversation.id, in: installation.id, before: nil, limit: 200)
    }

    // MARK: MCP and REST

    func post(_ path: String, _ body: JSON, _ headers: [String: String]) async throws -> (Int, JSON) {
        let answer = try await http.send("POST", path, headers: headers, body: body.bytes())
        return (answer.status, (try? JSON.parse(answer.body)) ?? .null)
    }
}

/// What the server logged.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])
    func append(_ line: String) { lines.withLock { $0.append(line) } }
    var text: String { lines.withLock { $0.joined() } }
}

/// Starts a server, runs the test and stops it.
func withServer(
    environment: [String: String] = [:], clock: TestClock = TestClock(),
    settings change: (inout ServerSettings) -> Void = { _ in }, _ test: @escaping @Sendable (TestServer) async throws -> Void
) async throws {
    let directory = NSTemporaryDirectory() + "integration-server-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: directory) }
    var settings = try TestServer.settings(directory: directory, environment: TestServer.environment(environment))
    change(&settings)
    let store = try SQLiteStore(path: settings.database.description)
    var reader = EnvironmentReader(settings.environment)
    let lines = LogLines()
    let log = Logger(label: "test") { _ in LineLogHandler(level: .debug, format: .text) { lines.append($0) } }
    let process = try await ServerProcess<Courier>.prepare(
        settings: settings, provision: try Courier.Environment.Provision(from: &reader), store: store, log: log,
        clock: { clock.now })
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            do {
                try await process.run(handlesSignals: false) { port.yield($0) }
            } catch {
                if !Task.isCancelled { lines.append("\(error)") }
            }
            port.finish()
        }
        var failure: (any Error)?
        if let bound = await ports.first(where: { _ in true }) {
            do {
                try await test(TestServer(process: process, http: RawHTTP(port: bound), clock: clock, lines: lines))
            } catch {
                failure = error
            }
        } else {
            Issue.record("the server did not start: \(lines.text)")
        }
        group.cancelAll()
        try await group.waitForAll()
        await process.close()
        if let failure { throw failure }
    }
}

/// What should have failed did not, or the other way round.
struct Unexpected: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
