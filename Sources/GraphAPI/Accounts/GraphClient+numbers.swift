public import IntegrationKit

/// How a confirmation code reaches a number.
public enum CodeMethod: String, Hashable, Sendable, CaseIterable {
    case sms = "SMS"
    case voice = "VOICE"
}

// The life of a phone number (Meta, "Business phone numbers").
extension GraphClient {
    /// Has Meta send a code to a number that is not confirmed yet.
    ///
    /// - Parameter language: Of the message, `en_GB`.
    public func requestCode(
        for phoneNumberID: String, by method: CodeMethod, language: String, with token: GraphToken
    ) async throws(GraphFailure) {
        let form: Parameters = [(name: "code_method", value: method.rawValue), (name: "language", value: language)]
        try confirm(await post("\(node(phoneNumberID))/request_code", form: form, with: token))
    }

    /// - Parameter code: As the number got it, digits.
    public func verify(code: String, for phoneNumberID: String, with token: GraphToken) async throws(GraphFailure) {
        try confirm(await post("\(node(phoneNumberID))/verify_code", form: [(name: "code", value: code)], with: token))
    }

    /// Registers a number for the Cloud API. Ten times in 72 hours at most, with ``deregister(_:with:)`` together.
    ///
    /// - Parameter pin: Six digits: the number's PIN, which this sets when it has none.
    public func register(
        _ phoneNumberID: String, pin: Secret<String>, with token: GraphToken
    ) async throws(GraphFailure) {
        let body: JSON = ["messaging_product": "whatsapp", "pin": .string(pin.expose())]
        try confirm(await post("\(node(phoneNumberID))/register", json: body, with: token))
    }

    /// Takes a number off the Cloud API.
    public func deregister(_ phoneNumberID: String, with token: GraphToken) async throws(GraphFailure) {
        try confirm(await post("\(node(phoneNumberID))/deregister", json: ["messaging_product": "whatsapp"], with: token))
    }
}
