import Foundation
import IntegrationKit
import Storage
import Synchronization
import Testing

@testable import IntegrationServer

@Suite("Removing a workplace", .timeLimit(.minutes(10)))
struct RemovalTests {
    private func scenario(
        _ test: @escaping @Sendable (TestServer, TokenEndpoint) async throws -> Void
    ) async throws {
        try await TokenEndpoint.run { endpoint, origin in
            endpoint.answer.withLock { $0 = (200, "") }
            try await withServer(environment: ["CARRIER_API_URL": origin]) { server in try await test(server, endpoint) }
        }
    }

    /// A workplace with a connection, a channel and a message.
    private func connected(
        _ server: TestServer, _ name: String, account: String = "777", token: String = "tok", channel: String = "+1800"
    ) async throws -> Installation {
        let (installation, channel) = try await server.workplace(name, channel: channel)
        let session = server.runtime.session(for: installation)
        _ = try await session.receive(
            InboundMessage(
                remoteID: "r-\(name)", address: "+15550001", contactName: nil, kind: "text", text: "hello", content: .null,
                sentAt: Date()),
            on: channel.id)
        _ = try await session.write(.create(["number": "+1555"]), to: Courier.contact, as: .app)
        let sealed = try server.runtime.core.sealer.seal(token, variable: "ACCESS_TOKEN", of: installation.id)
        try await session.finish(with: [
            .setEnvironment(["ACCESS_TOKEN": sealed]),
            .putConnection(StoredConnection(handle: "carrier", account: account, connectedAt: Date())),
        ])
        return installation
    }

    private func expectGone(_ server: TestServer, _ installation: Installation) async throws {
        let handle = installation.workplace.handle
        #expect(try await server.store.workplace(handle) == nil)
        #expect(try await server.store.installation(installation.id) == nil)
        #expect(try await server.store.environment(of: installation.id).isEmpty)
        #expect(try await server.store.conversations(of: installation.id, after: nil, limit: 9).isEmpty)
        #expect(try await server.store.records(of: Courier.contact, in: installation.id, matching: RecordQuery()).isEmpty)
        #expect(try await server.store.credentials(.token, ofWorkplace: handle, now: Date()).isEmpty)
    }

    @Test("the page asks first, gives tokens back and ends in a page of its own; others stay")
    func page() async throws {
        try await scenario { server, endpoint in
            let north = try await connected(server, "north", token: "north-token")
            let south = try await connected(server, "south")
            let (cookie, csrf) = try await server.browser("north")
            let headers = ["Cookie": cookie, "Accept": "text/html"]
            let asked = try await server.http.send("GET", "/app/north/removal", headers: headers)
            #expect(asked.status == 200 && asked.text.contains("Remove Courier from The north?"))
            func post(_ form: String) async throws -> RawHTTP.Answer {
                try await server.http.send(
                    "POST", "/app/north/removal",
                    headers: headers.merging(["Content-Type": "application/x-www-form-urlencoded", "Origin": server.runtime.publicURL]) { $1 },
                    body: Array(form.utf8))
            }
            #expect(try await post("_confirmed=1").status == 403, "a form of another page")
            #expect(try await post("_csrf=\(csrf)").status == 303, "nobody has confirmed")
            #expect(try await server.store.workplace("north") != nil)
            let removed = try await post("_csrf=\(csrf)&_confirmed=1")
            #expect(removed.status == 200 && removed.text.contains("Courier is removed from The north"))
            #expect(!removed.text.contains("given back"))
            try await expectGone(server, north)
            #expect(try await server.http.send("GET", "/app/north/account", headers: headers).text.contains("Please sign in"))
            let revoked = try #require(endpoint.asked.withLock { $0.last })
            #expect(revoked.path == "/v1/revoke" && revoked.fields["token"] == "north-token")
            #expect(revoked.fields["token_type_hint"] == "access_token" && revoked.fields["client_id"] == "4711")
            #expect(try await server.store.environment(of: south.id).count == 1)
            let shared = Carrier.Left(isAccountShared: true, isNumberShared: true, openChannels: 0)
            #expect(server.carrier.left.withLock { $0 } == [shared])
            // Under the same name one begins anew.
            let again = try await server.workplace("north", channel: "+1800")
            #expect(try await server.messages(again.0, again.1, with: "+15550001").isEmpty)
        }
    }

    @Test("by the interface, with the name said again; the last one shares nothing")
    func api() async throws {
        try await scenario { server, _ in
            let north = try await connected(server, "north")
            let headers = try await server.bearer("north")
            func delete(_ path: String) async throws -> RawHTTP.Answer {
                try await server.http.send("DELETE", path, headers: headers)
            }
            #expect(try await delete("/api/north/installation").status == 422)
            #expect(try await delete("/api/north/installation?confirm=south").status == 422)
            #expect(try await delete("/api/south/installation?confirm=south").status == 404)
            let answer = try await delete("/api/north/installation?confirm=north")
            #expect(answer.status == 200 && answer.text.contains(#""removed":"north""#))
            try await expectGone(server, north)
            let alone = Carrier.Left(isAccountShared: false, isNumberShared: false, openChannels: 0)
            #expect(server.carrier.left.withLock { $0 } == [alone])
            #expect(try await delete("/api/north/installation?confirm=north").status == 401)
            let audit = try await server.store.audit(after: nil, limit: 9)
            #expect(audit.map(\.action) == ["workplace remove"] && audit.map(\.subject) == ["north"])
        }
    }

    @Test(
        "a provider that refuses, hangs or is broken keeps nobody's data here, and people are told",
        arguments: [("fails", 200, "keeps the account"), ("hangs", 200, "too long"), ("tok", 500, "answered 500")])
    func failures(token: String, status: Int, words: String) async throws {
        try await scenario { server, endpoint in
            endpoint.answer.withLock { $0 = (status, "") }
            let north = try await connected(server, "north", token: token)
            let left = try await Uninstaller(runtime: server.runtime).remove(north, actor: "test")
            #expect(left?.contains(words) == true, "\(left ?? "nil")")
            try await expectGone(server, north)
        }
    }
}
