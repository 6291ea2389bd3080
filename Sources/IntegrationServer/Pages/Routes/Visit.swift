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

    var installation: Installation { identity.installation }
    var workplace: Workplace { identity.installation.workplace }
    var base: String { "/app/" + PageAddress.encode(workplace.handle) }
    /// The part of a page that a script asks for.
    var fragment: String? { query["fragment"] }

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
        var bytes: [UInt8] = []
        var input = ArraySlice(Array(text.utf8))
        while let byte = input.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard input.count >= 2, let value = UInt8(String(decoding: input.prefix(2), as: UTF8.self), radix: 16)
            else {
                return nil
            }
            bytes.append(value)
            input = input.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
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
                "It belongs to an earlier sign-in, or came from elsewhere. Go back, load the page again and send it anew."
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

    /// Names of fields that are not the runtime's own, each once, in order.
    var names: [String] {
        var seen: Set<String> = []
        return fields.pairs.map(\.name).filter { !$0.hasPrefix("_") && seen.insert($0).inserted }
    }

    /// Of one drawing of the page and one thing on it: sent twice, it has one effect. nil when the browser sent none
    /// that could be ours.
    func idempotencyKey(for thing: String) -> String? {
        guard let key = self["_key"], (8...64).contains(key.utf8.count),
            key.utf8.allSatisfy({
                UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0
            })
        else { return nil }
        return "page-\(key)-\(thing.prefix(120))"
    }
}
