package import Storage
internal import Synchronization

/// Whether this process should be given work.
package final class Health: Sendable {
    package enum Readiness: Hashable, Sendable {
        case ready
        case draining
        case storeUnreachable(String)
    }

    private let store: any Store
    private let isDraining = Atomic(false)

    package init(store: any Store) { self.store = store }

    /// From now on nothing new is taken.
    package func drain() { isDraining.store(true, ordering: .relaxed) }

    package func readiness() async -> Readiness {
        if isDraining.load(ordering: .relaxed) { return .draining }
        do {
            try await store.check()
            return .ready
        } catch {
            return .storeUnreachable(error.description)
        }
    }
}
