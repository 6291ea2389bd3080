/// A payload without a Swift type of its own: how its events are found in a request is data. Generated.
public protocol RequestPayload: WebhookPayload {
    static var batch: EventBatch { get }
    /// Reads one event, which is the request itself for webhooks without `payload`.
    static func event(in request: WebhookRequest, content: JSON) throws(InvalidValue) -> Event
}

/// How a request is split into events. Generated from `events`, `dedupe`, `order_by` and `route` of a webhook.
public struct EventBatch: Hashable, Sendable {
    /// Keys from the top of the body to the list of items; nil when the body is the event.
    public let list: [String]?
    /// Keys from an item to the event.
    public let item: [String]
    /// Keys from the event to what identifies it; nil: all of it does.
    public let identity: [String]?
    /// Keys from the event to what its order hangs on; nil: events have no order.
    public let order: [String]?
    /// Where the identifier of the event's channel is, for a webhook of level APP.
    public let channel: RequestValue?
    /// For lists and metrics.
    public let kind: String

    public init(
        list: [String]? = nil, item: [String] = [], identity: [String]? = nil, order: [String]? = nil,
        channel: RequestValue? = nil, kind: String
    ) {
        self.list = list
        self.item = item
        self.identity = identity
        self.order = order
        self.channel = channel
        self.kind = kind
    }
}

extension RequestPayload {
    /// - Parameter body: The ``WebhookRequest`` that the front door kept.
    public static func split(_ body: JSON) throws(InvalidValue) -> [SplitEvent] {
        let request = try WebhookRequest(json: body, at: "")
        return try batch.contents(of: request).map { content in
            SplitEvent(
                deduplicationKey: batch.identity.flatMap { content.text(at: $0) } ?? "",
                orderingKey: batch.order.flatMap { content.text(at: $0) } ?? "",
                channelIdentifier: batch.channelIdentifier(content, request), kind: batch.kind, occurredAt: nil,
                content: .object(["request": request.withoutBody.json, "event": content]))
        }
    }

    public static func event(from content: JSON) throws(InvalidValue) -> Event {
        guard case .object(let object) = content, let request = object["request"], let event = object["event"] else {
            throw InvalidValue(at: "", "is not a kept event")
        }
        return try self.event(in: WebhookRequest(json: request, at: "request"), content: event)
    }
}

extension EventBatch {
    /// The JSON of each event of a request.
    ///
    /// - Throws: ``InvalidValue`` when the body is no JSON, or holds no list where there must be one.
    public func contents(of request: WebhookRequest) throws(InvalidValue) -> [JSON] {
        let whole = try request.content()
        guard let list else { return [whole] }
        guard case .array(let items)? = whole.value(at: list) else {
            throw InvalidValue(at: list.joined(separator: "."), "must be a list of events")
        }
        return try items.map { item throws(InvalidValue) in
            guard let event = item.value(at: self.item) else {
                throw InvalidValue(at: self.item.joined(separator: "."), "is missing in an event")
            }
            return event
        }
    }

    func channelIdentifier(_ event: JSON, _ request: WebhookRequest) -> String? {
        switch channel {
        case nil: nil
        case .json(let keys)?: event.text(at: keys) ?? request.value(at: .json(keys))
        case let place?: request.value(at: place)
        }
    }
}

extension WebhookRequest {
    /// The form as an object of texts. Of a field that stands several times, the last one counts.
    var formObject: JSON {
        var object = JSONObject()
        for field in form { object[field.name] = .string(field.value) }
        return .object(object)
    }

    /// For keeping beside each event of a batch.
    var withoutBody: WebhookRequest {
        WebhookRequest(method: method, path: path, query: query, headers: headers, form: form, body: [])
    }
}

/// The payload of a webhook without `payload`: the handler gets the request.
public enum WholeRequest: WebhookPayload {
    /// Without a key of the provider's, two requests are the same when all of them is.
    public static func split(_ body: JSON) throws(InvalidValue) -> [SplitEvent] {
        _ = try WebhookRequest(json: body, at: "")
        return [
            SplitEvent(
                deduplicationKey: "", orderingKey: "", channelIdentifier: nil, kind: "request", occurredAt: nil,
                content: body)
        ]
    }

    public static func event(from content: JSON) throws(InvalidValue) -> WebhookRequest {
        try WebhookRequest(json: content, at: "")
    }
}
