#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import IntegrationKit
import Testing

@testable import IntegrationServer

@Suite("Tables")
struct TableTests {
    private func row(_ name: String, _ visits: Int?, _ seen: String? = nil) -> TableBlock.Row {
        TableBlock.Row(
            cells: [
                DisplayField(label: "Name", value: .text(name)), DisplayField(label: "Visits", value: .number(visits), empty: "never"),
                DisplayField(label: "Seen", value: .dateTime(seen.flatMap(Timestamp.parse))),
            ], link: PageLink(segments: ["contacts", name]))
    }

    private func page(_ rows: [TableBlock.Row], _ query: [(name: String, value: String)] = []) -> String {
        Sample.page(
            [.table(TableBlock(title: "Visitors", rows: rows, empty: "Nobody came yet."))],
            address: Sample.address("/visitors", query))
    }

    /// The first cells, as the page shows them.
    private func names(_ html: String) -> [String] {
        html.matches(of: /href="[^"]*\/contacts\/([^"]*)"/).map { String($0.1) }
    }

    private var rows: [TableBlock.Row] {
        [
            row("Bea", 9, "2026-02-01T00:00:00Z"), row("ada", 10), row("Zoe", nil, "2026-01-01T00:00:00Z"),
            row("Cy", -2, "2026-03-01T00:00:00Z"),
        ]
    }

    @Test("a column sorts by what it is: texts by letters, numbers by size, moments by time, and nothing is last")
    func sorting() {
        func sorted(_ order: String) -> [String] { names(page(rows, [("sort", order)])) }
        #expect(names(page(rows)) == ["Bea", "ada", "Zoe", "Cy"])
        #expect(sorted("1") == ["ada", "Bea", "Cy", "Zoe"])
        #expect(sorted("-1") == ["Zoe", "Cy", "Bea", "ada"])
        #expect(sorted("2") == ["Cy", "Bea", "ada", "Zoe"])
        #expect(sorted("-2") == ["ada", "Bea", "Cy", "Zoe"])
        #expect(sorted("3") == ["Zoe", "Bea", "Cy", "ada"])
        for nonsense in ["0", "4", "-4", "name", ""] { #expect(sorted(nonsense) == ["Bea", "ada", "Zoe", "Cy"]) }
    }

    @Test("the head says how it is sorted, and leads to the other direction")
    func head() {
        let html = page(rows, [("sort", "2")])
        #expect(html.contains(#"aria-sort="ascending" class="table-number"><a class="table-sort" href="/app/my-test-clinic/visitors?sort=-2">"#))
        #expect(html.contains(#"aria-sort="none"><a class="table-sort" href="/app/my-test-clinic/visitors?sort=1">"#))
        #expect(html.contains(#"<td role="cell" data-label="Visits" class="table-number">"#))
        #expect(html.contains("never"))
    }

    @Test("many rows come in parts, which keep the order")
    func parts() {
        let many = (1...10_000).map { (number: Int) in row("n\(number)", number) }
        let html = page(many, [("sort", "-2"), ("rows", "2")])
        #expect(names(html).count == 50)
        #expect(names(html).first == "n9950")
        #expect(html.contains("51–100 of 10000"))
        #expect(html.contains(#"href="/app/my-test-clinic/visitors?sort=-2&amp;rows=3" rel="next""#))
        #expect(html.contains(#"href="/app/my-test-clinic/visitors?sort=-2&amp;rows=1" rel="prev""#))
        #expect(names(page(many, [("rows", "999999")])).first == "n9951")
    }

    @Test("a second table is sorted on its own")
    func twoTables() {
        let table = TableBlock(rows: rows)
        let html = Sample.page([.table(table), .table(table)], address: Sample.address("/visitors", [("sort2", "1")]))
        #expect(names(html) == ["Bea", "ada", "Zoe", "Cy", "ada", "Bea", "Cy", "Zoe"])
        #expect(html.contains(#"href="/app/my-test-clinic/visitors?sort2=1&amp;sort=1""#))
    }

    @Test("without rows it says so, and offers the form that would make one")
    func empty() {
        let form = FormBlock(
            id: "add", title: "Add visitor", isModal: true, tool: "add", submitLabel: "Add", fields: [])
        let html = Sample.page([.table(TableBlock(rows: [], empty: "Nobody came yet.")), .form(form)])
        #expect(html.contains("Nobody came yet.") && !html.contains("<table"))
        #expect(html.matches(of: /data-testid="open-form-add"/).count == 1)
        let problem = Sample.page([.table(TableBlock(rows: [], problem: ToolFailure(.unavailable, "No answer.")))])
        #expect(problem.contains("No answer.") && !problem.contains("data-testid=\"empty\""))
    }

    @Test("what is linked is not linked twice, and everything is text")
    func hostile() {
        let html = Sample.page([
            .table(
                TableBlock(rows: [
                    .init(
                        cells: [
                            DisplayField(label: "<b>", value: .link(url: "https://x.example", label: "<i>x</i>")),
                            DisplayField(label: "\"", value: .text("<script>")),
                        ], link: PageLink(segments: ["a"]))
                ]))
        ])
        #expect(!html.contains("x.example") && !html.contains("<i>") && !html.contains("<b>") && !html.contains("<script>"))
        #expect(html.contains("data-label=\"&quot;\""))
    }
}
