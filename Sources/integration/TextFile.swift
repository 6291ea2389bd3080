import Foundation
import ManifestCompiler

/// A file that an author wrote and a command reads and edits.
struct TextFile {
    let path: String

    func read() throws -> SourceFile {
        if let data = FileManager.default.contents(atPath: path) { return SourceFile(path: path, bytes: Array(data)) }
        let isThere = FileManager.default.fileExists(atPath: path)
        throw CommandFailure(
            message: isThere
                ? "\(path) cannot be read; check its permissions"
                : "there is no \(path); name the manifest, for example path/to/integration.yaml")
    }

    /// Replaces the contents as a whole or not at all. A link stays one, and permissions stay as they are.
    func write(_ bytes: [UInt8]) throws {
        let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
            try Data(bytes).write(to: url, options: .atomic)
            if let permissions = attributes[.posixPermissions] {
                try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: url.path)
            }
        } catch {
            throw CommandFailure(message: "\(path) cannot be written: \(error.localizedDescription)")
        }
    }
}
