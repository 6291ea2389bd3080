import ManifestCompiler

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

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
        let file = FileState.resolved(path) ?? path
        try bytes.withUnsafeBytes { bytes in
            try OutputFile(path: file).replace(bytes, permissions: FileState(of: file)?.permissions)
        }
    }
}
