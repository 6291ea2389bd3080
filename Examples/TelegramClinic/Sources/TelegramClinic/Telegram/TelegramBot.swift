import IntegrationKit
import OutboundHTTP

/// The Bot API as one bot, https://core.telegram.org/bots/api.
struct TelegramBot: Sendable {
    static let origin = "https://api.telegram.org"
    /// Characters of a message's text, at most.
    static let longestText = 4096

    let http: HTTPClient
    let origin: String
    let token: Secret<String>

    struct User: Sendable {
        let username: String
        let name: String
    }

    func me() async throws(ToolFailure) -> User {
        let user = try await call("getMe", [:])
        guard let username = user["username"]?.stringValue, let name = user["first_name"]?.stringValue else {
            throw Self.strange("getMe")
        }
        return User(username: username, name: name)
    }

    /// Has Telegram send the bot's updates to `address`, each with `secret` in a header.
    func setWebhook(_ address: String, secret: Secret<String>) async throws(ToolFailure) {
        _ = try await call(
            "setWebhook",
            ["url": .string(address), "secret_token": .string(secret.expose()), "allowed_updates": ["message"]])
    }

    /// - Returns: Telegram's id of the message, which holds within its chat.
    func send(_ text: String, to chat: String) async throws(ToolFailure) -> Int64 {
        let message = try await call("sendMessage", ["chat_id": .string(chat), "text": .string(text)], isSend: true)
        guard let id = message["message_id"]?.int64Value else { throw Self.strange("sendMessage") }
        return id
    }

    private func call(
        _ method: String, _ parameters: JSONObject, isSend: Bool = false
    ) async throws(ToolFailure) -> JSON {
        let response: HTTPResponse
        do throws(HTTPFailure) {
            response = try await http.execute(
                HTTPRequest(
                    .post, "\(origin)/bot\(token.expose())/\(method)",
                    headers: [HTTPHeader("Content-Type", "application/json")],
                    body: JSON.object(parameters).bytes(), deadline: .seconds(8)))
        } catch {
            throw ToolFailure(
                isSend && error.isOutcomeUnknown ? .unknownOutcome : .unavailable, "Telegram could not be reached.",
                advice: "Try again later.", retry: error.isSafeToRetry ? .after(.seconds(5)) : .never)
        }
        guard let answer = try? JSON.parse(response.body), let ok = answer["ok"]?.boolValue else {
            throw Self.strange(method)
        }
        if ok, let result = answer["result"] { return result }
        throw Self.failure(of: answer, status: response.status)
    }

    /// Telegram's own words, and what they mean for a caller.
    private static func failure(of answer: JSON, status: Int) -> ToolFailure {
        let words = "Telegram: " + (answer["description"]?.stringValue ?? "status \(status)")
        switch answer["error_code"]?.int64Value ?? Int64(status) {
        case 401, 404: return ToolFailure(.authExpired, words, advice: "Set TELEGRAM_BOT_TOKEN to the token that @BotFather gives.")
        case 403: return ToolFailure(.rejected, words, advice: "The person has stopped the bot; only they can start it again.")
        case 429:
            let seconds = answer["parameters"]?["retry_after"]?.int64Value ?? 30
            return ToolFailure(.rateLimited, words, advice: "Wait \(seconds) s.", retry: .after(.seconds(seconds)))
        case 500...: return ToolFailure(.unavailable, words, advice: "Try again later.", retry: .after(.seconds(30)))
        default: return ToolFailure(.invalidInput, words)
        }
    }

    private static func strange(_ method: String) -> ToolFailure {
        ToolFailure(.unavailable, "Telegram's answer to \(method) cannot be read.", advice: "Try again later.")
    }
}
