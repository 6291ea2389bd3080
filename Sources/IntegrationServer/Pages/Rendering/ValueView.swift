import IntegrationKit

/// A shown value. Exactly one of the members that hold values is there, or none: then ``empty`` is shown.
struct ValueView: Sendable {
    struct Badge: Sendable {
        let label: String
        let color: String
    }

    struct Time: Sendable {
        let iso: String
        let text: String
        let hint: String
    }

    struct Link: Sendable {
        let href: String
        let label: String
        let icon: Markup
        let isExternal: Bool
    }

    struct Code: Sendable {
        let text: String
        let icon = Icons.svg("copy")
    }

    struct YesNo: Sendable {
        let text: String
        let icon: Markup
    }

    var text: String?
    var badge: Badge?
    var chips: [String] = []
    var hasChips = false
    var code: Code?
    var yesNo: YesNo?
    var time: Time?
    var link: Link?
    var empty: String?

    init(_ value: DisplayValue, empty: String?, clock: WorkplaceClock) {
        switch value {
        case .text(let value) where !value.isEmpty: text = value
        case .number(let value): text = value
        case .badge(let label, let color) where !label.isEmpty:
            badge = Badge(label: label, color: color?.rawValue ?? "plain")
        case .chips(let values) where !values.isEmpty:
            chips = values
            hasChips = true
        case .code(let value) where !value.isEmpty: code = Code(text: value)
        case .boolean(let value): yesNo = YesNo(text: value ? "Yes" : "No", icon: Icons.svg(value ? "check" : "x"))
        case .dateTime(let date):
            time = Time(
                iso: Timestamp.text(date), text: clock.dateAndTime(date),
                hint: "\(Timestamp.text(date)) (\(clock.zoneName))")
        case .link(let url, let label): setLink(url, label: label)
        // The pages load nothing from elsewhere: a provider's picture is a link to it.
        case .image(let url): setLink(url, label: "Open picture", icon: "image")
        case .none, .text, .badge, .chips, .code: self.empty = empty ?? "–"
        }
    }

    private mutating func setLink(_ url: String, label: String, icon: String = "external") {
        let shown = label.isEmpty ? url : label
        if SafeAddress.isOpenable(url) {
            link = Link(href: url, label: shown, icon: Icons.svg(icon), isExternal: !url.hasPrefix("/"))
        } else {
            text = shown == url ? url : "\(shown) (\(url))"
        }
    }
}

/// Which addresses may stand in a link. Values come from providers: `javascript:` must not.
enum SafeAddress {
    static func isOpenable(_ url: String) -> Bool {
        let lowered = url.lowercased()
        if lowered.hasPrefix("//") || lowered.hasPrefix("/\\") { return false }
        guard !url.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }) else { return false }
        return ["https://", "http://", "mailto:", "tel:", "/"].contains { lowered.hasPrefix($0) }
    }
}
