package import IntegrationKit
package import SkedyulAPI

/// A unit of work on the Skedyul platform: reads see its own writes, and ``finish()`` sends them.
///
/// The platform has no transactions, so writes are kept back until the end, and then sent in an order in which a crash
/// between two of them does no harm: what is done again gives the same, and what tells others comes last.
package actor LinkedSession: PlatformSession {
    package nonisolated let installation: Installation
    package nonisolated let services: PlatformServices

    let platform: LinkedPlatform
    let call: LinkedCall
    let access: CoreAccess

    init(platform: LinkedPlatform, call: LinkedCall, access: CoreAccess) {
        self.platform = platform
        self.call = call
        self.access = access
        installation = call.installation
        services = PlatformServices()
    }

    package func commit() async throws(PlatformFailure) {}

    /// Sends what is left. The session is over.
    ///
    /// - Throws: ``PlatformFailure``; ``PlatformFailure/unfinished(reason:)`` when a part of it is done, or may be.
    package func finish() async throws(PlatformFailure) {}

    /// For a handler that failed: drops what it wrote, and gives back the addresses that it registered. The session is
    /// over.
    package func abandon() async {}

    /// The same value with the ids that the platform gave, for what was made here had none before ``finish()``: a door
    /// passes every output through it.
    package func settled(_ output: JSON) -> JSON { output }
}
