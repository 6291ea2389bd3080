internal import Synchronization

/// Which `Host` and `Origin` headers are ours. Against DNS rebinding: a page elsewhere can make a browser send requests to
/// this machine, but not with our name in them.
package struct HostRules: Sendable {
    private let address: PublicAddress
    private let allowed: Set<String>
    private let admitted = Admitted()

    /// Headers that were found good, as they were spelled: the same few come with every request.
    private final class Admitted: Sendable {
        static let capacity = 64
        let authorities = Mutex<Set<String>>([])
    }

    package init(address: PublicAddress, allowed: Set<String>) {
        self.address = address
        self.allowed = allowed
    }

    /// - Parameter authority: The `Host` header. Compared exactly, without its port.
    package func admits(host authority: String?) -> Bool {
        guard let authority, !authority.isEmpty, !authority.contains("@") else { return false }
        if admitted.authorities.withLock({ $0.contains(authority) }) { return true }
        let name = HostName.withoutPort(authority)
        guard HostName.isLoopback(name) || name == publicHost || allowed.contains(name) else { return false }
        admitted.authorities.withLock { known in
            if known.count < Admitted.capacity { known.insert(authority) }
        }
        return true
    }

    /// Whether a request that changes something may come from a page of this origin: our own, as the browser knows it.
    ///
    /// - Parameter origin: nil when there is none, as from programs.
    package func admits(origin: String?, host authority: String?) -> Bool {
        guard let origin else { return true }
        if origin == address.url { return true }
        guard let source = WebAddress.authority(of: origin), let authority else { return false }
        return source.lowercased() == authority.lowercased()
    }

    /// Whether an agent in a browser may come from this origin: our own, or a program on this machine.
    package func admitsAgent(origin: String?, host authority: String?) -> Bool {
        if admits(origin: origin, host: authority) { return true }
        guard let source = origin.flatMap(WebAddress.authority) else { return false }
        return HostName.isLoopback(HostName.withoutPort(source))
    }

    private var publicHost: String? {
        WebAddress.authority(of: address.url).map { HostName.withoutPort($0) }
    }
}
