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
        "file-text": "file", "log-out": "exit", "help-circle": "help", "circle-help": "help",
        "house": "home", "calendar-days": "calendar", "list-checks": "list", "bar-chart": "chart",
    ]

    private static let drawings: [String: String] = [
        "settings":
            #"<path d="M4 8h8m6 0h2M4 16h2m6 0h8"/><circle cx="15" cy="8" r="2.6"/><circle cx="9" cy="16" r="2.6"/>"#,
        "phone":
            #"<path d="M6.2 3.8 9 4.6l1 4-2 1.7a11.6 11.6 0 0 0 5.7 5.7l1.7-2 4 1 .8 2.8c.2 1-.4 2-1.5 2.2C11.3 20.9 3.1 12.7 4 5.3c.2-1.1 1.2-1.7 2.2-1.5Z"/>"#,
        "phone-device": #"<rect x="7" y="3" width="10" height="18" rx="2.5"/><path d="M11 18h2"/>"#,
        "message-square":
            #"<path d="M4 7.5A2.5 2.5 0 0 1 6.5 5h11A2.5 2.5 0 0 1 20 7.5v6a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5Z"/>"#,
        "plus": #"<path d="M12 5.5v13M5.5 12h13"/>"#,
        "link":
            #"<path d="M10 14a4 4 0 0 0 5.7 0l2.6-2.6a4 4 0 0 0-5.7-5.7L11.5 6.8"/><path d="M14 10a4 4 0 0 0-5.7 0l-2.6 2.6a4 4 0 0 0 5.7 5.7l1.1-1.1"/>"#,
        "check": #"<path d="m5.5 12.5 4.2 4.2 8.8-9.2"/>"#,
        "checks": #"<path d="m2 13 4 4 8.5-9.5"/><path d="m10.5 15.8 1.3 1.2L20.5 7.5"/>"#,
        "clock": #"<circle cx="12" cy="12" r="8"/><path d="M12 7.5V12l3 2"/>"#,
        "alert":
            #"<path d="M10.7 4.7 3.6 17a1.5 1.5 0 0 0 1.3 2.3h14.2a1.5 1.5 0 0 0 1.3-2.3L13.3 4.7a1.5 1.5 0 0 0-2.6 0Z"/><path d="M12 9.5v4M12 16.5v.01"/>"#,
        "alert-circle": #"<circle cx="12" cy="12" r="8.5"/><path d="M12 8v4.5M12 15.8v.01"/>"#,
        "info": #"<circle cx="12" cy="12" r="8.5"/><path d="M12 11.5V16M12 8.2v.01"/>"#,
        "help":
            #"<circle cx="12" cy="12" r="8.5"/><path d="M9.7 9.7a2.4 2.4 0 1 1 3.4 2.2c-.7.4-1.1.9-1.1 1.7M12 16.4v.01"/>"#,
        "circle-check": #"<circle cx="12" cy="12" r="8.5"/><path d="m8.3 12.3 2.6 2.6 4.9-5.2"/>"#,
        "circle-x": #"<circle cx="12" cy="12" r="8.5"/><path d="m9.3 9.3 5.4 5.4M14.7 9.3l-5.4 5.4"/>"#,
        "x": #"<path d="m6.5 6.5 11 11M17.5 6.5l-11 11"/>"#,
        "chevron": #"<path d="m9.5 6 6 6-6 6"/>"#,
        "chevron-left": #"<path d="m14.5 6-6 6 6 6"/>"#,
        "chevron-down": #"<path d="m6 9.5 6 6 6-6"/>"#,
        "chevron-up": #"<path d="m6 14.5 6-6 6 6"/>"#,
        "external":
            #"<path d="M13.5 5H19v5.5M19 5l-8 8"/><path d="M17 14.5v2a2.5 2.5 0 0 1-2.5 2.5h-7A2.5 2.5 0 0 1 5 16.5v-7A2.5 2.5 0 0 1 7.5 7h2"/>"#,
        "send": #"<path d="M20 4 3.8 9.7l6.5 3.9 3.9 6.6Z"/><path d="m20 4-9.7 9.6"/>"#,
        "paperclip": #"<path d="m19 11.5-6.8 6.8a4.2 4.2 0 0 1-6-6l7-7a2.8 2.8 0 0 1 4 4l-7 7a1.4 1.4 0 0 1-2-2l6.3-6.3"/>"#,
        "reply": #"<path d="M9.5 7 4.5 12l5 5M5 12h8a6.5 6.5 0 0 1 6.5 6.5"/>"#,
        "smile": #"<circle cx="12" cy="12" r="8.5"/><path d="M8.5 14a4.2 4.2 0 0 0 7 0M9 9.5v.4M15 9.5v.4"/>"#,
        "menu": #"<path d="M4.5 7.5h15M4.5 12h15M4.5 16.5h15"/>"#,
        "copy":
            #"<rect x="9" y="9" width="11" height="11" rx="2.5"/><path d="M5.5 15A1.5 1.5 0 0 1 4 13.5v-7A2.5 2.5 0 0 1 6.5 4h7A1.5 1.5 0 0 1 15 5.5"/>"#,
        "pencil":
            #"<path d="M5 19l.8-3.7L15.9 5.2a1.8 1.8 0 0 1 2.5 0l.4.4a1.8 1.8 0 0 1 0 2.5L8.7 18.2Z"/><path d="m14.2 7 2.8 2.8"/>"#,
        "trash": #"<path d="M5 7h14M10 7V5h4v2M7 7l.8 12h8.4L17 7M10.5 10.5v5M13.5 10.5v5"/>"#,
        "refresh":
            #"<path d="M19 9.5A7.5 7.5 0 0 0 5.5 8M5 14.5A7.5 7.5 0 0 0 18.5 16"/><path d="M5 4.5V8h3.5M19 19.5V16h-3.5"/>"#,
        "image":
            #"<rect x="4" y="5" width="16" height="14" rx="2.5"/><circle cx="9" cy="10" r="1.5"/><path d="m4.5 17 4.5-4 3 2.5 3.5-3.5 4 4"/>"#,
        "file":
            #"<path d="M7 4h6.5L18 8.5V18a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V5a1 1 0 0 1 1-1Z"/><path d="M13.5 4v4.5H18"/>"#,
        "user": #"<circle cx="12" cy="8.5" r="3.5"/><path d="M5 19.5c.7-3.3 3.5-5 7-5s6.3 1.7 7 5"/>"#,
        "inbox":
            #"<path d="M4 13.5 6.5 6h11L20 13.5V17a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2Z"/><path d="M4 13.5h4.5l1.3 2.5h4.4l1.3-2.5H20"/>"#,
        "exit": #"<path d="M10 5H7.5A2.5 2.5 0 0 0 5 7.5v9A2.5 2.5 0 0 0 7.5 19H10M15 8l4 4-4 4M19 12H9.5"/>"#,
        "home": #"<path d="m4.5 11 7.5-6.5 7.5 6.5M6.5 9.5V19h11V9.5M10 19v-5h4v5"/>"#,
        "list": #"<path d="M9 7h11M9 12h11M9 17h11M4.5 7v.01M4.5 12v.01M4.5 17v.01"/>"#,
        "calendar": #"<rect x="4" y="5.5" width="16" height="14" rx="2.5"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>"#,
        "chart": #"<path d="M5 19.5h14M7.5 16v-4M12 16V6M16.5 16V9.5"/>"#,
        "key": #"<circle cx="8.5" cy="15.5" r="3.5"/><path d="m11 13 8-8M15.5 8.5l2.5 2.5"/>"#,
        "lock":
            #"<rect x="5.5" y="10.5" width="13" height="9" rx="2.5"/><path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5"/>"#,
        "map-pin":
            #"<path d="M12 20.5c-4-4-6-7-6-10a6 6 0 0 1 12 0c0 3-2 6-6 10Z"/><circle cx="12" cy="10.5" r="2.2"/>"#,
        "mic": #"<rect x="9.5" y="4" width="5" height="10" rx="2.5"/><path d="M6.5 11.5a5.5 5.5 0 0 0 11 0M12 17v3"/>"#,
        "video": #"<rect x="3.5" y="7" width="11.5" height="10" rx="2.5"/><path d="m15 11 5-3v8l-5-3"/>"#,
    ]
}
