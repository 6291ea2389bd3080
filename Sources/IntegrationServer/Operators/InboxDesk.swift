#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Storage

/// What operators do with the inbox: the same from the command line, the API and the pages.
struct InboxDesk: Sendable {
    let store: any Store
    /// Who does it, for the audit log.
    let actor: String
    let now: @Sendable () -> Date

    /// Replays or discards dead letters and writes it into the audit log.
    ///
    /// - Returns: how many.
    func settle(_ choice: DeadLetterChoice, by action: DeadLetterAction) async throws(StorageError) -> Int {
        var total = 0
        while true {
            let count = try await store.settle(choice, by: action, actor: actor, now: now())
            total += count
            guard count > 0, case .all = choice else { break }
        }
        if action == .replay, total > 0 { store.tell(.work) }
        return total
    }

    /// - Parameter isRevealed: Whether the content is given as it is, which the audit log then says.
    func look(_ id: String, isRevealed: Bool) async throws(StorageError) -> InboxLook? {
        guard let detail = try await store.inboxItem(id) else { return nil }
        if isRevealed {
            try await store.record(AuditEntry(
                at: now(), actor: actor, action: "reveal", subject: id, result: "content shown"))
        }
        return InboxLook(detail: detail, content: Self.content(detail, isRevealed: isRevealed))
    }

    private static func content(_ detail: InboxDetail, isRevealed: Bool) -> JSON {
        guard let json = try? JSON.parse(detail.content) else {
            return isRevealed
                ? .string(String(decoding: detail.content, as: UTF8.self)) : .string("\(detail.content.count) bytes")
        }
        return isRevealed ? json : ContentRedaction.redacted(json)
    }
}

/// One event or delivery as an operator sees it.
struct InboxLook: Sendable {
    let detail: InboxDetail
    /// Redacted unless it was to be revealed.
    let content: JSON
}

/// The shape of a content without what people wrote in it: what is needed to see why a handler failed, in most cases.
enum ContentRedaction {
    /// Texts become their length, long numbers as well; names of members, truth values and small numbers stay.
    static func redacted(_ json: JSON) -> JSON {
        switch json {
        case .object(let object):
            var result: JSONObject = [:]
            for (key, value) in object { result[key] = redacted(value) }
            return .object(result)
        case .array(let elements): return .array(elements.map(redacted))
        case .string(let text): return .string("‹\(text.count) characters›")
        case .number(let number): return number.description.utf8.count <= 4 ? json : .string("‹number›")
        case .bool, .null: return json
        }
    }
}
