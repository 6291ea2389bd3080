import Foundation
import IntegrationKit
import IntegrationTesting
import Storage
import StoragePostgres
import Synchronization
import Testing

@testable import IntegrationServer

/// A state that expectations can ask.
private final class Meter {
    private let limit: LimitDescriptor
    private var state: LimitState

    init(_ limit: LimitDescriptor, at now: Date) {
        self.limit = limit
        state = LimitState(limit, at: now)
    }

    func admission(of calls: Int, at now: Date) -> LimitState.Admission { state.admission(of: calls, by: limit, at: now) }
    func begin(_ calls: Int, of holder: String = "a", until: Date = .distantFuture, at now: Date) {
        state.begin(calls, of: holder, until: until, by: limit, at: now)
    }
    func end(_ holder: String, unused: Int = 0) { state.end(holder, unused: unused, by: limit) }
    func close(until date: Date) { state.close(until: date) }
    func untouched(at now: Date) -> Date { state.untouched(by: limit, at: now) }
    /// As another process would read it.
    func store() throws { state = try #require(LimitState(json: JSON.parse(state.json.serialized()))) }
}

@Suite("Limits of the manifest", .timeLimit(.minutes(10)))
struct LimitGateTests {
    private let start = Date(timeIntervalSince1970: 1_795_600_000)

    private func limit(
        concurrent: Int? = nil, rate: LimitDescriptor.Rate? = nil, gap: Duration? = nil,
        bucket: LimitDescriptor.Bucket? = nil, suppresses: [String] = [], wait: Duration = .seconds(30)
    ) -> LimitDescriptor {
        LimitDescriptor(
            handle: "line", label: "Line", scope: .installation, concurrent: concurrent, rate: rate,
            minimumGap: gap, bucket: bucket, hasKey: true, suppresses: suppresses, wait: wait)
    }

    @Test("a bucket gives what it holds, then what it was refilled with, also when it was stored meanwhile")
    func bucket() throws {
        let limit = limit(bucket: .init(size: 3, refill: 2, every: .seconds(10)))
        let state = Meter(limit, at: start)
        #expect(state.admission(of: 3, at: start + 7) == .now)
        state.begin(3, at: start + 7)
        try state.store()
        #expect(state.admission(of: 1, at: start + 11) == .after(6))
        #expect(state.admission(of: 3, at: start + 17) == .after(10))
        #expect(state.admission(of: 2, at: start + 17) == .now)
        #expect(state.admission(of: 9, at: start + 27) == .now)
        state.begin(3, at: start + 27)
        state.end("a", unused: 2)
        #expect(state.admission(of: 2, at: start + 27) == .now)
        #expect(state.admission(of: 3, at: start + 27) == .after(10))
        state.end("a", unused: 9)
        #expect(state.untouched(at: start + 27) == start + 27)
    }

    @Test("starts keep their distance, and a rate grows evenly")
    func times() throws {
        let gap = Meter(limit(gap: .seconds(10)), at: start)
        gap.begin(1, at: start)
        #expect(gap.admission(of: 1, at: start + 4) == .after(6))
        #expect(gap.untouched(at: start + 4) == start + 10)
        #expect(gap.admission(of: 1, at: start + 10) == .now)
        let rate = Meter(limit(rate: .init(count: 2, per: .seconds(1))), at: start)
        rate.begin(2, at: start)
        try rate.store()
        #expect(rate.admission(of: 1, at: start + 0.125) == .after(0.375))
        #expect(rate.admission(of: 1, at: start + 0.5) == .now)
        // A clock that goes back gives nothing and takes nothing.
        #expect(rate.admission(of: 1, at: start) == .now)
    }

    @Test("no more calls run than may, one that has died is forgotten, and the provider's word closes the line")
    func concurrency() throws {
        let state = Meter(limit(concurrent: 2), at: start)
        state.begin(1, of: "a", until: start + 40, at: start)
        state.begin(1, of: "b", until: start + 60, at: start)
        try state.store()
        #expect(state.admission(of: 1, at: start) == .whenReleased)
        #expect(state.untouched(at: start) == start + 60)
        state.end("b")
        #expect(state.admission(of: 1, at: start) == .now)
        state.begin(1, of: "c", until: start + 60, at: start)
        #expect(state.admission(of: 1, at: start + 39) == .whenReleased)
        #expect(state.admission(of: 1, at: start + 40) == .now)
        state.close(until: start + 70)
        try state.store()
        state.close(until: start + 50)
        #expect(state.admission(of: 1, at: start + 60) == .after(10))
        #expect(state.admission(of: 1, at: start + 70) == .now)
    }

    @Test("the next in the line begins when a call ends; another key has a line of its own")
    func line() async throws {
        let gate = LimitGate()
        let use = LimitUse(limit(concurrent: 1), key: ["to"])
        func enter(_ to: JSON) async throws -> LimitGate.Hold {
            try await gate.enter([use], tool: SendText.descriptor, arguments: ["to": to], installation: InstallationID("ins"))
        }
        let first = try await enter("a")
        let other = try await enter("b")
        async let second = enter("a")
        while gate.waiting == 0 { await Task.yield() }
        await gate.leave(first)
        await gate.leave(try await second)
        await gate.leave(other)
        #expect(gate.waiting == 0)
    }

    @Test("who waits too long is told so, and who gives up leaves the line")
    func impatience() async throws {
        let gate = LimitGate()
        let use = LimitUse(limit(concurrent: 1, wait: .zero))
        let hold = try await gate.enter([use], tool: SendText.descriptor, arguments: [:], installation: InstallationID("ins"))
        let failure = await #expect(throws: ToolFailure.self) {
            _ = try await gate.enter([use], tool: SendText.descriptor, arguments: [:], installation: InstallationID("ins"))
        }
        #expect(failure?.code == .rateLimited)
        let patient = LimitUse(limit(concurrent: 1))
        let waiter = Task {
            try await gate.enter([patient], tool: SendText.descriptor, arguments: [:], installation: InstallationID("ins"))
        }
        while gate.waiting == 0 { await Task.yield() }
        waiter.cancel()
        await #expect(throws: CancellationError.self) { _ = try await waiter.value }
        #expect(gate.waiting == 0)
        await gate.leave(hold)
    }

    @Test("what the provider says is too fast waits under its own key, and nothing else does")
    func closing() async throws {
        let gate = LimitGate()
        let use = LimitUse(limit(concurrent: 9, wait: .zero), keys: [["from"], ["to"]])
        let here = InstallationID("ins")
        func enter(_ from: JSON, _ to: JSON) async throws {
            let arguments: JSON = ["from": from, "to": to]
            await gate.leave(try await gate.enter([use], tool: SendText.descriptor, arguments: arguments, installation: here))
        }
        try await gate.close(
            use, for: .seconds(600), tool: SendText.descriptor, arguments: ["from": "a", "to": "b"], installation: here)
        let failure = await #expect(throws: ToolFailure.self) { try await enter("a", "b") }
        guard case .after(let wait)? = failure?.retry else { throw Unexpected("no time to wait for") }
        #expect(wait > .seconds(500) && wait <= .seconds(600))
        try await enter("a", "c")
        try await enter("b", "b")
    }

    @Test("processes on one store keep to a limit together, and what one has closed is closed for all")
    func shared() async throws {
        let store = try await PostgresStore(url: TemporaryPostgres.shared.makeStore())
        let (one, two) = (LimitGate(store: store), LimitGate(store: store))
        let here = InstallationID("ins")
        let use = LimitUse(limit(bucket: .init(size: 3, refill: 1, every: .seconds(3600)), wait: .zero))
        func enter(_ gate: LimitGate) async throws -> LimitGate.Hold {
            try await gate.enter([use], tool: SendText.descriptor, arguments: [:], installation: here)
        }
        for gate in [one, two, one] { _ = try await enter(gate) }
        await #expect(throws: ToolFailure.self) { try await enter(two) }

        let mutex = LimitUse(
            LimitDescriptor(handle: "mutex", label: "", scope: .installation, isMutex: true, wait: .seconds(30)))
        func hold(_ gate: LimitGate) async throws -> LimitGate.Hold {
            try await gate.enter([mutex], tool: SendText.descriptor, arguments: [:], installation: here)
        }
        let held = try await hold(one)
        async let next = hold(two)
        while two.waiting == 0 { await Task.yield() }
        await one.leave(held)
        await two.leave(try await next)
        try await one.close(mutex, for: .seconds(600), tool: SendText.descriptor, arguments: [:], installation: here)
        await #expect(throws: ToolFailure.self) { try await hold(two) }
        await store.close()
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
