import Foundation
import Testing

@testable import GraphSandbox

@Suite("Comments and private replies", .timeLimit(.minutes(10)))
struct CommentTests {
    private func reply(_ sandbox: SandboxHarness, _ id: String, token: String) async throws -> SandboxHarness.Answer {
        try await sandbox.postJSON(
            "/v25.0/me/messages", #"{"recipient":{"comment_id":"\#(id)"},"message":{"text":"In private"}}"#, token: token)
    }

    private func comment(_ sandbox: SandboxHarness, _ text: String, at endpoint: String) async throws -> String {
        let answer = try await sandbox.control(
            "comments", #"{"person":"\#(SandboxHarness.imogen)","number":"\#(endpoint)","text":"\#(text)"}"#)
        #expect(answer.status == 200, "\(answer.text)")
        return answer.string("id") ?? ""
    }

    private func pageToken(_ sandbox: SandboxHarness, without scope: String = "") async throws -> String {
        let scopes = "\(SandboxHarness.pageScopes),instagram_manage_comments".split(separator: ",").map(String.init)
        let granted = scopes.filter { $0 != scope }.joined(separator: ",")
        let user = try await sandbox.login(scopes: granted)
        let rows = try await sandbox.get("/v25.0/me/accounts", token: user).rows
        return try #require(rows.first?["access_token"] as? String)
    }

    @Test("a comment is answered once, without a window, and not when it is gone or a week old")
    func reply() async throws {
        try await SandboxHarness.run { sandbox in
            var token = try await pageToken(sandbox)
            for endpoint in [SandboxHarness.page, SandboxHarness.instagram] {
                let first = try await comment(sandbox, "How much?", at: endpoint)
                let answer = try await reply(sandbox, first, token: token)
                #expect(answer.status == 200 && answer.string("message_id") != nil)
                #expect(try await reply(sandbox, first, token: token).code == 10_903)
                let second = try await comment(sandbox, "And this?", at: endpoint)
                _ = try await sandbox.control("clock", #"{"advance":604801}"#)
                token = try await pageToken(sandbox)
                #expect(try await reply(sandbox, second, token: token).code == 10_900)
                let third = try await comment(sandbox, "Gone", at: endpoint)
                _ = try await sandbox.control(
                    "delete", #"{"person":"\#(SandboxHarness.imogen)","number":"\#(endpoint)","message":"\#(third)"}"#)
                #expect(try await reply(sandbox, third, token: token).code == 10_900)
            }
            #expect(try await reply(sandbox, "9981_1", token: token).code == 10_900)
        }
    }

    @Test("Instagram wants the permission for comments")
    func permission() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await pageToken(sandbox, without: "instagram_manage_comments")
            let id = try await comment(sandbox, "How much?", at: SandboxHarness.instagram)
            #expect(try await reply(sandbox, id, token: token).code == 230)
            let onPage = try await comment(sandbox, "How much?", at: SandboxHarness.page)
            #expect(try await reply(sandbox, onPage, token: token).status == 200)
        }
    }
}
