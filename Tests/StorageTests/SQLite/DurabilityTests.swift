import Foundation
import IntegrationKit
import IntegrationTesting
import Storage
import StorageSQL
import StorageSQLite
import Testing

@Suite("A SQLite file in bad times", .timeLimit(.minutes(10)))
struct DurabilityTests {
    /// A child process appends deliveries and handles events as fast as it can, notes what was acknowledged in a file
    /// beside the store, and kills itself in the middle of it.
    @Test("what was acknowledged is there after kill -9", arguments: [1, 2, 3])
    func killed(round: Int) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kill-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("store.sqlite").path
        let acknowledged = folder.appendingPathComponent("acknowledged").path

        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = path as String, acknowledged = acknowledged as String, round = round as Int] in
            let store = try SQLiteStore(path: path)
            try await store.prepare(models: Fixture.models)
            let tenant = try await StoreUnderTest(store: store, keeping: nil).tenant()
            let log = open(acknowledged, O_WRONLY | O_CREAT | O_APPEND, 0o600)
            await withTaskGroup(of: Void.self) { group in
                for worker in 0..<8 {
                    group.addTask {
                        for number in 0..<100_000 {
                            let name = "w\(worker)n\(number)"
                            guard
                                (try? await store.append([Fixture.delivery("d\(name)")])) != nil,
                                (try? await store.split(
                                    DeliveryID("d\(name)"), into: [Fixture.event("e\(name)", lane: name, in: tenant)],
                                    now: Fixture.start)) != nil,
                                (try? await store.commit(
                                    [
                                        Fixture.message("m\(name)", on: tenant.channel.id, remoteID: name),
                                        .completeEvent(EventID("e\(name)"), at: Fixture.start),
                                    ], in: tenant.id)) != nil
                            else { continue }
                            let line = Array("\(name)\n".utf8)
                            _ = line.withUnsafeBytes { write(log, $0.baseAddress, $0.count) }
                            if worker == 0, number == 20 * round { kill(getpid(), SIGKILL) }
                        }
                    }
                }
            }
        }

        let names = try String(contentsOfFile: acknowledged, encoding: .utf8).split(separator: "\n")
        #expect(names.count > 20 * round)
        let store = try SQLiteStore(path: path)
        try await store.prepare(models: Fixture.models)
        for name in names {
            #expect(try await store.message(MessageID("m\(name)"), in: "ins_clinic")?.remoteID == String(name))
        }
        // What was not acknowledged is there as a whole or not at all: as many messages as completed events.
        let messages = try #require(try await store.conversations(of: "ins_clinic", after: nil, limit: 1).first).unreadCount
        let counts = try await store.inboxCounts()
        let handled = try await store.purgeInbox(olderThan: .distantFuture)
        #expect(messages >= names.count)
        #expect(handled - messages == messages + counts.waiting, "each event has one split delivery")
        await store.close()
    }

    @Test("a full disk is said to be one, harms nobody else, and passes")
    func diskFull() async throws {
        let temporary = try TemporaryStore(options: .init(maximumSize: 1 << 20))
        let store = temporary.store
        let big = String(repeating: "x", count: 200_000)
        var stored = 0
        let error = await #expect(throws: StorageError.self) {
            for number in 0..<20 {
                try await store.append([Fixture.delivery("d\(number)", body: big)])
                stored += 1
            }
        }
        guard case .cannotWrite = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(stored > 0)
        // Small writes that come together with one that does not fit still succeed.
        let results = await withTaskGroup(of: (Int, Bool).self) { group in
            for number in 100..<110 {
                group.addTask {
                    let body = number == 105 ? big : "{}"
                    return (number, (try? await store.append([Fixture.delivery("d\(number)", body: body)])) != nil)
                }
            }
            return await group.reduce(into: [Int: Bool]()) { $0[$1.0] = $1.1 }
        }
        #expect(results.filter { !$0.value }.map(\.key) == [105])
        #expect(try await store.unsplitDeliveries(limit: 100, bytes: 1 << 24, now: Fixture.start).count == stored + 9)
        for number in 0..<stored { try await store.split(DeliveryID("d\(number)"), into: [], now: Fixture.start) }
        try await store.purgeInbox(olderThan: .distantFuture)
        try await store.append([Fixture.delivery("again", body: big)])
        await store.close()
    }

    @Test("two processes can have one file open and both write")
    func twoProcesses() async throws {
        let temporary = try TemporaryStore()
        let one = temporary.store
        try await one.prepare(models: Fixture.models)
        let path = temporary.path
        let tenant = try await StoreUnderTest(store: one, keeping: temporary).tenant()
        async let other = #expect(processExitsWith: .success) { [path = path as String] in
            let store = try SQLiteStore(path: path)
            try await store.prepare(models: Fixture.models)
            for number in 0..<50 {
                try await store.commit([Fixture.put("other\(number)", [:])], in: "ins_clinic")
            }
            await store.close()
        }
        for number in 0..<50 { try await one.commit([Fixture.put("own\(number)", [:])], in: tenant.id) }
        _ = await other
        #expect(try await one.count(of: Fixture.contact, in: tenant.id, matching: RecordQuery()) == 100)
        await one.close()
    }

    @Test("a store that is locked for too long is unavailable, and works again afterwards")
    func locked() async throws {
        let temporary = try TemporaryStore(options: .init(lockTimeout: .milliseconds(100)))
        let holder = try SQLite(temporary.path)
        try holder.execute("BEGIN IMMEDIATE")
        let error = await #expect(throws: StorageError.self) { try await temporary.store.check() }
        guard case .unavailable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        try holder.execute("ROLLBACK")
        try await temporary.store.check()
        await temporary.store.close()
    }

    @Test("files that are not ours are refused, untouched")
    func strangers() async throws {
        let temporary = try TemporaryStore()
        await temporary.store.close()
        let folder = URL(fileURLWithPath: temporary.path).deletingLastPathComponent()

        let noise = folder.appendingPathComponent("noise.sqlite").path
        let bytes = Data((0..<8192).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 7) })
        try bytes.write(to: URL(fileURLWithPath: noise))
        let damaged = #expect(throws: StorageError.self) { _ = try SQLiteStore(path: noise) }
        guard case .corrupt = damaged else {
            Issue.record("\(String(describing: damaged))")
            return
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: noise)) == bytes)

        let foreign = folder.appendingPathComponent("foreign.sqlite").path
        try SQLite(foreign).execute("CREATE TABLE recipes (id INTEGER)")
        let other = #expect(throws: StorageError.self) { _ = try SQLiteStore(path: foreign) }
        #expect(other?.description.contains("another program") == true)

        try SQLite(temporary.path).execute("PRAGMA user_version = 99")
        let newer = #expect(throws: StorageError.self) { _ = try SQLiteStore(path: temporary.path) }
        #expect(newer?.description.contains("newer version") == true)

        let nowhere = #expect(throws: StorageError.self) { _ = try SQLiteStore(path: "/nowhere/at/all.sqlite") }
        #expect(nowhere?.description.contains("/nowhere/at/all.sqlite") == true)
    }

    @Test("the file is for this user only, and commits are synced")
    func settings() async throws {
        let temporary = try TemporaryStore()
        try await temporary.store.check()
        let attributes = try FileManager.default.attributesOfItem(atPath: temporary.path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try SQLite(temporary.path).text("PRAGMA journal_mode") == "wal")
        await temporary.store.close()
    }
}
