internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import NIOCore

/// HTTP answers at the platform's doors.
enum DoorResponse {
    static func json(_ body: JSON, status: Int = 200, headers: HTTPFields = [:]) -> Response {
        var headers = headers
        headers[.contentType] = "application/json"
        return Response(
            status: .init(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body.bytes())))
    }

    /// An error outside JSON-RPC: `{"error":{"code":-32602,"message":…}}`.
    static func error(_ code: Int, _ message: String, status: Int) -> Response {
        json(["error": rpcError(code, message)], status: status)
    }

    /// A JSON-RPC error.
    static func rpc(_ code: Int, _ message: String, id: JSON = .null, status: Int = 200, headers: HTTPFields = [:]) -> Response {
        json(["jsonrpc": "2.0", "id": id, "error": rpcError(code, message)], status: status, headers: headers)
    }

    /// A JSON-RPC result.
    static func rpc(result: JSON, id: JSON) -> Response {
        json(["jsonrpc": "2.0", "id": id, "result": result])
    }

    private static func rpcError(_ code: Int, _ message: String) -> JSON {
        ["code": code.json, "message": .string(message)]
    }

    /// Codes of JSON-RPC 2.0.
    static let parseError = -32700
    static let invalidRequest = -32600
    static let methodNotFound = -32601
    static let invalidParams = -32602
    static let internalError = -32603
}
