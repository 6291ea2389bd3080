/// The pages' line icons: 24 units wide, strokes of 1.5, in the colour of the text around them.
///
/// Manifests name Lucide icons; the ones that pages meet have an own drawing here, all others are shown as a plain tile.
enum Icons {
    /// Decoration beside a text that says the same; hidden from screen readers.
    static func svg(_ name: String) -> Markup {
        let key = aliases[name] ?? name
        return drawings[key].map(wrap) ?? wrap(fallback)
    }

    static func svg(named name: String?) -> Markup? {
        name.map { svg($0) }
    }

    private static func wrap(_ drawing: String) -> Markup {
        Markup(
            html: #"<svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" "#
                + #"stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">"#
                + drawing + "</svg>")
    }

    private static let fallback = #"<rect x="5" y="5" width="14" height="14" rx="4"/><path d="M10 12h4"/>"#

    private static let aliases: [String: String] = [
        "triangle-alert": "alert", "alert-triangle": "alert", "circle-alert": "alert-circle",
        "check-circle": "circle-check", "x-circle": "circle-x", "check-check": "checks",
        "external-link": "external", "message-circle": "message-square", "messages-square": "message-square",
        "send-horizontal": "send", "sliders": "settings", "settings-2": "settings", "cog": "settings",
        "smartphone": "phone-device", "users": "user", "contact": "user", "edit": "pencil", "edit-2": "pencil",
        "trash-2": "trash", "rotate-cw": "refresh", "refresh-cw": "refresh", "link-2": "link", "plug": "link",
        "file-text": "file", "paperclip": "file", "log-out": "exit", "help-circle": "help", "circle-help": "help",
        "house": "home", "calendar-days": "calendar", "list-checks": "list", "bar-chart": "chart",
    ]

    private static let drawings: [String: String] = [
        "settings": #"<path d="M4 8h8m6 0h2M4 16h2m6 0h8"/><circle cx="15" cy="8" r="2.6"/><circle cx="9" cy="16" r="2.6"/>"#,
        "phone": #"<path d="M6.2 3.8 9 4.6l1 4-2 1.7a11.6 11.6 0 0 0 5.7 5.7l1.7-2 4 1 .8 2.8c.2 1-.4 2-1.5 2.2C11.300 20.900 3.100 12.700 4 5.300c.2-1.100 1.200-1.700 2.200-1.500Z"/>"#,
        "phone-device": #"<rect x="7" y="3" width="10" height="18" rx="2.5"/><path d="M11 18h2"/>"#,
        "message-square": #"<path d="M4 7.500A2.500 2.500 0 0 1 6.500 5h11A2.500 2.500 0 0 1 20 7.500v6a2.500 2.500 0 0 1-2.500 2.500H11l-4.500 4v-4A2.500 2.500 0 0 1 4 13.500Z"/>"#,
        "plus": #"<path d="M12 5.500v13M5.500 12h13"/>"#,
        "link": #"<path d="M10 14a4 4 0 0 0 5.700 0l2.600-2.600a4 4 0 0 0-5.700-5.700L11.500 6.800"/><path d="M14 10a4 4 0 0 0-5.700 0l-2.600 2.600a4 4 0 0 0 5.700 5.700l1.100-1.100"/>"#,
        "check": #"<path d="m5.500 12.500 4.200 4.200 8.800-9.200"/>"#,
        "checks": #"<path d="m2 13 4 4 8.500-9.500"/><path d="m10.500 15.800 1.300 1.200L20.500 7.500"/>"#,
        "clock": #"<circle cx="12" cy="12" r="8"/><path d="M12 7.500V12l3 2"/>"#,
        "alert": #"<path d="M10.700 4.700 3.600 17a1.500 1.500 0 0 0 1.300 2.300h14.200a1.500 1.500 0 0 0 1.300-2.300L13.300 4.700a1.500 1.500 0 0 0-2.600 0Z"/><path d="M12 9.500v4M12 16.500v.01"/>"#,
        "alert-circle": #"<circle cx="12" cy="12" r="8.500"/><path d="M12 8v4.500M12 15.800v.01"/>"#,
        "info": #"<circle cx="12" cy="12" r="8.500"/><path d="M12 11.500V16M12 8.200v.01"/>"#,
        "help": #"<circle cx="12" cy="12" r="8.500"/><path d="M9.700 9.700a2.400 2.400 0 1 1 3.400 2.200c-.7.400-1.100.9-1.100 1.700M12 16.400v.01"/>"#,
        "circle-check": #"<circle cx="12" cy="12" r="8.500"/><path d="m8.300 12.300 2.600 2.600 4.900-5.200"/>"#,
        "circle-x": #"<circle cx="12" cy="12" r="8.500"/><path d="m9.300 9.300 5.400 5.400M14.700 9.300l-5.400 5.400"/>"#,
        "x": #"<path d="m6.500 6.500 11 11M17.500 6.500l-11 11"/>"#,
        "chevron": #"<path d="m9.500 6 6 6-6 6"/>"#,
        "chevron-left": #"<path d="m14.500 6-6 6 6 6"/>"#,
        "chevron-up": #"<path d="m6 14.500 6-6 6 6"/>"#,
        "external": #"<path d="M13.500 5H19v5.500M19 5l-8 8"/><path d="M17 14.500v2a2.500 2.500 0 0 1-2.500 2.500h-7A2.500 2.500 0 0 1 5 16.500v-7A2.500 2.500 0 0 1 7.500 7h2"/>"#,
        "send": #"<path d="M20 4 3.800 9.700l6.500 3.900 3.900 6.600Z"/><path d="m20 4-9.700 9.600"/>"#,
        "menu": #"<path d="M4.500 7.500h15M4.500 12h15M4.500 16.500h15"/>"#,
        "copy": #"<rect x="9" y="9" width="11" height="11" rx="2.500"/><path d="M5.500 15A1.500 1.500 0 0 1 4 13.500v-7A2.500 2.500 0 0 1 6.500 4h7A1.500 1.500 0 0 1 15 5.500"/>"#,
        "pencil": #"<path d="M5 19l.8-3.700L15.900 5.200a1.800 1.800 0 0 1 2.500 0l.4.4a1.800 1.800 0 0 1 0 2.500L8.700 18.200Z"/><path d="m14.200 7 2.800 2.800"/>"#,
        "trash": #"<path d="M5 7h14M10 7V5h4v2M7 7l.8 12h8.400L17 7M10.500 10.500v5M13.500 10.500v5"/>"#,
        "refresh": #"<path d="M19 9.500A7.500 7.500 0 0 0 5.500 8M5 14.500A7.500 7.500 0 0 0 18.500 16"/><path d="M5 4.500V8h3.500M19 19.500V16h-3.500"/>"#,
        "image": #"<rect x="4" y="5" width="16" height="14" rx="2.500"/><circle cx="9" cy="10" r="1.500"/><path d="m4.500 17 4.500-4 3 2.500 3.500-3.500 4 4"/>"#,
        "file": #"<path d="M7 4h6.500L18 8.500V18a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V5a1 1 0 0 1 1-1Z"/><path d="M13.500 4v4.500H18"/>"#,
        "user": #"<circle cx="12" cy="8.500" r="3.500"/><path d="M5 19.500c.7-3.300 3.500-5 7-5s6.300 1.700 7 5"/>"#,
        "inbox": #"<path d="M4 13.500 6.500 6h11L20 13.500V17a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2Z"/><path d="M4 13.500h4.500l1.300 2.500h4.400l1.300-2.500H20"/>"#,
        "exit": #"<path d="M10 5H7.500A2.500 2.500 0 0 0 5 7.500v9A2.500 2.500 0 0 0 7.500 19H10M15 8l4 4-4 4M19 12H9.500"/>"#,
        "home": #"<path d="m4.500 11 7.500-6.500 7.500 6.500M6.500 9.500V19h11V9.500M10 19v-5h4v5"/>"#,
        "list": #"<path d="M9 7h11M9 12h11M9 17h11M4.500 7v.01M4.500 12v.01M4.500 17v.01"/>"#,
        "calendar": #"<rect x="4" y="5.500" width="16" height="14" rx="2.500"/><path d="M4 10h16M8.500 3.500v4M15.500 3.500v4"/>"#,
        "chart": #"<path d="M5 19.500h14M7.500 16v-4M12 16V6M16.500 16V9.500"/>"#,
        "key": #"<circle cx="8.500" cy="15.500" r="3.500"/><path d="m11 13 8-8M15.500 8.500l2.500 2.500"/>"#,
        "lock": #"<rect x="5.500" y="10.500" width="13" height="9" rx="2.500"/><path d="M8.500 10.500V8a3.500 3.500 0 0 1 7 0v2.500"/>"#,
        "map-pin": #"<path d="M12 20.500c-4-4-6-7-6-10a6 6 0 0 1 12 0c0 3-2 6-6 10Z"/><circle cx="12" cy="10.500" r="2.200"/>"#,
        "mic": #"<rect x="9.500" y="4" width="5" height="10" rx="2.500"/><path d="M6.500 11.500a5.500 5.500 0 0 0 11 0M12 17v3"/>"#,
        "video": #"<rect x="3.500" y="7" width="11.500" height="10" rx="2.500"/><path d="m15 11 5-3v8l-5-3"/>"#,
    ]
}
