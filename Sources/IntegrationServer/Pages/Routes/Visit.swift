import Cryptography
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

/// The fields of a form that was sent.
struct SentForm: Sendable {
    private let fields: RawQuery

    /// - Throws: ``HTTPProblem`` when the body is not a form or is too large, or when its CSRF token is not this
    ///   browser's.
    static func read(_ visit: Visit, access: Access, limits: Limits) async throws -> SentForm {
        let form = try await read(visit.request, limits: limits)
        let token = form["_csrf"] ?? visit.request.headers[.csrfToken]
        guard access.isValid(csrfToken: token, for: visit.identity) else {
            throw HTTPProblem(
                .forbidden, title: "This form is out of date",
                "It belongs to an earlier sign-in, or came from elsewhere. Go back, load the page again and send it "
                    + "anew."
            )
        }
        return form
    }

    /// Without a look at any token.
    static func read(_ request: Request, limits: Limits) async throws -> SentForm {
        let type = request.headers[.contentType]?.split(separator: ";").first.map {
            String($0).trimmingWhitespace.lowercased()
        }
        guard type == "application/x-www-form-urlencoded" else {
            throw HTTPProblem(.unsupportedMediaType, "Forms are sent as application/x-www-form-urlencoded.")
        }
        let bytes = try await BodyReader.bytes(of: request, limit: limits.bodySize, timeout: limits.bodyTimeout)
        return SentForm(fields: RawQuery(String(decoding: bytes, as: UTF8.self)))
    }

    subscript(name: String) -> String? { fields[name] }

    func values(of name: String) -> [String] { fields.values(of: name) }

    /// What the runtime itself puts into its forms, beside the fields.
    private static let own: Set<String> = ["_csrf", "_key", "_form", "_record", "_field", "_action", "_confirmed", "_draw"]

    /// Names of fields that are not the runtime's own, each once, in order.
    var names: [String] {
        var seen: Set<String> = []
        return fields.pairs.map(\.name).filter { !Self.own.contains($0) && seen.insert($0).inserted }
    }

    /// - Throws: ``HTTPProblem`` 403 naming the field when one was sent that is not among these: nothing of what
    ///   somebody sends is dropped without a word.
    func requireOnly(_ known: [String]) throws(HTTPProblem) {
        guard let other = names.first(where: { !known.contains($0) }) else { return }
        throw HTTPProblem(
            .forbidden, title: "'\(other.prefix(100))' is not a field of this form",
            "Nothing was done. Load the page again and send its form as it is.")
    }

    // MARK: Once

    /// Names one drawing of a page. A form that comes back after a failure keeps it, so that sending it again cannot do
    /// a second time what may have been done. nil when the browser sent none that could be ours.
    var key: String? {
        guard let key = self["_key"], (8...64).contains(key.utf8.count),
            key.utf8.allSatisfy({
                UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0
            })
        else { return nil }
        return key
    }

    /// Of one drawing of the page, one thing on it and what was filled in: sent twice, it has one effect. Filled in
    /// differently it is something else.
    func idempotencyKey(for thing: String) -> String? {
        guard let key else { return nil }
        let filled = fields.pairs.filter { !Self.own.contains($0.name) }.map { pair -> JSON in
            [.string(pair.name), .string(pair.value.replacing("\r\n", with: "\n"))]
        }
        let digest = Hex.encode(Array(SHA256.hash(JSON.array(filled).bytes()).prefix(16)))
        return "page-\(key)-\(thing.prefix(80))-\(digest)"
    }
}
