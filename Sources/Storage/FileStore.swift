#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit

/// Files that an installation keeps. Their content comes and goes in pieces, so that no file is ever whole in memory, and
/// lies in the store: all processes see it, and a backup of the store is one of the files.
///
/// Messages hold on to the files that are parts of them, and instances to those that their fields name. A file that
/// nothing holds on to is removed after a while: see ``purgeFiles(olderThan:limit:)``.
public protocol FileStore: Sendable {
    /// Announces a file whose content is about to come. Nobody sees it before ``endFile(_:size:digest:in:)``.
    func beginFile(_ file: NewFile, in installation: InstallationID) async throws(StorageError)

    /// Adds a piece behind those that are there.
    ///
    /// - Parameters:
    ///   - number: From 0.
    ///   - piece: Of ``StoredFile/pieceSize`` bytes; only the last one may have less.
    func addPiece(
        _ piece: [UInt8], number: Int, to file: FileID, in installation: InstallationID
    ) async throws(StorageError)

    /// All of the content is there.
    ///
    /// - Parameters:
    ///   - size: In bytes.
    ///   - digest: SHA-256 of the content.
    /// - Throws: ``StorageError/notFound(table:id:)`` when it was not begun, or taken away meanwhile.
    func endFile(
        _ id: FileID, size: Int, digest: [UInt8], in installation: InstallationID
    ) async throws(StorageError)

    /// A file whose content is there as a whole.
    func file(_ id: FileID, of installation: InstallationID) async throws(StorageError) -> StoredFile?

    /// - Returns: nil behind the last piece.
    func piece(
        _ number: Int, of file: FileID, in installation: InstallationID
    ) async throws(StorageError) -> [UInt8]?

    /// Removes a file that is not held on to. - Returns: false when there is none, or it is.
    @discardableResult
    func removeFile(_ id: FileID, of installation: InstallationID) async throws(StorageError) -> Bool

    /// What the whole files of an installation have together, in bytes.
    func sizeOfFiles(of installation: InstallationID) async throws(StorageError) -> Int

    /// Removes files of any installation that were begun before `date` and that nothing holds on to, and those that never
    /// became whole.
    ///
    /// - Parameter limit: At most so many, so that no transaction is long.
    /// - Returns: how many.
    @discardableResult
    func purgeFiles(olderThan date: Date, limit: Int) async throws(StorageError) -> Int
}

/// A file whose content is about to come.
public struct NewFile: Hashable, Sendable {
    public let id: FileID
    /// As people read it.
    public let name: String
    public let mimeType: String
    public let createdAt: Date

    public init(id: FileID, name: String, mimeType: String, createdAt: Date) {
        self.id = id
        self.name = name
        self.mimeType = mimeType
        self.createdAt = createdAt
    }
}

/// What is known of a file.
public struct StoredFile: Hashable, Sendable, Identifiable {
    /// Of the pieces in which content is kept, in bytes.
    public static let pieceSize = 512 * 1024

    public let id: FileID
    public let name: String
    public let mimeType: String
    /// In bytes.
    public let size: Int
    /// SHA-256 of the content.
    public let digest: [UInt8]
    public let createdAt: Date

    public init(id: FileID, name: String, mimeType: String, size: Int, digest: [UInt8], createdAt: Date) {
        self.id = id
        self.name = name
        self.mimeType = mimeType
        self.size = size
        self.digest = digest
        self.createdAt = createdAt
    }
}
