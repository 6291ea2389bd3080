/// The facts about a batch operation. Generated from `batch_operations.<handle>`.
public struct BatchOperationDescriptor: Hashable, Sendable {
    /// How the next page is named.
    public enum Paging: String, Hashable, Sendable {
        case cursor = "CURSOR", page = "PAGE", none = "NONE"
    }

    /// An entity that comes along with the operation's own.
    public struct Cascade: Hashable, Sendable {
        /// When its instances are given.
        public enum Wave: String, Hashable, Sendable {
            case setup = "SETUP", page = "PAGE"
        }

        public let entity: String
        public let wave: Wave

        public init(entity: String, wave: Wave) {
            self.entity = entity
            self.wave = wave
        }
    }

    public let handle: String
    public let label: String
    public let description: String
    /// Lucide name.
    public let icon: String?
    public let entity: String
    public let pageSize: Int
    /// How many pages may be worked on at once.
    public let concurrent: Int
    public let paging: Paging
    public let cascade: [Cascade]
    /// How long a page may take.
    public let timeout: Duration

    public init(
        handle: String, label: String, description: String = "", icon: String? = nil, entity: String, pageSize: Int,
        concurrent: Int, paging: Paging, cascade: [Cascade] = [], timeout: Duration
    ) {
        self.handle = handle
        self.label = label
        self.description = description
        self.icon = icon
        self.entity = entity
        self.pageSize = pageSize
        self.concurrent = concurrent
        self.paging = paging
        self.cascade = cascade
        self.timeout = timeout
    }
}

/// A batch operation with its handler, its types erased, as the registry keeps it: objects in and out as the platform
/// has them.
public struct BatchOperationEntry<Owner: Integration>: Sendable {
    public let descriptor: BatchOperationDescriptor
    /// The input; gives `state`, `total` and `cascade`.
    public let setup: @Sendable (_ input: JSON, _ context: BatchContext<Owner>) async throws -> JSONObject
    /// `input`, `state`, `cursor` or `page`, `limit` and `cascadeEntities`; gives `items`, `itemsByEntity`, `pagination`
    /// and `state`.
    public let iterate: @Sendable (_ request: JSONObject, _ context: BatchContext<Owner>) async throws -> JSONObject

    public init<B: BatchOperationHandler>(_ operation: B.Type) where B.Owner == Owner {
        descriptor = B.descriptor
        setup = { input, context in
            let start = try await B.setup(B.Input(json: input, at: ""), in: context)
            var result: JSONObject = ["state": start.state.json]
            result["total"] = start.total?.json
            if !start.cascade.isEmpty { result["cascade"] = start.cascade.json }
            return result
        }
        iterate = { request, context in
            let page = try BatchRequest<B.Input, B.State>(request, pageSize: B.descriptor.pageSize)
            return try await B.iterate(page, in: context).result(limit: page.limit)
        }
    }
}

extension BatchRequest {
    fileprivate init(_ request: JSONObject, pageSize: Int) throws(InvalidValue) {
        let cursor = request["cursor"]?.stringValue
        let page = try request["page"].map { page throws(InvalidValue) in try Int(json: page, at: "page") }
        self.init(
            input: try Input(json: request["input"] ?? [:], at: "input"),
            state: try State(json: request["state"] ?? [:], at: "state"),
            position: cursor.map { .cursor($0) } ?? page.map { .page($0) } ?? .start,
            limit: try request["limit"].map { limit throws(InvalidValue) in try Int(json: limit, at: "limit") } ?? pageSize,
            cascade: Set(try [String](json: request["cascadeEntities"] ?? [], at: "cascadeEntities")))
    }
}

extension BatchPart {
    fileprivate func result(limit: Int) -> JSONObject {
        var pagination: JSONObject = ["hasMore": .bool(next != nil), "limit": limit.json]
        switch next {
        case .cursor(let cursor)?: pagination["nextCursor"] = .string(cursor)
        case .page(let page)?: pagination["page"] = page.json
        case .start?, nil: break
        }
        pagination["total"] = total?.json
        var result: JSONObject = ["items": items.json, "pagination": .object(pagination), "state": state.json]
        if !cascade.isEmpty { result["itemsByEntity"] = cascade.json }
        return result
    }
}
