import Foundation
import Testing

/// A file that means harm, with the code under which it is refused.
struct Hostile: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    let bytes: @Sendable () -> Data

    static let all: [Hostile] = [
        Hostile(testDescription: "aliases of aliases", code: "yaml.too_many_nodes") {
            let levels = (1...12).map { level in
                "x-\(level): &l\(level) [" + Array(repeating: "*l\(level - 1)", count: 9).joined(separator: ", ") + "]"
            }
            return Data(("x-0: &l0 [a, a, a, a, a, a, a, a, a]\n" + levels.joined(separator: "\n") + "\n").utf8)
        },
        Hostile(testDescription: "10,000 brackets", code: "yaml.too_deep") {
            Data(("x-a: " + String(repeating: "[", count: 10_000)).utf8)
        },
        Hostile(testDescription: "10,000 lists in a line", code: "yaml.too_deep") {
            Data(("x-a:\n  " + String(repeating: "- ", count: 10_000) + "a\n").utf8)
        },
        Hostile(testDescription: "a million brackets", code: "yaml.too_deep") {
            Data(repeating: UInt8(ascii: "{"), count: 1_000_000)
        },
        Hostile(testDescription: "100 MB", code: "yaml.too_large") {
            Data(repeating: UInt8(ascii: "a"), count: 100 << 20)
        },
        Hostile(testDescription: "a line of 2 MB", code: "key.missing") {
            Data("x-a: ".utf8) + Data(repeating: UInt8(ascii: "a"), count: 2 << 20)
        },
        Hostile(testDescription: "a NUL byte", code: "yaml.encoding") { Data("manifest: 1\nname: a\0b\n".utf8) },
        Hostile(testDescription: "broken UTF-8", code: "yaml.encoding") {
            Data("manifest: 1\nname: ".utf8) + Data([0xC3, 0x28, 0x0A])
        },
        Hostile(testDescription: "tabs", code: "yaml.tab") { Data("manifest: 1\nenv:\n\tprovision: {}\n".utf8) },
        Hostile(testDescription: "10,000 unknown keys", code: "key.unknown") {
            Data((0..<10_000).map { "key_\($0): a\n" }.joined().utf8)
        },
    ]
}

/// The author's tool as a process of its own: with a limit on its memory, and under other circumstances.
@Suite("The tool, process by process", .serialized)
struct ProcessTests {
    @Test("what means harm is refused with little memory", .timeLimit(.minutes(20)), arguments: Hostile.all)
    func bounded(_ hostile: Hostile) async throws {
        try await inFolder { folder in
            let file = folder.appending(path: "integration.yaml")
            try hostile.bytes().write(to: file)
            // Of address space, in KiB; a process that does nothing has a third of it.
            let script = "ulimit -v 1000000; exec \"$0\" check --format plain \"$1\" 2>&1"
            let (status, output) = try await run("/bin/bash", ["-c", script, Self.tool().path, file.path])
            #expect(status == 1, Comment(rawValue: String(output.prefix(2_000))))
            #expect(output.contains("[\(hostile.code)]"), Comment(rawValue: String(output.prefix(2_000))))
        }
    }

    @Test("neither process nor place, language, time zone or line end changes a byte", .timeLimit(.minutes(20)))
    func deterministic() async throws {
        try await inFolder { folder in
            let bytes = try Data(contentsOf: Fixtures.integration)
            let windows = Data(String(decoding: bytes, as: UTF8.self).replacing("\n", with: "\r\n").utf8)
            let circumstances: [(String, Data, [String: String])] = [
                ("a", bytes, [:]), ("b", bytes, [:]), ("other/place", bytes, [:]),
                ("turkish", bytes, ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"]),
                ("far", bytes, ["TZ": "Pacific/Kiritimati"]), ("windows", windows, [:]),
            ]
            var contents: [[String: Data]] = []
            for (name, bytes, environment) in circumstances {
                let place = folder.appending(path: name)
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
                try bytes.write(to: place.appending(path: "integration.yaml"))
                let (status, output) = try await run(
                    Self.tool().path, ["generate", "integration.yaml", "--output", "out"], in: place, environment)
                #expect(status == 0, Comment(rawValue: output))
                contents.append(try files(in: place.appending(path: "out")))
            }
            let first = try #require(contents.first)
            #expect(first.count > 10)
            for (circumstance, other) in zip(circumstances, contents).dropFirst() {
                #expect(other == first, "\(circumstance.0)")
            }
        }
    }

    // MARK: Processes

    private func inFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tool-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    private func files(in folder: URL) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            contents[path] = FileManager.default.contents(atPath: folder.appending(path: path).path)
        }
        return contents
    }

    private func run(
        _ executable: String, _ arguments: [String], in directory: URL? = nil, _ more: [String: String] = [:]
    ) async throws -> (status: Int32, output: String) {
        let environment = ProcessInfo.processInfo.environment.merging(more) { $1 }
        return try await ChildProcess.run(executable, arguments, in: directory, environment: environment)
    }

    /// `integration`, where SwiftPM put it in the build that this test is part of.
    private static func tool() throws -> URL {
        var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let tool = folder.appending(path: "integration")
            if FileManager.default.isExecutableFile(atPath: tool.path),
                FileManager.default.fileExists(atPath: folder.appending(path: "Modules").path)
            {
                return tool
            }
        }
        throw MissingTool()
    }

    private struct MissingTool: Error, CustomStringConvertible {
        var description: String { "the tool is not built: run `swift build` first" }
    }
}
