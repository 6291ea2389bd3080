/// Something in the manifest that has a handle: a model, a field, a tool, a page…
package protocol Declaration: Sendable, Hashable {
    var heading: Heading { get }
}

/// What everything with a handle can say about itself.
package struct Heading: Sendable, Hashable {
    /// The key in the manifest. Templates and references use it.
    package var handle: String
    /// Where the handle is written.
    package var span: SourceSpan
    /// Everything that is said about it, from the handle on.
    package var body: SourceSpan
    package var label: String?
    /// Prose for people and agents: doc comments, tool descriptions, help texts.
    package var description: String?
    /// A Lucide icon name; only where the thing is drawn.
    package var icon: String?
    /// The name in JSON, MCP and exported config where it differs from the handle.
    package var wireOverride: String?
    /// Where `wire:` is written.
    var wireSpan: SourceSpan?
    package var deprecation: Deprecation?
    /// The handle that this thing had in an earlier version of the manifest.
    package var formerHandle: Reference?
    /// `x-…` keys, carried into exported config untouched.
    package var extensions: [ManifestValue.Entry] = []
    /// What could not be read; nothing in a manifest that has passed its checks.
    var doubts = Doubts.nothing

    package init(handle: String, span: SourceSpan, body: SourceSpan? = nil) {
        self.handle = handle
        self.span = span
        self.body = body ?? span
    }
}

/// What nobody knows about a declared thing, because something is wrong with what says it.
///
/// A rule asks for the keys that it looks at, and keeps quiet where one of them is in doubt: what it would find
/// there would follow from what has been reported.
enum Doubts: Sendable, Hashable {
    case nothing
    /// These keys could not be read.
    case keys(Set<String>)
    case everything

    init(_ keys: Set<String>) { self = keys.isEmpty ? .nothing : .keys(keys) }

    func concern(_ key: String) -> Bool {
        switch self {
        case .nothing: false
        case .keys(let keys): keys.contains(key)
        case .everything: true
        }
    }

    mutating func add(_ key: String) {
        switch self {
        case .nothing: self = .keys([key])
        case .keys(let keys): self = .keys(keys.union([key]))
        case .everything: break
        }
    }
}

/// `deprecated: { since, use, reason }`.
package struct Deprecation: Sendable, Hashable {
    package var since: String?
    package var use: String?
    package var reason: String?
}

/// A handle that names something declared elsewhere. In a ``Manifest`` it always resolves.
package struct Reference: Sendable, Hashable {
    package var handle: String
    package var span: SourceSpan

    package init(_ handle: String, at span: SourceSpan) {
        self.handle = handle
        self.span = span
    }
}

extension Declaration {
    /// Whether the values of these keys are what the author wrote.
    func knows(_ keys: String...) -> Bool {
        if case .nothing = heading.doubts { return true }
        return !keys.contains(where: heading.doubts.concern)
    }

    package var handle: String { heading.handle }
    package var label: String? { heading.label }
    package var description: String? { heading.description }
    package var deprecation: Deprecation? { heading.deprecation }
    /// The name in JSON, MCP schemas and exported config.
    package var wireName: String { heading.wireOverride ?? heading.handle }
    /// Where the handle is written.
    package var span: SourceSpan { heading.span }
}

/// Declarations by handle, in the order in which the author wrote them.
package struct Declarations<Element: Declaration>: Sendable, Hashable, RandomAccessCollection {
    /// As an array; nothing is copied.
    package var inOrder: [Element] { elements }

    private var elements: [Element] = []
    private var positions: [String: Int] = [:]

    package init() {}

    /// Keeps the first of elements with one handle.
    package init(_ elements: some Sequence<Element>) {
        for element in elements { append(element) }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { elements.count }
    package subscript(position: Int) -> Element { elements[position] }
    package subscript(handle: String) -> Element? { positions[handle].map { elements[$0] } }
    package var handles: [String] { elements.map(\.handle) }

    package mutating func append(_ element: Element) {
        guard positions[element.handle] == nil else { return }
        positions[element.handle] = elements.count
        elements.append(element)
    }

    package static func == (left: Self, right: Self) -> Bool { left.elements == right.elements }
    package func hash(into hasher: inout Hasher) { hasher.combine(elements) }
}
