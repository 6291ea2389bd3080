#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import IntegrationKit
import Storage

/// Whose an address is.
///
/// A conversation is with a person, who has one address at a time; where the provider also gives an id of the person, it
/// is kept beside the address. An address that was left stays on record with the moment: what was sent from it up to
/// then is that person's, what comes later is somebody else's. So neither the order in which events come nor coming
/// twice matters, and a number that passes to another person begins a conversation of its own.
///
/// Whoever decides whose an address is locks the address first; a conversation that it settles on is kept until the
/// transaction ends.
extension UnitOfWork {
    /// A conversation, and what its counterpart is known by now.
    struct Counterpart {
        let id: ConversationID
        var address: String
        /// From when on that is known to be their address, by what came from it; nil: we write there.
        var addressSince: Int64?
        /// The provider's id of the person.
        var person: String?
        /// From when on, by what came with it.
        var personSince: Int64?
        let lastInboundAt: Int64?

        /// Whether their move to the address was told and nothing has come from there since: a provider may give them
        /// another id with it, and tell of that later.
        func hasUnseenPerson(at moment: Int64) -> Bool {
            guard let addressSince, person != nil else { return false }
            return personSince ?? .min < addressSince && addressSince <= moment
        }
    }

    /// The conversation that a message belongs to, which is made when there is none.
    func counterpart(of message: NewMessage) throws -> Counterpart {
        // Hardly any address had another owner before: one look tells.
        let known = try db.first(
            """
            SELECT \(counterpartColumns), (
                SELECT count(*) FROM ik_former_address f
                WHERE f.installation_id = c.installation_id AND f.channel_id = c.channel_id AND f.address = c.address)
            FROM ik_conversation c
            WHERE c.installation_id = ? AND c.channel_id = ? AND c.address = ?\(db.dialect.keepingIt)
            """, [installation, message.channel.rawValue, message.address]
        ) { (counterpart: try $0.counterpart(), formerOwners: try $0.integer(6)) }
        let isSettled = message.personID.map { $0 == known?.counterpart.person || $0 == message.address } ?? true
        if var counterpart = known?.counterpart, known?.formerOwners == 0, isSettled {
            if let person = message.personID, counterpart.person == nil {
                try setPerson(person, of: &counterpart, since: message.sentAt.microseconds)
            }
            return counterpart
        }
        let channelExists = try db.exists(
            "SELECT 1 FROM ik_channel WHERE installation_id = ? AND id = ?", [installation, message.channel.rawValue])
        guard channelExists else { throw StorageError.notFound(table: "channel", id: message.channel.rawValue) }
        try lock([message.address, message.personID], on: message.channel)
        return try settle(message)
    }

    /// Addresses that the counterpart of a conversation had before.
    func formerAddresses(of conversation: ConversationID) throws -> [String] {
        try db.rows(
            "SELECT DISTINCT address FROM ik_former_address WHERE installation_id = ? AND conversation_id = ?",
            [installation, conversation.rawValue]
        ) { try $0.text(0) }
    }

    func counterpart(_ id: ConversationID) throws -> Counterpart? {
        try db.first(
            "SELECT \(counterpartColumns) FROM ik_conversation c WHERE c.installation_id = ? AND c.id = ?\(db.dialect.forUpdate)",
            [installation, id.rawValue]
        ) { try $0.counterpart() }
    }

    // MARK: Messages

    private func settle(_ message: NewMessage) throws -> Counterpart {
        let channel = message.channel
        let moment = message.sentAt.microseconds
        if let earlier = try formerOwner(of: message.address, at: moment, on: channel) { return earlier }
        let here = try owner(of: message.address, on: channel)
        guard let person = message.personID, person != message.address else {
            if let here { return here }
            // We write to an address that nobody has taken since, or the provider notes something about it: whoever left it
            // is meant. Who writes from it is somebody else.
            if !message.opensWindow, let moved = try lastOwner(of: message.address, on: channel) { return moved }
            return try begin(message)
        }
        if let earlier = try formerOwner(of: person, at: moment, on: channel) { return here ?? earlier }
        var known = try owner(of: person, on: channel)
        if var found = known, found.person == nil {
            try setPerson(person, of: &found, since: moment)
            known = found
        }
        switch (here, known) {
        case (nil, nil): return try begin(message)
        case (nil, let known?): return try seen(known, person, at: message.address, moment, on: channel)
        case (let here?, let known?) where here.id == known.id: return here
        case (var here?, nil) where here.person == nil:
            try setPerson(person, of: &here, since: moment)
            return here
        case (let here?, let known?) where here.person == nil:
            let isHereLater = here.addressSince ?? .min > known.addressSince ?? .min
            let one = try isHereLater ? merge(here, known) : merge(known, here)
            return try seen(one, person, at: message.address, moment, on: channel)
        case (let here?, let known) where here.hasUnseenPerson(at: moment):
            var one = try known.map { try merge(here, $0) } ?? here
            try setPerson(person, of: &one, since: moment)
            if let old = here.person { try note(old, leftBy: one, at: here.addressSince ?? moment, on: channel) }
            return one
        case (var here?, let known):
            // The address is another person's. Whoever was seen there last has it now.
            guard moment >= here.lastInboundAt ?? .min else { return try known ?? begin(message, at: person) }
            try evict(&here, at: moment, on: channel)
            return try known.map { try seen($0, person, at: message.address, moment, on: channel) } ?? begin(message)
        }
    }

    /// The person wrote from the address.
    private func seen(
        _ counterpart: Counterpart, _ person: String, at address: String, _ moment: Int64, on channel: ChannelID
    ) throws -> Counterpart {
        var counterpart = try arrived(counterpart, at: address, moment, on: channel)
        if moment > counterpart.personSince ?? .min { try setPerson(person, of: &counterpart, since: moment) }
        return counterpart
    }

    private func begin(_ message: NewMessage, at address: String? = nil) throws -> Counterpart {
        let since = message.direction == .inbound ? message.sentAt.microseconds : nil
        let counterpart = Counterpart(
            id: ConversationID(startedBy: message.id), address: address ?? message.address, addressSince: since,
            person: message.personID, personSince: message.personID == nil ? nil : since, lastInboundAt: nil)
        try db.run(
            """
            INSERT INTO ik_conversation (installation_id, id, channel_id, address, address_since, person, person_since,
                last_message_at, unread, preview)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, '')
            """,
            [
                installation, counterpart.id.rawValue, message.channel.rawValue, counterpart.address, since,
                counterpart.person, counterpart.personSince, Int64.min,
            ])
        return counterpart
    }

    // MARK: Moves

    /// The person was at the address at that moment: they are there now, unless it is known that they have moved since.
    func arrived(
        _ counterpart: Counterpart, at address: String, _ moment: Int64, on channel: ChannelID
    ) throws -> Counterpart {
        var counterpart = counterpart
        if counterpart.address == address { return counterpart }
        if let since = counterpart.addressSince, moment < since {
            try note(address, leftBy: counterpart, at: since, on: channel)
        } else {
            try take(address, for: &counterpart, at: moment, on: channel)
        }
        return counterpart
    }

    /// The address has passed to somebody else, who has it from that moment on: its owner is known by their id alone.
    func evict(_ counterpart: inout Counterpart, at moment: Int64, on channel: ChannelID) throws {
        guard let person = counterpart.person, person != counterpart.address else { return }
        try take(person, for: &counterpart, at: moment - 1, on: channel)
    }

    private func take(
        _ address: String, for counterpart: inout Counterpart, at moment: Int64, on channel: ChannelID
    ) throws {
        try note(counterpart.address, leftBy: counterpart, at: moment, on: channel)
        try db.run(
            "UPDATE ik_conversation SET address = ?, address_since = ? WHERE installation_id = ? AND id = ?",
            [address, moment, installation, counterpart.id.rawValue])
        counterpart.address = address
        counterpart.addressSince = moment
        try redirect(counterpart.id, to: address)
    }

    /// The person has the address no more from that moment on. An id of theirs is not left when an address is added to it.
    func note(_ address: String, leftBy counterpart: Counterpart, at moment: Int64, on channel: ChannelID) throws {
        if address == counterpart.person { return }
        try db.run(
            """
            INSERT INTO ik_former_address (installation_id, channel_id, address, left_at, conversation_id)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT (installation_id, channel_id, address, left_at) DO NOTHING
            """, [installation, channel.rawValue, address, moment, counterpart.id.rawValue])
    }

    func setPerson(_ person: String, of counterpart: inout Counterpart, since moment: Int64) throws {
        try db.run(
            "UPDATE ik_conversation SET person = ?, person_since = ? WHERE installation_id = ? AND id = ?",
            [person, moment, installation, counterpart.id.rawValue])
        counterpart.person = person
        counterpart.personSince = moment
    }

    // MARK: Lookups

    func lock(_ addresses: [String?], on channel: ChannelID) throws {
        for address in Set(addresses.compactMap { $0 }).sorted() {
            try db.lock("address\n\(installation)\n\(channel.rawValue)\n\(address)", isShared: false)
        }
    }

    /// Whose the address, or id, is now.
    func owner(of address: String, on channel: ChannelID) throws -> Counterpart? {
        try db.first(
            """
            SELECT \(counterpartColumns) FROM ik_conversation c
            WHERE c.installation_id = ? AND c.channel_id = ? AND (c.address = ? OR c.person = ?)\(db.dialect.forUpdate)
            """, [installation, channel.rawValue, address, address]
        ) { try $0.counterpart() }
    }

    /// Whose the address, or id, was at a moment; nil when it was nobody's who has left it since.
    func formerOwner(of address: String, at moment: Int64, on channel: ChannelID) throws -> Counterpart? {
        try former(address, "left_at >= ? ORDER BY left_at", moment, on: channel)
    }

    func lastOwner(of address: String, on channel: ChannelID) throws -> Counterpart? {
        try former(address, "left_at < ? ORDER BY left_at DESC", .max, on: channel)
    }

    private func former(
        _ address: String, _ condition: String, _ moment: Int64, on channel: ChannelID
    ) throws -> Counterpart? {
        // It may become part of another conversation between the two looks.
        for _ in 0..<3 {
            let id: ConversationID? = try db.first(
                """
                SELECT conversation_id FROM ik_former_address
                WHERE installation_id = ? AND channel_id = ? AND address = ? AND \(condition) LIMIT 1
                """, [installation, channel.rawValue, address, moment]
            ) { try $0.id(0) }
            guard let id else { return nil }
            if let counterpart = try counterpart(id) { return counterpart }
        }
        throw StorageError.unavailable("the conversation of an address changes all the time")
    }
}

private let counterpartColumns = "c.id, c.address, c.address_since, c.person, c.person_since, c.last_inbound_at"

extension SQLRow {
    fileprivate func counterpart() throws -> UnitOfWork.Counterpart {
        UnitOfWork.Counterpart(
            id: try id(0), address: try text(1), addressSince: try optional(2, integer), person: try optional(3, text),
            personSince: try optional(4, integer), lastInboundAt: try optional(5, integer))
    }
}

extension ConversationID {
    /// The id of the conversation that a message begins: as unique, as sortable and as hard to guess as the message's.
    fileprivate init(startedBy message: MessageID) {
        let text = message.rawValue
        let rest = text.firstIndex(of: "_").map { text[text.index(after: $0)...] } ?? text[...]
        self.init("cnv_" + rest)
    }
}
