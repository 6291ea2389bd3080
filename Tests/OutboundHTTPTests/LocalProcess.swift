import Foundation
import Synchronization

/// A program of this machine that serves a test, ended with it.
final class LocalProcess: Sendable {
    /// The folder is the process's own; it goes with it.
    let folder: URL
    private let process: Mutex<Process>

    /// - Parameter arguments: The first is the program's name, looked up in `PATH`.
    init(_ arguments: [String], in folder: URL) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = Pipe()
        process.standardOutput = Pipe()
        process.standardError = FileHandle.nullDevice
        try process.run()
        self.folder = folder
        self.process = Mutex(process)
    }

    /// Waits until the program prints a line that holds `marker`, and gives what stands behind it on the line.
    func line(after marker: String) async -> String? {
        let output = process.withLock { ($0.standardOutput as? Pipe)?.fileHandleForReading.fileDescriptor }
        guard let output else { return nil }
        return await withCheckedContinuation { continuation in
            Thread {
                var text = ""
                var chunk = [UInt8](repeating: 0, count: 4096)
                while true {
                    let count = read(output, &chunk, chunk.count)
                    guard count > 0 else { return continuation.resume(returning: nil) }
                    text += String(decoding: chunk[..<count], as: UTF8.self)
                    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
                        guard let range = line.range(of: marker) else { continue }
                        return continuation.resume(returning: String(line[range.upperBound...]))
                    }
                }
            }.start()
        }
    }

    func stop() {
        process.withLock { process in
            // SIGTERM would stay pending: the child inherits the blocked signals of the thread that started it.
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        try? FileManager.default.removeItem(at: folder)
    }

    /// Whether the program is on this machine.
    static func exists(_ program: String) -> Bool {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }

    /// Runs a program to its end.
    static func run(_ arguments: [String], in folder: URL) throws -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
