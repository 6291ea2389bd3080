import IntegrationKit
import Testing

@Suite("Formats of text")
struct ValueFormatTests {
    static let examples: [(format: ValueFormat, good: [String], bad: [String])] = [
        (
            .phone, ["+15551234567", "+442079460155", "+1234567", "+123456789012345"],
            ["15551234567", "+05551234567", "+123456", "+1234567890123456", "+1 555 1234567", "+1555123456٧", ""]
        ),
        (
            .email, ["ada@example.com", "a.b+c@sub.example.co", "x@xn--bcher-kva.example"],
            [
                "ada", "ada@localhost", "@example.com", "a b@example.com", ".a@example.com", "a@-x.com", "a@b..com",
                "Ada <ada@example.com>", "a@b@example.com", "a@example.com\n",
            ]
        ),
        (
            .url,
            [
                "https://example.com", "http://example.com:8080/a%20b?x=1&y=-2", "HTTPS://EXAMPLE.com/#top",
                "http://127.0.0.1/x", "https://[2001:db8::1]:443/",
            ],
            [
                "example.com", "ftp://example.com", "https://", "https://user:pw@example.com", "https://exa mple.com",
                "https://example.com/a b", "https://example.com/%2", "https://example.com:0",
                "https://example.com:99999",
                "javascript:alert(1)", "https://example.com/ü", "https:/example.com", "https://[1::2", "https://a/#b#c",
            ]
        ),
        (.httpsURL, ["https://example.com/path"], ["http://example.com/path", "//example.com"]),
        (
            .uuid, ["123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000"],
            [
                "123e4567e89b12d3a456426614174000", "123e4567-e89b-12d3-a456-42661417400g",
                "{123e4567-e89b-12d3-a456-426614174000}",
            ]
        ),
        (.country, ["DE", "US", "GB"], ["de", "DEU", "UK", "XX", ""]),
        (.currency, ["EUR", "USD", "JPY"], ["eur", "EU", "XXX", "BTC"]),
        (
            .language,
            ["de", "pt-BR", "zh-Hant-TW", "es-419", "sl-rozaj-biske", "de-CH-1901", "en-u-ca-gregory", "en-x-any"],
            ["", "e", "en_US", "en-", "en-USA1234567", "de-a", "deutsch-ß", "123"]
        ),
        (
            .timezone, ["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires", "Asia/Calcutta"],
            ["Berlin", "europe/berlin", "GMT+3x", "../etc/passwd", "Factory"]
        ),
        (
            .hostname, ["example.com", "localhost", "a-b.c1", "xn--bcher-kva.example"],
            ["", "-a.com", "a-.com", "a..b", "a_b.com", "example.com.", "1.2.3.4", String(repeating: "a", count: 64)]
        ),
        (
            .ip, ["192.0.2.1", "0.0.0.0", "2001:db8::1", "::", "::1", "1:2:3:4:5:6:7:8", "::ffff:192.0.2.1", "1::"],
            [
                "256.0.0.1", "1.2.3", "01.2.3.4", "1:2:3:4:5:6:7", "1::2::3", ":::", "fe80::1%eth0", "12345::",
                "::1.2.3",
                "1.2.3.4::", "1:2:3:4:5:6:7::8:9", ":1:2:3:4:5:6:7",
            ]
        ),
        (.slug, ["summer-sale-2", "a"], ["", "Summer", "a--b", "-a", "a-", "a_b"]),
        (.color, ["#fff", "#1A73e8", "#1a73e880"], ["fff", "#ff", "#ggg", "#12345", "#1234567"]),
        (.json, ["{}", "1", " [1]"], ["", "{", "{\"a\":1,\"a\":2}"]),
        (
            .cron, ["0 3 * * *", "*/15 0-6 1,15 JAN-MAR mon", "0 0 * * 7", "0-30/10 * * * *"],
            [
                "0 3 * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8", "*/0 * * * *",
                "5/2 * * * *",
                "5-1 * * * *", "1,,2 * * * *", "@daily", "0 0 0 0 0 0", "* * * * 1-",
            ]
        ),
        (
            .semver, ["1.4.0", "0.0.1-alpha.1+build.5", "1.0.0--x", "10.20.30+001"],
            ["1.4", "v1.4.0", "01.4.0", "1.4.0-", "1.4.0-01", "1.4.0+", "1.4.0-a..b", "1.4.0+a+b", "1.4.0.0"]
        ),
        (
            .localDatetime, ["2026-03-01T09:30", "2026-03-01 09:30:15", "2024-02-29T23:59:59.123"],
            [
                "2026-03-01", "2026-02-29T09:30", "2026-03-01T24:00", "2026-03-01T09:30Z", "2026-3-1T09:30",
                "2026-03-01T09:30:",
            ]
        ),
        (
            .dateOrDatetime, ["2026-03-01", "2026-03-01T09:30:00Z", "2026-03-01T09:30:00.5+05:30", "2000-02-29"],
            [
                "2026-03-01T09:30:00", "2026-13-01", "2026-04-31", "1900-02-29", "2026-03-01T09:30Z",
                "2026-03-01T09:30:00+5:30",
                "2026-03-01T09:30:00+24:00", "٢٠٢٦-03-01",
            ]
        ),
    ]

    @Test("each form takes what it should and nothing else", arguments: examples)
    func forms(format: ValueFormat, good: [String], bad: [String]) {
        for text in good { #expect(format.matches(text), "\(format) must take \(text)") }
        for text in bad { #expect(!format.matches(text), "\(format) must refuse \(text)") }
    }

    @Test("every format has examples here, and its own expectation passes it")
    func complete() {
        #expect(Set(Self.examples.map(\.format)) == Set(ValueFormat.allCases))
        for format in ValueFormat.allCases {
            for example in format.expectation.split(separator: "for example ").dropFirst().joined().split(
                separator: " or ")
            {
                #expect(format.matches(String(example)), "\(example) must be a \(format)")
            }
        }
    }
}
