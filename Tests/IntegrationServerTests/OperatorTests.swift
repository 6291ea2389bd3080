import Cryptography
import Foundation
import IntegrationKit
import Storage
import Testing

@testable import IntegrationServer

@Suite("What is measured")
struct MetricsTests {
    @Test("a histogram's steps, sums and shares")
    func histogram() {
        var histogram = LatencyHistogram()
        #expect(histogram.quantile(0.5) == nil)
        for milliseconds in 1...100 { histogram.add(Double(milliseconds) / 1000) }
        #expect(histogram.count == 100)
        #expect(abs(histogram.seconds - 5.05) < 1e-9)
        #expect(histogram.counts.reduce(0, +) == 100)
        // A value on the edge of a step is in it.
        #expect(histogram.counts[LatencyHistogram.bounds.firstIndex(of: 0.1) ?? 0] == 50)
        #expect(histogram.quantile(0.5) == 0.05)
        #expect(histogram.quantile(1) == 0.1)
        histogram.add(500)
        #expect(histogram.quantile(1) == LatencyHistogram.bounds.last)
        var later = histogram
        later.add(0.2)
        #expect(later.since(histogram).count == 1)
        #expect(later.since(histogram).quantile(0.5).map { $0 > 0.1 && $0 <= 0.25 } == true)
    }

    @Test("however many names strangers think of, there are only so many series")
    func boundedSeries() {
        let timings = Timings("x_seconds", labels: ["name"], help: "")
        for number in 0..<(Timings.maximumSeries + 50) { timings.add(Timings.Labels("n\(number)"), .milliseconds(1)) }
        #expect(timings.all.count == Timings.maximumSeries + 1)
        #expect(timings.total().count == UInt64(Timings.maximumSeries + 50))
        #expect(timings.all.first { $0.key.first == "other" }?.histogram.count == 50)
    }

    @Test("labels are escaped as the format wants it, and steps add up")
    func exposition() {
        let timings = Timings("x_seconds", labels: ["name", "kind"], help: "About x.")
        timings.add(Timings.Labels("a\"b\\c\nd", "k"), .seconds(2))
        timings.add(Timings.Labels("a\"b\\c\nd", "k"), .milliseconds(1))
        var page = Exposition()
        page.timings(timings)
        let lines = page.text.split(separator: "\n")
        #expect(lines.prefix(2) == ["# HELP x_seconds About x.", "# TYPE x_seconds histogram"])
        #expect(lines.contains(#"x_seconds_bucket{name="a\"b\\c\nd",kind="k",le="0.001"} 1"#))
        #expect(lines.contains(#"x_seconds_bucket{name="a\"b\\c\nd",kind="k",le="1"} 1"#))
        #expect(lines.contains(#"x_seconds_bucket{name="a\"b\\c\nd",kind="k",le="+Inf"} 2"#))
        #expect(lines.contains(#"x_seconds_sum{name="a\"b\\c\nd",kind="k"} 2.001"#))
    }

    @Test("numbers as people read them")
    func figures() {
        #expect(FigureText.short(0.126) == "0.13")
        #expect(FigureText.short(12.04) == "12")
        #expect(FigureText.short(1_234_567) == "1\u{202F}234\u{202F}567")
        #expect(FigureText.seconds(0.0421) == "42.1 ms")
        #expect(FigureText.seconds(600) == "10 min")
        #expect(FigureText.seconds(nil) == "–")
    }

    @Test("a line has a gap where nothing was measured, and ends at the right")
    func chart() {
        let chart = LineChart(lines: [[1, nil, 2, 4], [nil, nil, nil, 2]], length: 4, label: "a \"b\"")
        #expect(chart.top == 4)
        let svg = chart.svg.html
        #expect(svg.contains("aria-label=\"a &quot;b&quot;\""))
        #expect(svg.contains(#"<circle class="chart-0" cx="0" cy="53.5" r="1"/>"#))
        #expect(svg.contains(#"<polyline class="chart-0" points="240,36 360,1"/>"#))
        #expect(svg.contains(#"<circle class="chart-1" cx="360" cy="36" r="1"/>"#))
    }

    @Test("a handler, a tool and a request are counted once each")
    func counted() async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("north", channel: "4711")
            let metrics = server.runtime.core.metrics
            let stored = try await server.deliver(#"{"events":[{"id":"m1","to":"4711","from":"1","text":"hello"}]}"#)
            #expect(stored.status == 200)
            try await server.eventually("the message") {
                try await server.messages(installation, channel, with: "1").count == 1
                    && metrics.events.total { $0.second == "done" }.count == 1
            }
            #expect(metrics.acceptance.total { $0.second == "stored" }.count == 1)
            let headers = try await server.bearer("north")
            _ = try await server.post("/api/north/tools/echo", ["text": "x"], headers)
            _ = try await server.post("/api/north/tools/made_up_\(UUID())", [:], headers)
            #expect(Set(metrics.tools.all.map(\.key.first)) == ["echo", "none"])
            let routes = Set(metrics.requests.all.map(\.key.second))
            #expect(routes.contains("/api/{workplace}/tools/{tool}"))
            #expect(!routes.contains { $0.contains("north") || $0.contains("made_up") })
        }
    }
}

@Suite("What operators see and do")
struct OperatorTests {
    @Test("what people wrote is left out of a content, its shape is kept")
    func redaction() {
        let content: JSON = [
            "type": "text", "n": 3, "phone": 447_700_900_123, "list": ["a", true, .null], "deep": ["body": "Ärger"],
        ]
        #expect(ContentRedaction.redacted(content) == [
            "type": "‹4 characters›", "n": 3, "phone": "‹number›", "list": ["‹1 characters›", true, .null],
            "deep": ["body": "‹5 characters›"],
        ])
    }

    @Test("ages", arguments: [("90s", 90), ("2h", 7200), ("7d", 604_800), ("0m", 0)])
    func ages(text: String, seconds: Int) {
        #expect(Age.parse(text) == .seconds(seconds))
    }

    @Test("no ages", arguments: ["", "h", "2", "2w", "-1h", "1.5h", "999999999d"])
    func noAges(text: String) { #expect(Age.parse(text) == nil) }

    @Test("a date of HTTP")
    func date() {
        #expect(OutsideChecks.date("Sun, 06 Nov 1994 08:49:37 GMT") == Date(timeIntervalSince1970: 784_111_777))
        #expect(OutsideChecks.date("yesterday") == nil)
    }

    @Test("all of a filter are settled, also when they are more than one step takes")
    func many() async throws {
        try await withServer { server in
            let store = server.store
            let deliveries = (0..<1201).map {
                Delivery(
                    id: DeliveryID(rawValue: "dlv_\($0)"), registration: "r", webhook: "gone", installation: nil,
                    receivedAt: Date(), body: Array("{}".utf8))
            }
            try await store.append(deliveries)
            try await server.eventually("they are dead letters") { try await store.inboxCounts().dead == 1201 }
            let desk = InboxDesk(store: store, actor: "operator ana", now: { Date() })
            let all = DeadLetterChoice.all(InboxFilter(.deliveries), deadBefore: Date().addingTimeInterval(1))
            #expect(try await desk.settle(all, by: .discard) == 1201)
            #expect(try await store.inboxCounts().dead == 0)
            #expect(try await store.audit(after: nil, limit: 9).map(\.result) == ["201", "500", "500"].map { "\($0) dead letters" })
        }
    }

    @Test("everything is encrypted anew with the current key; what is written meanwhile stays")
    func resealing() async throws {
        try await withServer { server in
            let installation = try await server.workplace("north")
            let (old, new) = (try SealingKey.generate(id: "old"), try SealingKey.generate(id: "new"))
            let before = Sealer(keys: try SealingKeys(current: old))
            let after = Sealer(keys: try SealingKeys(current: new, previous: [old]))
            let envelope = try before.seal("token", variable: "ACCESS_TOKEN", of: installation.id)
            let pin = try before.seal("1234", field: "pin", of: "contact", record: "c1", in: installation.id)
            let contact = InstanceWrite(
                model: "contact", id: "c1", isNew: true, values: ["number": "1", "pin": pin], now: Date())
            try await server.store.commit(
                [.setEnvironment(["ACCESS_TOKEN": envelope]), .putInstance(contact)], in: installation.id)

            typealias Result = Resealing<Courier>.Result
            #expect(try await Resealing<Courier>(store: server.store, sealer: after).run() == Result(renewed: 2))
            #expect(try await Resealing<Courier>(store: server.store, sealer: after).run() == Result(current: 2))
            #expect(try await Resealing<Courier>(store: server.store, sealer: before).run() == Result(unopened: 2))
            let alone = Sealer(keys: try SealingKeys(current: new))
            let stored = try #require(try await server.store.environment(of: installation.id)["ACCESS_TOKEN"])
            #expect(try alone.open(stored, variable: "ACCESS_TOKEN", of: installation.id) == "token")
            let record = try await server.store.records(of: Courier.contact, in: installation.id, matching: RecordQuery())
            #expect(try alone.open(
                try #require(record.first?.values["pin"]), field: "pin", of: "contact", record: "c1", in: installation.id) == "1234")
            // Somebody was quicker.
            #expect(try await server.store.replaceSealed(
                .variable("ACCESS_TOKEN"), envelope, with: [1], in: installation.id) == false)
        }
    }
}
