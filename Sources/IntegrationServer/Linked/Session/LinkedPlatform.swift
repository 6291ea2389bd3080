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
    let api: CoreAPI
    let models: [ModelDescriptor]
    let outbox: any LinkedOutbox
    let log: Logger
    let clock: @Sendable () -> Date

    /// - Parameters:
    ///   - models: All models of the integration.
    ///   - outbox: Sends what handlers send, for the platform has no method for that.
    package init(
        api: CoreAPI, models: [ModelDescriptor], outbox: any LinkedOutbox = NoLinkedOutbox(), log: Logger,
        clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.api = api
        self.models = models
        self.outbox = outbox
        self.log = log
        self.clock = clock
    }

    /// A unit of work for one call. A token of the app is exchanged for one of the installation before: a session never
    /// holds a token that reaches another tenant.
    ///
    /// - Throws: ``PlatformFailure/unavailable(reason:)`` when the exchange fails.
    package func session(for call: LinkedCall) async throws(PlatformFailure) -> LinkedSession {
        LinkedSession(platform: self, call: call, access: api.access(with: call.token))
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

/// Sends the messages of units of work that have been committed.
package protocol LinkedOutbox: Sendable {
    /// Takes messages over: when it returns they will be sent, in their order within each conversation.
    ///
    /// - Throws: ``PlatformFailure`` when none was taken.
    func take(_ messages: [LinkedMessage], from call: LinkedCall) async throws(PlatformFailure)
    /// How messages fare that were taken. Those that are not known are left out.
    func states(of messages: [MessageID], in installation: InstallationID) async throws(PlatformFailure) -> [MessageState]
    /// Whether it takes any.
    var isOpen: Bool { get }
}

/// A message that a handler sends.
package struct LinkedMessage: Sendable {
    package let id: MessageID
    /// With the platform's id.
    package let channel: ChannelRecord
    /// Wire name of the send tool.
    package let tool: String
    /// The tool's arguments, whole: with `channel`, and with ``id`` as `message.id`.
    package let arguments: JSON
}

/// For compositions that cannot send by themselves: `context.channels….send` is refused.
package struct NoLinkedOutbox: LinkedOutbox {
    package init() {}
    package var isOpen: Bool { false }
    package func take(_ messages: [LinkedMessage], from call: LinkedCall) async throws(PlatformFailure) {
        throw .unavailable(reason: "this server sends no messages of its own")
    }
    package func states(
        of messages: [MessageID], in installation: InstallationID
    ) async throws(PlatformFailure) -> [MessageState] { [] }
}
