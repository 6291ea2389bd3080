import Foundation
import Testing

/// Programs that are not ours, by which artifacts are checked.
enum IndependentCheck {
    /// The Python that has the packages of `Tests/EndToEnd/requirements.txt`; `scripts/test` names it.
    static let python = ProcessInfo.processInfo.environment["INTEGRATIONKIT_PYTHON"]
    static let needsPython: Comment = "INTEGRATIONKIT_PYTHON is not set"

    /// What a script prints about the texts that it is given as files, by their names.
    static func run(script: String, _ files: [String: String]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "artifacts-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return try run([try #require(python), "-c", script], in: folder)
    }

    /// What a program prints, its errors included.
    static func run(_ command: [String], in folder: URL? = nil) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        if let folder { process.currentDirectoryURL = folder }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
