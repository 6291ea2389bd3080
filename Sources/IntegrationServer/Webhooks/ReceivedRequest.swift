internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit

/// A provider's request with its whole body, as verification and handlers look at it. Nothing of it is believed yet.
struct ReceivedRequest: Sendable {
    let method: String
    let path: String
    let query: RawQuery
    let headers: HTTPFields
    let body: ByteBuffer
    let kind: WebhookDescriptor.Body
    /// Fields of a form body, in order; empty for other bodies.
    let form: [(name: String, value: String)]
    /// The address as the provider knows it, query included.
    let url: String

    /// - Parameter publicURL: Where the world reaches this server, without a slash at the end.
    init(_ request: Request, body: ByteBuffer, kind: WebhookDescriptor.Body, publicURL: String) {
        self.init(
            method: request.method.rawValue, url: publicURL + (request.head.path ?? request.uri.path),
            path: request.uri.path, query: RawQuery(request.uri.query ?? ""), headers: request.headers, body: body,
            kind: kind)
    }

    init(
        method: String, url: String, path: String, query: RawQuery, headers: HTTPFields, body: ByteBuffer,
        kind: WebhookDescriptor.Body
    ) {
        self.method = method
        self.url = url
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.kind = kind
        form =
            switch kind {
            case .form: RawQuery(String(buffer: body)).pairs
            case .multipart: MultipartForm(body, contentType: headers[.contentType] ?? "")?.fields ?? []
            case .json, .raw: []
            }
    }

    /// What stands at a place of the request: nil when nothing does, or when something stands there twice, of which the
    /// signature would cover one and a handler read the other.
    func value(at place: RequestValue) -> String? {
        switch place {
        case .header(let name):
            HTTPField.Name(name).flatMap { name in
                Self.only(headers[values: name])
            }
        case .form(let name): Self.only(form.lazy.filter { $0.name == name }.map(\.value))
        case .query(let name): Self.only(query.values(of: name))
        case .json, .parsed: nil
        }
    }

    private static func only(_ values: some Collection<String>) -> String? { values.count == 1 ? values.first : nil }

    /// As handlers get it: without what carries secrets.
    func kept(secretHeader: String?) -> WebhookRequest {
        let secrets = Set(["authorization", "cookie", "proxy-authorization"] + [secretHeader?.lowercased()].compactMap(\.self))
        return WebhookRequest(
            method: method, path: path, query: query.pairs.map { .init($0.name, $0.value) },
            headers: headers.filter { !secrets.contains($0.name.canonicalName) }.map { .init($0.name.rawName, $0.value) },
            form: form.map { .init($0.name, $0.value) }, body: Array(body.readableBytesView))
    }
}
