import Foundation
import Testing

@testable import GraphSandbox

@Suite("State between runs", .timeLimit(.minutes(10)))
struct StateTests {
    private func temporaryPath() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("sandbox-\(UUID().uuidString).json").path
    }

    @Test("tokens, subscriptions, messages and the clock are there after a restart")
    func restart() async throws {
        let path = temporaryPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let token = try await Receiver.run { receiver in
            try await SandboxHarness.run(stateFile: path) { sandbox in
                let token = try await sandbox.login()
                try await sandbox.subscribe(receiver, token: token)
                try await sandbox.write("remember me 🫖")
                try await receiver.wait(for: 1)
                _ = try await sandbox.postJSON("/sandbox/clock", #"{"advance":3600}"#)
                return token
            }
        }
        try await SandboxHarness.run(stateFile: path) { sandbox in
            #expect(try await sandbox.get("/v25.0/me", token: token).status == 200)
            #expect(try await sandbox.get("/sandbox/messages").rows.first?["text"] as? String == "remember me 🫖")
            let state = try await sandbox.get("/sandbox/state")
            #expect(state.int("clock_offset") == 3600)
            #expect(state.string("accounts", 0, "delivers_to")?.hasSuffix("/hook") == true)
        }
    }

    @Test("a webhook that could not be delivered is delivered by the next run")
    func outboxSurvives() async throws {
        let path = temporaryPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await Receiver.run(answers: [503]) { receiver in
            let id = try await SandboxHarness.run(stateFile: path, speed: 0.001) { sandbox in
                try await sandbox.subscribe(receiver, token: try await sandbox.login())
                let id = try await sandbox.write("wait for me")
                try await receiver.wait(for: 1)
                return id
            }
            try await SandboxHarness.run(stateFile: path) { sandbox in
                _ = try await sandbox.postJSON("/sandbox/deliveries/retry", "{}")
                try await receiver.wait(for: 2)
                #expect(receiver.events[1].message?["id"] as? String == id)
                #expect(receiver.events[1].body == receiver.events[0].body)
            }
        }
    }

    @Test("what was answered is in the file already")
    func durability() async throws {
        let path = temporaryPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await SandboxHarness.run(stateFile: path) { sandbox in
            for index in 0..<20 {
                let id = try await sandbox.write("message \(index)")
                let saved = try StateFile(path: path).load()
                #expect(saved?.message(id) != nil)
            }
        }
    }

    @Test("a damaged file is refused in a sentence and left as it is", arguments: ["{", "[]", #"{"format":99}"#, ""])
    func damaged(contents: String) async throws {
        let path = temporaryPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(contents.utf8).write(to: URL(fileURLWithPath: path))
        let error = await #expect(throws: SandboxError.self) {
            try await SandboxHarness.run(stateFile: path) { _ in }
        }
        #expect(error?.description.contains(path) == true)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(contents.utf8))
    }

    @Test("a file that cannot be written and a port that is taken are said at the start")
    func refusedStarts() async throws {
        let unwritable = await #expect(throws: SandboxError.self) {
            try await SandboxHarness.run(stateFile: "/proc/none/state.json") { _ in }
        }
        #expect(unwritable?.description.hasPrefix("Cannot write the state file /proc/none/state.json") == true)
        try await SandboxHarness.run { sandbox in
            let taken = await #expect(throws: SandboxError.self) {
                _ = try await SandboxServer.start(
                    SandboxConfiguration(appID: "1", appSecret: "s", port: sandbox.server.port))
            }
            guard case .portTaken(_, sandbox.server.port)? = taken else {
                Issue.record("expected portTaken, got \(String(describing: taken))")
                return
            }
        }
    }
}
