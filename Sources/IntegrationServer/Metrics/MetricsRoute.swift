#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import NIOCore
internal import Storage

/// `GET /metrics` for Prometheus, with an operator's bearer token. It asks nobody: what it says of the store's queues is
/// what ``FigureRecorder`` has read last.
struct MetricsRoute<I: Integration>: Sendable {
    let runtime: Runtime<I>

    func add(to router: Router<AppRequestContext>) {
        router.get("/metrics") { request, context in
            _ = try await runtime.operators.program(request, context, for: .metrics)
            return Response(
                status: .ok, headers: [.contentType: Exposition.contentType, .cacheControl: "no-store"],
                body: .init(byteBuffer: ByteBuffer(string: text())))
        }
    }

    private func text() -> String {
        let metrics = runtime.core.metrics
        var page = Exposition()
        page.family("integration_info", .gauge, "Which integration and version runs; always 1.")
        page.sample(
            "integration_info", [("integration", I.descriptor.handle), ("version", I.descriptor.version)], "1")
        Self.process(&page)
        page.gauge("integration_http_connections", "Connections that are open.", Double(metrics.connections.value))
        page.gauge("integration_commit_queue_deliveries", "Deliveries that wait for the store in this process, not yet answered.",
            Double(runtime.inbox.waitingCount))
        if let queues = metrics.queueFigures { Self.queues(queues, &page) }
        for name in Counters.Name.allCases {
            page.counter("integration_\(name.rawValue)_total", name.help, Double(metrics.counters[name]))
        }
        metrics.timings.forEach { page.timings($0) }
        return page.text
    }

    private static func process(_ page: inout Exposition) {
        let process = ProcessFigures.read()
        page.gauge("process_start_time_seconds", "When the process began, in seconds since 1970.",
            ProcessFigures.startedAt.timeIntervalSince1970)
        page.counter("process_cpu_seconds_total", "Processor time, in seconds.", process.processorSeconds)
        if let bytes = process.residentBytes {
            page.gauge("process_resident_memory_bytes", "Memory that is in use, in bytes.", Double(bytes))
        }
        if let files = process.openFiles {
            page.gauge("process_open_fds", "Files and sockets that are open.", Double(files))
        }
    }

    private static func queues(_ queues: QueueFigures, _ page: inout Exposition) {
        page.family("integration_queue_depth", .gauge,
            "Items in the store's queues, the same from every process: deliveries to be split, events that wait, events "
                + "that are handled, dead letters, events that no channel has asked for; messages on their way, of unknown "
                + "outcome, and failed.")
        for (queue, count) in [
            ("deliveries", queues.counts.unsplit), ("events", queues.counts.waiting), ("running", queues.counts.running),
            ("dead_letters", queues.counts.dead), ("unrouted", queues.counts.unrouted), ("messages", queues.outbox.waiting + queues.outbox.running),
            ("messages_unknown", queues.outbox.unknown), ("messages_failed", queues.outbox.failed),
        ] {
            page.sample("integration_queue_depth", [("queue", queue)], String(count))
        }
        page.family("integration_connections", .gauge,
            "Connections of workplaces by state, the same from every process: ending within 14 days, expired, failing to be "
                + "renewed, ended by the person.")
        let connections = queues.connections
        for (state, count) in [
            ("connected", connections.connected), ("ending", connections.ending), ("expired", connections.expired),
            ("failing", connections.failing), ("ended", connections.ended),
        ] {
            page.sample("integration_connections", [("state", state)], String(count))
        }
        page.family("integration_queue_age_seconds", .gauge,
            "How long the oldest of a queue has waited, the same from every process; 0 when the queue is empty.")
        for (queue, age) in [
            ("deliveries", queues.unsplitAge), ("events", queues.waitingAge), ("messages", queues.messageAge),
            ("messages_unknown", queues.unknownAge),
        ] {
            page.sample("integration_queue_age_seconds", [("queue", queue)], Exposition.number(age))
        }
    }
}
