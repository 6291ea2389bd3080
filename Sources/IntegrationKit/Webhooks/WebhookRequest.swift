/// A provider's request as a handler sees it, when its payload is no Swift type of its own.
public struct WebhookRequest: Hashable, Sendable {
    public let method: String
    /// Without the query.
    public let path: String
    public let query: [Field]
    /// Without those that carry secrets. Names as they were sent.
    public let headers: [Field]
    /// Fields of a form body, in order; empty for other bodies.
    public let form: [Field]
    public let body: [UInt8]

    public struct Field: Hashable, Sendable {
        public let name: String
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public init(
        method: String, path: String, query: [Field] = [], headers: [Field] = [], form: [Field] = [], body: [UInt8]
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.form = form
        self.body = body
    }

    /// The first header of this name, in any case.
    public func header(_ name: String) -> String? {
        let name = name.lowercased()
        return headers.first { $0.name.lowercased() == name }?.value
    }

    public func formField(_ name: String) -> String? { form.first { $0.name == name }?.value }
    public func queryParameter(_ name: String) -> String? { query.first { $0.name == name }?.value }

    /// The body as JSON. Of a key that stands twice, the last one counts, as most readers take it.
    ///
    /// - Throws: ``InvalidValue`` when it is none.
    public func bodyJSON() throws(InvalidValue) -> JSON {
        do {
            return try JSON.parse(body, duplicateKeys: .keepLast)
        } catch {
            throw InvalidValue(at: "", "is not JSON: \(error)")
        }
    }

    /// What stands at a place of the request; nil when nothing does, or the body is no JSON.
    public func value(at place: RequestValue) -> String? {
        switch place {
        case .header(let name): header(name)
        case .form(let name): formField(name)
        case .query(let name): queryParameter(name)
        case .json(let keys): (try? bodyJSON()).flatMap { $0.text(at: keys) }
        case .parsed: nil
        }
    }
}

extension JSON {
    /// The value at the end of a path of keys.
    func value(at keys: [String]) -> JSON? {
        var current = self
        for key in keys {
            guard case .object(let object) = current, let next = object[key] else { return nil }
            current = next
        }
        return current
    }

    /// A text, number or boolean at the end of a path of keys, as text.
    func text(at keys: [String]) -> String? {
        switch value(at: keys) {
        case .string(let text): text
        case .number, .bool: value(at: keys)?.serialized()
        default: nil
        }
    }
}

extension WebhookRequest: JSONConvertible {
    public init(json: JSON, at path: String) throws(InvalidValue) {
        var reader = ObjectReader(json, at: path, unknownKeys: .ignore)
        let method = reader.required("method", as: String.self)
        let address = reader.required("path", as: String.self)
        let query = reader.defaulted("query", as: [Field].self, default: [])
        let headers = reader.defaulted("headers", as: [Field].self, default: [])
        let form = reader.defaulted("form", as: [Field].self, default: [])
        let text = reader.required("body", as: String.self)
        let body = text.flatMap(Base64.decoded)
        if text != nil, body == nil { reader.problem("body", "must be Base64") }
        guard let method, let address, let body, reader.isComplete() else { throw reader.failure() }
        self.init(
            method: method, path: address, query: query, headers: headers, form: form, body: body)
    }

    public var json: JSON {
        var object = JSONObject()
        object["method"] = method.json
        object["path"] = path.json
        object["query"] = query.json
        object["headers"] = headers.json
        object["form"] = form.json
        object["body"] = .string(Base64.encoded(body))
        return .object(object)
    }
}

extension WebhookRequest.Field: JSONConvertible {
    public init(json: JSON, at path: String) throws(InvalidValue) {
        guard case .array(let parts) = json, parts.count == 2, case .string(let name) = parts[0],
            case .string(let value) = parts[1]
        else { throw InvalidValue(at: path, "is not a name with a value") }
        self.init(name, value)
    }

    public var json: JSON { .array([.string(name), .string(value)]) }
}

/// What the handler of a callback answers.
public struct WebhookResponse: Hashable, Sendable {
    /// nil: as the manifest says, else 200.
    public var status: Int?
    public var headers: [WebhookRequest.Field]
    public var body: [UInt8]

    public init(status: Int? = nil, headers: [WebhookRequest.Field] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A text; its content type is the manifest's unless it is said.
    public init(_ text: String, contentType: String? = nil, status: Int? = nil) {
        self.init(
            status: status, headers: contentType.map { [.init("Content-Type", $0)] } ?? [], body: Array(text.utf8))
    }
}

extension WebhookRequest {
    /// What the body says: JSON, or the form as an object of texts.
    ///
    /// - Throws: ``InvalidValue`` when it is neither.
    public func content() throws(InvalidValue) -> JSON {
        form.isEmpty ? try bodyJSON() : formObject
    }
}
