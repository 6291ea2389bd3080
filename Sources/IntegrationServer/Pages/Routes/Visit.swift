import HTTPTypes
import Hummingbird
import IntegrationKit

/// One request of a browser that is signed in to the workplace in its path.
struct Visit: Sendable {
    let request: Request
    let context: AppRequestContext
    let identity: WorkplaceIdentity
    /// Decoded segments of the path behind `/app/{workplace}`.
    let segments: [String]
    let query: RawQuery
    /// Where the workplace's records stand before a page is read: see ``ChangeFeed/mark(of:)``. Empty where something is
    /// done: what is drawn then is an answer, not to be replaced.
    let mark: String

    var installation: Installation { identity.installation }
    var workplace: Workplace { identity.installation.workplace }
    var base: String { "/app/" + PageAddress.encode(workplace.handle) }
    /// The part of a page that a script asks for.
    var fragment: String? { query["fragment"] }
    /// Whether a person is about to see the answer, not a script that looks for what has changed.
    var isForPerson: Bool { fragment == nil && request.headers[.fragmentWish] == nil }

    /// The page's own address, re-encoded, so that nothing of the request's spelling gets into a page.
    var address: PageAddress {
        PageAddress(path: base + segments.map { "/" + PageAddress.encode($0) }.joined(), query: query.pairs)
    }

    /// The page's address inside the workplace.
    var link: PageLink { PageLink(segments: segments, query: address.plain.query) }

    /// The parameters of the query that pages see.
    var pageQuery: [String: String] {
        Dictionary(address.plain.query.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// Decodes the segments of a path behind its prefix; nil when there is a malformed escape, an empty segment, or
    /// text that is not UTF-8.
    static func segments(of path: String, dropping count: Int) -> [String]? {
        var path = path[...]
        if path.hasSuffix("/") { path = path.dropLast() }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard parts.count >= count, parts.count <= 32 else { return nil }
        var segments: [String] = []
        for part in parts.dropFirst(count) {
            guard let segment = decode(part), !segment.isEmpty else { return nil }
            segments.append(segment)
        }
        return segments
    }

    private static func decode(_ text: Substring) -> String? {
        let (bytes, isWellFormed) = PercentEncoding.decode(text, plusIsSpace: false)
        return isWellFormed ? String(validating: bytes, as: UTF8.self) : nil
    }
}
