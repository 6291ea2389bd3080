import Foundation
import GraphAPI
import IntegrationKit
import OutboundHTTP
import Testing

@Suite("Errors of the Graph API", .timeLimit(.minutes(10)))
struct GraphErrorTests {
    static let token = GraphToken("t")

    /// What a call makes of an answer.
    func failure(_ action: ScriptedServer.Action) async throws -> GraphFailure {
        try await withServer({ _ in action }) { server in
            let client = graph(at: server)
            let failure = await #expect(throws: GraphFailure.self) {
                try await client.send(WhatsAppSend(to: .number("+1"), .text("x", showsPreview: false)), from: "1", with: Self.token)
            }
            return try #require(failure)
        }
    }

    @Test("an envelope becomes an error with advice")
    func envelope() async throws {
        let failure = try await failure(
            .text(
                #"""
                {"error":{"message":"(#131047) Re-engagement message","type":"OAuthException","code":131047,
                "error_data":{"messaging_product":"whatsapp","details":"The service window is closed."},
                "is_transient":false,"fbtrace_id":"A7kq0"}}
                """#, status: 400))
        guard case .refused(let error) = failure else { throw failure }
        #expect(error.code == 131047)
        #expect(error.kind == .windowClosed)
        #expect(error.fault == .caller)
        #expect(error.retry == .never)
        #expect(error.details == "The service window is closed.")
        #expect(error.httpStatus == 400)
        #expect(failure.reference == "131047 A7kq0")
        #expect(failure.action.contains("template"))
        #expect(!failure.isOutcomeUnknown)
        #expect(
            failure.description == "(#131047) Re-engagement message: The service window is closed. [trace A7kq0]")
    }

    @Test("an error is an error under any status")
    func errorWith200() async throws {
        let failure = try await failure(.text(#"{"error":{"code":190,"error_subcode":463}}"#, status: 200))
        #expect(failure.isAuthenticationFailure)
        #expect(failure.retry == .never)
    }

    @Test(
        "an envelope in any form is read as far as it goes",
        arguments: [
            (#"{"error":{"code":"100","error_subcode":"33","error_data":"plain"}}"#, 100, 33, "plain"),
            (#"{"error":{"code":100,"error_subcode":0,"error_data":null,"fbtrace_id":5}}"#, 100, nil, nil),
            (#"{"error":{}}"#, -1, nil, nil),
            (#"{"error":"text"}"#, -1, nil, nil),
            (#"{"error":{"code":1e3,"message":7}}"#, -1, nil, nil),
            (#"{"error":{"code":99999999999999999999}}"#, -1, nil, nil),
        ] as [(String, Int, Int?, String?)])
    func oddEnvelopes(text: String, code: Int, subcode: Int?, details: String?) async throws {
        let failure = try await failure(.text(text, status: 400))
        guard case .refused(let error) = failure else { throw failure }
        #expect(error.code == code)
        #expect(error.subcode == subcode)
        #expect(error.details == details)
        #expect(error.traceID == nil)
        #expect(!error.message.isEmpty)
    }

    @Test("what is not an envelope is unreadable; whether it was done is unknown when it may have been")
    func notEnvelopes() async throws {
        for (text, status, unknown) in [
            ("<html>Sorry</html>", 502, true), ("<html>no</html>", 404, false), ("", 200, true), ("[]", 200, true),
            ("{}", 200, true), (#"{"messages":[]}"#, 200, true), ("{}", 400, false), (#"{"error":null}"#, 500, true),
            (#"{"success":false}"#, 200, true),
        ] {
            let failure = try await failure(.text(text, status: status))
            guard case .unreadable(status, _) = failure else {
                Issue.record("\(text) \(failure)")
                continue
            }
            #expect(failure.isOutcomeUnknown == unknown, "\(text) \(status)")
            #expect((failure.retry != .never) == (status >= 500))
        }
    }

    @Test(
        "a fault of Meta's own that names no cause leaves open whether it was done, everything else that Meta says does not",
        arguments: [
            (1, 400, true), (1, 500, true), (2, 503, true), (131000, 500, true), (131016, 500, true),
            (3, 500, false), (4, 400, false), (131045, 500, false), (131057, 500, false), (1200, 500, false),
            (130429, 400, false), (131056, 400, false), (134102, 500, false), (190, 401, false),
            (999_999, 500, true), (999_999, 503, true), (999_999, 400, false), (999_999, 429, false),
        ])
    func faultsWithoutCause(code: Int, status: Int, isUnknown: Bool) async throws {
        let envelope = #"{"message":"Something","type":"OAuthException","code":\#(code)}"#
        let failure = try await failure(.text(#"{"error":\#(envelope)}"#, status: status))
        #expect(failure.isOutcomeUnknown == isUnknown)
        // In a webhook it is about a message that was taken, and is the last word on it.
        #expect(!GraphError(try JSON.parse(Array(envelope.utf8))).isOutcomeUnknown)
        let transient = GraphError(["code": 999_999, "is_transient": true], httpStatus: 400)
        #expect(transient.isOutcomeUnknown)
    }

    @Test("a reset after sending is an unknown outcome, a refused connection is not")
    func transport() async throws {
        let reset = try await failure(.reset)
        #expect(reset.isOutcomeUnknown)
        #expect(reset.kind == .temporary)

        let server = try ScriptedServer { _ in .silence }
        server.stop()
        let client = graph(at: server)
        let refused = await #expect(throws: GraphFailure.self) { try await client.me(with: Self.token) }
        #expect(refused?.isOutcomeUnknown == false)
        #expect(refused?.retry == .after(.seconds(2)))
    }

    @Test("Meta's own wish to wait is heeded")
    func requestedWait() async throws {
        let limited = #"{"error":{"code":80007,"message":"limit"}}"#
        let header = #"X-Business-Use-Case-Usage: {"7":[{"type":"x","estimated_time_to_regain_access":15},{}],"8":5}"#
        #expect(try await failure(.text(limited, status: 400, headers: [header])).retry == .after(.seconds(900)))
        #expect(
            try await failure(.text(limited, status: 400, headers: ["Retry-After: 1000"])).retry
                == .after(.seconds(1000)))
        // Never less than the table says, and nonsense is passed over.
        for header in ["Retry-After: 1", "Retry-After: soon", "X-Business-Use-Case-Usage: {"] {
            #expect(try await failure(.text(limited, status: 400, headers: [header])).retry == .after(.seconds(300)))
        }
    }

    @Test("codes that nobody documents are judged by what the answer says")
    func unknownCodes() {
        #expect(GraphError(["code": 777_777], httpStatus: 400).retry == .never)
        #expect(GraphError(["code": 777_777], httpStatus: 400).kind == .unknown)
        #expect(GraphError(["code": 777_777], httpStatus: 503).retry == .after(.seconds(5)))
        #expect(GraphError(["code": 777_777], httpStatus: 429).kind == .rateLimited)
        #expect(GraphError(["code": 777_777, "is_transient": true], httpStatus: 400).retry == .after(.seconds(5)))
        #expect(GraphError(["code": 100, "is_transient": true], httpStatus: 400).retry == .after(.seconds(5)))
    }

    @Test("the most exact rule is taken")
    func rules() {
        func name(_ code: Int, _ subcode: Int? = nil, _ message: String = "") -> String? {
            GraphErrorTable.rule(code: code, subcode: subcode, message: message)?.name
        }
        #expect(name(190) == "Access token has expired")
        #expect(name(190, 460) == "Password changed")
        #expect(name(190, 12345) == "Access token has expired")
        #expect(name(100) == "Invalid parameter")
        #expect(name(100, nil, "(#100) Message tag ACCOUNT_UPDATE is deprecated") == "Deprecated message tag")
        #expect(name(200) == "API Permission")
        #expect(name(250) == "API Permission")
        #expect(name(299) == "API Permission")
        #expect(name(300) == nil)
        #expect(name(230) == "pages_messaging permission required")
        #expect(name(200, nil, "Requires pages_messaging") == "Not reviewed for messaging this user")
        #expect(name(100, 2_018_300) == "Thread controlled by another app")
        #expect(name(777_777) == nil)
    }

    @Test("every rule is well-formed and no two are for the same error")
    func table() {
        var seen: Set<String> = []
        for rule in GraphErrorTable.rules {
            #expect(rule.action.hasSuffix(".") && rule.meaning.hasSuffix("."), "\(rule.code)")
            let message =
                rule.name == "Send rate limited"
                ? "send"
                : rule.name == "Deprecated message tag"
                    ? "tag"
                    : rule.name.hasPrefix("Not reviewed") ? "pages_messaging" : ""
            let found = GraphErrorTable.rule(code: rule.code, subcode: rule.subcode, message: message)
            #expect(found == rule, "\(rule.code)/\(rule.subcode ?? 0) \(rule.name)")
            #expect(seen.insert("\(rule.code)/\(rule.subcode ?? 0)/\(message)").inserted)
            if rule.kind == .rateLimited { #expect(rule.retry != .never, "\(rule.code)") }
            if rule.kind == .authentication { #expect(rule.retry == .never, "\(rule.code)") }
        }
    }

    /// A table with the columns code, subcode, name, http status, retryable, meaning, whose path is in the environment.
    static let referenceTable = ProcessInfo.processInfo.environment["INTEGRATIONKIT_GRAPH_ERRORS"]

    @Test("every code of the reference table has its rule", .enabled(if: referenceTable != nil))
    func reference() throws {
        let text = try String(contentsOfFile: try #require(Self.referenceTable), encoding: .utf8)
        let rows = text.split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(rows.count > 150)
        for row in rows {
            let bounds = row[0].split(separator: "-").compactMap { Int($0) }
            let rule = GraphErrorTable.rules.first {
                $0.code == bounds.first && $0.subcode == Int(row[1]) && $0.name == row[2] && $0.lastCode == bounds.last
            }
            let found = try #require(rule, "\(row[0])/\(row[1]) \(row[2])")
            switch row[4] {
            case "no": #expect(found.retry == .never, "\(row[0])")
            case "yes": #expect(found.retry == .after(.zero), "\(row[0])")
            default:
                guard case .after(let wait) = found.retry else {
                    Issue.record("\(row[0]) must be tried again")
                    continue
                }
                #expect(wait > .zero)
            }
        }
    }
}
