internal import HTTPTypes
internal import IntegrationKit
internal import NIOCore

/// A request that the platform has received and hands on, as `request` of an envelope: text where there were bytes.
struct ForwardedRequest: Sendable {
    let method: String
    /// As the provider called it.
    let url: String
    let path: String
    /// Of the address, in its order with repetitions; where the platform gives none with it, of its own list.
    let query: RawQuery
    let headers: HTTPFields
    let body: ByteBuffer

    init(_ object: JSONObject) throws(MalformedCall) {
        method = try object.requiredText("method", in: "request").uppercased()
        guard case .string(let url)? = object["url"], !url.isEmpty else { throw MalformedCall("request.url is required") }
        self.url = url
        let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        switch object["path"] {
        case nil, .null?: path = Self.path(of: parts[0])
        case .string(let text)?: path = text
        default: throw MalformedCall("request.path must be a text")
        }
        let pairs = try Self.texts(object, "query")
        query = parts.count == 2 ? RawQuery(parts[1].prefix { $0 != "#" }) : RawQuery(pairs: pairs)
        var headers = HTTPFields()
        for (name, value) in try Self.texts(object, "headers") {
            guard let name = HTTPField.Name(name), HTTPField.isValidValue(value) else {
                throw MalformedCall("request.headers must hold names and values that HTTP can carry")
            }
            headers.append(HTTPField(name: name, value: value))
        }
        self.headers = headers
        switch object["body"] {
        case nil, .null?: body = ByteBuffer()
        case .string(let text)?: body = ByteBuffer(string: text)
        default: throw MalformedCall("request.body must be the text that was received")
        }
    }

    /// What stands behind scheme and host.
    private static func path(of address: Substring) -> String {
        guard let scheme = address.firstRange(of: "://") else { return String(address) }
        let rest = address[scheme.upperBound...]
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
    }

    private static func texts(_ object: JSONObject, _ key: String) throws(MalformedCall) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        for (name, value) in try object.object(key, in: "request") ?? [:] {
            switch value {
            case .string(let text): pairs.append((name, text))
            case .array(let texts):
                for text in texts {
                    guard let text = text.stringValue else { throw MalformedCall("request.\(key) must hold texts") }
                    pairs.append((name, text))
                }
            case .null: continue
            default: throw MalformedCall("request.\(key) must hold texts")
            }
        }
        return pairs
    }
}
