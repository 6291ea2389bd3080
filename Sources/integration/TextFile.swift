import Foundation

/// A file that an author wrote and a command edits.
struct TextFile {
    let path: String

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
