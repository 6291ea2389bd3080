import IntegrationKit

/// The tools of a server, checked, with the results of `tools/list` written out for every revision.
struct ToolCatalog: Sendable {
    private struct Entry {
        let headerParameters: HeaderParameters
    }

    private let entries: [String: Entry]
    /// The JSON of the result by revision and page.
    private let pages: [ProtocolVersion: [[UInt8]]]
    /// What was handed out as `nextCursor`, and the page that it stands for.
    private let pageOfCursor: [String: Int]

    init(_ tools: [ToolListing], pageSize: Int, resultMeta: JSON) throws(InvalidToolListing) {
        var entries: [String: Entry] = [:]
        for tool in tools {
            guard entries[tool.name] == nil else {
                throw InvalidToolListing(tool: tool.name, message: "its name is used twice")
            }
            entries[tool.name] = try Self.checked(tool)
        }
        self.entries = entries
        let pageSize = max(1, pageSize)
        let starts = tools.isEmpty ? [0] : Array(stride(from: 0, to: tools.count, by: pageSize))
        let cursors = starts.map { "after-\($0)" }
        pageOfCursor = Dictionary(uniqueKeysWithValues: cursors.enumerated().dropFirst().map { ($1, $0) })
        var pages: [ProtocolVersion: [[UInt8]]] = [:]
        for version in ProtocolVersion.allCases {
            pages[version] = starts.enumerated().map { page, start in
                var result = JSONObject()
                if version.isModern { result["resultType"] = "complete" }
                let end = min(start + pageSize, tools.count)
                result["tools"] = .array(tools[start..<end].map { $0.json(for: version) })
                if page + 1 < starts.count { result["nextCursor"] = .string(cursors[page + 1]) }
                if version.isModern {
                    result["ttlMs"] = 0
                    // The list is behind a credential, so no shared cache may keep it.
                    result["cacheScope"] = "private"
                    result["_meta"] = resultMeta
                }
                return JSON.object(result).bytes()
            }
        }
        self.pages = pages
    }

    /// The result of `tools/list`, written; nil for a cursor that was never handed out.
    func page(_ version: ProtocolVersion, cursor: String?) -> [UInt8]? {
        guard let cursor else { return pages[version]?.first }
        guard let page = pageOfCursor[cursor] else { return nil }
        return pages[version]?[page]
    }

    func contains(_ name: String) -> Bool { entries[name] != nil }

    /// What is wrong between the headers and the arguments of a call; nil when they agree or there is no such tool.
    func headerMismatch(_ name: String, _ head: MCPRequestHead, _ arguments: JSONObject) -> String? {
        entries[name]?.headerParameters.mismatch(head, arguments)
    }

    private static func checked(_ tool: ToolListing) throws(InvalidToolListing) -> Entry {
        let isNameByte = { (byte: UInt8) in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "_-.".utf8.contains(byte)
        }
        guard (1...64).contains(tool.name.utf8.count), tool.name.utf8.allSatisfy(isNameByte) else {
            throw InvalidToolListing(
                tool: tool.name, message: "its name must be 1 to 64 letters, digits, underscores, hyphens and dots")
        }
        guard !tool.description.isEmpty else {
            throw InvalidToolListing(tool: tool.name, message: "it needs a description")
        }
        guard tool.inputSchema["type"] == "object" else {
            throw InvalidToolListing(tool: tool.name, message: "its input schema must be of type object")
        }
        do {
            return Entry(headerParameters: try HeaderParameters(schema: tool.inputSchema))
        } catch {
            throw InvalidToolListing(tool: tool.name, message: error.message)
        }
    }
}
