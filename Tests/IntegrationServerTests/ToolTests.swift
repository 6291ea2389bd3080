import Foundation
import IntegrationKit
import Storage
import Synchronization
import Testing

@testable import IntegrationServer

@Suite("Tools and their unit of work", .timeLimit(.minutes(10)))
struct ToolTests {
    private func call(
        _ server: TestServer, _ tool: String, _ arguments: JSON, in installation: Installation,
        trigger: Trigger = .agent, key: String? = nil
    ) async -> Result<JSONObject?, ToolFailure> {
        await server.runtime.tools.call(
            tool, arguments: arguments, in: installation,
            invocation: Invocation(id: "i", trigger: trigger, idempotencyKey: key))
    }

    private func contacts(_ server: TestServer, _ installation: Installation) async throws -> [Record] {
        try await server.runtime.session(for: installation).records(of: Courier.contact, matching: RecordQuery())
    }

    @Test("missing, extra and wrongly typed arguments are named all at once")
    func arguments() async throws {
        try await withServer { server in
            let installation = try await server.workplace("clinic")
            let result = await call(server, "echo", ["count": "three", "txt": "x"], in: installation)
            guard case .failure(let failure) = result else { throw Unexpected("called") }
            #expect(failure.code == .invalidInput)
            for name in ["text is required", "count", "txt"] { #expect(failure.message.contains(name), "\(failure.message)") }
            let one = await call(server, "echo", ["text": 1], in: installation)
            if case .failure(let failure) = one { #expect(failure.field == "text") }
        }
    }

    @Test("an unknown tool, and a tool that may not be called from here, are refused")
    func unknown() async throws {
        try await withServer { server in
            let installation = try await server.workplace("clinic")
            if case .failure(let failure) = await call(server, "nope", [:], in: installation) { #expect(failure.code == .notFound) }
            let form = await call(server, "slow", [:], in: installation, trigger: .form)
            if case .failure(let failure) = form { #expect(failure.code == .permissionDenied) }
            let channel = await call(server, "echo", ["text": "x"], in: installation, trigger: .channel)
            if case .failure(let failure) = channel { #expect(failure.code == .permissionDenied) } else { Issue.record("called") }
        }
    }

    @Test("a tool that takes too long is stopped")
    func timeout() async throws {
        try await withServer { server in
            let installation = try await server.workplace("clinic")
            guard case .failure(let failure) = await call(server, "slow", [:], in: installation) else { throw Unexpected("done") }
            #expect(failure.code == .timedOut)
        }
    }

    @Test("a tool reads what it wrote, and a tool that throws leaves nothing", arguments: ["refuse", "odd"])
    func rollback(_ then: String) async throws {
        try await withServer { server in
            let installation = try await server.workplace("clinic")
            let saved = try await call(server, "save_contact", ["fields": ["number": "+1", "pin": "s3cret"]], in: installation).get()
            #expect(saved?["count"] == 1)
            let failed = await call(
                server, "save_contact", ["fields": ["number": "+2"], "then": .string(then)], in: installation)
            guard case .failure(let failure) = failed else { throw Unexpected("saved") }
            #expect(!failure.message.contains("Odd"))
            #expect(try await contacts(server, installation).map { $0.values["number"] } == ["+1"])
            #expect(!server.lines.text.contains("s3cret"))
        }
    }

    @Test("what a tool commits on its way stays although it fails afterwards")
    func midCommit() async throws {
        try await withServer { server in
            let installation = try await server.workplace("clinic")
            _ = await call(server, "save_contact", ["fields": ["number": "+1"], "then": "keep"], in: installation)
            #expect(try await contacts(server, installation).count == 1)
        }
    }

    @Test("an upsert leaves the workplace's fields, and an encrypted field is sealed in the file")
    func ownership() async throws {
        try await withServer { server in
            let installation = try await server.workplace("clinic")
            let first = try await call(
                server, "save_contact", ["fields": ["number": "+1", "pin": "very-secret-pin"]], in: installation).get()
            let id = try #require(first?["id"]?.stringValue)
            let session = server.runtime.session(for: installation)
            _ = try await session.write(.update(id: id, ["nickname": "Zoë"]), to: Courier.contact, as: .workplace)
            try await session.finish()
            _ = try await call(server, "save_contact", ["fields": ["number": "+1", "score": 7]], in: installation).get()
            let record = try #require(try await contacts(server, installation).first)
            #expect(record.values["nickname"] == "Zoë")
            #expect(record.values["score"] == 7)
            #expect(record.values["pin"] == "very-secret-pin")
            let sealed = try await server.store.records(of: Courier.contact, in: installation.id, matching: RecordQuery())
            #expect(sealed.first?.values["pin"] != "very-secret-pin")
            let forbidden = await call(
                server, "save_contact", ["fields": ["number": "+1", "nickname": "x"]], in: installation)
            if case .failure(let failure) = forbidden { #expect(failure.field == "nickname") } else { Issue.record("written") }
        }
    }

    @Test("calls with one key have one effect; a definite failure frees the key")
    func idempotency() async throws {
        try await withServer { server in
            let installation = try await server.workplace("clinic")
            let arguments: JSON = ["fields": ["number": "+1"]]
            let first = try await call(server, "save_contact", arguments, in: installation, key: "k").get()
            #expect(try await call(server, "save_contact", arguments, in: installation, key: "k").get() == first)
            #expect(server.carrier.handled.withLock { $0.count } == 1)
            let other = await call(server, "save_contact", ["fields": ["number": "+2"]], in: installation, key: "k")
            if case .failure(let failure) = other { #expect(failure.code == .conflict) } else { Issue.record("called") }
            for count in [2, 3] {
                _ = await call(
                    server, "save_contact", ["fields": ["number": "+3"], "then": "refuse"], in: installation, key: "r")
                #expect(server.carrier.handled.withLock { $0.count } == count)
            }
        }
    }

    @Test("what the store refuses a tool on its way did not happen: the key is free for a call that is right")
    func refusedByTheStore() async throws {
        try await withServer { server in
            let installation = try await server.workplace("clinic")
            let wrong: JSON = ["fields": ["number": "+1", "nickname": "x"]]
            let refused = await call(server, "save_contact", wrong, in: installation, key: "k")
            guard case .failure(let failure) = refused else { throw Unexpected("saved") }
            #expect(failure.code == .permissionDenied)
            _ = try await call(server, "save_contact", ["fields": ["number": "+1"]], in: installation, key: "k").get()
            #expect(try await contacts(server, installation).count == 1)
        }
    }

    @Test("a session sees its own writes in every kind of query")
    func overlay() async throws {
        try await withServer { server in
            let installation = try await server.workplace("clinic")
            let first = server.runtime.session(for: installation)
            for number in 1...5 {
                _ = try await first.write(
                    .create(["number": .string("+\(number)"), "score": .number(JSONNumber(number))]), to: Courier.contact, as: .app)
            }
            try await first.finish()
            let session = server.runtime.session(for: installation)
            let all = try await session.records(of: Courier.contact, matching: RecordQuery(order: [.init(field: "score")]))
            _ = try await session.delete(all[0].id, from: Courier.contact)
            _ = try await session.write(.update(id: all[1].id, ["score": 9]), to: Courier.contact, as: .app)
            _ = try await session.write(.create(["number": "+6", "score": 6]), to: Courier.contact, as: .app)
            func scores(_ query: RecordQuery) async throws -> [Int64?] {
                try await session.records(of: Courier.contact, matching: query).map { $0.values["score"]?.int64Value }
            }
            #expect(try await scores(RecordQuery(order: [.init(field: "score")])) == [3, 4, 5, 6, 9])
            #expect(try await scores(RecordQuery(order: [.init(field: "score", descending: true)], limit: 2, offset: 1)) == [6, 5])
            let high = RecordQuery(conditions: [.init(field: "score", operator: .greater, value: 4)], order: [.init(field: "score")])
            #expect(try await scores(high) == [5, 6, 9])
            #expect(try await session.count(of: Courier.contact, matching: high) == 3)
            #expect(try await session.count(of: Courier.contact, matching: RecordQuery()) == 5)
            let outside = server.runtime.session(for: installation)
            #expect(try await outside.count(of: Courier.contact, matching: RecordQuery()) == 5)
            try await session.finish()
            let after = server.runtime.session(for: installation)
            #expect(try await after.records(of: Courier.contact, matching: RecordQuery(order: [.init(field: "score")]))
                .map { $0.values["score"]?.int64Value } == [3, 4, 5, 6, 9])
            await #expect(throws: PlatformFailure.self) {
                _ = try await session.delete(all[2].id, from: Courier.contact)
            }
        }
    }
}
