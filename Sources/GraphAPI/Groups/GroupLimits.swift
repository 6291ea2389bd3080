public import IntegrationKit

/// What WhatsApp allows of groups (Meta, "Groups API"). Lengths are in characters.
public enum GroupLimits {
    public static let subject = 128
    public static let description = 2048
    /// People besides the business, and people who are removed at once.
    public static let participants = 8
}

/// A group to be made.
public struct NewWhatsAppGroup: Hashable, Sendable {
    public var subject: String
    public var description: String?
    public var joinApproval: GroupJoinApproval

    public init(subject: String, description: String? = nil, joinApproval: GroupJoinApproval = .automatic) {
        self.subject = subject
        self.description = description
        self.joinApproval = joinApproval
    }

    /// - Throws: every field that is beyond one of Meta's limits, by its name.
    public func checkLimits() throws(InvalidValue) {
        var limits = MessageLimits()
        limits.length(of: subject.trimmed, "subject", atMost: GroupLimits.subject)
        limits.length(of: description, "description", atMost: GroupLimits.description, required: false)
        try limits.check()
    }

    var json: JSON {
        var object: JSONObject = [
            "messaging_product": "whatsapp", "subject": .string(subject.trimmed),
            "join_approval_mode": .string(joinApproval.rawValue),
        ]
        if let description, !description.isEmpty { object["description"] = .string(description) }
        return .object(object)
    }
}

/// What is to become different about a group; nil leaves it as it is. How people join is settled when it is made.
public struct WhatsAppGroupChange: Hashable, Sendable {
    public var subject: String?
    /// Empty takes the description away.
    public var description: String?

    public init(subject: String? = nil, description: String? = nil) {
        self.subject = subject
        self.description = description
    }

    /// - Throws: every field that is beyond one of Meta's limits, by its name; and when nothing would change.
    public func checkLimits() throws(InvalidValue) {
        var limits = MessageLimits()
        if subject == nil, description == nil { limits.add("subject", "or a description is required") }
        if let subject { limits.length(of: subject.trimmed, "subject", atMost: GroupLimits.subject) }
        limits.length(of: description, "description", atMost: GroupLimits.description, required: false)
        try limits.check()
    }

    var json: JSON {
        var object: JSONObject = ["messaging_product": "whatsapp"]
        if let subject { object["subject"] = .string(subject.trimmed) }
        if let description { object["description"] = .string(description) }
        return .object(object)
    }
}

/// People who are to leave a group.
public struct GroupRemoval: Hashable, Sendable {
    /// Numbers, or business-scoped ids.
    public var participants: [String]

    public init(participants: [String]) { self.participants = participants }

    /// - Throws: what is wrong with the list, and with each of its elements.
    public func checkLimits() throws(InvalidValue) {
        var limits = MessageLimits()
        limits.count(participants.count, "participants", 1...GroupLimits.participants, "people")
        limits.distinct(participants.map { $0.filter { $0 != "+" } }, "participants", "person")
        for (index, participant) in participants.enumerated() where participant.trimmed.isEmpty {
            limits.add("participants[\(index)]", "is required")
        }
        try limits.check()
    }

    var json: JSON {
        ["messaging_product": "whatsapp", "participants": .array(participants.map { ["user": .string($0)] })]
    }
}

extension String {
    /// Without the white space at both ends, as Meta keeps it.
    fileprivate var trimmed: String {
        let head = drop(while: \.isWhitespace)
        return String(head.prefix(head.count - head.reversed().prefix(while: \.isWhitespace).count))
    }
}
