internal import IntegrationKit
internal import Storage

/// A session whose end is the runtime's: what a handler wrote is kept by ``finish(with:)``, and only then.
protocol UnitOfWork: PlatformSession {
    /// Writes what is left and, in the store, `more` behind it. The session is over.
    ///
    /// - Throws: ``PlatformFailure``; then `more` is not written.
    func finish(with more: [StoreChange]) async throws(PlatformFailure)
    /// For a handler that failed: drops what it wrote. The session is over.
    func abandon() async
    /// The ids that hold, after ``finish(with:)``, for what the handler made: whoever answers for it puts them into all
    /// that it has returned.
    var settledIDs: SettledIDs { get async }
}

extension UnitOfWork {
    func finish() async throws(PlatformFailure) { try await finish(with: []) }
}

/// Writes are only staged until the end.
extension EmbeddedSession: UnitOfWork {
    package func abandon() {}
}

extension RuntimeCore {
    /// Runs something in a unit of work of its own, which is written when it returns and dropped when it throws.
    ///
    /// - Returns: what came of it, and the ids to put into that.
    func unit<Value>(
        of installation: Installation, _ body: (any UnitOfWork) async throws -> Value
    ) async throws -> (value: Value, ids: SettledIDs) {
        let session = try await work(for: installation)
        let value: Value
        do {
            value = try await body(session)
        } catch {
            await session.abandon()
            throw error
        }
        try await session.finish()
        return (value, await session.settledIDs)
    }
}
