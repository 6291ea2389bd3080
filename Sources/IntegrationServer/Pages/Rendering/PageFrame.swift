#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif
package import IntegrationKit

/// What stands around every page of a workplace, and what its forms need.
package struct PageFrame: Sendable {
    /// What people call the integration.
    package let product: String
    package let workplace: Workplace
    package let navigation: [NavigationSection]
    /// Messages that nobody has looked at yet.
    package let unread: Int
    package let csrfToken: String
    /// New with every drawing of a page: what is sent twice with the same one has one effect.
    package let formKey: String
    package let notice: Notice?
    /// Where the workplace's records stood before the page was read: see ``ChangeFeed/mark(of:)``.
    package let mark: String
    package let now: Date

    package init(
        product: String, workplace: Workplace, navigation: [NavigationSection], unread: Int, csrfToken: String,
        formKey: String, notice: Notice? = nil, mark: String = "", now: Date
    ) {
        self.product = product
        self.workplace = workplace
        self.navigation = navigation
        self.unread = unread
        self.csrfToken = csrfToken
        self.formKey = formKey
        self.notice = notice
        self.mark = mark
        self.now = now
    }

    /// The same with something to tell.
    func with(notice: Notice?) -> PageFrame {
        PageFrame(
            product: product, workplace: workplace, navigation: navigation, unread: unread, csrfToken: csrfToken,
            formKey: formKey, notice: notice, mark: mark, now: now)
    }

    package var clock: WorkplaceClock { WorkplaceClock(workplace, now: now) }

    /// Prefix of everything of this workplace, without a slash at the end.
    package var base: String { "/app/" + PageAddress.encode(workplace.handle) }

    package func href(_ link: PageLink) -> String {
        link.path == "/" ? base : base + link.path
    }

    package func href(_ path: String) -> String { base + path }
}

/// Something to tell once: what a form has done, or why it could not.
package struct Notice: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable { case success, error, info }

    package let kind: Kind
    package let title: String
    package let text: String?

    package init(_ kind: Kind, _ title: String, _ text: String? = nil) {
        self.kind = kind
        self.title = title
        self.text = text
    }
}

/// The address of the page that is drawn, to which its forms are sent.
package struct PageAddress: Hashable, Sendable {
    /// Names in a query that are the runtime's own: which form or field is open, which part of a long list is shown.
    private static let reserved: Set<String> = ["form", "edit", "part", "fragment"]

    /// How a table is shown, `sort` and `rows`, the second one's with its number behind: `sort2`.
    private static let ofTables = ["sort", "rows"]

    package static func isReserved(_ name: String) -> Bool {
        reserved.contains(name)
            || ofTables.contains { name.hasPrefix($0) && name.dropFirst($0.count).allSatisfy(\.isNumber) }
    }

    /// Percent-encoded, from the root.
    package let path: String
    /// Decoded, in order.
    package let query: [(name: String, value: String)]

    package init(path: String, query: [(name: String, value: String)] = []) {
        self.path = path
        self.query = query
    }

    package static func == (left: Self, right: Self) -> Bool { left.text == right.text }
    package func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// Without the runtime's own names.
    package var plain: PageAddress {
        PageAddress(path: path, query: query.filter { !Self.isReserved($0.name) })
    }

    package func with(_ name: String, _ value: String) -> PageAddress {
        PageAddress(path: path, query: query.filter { $0.name != name } + [(name, value)])
    }

    package var text: String {
        let query = query.map { "\(Self.encode($0.name))=\(Self.encode($0.value))" }.joined(separator: "&")
        return query.isEmpty ? path : path + "?" + query
    }

    /// Everything but RFC 3986's unreserved characters, as UTF-8.
    package static func encode(_ text: String) -> String {
        String(PageLink(segments: [text]).path.dropFirst())
    }
}
