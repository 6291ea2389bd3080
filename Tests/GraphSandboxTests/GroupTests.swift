import Foundation
import Testing

@testable import GraphSandbox

@Suite("Groups", .timeLimit(.minutes(10)))
struct GroupTests {
    private static let number = SandboxHarness.number
    private static let imogen = SandboxHarness.imogen

    private static var others: [String] {
        Directory.northwind.people.filter { $0.isReachable && $0.waID != imogen }.map(\.waID)
    }

    /// A group that was made through the API.
    private func make(
        _ sandbox: SandboxHarness, _ token: String, subject: String = "Site team", mode: String = "auto_approve"
    ) async throws -> (id: String, link: String) {
        let answer = try await sandbox.postJSON(
            "/v25.0/\(Self.number)/groups",
            #"{"messaging_product":"whatsapp","subject":"\#(subject)","join_approval_mode":"\#(mode)"}"#, token: token)
        #expect(answer.status == 200 && answer.string("request_id") != nil, "\(answer.text)")
        let row = try #require(try await sandbox.get("/sandbox/groups").rows.last { $0["subject"] as? String == subject })
        return (try #require(row["id"] as? String), try #require(row["link"] as? String))
    }

    private func row(_ sandbox: SandboxHarness, _ id: String) async throws -> [String: Any] {
        try await sandbox.get("/sandbox/groups").rows.first { $0["id"] as? String == id } ?? [:]
    }

    private func send(_ sandbox: SandboxHarness, _ token: String, to group: String, _ rest: String) async throws -> SandboxHarness.Answer {
        try await sandbox.postJSON(
            "/v25.0/\(Self.number)/messages",
            #"{"messaging_product":"whatsapp","recipient_type":"group","to":"\#(group)",\#(rest)}"#, token: token)
    }

    private static let text = #""type":"text","text":{"body":"Hello all"}"#

    @Test("a group is made, read, listed, changed and deleted")
    func life() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let (id, link) = try await make(sandbox, token)
            let node = try await sandbox.get(
                "/v25.0/\(id)?fields=subject,description,join_approval_mode,suspended,participants,total_participant_count,creation_timestamp",
                token: token)
            #expect(node.string("subject") == "Site team" && node.string("join_approval_mode") == "auto_approve")
            #expect(node.int("total_participant_count") == 0 && node["suspended"] as? Bool == false)
            #expect(try await sandbox.get("/v25.0/\(id)?fields=nothing", token: token).code == 100)
            let listed = try await sandbox.get("/v25.0/\(Self.number)/groups?limit=1024", token: token)
            #expect(listed.string("data", "groups", 0, "id") == id)
            #expect(try await sandbox.get("/v25.0/\(id)/invite_link", token: token).string("invite_link") == link)
            let product = #"{"messaging_product":"whatsapp"}"#
            let other = try await sandbox.postJSON("/v25.0/\(id)/invite_link", product, token: token).string("invite_link")
            #expect(other != nil && other != link)
            let changed = try await sandbox.postJSON(
                "/v25.0/\(id)", #"{"messaging_product":"whatsapp","subject":" New name ","description":"About"}"#, token: token)
            #expect(changed.status == 200)
            let now = try await row(sandbox, id)
            #expect(now["subject"] as? String == "New name" && now["description"] as? String == "About")
            #expect(try await sandbox.send("DELETE", "/v25.0/\(id)", token: token)["success"] as? Bool == true)
            #expect(try await sandbox.get("/v25.0/\(id)", token: token).code == 131041)
            #expect(try await sandbox.get("/v25.0/\(Self.number)/groups", token: token).string("data", "groups", 0, "id") == nil)
        }
    }

    @Test(
        "what is wrong with a wish is refused by Meta's codes",
        arguments: [
            (#"{"subject":"x"}"#, 100), (#"{"messaging_product":"whatsapp"}"#, 131008),
            (#"{"messaging_product":"whatsapp","subject":"   "}"#, 131008),
            (#"{"messaging_product":"whatsapp","subject":"LONG"}"#, 100),
            (#"{"messaging_product":"whatsapp","subject":"x","description":"DESCRIPTION"}"#, 100),
            (#"{"messaging_product":"whatsapp","subject":"x","join_approval_mode":"sometimes"}"#, 100),
            (#"{"messaging_product":"messenger","subject":"x"}"#, 100),
        ])
    func limits(body: String, code: Int) async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let body = body.replacingOccurrences(of: "LONG", with: String(repeating: "ü", count: 129))
                .replacingOccurrences(of: "DESCRIPTION", with: String(repeating: "d", count: 2049))
            let answer = try await sandbox.postJSON("/v25.0/\(Self.number)/groups", body, token: token)
            #expect(answer.code == code, "\(answer.text)")
            let longest = String(repeating: "ü", count: 128)
            _ = try await make(sandbox, token, subject: longest)
        }
    }

    @Test("people join by the link, up to eight; they write, leave, and are removed")
    func people() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let (id, link) = try await make(sandbox, token)
            #expect(try await send(sandbox, token, to: id, Self.text).code == 131020, "nobody is in it yet")
            #expect(try await send(sandbox, token, to: "Y2FwaV9ncm91cDoNONE", Self.text).code == 131041)
            #expect(try await sandbox.control("groups/join", #"{"person":"\#(Self.imogen)","link":"\#(link)"}"#).status == 200)
            let second = try #require(Self.others.first)
            #expect(try await sandbox.control("groups/join", #"{"person":"\#(second)","link":"\#(link)"}"#).status == 200)
            #expect(try await sandbox.control("groups/join", #"{"person":"\#(second)","link":"\#(link)"}"#).status == 409)
            #expect(try await sandbox.control("messages", #"{"person":"\#(Self.imogen)","group":"\#(id)","text":"Hello"}"#).status == 200)
            let sent = try await send(sandbox, token, to: id, Self.text)
            #expect(sent.string("messages", 0, "group_id") == id && sent.string("contacts", 0, "wa_id") == id)
            let unsupported = try await send(sandbox, token, to: id, #""type":"location","location":{"latitude":1,"longitude":1}"#)
            #expect(unsupported.code == 131051)
            func remove(_ people: String) async throws -> Int? {
                let answer = try await sandbox.send(
                    "DELETE", "/v25.0/\(id)/participants", token: token, headers: ["Content-Type": "application/json"],
                    body: #"{"messaging_product":"whatsapp","participants":\#(people)}"#)
                return answer.status == 200 ? nil : answer.code
            }
            #expect(try await remove("[]") == 100)
            #expect(try await remove(#"[{"user":"+\#(second)"},{"user":"\#(second)"}]"#) == 131202)
            #expect(try await remove(#"[{"user":"447700900999"}]"#) == 131212)
            #expect(try await remove(#"[{"user":"+\#(second)"},{"user":"447700900999"}]"#) == nil)
            #expect(try await row(sandbox, id)["participants"] as? [String] == [Self.imogen])
            #expect(try await sandbox.control("messages", #"{"person":"\#(second)","group":"\#(id)","text":"x"}"#).status == 400)
            _ = try await sandbox.control("groups/leave", #"{"person":"\#(Self.imogen)","group":"\#(id)"}"#)
            #expect(try await row(sandbox, id)["participants"] as? [String] == [])
        }
    }

    @Test("a group that asks for approval takes whom the business lets in")
    func joinRequests() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let (id, link) = try await make(sandbox, token, mode: "approval_required")
            let people = [Self.imogen] + Self.others.prefix(2)
            for person in people { _ = try await sandbox.control("groups/join", #"{"person":"\#(person)","link":"\#(link)"}"#) }
            let requests = try await sandbox.get("/v25.0/\(id)/join_requests", token: token).rows
            #expect(requests.compactMap { $0["wa_id"] as? String } == people)
            let ids = requests.compactMap { $0["join_request_id"] as? String }
            func decide(_ method: String, _ ids: [String]) async throws -> SandboxHarness.Answer {
                let list = ids.map { "\"\($0)\"" }.joined(separator: ",")
                return try await sandbox.send(
                    method, "/v25.0/\(id)/join_requests", token: token, headers: ["Content-Type": "application/json"],
                    body: #"{"messaging_product":"whatsapp","join_requests":[\#(list)]}"#)
            }
            let approved = try await decide("POST", [ids[0], "none"])
            #expect(approved.string("approved_join_requests", 0) == ids[0])
            #expect(approved.string("failed_join_requests", 0, "join_request_id") == "none")
            #expect(approved.int("failed_join_requests", 0, "errors", 0, "code") == 131213)
            #expect(try await decide("POST", [ids[0]]).code == 131213, "it was decided on")
            #expect(try await decide("DELETE", [ids[1]]).string("rejected_join_requests", 0) == ids[1])
            _ = try await sandbox.control("groups/withdraw", #"{"person":"\#(people[2])","group":"\#(id)"}"#)
            let group = try await row(sandbox, id)
            #expect(group["participants"] as? [String] == [Self.imogen] && (group["join_requests"] as? [Any])?.isEmpty == true)
        }
    }

    @Test("each step is told by a webhook of its field, and each participant has a status")
    func webhooks() async throws {
        try await SandboxHarness.run { sandbox in
            try await Receiver.run { receiver in
                let token = try await sandbox.login()
                try await sandbox.subscribeAll("whatsapp_business_account", receiver)
                let (id, link) = try await make(sandbox, token)
                let second = try #require(Self.others.first)
                for person in [Self.imogen, second] {
                    _ = try await sandbox.control("groups/join", #"{"person":"\#(person)","link":"\#(link)"}"#)
                }
                _ = try await sandbox.control("messages", #"{"person":"\#(second)","group":"\#(id)","text":"Hello"}"#)
                _ = try await send(sandbox, token, to: id, Self.text)
                _ = try await sandbox.control("groups/suspend", #"{"group":"\#(id)","suspended":true}"#)
                #expect(try await send(sandbox, token, to: id, Self.text).code == 131207)
                _ = try await sandbox.control("groups/suspend", #"{"group":"\#(id)","suspended":false}"#)
                let bodies = try await sandbox.deliveries { rows in
                    rows.count { ($0["summary"] as? String)?.hasPrefix("status delivered") == true } == 2
                        && rows.allSatisfy { $0["state"] as? String != "waiting" }
                }
                let summaries = bodies.compactMap { $0["summary"] as? String }
                for expected in [
                    "group_create of Site team", "group_participants_add of Site team", "message from +\(second) in Site team",
                    "status sent in Site team", "group_suspend of Site team", "group_suspend_cleared of Site team",
                ] {
                    #expect(summaries.contains(expected), "\(expected) is not among \(summaries)")
                }
                _ = try await sandbox.control("groups/read", #"{"person":"\#(Self.imogen)","group":"\#(id)"}"#)
                let messages = try await row(sandbox, id)["messages"] as? [[String: Any]]
                #expect(messages?.last?["recipients"] as? [String: String] == [Self.imogen: "read", second: "delivered"])
            }
        }
    }

    @Test("on the phone somebody joins by the link, writes, and leaves, without a script")
    func phone() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let (id, link) = try await make(sandbox, token, subject: "Site <b> team")
            let groups = "/phone/\(Self.imogen)/groups"
            #expect(try await sandbox.get(groups).text.contains("No groups yet"))
            let nowhere = try await sandbox.postForm(groups + "/join", [("link", "https://chat.whatsapp.com/none")])
            #expect(nowhere.status == 422 && nowhere.text.contains("leads to no group"))
            #expect(try await sandbox.get("\(groups)/\(id)").status == 404, "who is not in it sees nothing")
            let joined = try await sandbox.postForm(groups + "/join", [("link", link)])
            #expect(joined.status == 303 && joined.headers["location"] == "\(groups)/\(id)")
            #expect(try await sandbox.postForm("\(groups)/\(id)/messages", [("text", "We are <here>")]).status == 303)
            let page = try await sandbox.get("\(groups)/\(id)").text
            #expect(page.contains("We are &lt;here&gt;") && page.contains("Site &lt;b&gt; team"))
            #expect(try await sandbox.get("/phone/\(Self.imogen)/\(Self.number)").text.contains(groups))
            #expect(try await sandbox.postForm("\(groups)/\(id)/leave", []).headers["location"] == groups)
            #expect(try await row(sandbox, id)["participants"] as? [String] == [])
        }
    }
}
