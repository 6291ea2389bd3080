public import IntegrationKit

/// A call of a tool that was asked for properly. Whoever runs the tool ends it with one of the `reply` functions.
public struct ToolCall: Sendable {
    /// A tool of the server's list.
    public let name: String
    /// As they came; not yet checked against the tool's schema. A mismatch is a ``reply(failure:structuredContent:)``.
    public let arguments: JSONObject
    /// The revision that the client speaks; for clients that do not say, the one that the specification assumes.
    public let version: ProtocolVersion
    /// Which request the reply belongs to.
    public let requestID: RequestID
    /// The text or integer that progress must carry; nil when the client does not want to hear of any.
    public let progressToken: JSON?
    /// Calls with the same key have one effect: `params._meta.idempotencyKey`, else the header `Idempotency-Key`.
    public let idempotencyKey: String?

    let resultMeta: JSON

    /// The tool did what was asked.
    ///
    /// - Parameters:
    ///   - structuredContent: A value of the tool's output schema; nil if it has none. Revisions that cannot carry it
    ///     get it as text.
    ///   - content: What the model should read; if empty, the JSON text of `structuredContent`.
    public func reply(success structuredContent: JSON?, content: [ContentBlock] = []) -> MCPReply {
        reply(structuredContent, content, isError: false)
    }

    /// The tool could not do what was asked: its arguments do not fit, a rule forbids it, the provider refused.
    ///
    /// That is a result, not a protocol error, so that the model reads it and can act.
    ///
    /// - Parameters:
    ///   - text: What went wrong and what to do next; no internals, no secrets.
    ///   - structuredContent: The same for programs; need not fit the tool's output schema.
    public func reply(failure text: String, structuredContent: JSON? = nil) -> MCPReply {
        reply(structuredContent, [.text(text)], isError: true)
    }

    /// The call could not be carried out for a reason that is not the tool's: the server is shutting down, for example.
    public func reply(error: RPCError) -> MCPReply {
        .error(requestID, error, modern: version.isModern)
    }

    private func reply(_ structuredContent: JSON?, _ content: [ContentBlock], isError: Bool) -> MCPReply {
        var result = JSONObject()
        if version.isModern { result["resultType"] = "complete" }
        var blocks = content
        if blocks.isEmpty, let structuredContent { blocks = [.text(structuredContent.serialized())] }
        result["content"] = .array(blocks.map { $0.json(for: version) })
        if carries(structuredContent) { result["structuredContent"] = structuredContent }
        result["isError"] = .bool(isError)
        if version.isModern { result["_meta"] = resultMeta }
        return .result(requestID, result)
    }

    private func carries(_ structuredContent: JSON?) -> Bool {
        guard let structuredContent else { return false }
        return version.isModern || version >= .june2025 && structuredContent.objectValue != nil
    }
}
