import IntegrationKit
import Testing

@testable import IntegrationServer

@Suite("Shown values")
struct ValueTests {
    @Test("each kind of value is shown its own way")
    func kinds() {
        #expect(Sample.card(.text("Plain")).contains("<bdi class=\"value-text\">Plain</bdi>"))
        #expect(
            Sample.card(.badge("Connected", color: .green)).contains(
                "<span class=\"badge badge-green\"><bdi>Connected</bdi></span>"))
        #expect(Sample.card(.badge("Odd", color: nil)).contains("badge badge-plain"))
        #expect(Sample.card(.chips(["One", "Two"])).contains("<li class=\"chip\"><bdi>Two</bdi></li>"))
        #expect(Sample.card(.code("104996")).contains("<code data-copy-text>104996</code>"))
        #expect(Sample.card(.boolean(true)).contains("</svg>Yes</span>"))
        #expect(Sample.card(.boolean(false)).contains("</svg>No</span>"))
        let link = Sample.card(.link(url: "https://example.com/a?b=c&d=e", label: "Open"))
        #expect(
            link.contains(
                "href=\"https://example.com/a?b=c&amp;d=e\" rel=\"noopener noreferrer\" target=\"_blank\"><bdi>Open</bdi>"
            ))
        #expect(Sample.card(.image(url: "https://example.com/a.png")).contains("href=\"https://example.com/a.png\""))
    }

    @Test("a date is shown in the workplace's zone, with its exact moment for programs")
    func dates() {
        let html = Sample.card(.dateTime(Timestamp.parse("2026-07-01T12:00:00Z")))
        #expect(
            html.contains(
                "<time datetime=\"2026-07-01T12:00:00Z\" title=\"2026-07-01T12:00:00Z (Europe/London)\">1 Jul 2026, 13:00</time>"
            ))
    }

    @Test(
        "a missing value says what is missing, or a dash",
        arguments: [DisplayValue.none, .text(""), .chips([]), .code("")])
    func missing(value: DisplayValue) {
        #expect(
            Sample.card(value, empty: "Not connected yet").contains(
                "<span class=\"value-empty\">Not connected yet</span>"))
        #expect(Sample.card(value).contains("<span class=\"value-empty\">–</span>"))
    }

    @Test("a field can be found by its label")
    func testID() {
        #expect(Sample.card(.text("x")).contains("data-testid=\"field-field\""))
        #expect(Slug.make("WhatsApp Business Account (Größe)") == "whatsapp-business-account-größe")
    }

    @Test("an entry without a description does not show its list's")
    func noClimbing() {
        let list = ListBlock(title: "Outer title", description: "Outer description", items: [.init(label: "Item")])
        let html = Sample.page([.list(list)])
        #expect(html.components(separatedBy: "Outer description").count == 2)
        #expect(!html.contains("row-description"))
    }

    @Test("a long list is shown in parts")
    func parts() {
        let items = (1...120).map { ListBlock.Item(label: "Item \($0).") }
        let first = Sample.page([.list(ListBlock(items: items))])
        #expect(first.contains("Item 50.") && !first.contains("Item 51."))
        #expect(first.contains("1–50 of 120") && first.contains("href=\"/app/my-test-clinic/account?part=2\""))
        let last = Sample.page([.list(ListBlock(items: items))], address: Sample.address("/account", [("part", "99")]))
        #expect(last.contains("Item 120.") && last.contains("101–120 of 120") && !last.contains("rel=\"next\""))
    }

    @Test("an icon that nobody drew is shown as a plain tile")
    func icons() {
        #expect(Icons.svg("no-such-icon") == Icons.svg("another"))
        #expect(Icons.svg("message-circle") == Icons.svg("message-square"))
        #expect(Icons.svg("phone") != Icons.svg("settings"))
    }
}

extension String {
    fileprivate func components(separatedBy part: String) -> [Substring] {
        split(separator: part, omittingEmptySubsequences: false)
    }
}
