import IntegrationKit

/// The page around the content: bar, sidebar, head of the page.
struct ShellView: Sendable {
    struct Crumb: Sendable {
        let label: String
        let href: String
    }

    let product: String
    let workplace: String
    let initial: String
    let home: String
    let base: String
    let mark: String
    /// Title of the window.
    let windowTitle: String
    let title: String
    /// Right of the title, or above it on a phone.
    let isWide: Bool
    let crumb: Crumb?
    let actions: [ActionView]
    let navigation: NavigationView
    let notice: AlertView?
    let content: Markup
    /// Which changes concern this page: `conversation:<id>`, `conversations`, `page`.
    let live: String
    let stylesheet = StaticAsset.stylesheet.path
    let script = StaticAsset.script.path
    let favicon = StaticAsset.icon.path
    let csrf: String
    /// Where one signs out, and in again.
    var leave = "/logout"
    var signIn = "/login"
    let leaveIcon = Icons.svg("exit")
    /// Where the integration is removed from the workplace; nil where there is none.
    var removal: Removal?
    let menuIcon = Icons.svg("menu")
    let backIcon = Icons.svg("chevron-left")

    struct Removal: Sendable {
        let href: String
        let icon = Icons.svg("trash")
    }
}

/// The entries of the sidebar. Drawn twice: in the sidebar and in the menu of a narrow screen, of which one is hidden.
struct NavigationView: Sendable {
    struct Section: Sendable {
        let title: String?
        let items: [Item]
    }

    struct Item: Sendable {
        let label: String
        let icon: Markup
        let href: String
        let testID: String
        /// What `aria-current` says: `page` on the page itself, `true` on a page below it.
        let current: String?
        var unread: String? = nil
        var isConversations = false
        /// Of something else than conversations.
        var count: String? = nil
    }

    let sections: [Section]

    init(sections: [Section]) { self.sections = sections }

    /// Where in the navigation a page stands.
    enum Place: Sendable {
        case page(handle: String)
        case conversations(isList: Bool)
        case nowhere
    }

    init(_ frame: PageFrame, place: Place, address: PageAddress?) {
        let parent = Self.parent(in: frame, place: place, address: address)
        var sections = frame.navigation.map { section in
            Section(
                title: section.title,
                items: section.items.map { item in
                    var current: String?
                    if case .page(let handle) = place, handle == item.page { current = "page" }
                    if current == nil, let parent, parent.page == item.page { current = "true" }
                    return Item(
                        label: item.label, icon: Icons.svg(item.icon ?? "tile"), href: frame.href(item.link),
                        testID: "nav-\(item.page)", current: current, unread: nil, isConversations: false)
                })
        }
        var current: String?
        if case .conversations(let isList) = place { current = isList ? "page" : "true" }
        let conversations = Item(
            label: "Conversations", icon: Icons.svg("message-square"), href: frame.href("/conversations"),
            testID: "nav-conversations", current: current, unread: Self.unread(frame.unread), isConversations: true)
        if sections.count == 1, sections[0].title == nil {
            sections[0] = Section(title: nil, items: sections[0].items + [conversations])
        } else {
            sections.append(Section(title: nil, items: [conversations]))
        }
        self.sections = sections
    }

    static func unread(_ count: Int) -> String? {
        count <= 0 ? nil : count > 99 ? "99+" : String(count)
    }

    /// The entry below whose address the open page lies.
    static func parent(in frame: PageFrame, place: Place, address: PageAddress?) -> NavigationSection.Item? {
        guard case .page(let handle) = place, let address else { return nil }
        let items = frame.navigation.flatMap(\.items)
        guard !items.contains(where: { $0.page == handle }) else { return nil }
        return items.filter { item in
            let path = frame.href(item.link).split(separator: "?")[0]
            return address.path.hasPrefix(path + "/")
        }.max { $0.link.path.utf8.count < $1.link.path.utf8.count }
    }
}

extension ShellView {
    init(
        _ frame: PageFrame, title: String, place: NavigationView.Place, address: PageAddress? = nil,
        crumb: Crumb? = nil, actions: [ActionView] = [], isWide: Bool = false, live: String = "",
        notice: AlertView? = nil, content: Markup
    ) {
        let parent = NavigationView.parent(in: frame, place: place, address: address)
        self.init(
            product: frame.product, workplace: frame.workplace.name,
            initial: frame.product.first.map { String($0) } ?? "·", home: frame.base, base: frame.base, mark: frame.mark,
            windowTitle: "\(title) · \(frame.product)", title: title, isWide: isWide,
            crumb: crumb ?? parent.map { Crumb(label: $0.label, href: frame.href($0.link)) }, actions: actions,
            navigation: NavigationView(frame, place: place, address: address),
            notice: notice ?? frame.notice.map { AlertView($0) }, content: content, live: live, csrf: frame.csrfToken)
        removal = Removal(href: frame.base + "/removal")
    }
}
