#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The life of groups: made, joined, left, suspended, deleted. Each step tells the app by a webhook of its field.
extension World {
    func groups(ofNumber number: String) -> [Group] {
        groups.values.filter { $0.number == number }.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }

    func groups(of waID: String) -> [Group] {
        groups.values.filter { $0.participants.contains(waID) }.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }

    /// The group that an invite link leads to.
    func group(invitedBy link: String) -> Group? {
        groups.values.first { $0.inviteLink != nil && $0.inviteLink == link.trimmingSpaces() }
    }

    // MARK: What the business does

    mutating func make(_ group: Group, request: String, at now: Date, rules: Rules) {
        groups[group.id] = group
        tell(
            group, "group_lifecycle_update", "group_create", request: request,
            [
                .init(key: "subject", value: .string(group.subject)),
                .init(key: "description", value: group.description.map { .string($0) } ?? .null),
                .init(key: "invite_link", value: group.inviteLink.map { .string($0) } ?? .null),
                .init(key: "join_approval_mode", value: .string(group.joinApproval.rawValue)),
            ].filter { $0.value != .null }, at: now, rules: rules)
    }

    mutating func change(
        group id: String, subject: String?, description: String?, request: String, at now: Date, rules: Rules
    ) {
        guard groups[id] != nil else { return }
        var facts: [WireJSON.Member] = []
        if let subject {
            groups[id]?.subject = subject
            facts.append(.init(key: "group_subject", value: ["text": .string(subject), "update_successful": true]))
        }
        if let description {
            groups[id]?.description = description.isEmpty ? nil : description
            facts.append(.init(key: "group_description", value: ["text": .string(description), "update_successful": true]))
        }
        guard let group = groups[id] else { return }
        tell(group, "group_settings_update", "group_settings_update", request: request, facts, at: now, rules: rules)
    }

    mutating func delete(group id: String, request: String, at now: Date, rules: Rules) {
        guard let group = groups.removeValue(forKey: id) else { return }
        pendingGroupStatuses.removeAll { $0.group == id }
        tell(group, "group_lifecycle_update", "group_delete", request: request, [], at: now, rules: rules)
    }

    /// - Parameter others: People who were named and are not in the group, as they were named.
    mutating func remove(
        _ people: [(input: String, waID: String)], failing others: [String], fromGroup id: String, request: String,
        at now: Date, rules: Rules
    ) {
        guard groups[id] != nil else { return }
        let gone = Set(people.map(\.waID))
        groups[id]?.participants.removeAll(where: gone.contains)
        guard let group = groups[id] else { return }
        var facts: [WireJSON.Member] = [
            .init(key: "removed_participants", value: .array(people.map { ["input": .string($0.input)] })),
            .init(key: "initiated_by", value: "business"),
        ]
        if !others.isEmpty {
            let error: WireJSON = ["code": 131212, "title": "Participant not in group", "message": "Participant not in group"]
            facts.append(
                .init(key: "failed_participants", value: .array(others.map { ["input": .string($0), "errors": [error]] })))
        }
        tell(group, "group_participants_update", "group_participants_remove", request: request, facts, at: now, rules: rules)
    }

    /// Decides on a join request.
    ///
    /// - Returns: the code of Meta's error when it cannot be decided on.
    mutating func decide(
        _ requestID: String, ofGroup id: String, isApproved: Bool, at now: Date, rules: Rules
    ) -> Int? {
        guard let group = groups[id], let request = group.joinRequests.first(where: { $0.id == requestID }) else { return 131213 }
        if isApproved, group.participants.count >= Group.participantLimit { return 131204 }
        groups[id]?.joinRequests.removeAll { $0.id == requestID }
        if isApproved { add(request.waID, toGroup: id, reason: "join_request_approved", at: now, rules: rules) }
        return nil
    }

    /// WhatsApp suspends a group, or lets it go on.
    mutating func suspend(group id: String, isSuspended: Bool, at now: Date, rules: Rules) {
        guard groups[id] != nil else { return }
        groups[id]?.isSuspended = isSuspended
        guard let group = groups[id] else { return }
        tell(
            group, "group_status_update", isSuspended ? "group_suspend" : "group_suspend_cleared", request: nil, [], at: now,
            rules: rules)
    }

    // MARK: What people do

    /// Why somebody cannot come in.
    enum JoinProblem: Error {
        case suspended, full, alreadyIn
    }

    /// Somebody opens the invite link: they are in, or have asked.
    mutating func join(_ waID: String, group id: String, requestID: String, at now: Date, rules: Rules) throws(JoinProblem) {
        guard let group = groups[id] else { return }
        if group.isSuspended { throw .suspended }
        if group.participants.contains(waID) || group.joinRequests.contains(where: { $0.waID == waID }) { throw .alreadyIn }
        guard group.joinApproval == .required else {
            if group.participants.count >= Group.participantLimit { throw .full }
            add(waID, toGroup: id, reason: "invite_link", at: now, rules: rules)
            return
        }
        groups[id]?.joinRequests.append(.init(id: requestID, waID: waID, createdAt: now))
        tell(
            group, "group_participants_update", "group_join_request_created", request: nil,
            [.init(key: "join_request_id", value: .string(requestID)), .init(key: "wa_id", value: .string(waID))], at: now,
            rules: rules)
    }

    /// Somebody takes their wish to come in back.
    mutating func withdraw(_ waID: String, group id: String, at now: Date, rules: Rules) {
        guard let group = groups[id], let request = group.joinRequests.first(where: { $0.waID == waID }) else { return }
        groups[id]?.joinRequests.removeAll { $0.id == request.id }
        tell(
            group, "group_participants_update", "group_join_request_revoked", request: nil,
            [.init(key: "join_request_id", value: .string(request.id)), .init(key: "wa_id", value: .string(waID))], at: now,
            rules: rules)
    }

    mutating func leave(_ waID: String, group id: String, at now: Date, rules: Rules) {
        guard groups[id]?.participants.contains(waID) == true else { return }
        groups[id]?.participants.removeAll { $0 == waID }
        guard let group = groups[id] else { return }
        tell(
            group, "group_participants_update", "group_participants_remove", request: nil,
            [
                .init(key: "removed_participants", value: [["wa_id": .string(waID), "input": .string(waID)]]),
                .init(key: "initiated_by", value: "participant"),
            ], at: now, rules: rules)
    }

    private mutating func add(_ waID: String, toGroup id: String, reason: String, at now: Date, rules: Rules) {
        groups[id]?.participants.append(waID)
        guard let group = groups[id] else { return }
        tell(
            group, "group_participants_update", "group_participants_add", request: nil,
            [
                .init(key: "reason", value: .string(reason)),
                .init(key: "added_participants", value: [["wa_id": .string(waID), "input": .string(waID)]]),
            ], at: now, rules: rules)
    }

    // MARK: Telling

    /// One entry of `groups[]`. Whatever people do has a request id as well.
    private mutating func tell(
        _ group: Group, _ field: String, _ type: String, request: String?, _ facts: [WireJSON.Member], at now: Date,
        rules: Rules
    ) {
        guard let number = number(of: group, rules: rules) else { return }
        let members: [WireJSON.Member] = [
            .init(key: "timestamp", value: .integer(Int64(now.timeIntervalSince1970))),
            .init(key: "group_id", value: .string(group.id)), .init(key: "type", value: .string(type)),
            .init(key: "request_id", value: .string(request ?? Sandbox.newObjectID())),
        ]
        let payload = WebhookPayload.envelope(
            number: number, contacts: [], events: .init(key: "groups", value: [.object(members + facts)]), field: field)
        tell(.number(number), payload, "\(type) of \(group.subject)", field: field, at: now, rules: rules)
    }

    func number(of group: Group, rules: Rules) -> BusinessNumber? {
        numbers[group.number]?.number ?? rules.directory.number(group.number)
    }
}
