import Foundation
import IntegrationKit
import Synchronization
import Testing

@testable import IntegrationServer

/// A state that expectations can ask.
private final class Meter {
    private var state: LimitState

    init(_ limit: LimitDescriptor, at now: LimitState.Instant) { state = LimitState(limit, at: now) }

    func admission(of calls: Int, at now: LimitState.Instant) -> LimitState.Admission {
        state.admission(of: calls, at: now)
    }
    func begin(_ calls: Int, at now: LimitState.Instant) { state.begin(calls, at: now) }
    func end(_ calls: Int) { state.end(calls) }
    func isUntouched(at now: LimitState.Instant) -> Bool { state.isUntouched(at: now) }
}

@Suite("Limits of the manifest in one process", .timeLimit(.minutes(5)))
struct LimitGateTests {
    private let start = ContinuousClock.now

    private func limit(
        concurrent: Int? = nil, rate: LimitDescriptor.Rate? = nil, gap: Duration? = nil,
        bucket: LimitDescriptor.Bucket? = nil, suppresses: [String] = [], wait: Duration = .seconds(30)
    ) -> LimitDescriptor {
        LimitDescriptor(
            handle: "line", label: "Line", scope: .installation, concurrent: concurrent, rate: rate,
            minimumGap: gap, bucket: bucket, hasKey: true, suppresses: suppresses, wait: wait)
    }

    @Test("a bucket gives what it holds, then what it was refilled with")
    func bucket() {
        let limit = limit(bucket: .init(size: 3, refill: 2, every: .seconds(10)))
        let state = Meter(limit, at: start)
        #expect(state.admission(of: 3, at: start) == .now)
        state.begin(3, at: start)
        #expect(state.admission(of: 1, at: start + .seconds(4)) == .after(.seconds(6)))
        #expect(state.admission(of: 3, at: start + .seconds(10)) == .after(.seconds(10)))
        #expect(state.admission(of: 2, at: start + .seconds(10)) == .now)
        #expect(state.admission(of: 9, at: start + .seconds(20)) == .now)
    }

    @Test("starts keep their distance, and a rate grows evenly")
    func times() {
        let gap = Meter(limit(gap: .milliseconds(100)), at: start)
        gap.begin(1, at: start)
        #expect(gap.admission(of: 1, at: start + .milliseconds(40)) == .after(.milliseconds(60)))
        #expect(gap.admission(of: 1, at: start + .milliseconds(100)) == .now)
        let rate = Meter(limit(rate: .init(count: 2, per: .seconds(1))), at: start)
        rate.begin(2, at: start)
        #expect(rate.admission(of: 1, at: start + .milliseconds(100)) != .now)
        #expect(rate.admission(of: 1, at: start + .milliseconds(500)) == .now)
    }

    @Test("no more calls run than may, and one that is forgotten leaves nothing behind")
    func concurrency() {
        let state = Meter(limit(concurrent: 2), at: start)
        state.begin(2, at: start)
        #expect(state.admission(of: 1, at: start) == .whenReleased)
        #expect(!state.isUntouched(at: start))
        state.end(1)
        #expect(state.admission(of: 1, at: start) == .now)
        state.end(1)
        #expect(state.isUntouched(at: start))
    }

    @Test("the next in the line begins when a call ends; another key has a line of its own")
    func line() async throws {
        let gate = LimitGate()
        let use = LimitUse(limit(concurrent: 1), key: ["to"])
        func enter(_ to: JSON) async throws -> LimitGate.Hold {
            try await gate.enter([use], tool: "send", arguments: ["to": to], installation: InstallationID("ins"))
        }
        let first = try await enter("a")
        let other = try await enter("b")
        async let second = enter("a")
        while gate.waiting == 0 { await Task.yield() }
        gate.leave(first)
        gate.leave(try await second)
        gate.leave(other)
        #expect(gate.waiting == 0)
    }

    @Test("who waits too long is told so, and who gives up leaves the line")
    func impatience() async throws {
        let gate = LimitGate()
        let use = LimitUse(limit(concurrent: 1, wait: .zero))
        let hold = try await gate.enter([use], tool: "send", arguments: [:], installation: InstallationID("ins"))
        let failure = await #expect(throws: ToolFailure.self) {
            _ = try await gate.enter([use], tool: "send", arguments: [:], installation: InstallationID("ins"))
        }
        #expect(failure?.code == .rateLimited)
        let patient = LimitUse(limit(concurrent: 1))
        let waiter = Task {
            try await gate.enter([patient], tool: "send", arguments: [:], installation: InstallationID("ins"))
        }
        while gate.waiting == 0 { await Task.yield() }
        waiter.cancel()
        await #expect(throws: CancellationError.self) { _ = try await waiter.value }
        #expect(gate.waiting == 0)
        gate.leave(hold)
    }
}

@Suite("Sequences in memory")
struct MemorySequenceTests {
    private let sequencer = SequencerDescriptor(
        handle: "members", label: "Members", scope: .installation, lock: .seconds(60), watermark: .seconds(600))

    @Test("nothing older goes through, a lock keeps others out, and installations do not meet")
    func order() async throws {
        let now = Mutex(Date(timeIntervalSince1970: 1_000))
        let sequences = MemorySequences(ids: IDMaker(), clock: { now.withLock { $0 } })
        let here = InstallationID("here")
        func allow(_ time: Double, _ lease: SequenceLease? = nil, _ place: InstallationID = InstallationID("here"))
            async throws -> SequenceAnswer
        {
            try await sequences.allow(
                "k", at: Date(timeIntervalSince1970: time), holding: lease, of: sequencer, for: place)
        }
        #expect(try await allow(100) == .allowed)
        #expect(try await allow(99) == .stale(watermark: Date(timeIntervalSince1970: 100)))
        #expect(try await allow(99, nil, InstallationID("there")) == .allowed)
        let lease = try #require(try await sequences.acquire("k", at: nil, of: sequencer, for: here))
        #expect(try await sequences.acquire("k", at: nil, of: sequencer, for: here) == nil)
        #expect(try await allow(101) == .locked)
        #expect(try await allow(101, lease) == .allowed)
        try await sequences.release(lease)
        #expect(try await allow(102) == .allowed)
        _ = try await sequences.acquire("k", at: nil, of: sequencer, for: here)
        now.withLock { $0 += 61 }
        #expect(try await allow(103) == .allowed)
        now.withLock { $0 += 601 }
        #expect(try await allow(1) == .allowed)
    }
}
