#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
public import StorageSQLite

/// A store in a folder of its own that goes when this value does.
///
/// The files are real: `path` can be opened a second time, as another process would.
public final class TemporaryStore: Sendable {
    /// Of the database file.
    public let path: String
    public let store: SQLiteStore

    /// - Throws: when the folder or the store cannot be made.
    public init(options: SQLiteStore.Options = .init()) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("integration-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appendingPathComponent("store.sqlite").path
        store = try SQLiteStore(path: path, options: options)
    }

    deinit {
        // The connections still have the files open; on the systems that we run on they can be removed all the same.
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try? FileManager.default.removeItem(at: folder)
    }
}
