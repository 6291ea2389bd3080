internal import IntegrationKit
internal import Storage

/// Where among the operators' pages one is.
enum AdminPlace: CaseIterable {
    case overview, inbox, deadLetters, outbox, audit

    /// - Parameter queues: Those that somebody should look at are counted in the sidebar.
    func items(with queues: QueueFigures?) -> [NavigationView.Item] {
        Self.allCases.map { place in
            let (label, icon, href, id) =
                switch place {
                case .overview: ("Overview", "chart", "/admin", "overview")
                case .inbox: ("Inbox", "inbox", "/admin/inbox", "inbox")
                case .deadLetters: ("Dead letters", "alert-circle", "/admin/inbox?state=dead", "dead-letters")
                case .outbox: ("Outbox", "send", "/admin/outbox", "outbox")
                case .audit: ("Audit log", "list", "/admin/audit", "audit")
                }
            let count =
                switch place {
                case .deadLetters: queues?.counts.dead
                case .outbox: queues.map { $0.outbox.unknown + $0.outbox.failed }
                case .overview, .inbox, .audit: Int?.none
                }
            return NavigationView.Item(
                label: label, icon: Icons.svg(icon), href: href, testID: "nav-\(id)", current: place == self ? "page" : nil,
                count: count.flatMap { NavigationView.unread($0) })
        }
    }
}
