#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The file that keeps a ``World`` between runs. Written whole and put in place by a rename, so that it is always
/// either the old state or the new one.
struct StateFile: Sendable {
    let path: String

    /// What is in the file: the format's number guards against reading a later version's state by mistake.
    private struct Contents: Codable {
        var format: Int
        var world: World
    }

    /// 1 knew texts on WhatsApp only; it is read as a world in which the rest has not happened yet.
    private static let format = 2

    /// The saved world, or `nil` when there is no file yet.
    ///
    /// - Throws: ``SandboxError/stateCorrupt(path:reason:)`` when it is there but cannot be understood; it is never
    ///   replaced by an empty one.
    func load() throws(SandboxError) -> World? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw .stateUnreadable(path: path, reason: Self.reason(error))
        }
        do {
            let contents = try JSONDecoder().decode(Contents.self, from: data)
            guard (1...Self.format).contains(contents.format) else {
                throw SandboxError.stateCorrupt(path: path, reason: "its format is \(contents.format)")
            }
            return contents.world
        } catch let error as SandboxError {
            throw error
        } catch {
            throw .stateCorrupt(path: path, reason: "it is not the JSON of a sandbox's state")
        }
    }

    /// Replaces the file.
    func save(_ world: World) throws(SandboxError) {
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            let data = try encoder.encode(Contents(format: Self.format, world: world))
            let url = URL(fileURLWithPath: path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: url, options: .atomic)
            // Tokens are in it: for its owner's eyes only.
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch {
            throw .stateUnwritable(path: path, reason: Self.reason(error))
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileReadNoPermission, .fileWriteNoPermission: "permission denied"
        case .fileWriteOutOfSpace: "no space left"
        case .fileNoSuchFile, .fileReadNoSuchFile: "no such folder"
        case .fileWriteVolumeReadOnly: "the disk is read-only"
        case .fileWriteFileExists: "a file is in the place of its folder"
        case let code?: "error \(code.rawValue)"
        case nil: "\(error)"
        }
    }
}
