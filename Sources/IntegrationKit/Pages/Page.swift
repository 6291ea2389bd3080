public import Logging

/// A page of the manifest. Every conformance is generated, templates and conditions compiled into it.
public protocol Page: Sendable {
    associatedtype Owner: Integration

    static var descriptor: PageDescriptor { get }

    /// Loads the page's context and says what stands on the page.
    ///
    /// - Throws: ``PageNotFound`` when an instance that the path names does not exist here.
    static func content(for request: PageRequest<Owner>) async throws -> PageContent
}

/// The facts about a page that routing and navigation need. Generated from `pages.<handle>`.
public struct PageDescriptor: Sendable {
    public let handle: String
    public let label: String
    public let description: String
    /// Lucide name.
    public let icon: String?
    public let route: Route
    /// Where the workplace's address leads when no page is named.
    public let isDefault: Bool
    /// Handle of the page above, for breadcrumbs.
    public let parent: String?

    public init(
        handle: String, label: String, description: String = "", icon: String?, route: Route, isDefault: Bool,
        parent: String? = nil
    ) {
        self.handle = handle
        self.label = label
        self.description = description
        self.icon = icon
        self.route = route
        self.isDefault = isDefault
        self.parent = parent
    }
}

/// The path of a page, as literal segments and parameters. A literal wins over a parameter.
public struct Route: Hashable, Sendable {
    public enum Segment: Hashable, Sendable {
        case literal(String)
        case parameter(String)
    }

    public let segments: [Segment]

    public init(_ segments: [Segment]) { self.segments = segments }

    /// The values of the parameters when the decoded segments of a path fit.
    public func match(_ path: [String]) -> [String: String]? {
        guard path.count == segments.count else { return nil }
        var values: [String: String] = [:]
        for (segment, text) in zip(segments, path) {
            switch segment {
            case .literal(let literal): if literal != text { return nil }
            case .parameter(let name): values[name] = text
            }
        }
        return values
    }
}

/// An address of a page inside the workplace, without the workplace's prefix. Made by the generated `Routes` only, so
/// that a link to a page that does not exist does not compile.
public struct PageLink: Hashable, Sendable {
    /// Percent-encoded, begins with `/`.
    public let path: String

    public init(segments: [String], query: [(name: String, value: String)] = []) {
        let path = segments.map { "/" + Self.encode($0) }.joined()
        let query = query.map { "\(Self.encode($0.name))=\(Self.encode($0.value))" }.joined(separator: "&")
        self.path = (path.isEmpty ? "/" : path) + (query.isEmpty ? "" : "?" + query)
    }

    /// Everything but RFC 3986's unreserved characters, as UTF-8.
    private static func encode(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// An instance that the path of a page names does not exist in this installation. Answered with 404.
public struct PageNotFound: Error, Hashable, Sendable {
    public init() {}
}

/// One request for a page.
public struct PageRequest<Owner: Integration>: Sendable {
    public let installation: Installation
    /// Decoded values of the route's parameters.
    public let path: [String: String]
    public let query: [String: String]
    /// The environment variables that are not encrypted, of the version and of the installation, as text.
    public let settings: [String: String]
    public let session: any PlatformSession
    public let log: Logger
    private let callTool: @Sendable (_ handle: String, _ arguments: JSON) async -> Result<JSONObject?, ToolFailure>

    public init(
        path: [String: String], query: [String: String], settings: [String: String] = [:],
        session: any PlatformSession, log: Logger,
        callTool: @escaping @Sendable (_ handle: String, _ arguments: JSON) async -> Result<JSONObject?, ToolFailure>
    ) {
        self.installation = session.installation
        self.path = path
        self.query = query
        self.settings = settings
        self.session = session
        self.log = log
        self.callTool = callTool
    }

    public var models: Owner.Models { Owner.Models(session: session) }

    /// Calls a read-only tool for the page's context. A failure does not fail the page: it is shown where the value
    /// would have been.
    public func call<T: Tool>(_ tool: T.Type, _ arguments: JSON = .object([:])) async -> ContextValue<T.Output>
    where T.Owner == Owner {
        switch await callTool(T.descriptor.handle, arguments) {
        case .failure(let failure): return .failed(failure)
        case .success(let structured):
            do {
                return .loaded(try T.Output(structured: structured))
            } catch {
                log.error("the output of a tool does not fit its type", metadata: ["tool": "\(T.descriptor.handle)", "error": "\(error)"])
                return .failed(ToolFailure(.internal, "\(T.descriptor.label) gave an answer that cannot be read."))
            }
        }
    }
}

/// A value of a page's context that a tool gave, or why it could not.
public enum ContextValue<Value: Sendable>: Sendable {
    case loaded(Value)
    case failed(ToolFailure)

    public var value: Value? {
        if case .loaded(let value) = self { value } else { nil }
    }

    public var failure: ToolFailure? {
        if case .failed(let failure) = self { failure } else { nil }
    }
}

/// A page with its types erased, as the registry keeps it.
public struct PageEntry<Owner: Integration>: Sendable {
    public let descriptor: PageDescriptor
    public let content: @Sendable (PageRequest<Owner>) async throws -> PageContent

    public init<P: Page>(_ page: P.Type) where P.Owner == Owner {
        descriptor = P.descriptor
        content = { request in try await P.content(for: request) }
    }
}

/// A titled group of entries in the sidebar.
public struct NavigationSection: Sendable {
    public struct Item: Hashable, Sendable {
        public let label: String
        public let icon: String?
        public let link: PageLink
        /// Handle of the page, to mark the one that is open.
        public let page: String

        public init(label: String, icon: String?, link: PageLink, page: String) {
            self.label = label
            self.icon = icon
            self.link = link
            self.page = page
        }
    }

    public let title: String?
    public let items: [Item]

    public init(title: String?, items: [Item]) {
        self.title = title
        self.items = items
    }
}
