/// A webhook with its handler, its types erased, as the registry keeps it.
public struct WebhookEntry<Owner: Integration>: Sendable {
    /// What becomes of a request that was taken.
    public enum Work: Sendable {
        /// It is kept durably, split, and each event handled.
        case events(
            split: @Sendable (_ body: JSON) throws(InvalidValue) -> [SplitEvent],
            handle: @Sendable (_ content: JSON, _ context: WebhookContext<Owner>) async throws -> Void)
        /// Its handler answers at once.
        case callback(@Sendable (_ context: CallbackContext<Owner>) async throws -> WebhookResponse)
        /// It is noted durably, and fulfilled in each installation that it is about.
        case compliance(
            ComplianceDuty,
            subject: @Sendable (_ request: WebhookRequest) throws -> ComplianceSubject,
            fulfil: @Sendable (_ context: HookContext<Owner>) async throws -> Void)
    }

    public let descriptor: WebhookDescriptor
    public let work: Work
    /// The provider's public keys, for signatures that need them.
    public private(set) var keys: (@Sendable (WebhookKeyContext<Owner>) async throws -> [WebhookKey])?
    /// The moments that the handler is told of.
    public private(set) var moments: Set<WebhookMoment> = []
    public private(set) var tell: (@Sendable (WebhookMoment, WebhookLifecycleContext<Owner>) async throws -> Void)?

    public init<W: WebhookHandler>(_ webhook: W.Type) where W.Owner == Owner {
        descriptor = W.descriptor
        work = .events(
            split: { body throws(InvalidValue) in try W.Payload.split(body) },
            handle: { content, context in try await W.handle(W.Payload.event(from: content), in: context) })
    }

    public init<C: CallbackHandler>(callback: C.Type) where C.Owner == Owner {
        descriptor = C.descriptor
        work = .callback { context in try await C.answer(C.event(in: context.request), in: context) }
    }

    public init<C: ComplianceHandler>(_ duty: ComplianceDuty, of callback: C.Type) where C.Owner == Owner {
        descriptor = C.descriptor
        work = .compliance(
            duty, subject: { try C.subject(of: C.event(in: $0)) }, fulfil: { try await C.fulfil(in: $0) })
    }

    /// The same webhook, its signatures verified with the keys that `source` gives.
    public func verified<S: WebhookKeySource>(by source: S.Type) -> Self where S.Owner == Owner {
        var entry = self
        entry.keys = { try await S.keys(in: $0) }
        return entry
    }

    /// The same webhook, its handler told of these moments.
    public func told<H: WebhookLifecycleHandler>(_ handler: H.Type, of moments: Set<WebhookMoment>) -> Self
    where H.Owner == Owner {
        var entry = self
        entry.moments = moments
        entry.tell = { try await H.reached($0, in: $1) }
        return entry
    }
}
