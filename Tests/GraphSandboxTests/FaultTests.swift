import Foundation
import Testing

@testable import GraphSandbox

@Suite("Faults at will", .timeLimit(.minutes(10)))
struct FaultTests {
    @Test("every documented error can be had, exactly once, from any call")
    func everyError() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            #expect(ErrorCatalog.documented.entries.count > 190)
            for entry in ErrorCatalog.documented.entries {
                let subcode = entry.subcode.map { #","subcode":\#($0)"# } ?? ""
                try await sandbox.control("faults", #"{"code":\#(entry.code)\#(subcode)}"#)
                let answer = try await sandbox.get("/v25.0/me", token: token)
                #expect((answer.code, answer.subcode) == (entry.code, entry.subcode))
                #expect(answer.string("error", "type") == "OAuthException")
                #expect(answer.string("error", "fbtrace_id") != nil)
                let first = ErrorCatalog.documented.entry(code: entry.code, subcode: entry.subcode)
                #expect(answer.status == first?.status)
            }
            #expect(try await sandbox.get("/v25.0/me", token: token).status == 200)
        }
    }

    @Test(
        "the table is the reference's",
        .enabled(
            if: ProcessInfo.processInfo.environment["INTEGRATIONKIT_GRAPH_ERRORS"] != nil,
            "INTEGRATIONKIT_GRAPH_ERRORS names the reference table"))
    func table() throws {
        let path = try #require(ProcessInfo.processInfo.environment["INTEGRATIONKIT_GRAPH_ERRORS"])
        let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
        #expect(rows.count == ErrorCatalog.documented.entries.count)
        for row in rows {
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let code = try #require(Int(cells[0].prefix { $0.isNumber }))
            let known = ErrorCatalog.documented.entries.filter { $0.code == code && $0.subcode == Int(cells[1]) }
            #expect(
                known.contains { $0.title == cells[2] && ($0.status == Int(cells[3]) || cells[3] == "-") },
                "\(cells[0]) \(cells[1])")
            #expect(known.contains { $0.isTransient == (cells[4] != "no") })
        }
    }

    @Test("a fault meets only the calls that it names, as often as it says")
    func matching() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            try await sandbox.control(
                "faults", #"{"code":131056,"times":2,"path":"/messages","recipient":"447700900417","method":"POST"}"#)
            #expect(try await sandbox.get("/v25.0/me", token: token).status == 200)
            #expect(try await sandbox.answer("x", to: "46700000917", token: token).status == 200)
            #expect(try await sandbox.answer("x", token: token).code == 131056)
            #expect(try await sandbox.answer("x", token: token).code == 131056)
            #expect(try await sandbox.answer("x", token: token).status == 200)
            try await sandbox.control("faults", #"{"code":2,"times":0}"#)
            for _ in 0..<3 { #expect(try await sandbox.get("/v25.0/me", token: token).code == 2) }
            try await sandbox.control("faults/clear", "{}")
            #expect(try await sandbox.get("/v25.0/me", token: token).status == 200)
            #expect(try await sandbox.control("faults", #"{"times":1}"#).status == 400)
        }
    }

    @Test("a single call asks for its own fault by a header")
    func headers() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let fault = try await sandbox.get(
                "/v25.0/me", token: token, headers: ["X-Sandbox-Fault": "100/2018001"])
            #expect((fault.code, fault.subcode) == (100, 2_018_001))
            let html = try await sandbox.get("/v25.0/me", token: token, headers: ["X-Sandbox-Fault": "html;502"])
            #expect(html.status == 502 && html.text.hasPrefix("<!doctype html>"))
        }
    }

    @Test("an accepted message fails later with any code")
    func asynchronous() async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                let token = try await sandbox.login()
                try await sandbox.subscribe(receiver, token: token)
                try await sandbox.write("Hello?")
                try await sandbox.control("faults", #"{"code":131049,"async":true}"#)
                #expect(try await sandbox.answer("x", token: token).status == 200)
                try await receiver.wait(for: 2)
                let error = (receiver.events[1].status?["errors"] as? [[String: Any]])?.first
                #expect(error?["code"] as? Int == 131049)
            }
        }
    }

    @Test("a message can be taken and answered with an error, which says nothing of what becomes of it")
    func after() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            _ = try await sandbox.write("Hello?")
            try await sandbox.control("faults", #"{"code":131000,"after":true}"#)
            let answer = try await sandbox.answer("taken", token: token)
            #expect((answer.status, answer.code) == (500, 131000))
            let rows = try await sandbox.get("/sandbox/messages").rows
            #expect(rows.filter { $0["text"] as? String == "taken" }.count == 1)
            // What is refused by itself is refused for that reason.
            let header = ["X-Sandbox-Fault": "131000;after"]
            #expect(try await sandbox.get("/v25.0/me", token: token, headers: header).code == 131000)
            #expect(try await sandbox.get("/v25.0/me", headers: header).code != 131000)
        }
    }

    @Test("errors can be spelled as the odd edges spell them")
    func spellings() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            try await sandbox.control("faults", #"{"code":131000,"textual_data":true,"no_trace":true}"#)
            let answer = try await sandbox.answer("x", token: token)
            #expect(answer["error", "error_data"] is String)
            #expect(answer["error", "fbtrace_id"] == nil)
        }
    }
}

@Suite("Limits", .timeLimit(.minutes(10)))
struct LimitTests {
    private let start = Date(timeIntervalSince1970: 1_795_341_600)
    private let chat = ChatID(person: "1", number: "2")

    private func sends(_ limits: SendLimits, _ count: Int, at seconds: TimeInterval, to chat: ChatID? = nil) -> Int {
        (0..<count).count { _ in
            (try? limits.count(chat ?? self.chat, isHigh: false, at: start.addingTimeInterval(seconds))) != nil
        }
    }

    @Test("a pair may burst to 45, and then waits for what it has used")
    func pairs() {
        let limits = SendLimits(isOn: true)
        #expect(sends(limits, 20, at: 0) == 20)
        #expect(sends(limits, 1, at: 7) == 0)
        #expect(sends(limits, 1, at: 119) == 0)
        #expect(sends(limits, 1, at: 120) == 1)
        #expect(sends(limits, 1, at: 126) == 1)
        let others = ChatID(person: "3", number: "2")
        #expect(sends(limits, 50, at: 200, to: others) == 45)
    }

    @Test("a number sends 80 messages a second, or as many as it is given")
    func throughput() {
        let limits = SendLimits(isOn: true)
        var settings = limits.settings
        settings.burst = nil
        limits.set(settings)
        #expect(sends(limits, 100, at: 0) == 80)
        #expect(sends(limits, 100, at: 1) == 80)
        settings.throughput = 3
        limits.set(settings)
        #expect(sends(limits, 5, at: 2) == 3)
        settings.isOn = false
        limits.set(settings)
        #expect(sends(limits, 500, at: 2) == 500)
    }

    @Test("over the limits a send answers 131056 and 130429, until a test lifts them")
    func answers() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            try await sandbox.control("limits", #"{"burst":2}"#)
            for _ in 0..<2 { #expect(try await sandbox.answer("x", token: token).status == 200) }
            #expect(try await sandbox.answer("x", token: token).code == 131056)
            try await sandbox.control("limits", #"{"burst":null,"throughput":0}"#)
            #expect(try await sandbox.answer("x", token: token).code == 130429)
            try await sandbox.control("limits", #"{"on":false}"#)
            #expect(try await sandbox.answer("x", token: token).status == 200)
        }
    }

    @Test("a used-up budget is in the headers and refuses calls")
    func budgets() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let path = "/v25.0/\(SandboxHarness.account)/phone_numbers"
            try await sandbox.control("usage", #"{"object":"\#(SandboxHarness.account)","percent":99}"#)
            let near = try await sandbox.get(path, token: token)
            #expect(near.headers["x-business-use-case-usage"]?.contains(#""call_count":99"#) == true)
            try await sandbox.control("usage", #"{"object":"\#(SandboxHarness.account)","percent":100}"#)
            #expect(try await sandbox.get(path, token: token).code == 80007)
            try await sandbox.control("usage", #"{"object":"app","percent":100}"#)
            #expect(try await sandbox.get("/v25.0/me", token: token).code == 4)
            try await sandbox.control("usage", #"{"object":"app","percent":null}"#)
            #expect(try await sandbox.get("/v25.0/me", token: token).status == 200)
        }
    }
}
