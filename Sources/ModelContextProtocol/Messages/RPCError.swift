public import IntegrationKit

/// A JSON-RPC error: the request was not carried out. What a tool could not do is no such error but a result, see
/// ``ToolCall/reply(failure:structuredContent:)``.
public struct RPCError: Error, Hashable, Sendable {
    /// The codes of JSON-RPC 2.0 and of MCP 2026-07-28.
    public enum Code: Int, Hashable, Sendable {
        case parseError = -32700
        case invalidRequest = -32600
        case methodNotFound = -32601
        case invalidParams = -32602
        case internalError = -32603
        /// A header that repeats the body is missing, sent twice, unreadable or different.
        case headerMismatch = -32020
        case missingClientCapability = -32021
        case unsupportedVersion = -32022
    }

    /// What kind of error it is, for programs.
    public let code: Code
    /// For people; no internals, no secrets.
    public let message: String
    /// Details that the specification defines for some codes.
    public let data: JSON?

    /// An error; its message goes to the client.
    public init(_ code: Code, _ message: String, data: JSON? = nil) {
        self.code = code
        self.message = message
        self.data = data
    }

    var json: JSON {
        var object: JSONObject = ["code": .number(JSONNumber(code.rawValue)), "message": .string(message)]
        object["data"] = data
        return .object(object)
    }

    /// The HTTP status it is answered with.
    ///
    /// Modern: 404 for an unknown method, 200 for a failure inside (as both official SDKs do), else 400. Legacy: 400
    /// for what is no request at all, else 200, for a 404 means there that a session has ended.
    func status(modern isModern: Bool) -> Int {
        switch code {
        case .parseError, .invalidRequest: 400
        case .internalError: 200
        case .methodNotFound: isModern ? 404 : 200
        case .headerMismatch, .missingClientCapability, .unsupportedVersion: 400
        case .invalidParams: isModern ? 400 : 200
        }
    }

    static func methodNotFound(_ method: String) -> RPCError {
        RPCError(.methodNotFound, "Method not found: \(method.prefix(100))")
    }

    static func unsupportedVersion(_ requested: String) -> RPCError {
        RPCError(
            .unsupportedVersion, "Unsupported protocol version",
            data: [
                "supported": .array(ProtocolVersion.modern.map { .string($0.rawValue) }),
                "requested": .string(requested),
            ])
    }
}
