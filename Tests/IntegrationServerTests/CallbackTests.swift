import Cryptography
import Foundation
import IntegrationKit
import Storage
import Testing

@testable import IntegrationServer

@Suite("Callbacks", .timeLimit(.minutes(10)))
struct CallbackTests {
    private func call(
        _ server: TestServer, say: String, token: String, signedAt: Date? = nil, more: String = ""
    ) async throws -> RawHTTP.Answer {
        let url = try #require(try await server.process.webhooks.registerApp()["answer_call"])
        let time = String(Int((signedAt ?? server.clock.now).timeIntervalSince1970))
        let code = Hex.encode(HMAC.sha256(Array("\(time)\(token)\(say)".utf8), key: Array(TestServer.secret.utf8)))
        let form = "timestamp=\(time)&token=\(token)&say=\(say)&signature=\(code)\(more)"
        return try await server.http.send(
            "POST", String(url.dropFirst(server.runtime.publicURL.count)),
            headers: ["Content-Type": "application/x-www-form-urlencoded"], body: Array(form.utf8))
    }

    @Test("the handler's answer is the answer, with the manifest's content type, and nothing is stored")
    func answers() async throws {
        try await withServer { server in
            let answer = try await call(server, say: "hello", token: "a")
            #expect(answer.status == 200)
            #expect(answer.text == "<Say>hello</Say>")
            #expect(answer["content-type"] == "application/xml")
            #expect(try await server.store.inboxCounts() == InboxCounts(unsplit: 0, waiting: 0, running: 0, dead: 0))
        }
    }

    @Test("the same request a second time, a late one and one with a second field are refused as the manifest says")
    func refusals() async throws {
        try await withServer { server in
            #expect(try await call(server, say: "hello", token: "a").status == 200)
            let again = try await call(server, say: "hello", token: "a")
            #expect(again.status == 401)
            #expect(again.text == "no")
            let late = server.clock.now.addingTimeInterval(-400)
            #expect(try await call(server, say: "hello", token: "b", signedAt: late).status == 401)
            #expect(try await call(server, say: "hello", token: "c", more: "&say=other").status == 401)
            #expect(try await call(server, say: "hello", token: "c").status == 200)
        }
    }

    @Test("a handler that fails has the answer that the manifest has for it, and the provider may come again")
    func failures() async throws {
        try await withServer { server in
            for _ in 0..<2 {
                let answer = try await call(server, say: "fail", token: "a")
                #expect(answer.status == 502)
                #expect(answer.text == "<Hangup/>")
            }
        }
    }

    @Test("what is to be ignored is answered without the handler")
    func ignored() async throws {
        try await withServer { server in
            let answer = try await call(server, say: "nothing", token: "a")
            #expect(answer.status == 200)
            #expect(answer.body.isEmpty)
        }
    }
}
