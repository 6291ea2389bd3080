/// An agent that comes with an integration: what it is told, and what it can call.
public struct AgentDescriptor: Hashable, Sendable {
    public let handle: String
    public let label: String
    public let description: String
    /// What the agent is told first; no template.
    public let system: String
    /// Handles of the tools that it can call.
    public let tools: [String]
    /// The agent that hands work to it: a handle, or `platform/composer`.
    public let parent: String?
    /// The language model, as the platform calls it; nil leaves the choice to the platform.
    public let model: String?

    public init(
        handle: String, label: String, description: String = "", system: String, tools: [String] = [],
        parent: String? = nil, model: String? = nil
    ) {
        self.handle = handle
        self.label = label
        self.description = description
        self.system = system
        self.tools = tools
        self.parent = parent
        self.model = model
    }
}
