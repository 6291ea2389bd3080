#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif
package import Cryptography
package import IntegrationKit
package import Logging
package import Storage

/// Everything that the front doors of one running server share. Made once at start.
package final class Runtime<I: Integration>: Sendable {
    package let core: RuntimeCore<I>
    /// The one way in which tools are run.
    package let tools: ToolDispatcher<I>
    package let messages: MessageSender<I>
    package let access: Access
    package let operators: OperatorAccess
    package let connections: OAuthFlow<I>
    package let compliance: ComplianceDesk<I>
    package let inbox: GroupCommit
    package let health: Health

    package init(_ core: RuntimeCore<I>) {
        self.core = core
        tools = ToolDispatcher(core: core)
        messages = MessageSender(core: core, tools: tools)
        access = Access(
            store: core.store, signingSecret: core.settings.signingSecret, address: core.address,
            allowedHosts: core.settings.allowedHosts, counters: core.counters, clock: core.clock, log: core.log)
        operators = OperatorAccess(access: access, signingSecret: core.settings.signingSecret)
        connections = OAuthFlow(core: core, access: access)
        compliance = ComplianceDesk(core: core)
        inbox = GroupCommit(store: core.store, limits: core.settings.limits)
        health = Health(store: core.store)
    }

    package var settings: ServerSettings { core.settings }
    package var store: any Store { core.store }
    package var services: I.Services { core.services }
    package var keys: SealingKeys { core.settings.keys }
    package var changes: ChangeFeed { core.changes }
    package var log: Logger { core.log }
    package var now: Date { core.now }
    /// Where browsers and providers reach this server, without a slash at the end.
    package var publicURL: String { core.address.url }

    /// A unit of work; nothing is written before its `commit()`.
    package func session(for installation: Installation) -> EmbeddedSession { core.session(for: installation) }
}
