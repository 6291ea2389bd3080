import Foundation
import Glibc
import IntegrationKit
import IntegrationTesting
import Storage
import StoragePostgres
import StorageSQL
import Testing

@Suite("A PostgreSQL in bad times", .timeLimit(.minutes(10)))
struct PostgresFailureTests {
    @Test("a server that is not there is said to be so, at once")
    func nobody() async throws {
        let error = await #expect(throws: StorageError.self) {
            _ = try await PostgresStore(url: "postgres://nobody@127.0.0.1:1/none")
        }
        guard case .unavailable(let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.contains("refused"))
    }

    @Test("a host that takes connections and never speaks is given up, and the next one of the URL is tried", arguments: ["", "&connect_timeout=0"])
    func silentHost(limit: String) async throws {
        let silent = try SilentHost()
        let url = try TemporaryPostgres.shared.makeStore()
        let folder = try TemporaryPostgres.shared.folder
        let options = PostgresStore.Options(connectTimeout: .seconds(2))
        // Of several values of one key the last one counts.
        let both = url + "&host=127.0.0.1,\(folder)&port=\(silent.port),5432\(limit)"
        let store = try await PostgresStore(url: both, options: options)
        try await store.check()
        await store.close()
        let error = await #expect(throws: StorageError.self) {
            _ = try await PostgresStore(url: "postgres://nobody@127.0.0.1:\(silent.port)/none?\(limit.dropFirst())", options: options)
        }
        guard case .unavailable(let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.contains("timeout"))
    }

    @Test("connections that the server ends are made anew, without anybody noticing")
    func terminated() async throws {
        let url = try TemporaryPostgres.shared.makeStore()
        let store = try await PostgresStore(url: url, options: .init(applicationName: "terminated"))
        try await store.prepare(models: Fixture.models)
        let tenant = try await StoreUnderTest(store: store, keeping: nil).tenant()
        for round in 0..<5 {
            try TemporaryPostgres.shared.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'terminated'")
            try await store.commit([Fixture.put("i\(round)", [:])], in: tenant.id)
            try TemporaryPostgres.shared.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'terminated'")
            #expect(try await store.count(of: Fixture.contact, in: tenant.id, matching: RecordQuery()) == round + 1)
        }
        await store.close()
    }

    @Test("a row that another transaction holds is waited for, but not longer than it may take")
    func locked() async throws {
        let url = try TemporaryPostgres.shared.makeStore()
        let options = PostgresStore.Options(lockTimeout: .milliseconds(100))
        let (store, holder) = (try await PostgresStore(url: url, options: options), try await PostgresStore(url: url))
        try await store.check()
        let (held, hold) = AsyncStream.makeStream(of: Void.self)
        let release = DispatchSemaphore(value: 0)
        async let holding: Void = holder.write { db in
            try db.run("UPDATE ik_probe SET checked_at = 0", [])
            _ = try db.exists("SELECT 1")
            hold.yield()
            _ = release.wait(timeout: .now() + 30)
        }
        for await _ in held { break }
        let error = await #expect(throws: StorageError.self) { try await store.check() }
        release.signal()
        try await holding
        guard case .unavailable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        try await store.check()
        await store.close()
        await holder.close()
    }

    @Test("a process that starts while another changes the schema says so, waits for it and starts")
    func schemaLock() async throws {
        let url = try TemporaryPostgres.shared.makeStore()
        let holder = try await PostgresStore(url: url)
        let (held, hold) = AsyncStream.makeStream(of: Void.self)
        let release = DispatchSemaphore(value: 0)
        async let holding: Void = holder.changingSchema { _ in
            hold.yield()
            _ = release.wait(timeout: .now() + 30)
        }
        for await _ in held { break }
        // Ends the other's change: without having been told it would never be done.
        let options = PostgresStore.Options(lockTimeout: .milliseconds(50)) { _ in release.signal() }
        let store = try await PostgresStore(url: url, options: options)
        try await holding
        try await store.check()
        await store.close()
        await holder.close()
    }

    @Test("a unit that collides with another is run again")
    func deadlock() async throws {
        let url = try TemporaryPostgres.shared.makeStore()
        let store = try await PostgresStore(url: url)
        try await store.prepare(models: Fixture.models)
        let tenant = try await StoreUnderTest(store: store, keeping: nil).tenant()
        try await store.commit([Fixture.put("i1", [:]), Fixture.put("i2", [:])], in: tenant.id)
        // In opposite orders, many times: some of them wait for each other.
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                let ids = number % 2 == 0 ? ["i1", "i2"] : ["i2", "i1"]
                group.addTask {
                    try await store.commit(
                        ids.map { Fixture.put($0, ["visits": .number(JSONNumber(number))], isNew: false) }, in: tenant.id)
                }
            }
            try await group.waitForAll()
        }
        let values = try await store.records(of: Fixture.contact, in: tenant.id, matching: RecordQuery())
        #expect(values[0].values["visits"] == values[1].values["visits"])
        await store.close()
    }

    @Test("a read of a task that is cancelled fails at once")
    func cancelled() async throws {
        // Were it to wait, it would succeed.
        let store = try await PostgresStore(url: try TemporaryPostgres.shared.makeStore())
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let reading = Task {
            try await store.read { db in
                begin.yield()
                return try db.first("SELECT pg_sleep(3)::text") { try $0.text(0) }
            }
        }
        for await _ in begun { break }
        reading.cancel()
        await #expect(throws: StorageError.cancelled) { try await reading.value }
        await store.close()
    }
}

/// Takes connections and never says a word: the system answers for it.
private final class SilentHost: Sendable {
    let port: UInt16
    private let socket: Int32

    init() throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let name = socket
        let port: UInt16? = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                guard bind(name, address, size) == 0, listen(name, 16) == 0, getsockname(name, address, &size) == 0 else { return nil }
                return UnsafeRawPointer(address).loadUnaligned(as: sockaddr_in.self).sin_port.bigEndian
            }
        }
        self.port = try #require(port)
    }

    deinit { close(socket) }
}
