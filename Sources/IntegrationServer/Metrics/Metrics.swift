internal import IntegrationKit
package import Storage
internal import Synchronization

/// What this process measures of itself. Made before the store, which it measures too.
package final class Metrics: Sendable {
    package let counters = Counters()
    let requests = Timings(
        "integration_http_request_seconds", labels: ["method", "route", "status"],
        help: "HTTP requests until the head of the answer.")
    let acceptance = Timings(
        "integration_webhook_acceptance_seconds", labels: ["webhook", "outcome"],
        help: "Provider requests from their head to the answer: stored means durable.")
    let events = Timings(
        "integration_event_seconds", labels: ["webhook", "outcome"],
        help: "Handlers of events, with the commit of what they wrote.")
    let tools = Timings(
        "integration_tool_call_seconds", labels: ["tool", "outcome"],
        help: "Tool calls with their retries: ok, or the code of the failure.")
    let providers = Timings(
        "integration_provider_request_seconds", labels: ["host", "endpoint", "outcome"],
        help: "Requests to providers: the status of the answer, or why there is none.")
    let store = Timings(
        "integration_store_seconds", labels: ["operation", "outcome"],
        help: "Transactions of the store, the wait for their turn included.")
    let connections = ConnectionCount()
    /// What the store said last about its queues; nil before it was asked.
    private let queues = Mutex<QueueFigures?>(nil)

    package init() { _ = ProcessFigures.startedAt }

    var timings: [Timings] { [requests, acceptance, events, tools, providers, store] }

    package var storeMeter: StoreMeter {
        StoreMeter { [store] operation, took, isFailure in
            store.add(Timings.Labels(operation.rawValue, isFailure ? "failed" : "ok"), took)
        }
    }

    func add(_ call: ProviderCall) {
        providers.add(Timings.Labels(call.host, call.endpoint, call.outcome), call.took)
    }

    var queueFigures: QueueFigures? {
        get { queues.withLock { $0 } }
        set { queues.withLock { $0 = newValue } }
    }
}

/// Connections that are open.
final class ConnectionCount: Sendable {
    private let count = Atomic(0)

    var value: Int { count.load(ordering: .relaxed) }
    func add(_ change: Int) { count.add(change, ordering: .relaxed) }
}
