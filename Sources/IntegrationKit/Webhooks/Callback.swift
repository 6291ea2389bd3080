public import Logging

/// A webhook of mode CALLBACK. Every conformance is generated; the author writes the ``CallbackHandler``.
public protocol Callback: Sendable {
    associatedtype Owner: Integration
    /// A record of the manifest, a Swift type's event, or the ``WebhookRequest``.
    associatedtype Event: Sendable
    typealias Context = CallbackContext<Owner>

    static var descriptor: WebhookDescriptor { get }

    /// - Throws: ``InvalidValue`` when the request is not what the manifest says.
    static func event(in request: WebhookRequest) throws(InvalidValue) -> Event
}

/// The hand-written half of a callback: its answer is the answer.
public protocol CallbackHandler: Callback {
    /// Answers one request, within ``WebhookDescriptor/timeout``. When it throws or takes longer, the provider gets
    /// ``WebhookDescriptor/answerOnFailure``, and nothing that it wrote is kept.
    static func answer(_ event: Event, in context: Context) async throws -> WebhookResponse
}

/// Everything that the handling of a callback may use.
public struct CallbackContext<Owner: Integration>: Sendable {
    public let request: WebhookRequest
    public let provision: Owner.Environment.Provision
    /// nil for a webhook of level APP.
    public let environment: Owner.Environment?
    public let services: Owner.Services
    public let log: Logger
    /// nil for a webhook of level APP, which belongs to no installation.
    public let session: (any PlatformSession)?

    public init(
        request: WebhookRequest, provision: Owner.Environment.Provision, environment: Owner.Environment?,
        services: Owner.Services, log: Logger, session: (any PlatformSession)?
    ) {
        self.request = request
        self.provision = provision
        self.environment = environment
        self.services = services
        self.log = log
        self.session = session
    }

    public var installation: Installation? { session?.installation }
    public var models: Owner.Models? { session.map { Owner.Models(session: $0) } }
    public var channels: Owner.Channels? { session.map { Owner.Channels(session: $0) } }
}
