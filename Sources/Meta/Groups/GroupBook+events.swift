import GraphAPI
import IntegrationKit

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

// What Meta tells of a group's life.
extension GroupBook {
    /// Writes an event down.
    ///
    /// - Parameter phone: The number that the group belongs to.
    /// - Returns: the group as it is then; nil when the event names none.
    func write(_ event: WhatsAppGroupEvent, phone: String?) async throws -> WhatsAppGroup? {
        guard let group = try await subject(of: event, phone: phone) else { return nil }
        let at = event.occurredAt
        switch event.change {
        case .created(let subject, let description, let link, let approval):
            try await models.whatsAppGroup.update(group.id) { fields in
                if let problem = Self.problem(event.errors) {
                    fields.notice = "The group could not be made. \(problem)"
                    if fields.status == .creating { fields.status = .failed }
                    return
                }
                // What came in between knows better.
                fields.subject = fields.subject ?? subject
                fields.description = fields.description ?? description
                fields.inviteLink = fields.inviteLink ?? link.flatMap { $0.hasPrefix("https://") ? $0 : nil }
                fields.joinApproval = fields.joinApproval ?? approval.map(WhatsAppGroup.JoinApproval.init)
                fields.madeAt = fields.madeAt ?? at
                if fields.status == .creating || fields.status == .failed { fields.status = .active }
            }
            try await move(event.added, in: group, isMember: true, at: at)
        case .deleted:
            if try await !noteFailure(of: event, "The group could not be deleted.", on: group) { try await end(group) }
        case .joined(let people, _):
            try await move(people, in: group, isMember: true, at: at)
            try await note(event, "could not be brought in", on: group)
        case .left(let people, _):
            try await move(people, in: group, isMember: false, at: at)
            try await note(event, "could not be removed", on: group)
        case .settings(let subject, let description, let picture):
            try await write(subject, description, picture, of: event, on: group)
        case .suspended, .suspensionCleared:
            try await models.whatsAppGroup.update(group.id) { fields in
                guard fields.status != .deleted, Self.isNews(at, after: fields.statusAt) else { return }
                fields.status = event.change == .suspended ? .suspended : .active
                fields.statusAt = at
            }
        case .joinRequested, .joinRequestRevoked, .unknown: break
        }
        return try await models.whatsAppGroup.find(group.id)
    }

    // MARK: The group

    /// The record that an event is about; one is made when the group is not known here yet.
    private func subject(of event: WhatsAppGroupEvent, phone: String?) async throws -> WhatsAppGroup? {
        let known = if let id = event.groupID { try await group(id) } else { nil as WhatsAppGroup? }
        var asked: WhatsAppGroup?
        if case .created = event.change, let request = event.requestID {
            asked = try await models.whatsAppGroup.first(where: .equal(.reference, request))
        }
        if let asked {
            guard let groupID = event.groupID, asked.groupID != groupID else { return asked }
            if let known { try await join(known, into: asked) }
            return try await models.whatsAppGroup.update(asked.id) { $0.groupID = groupID }
        }
        if let known { return known }
        guard let reference = event.groupID ?? event.requestID, let number = event.context.phoneNumberID else { return nil }
        var fields = WhatsAppGroup.AppFields(reference: reference, phoneNumberID: number, phone: phone)
        fields.groupID = event.groupID
        if case .created = event.change {
            // The tool that asked for it writes under the same reference, before or after.
            fields.reference = event.requestID ?? reference
        } else {
            fields.status = .active
        }
        return try await models.whatsAppGroup.upsert(fields)
    }

    /// A group was found at Meta before the answer to the wish for it came: one record remains.
    private func join(_ found: WhatsAppGroup, into asked: WhatsAppGroup) async throws {
        let people = try await participants(of: found)
        try await models.whatsAppGroup.delete(found.id)
        for person in people {
            var fields = person.appFields
            fields.group = asked.id
            try await models.whatsAppGroupParticipant.upsert(fields)
        }
        try await models.whatsAppGroup.update(asked.id) { fields in
            fields.inviteLink = found.inviteLink
            fields.participantCount = found.participantCount
            fields.madeAt = found.madeAt
        }
    }

    // MARK: Settings

    private func write(
        _ subject: WhatsAppGroupEvent.Setting?, _ description: WhatsAppGroupEvent.Setting?,
        _ picture: WhatsAppGroupEvent.Setting?, of event: WhatsAppGroupEvent, on group: WhatsAppGroup
    ) async throws {
        let settings = [("subject", subject), ("description", description), ("picture", picture)]
        let failed = settings.compactMap { name, setting -> String? in
            guard let setting, !setting.isDone else { return nil }
            return "The \(name) was not changed. \(Self.problem([setting.error].compactMap { $0 } + event.errors) ?? "WhatsApp gave no reason.")"
        }
        let at = event.occurredAt
        try await models.whatsAppGroup.update(group.id) { fields in
            if let subject, subject.isDone, let text = subject.text, Self.isNews(at, after: fields.subjectAt) {
                fields.subject = text
                fields.subjectAt = at
            }
            if let description, description.isDone, let text = description.text, Self.isNews(at, after: fields.descriptionAt) {
                fields.description = text.isEmpty ? nil : text
                fields.descriptionAt = at
            }
            if !failed.isEmpty { fields.notice = failed.joined(separator: " ") }
        }
    }

    private static func isNews(_ date: Date?, after known: Date?) -> Bool {
        guard let date, let known else { return true }
        return date >= known
    }

    // MARK: People, and what went wrong

    private func move(
        _ people: [WhatsAppGroupEvent.Participant], in group: WhatsAppGroup, isMember: Bool, at date: Date?
    ) async throws {
        for person in people {
            try await move(Self.address(person.id), in: group, isMember: isMember, at: date)
        }
        if !people.isEmpty { try await count(group) }
    }

    /// Names the people for whom it did not happen.
    private func note(_ event: WhatsAppGroupEvent, _ what: String, on group: WhatsAppGroup) async throws {
        guard !event.failed.isEmpty || event.isFailure else { return }
        let names = event.failed.map { Self.address($0.id) }.joined(separator: ", ")
        _ = try await noteFailure(
            of: event, "\(names.isEmpty ? "People" : names) \(what).", on: group, because: event.failed.compactMap(\.error))
    }

    /// - Returns: whether there was anything to note.
    private func noteFailure(
        of event: WhatsAppGroupEvent, _ what: String, on group: WhatsAppGroup, because more: [GraphError] = []
    ) async throws -> Bool {
        guard event.isFailure || !event.failed.isEmpty else { return false }
        let reason = Self.problem(more + event.errors) ?? "WhatsApp gave no reason."
        try await models.whatsAppGroup.update(group.id) { $0.notice = "\(what) \(reason)" }
        return true
    }

    /// Meta's cause and what to do.
    static func problem(_ errors: [GraphError]) -> String? {
        errors.first.map { error in
            let cause = error.details ?? error.message
            return "\(cause.hasSuffix(".") ? cause : cause + ".") \(error.action)"
        }
    }
}
