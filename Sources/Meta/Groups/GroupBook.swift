import GraphAPI
import IntegrationKit

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What is known here of the groups of the workplace's numbers, and of the people in them.
///
/// Meta's events may come late and in any order: of two that say how a thing is now, the later one holds; what a person did
/// last counts for them alone. What Meta answers when it is asked is a picture of that moment, and later events go on
/// from there.
struct GroupBook {
    let models: Meta.Models
    /// When Meta is asked.
    var now = Date()

    func group(_ groupID: String) async throws -> WhatsAppGroup? {
        try await models.whatsAppGroup.first(where: .equal(.groupID, groupID))
    }

    // MARK: Asking Meta

    /// Writes down what Meta says of a group now.
    @discardableResult
    func write(_ node: WhatsAppGroupNode, of number: WhatsAppPhoneNumber) async throws -> WhatsAppGroup {
        let known: WhatsAppGroup
        if let group = try await group(node.id) {
            known = group
        } else {
            known = try await models.whatsAppGroup.upsert(
                .init(
                    reference: node.id, groupID: node.id, phoneNumberID: number.phoneNumberID, phone: number.phone,
                    status: .active))
        }
        let group = try await models.whatsAppGroup.update(known.id) { fields in
            fields.phone = number.phone
            fields.subject = node.subject ?? fields.subject
            // Only who was asked for all of it says that there is none.
            if node.participants != nil { fields.description = node.description }
            fields.joinApproval = node.joinApproval.map(WhatsAppGroup.JoinApproval.init) ?? fields.joinApproval
            fields.madeAt = node.createdAt ?? fields.madeAt
            fields.status = node.isSuspended.map { $0 ? .suspended : .active } ?? (fields.status == .suspended ? .suspended : .active)
            fields.participantCount = node.participantCount ?? fields.participantCount
            if node.participants != nil { fields.readAt = now }
        }
        guard let people = node.participants else { return group }
        let addresses = Set(people.map(Self.address))
        for participant in try await participants(of: group) where participant.isMember && !addresses.contains(participant.address) {
            try await models.whatsAppGroupParticipant.update(participant.id) { $0.isMember = false }
        }
        for address in addresses.sorted() {
            try await put(address, in: group) { $0.isMember = true }
        }
        return group
    }

    /// The group is gone, for everybody.
    func end(_ group: WhatsAppGroup) async throws {
        try await models.whatsAppGroup.update(group.id) { fields in
            fields.status = .deleted
            fields.inviteLink = nil
            fields.participantCount = 0
        }
        for participant in try await participants(of: group) where participant.isMember {
            try await models.whatsAppGroupParticipant.update(participant.id) { $0.isMember = false }
        }
    }

    /// Takes groups off the list, with who is in them.
    ///
    /// - Parameter phoneNumberID: The number whose groups they are; nil for all.
    func forget(of phoneNumberID: String? = nil) async throws {
        let groups =
            if let phoneNumberID { try await of(phoneNumberID) } else { try await models.whatsAppGroup.all() }
        for group in groups { try await models.whatsAppGroup.delete(group.id) }
    }

    /// All groups of a number, those that are gone among them.
    func of(_ phoneNumberID: String) async throws -> [WhatsAppGroup] {
        try await models.whatsAppGroup.all(where: .equal(.phoneNumberID, phoneNumberID))
    }

    // MARK: People

    /// All people who are, or were, in a group.
    func participants(of group: WhatsAppGroup) async throws -> [WhatsAppGroupParticipant] {
        try await models.whatsAppGroupParticipant.all(
            where: .equal(.group, group.id), order: .ascending(.address))
    }

    func name(of address: String, in group: WhatsAppGroup) async throws -> String? {
        try await participant(address, in: group)?.name
    }

    private func participant(_ address: String, in group: WhatsAppGroup) async throws -> WhatsAppGroupParticipant? {
        try await models.whatsAppGroupParticipant.first(where: .equal(.group, group.id), .equal(.address, address))
    }

    /// Somebody came or went.
    func move(_ address: String, in group: WhatsAppGroup, isMember: Bool, at date: Date?) async throws {
        try await put(address, in: group) { fields in
            // A later word on the same person was here first.
            if let date, let known = fields.changedAt, known > date { return }
            fields.isMember = isMember
            fields.changedAt = date ?? fields.changedAt
        }
    }

    /// Somebody wrote: they are in the group unless a later word says otherwise, and this is what they call themselves.
    func note(_ address: String, name: String?, in group: WhatsAppGroup, at date: Date?) async throws {
        if let known = try await participant(address, in: group), name == nil || known.name == name { return }
        try await put(address, in: group) { $0.name = name ?? $0.name }
        try await count(group)
    }

    private func put(
        _ address: String, in group: WhatsAppGroup, _ change: (inout WhatsAppGroupParticipant.AppFields) -> Void
    ) async throws {
        if let known = try await participant(address, in: group) {
            try await models.whatsAppGroupParticipant.update(known.id, change)
        } else {
            var fields = WhatsAppGroupParticipant.AppFields(address: address, isMember: true, group: group.id)
            change(&fields)
            try await models.whatsAppGroupParticipant.upsert(fields)
        }
    }

    /// Counts who is in a group.
    func count(_ group: WhatsAppGroup) async throws {
        let members = try await models.whatsAppGroupParticipant.count(where: .equal(.group, group.id), .equal(.isMember, true))
        try await models.whatsAppGroup.update(group.id) { $0.participantCount = members }
    }

    /// How a conversation knows a participant: `+` and digits, or a business-scoped id.
    static func address(_ participantID: String) -> String {
        participantID.allSatisfy { ("0"..."9").contains($0) } ? "+" + participantID : participantID
    }
}

extension WhatsAppGroup.JoinApproval {
    init(_ approval: GroupJoinApproval) {
        self = approval == .required ? .approval : .automatic
    }

    var graphValue: GroupJoinApproval { self == .approval ? .required : .automatic }
}
