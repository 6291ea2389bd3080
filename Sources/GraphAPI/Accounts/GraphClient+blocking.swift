public import IntegrationKit

/// What became of a wish to block people, or to hear them again.
public struct WhatsAppBlockOutcome: Hashable, Sendable {
    public struct Refusal: Hashable, Sendable {
        /// As it was given.
        public let person: String
        /// In Meta's words.
        public let reason: String
    }

    /// As they were given.
    public let done: [String]
    public let refused: [Refusal]

    init(_ json: JSON?) {
        let people = json?["added_users"]?.arrayValue ?? json?["removed_users"]?.arrayValue ?? []
        done = people.compactMap { $0["input"]?.idText }
        refused = (json?["failed_users"]?.arrayValue ?? []).map { person in
            let error = (person["errors"]?.arrayValue ?? []).first.map { GraphError($0) }
            return Refusal(
                person: person["input"]?.idText ?? "", reason: error.map { $0.details ?? $0.message } ?? "Meta gave no reason.")
        }
    }
}

// Whom a number does not want to hear (Meta, "Block users").
extension GraphClient {
    /// Blocks people: nothing of theirs arrives any more. Only who wrote within the last 24 hours can be blocked, and at most
    /// 64,000 people are.
    ///
    /// - Returns: also when only some could be: each with the reason.
    public func block(
        _ people: [String], on phoneNumberID: String, with token: GraphToken
    ) async throws(GraphFailure) -> WhatsAppBlockOutcome {
        try await outcome(of: { () async throws(GraphFailure) in
            try await post(blockList(phoneNumberID), json: Self.list(people), with: token)
        })
    }

    public func unblock(
        _ people: [String], on phoneNumberID: String, with token: GraphToken
    ) async throws(GraphFailure) -> WhatsAppBlockOutcome {
        try await outcome(of: { () async throws(GraphFailure) in
            try await delete(blockList(phoneNumberID), json: Self.list(people), with: token)
        })
    }

    /// Those who are blocked, by their numbers, `+` and digits. The list may have 64,000 of them: it is read as far as it
    /// is wanted.
    public func blockedPeople(
        on phoneNumberID: String, atMost most: Int, with token: GraphToken
    ) async throws(GraphFailure) -> [String] {
        try await all(blockList(phoneNumberID), atMost: most, with: token) { person throws(InvalidValue) in
            guard
                let address = WhatsAppAddress.make(
                    groupID: nil, waID: person["wa_id"]?.idText, userID: person["user_id"]?.idText)
            else { throw InvalidValue(at: "wa_id", "is required") }
            return address
        }
    }

    private func blockList(_ phoneNumberID: String) -> String { "\(node(phoneNumberID))/block_users" }

    private static func list(_ people: [String]) -> JSON {
        ["messaging_product": "whatsapp", "block_users": .array(people.map { ["user": .string($0)] })]
    }

    /// That some could not be blocked comes as an error beside the answer.
    private func outcome(
        of call: () async throws(GraphFailure) -> JSON
    ) async throws(GraphFailure) -> WhatsAppBlockOutcome {
        do throws(GraphFailure) {
            return WhatsAppBlockOutcome(try await call()["block_users"])
        } catch .refused(let error) where error.code == 139_100 && error.answer?["block_users"] != nil {
            return WhatsAppBlockOutcome(error.answer?["block_users"])
        }
    }
}
