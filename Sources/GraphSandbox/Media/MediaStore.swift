#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Cryptography
import Synchronization

/// The bytes of every file, by the SHA-256 of their content: in a folder beside the state file, or in memory.
final class MediaStore: Sendable {
    private let folder: String?
    private let inMemory = Mutex([String: [UInt8]]())

    /// - Parameter stateFile: Path of the state file, whose folder `<path>.media` is used; without one memory is.
    init(stateFile: String?) {
        folder = stateFile.map { $0 + ".media" }
    }

    /// Keeps `bytes` and gives their lowercase hex SHA-256.
    ///
    /// - Throws: ``SandboxError/stateUnwritable(path:reason:)``.
    func keep(_ bytes: [UInt8]) throws(SandboxError) -> String {
        let name = Hex.encode(SHA256.hash(bytes))
        guard let folder else {
            inMemory.withLock { $0[name] = bytes }
            return name
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"), options: .atomic)
        } catch {
            throw .stateUnwritable(path: "\(folder)/\(name)", reason: "\(error)")
        }
        return name
    }

    /// The bytes with this SHA-256, or `nil` when they were removed.
    func bytes(_ sha256: String) -> [UInt8]? {
        guard sha256.allSatisfy(\.isHexDigit) else { return nil }
        if let folder { return (try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(sha256)"))).map(Array.init) }
        return inMemory.withLock { $0[sha256] }
    }

    /// Removes the bytes of one file.
    func remove(_ sha256: String) {
        guard sha256.allSatisfy(\.isHexDigit) else { return }
        if let folder { try? FileManager.default.removeItem(atPath: "\(folder)/\(sha256)") }
        inMemory.withLock { _ = $0.removeValue(forKey: sha256) }
    }

    /// Removes everything.
    func removeAll() {
        if let folder { try? FileManager.default.removeItem(atPath: folder) }
        inMemory.withLock { $0.removeAll() }
    }
}
