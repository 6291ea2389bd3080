#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Storage

// The inbox as programs read it.

extension InboxItem {
    var json: JSONObject {
        [
            "id": .string(id), "subject": .string(subject.rawValue), "state": .string(state.rawValue),
            "webhook": .string(webhook), "installation": installation.map { .string($0.rawValue) } ?? .null,
            "kind": kind.map(JSON.string) ?? .null, "receivedAt": .string(Timestamp.text(receivedAt)),
            "settledAt": settledAt.map { .string(Timestamp.text($0)) } ?? .null,
            "dueAt": dueAt.map { .string(Timestamp.text($0)) } ?? .null, "attempts": .number(JSONNumber(attempts)),
            "failure": failure.map(JSON.string) ?? .null,
        ]
    }
}

extension InboxLook {
    var json: JSON {
        var object = detail.item.json
        object["delivery"] = detail.delivery.map(JSON.string) ?? .null
        object["content"] = content
        object["failures"] = .array(detail.failures.map { failure in
            [
                "attempt": .number(JSONNumber(failure.attempt)), "at": .string(Timestamp.text(failure.at)),
                "reason": .string(failure.reason),
            ]
        })
        return .object(object)
    }
}

extension AuditEntry {
    var json: JSON {
        [
            "at": .string(Timestamp.text(at)), "actor": .string(actor), "action": .string(action),
            "subject": .string(subject), "result": .string(result),
        ]
    }
}

/// An age as people write it: `90m`, `2h`, `7d`.
enum Age {
    static func parse(_ text: String) -> Duration? {
        guard let unit = text.last, let amount = Int(text.dropLast()), (0...100_000).contains(amount) else { return nil }
        switch unit {
        case "s": return .seconds(amount)
        case "m": return .seconds(amount * 60)
        case "h": return .seconds(amount * 3600)
        case "d": return .seconds(amount * 86_400)
        default: return nil
        }
    }

    static let form = "a number and s, m, h or d, such as 2h"
}
