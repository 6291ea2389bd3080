#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import IntegrationKit
import Storage

// Somebody is known by another address or id from a moment on.
extension UnitOfWork {
    /// Locks the addresses that change before anything else: a note that stands before its change has the conversation,
    /// and whoever has an address waits for that.
    func lockAddresses(of changes: [StoreChange]) throws {
        for case .changeAddress(let change, let channel) in changes {
            try lock([change.from, change.address, change.personID], on: channel)
        }
    }

    func change(_ change: AddressChange, on channel: ChannelID) throws -> ChangeOutcome {
        let moment = change.occurredAt.microseconds
        guard
            let found = try formerOwner(of: change.from, at: moment, on: channel) ?? owner(of: change.from, on: channel)
                ?? lastOwner(of: change.from, on: channel)
        else { return .nothingToDo }
        var touched = [found.id]
        var counterpart = found
        if let address = change.address {
            counterpart = try move(counterpart, change, to: address, at: moment, on: channel, &touched)
        }
        if let person = change.personID {
            counterpart = try identify(counterpart, as: person, at: moment, on: channel, &touched)
        }
        let isChanged = counterpart.address != found.address || counterpart.person != found.person || touched.count > 1
        return isChanged ? .conversationsChanged(touched) : .nothingToDo
    }

    private func move(
        _ counterpart: Counterpart, _ change: AddressChange, to address: String, at moment: Int64, on channel: ChannelID,
        _ touched: inout [ConversationID]
    ) throws -> Counterpart {
        guard counterpart.address != address else { return counterpart }
        try note(change.from, leftBy: counterpart, at: moment, on: channel)
        // They have moved on from there, as was told before this.
        if let further = try formerOwner(of: address, at: moment, on: channel) {
            if further.id == counterpart.id { return counterpart }
            touched.append(further.id)
            return try merge(further, counterpart)
        }
        guard var there = try owner(of: address, on: channel), there.id != counterpart.id else {
            return try arrived(counterpart, at: address, moment, on: channel)
        }
        touched.append(there.id)
        // Who had the address before is somebody else when their id is neither the old nor the new one of this person.
        let isStranger = change.personID.map { ![nil, $0, counterpart.person].contains(there.person) } ?? false
        guard isStranger else {
            var one = try arrived(merge(counterpart, there), at: address, moment, on: channel)
            // The id that they have with the new address is the one that holds.
            if let old = counterpart.person, let new = there.person, old != new {
                try setPerson(new, of: &one, since: max(there.personSince ?? moment, moment))
                try note(old, leftBy: one, at: moment, on: channel)
            }
            return one
        }
        try evict(&there, at: moment, on: channel)
        return try arrived(counterpart, at: address, moment, on: channel)
    }

    private func identify(
        _ counterpart: Counterpart, as person: String, at moment: Int64, on channel: ChannelID,
        _ touched: inout [ConversationID]
    ) throws -> Counterpart {
        guard counterpart.person != person else { return counterpart }
        if let further = try formerOwner(of: person, at: moment, on: channel) {
            if further.id == counterpart.id { return counterpart }
            touched.append(further.id)
            return try merge(further, counterpart)
        }
        var counterpart = counterpart
        if let there = try owner(of: person, on: channel), there.id != counterpart.id {
            touched.append(there.id)
            counterpart = try merge(counterpart, there)
        }
        if let since = counterpart.personSince, moment < since {
            try note(person, leftBy: counterpart, at: since, on: channel)
            return counterpart
        }
        let old = counterpart.person
        try setPerson(person, of: &counterpart, since: moment)
        if let old {
            try note(old, leftBy: counterpart, at: moment, on: channel)
            if counterpart.address == old { return try arrived(counterpart, at: person, moment, on: channel) }
        }
        return counterpart
    }
}
