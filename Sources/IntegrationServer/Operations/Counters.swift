internal import Synchronization

/// Counts of what happened since start, by name and label.
package final class Counters: Sendable {
    package enum Name: String, Hashable, Sendable, CaseIterable {
        case deliveriesStored = "deliveries_stored", deliveriesRefused = "deliveries_refused"
        case badSignatures = "bad_signatures", deliveriesSetAside = "deliveries_set_aside"
        case eventsHandled = "events_handled", eventsRetried = "events_retried", eventsDead = "events_dead"
        case eventsUnrouted = "events_unrouted"
        case toolCalls = "tool_calls", toolFailures = "tool_failures"
        case refusedHosts = "refused_hosts", refusedLogins = "refused_logins", refusedForms = "refused_forms"
        case refusedStates = "refused_states"
    }

    private let counts = Mutex<[Name: Int]>([:])

    package init() {}

    package func add(_ name: Name, _ amount: Int = 1) {
        counts.withLock { $0[name, default: 0] += amount }
    }

    package subscript(name: Name) -> Int { counts.withLock { $0[name] ?? 0 } }
}
