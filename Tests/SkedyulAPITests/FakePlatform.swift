import Foundation
import IntegrationKit
import OutboundHTTP
import SkedyulAPI

/// The strict platform of `Tests/EndToEnd/skedyul`, in a process of its own, ended with the test.
final class FakePlatform: Sendable {
    /// The models, channels and webhooks that it knows.
    static let config = """
        {
          "handle": "zoo",
          "provision": {
            "models": [
              {"handle": "pet", "fields": [
                {"handle": "chip", "type": "string", "requirement": "required", "unique": true},
                {"handle": "name", "type": "string"}, {"handle": "note", "type": "string", "owner": "shared"},
                {"handle": "weight", "type": "string"}, {"handle": "age", "type": "number"},
                {"handle": "tame", "type": "boolean"}, {"handle": "seen_at", "type": "datetime"},
                {"handle": "tags", "type": "string", "list": true}, {"handle": "keeper", "type": "relation"}],
               "env": {"PIN": {"label": "PIN", "visibility": "encrypted"}, "CODES": {"visibility": "encrypted"}}},
              {"handle": "keeper", "fields": [
                {"handle": "house", "type": "string", "requirement": "required"},
                {"handle": "number", "type": "number", "requirement": "required"}, {"handle": "name", "type": "string"}]},
              {"handle": "account", "fields": [{"handle": "name", "type": "string"}],
               "env": {"TOKEN": {"visibility": "encrypted"}}},
              {"handle": "visit", "fields": [{"handle": "pet", "type": "relation"}, {"handle": "place", "type": "string"}]}
            ],
            "channels": [{"handle": "line"}, {"handle": "post"}]
          },
          "webhooks": [{"name": "call_back"}]
        }
        """

    let origin: String
    let http: HTTPClient
    private let process: LocalProcess

    private init() async throws {
        let tests = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("EndToEnd").path
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("skedyul-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let config = folder.appendingPathComponent("config.json")
        try Self.config.write(to: config, atomically: true, encoding: .utf8)
        process = try LocalProcess(
            [
                "PYTHONPATH=\(tests)", "PYTHONDONTWRITEBYTECODE=1", "python3", "-m", "skedyul", "--config", config.path,
            ], in: folder)
        guard let origin = await process.line(after: "skedyul at ") else {
            process.stop()
            throw POSIXError(.ECHILD)
        }
        self.origin = origin
        http = HTTPClient(HTTPClientConfiguration(hosts: CoreAPI.hostPolicy(for: origin)))
    }

    /// Runs a test on a platform of its own, and sees that nobody has made a mistake in calling it.
    static func run<Result: Sendable>(
        tolerating tolerated: [String] = [], _ test: (FakePlatform) async throws -> Result
    ) async throws -> Result {
        let platform = try await FakePlatform()
        defer { platform.process.stop() }
        let result = try await test(platform)
        let complaints = try await platform.complaints.filter { complaint in
            !tolerated.contains { complaint.contains($0) }
        }
        guard complaints.isEmpty else { throw Complaints(description: complaints.joined(separator: "; ")) }
        return result
    }

    /// What the platform says against its caller.
    struct Complaints: Error, CustomStringConvertible { let description: String }

    /// - Parameter pause: Between attempts; short, so that tests do not wait.
    func api(_ policy: CoreAPI.CallPolicy = .init(deadline: .seconds(20), pause: .milliseconds(5))) -> CoreAPI {
        CoreAPI(http: http, baseURL: origin, policy: policy)
    }

    // MARK: Control

    struct Tenant: Sendable {
        let id: InstallationID
        let workplaceID: String
        let token: CoreToken
        let access: CoreAccess
    }

    func install(_ subdomain: String = "my-test-clinic") async throws -> Tenant {
        let made = try await control("install", ["subdomain": .string(subdomain)])
        let token = CoreToken(Secret(made["token"]?.stringValue ?? ""))
        return Tenant(
            id: InstallationID(made["id"]?.stringValue ?? ""), workplaceID: made["workplace"]?["id"]?.stringValue ?? "",
            token: token, access: api().access(with: token))
    }

    func fault(_ method: String, _ kind: String, times: Int = 1, seconds: Double = 1) async throws {
        _ = try await control("fault", [
            "method": .string(method), "kind": .string(kind), "times": times.json, "seconds": seconds.json,
        ])
    }

    @discardableResult
    func control(_ what: String, _ body: JSONObject) async throws -> JSON {
        let answer = try await http.execute(
            HTTPRequest(
                .post, "\(origin)/fake/\(what)", headers: [HTTPHeader("Content-Type", "application/json")],
                body: JSON.object(body).bytes()))
        return try JSON.parse(answer.body)
    }

    // MARK: State

    var state: JSON {
        get async throws { try JSON.parse(try await http.execute(HTTPRequest(.get, "\(origin)/fake/state")).body) }
    }

    var appToken: CoreToken {
        get async throws { CoreToken(Secret(try await state["appToken"]?.stringValue ?? "")) }
    }

    var complaints: [String] {
        get async throws { try await list("complaints").compactMap(\.stringValue) }
    }

    /// A list of its state: `messages`, `channels`, `events`, …
    func list(_ name: String) async throws -> [JSON] { try await state[name]?.arrayValue ?? [] }

    func instances(_ model: String) async throws -> [JSON] {
        try await state["instances"]?[model]?.arrayValue ?? []
    }

    /// The methods that were called, in order.
    var calls: [String] {
        get async throws { try await list("calls").compactMap { $0["method"]?.stringValue } }
    }
}
