internal import Synchronization

/// Counts of what happened since start, by name and label.
package final class Counters: Sendable {
    package enum Name: String, Hashable, Sendable, CaseIterable {
        case deliveriesStored = "deliveries_stored", deliveriesRefused = "deliveries_refused"
        case badSignatures = "bad_signatures", deliveriesSetAside = "deliveries_set_aside"
        case eventsHandled = "events_handled", eventsRetried = "events_retried", eventsDead = "events_dead"
        case eventsUnrouted = "events_unrouted"
        case toolCalls = "tool_calls", toolFailures = "tool_failures"
        case messagesSent = "messages_sent", messagesFailed = "messages_failed", messagesUnknown = "messages_unknown"
        case sendsPostponed = "sends_postponed", slowDowns = "slow_downs"
        case refusedHosts = "refused_hosts", refusedLogins = "refused_logins", refusedForms = "refused_forms"
        case refusedStates = "refused_states", refusedOperators = "refused_operators"

        /// For the metrics.
        var help: String {
            switch self {
            case .deliveriesStored: "Provider requests that were made durable."
            case .deliveriesRefused: "Provider requests that the store could not take, answered 503."
            case .badSignatures: "Provider requests whose signature was missing or wrong."
            case .deliveriesSetAside: "Deliveries that could not be taken apart: dead letters."
            case .eventsHandled: "Events that were handled."
            case .eventsRetried: "Tries of events that failed and are made again."
            case .eventsDead: "Events that were given up: dead letters."
            case .eventsUnrouted: "Events that no workplace has a channel for."
            case .toolCalls: "Calls of tools."
            case .toolFailures: "Calls of tools that failed."
            case .messagesSent: "Messages that the provider has taken."
            case .messagesFailed: "Messages that surely have not left and are not tried again by themselves."
            case .messagesUnknown: "Messages of which it is not known whether they left."
            case .sendsPostponed: "Sends that wait for a limit or for another try."
            case .slowDowns: "Times that a provider asked to be slower."
            case .refusedHosts: "Requests that named another host."
            case .refusedLogins: "Login links that did not hold."
            case .refusedForms: "Forms whose CSRF token was missing or wrong."
            case .refusedStates: "OAuth callbacks whose state did not hold."
            case .refusedOperators: "Operators' credentials that did not hold."
            }
        }
    }

    private let counts = Mutex<[Name: Int]>([:])

    package init() {}

    package func add(_ name: Name, _ amount: Int = 1) {
        counts.withLock { $0[name, default: 0] += amount }
    }

    package subscript(name: Name) -> Int { counts.withLock { $0[name] ?? 0 } }
}
