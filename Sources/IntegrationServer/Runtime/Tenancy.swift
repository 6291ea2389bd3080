package import IntegrationKit

/// Who keeps what belongs to installations: their variables, instances, channels and conversations.
package enum Tenancy<I: Integration>: Sendable {
    /// The store. The developer's variables are the process's, read once at start.
    case embedded(I.Environment.Provision)
    /// The Skedyul platform.
    case linked(LinkedTenancy)

    var isLinked: Bool {
        if case .linked = self { true } else { false }
    }

    /// Who knows whose channels are; nil in embedded mode, where the store does.
    var routes: ChannelRoutes? {
        if case .linked(let linked) = self { linked.routes } else { nil }
    }

    /// The platform's call that is being answered; nil in embedded mode and between calls.
    var call: PlatformCall? {
        if case .linked(let linked) = self { linked.call } else { nil }
    }
}
