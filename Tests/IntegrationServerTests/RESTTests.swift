import Foundation
import IntegrationKit
import Storage
import Synchronization
import Testing

@testable import IntegrationServer

@Suite("The REST API", .timeLimit(.minutes(10)))
struct RESTTests {
    private func contact(_ server: TestServer, _ installation: Installation, _ number: String, score: Int = 0) async throws -> String {
        let session = server.runtime.session(for: installation)
        let record = try await session.write(
            .create(["number": .string(number), "score": .number(JSONNumber(score)), "pin": "hidden-pin"]),
            to: Courier.contact, as: .app)
        try await session.finish()
        return record.id
    }

    private func get(_ server: TestServer, _ path: String, _ headers: [String: String]) async throws -> (Int, JSON) {
        let answer = try await server.http.send("GET", path, headers: headers)
        return (answer.status, (try? JSON.parse(answer.body)) ?? .null)
    }

    private func patch(_ server: TestServer, _ path: String, _ body: JSON, _ headers: [String: String]) async throws -> (Int, JSON) {
        let answer = try await server.http.send("PATCH", path, headers: headers, body: body.bytes())
        return (answer.status, (try? JSON.parse(answer.body)) ?? .null)
    }

    @Test("without credentials nothing is there to see, and the answer says how to get in")
    func credentials() async throws {
        try await withServer { server in
            try await server.workplace("clinic")
            let bare = try await server.http.send("GET", "/api/clinic/tools")
            #expect(bare.status == 401)
            #expect(bare["WWW-Authenticate"] == "Bearer realm=\"api\"")
            let wrong = try await server.http.send("GET", "/api/clinic/tools", headers: ["Authorization": "Bearer ik_guess"])
            #expect(wrong.status == 401)
            #expect(wrong["WWW-Authenticate"]?.contains("invalid_token") == true)
            let token = try await server.token("clinic")
            #expect(try await server.http.send("GET", "/api/clinic/tools?access_token=\(token)").status == 401)
        }
    }

    @Test("its document is there for everybody who may use it, and for nobody else")
    func document() async throws {
        try await withServer { server in
            try await server.workplace("clinic")
            #expect(try await server.http.send("GET", "/api/openapi.json").status == 401)
            let guess = try await server.http.send("GET", "/api/openapi.json", headers: ["Authorization": "Bearer ik_guess"])
            #expect(guess.status == 401)
            let (cookie, _) = try await server.browser("clinic")
            for headers in [try await server.bearer("clinic"), ["Cookie": cookie]] {
                let answer = try await server.http.send("GET", "/api/openapi.json", headers: headers)
                #expect(answer.status == 200 && answer["Content-Type"] == "application/json")
                #expect(try JSON.parse(answer.body)["openapi"] == "3.1.1")
            }
        }
    }

    @Test("guessed names of another workplace are 404 at every address")
    func isolation() async throws {
        try await withServer { server in
            let clinic = try await server.workplace("clinic")
            let rival = try await server.workplace("rival")
            let secret = try await contact(server, rival, "+1")
            let own = try await contact(server, clinic, "+2")
            let bearer = try await server.bearer("clinic")
            let (cookie, csrf) = try await server.browser("clinic")
            let browser = ["Cookie": cookie, "X-CSRF-Token": csrf, "Content-Type": "application/json"]
            for headers in [bearer, browser] {
                for path in ["/api/rival/tools", "/api/rival/models/contact", "/api/rival/models/contact/\(secret)", "/api/none/tools"] {
                    #expect(try await get(server, path, headers).0 == 404)
                }
                #expect(try await get(server, "/api/clinic/models/contact/\(secret)", headers).0 == 404)
                #expect(try await patch(server, "/api/clinic/models/contact/\(secret)", ["nickname": "x"], headers).0 == 404)
                #expect(try await patch(server, "/api/rival/models/contact/\(secret)", ["nickname": "x"], headers).0 == 404)
                #expect(try await server.post("/api/rival/tools/echo", ["text": "x"], headers).0 == 404)
                let list = try await get(server, "/api/clinic/models/contact", headers)
                #expect(list.1["items"]?.arrayValue?.compactMap { $0["id"]?.stringValue } == [own])
                let byID = try await get(server, "/api/clinic/models/contact?id=\(secret)", headers)
                #expect(byID.1["total"] == 0)
            }
        }
    }

    @Test("the workplace's field can be written, an APP field is refused by name, a secret is never shown")
    func ownership() async throws {
        try await withServer { server in
            let clinic = try await server.workplace("clinic")
            let id = try await contact(server, clinic, "+1")
            let bearer = try await server.bearer("clinic")
            let path = "/api/clinic/models/contact/\(id)"
            let written = try await patch(server, path, ["nickname": "Zoë"], bearer)
            #expect(written.0 == 200)
            #expect(written.1["nickname"] == "Zoë")
            #expect(written.1["pin"] == "<secret>")
            for field in ["score", "number", "pin"] {
                var fields: JSONObject = ["nickname": "x"]
                fields[field] = "9"
                let both = JSON.object(fields)
                let refused = try await patch(server, path, both, bearer)
                #expect(refused.0 == 403)
                #expect(refused.1["field"] == .string(field))
            }
            let unknown = try await patch(server, path, ["nick": "x", "created_at": "y"], bearer)
            #expect(unknown.0 == 422)
            #expect(try await patch(server, path, ["nickname": 5], bearer).0 == 422)
            #expect(try await get(server, path, bearer).1["nickname"] == "Zoë")
        }
    }

    @Test("lists filter, order and page")
    func lists() async throws {
        try await withServer { server in
            let clinic = try await server.workplace("clinic")
            for score in 1...5 { _ = try await contact(server, clinic, "+\(score)", score: score) }
            let bearer = try await server.bearer("clinic")
            func scores(_ query: String) async throws -> [Int64] {
                let list = try await get(server, "/api/clinic/models/contact?\(query)", bearer).1
                return (list["items"]?.arrayValue ?? []).compactMap { $0["score"]?.int64Value }
            }
            #expect(try await scores("order=-score&limit=2&offset=1") == [4, 3])
            #expect(try await scores("score[GTE]=4&order=score") == [4, 5])
            #expect(try await scores("number=%2B2") == [2])
            #expect(try await scores("score%5BIN%5D=1,3&order=score") == [1, 3])
            for query in ["limit=0", "offset=-1", "score[NEAR]=1", "pin=x", "nope=1", "order=nope", "score=abc"] {
                #expect(try await get(server, "/api/clinic/models/contact?\(query)", bearer).0 == 422, "\(query)")
            }
            #expect(try await get(server, "/api/clinic/models/nothing", bearer).0 == 404)
        }
    }

    @Test("tools are called with JSON; what does not fit is said precisely")
    func tools() async throws {
        try await withServer { server in
            try await server.workplace("clinic")
            let bearer = try await server.bearer("clinic")
            let called = try await server.post("/api/clinic/tools/echo", ["text": "hi"], bearer)
            #expect(called.0 == 200)
            #expect(called.1["output"]?["said"] == "hi")
            let wrong = try await server.post("/api/clinic/tools/echo", ["txt": "hi"], bearer)
            #expect(wrong.0 == 422)
            #expect(wrong.1["code"] == "INVALID_INPUT")
            #expect(try await server.post("/api/clinic/tools/none", [:], bearer).0 == 404)
            let late = try await server.post(
                "/api/clinic/tools/save_contact", ["fields": ["number": "+1"], "then": "refuse"], bearer)
            #expect(late.1["retryAfterMs"] == 3000)
            for (body, status) in [("{", 400), (#"{"text":"a","text":"b"}"#, 400), ("[]", 422), ("", 400), ("\u{FEFF}{}", 400)] {
                let answer = try await server.http.send(
                    "POST", "/api/clinic/tools/echo", headers: bearer, body: Array(body.utf8))
                #expect(answer.status == status, "\(body)")
            }
            var text = bearer
            text["Content-Type"] = "text/plain"
            #expect(try await server.http.send("POST", "/api/clinic/tools/echo", headers: text, body: Array("{}".utf8)).status == 415)
            let large = [UInt8](repeating: 0x20, count: 2 * 1024 * 1024)
            #expect(try await server.http.send("POST", "/api/clinic/tools/echo", headers: bearer, body: large).status == 413)
        }
    }

    @Test("a call that is under way under the same key is told apart from a conflict")
    func inProgress() async throws {
        try await withServer { server in
            let (_, channel) = try await server.workplace("clinic", channel: "+1800")
            let bearer = try await server.bearer("clinic")
            let body: JSON = [
                "channel": ["id": .string(channel.id.rawValue), "handle": "sms", "identifierValue": "+1800"],
                "recipient": ["address": "+15550001"], "message": ["id": "m-1", "content": "hi"],
            ]
            server.carrier.behaviour.withLock { $0 = .hold }
            async let first = server.post("/api/clinic/tools/send_text", body, bearer)
            try await server.eventually("the first send") { server.carrier.sent.withLock { $0.count == 1 } }
            let second = try await server.post("/api/clinic/tools/send_text", body, bearer)
            #expect(second.0 == 409 && second.1["code"] == "IN_PROGRESS" && second.1["retryAfterMs"] == 1000)
            server.carrier.behaviour.withLock { $0 = .accept }
            #expect(try await first.0 == 200)
            #expect(try await server.post("/api/clinic/tools/send_text", body, bearer).1["output"]?["status"] == "sent")
            #expect(server.carrier.sent.withLock { $0.count } == 1)
        }
    }

    @Test("a failure that is kept under a key is answered as it was")
    func keptFailure() async throws {
        try await withServer { server in
            try await server.workplace("clinic")
            var headers = try await server.bearer("clinic")
            headers["Idempotency-Key"] = "k-odd"
            let body: JSON = ["fields": ["number": "+1"], "then": "odd"]
            let first = try await server.post("/api/clinic/tools/save_contact", body, headers)
            let second = try await server.post("/api/clinic/tools/save_contact", body, headers)
            #expect(first.0 == 500 && second.0 == 500)
            for member in ["code", "title", "detail", "message"] { #expect(first.1[member] == second.1[member]) }
            #expect(server.carrier.handledCount == 1)
        }
    }

    @Test("an idempotency key in the header makes a call once")
    func idempotency() async throws {
        try await withServer { server in
            try await server.workplace("clinic")
            var headers = try await server.bearer("clinic")
            headers["Idempotency-Key"] = "k-1"
            let body: JSON = ["fields": ["number": "+1"]]
            let first = try await server.post("/api/clinic/tools/save_contact", body, headers)
            let second = try await server.post("/api/clinic/tools/save_contact", body, headers)
            #expect(first.0 == 200 && first.1 == second.1)
            #expect(try await server.post("/api/clinic/tools/save_contact", ["fields": ["number": "+2"]], headers).0 == 409)
        }
    }
}
