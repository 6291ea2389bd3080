#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
public import IntegrationKit

// How the life of a group stands in its conversation: as notes between the messages.
extension WhatsAppGroupEvent {
    /// The note that the group's conversation gets.
    ///
    /// What the business did itself is outbound, so that nobody is told that there is something to read. A wish that was
    /// not fulfilled is none of the conversation's business.
    ///
    /// - Parameters:
    ///   - subject: The conversation's name; nil when it is not known.
    ///   - name: How people know a participant, by id.
    /// - Returns: nil when there is nothing to say, or no group.
    public func note(subject: String?, name: (String) -> String?) -> InboundMessage? {
        guard let groupID, !isFailure, let line = line(name: name) else { return nil }
        return InboundMessage(
            remoteID: EventContent.fingerprint("group", entry: [:], field: "group", value: raw),
            direction: line.isOwn ? .outbound : .inbound, address: groupID, contactName: subject, kind: "system",
            text: line.text, content: raw, opensWindow: false, sentAt: occurredAt ?? Date(timeIntervalSince1970: 0))
    }

    private func line(name: (String) -> String?) -> (text: String, isOwn: Bool)? {
        func names(_ people: [Participant]) -> String {
            let all = people.map { name($0.id) ?? WhatsAppAddress.make(groupID: nil, waID: $0.id, userID: nil) ?? $0.id }
            guard let last = all.last, all.count > 1 else { return all.first ?? "Somebody" }
            return all.dropLast().joined(separator: ", ") + " and " + last
        }
        switch change {
        case .created(let subject, _, _, _): return (subject.map { "The group “\($0)” was made" } ?? "The group was made", true)
        case .deleted: return ("The group was deleted", true)
        case .joined(let people, let reason):
            guard !people.isEmpty else { return nil }
            return ("\(names(people)) joined" + (reason == "invite_link" ? " by the invite link" : ""), false)
        case .left(let people, let initiator):
            guard !people.isEmpty else { return nil }
            if initiator == .participant { return ("\(names(people)) left", false) }
            return ("\(names(people)) \(people.count == 1 ? "was" : "were") removed", true)
        case .joinRequested(_, let person): return ("\(names([person])) asks to join", false)
        case .joinRequestRevoked(_, let person): return ("\(names([person])) no longer asks to join", false)
        case .settings(let subject, let description, let picture):
            var parts: [String] = []
            if let subject, subject.isDone {
                parts.append(subject.text.map { "The group is now called “\($0)”" } ?? "The group has another name")
            }
            if description?.isDone == true {
                parts.append(description?.text?.isEmpty == true ? "The description was taken away" : "The description has changed")
            }
            if picture?.isDone == true { parts.append("The picture has changed") }
            return parts.isEmpty ? nil : (parts.joined(separator: ". "), true)
        case .suspended: return ("WhatsApp has suspended the group: nobody can write in it", false)
        case .suspensionCleared: return ("The group’s suspension has ended", false)
        case .unknown: return nil
        }
    }
}
