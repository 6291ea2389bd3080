#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Storage
internal import Synchronization

/// Lets calls begin as the limits of the manifest say, in the order in which they came within this process.
///
/// One process counts in its memory. Where several work on one store they count in it, so that together they keep to the
/// limit: of each line only the first asks the store.
final class LimitGate: Sendable {
    /// What a call holds while it runs.
    struct Hold: Sendable {
        fileprivate var turns: [LimitTurn] = []
    }

    private struct Waiter: Sendable {
        let number: Int
        let signal: AsyncStream<Void>.Continuation
    }

    private struct Line: Sendable {
        let limit: LimitDescriptor
        /// Of a process that counts in memory.
        var state: LimitState
        var waiters: [Waiter] = []
    }

    private struct Book: Sendable {
        var lines: [LimitKey: Line] = [:]
        var nextNumber = 0
    }

    /// Above this many lines, those that are as good as new are forgotten.
    private static let comfortable = 1_000
    /// How often the store is asked whether a call of another process has ended.
    private static let pause: Duration = .milliseconds(100)
    /// Beyond its timeout, until a call is held to be dead.
    private static let margin: Duration = .seconds(30)

    private let shared: (any Store)?
    private let clock: @Sendable () -> Date
    private let ids: IDMaker
    private let book = Mutex(Book())
    /// The clock of what is counted in memory, which never jumps.
    private let start = (date: Date(), instant: ContinuousClock.now)

    /// - Parameter store: Asked for its counts when several processes work on it.
    init(store: (any Store)? = nil, ids: IDMaker = IDMaker(), clock: @escaping @Sendable () -> Date = { Date() }) {
        shared = store.flatMap { $0.isShared ? $0 : nil }
        self.ids = ids
        self.clock = clock
    }

    /// Waits for every limit that a call counts against. Give the hold back with ``leave(_:)``.
    ///
    /// - Parameter patience: Waits no longer than this at each limit, nor than the limit says.
    /// - Throws: ``ToolFailure`` with `RATE_LIMITED` when a turn did not come in time; nothing is held then.
    func enter(
        _ uses: [LimitUse], tool: ToolDescriptor, arguments: JSON, installation: InstallationID,
        patience: Duration = .seconds(86_400)
    ) async throws -> Hold {
        var hold = Hold()
        let holder = ids.make("trn", at: clock())
        let until = clock().addingTimeInterval((tool.timeout + Self.margin).timeInterval)
        let suppressed = Set(uses.flatMap(\.limit.suppresses))
        do {
            for use in uses where !suppressed.contains(use.limit.handle) {
                let turn = LimitTurn(
                    limit: use.limit, key: Self.key(of: use, tool.handle, arguments, installation), calls: use.calls,
                    holder: holder, until: until)
                try await wait(for: turn, patience: min(use.limit.wait, patience))
                hold.turns.append(turn)
            }
        } catch {
            await leave(hold, isUnused: true)
            throw error
        }
        return hold
    }

    /// - Parameter isUnused: The call that it was for never began.
    func leave(_ hold: Hold, isUnused: Bool = false) async {
        for turn in hold.turns {
            book.withLock { book in
                book.lines[turn.key]?.state.end(turn.holder, unused: isUnused ? turn.calls : 0, by: turn.limit)
                book.lines[turn.key]?.waiters.first?.signal.yield()
            }
            // What cannot be given back now is free when its holder must have died.
            if let shared, isUnused || turn.limit.concurrent != nil { try? await shared.endTurn(turn, isUnused: isUnused) }
        }
    }

    /// The provider has said that a call went beyond one of its limits: nothing begins under its key before the time is
    /// over, and everything else goes on.
    func close(
        _ use: LimitUse, for time: Duration, tool: ToolDescriptor, arguments: JSON, installation: InstallationID
    ) async throws(StorageError) {
        let key = Self.key(of: use, tool.handle, arguments, installation)
        let now = self.now
        book.withLock { book in
            var line = book.lines[key] ?? Line(limit: use.limit, state: LimitState(use.limit, at: now))
            line.state.close(until: now.addingTimeInterval(time.timeInterval))
            book.lines[key] = line
        }
        guard let shared else { return }
        let here = clock()
        try await shared.closeLimit(use.limit, key: key, until: here.addingTimeInterval(time.timeInterval), now: here)
    }

    /// How many calls wait, for tests and metrics.
    var waiting: Int { book.withLock { $0.lines.values.reduce(0) { $0 + $1.waiters.count } } }

    private var now: Date { start.date.addingTimeInterval((ContinuousClock.now - start.instant).timeInterval) }

    private static func key(
        of use: LimitUse, _ tool: String, _ arguments: JSON, _ installation: InstallationID
    ) -> LimitKey {
        let scope =
            switch use.limit.scope {
            // Connections are an installation's; a tool does not say which one it goes through.
            case .installation, .connection: installation.rawValue
            case .tool: "\(installation) \(tool)"
            case .appVersion, .global: ""
            }
        return LimitKey(limit: use.limit.handle, scope: scope, key: use.key(in: arguments))
    }

    // MARK: Waiting

    private func wait(for turn: LimitTurn, patience: Duration) async throws {
        let deadline = ContinuousClock.now + patience
        let (signals, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number = queue(turn, signal)
        defer { withdraw(number, turn.key) }
        while true {
            let answer = try await ask(number, turn)
            if answer == .now { return }
            let left = ContinuousClock.now.duration(to: deadline)
            var wait = left
            switch answer {
            case .after(let time): wait = min(.seconds(time), left)
            case .whenReleased: if shared != nil { wait = min(Self.pause, left) }
            case .now, nil: break
            }
            // What comes only after the time is over is not worth waiting for.
            guard left > .zero, !(wait == left && answer?.time != nil) else {
                let limit = turn.limit
                throw ToolFailure(
                    .rateLimited, "Too many calls at once: the limit '\(limit.handle)' did not free up in time.",
                    advice: "Try again later.", retry: .after(answer?.time.map { .seconds($0) } ?? limit.retry.delay))
            }
            try await Self.sleep(for: wait, orUntil: signals)
        }
    }

    private func queue(_ turn: LimitTurn, _ signal: AsyncStream<Void>.Continuation) -> Int {
        let now = self.now
        return book.withLock { book in
            if book.lines.count > Self.comfortable {
                for (key, line) in book.lines where line.waiters.isEmpty {
                    var state = line.state
                    if state.untouched(by: line.limit, at: now) <= now { book.lines[key] = nil }
                }
            }
            book.nextNumber += 1
            book.lines[turn.key, default: Line(limit: turn.limit, state: LimitState(turn.limit, at: now))].waiters
                .append(Waiter(number: book.nextNumber, signal: signal))
            return book.nextNumber
        }
    }

    /// The first in the line begins if it may; the others wait for their signal. - Returns: nil for those.
    private func ask(_ number: Int, _ turn: LimitTurn) async throws -> LimitState.Admission? {
        guard let shared else { return askMemory(number, turn) }
        guard book.withLock({ $0.lines[turn.key]?.waiters.first?.number == number }) else { return nil }
        do {
            return try await shared.beginTurn(turn, now: clock())
        } catch {
            throw ToolFailure(PlatformFailure(error))
        }
    }

    private func askMemory(_ number: Int, _ turn: LimitTurn) -> LimitState.Admission? {
        let now = self.now
        return book.withLock { book in
            guard var line = book.lines[turn.key], line.waiters.first?.number == number else { return nil }
            let admission = line.state.admission(of: turn.calls, by: turn.limit, at: now)
            if admission == .now {
                // A holder in this process ends its turn, however long it takes.
                line.state.begin(turn.calls, of: turn.holder, until: .distantFuture, by: turn.limit, at: now)
            }
            book.lines[turn.key] = line
            return admission
        }
    }

    /// Leaves the line, and tells who is first now.
    private func withdraw(_ number: Int, _ key: LimitKey) {
        book.withLock { book in
            book.lines[key]?.waiters.removeAll { $0.number == number }
            book.lines[key]?.waiters.first?.signal.yield()
        }
    }

    private static func sleep(for time: Duration, orUntil signals: AsyncStream<Void>) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                var iterator = signals.makeAsyncIterator()
                await iterator.next()
            }
            group.addTask { try await Task.sleep(for: time) }
            defer { group.cancelAll() }
            try await group.next()
        }
        try Task.checkCancellation()
    }
}

extension LimitState.Admission {
    fileprivate var time: TimeInterval? {
        if case .after(let time) = self { time } else { nil }
    }
}
