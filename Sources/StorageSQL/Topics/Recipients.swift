import IntegrationKit
import Storage

// How a message fares with each of several people.
extension UnitOfWork {
    /// Writes down with whom a message has moved on.
    ///
    /// - Returns: whether that is news.
    func note(_ move: MessageMove, on message: StoredMessage) throws -> Bool {
        guard let recipient = move.recipient else { return false }
        let stored = try db.first("SELECT recipients FROM ik_message WHERE sequence = ?", [message.sequence]) { try $0.json(0) }
        var recipients = StoredRecipients(stored ?? [])
        guard recipients.move(recipient, to: move.status, failure: move.failure) else { return false }
        try db.run(
            "UPDATE ik_message SET recipients = ? WHERE sequence = ?", [recipients.json.serialized(), message.sequence])
        return true
    }
}

/// The people who a message went to, in the order in which they were heard of.
struct StoredRecipients {
    private(set) var all: [Message.Recipient]

    init(_ json: JSON) {
        all = (json.arrayValue ?? []).compactMap { element in
            guard let address = element["address"]?.stringValue,
                let status = element["status"]?.stringValue.flatMap(Message.Status.init)
            else { return nil }
            return Message.Recipient(
                address: address, name: element["name"]?.stringValue, status: status,
                failure: element["failure"]?.stringValue)
        }
    }

    /// - Returns: false when they are further along already.
    mutating func move(_ recipient: MessageStatusUpdate.Recipient, to status: Message.Status, failure: String?) -> Bool {
        let known = all.firstIndex { $0.address == recipient.address }
        if let known, !UnitOfWork.advances(from: all[known].status, to: status) { return false }
        let moved = Message.Recipient(
            address: recipient.address, name: recipient.name ?? known.flatMap { all[$0].name }, status: status,
            failure: status == .failed ? failure : nil)
        if let known { all[known] = moved } else { all.append(moved) }
        return true
    }

    var json: JSON {
        .array(all.map { recipient in
            var object: JSONObject = ["address": recipient.address.json, "status": recipient.status.rawValue.json]
            object["name"] = recipient.name?.json
            object["failure"] = recipient.failure?.json
            return .object(object)
        })
    }
}
