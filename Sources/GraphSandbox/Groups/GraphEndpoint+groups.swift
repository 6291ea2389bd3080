#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Groups: `/{phone}/groups` and the edges of a group. Most answers only say that a wish was taken; a webhook tells the rest.
extension GraphEndpoint {
    /// `POST /{phone}/groups`.
    func createGroup(_ request: GraphRequest, of number: BusinessNumber) throws(GraphError) -> GraphReply {
        try requireWhatsApp(request)
        switch number.status {
        case "CONNECTED", "FLAGGED": break
        case "RESTRICTED", "BANNED": throw .numberLocked
        default: throw sandbox.errors.error(code: 131215, subcode: nil)
        }
        guard let subject = request.text("subject")?.trimmingSpaces(), !subject.isEmpty else { throw .requiredMissing("subject") }
        let description = request.text("description")
        try check(subject: subject, description: description)
        let mode = request.text("join_approval_mode") ?? Group.JoinApproval.automatic.rawValue
        guard let approval = Group.JoinApproval(rawValue: mode) else {
            let modes = Group.JoinApproval.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalidParameter("Param join_approval_mode must be one of {\(modes)} - got \"\(mode)\".")
        }
        let requestID = Sandbox.newObjectID()
        let groupID = Sandbox.newGroupID(number: number.digits)
        let code = Sandbox.newInviteCode()
        let isFull = sandbox.write { world, now in
            guard world.groups(ofNumber: number.id).count < Group.perNumber else { return true }
            world.make(
                Group(
                    id: groupID, number: number.id, subject: subject, description: description, joinApproval: approval,
                    createdAt: now, inviteCode: code), request: requestID, at: now, rules: sandbox.rules)
            return false
        }
        if isFull { throw sandbox.errors.error(code: 131211, subcode: nil) }
        return GraphReply(["messaging_product": "whatsapp", "request_id": .string(requestID)], budgetObject: number.accountID)
    }

    /// `GET /{phone}/groups`: the list is inside of `data`.
    func listGroups(_ request: GraphRequest, of number: BusinessNumber) throws(GraphError) -> GraphReply {
        let rows = sandbox.read { world, _ in world.groups(ofNumber: number.id) }
        let page = try Paging(request, maximum: 1024).page(of: rows, id: \.id) { group throws(GraphError) in
            [
                "id": .string(group.id), "subject": .string(group.subject),
                "created_at": .string(String(Int64(group.createdAt.timeIntervalSince1970))),
            ]
        }
        return GraphReply(
            .object(dropping: ["data": ["groups": page["data"] ?? []], "paging": page["paging"]]),
            budgetObject: number.accountID)
    }

    /// Everything below `/{group}`.
    func answerGroup(_ request: GraphRequest, edge: [String], _ group: Group) throws(GraphError) -> GraphReply {
        switch (request.method, edge) {
        case ("GET", []): return GraphReply(try node(group).render(try request.fieldSelection()))
        case ("POST", []): return try changeGroup(request, group)
        case ("DELETE", []):
            sandbox.write { world, now in
                world.delete(group: group.id, request: Sandbox.newObjectID(), at: now, rules: sandbox.rules)
            }
            return .success
        case ("GET", ["invite_link"]):
            guard let link = group.inviteLink else { throw .valueInvalid("The group has no invite link.") }
            return inviteLink(link)
        case ("POST", ["invite_link"]), ("DELETE", ["invite_link"]):
            try requireWhatsApp(request)
            try requireActive(group)
            let code = request.method == "POST" ? Sandbox.newInviteCode() : nil
            let link = sandbox.write { world, _ in
                world.groups[group.id]?.inviteCode = code
                return world.groups[group.id]?.inviteLink
            }
            return link.map(inviteLink) ?? GraphReply(["messaging_product": "whatsapp", "success": "true"])
        case ("GET", ["join_requests"]):
            return GraphReply(
                try Paging(request).page(of: group.joinRequests, id: \.id) { row throws(GraphError) in
                    [
                        "join_request_id": .string(row.id), "wa_id": .string(row.waID),
                        "creation_timestamp": .integer(Int64(row.createdAt.timeIntervalSince1970)),
                    ]
                })
        case ("POST", ["join_requests"]), ("DELETE", ["join_requests"]): return try decideJoinRequests(request, group)
        case ("DELETE", ["participants"]): return try removeParticipants(request, group)
        default: throw unknownEdge(edge, of: group.id, request)
        }
    }

    private func inviteLink(_ link: String) -> GraphReply {
        GraphReply(["messaging_product": "whatsapp", "invite_link": .string(link)])
    }

    private func node(_ group: Group) -> GraphNode {
        GraphNode(type: "WhatsAppGroup", id: group.id, defaults: ["messaging_product", "id"]) { item in
            switch item.name {
            case "messaging_product": .value("whatsapp")
            case "subject": .value(.string(group.subject))
            case "description": group.description.map { .value(.string($0)) } ?? .absent
            case "join_approval_mode": .value(.string(group.joinApproval.rawValue))
            case "suspended": .value(.bool(group.isSuspended))
            case "creation_timestamp": .value(.integer(Int64(group.createdAt.timeIntervalSince1970)))
            case "participants": .value(.array(group.participants.map { ["wa_id": .string($0)] }))
            case "total_participant_count": .value(.integer(Int64(group.participants.count)))
            default: .unknown
            }
        }
    }

    // MARK: Changes

    private func changeGroup(_ request: GraphRequest, _ group: Group) throws(GraphError) -> GraphReply {
        try requireWhatsApp(request)
        try requireActive(group)
        // An empty text takes the description away; the subject must say something.
        let subject = request.parameters["subject"]?.scalarText?.trimmingSpaces()
        let description = request.parameters["description"]?.scalarText
        guard subject != nil || description != nil else { throw .requiredMissing("subject") }
        if subject?.isEmpty == true { throw .requiredMissing("subject") }
        try check(subject: subject ?? group.subject, description: description)
        return taken { world, id, now in
            world.change(
                group: group.id, subject: subject, description: description, request: id, at: now, rules: sandbox.rules)
        }
    }

    private func removeParticipants(_ request: GraphRequest, _ group: Group) throws(GraphError) -> GraphReply {
        try requireWhatsApp(request)
        guard let rows = request.json("participants")?.array else { throw .requiredMissing("participants") }
        guard (1...Group.participantLimit).contains(rows.count) else {
            throw .invalidParameter("Param participants must have 1 to \(Group.participantLimit) elements.")
        }
        var known: [(input: String, waID: String)] = []
        var others: [String] = []
        var seen: Set<String> = []
        for (index, row) in rows.enumerated() {
            guard let input = row["user"]?.scalarText else { throw .requiredMissing("participants[\(index)]['user']") }
            let person = directory.people.first { $0.userID == input }?.waID ?? input.filter(\.isNumber)
            guard seen.insert(person).inserted else { throw sandbox.errors.error(code: 131202, subcode: nil) }
            if group.participants.contains(person) { known.append((input, person)) } else { others.append(input) }
        }
        guard !known.isEmpty else { throw sandbox.errors.error(code: 131212, subcode: nil) }
        let (gone, missing) = (known, others)
        return taken { world, id, now in
            world.remove(gone, failing: missing, fromGroup: group.id, request: id, at: now, rules: sandbox.rules)
        }
    }

    private func decideJoinRequests(_ request: GraphRequest, _ group: Group) throws(GraphError) -> GraphReply {
        try requireWhatsApp(request)
        try requireActive(group)
        let ids = request.list("join_requests")
        guard !ids.isEmpty else { throw .requiredMissing("join_requests") }
        let isApproved = request.method == "POST"
        let results = sandbox.write { world, now in
            ids.map { id in
                (id: id, code: world.decide(id, ofGroup: group.id, isApproved: isApproved, at: now, rules: sandbox.rules))
            }
        }
        let failed = results.compactMap { result in result.code.map { (id: result.id, code: $0) } }
        if failed.count == ids.count, let first = failed.first { throw sandbox.errors.error(code: first.code, subcode: nil) }
        let rows: [WireJSON] = failed.map { ["join_request_id": .string($0.id), "errors": [row(of: $0.code)]] }
        return GraphReply(
            .object(dropping: [
                "messaging_product": "whatsapp",
                isApproved ? "approved_join_requests" : "rejected_join_requests":
                    .array(results.filter { $0.code == nil }.map { .string($0.id) }),
                "failed_join_requests": rows.isEmpty ? nil : .array(rows),
                "errors": rows.isEmpty ? nil : [row(of: 131201)],
            ]))
    }

    private func row(of code: Int) -> WireJSON {
        let error = sandbox.errors.error(code: code, subcode: nil)
        return ["code": .integer(Int64(code)), "message": .string(error.message)]
    }

    // MARK: Checks

    /// A wish that is taken now and told of later.
    private func taken(_ change: (inout World, _ request: String, Date) -> Void) -> GraphReply {
        let id = Sandbox.newObjectID()
        sandbox.write { world, now in change(&world, id, now) }
        return GraphReply(["messaging_product": "whatsapp", "success": true, "request_id": .string(id)])
    }

    private func requireWhatsApp(_ request: GraphRequest) throws(GraphError) {
        guard let product = request.text("messaging_product") else { throw .missingParameter("messaging_product") }
        guard product.lowercased() == "whatsapp" else {
            throw .invalidParameter("Param messaging_product must be one of {WHATSAPP} - got \"\(product)\".")
        }
    }

    func requireActive(_ group: Group) throws(GraphError) {
        if group.isSuspended { throw sandbox.errors.error(code: 131207, subcode: nil) }
    }

    private func check(subject: String, description: String?) throws(GraphError) {
        if subject.unicodeScalars.count > Group.subjectLimit { throw .tooLong("subject", limit: Group.subjectLimit) }
        if let description, description.unicodeScalars.count > Group.descriptionLimit {
            throw .tooLong("description", limit: Group.descriptionLimit)
        }
    }
}
