import Foundation
import GraphAPI
import IntegrationKit
import Testing

@Suite("Groups of WhatsApp", .timeLimit(.minutes(10)))
struct GroupTests {
    // MARK: Limits

    private func problems(_ check: () throws -> Void) -> [String] {
        do {
            try check()
            return []
        } catch let problems as InvalidValue {
            return problems.problems.map(\.path)
        } catch {
            return ["\(error)"]
        }
    }

    @Test("what is beyond a limit is named by its field, and what is at the limit is not")
    func limits() {
        func new(_ subject: String, _ description: String? = nil) -> [String] {
            problems { try NewWhatsAppGroup(subject: subject, description: description).checkLimits() }
        }
        #expect(new(String(repeating: "ü", count: 128) + " ", String(repeating: "d", count: 2048)).isEmpty)
        #expect(new(String(repeating: "ü", count: 129), String(repeating: "d", count: 2049)) == ["subject", "description"])
        #expect(new(" \n ") == ["subject"])
        func change(_ subject: String?, _ description: String?) -> [String] {
            problems { try WhatsAppGroupChange(subject: subject, description: description).checkLimits() }
        }
        #expect(change(nil, nil) == ["subject"] && change(" ", nil) == ["subject"] && change(nil, "").isEmpty)
        func remove(_ people: [String]) -> [String] { problems { try GroupRemoval(participants: people).checkLimits() } }
        #expect(remove((1...8).map { "+4477009004\($0)" }).isEmpty)
        #expect(remove([]) == ["participants"] && remove((1...9).map { "+4477009004\($0)" }) == ["participants"])
        #expect(remove(["+447700900417", "447700900417"]) == ["participants"] && remove([" "]) == ["participants[0]"])
    }

    // MARK: Calls

    /// Makes a call against a server that says one thing.
    private func call<Result: Sendable>(
        answering body: String, status: Int = 200, _ make: (GraphClient, GraphToken) async throws -> Result
    ) async throws -> (result: Result, request: ScriptedServer.Request) {
        try await withServer({ _ in .text(body, status: status) }) { server in
            let result = try await make(graph(at: server), GraphClientTests.token)
            return (result, try #require(server.requests.first))
        }
    }

    private func parsed(_ request: ScriptedServer.Request) throws -> JSON { try JSON.parse(request.body) }

    @Test("a group is asked for with what it is to be, and the request's id is kept")
    func create() async throws {
        let group = NewWhatsAppGroup(subject: " Site team ", description: "Work", joinApproval: .required)
        let (request, sent) = try await call(answering: #"{"messaging_product":"whatsapp","request_id":"req-1"}"#) {
            try await $0.createGroup(group, of: "615", with: $1)
        }
        #expect(request == "req-1" && sent.method == "POST" && sent.path == "/v25.0/615/groups")
        #expect(
            try parsed(sent) == [
                "messaging_product": "whatsapp", "subject": "Site team", "join_approval_mode": "approval_required",
                "description": "Work",
            ])
    }

    @Test("the groups of a number are read from inside of data; a group with who is in it")
    func read() async throws {
        let list = #"{"data":{"groups":[{"id":"Y2Fw","subject":"Team","created_at":"1795341600"}]},"paging":{}}"#
        let (groups, _) = try await call(answering: list) { try await $0.groups(of: "615", with: $1) }
        #expect(groups.map(\.id) == ["Y2Fw"] && groups.first?.participants == nil)
        let node = #"""
            {"id":"Y2Fw/+=","messaging_product":"whatsapp","subject":"Team","description":"Work","suspended":true,
            "join_approval_mode":"approval_required","creation_timestamp":1795341600,"participants":[{"wa_id":"447"},
            {"user_id":"GB.7"}],"total_participant_count":2}
            """#
        let (group, sent) = try await call(answering: node) { try await $0.group("Y2Fw/+=", with: $1) }
        #expect(sent.path == "/v25.0/Y2Fw%2F%2B%3D")
        #expect(group.participants == ["447", "GB.7"] && group.participantCount == 2 && group.isSuspended == true)
        #expect(group.joinApproval == .required && group.createdAt == Date(timeIntervalSince1970: 1_795_341_600))
    }

    @Test("changes, the link, removals and deletions go to their edges")
    func edges() async throws {
        let (_, changed) = try await call(answering: "{}") {
            try await $0.change(group: "g", to: WhatsAppGroupChange(description: ""), with: $1)
        }
        #expect(try parsed(changed) == ["messaging_product": "whatsapp", "description": ""])
        let link = #"{"messaging_product":"whatsapp","invite_link":"https://chat.whatsapp.com/A"}"#
        let (got, fetched) = try await call(answering: link) { try await $0.inviteLink(ofGroup: "g", with: $1) }
        #expect(got == "https://chat.whatsapp.com/A" && fetched.method == "GET")
        let (_, reset) = try await call(answering: link) { try await $0.resetInviteLink(ofGroup: "g", with: $1) }
        #expect(reset.method == "POST" && reset.path == "/v25.0/g/invite_link")
        let (_, removed) = try await call(answering: "{}") {
            try await $0.remove(GroupRemoval(participants: ["+447"]), fromGroup: "g", with: $1)
        }
        #expect(removed.method == "DELETE" && removed.path == "/v25.0/g/participants" && removed.query["appsecret_proof"] != nil)
        #expect(try parsed(removed) == ["messaging_product": "whatsapp", "participants": [["user": "+447"]]])
        let (_, deleted) = try await call(answering: #"{"success":true}"#) { try await $0.deleteGroup("g", with: $1) }
        #expect(deleted.method == "DELETE" && deleted.path == "/v25.0/g")
    }

    @Test("a link that is no web address is not handed on")
    func link() async throws {
        await #expect(throws: GraphFailure.self) {
            try await call(answering: #"{"invite_link":"javascript:1"}"#) { try await $0.inviteLink(ofGroup: "g", with: $1) }
        }
    }

    @Test("each join request is decided on for itself")
    func joinRequests() async throws {
        let listed = #"{"data":[{"join_request_id":"r1","wa_id":"447","creation_timestamp":1755548877}]}"#
        let (requests, _) = try await call(answering: listed) { try await $0.joinRequests(ofGroup: "g", with: $1) }
        #expect(requests.map(\.id) == ["r1"] && requests.first?.waID == "447")
        let answer = #"""
            {"messaging_product":"whatsapp","approved_join_requests":["r1"],"failed_join_requests":[{"join_request_id":"r2",
            "errors":[{"code":131213,"message":"x"}]},{"join_request_id":"r3"}],"errors":[{"code":131201,"message":"y"}]}
            """#
        let (decision, sent) = try await call(answering: answer, status: 206) {
            try await $0.approve(joinRequests: ["r1", "r2", "r3"], ofGroup: "g", with: $1)
        }
        #expect(sent.method == "POST" && decision.decided == ["r1"])
        #expect(decision.failed.map(\.id) == ["r2", "r3"] && decision.failed.map(\.error?.code) == [131213, 131201])
        let (rejection, rejected) = try await call(answering: #"{"rejected_join_requests":["r1"]}"#) {
            try await $0.reject(joinRequests: ["r1"], ofGroup: "g", with: $1)
        }
        #expect(rejected.method == "DELETE" && rejection.decided == ["r1"] && rejection.failed.isEmpty)
        #expect(try parsed(rejected)["join_requests"] == ["r1"])
    }

    @Test("the app wants to know of groups")
    func subscription() {
        #expect(
            GraphClient.whatsAppFields.suffix(4) == [
                "group_lifecycle_update", "group_participants_update", "group_settings_update", "group_status_update",
            ])
    }

    // MARK: Webhooks

    private func delivery(_ field: String, _ groups: String) -> String {
        #"""
        {"object":"whatsapp_business_account","entry":[{"id":"730","changes":[{"field":"\#(field)","value":{
        "messaging_product":"whatsapp","metadata":{"display_phone_number":"442079460155","phone_number_id":"615"},
        "groups":\#(groups)}}]}]}
        """#
    }

    private func event(_ field: String, _ item: String) throws -> WhatsAppGroupEvent {
        let split = try #require(try GraphAPI.WebhookPayload.split(JSON.parse(delivery(field, "[\(item)]"))).first)
        guard case .group(let event) = try GraphAPI.WebhookPayload.event(from: split.content) else {
            throw InvalidValue(at: field, "is no event of a group")
        }
        return event
    }

    private func note(_ field: String, _ item: String) throws -> InboundMessage? {
        try event(field, item).note(subject: "Team", name: { $0 == "447" ? "Imogen" : nil })
    }

    private static let head = #""timestamp":"1795341600","group_id":"Y2Fw""#

    @Test("an event goes to its number's channel, in one line with the messages of its group")
    func routing() throws {
        let body = delivery("group_participants_update", #"[{\#(Self.head),"type":"group_participants_add"}]"#)
        let event = try #require(try GraphAPI.WebhookPayload.split(JSON.parse(body)).first)
        #expect(event.channel == "whatsapp" && event.channelIdentifier == "+442079460155")
        #expect(event.orderingKey == "whatsapp:615:Y2Fw" && event.kind == "group_participants_add")
        let again = try #require(try GraphAPI.WebhookPayload.split(JSON.parse(body)).first)
        #expect(event.deduplicationKey == again.deduplicationKey)
        let lone = delivery("group_lifecycle_update", #"{\#(Self.head),"type":"group_delete"}"#)
        #expect(try GraphAPI.WebhookPayload.split(JSON.parse(lone)).map(\.kind) == ["group_delete"], "one in place of a list")
    }

    @Test("making and deletion")
    func lifecycle() throws {
        let made = try event(
            "group_lifecycle_update",
            #"{\#(Self.head),"type":"group_create","request_id":"req-1","subject":"Team","invite_link":"https://chat.whatsapp.com/A","join_approval_mode":"auto_approve"}"#)
        #expect(made.requestID == "req-1" && !made.isFailure)
        #expect(
            made.change
                == .created(subject: "Team", description: nil, inviteLink: "https://chat.whatsapp.com/A", approval: .automatic))
        let note = try #require(made.note(subject: "Team", name: { _ in nil }))
        #expect(note.address == "Y2Fw" && note.contactName == "Team" && note.direction == .outbound)
        #expect(note.kind == "system" && !note.opensWindow && note.text == "The group “Team” was made")
        let failed = try event(
            "group_lifecycle_update",
            #"{"timestamp":1,"type":"group_create","request_id":"req-2","errors":[{"code":131215,"message":"x"}]}"#)
        #expect(failed.groupID == nil && failed.isFailure && failed.note(subject: nil, name: { _ in nil }) == nil)
        #expect(try event("group_lifecycle_update", #"{\#(Self.head),"type":"group_delete"}"#).change == .deleted)
    }

    @Test(
        "who came and went, in both spellings of Meta's references",
        arguments: [
            ("group_participants_update", #""type":"group_participants_add","reason":"invite_link","added_participants":[{"wa_id":"447"}]"#, "Imogen joined by the invite link"),
            ("group_participant_update", #""type":"group_add_participants","added_participants":[{"input":"+44 7","wa_id":"447"},{"wa_id":"448"}]"#, "Imogen and +448 joined"),
            ("group_participants_update", #""type":"group_participants_remove","initiated_by":"participant","removed_participants":[{"wa_id":"447"}]"#, "Imogen left"),
            ("group_participants_update", #""type":"group_participants_remove","initiated_by":"business","removed_participants":[{"input":"+447"}]"#, "Imogen was removed"),
            ("group_participants_update", #""type":"group_create","removed_participants":[{"input":"447"},{"input":"448"},{"input":"449"}]"#, "Imogen, +448 and +449 were removed"),
            ("group_participants_update", #""type":"group_join_request_created","join_request_id":"r","wa_id":"447""#, "Imogen asks to join"),
            ("group_participants_update", #""type":"group_join_request_revoked","join_request_id":"r","wa_id":"449""#, "+449 no longer asks to join"),
        ])
    func participants(field: String, item: String, line: String) throws {
        #expect(try note(field, "{\(Self.head),\(item)}")?.text == line)
    }

    @Test("those for whom it did not happen are named apart")
    func failures() throws {
        let told = try event(
            "group_participants_update",
            #"{\#(Self.head),"type":"group_participants_remove","removed_participants":[{"input":"+447"}],"failed_participants":[{"input":"+448","errors":[{"code":131212,"message":"x"}]}]}"#)
        #expect(told.failed.map(\.id) == ["448"] && told.failed.first?.error?.code == 131212)
        guard case .left(let people, by: .business) = told.change else {
            Issue.record("\(told.change)")
            return
        }
        #expect(people.map(\.id) == ["447"])
    }

    @Test("settings: only what was done is told")
    func settings() throws {
        let done = #"{\#(Self.head),"type":"group_settings_update","group_subject":{"text":"New","update_successful":true},"group_description":{"text":"x","update_successful":false,"errors":[{"code":131207}]}}"#
        #expect(try note("group_settings_update", done)?.text == "The group is now called “New”")
        guard case .settings(let subject, let description, nil) = try event("group_settings_update", done).change else {
            Issue.record("no settings")
            return
        }
        #expect(subject?.isDone == true && description?.isDone == false && description?.error?.code == 131207)
        let picture = #"{\#(Self.head),"type":"group_settings_update","profile_picture":{"mime_type":"image/jpeg","sha256":"x"}}"#
        #expect(try note("group_settings_update", picture)?.text == "The picture has changed")
    }

    @Test("suspension, and what is not known")
    func status() throws {
        #expect(try event("group_status_update", #"{\#(Self.head),"type":"group_suspend"}"#).change == .suspended)
        #expect(try event("group_status_update", #"{\#(Self.head),"type":"group_suspend_cleared"}"#).change == .suspensionCleared)
        let strange = #"{\#(Self.head),"type":"group_dance"}"#
        #expect(try event("group_status_update", strange).change == .unknown("group_dance"))
        #expect(try note("group_status_update", strange) == nil)
    }

    // MARK: Messages

    private func conversation(_ value: String) throws -> [ChannelEvent] {
        let body = #"""
            {"object":"whatsapp_business_account","entry":[{"id":"730","changes":[{"field":"messages","value":{
            "messaging_product":"whatsapp","metadata":{"display_phone_number":"442079460155","phone_number_id":"615"},
            "contacts":[{"profile":{"name":"Imogen Hartley"},"wa_id":"447","user_id":"GB.7"}],\#(value)}}]}]}
            """#
        return try GraphAPI.WebhookPayload.split(JSON.parse(body)).flatMap { event in
            GraphAPI.WebhookPayload.messages(in: try GraphAPI.WebhookPayload.event(from: event.content))
        }
    }

    @Test("a message in a group is the group's, with its writer")
    func message() throws {
        let told = try conversation(
            #""messages":[{"from":"447","from_user_id":"GB.7","group_id":"Y2Fw","id":"wamid.1","timestamp":"1795341609","type":"text","text":{"body":"Morning"}}]"#)
        guard case .received(let message)? = told.first else {
            Issue.record("\(told)")
            return
        }
        #expect(message.address == "Y2Fw" && message.author == "Imogen Hartley" && message.contactName == nil)
        #expect(message.opensWindow)
    }

    @Test("a status of a group is of one participant, or of the message")
    func recipients() throws {
        let told = try conversation(
            #""statuses":[{"id":"wamid.1","status":"read","timestamp":"1795342100","recipient_id":"Y2Fw","recipient_type":"group","recipient_participant_id":"447","recipient_participant_user_id":"GB.7"},{"id":"wamid.1","status":"sent","timestamp":"1795342099","recipient_id":"Y2Fw","recipient_type":"group"}]"#)
        guard case .status(let read)? = told.first, case .status(let sent)? = told.last else {
            Issue.record("\(told)")
            return
        }
        #expect(read.recipient == .init(address: "+447", name: "Imogen Hartley") && read.status == .read)
        #expect(sent.recipient == nil && sent.status == .sent)
    }
}
