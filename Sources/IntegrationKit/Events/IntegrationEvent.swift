internal import Logging

/// Something that the integration tells the platform: the payload of an event of the manifest. Every conformance is
/// generated, as `Events.Calendar.Event.Created`.
public protocol IntegrationEvent: JSONConvertible {
    /// The event's name: `calendar.event.created`.
    static var eventName: String { get }
}

/// A thing of the provider's as the manifest describes it. Every conformance is generated, as `Entities.CalendarEvent`.
public protocol IntegrationEntity: JSONConvertible {
    /// The entity's handle: `calendar_event`.
    static var entityName: String { get }
}

/// An event on its way to the platform.
public struct EmittedEvent: Hashable, Sendable {
    public let name: String
    public let payload: JSON

    public init(name: String, payload: JSON) {
        self.name = name
        self.payload = payload
    }

    public init<Event: IntegrationEvent>(_ event: Event) {
        self.init(name: Event.eventName, payload: event.json)
    }
}

/// What the platform did with an event.
public enum EventReceipt: Hashable, Sendable {
    /// Somebody is told; the platform keeps the event under this id.
    case told(id: String)
    /// Nobody has subscribed to it, so it is not kept.
    case unheard
    /// It is told when the unit of work is committed. Whether anybody listens is known only then.
    case held

    /// Whether somebody is told, as far as it is known by now.
    public var isDelivered: Bool { if case .told = self { true } else { false } }
}

extension ToolContext {
    /// Tells the platform that something has happened.
    ///
    /// - Returns: Whether anybody listens. On the embedded platform nobody does: it has no workflows, so the event goes
    ///   to the log by its name, and is not kept. On the Skedyul platform it is ``EventReceipt/held`` until the handler is
    ///   done.
    @discardableResult
    public func emit(_ event: some IntegrationEvent) async throws(PlatformFailure) -> EventReceipt {
        try await session.emit(EmittedEvent(event), log: log)
    }
}

extension WebhookContext {
    /// Tells the platform that something has happened; see ``ToolContext/emit(_:)``.
    @discardableResult
    public func emit(_ event: some IntegrationEvent) async throws(PlatformFailure) -> EventReceipt {
        try await session.emit(EmittedEvent(event), log: log)
    }
}

extension HookContext {
    /// Tells the platform that something has happened; see ``ToolContext/emit(_:)``.
    @discardableResult
    public func emit(_ event: some IntegrationEvent) async throws(PlatformFailure) -> EventReceipt {
        try await session.emit(EmittedEvent(event), log: log)
    }
}

extension PlatformSession {
    /// Tells, and says in the log what became of it. The payload is not logged: it can hold personal data.
    fileprivate func emit(_ event: EmittedEvent, log: Logger) async throws(PlatformFailure) -> EventReceipt {
        let receipt = try await emit(event)
        log.debug(
            "an event was told", metadata: ["event": "\(event.name)", "receipt": "\(receipt)"])
        return receipt
    }
}
