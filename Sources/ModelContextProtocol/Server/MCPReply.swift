import IntegrationKit

/// What is answered to one HTTP request.
public struct MCPReply: Sendable {
    /// The HTTP status.
    public let status: Int
    /// Headers beside `Content-Type` and `Content-Length`, for example `Allow`.
    public let headers: [(name: String, value: String)]
    /// One line of JSON (`Content-Type: application/json`), or nothing.
    public let body: [UInt8]

    /// For a body, `application/json`; nil when there is none.
    public var contentType: String? { body.isEmpty ? nil : "application/json" }

    init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The answer to what needs none: `202` and no body.
    static let accepted = MCPReply(status: 202)

    /// A result whose JSON was written before.
    static func result(_ id: RequestID, written result: [UInt8]) -> MCPReply {
        var body: [UInt8] = []
        body.reserveCapacity(result.count + 64)
        body.append(contentsOf: #"{"jsonrpc":"2.0","id":"#.utf8)
        id.json.write(to: &body)
        body.append(contentsOf: #","result":"#.utf8)
        body.append(contentsOf: result)
        body.append(UInt8(ascii: "}"))
        return MCPReply(status: 200, body: body)
    }

    static func result(_ id: RequestID, _ result: JSONObject) -> MCPReply {
        .result(id, written: JSON.object(result).bytes())
    }

    /// An error as the answer to a request, or, with no id, to what could not be read as one.
    static func error(_ id: RequestID?, _ error: RPCError, modern: Bool) -> MCPReply {
        let object: JSON = ["jsonrpc": "2.0", "id": id?.json ?? .null, "error": error.json]
        return MCPReply(status: error.status(modern: modern), body: object.bytes())
    }

    /// An answer to a request that was refused before its body was read, for example by authentication: the body is a
    /// JSON-RPC error, for clients show its message to their users and nothing of any other body.
    public static func refusal(
        status: Int, message: String, headers: [(name: String, value: String)] = []
    ) -> MCPReply {
        let object: JSON = ["jsonrpc": "2.0", "id": nil, "error": RPCError(.invalidRequest, message).json]
        return MCPReply(status: status, headers: headers, body: object.bytes())
    }
}
