internal import Cryptography
package import IntegrationKit
package import SkedyulAPI
internal import Storage

/// Linked mode as one call sees it, or, without a call, what goes on between calls.
package struct LinkedTenancy: Sendable {
    let platform: LinkedPlatform
    /// Of the app: for what no call waits for.
    let token: CoreToken
    let routes: ChannelRoutes
    var call: PlatformCall?

    /// A unit of work on the platform.
    ///
    /// - Parameter local: A unit of work on the store, for what the platform has no place for.
    func work(
        for installation: Installation, beside local: EmbeddedSession
    ) async throws(PlatformFailure) -> any UnitOfWork {
        LinkedWork(platform: try await platform.session(for: call(for: installation, beside: local)), local: local)
    }

    /// By whose right the platform is called.
    func call(
        for installation: Installation, beside local: EmbeddedSession
    ) async throws(PlatformFailure) -> LinkedCall {
        // By the call's right only what the call is for is reached.
        if let call, call.installation?.id == installation.id {
            let app = if let app = call.app { app } else { try await InstallationMirror.app(of: local) }
            return call.linked(installation, app: app)
        }
        return LinkedCall(installation: installation, app: try await InstallationMirror.app(of: local), token: token)
    }
}
