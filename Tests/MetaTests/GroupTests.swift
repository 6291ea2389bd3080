import Foundation
import GraphAPI
import IntegrationKit
import IntegrationTesting
import Synchronization
import Testing

@testable import Meta

@Suite("Groups of WhatsApp", .timeLimit(.minutes(10)))
struct GroupTests {
    private static let node = #"""
        {"id":"Y2Fw","subject":"Site team","description":"Work","join_approval_mode":"approval_required","suspended":false,
        "creation_timestamp":1795341600,"participants":[{"wa_id":"447"},{"wa_id":"448"}],"total_participant_count":2}
        """#

    /// A connected workplace with a number.
    private func workplace(
        _ answer: @escaping @Sendable (String) -> ScriptedServer.Action = { _ in .text(Self.node) },
        _ body: (GraphStandIn, ChannelRecord) async throws -> Void
    ) async throws {
        try await GraphStandIn.with(answer) { meta in
            try await meta.connect()
            try await ModelStore<WhatsAppPhoneNumber>(session: meta.session).upsert(
                .init(phone: "+442079460155", phoneNumberID: "615"))
            let channel = try await meta.tool().channels.whatsApp.open(identifier: "+442079460155", name: "x")
            try await body(meta, channel)
        }
    }

    private func tell(_ meta: GraphStandIn, _ channel: ChannelRecord, _ field: String, _ items: String...) async throws {
        for item in items {
            let body = #"""
                {"object":"whatsapp_business_account","entry":[{"id":"730","changes":[{"field":"\#(field)","value":{
                "metadata":{"display_phone_number":"442079460155","phone_number_id":"615"},
                \#(field == "messages" ? item : "\"groups\":[{\(item)}]")}}]}]}
                """#
            for event in try WebhookPayload.split(JSON.parse(body)) {
                try await ReceiveWhatsApp.handle(WebhookPayload.event(from: event.content), in: meta.webhook(channel))
            }
        }
    }

    private static let life = "group_lifecycle_update", people = "group_participants_update", settings = "group_settings_update"

    private static func made(_ request: String = "req-1", _ group: String = "Y2Fw", subject: String = "Site team") -> String {
        #""timestamp":1795341600,"group_id":"\#(group)","type":"group_create","request_id":"\#(request)","subject":"\#(subject)","invite_link":"https://chat.whatsapp.com/A","join_approval_mode":"auto_approve""#
    }

    private static func joined(_ who: String, at seconds: Int) -> String {
        #""timestamp":\#(seconds),"group_id":"Y2Fw","type":"group_participants_add","reason":"invite_link","added_participants":[{"wa_id":"\#(who)"}]"#
    }

    private static func left(_ who: String, at seconds: Int) -> String {
        #""timestamp":\#(seconds),"group_id":"Y2Fw","type":"group_participants_remove","initiated_by":"participant","removed_participants":[{"wa_id":"\#(who)"}]"#
    }

    private func groups(_ meta: GraphStandIn) async throws -> [WhatsAppGroup] {
        try await ModelStore<WhatsAppGroup>(session: meta.session).all()
    }

    private func members(_ meta: GraphStandIn) async throws -> [String] {
        try await ModelStore<WhatsAppGroupParticipant>(session: meta.session).all(where: .equal(.isMember, true))
            .map(\.address).sorted()
    }

    private func lines(_ meta: GraphStandIn) async -> [String] { await meta.session.receivedMessages.map(\.text) }

    private func create(_ meta: GraphStandIn, trigger: Trigger = .agent) async throws -> WhatsAppGroup.ID {
        try await CreateWhatsAppGroup.call(
            .init(phoneNumberID: "615", subject: "Site team", description: "Work"), in: meta.tool(trigger)).id
    }

    // MARK: Making

    @Test("a group that was asked for is there at once, and made when WhatsApp says so")
    func create() async throws {
        try await workplace({ _ in .text(#"{"request_id":"req-1"}"#) }) { meta, channel in
            let id = try await create(meta)
            var group = try #require(try await groups(meta).first)
            #expect(group.id == id && group.status == .creating && group.groupID == nil && group.subject == "Site team")
            try await tell(meta, channel, Self.life, Self.made(), Self.made())
            group = try #require(try await groups(meta).first)
            #expect(try await groups(meta).count == 1)
            #expect(group.id == id && group.status == .active && group.groupID == "Y2Fw")
            #expect(group.inviteLink == "https://chat.whatsapp.com/A" && group.description == "Work" && group.madeAt != nil)
            #expect(await lines(meta) == ["The group “Site team” was made"], "told again it is no second line")
            let line = try #require(await meta.session.receivedMessages.first)
            #expect(line.address == "Y2Fw" && line.contactName == "Site team" && line.direction == .outbound)
        }
    }

    @Test("when WhatsApp is faster than its own answer there is one group all the same")
    func createRace() async throws {
        try await workplace({ _ in .text(#"{"request_id":"req-1"}"#) }) { meta, channel in
            try await tell(meta, channel, Self.life, Self.made())
            let id = try await create(meta)
            let group = try #require(try await groups(meta).first)
            #expect(try await groups(meta).count == 1)
            #expect(group.id == id)
            #expect(group.status == .active && group.groupID == "Y2Fw" && group.inviteLink != nil && group.description == "Work")
        }
    }

    @Test("a group that could not be made says why")
    func createFailure() async throws {
        try await workplace({ _ in .text(#"{"request_id":"req-1"}"#) }) { meta, channel in
            let id = try await create(meta)
            try await tell(
                meta, channel, Self.life,
                #""timestamp":1,"type":"group_create","request_id":"req-1","errors":[{"code":131215,"message":"Not eligible"}]"#)
            let group = try #require(try await groups(meta).first)
            #expect(group.status == .failed && group.notice == "The group could not be made. Not eligible. This number may not use groups.")
            #expect(await lines(meta).isEmpty)
            _ = try await ForgetWhatsAppGroup.call(.init(id: id), in: meta.tool())
            #expect(try await groups(meta).isEmpty)
        }
    }

    @Test("limits are told by field before Meta is asked")
    func limits() async throws {
        try await workplace { meta, _ in
            let input = CreateWhatsAppGroup.Input(
                phoneNumberID: "615", subject: String(repeating: "x", count: 129),
                description: String(repeating: "x", count: 2049))
            let problems = await #expect(throws: InvalidValue.self) { try await CreateWhatsAppGroup.call(input, in: meta.tool()) }
            #expect(problems?.problems.map(\.path) == ["subject", "description"])
            let unknown = await #expect(throws: ToolFailure.self) {
                try await CreateWhatsAppGroup.call(.init(phoneNumberID: "616", subject: "x"), in: meta.tool())
            }
            #expect(unknown?.code == .notFound && unknown?.field == "phone_number_id")
            #expect(meta.server.requests.isEmpty)
        }
    }

    // MARK: People

    @Test("who is in a group follows the latest word on each, whatever comes first")
    func participants() async throws {
        try await workplace { meta, channel in
            try await tell(meta, channel, Self.life, Self.made())
            try await tell(meta, channel, Self.people, Self.joined("447", at: 1_795_341_700), Self.joined("448", at: 1_795_341_710))
            #expect(try await members(meta) == ["+447", "+448"])
            #expect(try await groups(meta).first?.participantCount == 2)
            // They left and came back; the word on the leaving is late.
            try await tell(meta, channel, Self.people, Self.joined("447", at: 1_795_341_900), Self.left("447", at: 1_795_341_800))
            #expect(try await members(meta) == ["+447", "+448"])
            try await tell(meta, channel, Self.people, Self.left("448", at: 1_795_341_720))
            #expect(try await members(meta) == ["+447"])
            #expect(try await groups(meta).first?.participantCount == 1)
            #expect(await lines(meta).last == "+448 left")
        }
    }

    @Test("a participant is called by name once they have written, in a conversation that has the group's name")
    func names() async throws {
        try await workplace { meta, channel in
            try await tell(meta, channel, Self.life, Self.made())
            try await tell(
                meta, channel, "messages",
                #""contacts":[{"profile":{"name":"Imogen"},"wa_id":"447"}],"messages":[{"from":"447","group_id":"Y2Fw","id":"wamid.1","timestamp":"1795341700","type":"text","text":{"body":"Morning"}}]"#)
            let message = try #require(await meta.session.receivedMessages.last)
            #expect(message.author == "Imogen" && message.contactName == "Site team" && message.address == "Y2Fw")
            try await tell(meta, channel, Self.people, Self.left("447", at: 1_795_341_800))
            #expect(await lines(meta).last == "Imogen left")
            #expect(meta.server.requests.isEmpty, "nothing has to be asked of Meta")
        }
    }

    @Test("a group that is not known is asked about once, and its message is there when Meta says nothing")
    func unknownGroup() async throws {
        let message = #""messages":[{"from":"447","group_id":"Y2Fw","id":"wamid.ID","timestamp":"1795341700","type":"text","text":{"body":"Morning"}}]"#
        try await workplace { meta, channel in
            for id in ["1", "2"] { try await tell(meta, channel, "messages", message.replacing("ID", with: id)) }
            #expect(await meta.session.receivedMessages.map(\.contactName) == ["Site team", "Site team"])
            #expect(meta.server.requests.map(\.path) == ["/v25.0/Y2Fw"])
            let group = try #require(try await groups(meta).first)
            #expect(group.status == .active && group.joinApproval == .approval && group.participantCount == 2)
            #expect(try await members(meta) == ["+447", "+448"])
        }
        try await workplace({ _ in .text(#"{"error":{"code":131041}}"#, status: 400) }) { meta, channel in
            try await tell(meta, channel, "messages", message)
            #expect(await lines(meta) == ["Morning"])
        }
    }

    // MARK: Settings, suspension, deletion

    @Test("of settings the later word holds; what was not done is noted and not told")
    func settings() async throws {
        try await workplace { meta, channel in
            try await tell(meta, channel, Self.life, Self.made())
            func subject(_ text: String, _ seconds: Int) -> String {
                #""timestamp":\#(seconds),"group_id":"Y2Fw","type":"group_settings_update","group_subject":{"text":"\#(text)","update_successful":true}"#
            }
            try await tell(meta, channel, Self.settings, subject("Second", 1_795_341_800), subject("First", 1_795_341_700))
            #expect(try await groups(meta).first?.subject == "Second")
            // The word on the making is late.
            try await tell(meta, channel, Self.life, Self.made())
            #expect(try await groups(meta).first?.subject == "Second")
            try await tell(
                meta, channel, Self.settings,
                #""timestamp":1795341900,"group_id":"Y2Fw","type":"group_settings_update","group_description":{"text":"x","update_successful":false,"errors":[{"code":131208,"message":"Too fast"}]}"#)
            let group = try #require(try await groups(meta).first)
            #expect(group.notice?.hasPrefix("The description was not changed. Too fast.") == true && group.description == nil)
            #expect(await lines(meta).count { $0.hasPrefix("The group is now called") } == 2)
        }
    }

    @Test("suspension comes and goes; a deleted group stays deleted")
    func status() async throws {
        try await workplace { meta, channel in
            try await tell(meta, channel, Self.life, Self.made())
            func status(_ type: String, _ seconds: Int) -> String { #""timestamp":\#(seconds),"group_id":"Y2Fw","type":"\#(type)""# }
            try await tell(meta, channel, "group_status_update", status("group_suspend", 1_795_341_700))
            #expect(try await groups(meta).first?.status == .suspended)
            try await tell(
                meta, channel, "group_status_update", status("group_suspend_cleared", 1_795_341_800), status("group_suspend", 1_795_341_750))
            #expect(try await groups(meta).first?.status == .active)
            try await tell(meta, channel, Self.people, Self.joined("447", at: 1_795_341_810))
            try await tell(meta, channel, Self.life, status("group_delete", 1_795_341_900))
            try await tell(meta, channel, "group_status_update", status("group_suspend_cleared", 1_795_341_950))
            let group = try #require(try await groups(meta).first)
            #expect(group.status == .deleted && group.inviteLink == nil && group.participantCount == 0)
            #expect(try await members(meta).isEmpty)
            let failure = await #expect(throws: ToolFailure.self) {
                try await FetchGroupInviteLink.call(.init(id: group.id), in: meta.tool())
            }
            #expect(failure?.code == .rejected && meta.server.requests.isEmpty)
        }
    }

    // MARK: Tools

    @Test("a wish changes nothing here until WhatsApp has fulfilled it, and only what differs is asked for")
    func change() async throws {
        try await workplace { meta, channel in
            try await tell(meta, channel, Self.life, Self.made())
            let id = try #require(try await groups(meta).first?.id)
            _ = try await ChangeWhatsAppGroup.call(.init(id: id, subject: "Site team", description: "New"), in: meta.tool())
            let body = try JSON.parse(try #require(meta.server.requests.first).body)
            #expect(body == ["messaging_product": "whatsapp", "description": "New"])
            #expect(try await groups(meta).first?.description == nil)
            _ = try await ChangeWhatsAppGroup.call(.init(id: id, subject: "Site team"), in: meta.tool())
            #expect(meta.server.requests.count == 1, "nothing differs")
        }
    }

    @Test("people are removed, let in and turned away; each failure is told")
    func decisions() async throws {
        let answers: @Sendable (String) -> ScriptedServer.Action = { request in
            if request.hasPrefix("POST Y2Fw/join_requests") {
                return .text(#"{"approved_join_requests":["r1"],"failed_join_requests":[{"join_request_id":"r2","errors":[{"code":131213,"message":"Gone"}]}]}"#)
            }
            if request.hasPrefix("GET Y2Fw/join_requests") {
                return .text(#"{"data":[{"join_request_id":"r1","wa_id":"447","creation_timestamp":1755548877}]}"#)
            }
            if request.hasPrefix("DELETE Y2Fw/join_requests") {
                return .text(#"{"rejected_join_requests":[],"failed_join_requests":[{"join_request_id":"r3","errors":[{"code":131213,"message":"Gone"}]}]}"#)
            }
            return .text("{}")
        }
        try await workplace(answers) { meta, channel in
            try await tell(meta, channel, Self.life, Self.made().replacing("auto_approve", with: "approval_required"))
            let id = try #require(try await groups(meta).first?.id)
            let listed = try await ListGroupJoinRequests.call(.init(id: id), in: meta.tool())
            #expect(listed.map(\.requestID) == ["r1"] && listed.first?.address == "+447")
            let approved = try await ApproveGroupJoinRequests.call(.init(id: id, requestIDs: ["r1", "r2"]), in: meta.tool())
            #expect(approved.decided == ["r1"] && approved.failed.map(\.requestID) == ["r2"])
            #expect(approved.failed.first?.reason == "Gone. Nothing is left to do; the request is gone.")
            let refused = await #expect(throws: ToolFailure.self) {
                try await RejectGroupJoinRequests.call(.init(id: id, requestIDs: ["r3"]), in: meta.tool())
            }
            #expect(refused?.code == .notFound && refused?.providerReference == "131213")
            _ = try await RemoveGroupParticipants.call(.init(id: id, participants: ["+447"]), in: meta.tool())
            #expect(meta.server.requests.last?.path == "/v25.0/Y2Fw/participants")
            try await tell(
                meta, channel, Self.people,
                #""timestamp":1795341700,"group_id":"Y2Fw","type":"group_participants_remove","removed_participants":[],"failed_participants":[{"input":"+447","errors":[{"code":131212,"message":"Not in it"}]}]"#)
            #expect(try await groups(meta).first?.notice?.hasPrefix("+447 could not be removed. Not in it.") == true)
        }
    }

    @Test("the link is fetched and reset; a group that Meta no longer knows is noted as gone")
    func link() async throws {
        let isGone = Mutex(false)
        try await workplace({ _ in
            isGone.withLock { $0 }
                ? .text(#"{"error":{"code":131041,"message":"Group unknown"}}"#, status: 400)
                : .text(#"{"invite_link":"https://chat.whatsapp.com/B"}"#)
        }) { meta, channel in
            try await tell(meta, channel, Self.life, Self.made())
            let id = try #require(try await groups(meta).first?.id)
            #expect(try await ResetGroupInviteLink.call(.init(id: id), in: meta.tool()).inviteLink == "https://chat.whatsapp.com/B")
            #expect(try await groups(meta).first?.inviteLink == "https://chat.whatsapp.com/B")
            isGone.withLock { $0 = true }
            let failure = await #expect(throws: ToolFailure.self) { try await FetchGroupInviteLink.call(.init(id: id), in: meta.tool()) }
            #expect(failure?.code == .notFound)
            #expect(try await groups(meta).first?.status == .deleted)
            #expect(await meta.session.commits == 1)
        }
    }

    @Test("all groups of all numbers are fetched; what is no longer there is gone, and the workplace's name stays")
    func refresh() async throws {
        let list = Mutex(#"{"data":{"groups":[{"id":"Y2Fw","subject":"Site team"}]}}"#)
        try await workplace({ request in
            request.contains("/groups") ? .text(list.withLock { $0 }) : .text(Self.node)
        }) { meta, channel in
            _ = try await RefreshWhatsAppGroups.call(.init(), in: meta.tool())
            var group = try #require(try await groups(meta).first)
            #expect(group.subject == "Site team" && group.participantCount == 2 && group.status == .active)
            try await WorkplaceWriter(session: meta.session).write(.init(name: "Harbour"), to: group.id, of: WhatsAppGroup.self)
            _ = try await RefreshWhatsAppGroups.call(.init(), in: meta.tool())
            // The word on the making comes after it was found.
            try await tell(meta, channel, Self.life, Self.made())
            #expect(try await groups(meta).count == 1)
            list.withLock { $0 = #"{"data":{"groups":[]}}"# }
            _ = try await RefreshWhatsAppGroups.call(.init(), in: meta.tool())
            group = try #require(try await groups(meta).first)
            #expect(group.status == .deleted && group.name == "Harbour")
        }
    }

    @Test("of many groups a hundred are read at a time, and the next call goes on, also after one that broke off")
    func refreshInParts() async throws {
        let list = (0..<130).map { #"{"id":"G\#($0)","subject":"Group \#($0)"}"# }.joined(separator: ",")
        let isBroken = Mutex(false)
        try await workplace({ request in
            if request.contains("/groups") { return .text(#"{"data":{"groups":[\#(list)]}}"#) }
            let id = String(request.split(separator: " ")[1].prefix { $0 != "?" })
            if id == "G7" { return .text(#"{"error":{"code":131041,"message":"Group unknown"}}"#, status: 400) }
            if isBroken.withLock({ $0 }), id == "G120" {
                return .text(#"{"error":{"code":131208,"message":"Group rate limit hit"}}"#, status: 429)
            }
            return .text(#"{"id":"\#(id)","subject":"Group","participants":[{"wa_id":"447"}]}"#)
        }) { meta, _ in
            var done = try await RefreshWhatsAppGroups.call(.init(), in: meta.tool())
            #expect(done.read == 100 && done.left == 30)
            var known = try await groups(meta)
            #expect(known.count == 130 && known.count { $0.readAt != nil } == 99, "all are listed")
            #expect(known.first { $0.groupID == "G7" }?.status == .deleted)
            isBroken.withLock { $0 = true }
            let failure = await #expect(throws: ToolFailure.self) {
                try await RefreshWhatsAppGroups.call(.init(), in: meta.tool())
            }
            #expect(failure?.code == .rateLimited)
            #expect(try await groups(meta).count { $0.readAt != nil } > 99, "what was read before is kept")
            isBroken.withLock { $0 = false }
            done = try await RefreshWhatsAppGroups.call(.init(), in: meta.tool())
            known = try await groups(meta)
            #expect(known.count { $0.readAt != nil } == 129)
        }
    }

    @Test("a group that was found before the word on its making came is one with the one that was asked for")
    func foundFirst() async throws {
        try await workplace({ request in
            request.hasPrefix("POST") ? .text(#"{"request_id":"req-1"}"#)
                : request.contains("/groups") ? .text(#"{"data":{"groups":[{"id":"Y2Fw","subject":"Site team"}]}}"#) : .text(Self.node)
        }) { meta, channel in
            let asked = try await create(meta)
            _ = try await RefreshWhatsAppGroups.call(.init(), in: meta.tool())
            #expect(try await groups(meta).count == 2)
            try await tell(meta, channel, Self.life, Self.made())
            let group = try #require(try await groups(meta).first)
            #expect(try await groups(meta).count == 1)
            #expect(group.id == asked && group.groupID == "Y2Fw" && group.status == .active)
            #expect(try await members(meta) == ["+447", "+448"])
        }
    }

    @Test("every code of Meta's for groups comes through a tool as what it is")
    func errors() async throws {
        let codes: [(Int, ToolFailure.Code)] = [
            (131020, .notFound), (131041, .notFound), (131201, .rejected), (131202, .invalidInput), (131203, .rejected),
            (131204, .invalidInput), (131207, .permissionDenied), (131208, .rateLimited), (131209, .invalidInput),
            (131210, .invalidInput), (131211, .rejected), (131212, .notFound), (131213, .notFound), (131214, .rateLimited),
            (131215, .invalidInput),
        ]
        let current = Mutex(0)
        try await workplace({ _ in .text(#"{"error":{"code":\#(current.withLock { $0 }),"message":"x"}}"#, status: 400) }) { meta, channel in
            for (code, expected) in codes {
                current.withLock { $0 = code }
                try await tell(meta, channel, Self.life, Self.made("req-\(code)", "g\(code)", subject: "Team"))
                let group = try #require(
                    try await ModelStore<WhatsAppGroup>(session: meta.session).first(where: .equal(.groupID, "g\(code)")))
                let failure = await #expect(throws: ToolFailure.self) {
                    try await DeleteWhatsAppGroup.call(.init(id: group.id), in: meta.tool())
                }
                let rule = try #require(GraphErrorTable.rules.first { $0.code == code })
                #expect(failure?.code == expected && failure?.advice == rule.action, "\(code)")
            }
        }
    }

    @Test("the groups go with their number, and with a person's data")
    func removal() async throws {
        try await workplace { meta, channel in
            try await tell(meta, channel, Self.life, Self.made())
            try await tell(meta, channel, Self.people, Self.joined("447", at: 1_795_341_700))
            _ = try await RemoveWhatsAppNumber.call(.init(phoneNumberID: "615"), in: meta.tool())
            #expect(try await groups(meta).isEmpty)
            #expect(try await members(meta).isEmpty)
            try await tell(meta, channel, Self.life, Self.made())
            try await DeleteData.fulfil(in: meta.hook())
            #expect(try await groups(meta).isEmpty)
        }
    }
}
