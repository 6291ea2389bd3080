import Hummingbird

/// Groups on a person's phone: `/phone/{person}/groups…`.
extension PhonePages {
    /// - Parameter place: What comes after `groups`: nothing, or a group and what is done there.
    func groups(_ waID: String, _ place: ArraySlice<String>, _ call: HTTPCall) -> Response? {
        guard let person = sandbox.directory.person(waID), person.isReachable else { return nil }
        let place = Array(place)
        switch (call.request.method, place.count) {
        case (.get, 0): return PageResponse.html(view().groups(of: person, problem: nil))
        case (.post, 1) where place[0] == "join": return join(person, link: call.form["link"] ?? "")
        case (.get, 1):
            guard let group = group(place[0], of: person) else { return nil }
            // Looking at a group is what reads it.
            sandbox.write { world, now in
                world.personReads(waID, inGroup: group.id, at: now, rules: sandbox.rules)
            }
            return view().group(group.id, of: person).map { PageResponse.html($0) }
        case (.post, 2):
            guard let group = group(place[0], of: person) else { return nil }
            return act(place[1], group, as: person, call.form)
        default: return nil
        }
    }

    static func groupsPath(_ waID: String) -> String { "/phone/\(waID)/groups" }

    /// A group that somebody is in, or asks to come into.
    private func group(_ id: String, of person: Person) -> Group? {
        sandbox.read { world, _ in world.groups[id] }.flatMap { group in
            group.participants.contains(person.waID) || group.joinRequests.contains { $0.waID == person.waID } ? group : nil
        }
    }

    private func join(_ person: Person, link: String) -> Response {
        guard let group = sandbox.read({ world, _ in world.group(invitedBy: link) }) else {
            return refused(person, "This link leads to no group. It may have been reset.")
        }
        do throws(World.JoinProblem) {
            try sandbox.join(person, group: group.id)
        } catch {
            switch error {
            case .full: return refused(person, "The group is full.")
            case .suspended: return refused(person, "The group is suspended.")
            case .alreadyIn: break
            }
        }
        return PageResponse.redirect(to: Self.groupsPath(person.waID) + "/" + group.id)
    }

    private func refused(_ person: Person, _ problem: String) -> Response {
        PageResponse.html(view().groups(of: person, problem: problem), status: .unprocessableContent)
    }

    private func act(_ verb: String, _ group: Group, as person: Person, _ form: FormFields) -> Response? {
        let page = Self.groupsPath(person.waID) + "/" + group.id
        let waID = person.waID
        switch verb {
        case "messages":
            let text = (form["text"] ?? "").replacing("\r\n", with: "\n")
            guard group.participants.contains(waID), !group.isSuspended, Self.problem(with: text) == nil else {
                return PageResponse.redirect(to: page)
            }
            let id = Sandbox.newMessageID()
            sandbox.write { world, now in
                world.personSends(.text(text), id: id, as: waID, inGroup: group.id, at: now, rules: sandbox.rules)
            }
            return PageResponse.redirect(to: page)
        case "leave":
            sandbox.write { world, now in world.leave(waID, group: group.id, at: now, rules: sandbox.rules) }
        case "withdraw":
            sandbox.write { world, now in world.withdraw(waID, group: group.id, at: now, rules: sandbox.rules) }
        default: return nil
        }
        return PageResponse.redirect(to: Self.groupsPath(waID))
    }
}
