import IntegrationKit

/// One JSON-RPC message as it came in, its envelope checked.
enum RPCMessage {
    case request(Request)
    /// Nobody waits for an answer.
    case notification
    /// An answer to a request of ours; since we send none, to none.
    case response

    struct Request {
        let id: RequestID
        let method: String
        /// Empty when the message had none.
        let params: JSONObject
        /// Whether `params` was there but is no object, which no method of MCP allows.
        let hasMalformedParams: Bool

        /// `params._meta`, whatever it is.
        var meta: JSON? { params["_meta"] }
    }

    /// Why a message cannot be taken, and the id to answer to if it could be read.
    struct Refusal: Error {
        let id: RequestID?
        let error: RPCError
    }

    /// Reads a body as JSON.
    ///
    /// Nesting over 64 levels and keys that stand twice are refused like other broken JSON: two readers of such a
    /// body could see two different requests.
    static func parse(_ body: [UInt8]) throws(Refusal) -> JSON {
        do {
            return try JSON.parse(body)
        } catch {
            throw Refusal(id: nil, error: RPCError(.parseError, "Parse error: \(error)"))
        }
    }

    /// Reads one message.
    static func read(_ json: JSON) throws(Refusal) -> RPCMessage {
        guard case .object(let object) = json else { throw invalid("A message must be a JSON object.", nil) }
        return try read(object)
    }

    private static func read(_ object: JSONObject) throws(Refusal) -> RPCMessage {
        let id = object["id"].flatMap(RequestID.init)
        guard object["jsonrpc"] == "2.0" else { throw invalid("jsonrpc must be \"2.0\".", id) }
        guard let methodValue = object["method"] else {
            guard object["result"] != nil || object["error"] != nil else {
                throw invalid("method is missing.", id)
            }
            guard object["id"] == nil || object["id"] == JSON.null || id != nil else {
                throw invalid("id must be a string or an integer.", nil)
            }
            return .response
        }
        guard case .string(let method) = methodValue else { throw invalid("method must be a string.", id) }
        guard object["id"] != nil else { return .notification }
        guard let id else { throw invalid("id must be a string or an integer.", nil) }
        let params = object["params"]
        return .request(
            Request(
                id: id, method: method, params: params?.objectValue ?? [:],
                hasMalformedParams: params != nil && params?.objectValue == nil))
    }

    private static func invalid(_ message: String, _ id: RequestID?) -> Refusal {
        Refusal(id: id, error: RPCError(.invalidRequest, "Invalid request: " + message))
    }
}
