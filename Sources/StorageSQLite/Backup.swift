#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import GRDB
public import Storage

extension SQLiteStore {
    /// Writes the whole store, as it is at one moment, into a new file, while this and other processes read and write.
    /// The copy has been read back when this returns. Only this user may read it.
    ///
    /// - Throws: ``StorageError/cannotWrite(_:)`` when the file is there already or cannot be written, or
    ///   ``StorageError/corrupt(_:)`` when what was written is damaged.
    public func backUp(to path: String) async throws(StorageError) {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw .cannotWrite("'\(path)' is there already: give a new name")
        }
        let partial = path + ".partial"
        try? FileManager.default.removeItem(atPath: partial)
        do {
            guard
                FileManager.default.createFile(
                    atPath: partial, contents: nil, attributes: [.posixPermissions: 0o600 as Int])
            else { throw StorageError.cannotWrite("'\(partial)' cannot be made: does its folder exist, and may this user write there?") }
            try await connection.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [partial]) }
            try Self.check(partial)
            try FileManager.default.moveItem(atPath: partial, toPath: path)
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            throw StorageError(error, path: partial)
        }
    }

    private static func check(_ path: String) throws {
        let copy = try DatabaseQueue(path: path)
        try copy.writeWithoutTransaction { db in
            let findings = try String.fetchAll(db, sql: "PRAGMA integrity_check")
            guard findings == ["ok"] else {
                throw StorageError.corrupt("the backup is damaged (\(findings.first ?? "")): was the disk full?")
            }
        }
        try copy.close()
        try synchronize(path)
    }
}

/// Has what was written survive a power cut.
private func synchronize(_ path: String) throws {
    let file = open(path, O_RDWR)
    guard file >= 0 else { throw StorageError.cannotWrite("'\(path)' cannot be opened again") }
    defer { close(file) }
    guard fsync(file) == 0 else { throw StorageError.cannotWrite("the disk did not take '\(path)'") }
}
