import IntegrationKit

/// An MCP server as a pure function of requests: no sockets, no clock, no state between requests.
///
/// It serves both eras of the protocol on one endpoint: 2026-07-28, whose requests carry everything in themselves, and
/// the revisions before it, without sessions. Which era a request is of is seen from its body and headers. Host,
/// Origin, authentication and the limit of the body's size are the HTTP server's and come first.
///
/// ```swift
/// switch server.action(verb: "POST", head: head, body: body) {
/// case .respond(let reply): write(reply)
/// case .callTool(let call): write(await run(call))    // ends in call.reply(…)
/// case .batch(let batch): write(batch.reply(…))       // of the replies to batch.actions, in their order
/// }
/// ```
public struct MCPServer: Sendable {
    let info: ServerInfo
    let instructions: String?
    let catalog: ToolCatalog
    let resultMeta: JSON
    private let discovery: [UInt8]

    /// - Parameters:
    ///   - info: Who the server is.
    ///   - instructions: What a model should know about the tools as a whole.
    ///   - tools: In the order of the list.
    ///   - pageSize: How many tools one answer of `tools/list` has at most.
    /// - Throws: ``InvalidToolListing`` for a tool that clients could not use.
    public init(
        info: ServerInfo, instructions: String? = nil, tools: [ToolListing], pageSize: Int = 200
    ) throws(InvalidToolListing) {
        self.info = info
        self.instructions = instructions
        resultMeta = info.resultMeta
        catalog = try ToolCatalog(tools, pageSize: pageSize, resultMeta: resultMeta)
        var discovery: JSONObject = [
            "resultType": "complete",
            "supportedVersions": .array(ProtocolVersion.modern.map { .string($0.rawValue) }),
            "capabilities": Self.capabilities,
        ]
        discovery["instructions"] = instructions.map(JSON.string)
        discovery["ttlMs"] = 0
        discovery["cacheScope"] = "private"
        discovery["_meta"] = resultMeta
        self.discovery = JSON.object(discovery).bytes()
    }

    /// Tools, whose list does not change while the server runs.
    static let capabilities: JSON = ["tools": [:]]

    /// What to do about an HTTP request to the endpoint.
    ///
    /// - Parameters:
    ///   - verb: The HTTP method, in capitals.
    ///   - head: The header lines.
    ///   - body: The body, whole, as it was received.
    public func action(verb: String, head: MCPRequestHead, body: [UInt8]) -> MCPAction {
        guard verb == "POST" else {
            return .respond(
                .refusal(
                    status: 405, message: "Only POST is served here; there are no sessions and no streams to open.",
                    headers: [(name: "Allow", value: "POST")]))
        }
        if let refusal = mediaRefusal(head) { return .respond(refusal) }
        let era = RequestEra(headers: head.values(of: MCPRequestHead.Name.version))
        do {
            let json = try RPCMessage.parse(body)
            if case .array(let messages) = json { return batchAction(messages, head, era) }
            return action(for: json, head, era)
        } catch {
            return .respond(.error(error.id, error.error, modern: true))
        }
    }

    /// What to do about one message.
    func action(for json: JSON, _ head: MCPRequestHead, _ era: RequestEra) -> MCPAction {
        do {
            switch try RPCMessage.read(json) {
            case .notification, .response:
                if case .unknown(let version) = era {
                    return .respond(.error(nil, .unsupportedVersion(version), modern: true))
                }
                return .respond(.accepted)
            case .request(let request): return route(request, head, era)
            }
        } catch {
            return .respond(.error(error.id, error.error, modern: true))
        }
    }

    private func route(_ request: RPCMessage.Request, _ head: MCPRequestHead, _ era: RequestEra) -> MCPAction {
        let isModern: Bool
        let result: Result<MCPAction, RPCError>
        if request.meta?[ModernEnvelope.versionKey] != nil {
            isModern = true
            result = Result { () throws(RPCError) in try modernAction(request, head) }
        } else {
            switch era {
            case .modern:
                isModern = true
                result = Result { () throws(RPCError) in try modernAction(request, head) }
            case .unknown(let version):
                isModern = true
                result = .failure(.unsupportedVersion(version))
            case .contradictory:
                isModern = false
                result = .failure(
                    RPCError(.invalidRequest, "\(MCPRequestHead.Name.version) is sent twice with different values"))
            case .legacy(let version):
                isModern = false
                result = Result { () throws(RPCError) in try legacyAction(request, version, head) }
            }
        }
        switch result {
        case .success(let action): return action
        case .failure(let error): return .respond(.error(request.id, error, modern: isModern))
        }
    }

    /// The result of `server/discover`.
    func discover(_ id: RequestID) -> MCPAction {
        .respond(.result(id, written: discovery))
    }

    /// The body must be JSON, and JSON must be welcome as the answer. That clients also have to accept event streams is
    /// not insisted on: none is sent.
    private func mediaRefusal(_ head: MCPRequestHead) -> MCPReply? {
        let types = head.values(of: MCPRequestHead.Name.contentType)
        guard types.count == 1, isMedia(types[0], ["application/json"]) else {
            return .refusal(status: 415, message: "Content-Type must be application/json")
        }
        let accepted = head.values(of: MCPRequestHead.Name.accept)
        let isWelcome = accepted.contains { value in
            value.utf8.split(separator: UInt8(ascii: ",")).contains { isMedia(Substring($0), Self.jsonRanges) }
        }
        guard accepted.isEmpty || isWelcome else {
            return .refusal(status: 406, message: "Accept must list application/json and text/event-stream")
        }
        return nil
    }

    private static let jsonRanges = ["application/json", "application/*", "*/*"]

    /// Whether a media type or range, its parameters aside, is one of these.
    private func isMedia(_ value: Substring, _ wanted: [String]) -> Bool {
        let type = String(trimmed(Substring(value.utf8.prefix { $0 != UInt8(ascii: ";") })))
        return wanted.contains { equalsIgnoringCase($0, type) }
    }
}

/// What an HTTP request to the endpoint asks for.
public enum MCPAction: Sendable {
    /// The answer is known already.
    case respond(MCPReply)
    /// A tool must be run; the call makes the answer.
    case callTool(ToolCall)
    /// Several things are asked at once.
    case batch(MCPBatch)
}

/// What the version header says about the era of a request.
enum RequestEra: Equatable {
    case modern
    case legacy(ProtocolVersion)
    /// No revision that we know.
    case unknown(String)
    /// The header was sent more than once, with different values that are not modern.
    case contradictory

    init(headers: [Substring]) {
        if headers.contains(where: { ProtocolVersion(rawValue: String($0))?.isModern == true }) {
            self = .modern
        } else if let first = headers.first {
            if headers.contains(where: { $0 != first }) {
                self = .contradictory
            } else if let version = ProtocolVersion(rawValue: String(first)) {
                self = .legacy(version)
            } else {
                self = .unknown(String(first.prefix(100)))
            }
        } else {
            self = .legacy(.assumedWithoutHeader)
        }
    }
}
