public import IntegrationKit

/// What `tools/list` says about one tool.
public struct ToolListing: Hashable, Sendable {
    /// Hints about what a call does. Clients treat them as claims, not as guarantees.
    public struct Annotations: Hashable, Sendable {
        /// A call changes nothing.
        public var isReadOnly: Bool
        /// A call may destroy something, not only add. Means nothing for a tool that only reads.
        public var isDestructive: Bool
        /// A second call with the same arguments changes nothing more.
        public var isIdempotent: Bool
        /// It deals with the world outside, for example with a provider.
        public var isOpenWorld: Bool

        /// The defaults are MCP's: the least harmless of each pair.
        public init(
            isReadOnly: Bool = false, isDestructive: Bool = true, isIdempotent: Bool = false, isOpenWorld: Bool = true
        ) {
            self.isReadOnly = isReadOnly
            self.isDestructive = isDestructive
            self.isIdempotent = isIdempotent
            self.isOpenWorld = isOpenWorld
        }
    }

    /// 1 to 64 of `A-Z a-z 0-9 _ - .`: what every revision and client accepts.
    public var name: String
    /// A name for people. Listed from 2025-06-18 on.
    public var title: String?
    /// For the model that chooses among tools.
    public var description: String
    /// A JSON Schema of the arguments; its root is of type `object`.
    public var inputSchema: JSON
    /// A JSON Schema of the structured content, if there is any.
    public var outputSchema: JSON?
    /// Listed from 2025-03-26 on.
    public var annotations: Annotations?

    /// Checked when a server is made of it, see ``MCPServer``.
    public init(
        name: String, title: String? = nil, description: String, inputSchema: JSON, outputSchema: JSON? = nil,
        annotations: Annotations? = nil
    ) {
        self.name = name
        self.title = title
        self.description = description
        self.inputSchema = inputSchema
        self.outputSchema = outputSchema
        self.annotations = annotations
    }

    /// As `version` lists it. Schemas are passed on word for word; what the revision does not know is left out.
    func json(for version: ProtocolVersion) -> JSON {
        var object: JSONObject = ["name": .string(name)]
        if version >= .june2025 { object["title"] = title.map(JSON.string) }
        object["description"] = .string(description)
        object["inputSchema"] = inputSchema
        if listsOutputSchema(in: version) { object["outputSchema"] = outputSchema }
        if version >= .march2025, let annotations {
            object["annotations"] = [
                "readOnlyHint": .bool(annotations.isReadOnly), "destructiveHint": .bool(annotations.isDestructive),
                "idempotentHint": .bool(annotations.isIdempotent), "openWorldHint": .bool(annotations.isOpenWorld),
            ]
        }
        return .object(object)
    }

    /// Structured output came with 2025-06-18, for objects only; 2026-07-28 allows any schema. A client of the older
    /// revisions fails calls of a tool that promises anything but an object.
    func listsOutputSchema(in version: ProtocolVersion) -> Bool {
        guard let outputSchema else { return false }
        return version.isModern || version >= .june2025 && outputSchema["type"] == "object"
    }
}

/// Why a set of tools cannot be served. Found at start, not by a client.
public struct InvalidToolListing: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name of the tool.
    public let tool: String
    /// What is wrong with it.
    public let message: String

    /// For example `tool send_sms: its name is used twice`.
    public var description: String { "tool \(tool): \(message)" }
}
