import IntegrationKit

/// What every request of 2026-07-28 carries in `params._meta` (basic, "Per-request protocol fields"), and its headers,
/// which must say the same.
struct ModernEnvelope {
    static let versionKey = "io.modelcontextprotocol/protocolVersion"
    static let capabilitiesKey = "io.modelcontextprotocol/clientCapabilities"
    static let logLevelKey = "io.modelcontextprotocol/logLevel"

    let version: ProtocolVersion
    let meta: JSONObject

    /// Checks envelope, headers and version, in this order, so that a client that contradicts itself is told that.
    init(_ request: RPCMessage.Request, _ head: MCPRequestHead) throws(RPCError) {
        guard !request.hasMalformedParams else { throw RPCError(.invalidParams, "params must be an object") }
        guard case .object(let meta)? = request.meta else {
            throw RPCError(
                .invalidParams, "params._meta must be an object with \(Self.versionKey) and \(Self.capabilitiesKey)")
        }
        let missing = [Self.versionKey, Self.capabilitiesKey].filter { meta[$0] == nil }
        guard missing.isEmpty else {
            throw RPCError(.invalidParams, "params._meta is missing \(missing.joined(separator: " and "))")
        }
        guard case .string(let version)? = meta[Self.versionKey] else {
            throw RPCError(.invalidParams, "\(Self.versionKey) must be a string")
        }
        guard case .object? = meta[Self.capabilitiesKey] else {
            throw RPCError(.invalidParams, "\(Self.capabilitiesKey) must be an object")
        }
        try Self.check(head, MCPRequestHead.Name.version, is: version, what: "the version in params._meta")
        try Self.check(head, MCPRequestHead.Name.method, is: request.method, what: "method")
        try Self.checkName(request, head)
        guard let known = ProtocolVersion(rawValue: version), known.isModern else {
            throw RPCError.unsupportedVersion(version)
        }
        self.version = known
        self.meta = meta
    }

    /// The rest of `_meta`, which is only looked at when the method is known.
    func checkOptionalMembers() throws(RPCError) {
        if let level = meta[Self.logLevelKey] {
            guard let name = level.stringValue, Self.logLevels.contains(name) else {
                throw RPCError(
                    .invalidParams, "\(Self.logLevelKey) must be one of \(Self.logLevels.joined(separator: ", "))")
            }
        }
    }

    private static let logLevels = [
        "debug", "info", "notice", "warning", "error", "critical", "alert", "emergency",
    ]

    /// Which member of the parameters `Mcp-Name` repeats.
    private static let namedBy = ["tools/call": "name", "prompts/get": "name", "resources/read": "uri"]

    /// A request that lacks the name is left to the check of its parameters, which says so better.
    private static func checkName(_ request: RPCMessage.Request, _ head: MCPRequestHead) throws(RPCError) {
        guard let key = namedBy[request.method], case .string(let name)? = request.params[key] else { return }
        let header = MCPRequestHead.Name.name
        let values = head.values(of: header)
        guard values.count == 1 else {
            throw RPCError(.headerMismatch, "\(header) must be sent exactly once")
        }
        guard let decoded = HeaderText.decoded(values[0]) else {
            throw RPCError(.headerMismatch, "\(header) is no valid base64 of a text")
        }
        guard decoded.utf8.elementsEqual(name.utf8) else {
            throw RPCError(.headerMismatch, "\(header) does not match params.\(key)")
        }
    }

    private static func check(
        _ head: MCPRequestHead, _ header: String, is expected: String, what: String
    ) throws(RPCError) {
        let values = head.values(of: header)
        guard values.count == 1 else { throw RPCError(.headerMismatch, "\(header) must be sent exactly once") }
        guard values[0].utf8.elementsEqual(expected.utf8) else {
            throw RPCError(.headerMismatch, "\(header) does not match \(what)")
        }
    }
}
