internal import IntegrationKit
internal import Synchronization

/// Lets calls begin as the limits of the manifest say, in the order in which they came, within this process.
final class LimitGate: Sendable {
    /// Names one count.
    struct Key: Hashable, Sendable {
        let limit: String
        let scope: String
        let key: String
    }

    /// What a call holds while it runs.
    struct Hold: Sendable {
        fileprivate var taken: [(key: Key, calls: Int)] = []
    }

    private struct Waiter: Sendable {
        let number: Int
        let signal: AsyncStream<Void>.Continuation
    }

    private struct Line: Sendable {
        var state: LimitState
        var waiters: [Waiter] = []
    }

    private struct Book: Sendable {
        var lines: [Key: Line] = [:]
        var nextNumber = 0
    }

    /// Above this many lines, those that are as good as new are forgotten.
    private static let comfortable = 1_000

    private let book = Mutex(Book())

    /// Waits for every limit that a call counts against. Give the hold back with ``leave(_:)``.
    ///
    /// - Throws: ``ToolFailure`` with `RATE_LIMITED` when a turn did not come in the limit's time; nothing is held then.
    func enter(
        _ uses: [LimitUse], tool: String, arguments: JSON, installation: InstallationID
    ) async throws -> Hold {
        var hold = Hold()
        let suppressed = Set(uses.flatMap(\.limit.suppresses))
        do {
            for use in uses where !suppressed.contains(use.limit.handle) {
                let key = Key(
                    limit: use.limit.handle, scope: Self.scope(of: use.limit, tool, installation),
                    key: use.key(in: arguments))
                try await turn(at: use.limit, key, calls: use.calls)
                hold.taken.append((key, use.calls))
            }
        } catch {
            leave(hold)
            throw error
        }
        return hold
    }

    func leave(_ hold: Hold) {
        book.withLock { book in
            for (key, calls) in hold.taken {
                book.lines[key]?.state.end(calls)
                book.lines[key]?.waiters.first?.signal.yield()
            }
        }
    }

    /// How many calls wait, for tests and metrics.
    var waiting: Int { book.withLock { $0.lines.values.reduce(0) { $0 + $1.waiters.count } } }

    private static func scope(of limit: LimitDescriptor, _ tool: String, _ installation: InstallationID) -> String {
        switch limit.scope {
        // Connections are an installation's; a tool does not say which one it goes through.
        case .installation, .connection: installation.rawValue
        case .tool: "\(installation) \(tool)"
        case .appVersion, .global: ""
        }
    }

    // MARK: Waiting

    private func turn(at limit: LimitDescriptor, _ key: Key, calls: Int) async throws {
        let deadline = ContinuousClock.now + limit.wait
        let (signals, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number = queue(limit, key, signal)
        defer { withdraw(number, key) }
        while true {
            let now = ContinuousClock.now
            let answer = ask(number, key, calls: calls, at: now)
            guard answer != .now else { return }
            let left = now.duration(to: deadline)
            var wait = left
            if case .after(let time) = answer { wait = min(time, left) }
            guard left > .zero else {
                let retry = if case .after(let time) = answer { time } else { limit.retry.delay }
                throw ToolFailure(
                    .rateLimited, "Too many calls at once: the limit '\(limit.handle)' did not free up in time.",
                    advice: "Try again later.", retry: .after(retry))
            }
            try await Self.sleep(for: wait, orUntil: signals)
        }
    }

    private func queue(
        _ limit: LimitDescriptor, _ key: Key, _ signal: AsyncStream<Void>.Continuation
    ) -> Int {
        book.withLock { book in
            let now = ContinuousClock.now
            if book.lines.count > Self.comfortable {
                for (key, line) in book.lines where line.waiters.isEmpty {
                    var state = line.state
                    if state.isUntouched(at: now) { book.lines[key] = nil }
                }
            }
            book.nextNumber += 1
            book.lines[key, default: Line(state: LimitState(limit, at: now))].waiters
                .append(Waiter(number: book.nextNumber, signal: signal))
            return book.nextNumber
        }
    }

    /// The first in the line begins if it may; the others wait for their signal.
    private func ask(_ number: Int, _ key: Key, calls: Int, at now: LimitState.Instant) -> LimitState.Admission {
        book.withLock { book in
            guard var line = book.lines[key], line.waiters.first?.number == number else { return .whenReleased }
            let admission = line.state.admission(of: calls, at: now)
            if admission == .now { line.state.begin(calls, at: now) }
            book.lines[key] = line
            return admission
        }
    }

    /// Leaves the line, and tells who is first now.
    private func withdraw(_ number: Int, _ key: Key) {
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
