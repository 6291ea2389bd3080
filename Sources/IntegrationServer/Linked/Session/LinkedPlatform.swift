#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif
package import IntegrationKit
package import Logging
package import SkedyulAPI

/// Makes units of work on the Skedyul platform: what ``EmbeddedSession`` is on the embedded one. One for a process.
package struct LinkedPlatform: Sendable {
    /// Fetches a file that came with a message from the provider, as the manifest's `hooks.media` does.
    package typealias MediaFetch = @Sendable (MessageFile, ChannelRecord, LinkedCall) async throws -> FileContent

    package let api: CoreAPI
    /// Every installation's token, for the app's.
    package let tokens: TokenExchange
    let models: [ModelDescriptor]
    let channels: [ChannelDescriptor]
    let outbox: any LinkedOutbox
    let media: MediaFetch?
    let received: any ReceivedMessages
    let ids = IDMaker()
    let log: Logger
    let clock: @Sendable () -> Date

    /// - Parameters:
    ///   - models: All models of the integration.
    ///   - channels: All channels of the integration.
    ///   - received: Knows messages again that providers deliver twice.
    ///   - outbox: Sends what handlers send, for the platform has no method for that.
    ///   - media: nil for an integration without the hook: files of messages that come in are not passed on then.
    package init(
        api: CoreAPI, models: [ModelDescriptor], channels: [ChannelDescriptor] = [], received: any ReceivedMessages,
        outbox: any LinkedOutbox = NoLinkedOutbox(), media: MediaFetch? = nil, log: Logger,
        clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.api = api
        tokens = TokenExchange(api: api, clock: clock)
        self.models = models
        self.channels = channels
        self.received = received
        self.outbox = outbox
        self.media = media
        self.log = log
        self.clock = clock
    }

    /// A unit of work for one call. A token of the app is exchanged for one of the installation before: a session never
    /// holds a token that reaches another tenant.
    ///
    /// - Throws: ``PlatformFailure/unavailable(reason:)`` when the exchange fails.
    package func session(for call: LinkedCall) async throws(PlatformFailure) -> LinkedSession {
        var token = call.token
        if token.canBeExchanged {
            do throws(CoreFailure) {
                token = try await tokens.token(for: call.installation.id, by: token)
            } catch {
                throw PlatformFailure(error, about: "installation", id: call.installation.id.rawValue, .reading)
            }
        }
        return LinkedSession(platform: self, call: call, access: api.access(with: token))
    }
}

/// What the platform says about a call that it makes: whose it is, and by what right the handler may call back.
package struct LinkedCall: Sendable {
    package let installation: Installation
    package let app: LinkedApp
    /// `SKEDYUL_API_TOKEN` of the call's own environment.
    package let token: CoreToken
    /// Handle of the tool or hook that is called; queues with a scope per endpoint count by it.
    package let endpoint: String?
    /// The queues in which the platform holds a place for this call already.
    package let held: HeldLeases

    package init(
        installation: Installation, app: LinkedApp, token: CoreToken, endpoint: String? = nil,
        held: HeldLeases = HeldLeases()
    ) {
        self.installation = installation
        self.app = app
        self.token = token
        self.endpoint = endpoint
        self.held = held
    }
}

/// The version of the integration that a call is for, as the platform names it.
package struct LinkedApp: Hashable, Sendable {
    package let id: String
    package let versionID: String

    package init(id: String, versionID: String) {
        self.id = id
        self.versionID = versionID
    }
}
