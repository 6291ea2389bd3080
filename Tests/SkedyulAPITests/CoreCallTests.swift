import Foundation
import IntegrationKit
import OutboundHTTP
import Synchronization
import Testing

import SkedyulAPI

/// Access for a local server, quick to try again.
func access(at server: ScriptedServer, _ policy: CoreAPI.CallPolicy = .init(pause: .milliseconds(1))) -> CoreAccess {
    let http = HTTPClient(HTTPClientConfiguration(hosts: CoreAPI.hostPolicy(for: server.origin)))
    return CoreAPI(http: http, baseURL: server.origin + "/", policy: policy)
        .access(with: CoreToken(Secret("sk_wkp_s3cret")))
}

@Suite("Calls of the Core API", .timeLimit(.minutes(10)))
struct CoreCallTests {
    private static let channel = #"{"success":true,"data":{"id":"c","name":"N","handle":"line","identifierValue":"1"},"errors":[]}"#

    @Test("the token goes into the Authorization header, method and parameters into the body")
    func form() async throws {
        try await withServer({ _ in .text(#"{"success":true,"data":[]}"#) }) { server in
            let access = access(at: server)
            #expect(try await access.workplaces().isEmpty)
            _ = try await access.webhooks(named: "calls")
            let requests = server.requests
            #expect(requests.allSatisfy { $0.method == "POST" && $0.target == "/api/core" })
            #expect(requests.allSatisfy { $0.header("authorization") == "Bearer sk_wkp_s3cret" })
            #expect(requests.allSatisfy { $0.header("content-type") == "application/json" })
            #expect(requests.map(\.text) == [
                #"{"method":"workplace.list"}"#, #"{"method":"webhook.list","params":{"name":"calls"}}"#,
            ])
        }
    }

    @Test("a refusal keeps its codes, fields and status, also under 200", arguments: [200, 400, 409])
    func refusals(status: Int) async throws {
        let body = #"""
            {"success":false,"data":null,"errors":[{"field":"identifierValue","code":"CONFLICT","message":"is taken"},
             {"field":null,"code":"QUOTA","message":"too many"}]}
            """#
        try await withServer({ _ in .text(body, status: status) }) { server in
            let failure = await #expect(throws: CoreFailure.self) {
                try await access(at: server).createChannel("line", identifier: "1", name: "N")
            }
            guard case .refused(let refusal)? = failure else { return #expect(Bool(false)) }
            #expect(refusal.status == status && refusal.method == "communicationChannel.create")
            #expect(refusal.problems == [
                .init(field: "identifierValue", code: "CONFLICT", message: "is taken"),
                .init(field: nil, code: "QUOTA", message: "too many"),
            ])
            #expect(refusal.isConflict && server.requests.count == 1)
        }
    }

    @Test("what reads is made again, and gets its answer", arguments: [
        ScriptedServer.Action.text("<h1>Bad Gateway</h1>", status: 502), .reset, .text("{}", status: 503),
        .text(#"{"success":false,"errors":[{"code":"INTERNAL_ERROR","message":"x"}]}"#, status: 500),
        .text(#"{"success":false,"errors":[{"code":"RATE_LIMITED","message":"x"}]}"#), .raw("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"),
    ])
    func reading(fault: ScriptedServer.Action) async throws {
        let calls = Mutex(0)
        try await withServer({ _ in
            calls.withLock { $0 += 1; return $0 } < 3 ? fault : .text(Self.channel)
        }) { server in
            let channel = try await access(at: server).channel("c")
            #expect(channel?.identifier == "1")
            #expect(calls.withLock { $0 } == 3)
        }
    }

    @Test("what would happen twice is not made again, unless it has not happened")
    func writingOnce() async throws {
        for (fault, isUnknown) in [
            (ScriptedServer.Action.reset, true), (.text("<h1>Bad Gateway</h1>", status: 502), true),
            (.text(#"{"success":false,"errors":[{"code":"INTERNAL_ERROR","message":"x"}]}"#, status: 500), true),
            (.text(#"{"success":false,"errors":[{"code":"VALIDATION_ERROR","message":"x"}]}"#, status: 400), false),
        ] {
            try await withServer({ _ in fault }) { server in
                let failure = await #expect(throws: CoreFailure.self) {
                    try await access(at: server).createChannel("line", identifier: "1", name: "N")
                }
                #expect(server.requests.count == 1)
                #expect(failure?.isOutcomeUnknown == isUnknown)
            }
        }
        let calls = Mutex(0)
        try await withServer({ _ in
            calls.withLock { $0 += 1; return $0 } == 1
                ? .text(#"{"success":false,"errors":[{"code":"RATE_LIMITED","message":"x"}]}"#, status: 429)
                : .text(Self.channel)
        }) { server in
            let channel = try await access(at: server).createChannel("line", identifier: "1", name: "N")
            #expect(channel.id == "c")
            #expect(calls.withLock { $0 } == 2)
        }
    }

    @Test("a wait that the platform asks for and that the deadline does not allow is not begun")
    func retryAfter() async throws {
        let busy = #"{"success":false,"errors":[{"code":"RATE_LIMITED","message":"later"}]}"#
        try await withServer({ _ in .text(busy, status: 429, headers: ["Retry-After: 3600"]) }) { server in
            let failure = await #expect(throws: CoreFailure.self) { try await access(at: server).workplaces() }
            #expect(failure?.isTemporary == true && server.requests.count == 1)
        }
    }

    @Test("a platform that says nothing is waited for no longer than the deadline")
    func deadline() async throws {
        try await withServer({ _ in .silence }) { server in
            let failure = await #expect(throws: CoreFailure.self) {
                try await access(at: server, .init(deadline: .milliseconds(300), attempts: 5)).workplaces()
            }
            guard case .transport(let transport)? = failure else { return #expect(Bool(false)) }
            #expect(transport.kind == .timedOut)
        }
    }

    @Test("a call that nobody waits for any more is ended")
    func cancellation() async throws {
        try await withServer({ _ in .silence }) { server in
            let access = access(at: server, .init(deadline: .seconds(120)))
            let call = Task { try await access.workplaces() }
            for await _ in server.arrivals { break }
            call.cancel()
            for await _ in server.hangUps { break }
            await #expect(throws: CoreFailure.self) { try await call.value }
            #expect(server.requests.count == 1)
        }
    }

    @Test("an answer that is too large is not read")
    func size() async throws {
        let large = #"{"success":true,"data":[],"x":""# + String(repeating: "x", count: 5000) + #""}"#
        try await withServer({ _ in .text(large) }) { server in
            let failure = await #expect(throws: CoreFailure.self) {
                try await access(at: server, .init(answerLimit: 4000)).workplaces()
            }
            guard case .transport(let transport)? = failure else { return #expect(Bool(false)) }
            #expect(transport.kind == .responseTooLarge && server.requests.count == 1)
        }
    }

    @Test("what is no answer of the platform's is a failure that says so and repeats nothing of it", arguments: [
        (200, ""), (200, "null"), (200, "[]"), (200, "true"), (200, "{}"), (200, #"{"success":"yes","data":[]}"#),
        (200, #"{"data":[]}"#), (500, #"{"success":true,"data":[]}"#), (200, #"{"success":true,"data":{"a":"p3rsonal"}}"#),
        (200, #"{"success":true,"data":[{"id":7,"name":"p3rsonal"}]}"#), (200, #"{"success":true,"data":[null]}"#),
        (200, #"{"success":true,"data":["p3rsonal"#), (200, "<html>p3rsonal</html>"), (404, "p3rsonal"),
        (401, #"{"error":"Unauthorized"}"#), (403, #"{"error":{"code":"FORBIDDEN","message":"no"}}"#),
        (400, #"{"success":false}"#), (400, #"{"success":false,"errors":null}"#), (400, #"{"success":false,"errors":["a",1,null,{}]}"#),
        (200, #"{"success":true,"data":"# + String(repeating: "[", count: 5000)),
    ])
    func oddAnswers(status: Int, body: String) async throws {
        try await withServer({ _ in .text(body, status: status) }) { server in
            let failure = await #expect(throws: CoreFailure.self) {
                try await access(at: server, .init(attempts: 1)).workplaces()
            }
            let description = "\(failure as Any)"
            #expect(!description.contains("p3rsonal") && description.count < 2000)
            #expect(failure?.isAuthorizationFailure == (status == 401 || status == 403))
        }
    }

    @Test("answers with bytes at random places changed are read or refused, never more")
    func damagedAnswers() async throws {
        let whole = Array(
            #"""
            {"success":true,"data":[{"id":"inst_1","appInstallationId":"ain_1","_meta":{"modelId":"m","label":null},
            "chip":"ä\u00e9","age":12.5,"tags":["a",null]}],"errors":[],"pagination":{"page":1,"hasMore":false}}
            """#.utf8)
        let random = Mutex(SystemRandomNumberGenerator())
        try await withServer({ _ in
            var bytes = whole
            random.withLock { random in
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                    case 1: bytes.remove(at: place)
                    default: bytes.insert(contentsOf: bytes[place..<min(place + 5, bytes.count)], at: place)
                    }
                }
            }
            return .answer(200, headers: ["Content-Type: application/json"], body: bytes)
        }) { server in
            let access = access(at: server, .init(attempts: 1))
            for _ in 0..<400 {
                do throws(CoreFailure) {
                    let instances = try await access.allInstances(of: "pet")
                    #expect(instances.count <= 2)
                } catch {
                    #expect(!error.description.isEmpty)
                }
            }
        }
    }

    @Test("nothing that can be printed shows a token")
    func secrecy() async throws {
        try await withServer({ _ in .text("{}", status: 401) }) { server in
            let access = access(at: server)
            let failure = await #expect(throws: CoreFailure.self) { try await access.workplaces() }
            var dumped = ""
            dump(access, to: &dumped)
            dump(access.token, to: &dumped)
            dump(failure, to: &dumped)
            dumped += "\(access) \(access.token) \(failure as Any) \(String(reflecting: access.token))"
            #expect(!dumped.contains("s3cret"))
        }
    }
}
