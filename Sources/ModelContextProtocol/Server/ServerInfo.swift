import IntegrationKit

/// Who the server is: MCP's `Implementation`. For display only.
public struct ServerInfo: Hashable, Sendable {
    /// A short name for programs.
    public var name: String
    /// The server's own version, of whatever scheme.
    public var version: String
    /// A name for people. Told from 2025-06-18 on.
    public var title: String?
    /// What it is for, in a sentence. Told from 2025-11-25 on.
    public var description: String?
    /// Where to read about it. Told from 2025-11-25 on.
    public var websiteURL: String?

    /// Leave out what there is nothing to say about.
    public init(
        name: String, version: String, title: String? = nil, description: String? = nil, websiteURL: String? = nil
    ) {
        self.name = name
        self.version = version
        self.title = title
        self.description = description
        self.websiteURL = websiteURL
    }

    /// Without the members that came after `version`.
    func json(for version: ProtocolVersion) -> JSON {
        var object: JSONObject = ["name": .string(name), "version": .string(self.version)]
        if version >= .june2025 { object["title"] = title.map(JSON.string) }
        if version >= .november2025 {
            object["description"] = description.map(JSON.string)
            object["websiteUrl"] = websiteURL.map(JSON.string)
        }
        return .object(object)
    }

    /// The `_meta` of every result of the modern era.
    var resultMeta: JSON {
        ["io.modelcontextprotocol/serverInfo": json(for: .july2026)]
    }
}
