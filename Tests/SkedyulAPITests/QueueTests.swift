import Foundation
import IntegrationKit
import Testing

import SkedyulAPI

@Suite("Queues and sequencers", .timeLimit(.minutes(10)))
struct QueueTests {
    private static func limits(concurrent: Int) -> QueueLimits {
        QueueLimits(
            LimitDescriptor(handle: "q", label: "Q", scope: .installation, concurrent: concurrent, wait: .seconds(5)))
    }

    @Test("a place that is taken is waited for, and not for longer than was said")
    func places() async throws {
        try await FakePlatform.run { platform in
            let access = try await platform.install().access
            let limits = Self.limits(concurrent: 1)
            let first = try await access.acquire("rl:in:a:q", limits: limits, wait: .seconds(1), hold: .seconds(60))
            let failure = await #expect(throws: CoreFailure.self) {
                try await access.acquire("rl:in:a:q", limits: limits, wait: .milliseconds(50), hold: .seconds(60))
            }
            #expect(failure?.isQueueTimeout == true)
            async let second = access.acquire("rl:in:a:q", limits: limits, wait: .seconds(30), hold: .seconds(60))
            try await access.release(first)
            #expect(try await second.id != first.id)
        }
    }

    @Test("a platform that cannot count is a failure, not a count in memory")
    func honesty() async throws {
        try await FakePlatform.run { platform in
            let access = try await platform.install().access
            try await platform.fault("ratelimit/acquire", "503", times: 3)
            let failure = await #expect(throws: CoreFailure.self) {
                try await access.acquire(
                    "rl:in:a:q", limits: Self.limits(concurrent: 1), wait: .seconds(1), hold: .seconds(60))
            }
            #expect(failure?.isQueueTimeout == false && failure?.isTemporary == true)
        }
    }

    @Test("a rate is a reservoir that is full again after each unit of time")
    func limits() {
        let limit = LimitDescriptor(
            handle: "q", label: "Q", scope: .global, rate: .init(count: 80, per: .seconds(1)),
            minimumGap: .milliseconds(1500), wait: .zero)
        let limits = QueueLimits(limit)
        #expect(limits.reservoir == 80 && limits.refill == 80 && limits.refillEvery == .seconds(1))
        #expect(limits.maximumConcurrent == nil && limits.minimumGap == .milliseconds(1500))
    }

    @Test("a sequencer lets nothing through that is older, nor past somebody's lock")
    func sequencers() async throws {
        try await FakePlatform.run { platform in
            let access = try await platform.install().access
            let key = "seq:in:a:sync:7"
            func allow(_ time: Double, holding lease: String? = nil) async throws -> SequenceAnswer {
                try await access.allow(
                    key, at: Date(timeIntervalSince1970: time), holding: lease, watermark: .seconds(60))
            }
            #expect(try await allow(20) == .allowed)
            #expect(try await allow(10) == .stale(watermark: Date(timeIntervalSince1970: 20)))
            func lock(_ lease: String) async throws -> Bool {
                try await access.acquireSequence(key, as: lease, at: nil, lock: .seconds(60), watermark: .seconds(60))
            }
            #expect(try await lock("a"))
            #expect(try await lock("a"))
            #expect(try await !lock("b"))
            #expect(try await allow(30) == .locked)
            #expect(try await allow(30, holding: "a") == .allowed)
            try await access.releaseSequence(key, lease: "a")
            #expect(try await lock("b"))
        }
    }

    @Test("places that the platform holds for the call are read from its environment, whatever stands there")
    func heldLeases() {
        let held = HeldLeases(environment: [
            HeldLeases.leasesVariable: #"[{"queueKey":"rl:a","leaseId":"1"},{"leaseId":"2"},7]"#,
            HeldLeases.mutexesVariable: #"[{"queueKey":"rl:b","queueName":"b"}]"#,
        ])
        #expect(held.contains("rl:a") && held.contains("rl:b") && !held.contains("rl:c"))
        for text in ["", "null", "{", #"{"queueKey":"rl:a"}"#] {
            #expect(!HeldLeases(environment: [HeldLeases.leasesVariable: text]).contains("rl:a"))
        }
    }
}
