import HTTPTypes

/// What people and WhatsApp do with groups, for tests.
extension ControlAPI {
    /// `POST /sandbox/groups/…`.
    func actOnGroup(_ verb: String, _ body: WireJSON) throws(Refusal) -> WireJSON {
        let group = try group(of: body)
        if verb == "suspend" {
            let isSuspended = body["suspended"] != .bool(false)
            sandbox.write { world, now in
                world.suspend(group: group.id, isSuspended: isSuspended, at: now, rules: sandbox.rules)
            }
            return ["success": true]
        }
        let person = try person(of: body)
        switch verb {
        case "join":
            do throws(World.JoinProblem) {
                try sandbox.join(person, group: group.id)
            } catch {
                throw Refusal(status: .conflict, message: "The group cannot be joined: \(error).")
            }
        case "leave": sandbox.write { world, now in world.leave(person.waID, group: group.id, at: now, rules: sandbox.rules) }
        case "withdraw":
            sandbox.write { world, now in world.withdraw(person.waID, group: group.id, at: now, rules: sandbox.rules) }
        case "read":
            sandbox.write { world, now in world.personReads(person.waID, inGroup: group.id, at: now, rules: sandbox.rules) }
        default: throw Refusal(status: .notFound, message: "There is no /sandbox/groups/\(verb).")
        }
        return ["success": true]
    }

    /// `POST /sandbox/messages` with `group` in place of `number`: somebody writes in a group that they are in.
    func sendInGroup(_ body: WireJSON) throws(Refusal) -> WireJSON {
        let group = try group(of: body)
        let person = try person(of: body)
        guard group.participants.contains(person.waID) else {
            throw Refusal(status: .badRequest, message: "This person is not in the group.")
        }
        guard let number = sandbox.directory.number(group.number) else {
            throw Refusal(status: .badRequest, message: "The group's number is gone.")
        }
        let content = try content(of: body, .number(number))
        let id = Sandbox.newMessageID()
        let replyTo = body["reply_to"]?.string
        let extras = body["extra"]?.members ?? []
        sandbox.write { world, now in
            world.personSends(
                content, id: id, replyTo: replyTo, extras: extras, as: person.waID, inGroup: group.id, at: now,
                rules: sandbox.rules)
        }
        return ["id": .string(id)]
    }

    /// The group by its id, or by its invite link.
    private func group(of body: WireJSON) throws(Refusal) -> Group {
        let group = sandbox.read { world, _ in
            body["group"]?.string.flatMap { world.groups[$0] } ?? body["link"]?.string.flatMap(world.group(invitedBy:))
        }
        guard let group else {
            throw Refusal(status: .badRequest, message: "group is not one of GET /sandbox/groups, and link leads to none.")
        }
        return group
    }

    private func person(of body: WireJSON) throws(Refusal) -> Person {
        guard let person = body["person"]?.scalarText.flatMap(sandbox.directory.person), person.isReachable else {
            throw Refusal(status: .badRequest, message: "person is nobody of GET /sandbox/people with WhatsApp.")
        }
        return person
    }
}

extension ControlRendering {
    func groups(_ world: World) -> WireJSON {
        let all = world.groups.values.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
        return ["data": .array(all.map(group))]
    }

    private func group(_ group: Group) -> WireJSON {
        .object(dropping: [
            "id": .string(group.id), "number": .string(group.number), "subject": .string(group.subject),
            "description": group.description.map { .string($0) }, "link": group.inviteLink.map { .string($0) },
            "join_approval_mode": .string(group.joinApproval.rawValue), "suspended": .bool(group.isSuspended),
            "participants": .array(group.participants.map { .string($0) }),
            "join_requests": .array(group.joinRequests.map { ["id": .string($0.id), "person": .string($0.waID)] }),
            "messages": .array(group.messages.map(message)),
        ])
    }

    private func message(_ message: GroupMessage) -> WireJSON {
        .object(dropping: [
            "id": .string(message.id), "author": message.author.map { .string($0) },
            "type": .string(message.content.kind), "text": .string(message.content.preview),
            "status": .string(message.status.rawValue), "reply_to": message.replyTo.map { .string($0) },
            "error_code": message.failure.map { .integer(Int64($0.code)) },
            "recipients": .object(
                message.recipients.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: .string($0.value.rawValue)) }),
        ])
    }
}
