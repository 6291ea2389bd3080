#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit
import Synchronization

/// Gives the tokens of installations for the token of their app, each asked for once and kept until shortly before it
/// ends. One for a process.
///
/// Whoever asks while a token is being asked for waits for that one. Nothing is kept of a failure.
public final class TokenExchange: Sendable {
    /// How long before its end a token is not given out any more: a call with it must still be through by then.
    static let margin: TimeInterval = 120
    /// How long a token is kept that does not say when it ends. The platform's live for about an hour.
    static let assumedLife: TimeInterval = 30 * 60
    /// Above this many, those that have ended are forgotten, and if that is not enough, all.
    static let comfortable = 10_000

    fileprivate struct Key: Hashable {
        let app: CoreToken
        let installation: String
    }

    fileprivate enum Entry {
        case known(CoreToken, until: Date)
        case asked(Task<Result<CoreToken, CoreFailure>, Never>, number: Int)
    }

    fileprivate struct Book {
        var entries: [Key: Entry] = [:]
        var lastNumber = 0
    }

    private let api: CoreAPI
    private let clock: @Sendable () -> Date
    private let book = Mutex(Book())

    public init(api: CoreAPI, clock: @escaping @Sendable () -> Date = { Date() }) {
        self.api = api
        self.clock = clock
    }

    /// A token that reaches the installation and nothing else.
    ///
    /// - Parameter app: A token that ``CoreToken/canBeExchanged``.
    public func token(for installation: InstallationID, by app: CoreToken) async throws(CoreFailure) -> CoreToken {
        let key = Key(app: app, installation: installation.rawValue)
        let now = clock()
        let found: Entry = book.withLock { book in
            switch book.entries[key] {
            case .known(let token, let until)? where until > now: return .known(token, until: until)
            case .asked(let task, let number)?: return .asked(task, number: number)
            default: break
            }
            book.makeRoom(at: now)
            book.lastNumber += 1
            let number = book.lastNumber
            let access = api.access(with: app)
            let task = Task { [weak self] in
                let result = await Result.catching { () async throws(CoreFailure) in
                    try await access.exchange(for: installation)
                }
                self?.settle(key, number, result)
                return result
            }
            book.entries[key] = .asked(task, number: number)
            return .asked(task, number: number)
        }
        switch found {
        case .known(let token, _): return token
        case .asked(let task, _): return try await task.value.get()
        }
    }

    /// The platform has not taken this token: it is asked for anew next time.
    public func forget(_ token: CoreToken) {
        book.withLock { book in
            book.entries = book.entries.filter { entry in
                if case .known(token, _) = entry.value { false } else { true }
            }
        }
    }

    private func settle(_ key: Key, _ number: Int, _ result: Result<CoreToken, CoreFailure>) {
        let now = clock()
        book.withLock { book in
            guard case .asked(_, number)? = book.entries[key] else { return }
            book.entries[key] = nil
            guard case .success(let token) = result else { return }
            let end = token.expiresAt ?? now.addingTimeInterval(Self.assumedLife + Self.margin)
            let until = end.addingTimeInterval(-Self.margin)
            if until > now { book.entries[key] = .known(token, until: until) }
        }
    }
}

extension TokenExchange.Book {
    fileprivate mutating func makeRoom(at now: Date) {
        guard entries.count >= TokenExchange.comfortable else { return }
        func remains(_ entry: TokenExchange.Entry) -> Bool {
            if case .known(_, let until) = entry { until > now } else { true }
        }
        entries = entries.filter { remains($0.value) }
        if entries.count >= TokenExchange.comfortable { entries = [:] }
    }
}

extension Result where Failure == CoreFailure, Success: Sendable {
    fileprivate static func catching(
        _ work: () async throws(CoreFailure) -> Success
    ) async -> Self {
        do throws(CoreFailure) {
            return .success(try await work())
        } catch {
            return .failure(error)
        }
    }
}

extension CoreToken {
    /// When it ends, as the claim `exp` of a token says that is a JWT behind its prefix. It is not verified: it only
    /// says when to ask for another one.
    var expiresAt: Date? {
        let text = secret.expose()
        let parts = text.dropFirst(scope?.rawValue.utf8.count ?? 0).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        var payload = String(parts[1]).replacing("-", with: "+").replacing("_", with: "/")
        payload += String(repeating: "=", count: (4 - payload.count % 4) % 4)
        guard let data = Data(base64Encoded: payload), let claims = try? JSON.parse(Array(data)),
            let end = claims["exp"]?.doubleValue
        else { return nil }
        return Date(timeIntervalSince1970: end)
    }
}

extension CoreAccess {
    /// `token.exchange`: a token of one installation for one of its app. Ask a ``TokenExchange``, which keeps them.
    ///
    /// - Throws: ``CoreFailure/unreadable(status:reason:)`` also when what comes reaches further than one installation.
    func exchange(for installation: InstallationID) async throws(CoreFailure) -> CoreToken {
        let answer = try await call("token.exchange", ["appInstallationId": installation.json], .repeatable)
        let token = CoreToken(Secret(try answer.member("token", as: String.self)))
        guard token.scope == .installation else {
            throw .unreadable(status: 200, reason: "the token that was given is not one of an installation")
        }
        return token
    }
}
