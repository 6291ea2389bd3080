import Cryptography
import Foundation
import IntegrationKit
import Logging
import Storage
import Testing

@testable import IntegrationServer

@Suite("Settings")
struct SettingsTests {
    private func read(
        _ environment: [String: String], mode: ServerSettings.Mode = .production, host: String? = nil
    ) throws(InvalidSettings) -> ServerSettings {
        try SettingsReader.read(
            environment: environment,
            flags: .init(mode: mode, host: host, dataDirectory: NSTemporaryDirectory() + "settings-\(UUID().uuidString)"),
            overrides: Courier.Services.originOverrides, provision: Courier.Environment.Provision.self).0
    }

    private func complete(_ more: [String: String] = [:]) throws -> [String: String] {
        TestServer.environment([
            "PUBLIC_URL": "https://meta.example.com/",
            "INTEGRATION_SECRET_KEYS": try SealingKey.generate(id: "a").exportText(),
        ]).merging(more) { $1 }
    }

    @Test("everything that is missing is named at once, with what it is for")
    func missing() throws {
        let error = #expect(throws: InvalidSettings.self) { try read([:]) }
        let text = error?.description ?? ""
        for name in ["APP_ID", "APP_SECRET", "VERIFY_TOKEN", "PUBLIC_URL", "INTEGRATION_SECRET_KEYS", "Signs webhooks"] {
            #expect(text.contains(name), "\(text)")
        }
        #expect(error?.problems.count == 5)
    }

    @Test("malformed settings are refused by name and without their value", arguments: [
        ("PUBLIC_URL", "http://meta.example.com"), ("PUBLIC_URL", "https://meta.example.com/path"),
        ("PUBLIC_URL", "meta.example.com"), ("PORT", "http"), ("PORT", "70000"),
        ("INTEGRATION_SECRET_KEYS", "a:c2VjcmV0"), ("INTEGRATION_SECRET_KEYS", "secretsecret"),
        ("DATABASE_URL", "postgres://u:secretsecret@h/db?colour=red"), ("DATABASE_URL", "mysql://u:secretsecret@h/db"),
        ("LOG_LEVEL", "loud"), ("LOG_FORMAT", "xml"), ("RETENTION_DAYS", "7"), ("RETENTION_DAYS", "long"), ("FILES_GB", "0"),
        ("CARRIER_API_URL", "http://carrier.example.com"), ("CARRIER_API_URL", "http://127.0.0.1.evil.com"),
        ("CARRIER_API_URL", "https://carrier.example.org"), ("CARRIER_API_URL", "http://127.0.0.1:80/path"),
    ])
    func malformed(_ name: String, _ value: String) throws {
        let environment = try complete([name: value])
        let error = #expect(throws: InvalidSettings.self) { try read(environment) }
        #expect(error?.problems.count == 1)
        #expect(error?.description.contains(name) == true)
        #expect(error?.description.contains("secretsecret") == false)
    }

    @Test("an address of PostgreSQL is taken, and shown without its password")
    func postgres() throws {
        for scheme in ["postgres", "postgresql"] {
            let url = "\(scheme)://clinic:secretsecret@db.example.com:6432/meta?sslmode=verify-full"
            let settings = try read(try complete(["DATABASE_URL": url]))
            #expect(settings.database == .postgres(url))
            #expect("\(settings.database)" == "db.example.com:6432/meta")
            #expect(!String(reflecting: settings.database).contains("secretsecret"))
        }
    }

    @Test("a complete set is read; a sandbox on this machine may be http")
    func reads() throws {
        let settings = try read(try complete(["CARRIER_API_URL": "http://127.0.0.1:9000/", "ALLOWED_HOSTS": "a.internal, B.internal:80", "RETENTION_DAYS": "60"]))
        #expect(settings.limits.retention == .seconds(60 * 24 * 3600))
        #expect(settings.publicURL == "https://meta.example.com")
        #expect(settings.origins == ["https://api.carrier.example.com": "http://127.0.0.1:9000"])
        #expect(settings.allowedHosts == ["a.internal", "b.internal"])
        #expect(settings.logFormat == .json)
    }

    @Test("development listens on loopback only and keeps its key in a folder for its owner alone")
    func development() throws {
        #expect(throws: InvalidSettings.self) { try read(TestServer.environment(), mode: .development, host: "0.0.0.0") }
        let directory = NSTemporaryDirectory() + "settings-\(UUID().uuidString)/nested"
        let first = try TestServer.settings(directory: directory)
        let second = try TestServer.settings(directory: directory)
        #expect(first.signingSecret == second.signingSecret)
        let folder = try FileManager.default.attributesOfItem(atPath: directory)[.posixPermissions] as? Int
        let key = try FileManager.default.attributesOfItem(atPath: directory + "/secret-key")[.posixPermissions] as? Int
        #expect(folder == 0o700)
        #expect(key == 0o600)
        try FileManager.default.removeItem(atPath: directory)
    }

    @Test("HOST of the shell is none of development's business; in production it is where to listen")
    func shellsHost() throws {
        let directory = NSTemporaryDirectory() + "settings-\(UUID().uuidString)"
        let settings = try TestServer.settings(directory: directory, environment: TestServer.environment(["HOST": "laptop"]))
        #expect(settings.host == "127.0.0.1")
        #expect(try read(try complete(["HOST": "10.0.0.1"])).host == "10.0.0.1")
        let error = #expect(throws: InvalidSettings.self) {
            try read(TestServer.environment(["HOST": "laptop"]), mode: .development, host: "10.0.0.1")
        }
        #expect(error?.problems.count == 1)
        #expect(error?.description.contains("--hostname") == true)
        try FileManager.default.removeItem(atPath: directory)
    }

    @Test("an empty provision variable is a missing one, and then its default holds", arguments: [nil, "", "v9"])
    func provisionValues(_ value: String?) throws {
        let variable = EnvironmentVariable(name: "API_VERSION", label: "Version", defaultValue: "v1")
        var values: [String: String] = [:]
        values["API_VERSION"] = value
        let expected = value == "v9" ? "v9" : "v1"
        #expect(variable.text(in: values) == expected)
        var reader = EnvironmentReader(values)
        #expect(reader.required(variable, as: String.self) == expected)
        #expect(EnvironmentVariable(name: "API_VERSION", label: "").text(in: ["API_VERSION": ""]) == nil)
    }

    @Test("no development key is made beside a store of other keys, nor by commands that only look")
    func strayKeys() throws {
        let directory = NSTemporaryDirectory() + "settings-\(UUID().uuidString)"
        func read(makesKey: Bool) throws(InvalidSettings) -> ServerSettings {
            try SettingsReader.read(
                environment: [:],
                flags: .init(mode: .development, dataDirectory: directory, makesKey: makesKey), overrides: [])
        }
        var error = #expect(throws: InvalidSettings.self) { try read(makesKey: false) }
        #expect(error?.description.contains("dev link") == true)
        #expect(!FileManager.default.fileExists(atPath: directory))
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        #expect(FileManager.default.createFile(atPath: directory + "/store.sqlite", contents: nil))
        error = #expect(throws: InvalidSettings.self) { try read(makesKey: true) }
        #expect(error?.description.contains("INTEGRATION_SECRET_KEYS is missing") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["store.sqlite"])
    }

    @Test("a server does not start with keys that open nothing of what its store holds")
    func wrongKeys() async throws {
        let directory = NSTemporaryDirectory() + "settings-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: directory) }
        /// Prepares a server with these keys and, once it is, seals a value with them.
        func prepare(_ keys: String, sealing name: String? = nil) async throws {
            let environment = TestServer.environment(["INTEGRATION_SECRET_KEYS": keys])
            let settings = try TestServer.settings(directory: directory, environment: environment)
            let store = try await CommandSession<Courier>.openStore(settings)
            do {
                var reader = EnvironmentReader(environment)
                let process = try await ServerProcess<Courier>.prepare(
                    settings: settings, provision: try .init(from: &reader), store: store, log: LineLogHandler.logger(settings))
                let installation = try await CommandSession<Courier>.link("clinic", name: nil, timeZone: nil, in: store)
                if let name {
                    let value = try process.runtime.core.sealer.seal("x", variable: name, of: installation.id)
                    try await store.commit([.setEnvironment([name: value])], in: installation.id)
                }
            } catch {
                await store.close()
                throw error
            }
            await store.close()
        }
        let (a, b) = (try SealingKey.generate(id: "a").exportText(), try SealingKey.generate(id: "b").exportText())
        try await prepare(a)
        try await prepare(b, sealing: "ACCESS_TOKEN")
        let unknown = await #expect(throws: WrongKeys.self) { try await prepare(a) }
        #expect(unknown?.description.contains("'b'") == true)
        let another = try SealingKey.generate(id: "b").exportText()
        await #expect(throws: WrongKeys.self) { try await prepare(another) }
        try await prepare("\(a),\(b)", sealing: "TOKEN_EXPIRES_AT")
        // One that is left of two: what it opens is served.
        try await prepare(a)
    }

    @Test("a workplace's tokens are listed without their secrets, oldest first, until they are revoked")
    func tokens() async throws {
        try await withServer { server in
            for handle in ["clinic", "rival"] { try await server.workplace(handle) }
            let secrets = [try await server.token("clinic"), try await server.token("clinic")]
            _ = try await server.token("rival")
            _ = try await server.browser("clinic")
            let digests = secrets.map { server.runtime.access.digest($0) }
            func listed() async throws -> [[UInt8]] {
                try await server.store.credentials(.token, ofWorkplace: "clinic", now: server.clock.now).map(\.digest)
            }
            #expect(try await listed() == digests)
            #expect(Set(digests.map { TokenID(digest: $0).text }).count == 2)
            try await server.store.removeCredential(.token, digest: digests[0])
            #expect(try await listed() == [digests[1]])
            for (secret, status) in zip(secrets, [401, 200]) {
                let headers = ["Authorization": "Bearer \(secret)"]
                #expect(try await server.http.send("GET", "/api/clinic/tools", headers: headers).status == status)
            }
        }
    }

    @Test("settings and what holds them show no secret when they are printed, dumped or reflected")
    func reflection() async throws {
        let environment = try complete()
        let settings = try read(environment)
        let access = Access(
            store: try await CommandSession<Courier>.openStore(settings), signingSecret: settings.signingSecret,
            address: PublicAddress(settings), allowedHosts: [], counters: Counters(), clock: { Date() },
            log: LineLogHandler.logger(settings))
        var dumped = "\(settings) \(String(reflecting: access))"
        dump(settings, to: &dumped)
        dump(access, to: &dumped)
        #expect(!dumped.contains(TestServer.secret))
        #expect(!dumped.contains("\(settings.signingSecret[0]), \(settings.signingSecret[1])"))
        #expect(!dumped.contains("\(access.stateKey[0]), \(access.stateKey[1])"))
    }

    @Test("a folder that cannot be made is said in a sentence")
    func unwritable() {
        let error = #expect(throws: InvalidSettings.self) { try TestServer.settings(directory: "/proc/nowhere/data") }
        #expect(error?.description.contains("/proc/nowhere/data") == true)
    }
}

@Suite("Small parts")
struct PartsTests {
    @Test("identifiers sort by the time they were made, also in one millisecond and when the clock goes back")
    func ids() {
        let ids = IDMaker()
        let now = Date()
        let made = (0..<1000).map { ids.make("x", at: $0 < 900 ? now : now.addingTimeInterval(-5)) }
        #expect(made == made.sorted())
        #expect(Set(made).count == 1000)
        #expect(made.allSatisfy { $0.hasPrefix("x_") && $0.utf8.count == 32 })
    }

    @Test("back-off grows, stays within its bounds and is spread")
    func backoff() {
        let backoff = Backoff(base: .seconds(1), maximum: .seconds(60))
        for attempt in 0..<40 {
            let full = min(60, Double(1 << min(attempt, 30)))
            for _ in 0..<50 {
                let delay = backoff.delay(attempt: attempt).timeInterval
                #expect(delay >= full * 0.099 && delay <= full)
            }
        }
        #expect(Set((0..<20).map { _ in backoff.delay(attempt: 5) }).count > 10)
    }

    @Test("a rate limit admits so many at once and more as time passes")
    func rateLimit() {
        let limiter = RateLimiter(limit: 3, per: .seconds(3))
        let start = ContinuousClock.now
        #expect((0..<4).map { _ in limiter.admits("a", at: start) } == [true, true, true, false])
        #expect(limiter.admits("b", at: start))
        #expect(limiter.admits("a", at: start + .milliseconds(1100)))
        #expect(!limiter.admits("a", at: start + .milliseconds(1200)))
    }

    @Test("queries keep dots, repeated names and order; broken escapes stay as they are")
    func queries() {
        let query = RawQuery("hub.mode=subscribe&a=1&a=2&x=%C3%A9+b%2&empty&%5Bk%5D=v")
        #expect(query["hub.mode"] == "subscribe")
        #expect(query.values(of: "a") == ["1", "2"])
        #expect(query["x"] == "é b%2")
        #expect(query["empty"] == "")
        #expect(query["[k]"] == "v")
    }

    @Test("tokens and the middle of phone numbers do not reach the log, ordinary words do")
    func redaction() {
        for secret in [
            "Authorization: Bearer ik_abcdefghijklmnop", "access_token=EAAGm0PX4ZCpsBAxyz123", #"{"code":"AQD3xyz123456"}"#,
            "EAAGm0PX4ZCpsBAxyz123", "client_secret=abc123def",
        ] {
            let text = Redaction.redacted(secret)
            #expect(text.contains("***"), "\(text)")
            #expect(!text.contains("123"), "\(text)")
        }
        #expect(Redaction.redacted("from +15551234567 at 12:30") == "from +155***67 at 12:30")
        #expect(Redaction.redacted("password=hunter") == "password=***")
        for plain in [
            "the token is missing", "took_ms 12", "evt_01jd3k2m9x 200 /api/clinic",
            "Look the code up in Meta's references", "Meta answered with code 190",
        ] {
            #expect(Redaction.redacted(plain) == plain)
        }
    }

    @Test("one log entry is one line, whatever is in it")
    func logLines() {
        let lines = LogLines()
        var log = LineLogHandler(level: .info, format: .text) { lines.append($0) }
        log[metadataKey: "name"] = "a\nb"
        log.log(event: .init(level: .info, message: "x\r\ny", metadata: nil, source: "", file: "", function: "", line: 0))
        #expect(lines.text.filter { $0.isNewline }.count == 1)
    }

    @Test("hosts are loopback exactly, or not at all")
    func loopback() {
        for name in ["localhost", "a.localhost", "127.0.0.1", "127.9.9.9", "[::1]", "::1", "LOCALHOST"] { #expect(HostName.isLoopback(name)) }
        for name in ["", "localhost.evil.com", "127.0.0.1.evil.com", "127.1", "128.0.0.1", "0.0.0.0", "127.0.0.256"] {
            #expect(!HostName.isLoopback(name), "\(name)")
        }
    }
}
