/// A tool of the manifest. Every conformance is generated; the author writes the ``ToolHandler``.
public protocol Tool: Sendable {
    associatedtype Owner: Integration
    associatedtype Input: JSONConvertible
    associatedtype Output: ToolOutput
    typealias Context = ToolContext<Owner>

    static var descriptor: ToolDescriptor { get }
}

/// The hand-written half of a tool.
///
/// The registry that is generated from the manifest names every tool, so that one without a handler does not compile.
public protocol ToolHandler: Tool {
    /// Does the work. It is cancelled when the caller goes away or the tool's timeout has passed.
    ///
    /// - Throws: ``ToolFailure`` for what the caller should know and can act on. Anything else becomes an internal error
    ///   whose text stays in the log.
    static func call(_ input: Input, in context: Context) async throws -> Output
}

/// What a tool returns: an object as itself, a list as `{"items": […]}`, a scalar as `{"value": …}`, nothing as nothing.
public protocol ToolOutput: Sendable {
    /// The structured content, always an object, or nil for a tool that returns nothing.
    var structured: JSONObject? { get }
    /// Reads what ``structured`` wrote.
    init(structured: JSONObject?) throws(InvalidValue)
}

/// The output of a tool that returns nothing.
public struct NoOutput: ToolOutput {
    public init() {}
    public init(structured: JSONObject?) throws(InvalidValue) {}
    public var structured: JSONObject? { nil }
}

extension Array: ToolOutput where Element: JSONConvertible {
    public init(structured: JSONObject?) throws(InvalidValue) {
        try self.init(json: structured?["items"] ?? .null, at: "items")
    }

    public var structured: JSONObject? { ["items": json] }
}

/// Gives ``ToolOutput`` to generated records, which are objects already.
public protocol ObjectOutput: ToolOutput, JSONConvertible {}

extension ObjectOutput {
    public init(structured: JSONObject?) throws(InvalidValue) {
        try self.init(json: structured.map(JSON.object) ?? .null, at: "")
    }

    public var structured: JSONObject? { json.objectValue }
}

/// The facts about a tool that its front doors need. Generated from `tools.<handle>`.
public struct ToolDescriptor: Sendable {
    /// MCP's tool annotations.
    public struct Annotations: Hashable, Sendable {
        public let isReadOnly: Bool
        public let isDestructive: Bool
        public let isIdempotent: Bool
        public let isOpenWorld: Bool

        public init(
            isReadOnly: Bool = false, isDestructive: Bool = true, isIdempotent: Bool = false, isOpenWorld: Bool = true
        ) {
            self.isReadOnly = isReadOnly
            self.isDestructive = isDestructive
            self.isIdempotent = isIdempotent
            self.isOpenWorld = isOpenWorld
        }
    }

    public let handle: String
    public let label: String
    public let description: String
    /// JSON Schema 2020-12, as text, of the arguments; the root is an object.
    public let inputSchema: String
    /// JSON Schema of the structured content, or nil for a tool that returns nothing.
    public let outputSchema: String?
    public let annotations: Annotations
    /// How long one call may take.
    public let timeout: Duration
    /// From where it may be called.
    public let triggers: Set<Trigger>

    public init(
        handle: String, label: String, description: String, inputSchema: String, outputSchema: String?,
        annotations: Annotations, timeout: Duration, triggers: Set<Trigger>
    ) {
        self.handle = handle
        self.label = label
        self.description = description
        self.inputSchema = inputSchema
        self.outputSchema = outputSchema
        self.annotations = annotations
        self.timeout = timeout
        self.triggers = triggers
    }
}

/// From where a tool is called.
public enum Trigger: String, Hashable, Sendable, CaseIterable {
    case agent = "AGENT", workflow = "WORKFLOW", form = "FORM", action = "ACTION", fieldChange = "FIELD_CHANGE"
    case pageContext = "PAGE_CONTEXT", schedule = "SCHEDULE", provision = "PROVISION", developer = "DEVELOPER"
    /// The platform sends a message through a channel whose `messaging.send` is this tool. Needs no word in the manifest.
    case channel = "CHANNEL"
}

/// A tool with its handler, its types erased, as the registry keeps it.
public struct ToolEntry<Owner: Integration>: Sendable {
    public let descriptor: ToolDescriptor
    /// Decodes the arguments and does nothing with them.
    public let validate: @Sendable (_ arguments: JSON) throws(InvalidValue) -> Void
    /// Decodes the arguments, calls the handler and encodes its output.
    ///
    /// Throws ``InvalidValue`` when the arguments do not fit, else what the handler throws.
    public let call: @Sendable (_ arguments: JSON, _ context: ToolContext<Owner>) async throws -> JSONObject?

    public init<T: ToolHandler>(_ tool: T.Type) where T.Owner == Owner {
        descriptor = T.descriptor
        validate = { arguments throws(InvalidValue) in _ = try T.Input(json: arguments, at: "") }
        call = { arguments, context in
            try await T.call(T.Input(json: arguments, at: ""), in: context).structured
        }
    }
}
