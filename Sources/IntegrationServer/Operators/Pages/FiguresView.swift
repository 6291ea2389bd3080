#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Storage

/// What is drawn on the operators' first page, and drawn again while somebody looks.
struct FiguresView: Sendable {
    struct Tile: Sendable {
        let id: String
        let label: String
        let value: String
        let note: String
        /// Part of a class: `plain`, `warning`.
        let tone: String
    }

    struct Chart: Sendable {
        let id: String
        let title: String
        let highest: String?
        let lines: [Line]
        let picture: Markup
    }

    struct Line: Sendable {
        let name: String
        let now: String
        /// Number of the line, for its colour.
        let tone: Int
    }

    let problem: AlertView?
    let tiles: [Tile]
    let charts: [Chart]
    let work: [WorkTable]

    init(_ metrics: Metrics, samples: [FigureSample]) {
        let steps = zip(samples, samples.dropFirst()).map(FigureStep.init)
        problem =
            metrics.queueFigures == nil && !samples.isEmpty
            ? AlertView(Notice(.error, "The store cannot be asked", "Its queues are not known just now; see the log.")) : nil
        tiles = Self.tiles(metrics, steps, samples.last)
        charts = Self.charts(steps, samples)
        work = [
            WorkTable(
                metrics.events, id: "events", title: "Handlers", subject: "Webhook",
                empty: "No event has been handled since the start.", name: \.first, isFailure: { $0.second != "done" }),
            WorkTable(
                metrics.tools, id: "tools", title: "Tools", subject: "Tool",
                empty: "No tool has been called since the start.", name: \.first, isFailure: { $0.second != "ok" }),
            WorkTable(
                metrics.providers, id: "providers", title: "Provider calls", subject: "Endpoint",
                empty: "No provider has been called since the start.", name: \.second,
                isFailure: { !$0.third.hasPrefix("2") }),
        ]
    }

    private static func tiles(_ metrics: Metrics, _ steps: [FigureStep], _ last: FigureSample?) -> [Tile] {
        let queues = metrics.queueFigures
        let waiting = queues.map { Double($0.counts.unsplit + $0.counts.waiting + $0.counts.running) }
        let age = queues.map { max($0.unsplitAge, $0.waitingAge) } ?? 0
        let dead = queues.map { Double($0.counts.dead) }
        let unsettled = queues.map { Double($0.outbox.unknown + $0.outbox.failed) }
        let recent = steps.suffix(12)
        let seconds = recent.map(\.seconds).reduce(0, +)
        func rate(_ count: (FigureStep) -> UInt64) -> Double? {
            seconds > 0 ? Double(recent.map(count).reduce(0, +)) / seconds : nil
        }
        return [
            Tile(
                id: "webhooks", label: "Webhooks", value: FigureText.rate(rate { $0.stored.count }), note: "stored, last minute",
                tone: "plain"),
            Tile(
                id: "events", label: "Events", value: FigureText.rate(rate { $0.events.count }), note: "tried, last minute",
                tone: "plain"),
            Tile(
                id: "waiting", label: "Waiting", value: FigureText.count(waiting),
                note: age > 0 ? "the oldest for \(FigureText.seconds(age))" : "nothing waits",
                tone: age > 60 ? "warning" : "plain"),
            Tile(
                id: "dead", label: "Dead letters", value: FigureText.count(dead),
                note: dead == 0 ? "none" : "replay or discard them", tone: (dead ?? 0) > 0 ? "warning" : "plain"),
            Tile(
                id: "outgoing", label: "Messages out",
                value: FigureText.count(queues.map { Double($0.outbox.waiting + $0.outbox.running) }),
                note: (queues?.messageAge ?? 0) > 0 ? "the oldest for \(FigureText.seconds(queues?.messageAge))" : "nothing waits",
                tone: (queues?.messageAge ?? 0) > 600 ? "warning" : "plain"),
            Tile(
                id: "unsettled", label: "Unsettled", value: FigureText.count(unsettled),
                note: unsettled == 0 ? "none" : "\(queues?.outbox.unknown ?? 0) unknown, \(queues?.outbox.failed ?? 0) failed",
                tone: (unsettled ?? 0) > 0 ? "warning" : "plain"),
            Tile(
                id: "memory", label: "Memory", value: FigureText.bytes(last?.residentBytes.map(Double.init)),
                note: "\(metrics.connections.value) connections", tone: "plain"),
        ]
    }

    private static func charts(_ steps: [FigureStep], _ samples: [FigureSample]) -> [Chart] {
        func rates(_ count: (FigureStep) -> Double) -> [Double?] { steps.map { count($0) / $0.seconds } }
        func latency(_ histogram: (FigureStep) -> LatencyHistogram, _ share: Double) -> [Double?] {
            steps.map { histogram($0).quantile(share) }
        }
        func latencies(_ id: String, _ title: String, _ histogram: (FigureStep) -> LatencyHistogram) -> Chart {
            chart(id, title, FigureText.seconds, [("p99", latency(histogram, 0.99)), ("p50", latency(histogram, 0.5))])
        }
        return [
            chart("webhooks", "Webhooks a second", FigureText.rate, [("stored", rates { Double($0.stored.count) })]),
            latencies("acceptance", "Webhook to durable answer") { $0.stored },
            chart("events", "Events and failures a second", FigureText.rate, [
                ("events", rates { Double($0.events.count) }), ("failures", rates { Double($0.failures) }),
            ]),
            latencies("handlers", "Handlers") { $0.events },
            chart("queues", "Waiting", FigureText.count, [
                ("events", samples.map { $0.queues.map { Double($0.counts.waiting + $0.counts.running) } }),
                ("deliveries", samples.map { $0.queues.map { Double($0.counts.unsplit) } }),
            ]),
            chart("dead", "Dead letters", FigureText.count, [
                ("dead letters", samples.map { $0.queues.map { Double($0.counts.dead) } })
            ]),
            chart("outbox", "Messages out", FigureText.count, [
                ("on their way", samples.map { $0.queues.map { Double($0.outbox.waiting + $0.outbox.running) } }),
                ("unknown or failed", samples.map { $0.queues.map { Double($0.outbox.unknown + $0.outbox.failed) } }),
            ]),
            chart("tools", "Tool and provider calls a second", FigureText.rate, [
                ("tools", rates { Double($0.tools.count) }), ("provider", rates { Double($0.providers.count) }),
            ]),
            latencies("providers", "Provider calls") { $0.providers },
            chart("requests", "Requests a second", FigureText.rate, [("requests", rates { Double($0.requests.count) })]),
            latencies("store", "Store transactions") { $0.store },
        ]
    }

    private static func chart(
        _ id: String, _ title: String, _ text: (Double?) -> String, _ lines: [(name: String, values: [Double?])]
    ) -> Chart {
        let now = lines.enumerated().map { Line(name: $1.name, now: text($1.values.last ?? nil), tone: $0) }
        let words = now.map { "\($0.name) \($0.now)" }.joined(separator: ", ")
        let drawn = LineChart(lines: lines.map(\.values), length: FigureHistory.length, label: "\(title) now: \(words)")
        return Chart(
            id: id, title: title, highest: drawn.top > 0 ? "up to \(text(drawn.top))" : nil, lines: now, picture: drawn.svg)
    }
}

/// What happened between two samples.
struct FigureStep: Sendable {
    let seconds: Double
    let requests: LatencyHistogram
    let stored: LatencyHistogram
    let events: LatencyHistogram
    let tools: LatencyHistogram
    let providers: LatencyHistogram
    let store: LatencyHistogram
    let failures: Int

    init(_ before: FigureSample, _ after: FigureSample) {
        seconds = max(after.at.timeIntervalSince(before.at), 0.001)
        requests = after.requests.since(before.requests)
        stored = after.stored.since(before.stored)
        events = after.events.since(before.events)
        tools = after.tools.since(before.tools)
        providers = after.providers.since(before.providers)
        store = after.store.since(before.store)
        failures = after.failures - before.failures
    }
}

/// How often and how long, since the start.
struct WorkTable: Sendable {
    struct Row: Sendable {
        let subject: String
        let name: String
        let cells: [Cell]
    }

    struct Cell: Sendable {
        let label: String
        let value: String
    }

    let id: String
    let title: String
    let subject: String
    let columns = ["Times", "p50", "p99", "Failed"]
    let rows: [Row]
    let empty: String
    let hasRows: Bool

    init(
        _ timings: Timings, id: String, title: String, subject: String, empty: String,
        name: (Timings.Labels) -> String, isFailure: (Timings.Labels) -> Bool
    ) {
        self.id = id
        self.title = title
        self.subject = subject
        self.empty = empty
        var totals: [String: (all: LatencyHistogram, failed: UInt64)] = [:]
        for (key, histogram) in timings.all {
            totals[name(key), default: (LatencyHistogram(), 0)].all += histogram
            if isFailure(key) { totals[name(key), default: (LatencyHistogram(), 0)].failed += histogram.count }
        }
        let columns = columns
        rows = totals.sorted { $0.value.all.count > $1.value.all.count }.prefix(20).map { name, total in
            let values = [
                FigureText.short(Double(total.all.count)), FigureText.seconds(total.all.quantile(0.5)),
                FigureText.seconds(total.all.quantile(0.99)), FigureText.short(Double(total.failed)),
            ]
            return Row(subject: subject, name: name, cells: zip(columns, values).map { Cell(label: $0, value: $1) })
        }
        hasRows = !rows.isEmpty
    }
}
