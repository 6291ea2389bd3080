/// Errors of WhatsApp sends that are known before the message is accepted.
extension GraphError {
    private static func numbered(_ code: Int, _ title: String, status: Int = 400, details: String) -> GraphError {
        GraphError(status: status, message: "(#\(code)) \(title)", code: code, details: details)
    }

    static func requiredMissing(_ name: String) -> GraphError {
        numbered(131008, "Required parameter is missing", details: "Parameter \(name) is required.")
    }

    static func valueInvalid(_ details: String) -> GraphError {
        numbered(131009, "Parameter value is not valid", details: details)
    }

    static let recipientIsSender = numbered(
        131021, "Recipient cannot be sender",
        details: "The recipient's number and the business number are the same.")
    static let notRegistered = numbered(
        133010, "Phone number Not Registered", details: "The business number is not registered on Cloud API.")

    static func typeNotSupported(_ type: String) -> GraphError {
        numbered(
            131051, "Unsupported message type",
            details: "Messages of type \(type) cannot be sent by this account.")
    }

    /// A text that is longer than its limit, in Meta's path notation: `text['body']`.
    static func tooLong(_ path: String, limit: Int) -> GraphError {
        invalidParameter("Param \(path) must be at most \(limit) characters long.")
    }
}
