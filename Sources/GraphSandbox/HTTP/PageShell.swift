/// The frame of every page.
enum PageShell {
    /// - Parameters:
    ///   - bodyClass: Which page it is, for the stylesheet.
    ///   - events: Where the page hears of changes; `nil` for pages that do not change.
    static func html(title: String, bodyClass: String, events: String? = nil, body: HTML) -> HTML {
        let live: HTML = events.map { " data-events=\"\($0)\"" } ?? ""
        let script: HTML = events == nil ? "" : "<script src=\"/assets/phone.js\" defer></script>\n"
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            <link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
            <link rel="stylesheet" href="/assets/sandbox.css">
            \(script)</head>
            <body class="\(bodyClass)"\(live)>
            <a class="skip" href="#main">Skip to content</a>
            \(body)
            </body>
            </html>

            """
    }
}

/// The picture of somebody who has none: an initial on one of a few tints.
enum Avatar {
    static func html(_ name: String, key: String) -> HTML {
        "<span class=\"avatar tint-\(tint(key))\" aria-hidden=\"true\">\(initial(name))</span>"
    }

    /// The first letter of a name, in whatever script.
    static func initial(_ name: String) -> String {
        name.first { $0.isLetter }.map { String($0).uppercased() } ?? "#"
    }

    private static func tint(_ key: String) -> Int {
        key.unicodeScalars.reduce(0) { ($0 &* 31 &+ Int($1.value)) & 0xFFFF } % 6
    }
}

/// Line icons, drawn with 1.5-pixel strokes in the text's colour.
enum Icon {
    static let back = draw(#"<path d="M12.5 4.5 7 10l5.5 5.5"/>"#)
    static let chevron = draw(#"<path d="m5.5 8 4.5 4.5L14.5 8"/>"#)
    static let send = draw(#"<path d="M3.5 10h12M10.5 4.5 16 10l-5.5 5.5"/>"#)
    static let clock = draw(#"<circle cx="10" cy="10" r="6.5"/><path d="M10 6.5V10l2.5 1.5"/>"#)
    static let sent = draw(#"<path d="m5 10.5 3.2 3.2L15 6.8"/>"#)
    static let delivered = draw(#"<path d="m2.5 10.5 3.2 3.2 6.8-6.9M9.3 13.2l.5.5 7-6.9"/>"#)
    static let warning = draw(#"<path d="M10 3.2 17.5 16h-15zM10 8v3.6M10 13.6v.1"/>"#)
    static let flask = draw(
        #"<path d="M8 3.5v4.2L3.8 15a1 1 0 0 0 .9 1.5h10.6a1 1 0 0 0 .9-1.5L12 7.7V3.5M6.8 3.5h6.4M5.8 12h8.4"/>"#)
    static let link = draw(
        #"<path d="M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 1 0-4.2-4.2l-1 1"/>"#
            + #"<path d="M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 1 0 4.2 4.2l1-1"/>"#
    )
    static let retry = draw(#"<path d="M15.5 8A6 6 0 1 0 16 11M16 4v4h-4"/>"#)
    static let chat = draw(
        #"<path d="M4 4.5h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H9l-3.5 3v-3H4a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Z"/>"#)

    static let plus = draw(#"<path d="M10 4v12M4 10h12"/>"#)
    static let more = draw(#"<path d="M5 10h.1M10 10h.1M15 10h.1"/>"#)
    static let list = draw(#"<path d="M4 6h12M4 10h12M4 14h8"/>"#)
    static let copy = draw(#"<rect x="7" y="7" width="9" height="9" rx="1.5"/><path d="M13 4H5a1 1 0 0 0-1 1v8"/>"#)
    static let file = draw(#"<path d="M6 3.5h5.5L15 7v9.5H6zM11.5 3.5V7H15"/>"#)
    static let place = draw(
        #"<path d="M10 17c3-3.4 5-6 5-8.4a5 5 0 0 0-10 0C5 11 7 13.6 10 17Z"/><circle cx="10" cy="8.5" r="1.8"/>"#)
    static let person = draw(#"<circle cx="10" cy="7" r="3"/><path d="M4.5 16.5a5.5 5.5 0 0 1 11 0"/>"#)
    static let phone = draw(
        #"<path d="M6.5 3.5 8.5 7 7 8.8a9 9 0 0 0 4.2 4.2L13 11.5l3.5 2-.8 3A11.5 11.5 0 0 1 3.5 4.3z"/>"#
    )

    private static func draw(_ shapes: String) -> HTML {
        HTML(
            trusted: """
                <svg class="icon" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" \
                stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">\(shapes)</svg>
                """)
    }
}
