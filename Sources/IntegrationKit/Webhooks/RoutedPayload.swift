/// A Swift payload whose deliveries do not say in their body which channel they belong to, but elsewhere in the request:
/// in a header, or in the query of the address that the provider was given.
///
/// The conformance is generated for a webhook with a Swift `payload` and `route: { channel: …, by: query.bot }`.
public protocol RoutedPayload: WebhookPayload where Event == Body.Event {
    /// The hand-written type that takes the body apart.
    associatedtype Body: WebhookPayload
    /// Where the channel's identifier is, for events whose payload gives none.
    static var channel: RequestValue { get }
}

extension RoutedPayload {
    /// - Throws: ``InvalidValue`` when it is no kept request, or its body is no delivery of this provider.
    public static func split(_ body: JSON) throws(InvalidValue) -> [SplitEvent] {
        let request = try WebhookRequest(json: body, at: "")
        let identifier = request.value(at: channel)
        return try Body.split(request.content()).map { event in
            SplitEvent(
                deduplicationKey: event.deduplicationKey, orderingKey: event.orderingKey,
                channelIdentifier: event.channelIdentifier ?? identifier, channel: event.channel, kind: event.kind,
                occurredAt: event.occurredAt, content: event.content)
        }
    }

    public static func event(from content: JSON) throws(InvalidValue) -> Event { try Body.event(from: content) }
}

extension RoutedPayload where Body: ProducesMessages {
    public static func messages(in event: Event) -> [ChannelEvent] { Body.messages(in: event) }
}
