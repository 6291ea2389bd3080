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

/// Errors of media, templates, numbers and limits.
extension GraphError {
    static func mediaRejected(_ details: String) -> GraphError {
        numbered(131053, "Media upload error", details: details)
    }

    static func templateMissing(name: String, language: String) -> GraphError {
        numbered(
            132001, "Template name does not exist in the translation", status: 404,
            details: "template name (\(name)) does not exist in \(language)")
    }

    static let templatePaused = numbered(
        132015, "Template is Paused", details: "The template is paused because of low quality.")
    static let templateDisabled = numbered(
        132016, "Template is Disabled", details: "The template has been paused too often and is disabled for good.")
    static let templateTextTooLong = numbered(
        132005, "Template Hydrated Text Too Long", details: "The text is too long once its variables are filled in.")

    static func parameterCount(path: String, expected: Int, got: Int) -> GraphError {
        numbered(
            132000, "Number of parameters does not match the expected number of params",
            details: "\(path): number of localizable_params (\(got)) does not match the expected number of params "
                + "(\(expected))")
    }

    static func parameterFormat(_ details: String) -> GraphError {
        numbered(132012, "Parameter format does not match format in the created template", details: details)
    }

    static let numberLocked = numbered(
        131031, "Business Account locked", status: 403, details: "The account or the number is restricted or banned.")
    static let pairRateLimit = numbered(
        131056, "(Business Account, Consumer Account) pair rate limit hit",
        details: "Too many messages were sent from this number to this recipient in a short time.")
    static let throughputLimit = numbered(
        130429, "Rate limit hit", details: "The number has reached the messages that it may send in a second.")
    static let pinMismatch = numbered(
        133005, "Two step verification PIN Mismatch", details: "The PIN is not the one of this number.")
    static let pinLocked = numbered(
        133008, "Too many two step verification PIN guesses", details: "Try again in 3600 seconds.")
    static let reverificationNeeded = numbered(
        133006, "Phone number re-verification needed", details: "Verify the number with a code first.")
    static let registrationLimit = numbered(
        133016, "Account register/deregister rate limit exceeded",
        details: "The number was registered or deregistered 10 times in 72 hours.")
    static let wrongPIN = numbered(
        131031, "Business Account locked", status: 403, details: "The PIN that was given does not match.")
    static let identityMismatch = numbered(
        137000, "Recipient identity key mismatch", details: "The recipient's identity key is another one now.")
    static let unknownGroup = numbered(
        131041, "Group unknown", details: "There is no such group, or the business is not in it.")

    /// Everything that went wrong with a template that was handed in, with a text for people.
    static func template(_ code: Int, _ title: String, _ message: String, subcode: Int? = nil) -> GraphError {
        var error = GraphError(
            status: 400, message: subcode == nil ? "(#\(code)) \(title)" : "Invalid parameter", code: code,
            subcode: subcode)
        error.isTransient = false
        error.userTitle = title
        error.userMessage = message
        return error
    }
}
