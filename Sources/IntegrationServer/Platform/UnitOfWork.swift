package import IntegrationKit
package import Storage

/// A session whose end is the runtime's: what a handler wrote is kept by ``finish(with:)``, and only then.
package protocol UnitOfWork: PlatformSession {
    /// Writes what is left and, in the store, `more` behind it. The session is over.
    ///
    /// - Throws: ``PlatformFailure``; then `more` is not written.
    func finish(with more: [StoreChange]) async throws(PlatformFailure)
    /// For a handler that failed: drops what it wrote. The session is over.
    func abandon() async
    /// A handler's output with the ids that things got when they were written. Asked after ``finish(with:)``.
    func settled(_ output: JSON) async -> JSON
}

extension UnitOfWork {
    package func finish() async throws(PlatformFailure) { try await finish(with: []) }
}

/// Writes are only staged until the end, and ids are made here.
extension EmbeddedSession: UnitOfWork {
    package func abandon() {}
    package func settled(_ output: JSON) -> JSON { output }
}
