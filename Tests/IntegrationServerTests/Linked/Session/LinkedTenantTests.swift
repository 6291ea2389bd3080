import Foundation
import IntegrationKit
import SkedyulAPI
import Testing

@testable import IntegrationServer

@Suite("Tenants of the platform", .timeLimit(.minutes(10)))
struct LinkedTenantTests {
    @Test("under concurrency no call carries another tenant's token")
    func concurrency() async throws {
        try await Zoo.run { zoo in
            let others = [try await zoo.platform.install("north"), try await zoo.platform.install("south")]
            let tenants = [zoo.tenant] + others
            let app = try await zoo.platform.appToken
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<60 {
                    let tenant = tenants[number % 3]
                    // Half of them come with the app's token.
                    let token = number % 2 == 0 ? tenant.token : app
                    group.addTask {
                        let session = try await zoo.session(of: tenant, token: token)
                        _ = try await session.write(
                            .upsert(["chip": .string("\(number)"), "name": tenant.id.json]), to: Zoo.pet, as: .app)
                        try await session.finish()
                    }
                }
                try await group.waitForAll()
            }
            let pets = try await zoo.platform.instances("pet")
            #expect(pets.count == 60 && pets.allSatisfy { $0["tenant"] == $0["data"]?["name"] })
            for tenant in tenants {
                let seen = try await zoo.session(of: tenant, token: app).records(of: Zoo.pet, matching: RecordQuery())
                #expect(seen.count == 20 && seen.allSatisfy { $0.values["name"] == tenant.id.json })
            }
            // The app's token goes nowhere but to where it is exchanged.
            let calls = try await zoo.platform.list("calls")
            #expect(calls.allSatisfy { $0["scope"] == "installation" || $0["method"] == "token.exchange" })
        }
    }

    @Test("an instance of another installation is never given to a handler")
    func foreignInstance() async throws {
        try await Zoo.run { zoo in
            let other = try await zoo.platform.install("north")
            try await zoo.platform.control("instance", [
                "model": "pet", "installation": other.id.json, "data": ["chip": "7"],
            ])
            // The platform was given the wrong tenant's token for this call.
            let session = try await zoo.session(of: zoo.tenant, token: other.token)
            let failure = await #expect(throws: PlatformFailure.self) {
                try await session.records(of: Zoo.pet, matching: RecordQuery())
            }
            guard case .unavailable? = failure else { return #expect(Bool(false), "\(failure as Any)") }
        }
    }

    @Test("a token that is not taken is asked for anew the next time")
    func revoked() async throws {
        try await Zoo.run(tolerating: ["UNAUTHORIZED"]) { zoo in
            let app = try await zoo.platform.appToken
            let session = try await zoo.session(of: zoo.tenant, token: app)
            try await zoo.platform.control("revoke", ["token": .string(session.access.token.secret.expose())])
            await #expect(throws: PlatformFailure.self) {
                try await session.records(of: Zoo.pet, matching: RecordQuery())
            }
            let next = try await zoo.session(of: zoo.tenant, token: app)
            #expect(try await next.records(of: Zoo.pet, matching: RecordQuery()).isEmpty)
        }
    }

    @Test("a limit is one queue of the platform's for each of its keys, and places that it holds already are not taken again")
    func limits() async throws {
        try await Zoo.run { zoo in
            let number = LimitDescriptor(
                handle: "number", label: "Number", scope: .global, concurrent: 1, hasKey: true, wait: .milliseconds(50))
            let mutex = LimitDescriptor(
                handle: "one", label: "One", scope: .tool, isMutex: true, suppresses: ["number"], wait: .milliseconds(50))
            let tool = Zoo.send
            let gate = LinkedLimits(zoo.linked)
            let uses = [LimitUse(number, key: ["channel", "id"])]
            let call = zoo.call()
            let hold = try await gate.enter(uses, tool: tool, arguments: ["channel": ["id": "a"]], for: call)
            _ = try await gate.enter(uses, tool: tool, arguments: ["channel": ["id": "b"]], for: call)
            let failure = await #expect(throws: ToolFailure.self) {
                try await gate.enter(uses, tool: tool, arguments: ["channel": ["id": "a"]], for: call)
            }
            #expect(failure?.code == .rateLimited && failure?.retry == .after(.seconds(1)))
            await gate.leave(hold)
            _ = try await gate.enter(uses, tool: tool, arguments: ["channel": ["id": "a"]], for: call)
            let held = HeldLeases(keys: ["rl:iep:\(zoo.tenant.id):send:one"])
            _ = try await gate.enter(
                uses + [LimitUse(mutex)], tool: tool, arguments: ["channel": ["id": "a"]], for: zoo.call(held: held))
            #expect(
                try await zoo.platform.list("acquired").map { $0[0] }
                    == ["rl:gl:ver_1:number:a", "rl:gl:ver_1:number:b", "rl:gl:ver_1:number:a"])

            try await zoo.platform.fault("ratelimit/acquire", "500")
            let down = await #expect(throws: ToolFailure.self) {
                try await gate.enter(uses, tool: tool, arguments: ["channel": ["id": "c"]], for: call)
            }
            #expect(down?.code == .unavailable)
        }
    }

    @Test("a call that counts several takes as many starts from a limit that counts them, and one place of those that run")
    func severalCalls() async throws {
        try await Zoo.run { zoo in
            let bucket = LimitDescriptor(
                handle: "bucket", label: "Bucket", scope: .global, concurrent: 1,
                bucket: .init(size: 4, refill: 1, every: .seconds(3600)), wait: .zero)
            let room = LimitDescriptor(handle: "room", label: "Room", scope: .global, concurrent: 2, wait: .zero)
            let gate = LinkedLimits(zoo.linked)
            let uses = [LimitUse(bucket, calls: 3), LimitUse(room, calls: 3)]
            let hold = try await gate.enter(uses, tool: Zoo.send, arguments: [:], for: zoo.call())
            await gate.leave(hold)
            let taken = try await zoo.platform.list("acquired").compactMap { $0[0]?.stringValue }
            #expect(taken == Array(repeating: "rl:gl:ver_1:bucket", count: 3) + ["rl:gl:ver_1:room"])
            #expect(try await zoo.platform.list("released").count == 4)
            // One start is left.
            let failure = await #expect(throws: ToolFailure.self) {
                try await gate.enter([LimitUse(bucket, calls: 2)], tool: Zoo.send, arguments: [:], for: zoo.call())
            }
            #expect(failure?.code == .rateLimited)
            #expect(try await zoo.platform.list("released").count == 5)
        }
    }

    @Test("sequencers are the platform's, one sequence for each installation and key")
    func sequencers() async throws {
        try await Zoo.run { zoo in
            let sync = SequencerDescriptor(
                handle: "sync", label: "Sync", scope: .installation, lock: .seconds(60), watermark: .seconds(60))
            let one = Sequencer(sync, session: try await zoo.session())
            let two = Sequencer(sync, session: try await zoo.session())
            let other = Sequencer(sync, session: try await zoo.session(of: zoo.platform.install("north")))
            let lease = try #require(try await one.acquire("7"))
            #expect(lease.sequence == "seq:in:\(zoo.tenant.id):sync:7")
            #expect(try await two.acquire("7") == nil)
            #expect(try await other.acquire("7") != nil)
            try await one.release(lease)
            #expect(try await two.allow("7", at: Date(timeIntervalSince1970: 20)) == .allowed)
            #expect(
                try await one.allow("7", at: Date(timeIntervalSince1970: 10))
                    == .stale(watermark: Date(timeIntervalSince1970: 20)))
        }
    }
}
