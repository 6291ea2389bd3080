public import Logging

/// A batch operation of the manifest. Every conformance is generated; the author writes the ``BatchOperationHandler``.
public protocol BatchOperation: Sendable {
    associatedtype Owner: Integration
    associatedtype Input: JSONConvertible
    /// What is carried from one page to the next.
    associatedtype State: JSONConvertible
    /// An instance of the operation's entity.
    associatedtype Item: JSONConvertible

    static var descriptor: BatchOperationDescriptor { get }
}

/// The hand-written half of a batch operation. The platform owns the loop: it asks for one page after the other and
/// writes what comes back.
public protocol BatchOperationHandler: BatchOperation {
    typealias Context = BatchContext<Owner>
    typealias Start = BatchStart<State>
    typealias Request = BatchRequest<Input, State>
    typealias Part = BatchPart<Item, State>

    /// Begins the work: finds out what there is, and makes the first state.
    ///
    /// - Throws: ``ToolFailure`` for what the person who started it should know.
    static func setup(_ input: Input, in context: Context) async throws -> Start

    /// Gives one page.
    ///
    /// - Throws: ``ToolFailure``; one that says when to try again is repeated.
    static func iterate(_ request: Request, in context: Context) async throws -> Part
}

extension BatchOperationHandler where State == EmptyObject {
    /// Work without a state needs nothing to begin with.
    public static func setup(_ input: Input, in context: Context) async throws -> Start {
        BatchStart(state: EmptyObject())
    }
}

/// An object without fields: the input or state of what has none.
public struct EmptyObject: JSONConvertible, Hashable {
    public init() {}

    /// Any object; its members are ignored.
    public init(json: JSON, at path: String) throws(InvalidValue) {
        _ = try JSONObject(json: json, at: path)
    }

    public var json: JSON { .object(JSONObject()) }
}

/// What a batch operation begins with.
public struct BatchStart<State: JSONConvertible>: Sendable {
    public var state: State
    /// How many things there are, if that is known.
    public var total: Int?
    /// Instances of the entities whose `wave` is SETUP, by the entity's handle.
    public var cascade: [String: [JSONObject]]

    public init(state: State, total: Int? = nil, cascade: [String: [JSONObject]] = [:]) {
        self.state = state
        self.total = total
        self.cascade = cascade
    }
}

/// Where a page begins.
public enum BatchPosition: Hashable, Sendable {
    case start
    /// What the page before gave as ``BatchPart/next``.
    case cursor(String)
    /// From 1.
    case page(Int)
}

/// The page that is asked for.
public struct BatchRequest<Input: JSONConvertible, State: JSONConvertible>: Sendable {
    public let input: Input
    public let state: State
    public let position: BatchPosition
    /// The most things to give.
    public let limit: Int
    /// Handles of the entities that are wanted along with the operation's own.
    public let cascade: Set<String>

    public init(input: Input, state: State, position: BatchPosition, limit: Int, cascade: Set<String> = []) {
        self.input = input
        self.state = state
        self.position = position
        self.limit = limit
        self.cascade = cascade
    }
}

/// A page as a handler gives it.
public struct BatchPart<Item: JSONConvertible, State: JSONConvertible>: Sendable {
    public var items: [Item]
    /// Where the next page begins; nil when this was the last.
    public var next: BatchPosition?
    public var state: State
    /// How many things there are, if that is known.
    public var total: Int?
    /// Instances of the entities whose `wave` is PAGE, by the entity's handle.
    public var cascade: [String: [JSONObject]]

    public init(
        items: [Item], next: BatchPosition?, state: State, total: Int? = nil, cascade: [String: [JSONObject]] = [:]
    ) {
        self.items = items
        self.next = next
        self.state = state
        self.total = total
        self.cascade = cascade
    }
}

/// Everything that a page of a batch operation may use.
public struct BatchContext<Owner: Integration>: SessionContext {
    public let installation: Installation
    public let environment: Owner.Environment
    public let services: Owner.Services
    public let log: Logger
    public let session: any PlatformSession

    public init(
        environment: Owner.Environment, services: Owner.Services, log: Logger, session: any PlatformSession
    ) {
        self.installation = session.installation
        self.environment = environment
        self.services = services
        self.log = log
        self.session = session
    }
}
