/// Errors of Messenger and Instagram sends, told apart by their subcodes.
extension GraphError {
    static func send(_ code: Int, _ subcode: Int?, _ message: String, status: Int = 400) -> GraphError {
        GraphError(status: status, message: "(#\(code)) \(message)", code: code, subcode: subcode)
    }

    static func noMatchingUser(_ product: Product) -> GraphError {
        product == .instagram
            ? send(100, 2_534_014, "The requested user cannot be found.")
            : send(100, 2_018_001, "No matching user found")
    }

    static func outsideWindow(_ product: Product) -> GraphError {
        send(
            10, product == .instagram ? 2_534_022 : 2_018_278,
            "This message is sent outside of allowed window. Learn more about the new policy here: "
                + "https://developers.facebook.com/docs/messenger-platform/policy-overview", status: 403)
    }

    static let messageEmpty = send(100, 2_018_034, "Message cannot be empty, must provide valid attachment or text")
    static let attachmentFetchFailed = send(
        100, 2_018_008, "Failed to fetch the file from the url")
    static let attachmentTypeMismatch = send(
        100, 2_018_047, "Upload attachment failure. The type of the file does not match.")
    static let attachmentNotOwned = send(100, 2_018_074, "The attachment id is invalid or of another Page.")
    static let attachmentTooLarge = send(100, 2_018_109, "Attachment size exceeds allowable limit")
    static let profileUnavailable = send(
        100, 2_018_218, "No profile available for this user.")
    static let consentMissing = GraphError(
        status: 403, message: "(#230) User consent is required to access user profile", code: 230)
    static let personUnavailable = send(551, 1_545_041, "This person isn't available right now.")
    static let threadOfAnotherApp = send(
        2_018_300, nil, "Message failed to send because another app is controlling this thread now.")

    static func deprecatedTag(_ tag: String) -> GraphError {
        invalidParameter("The message tag \(tag) is deprecated and can no longer be used.")
    }
}
