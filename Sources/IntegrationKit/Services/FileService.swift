#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The platform's files, as `context.files`. Follows the platform's `file.*` methods.
public protocol FileService: Sendable {
    /// - Throws: ``ToolFailure`` when there is no such file here.
    func file(_ id: String) async throws -> PlatformFile
    /// An address from which the file can be fetched for a while, without credentials.
    func link(to id: String) async throws -> PlatformFileLink
    /// Stores a private file.
    ///
    /// - Parameter type: MIME type.
    /// - Returns: its id, `fl_…`.
    func upload(_ content: [UInt8], name: String, type: String) async throws -> String
}

/// A file as the platform keeps it.
public struct PlatformFile: Hashable, Sendable, Identifiable {
    /// `fl_…`.
    public let id: String
    public let name: String
    /// MIME type.
    public let type: String
    /// In bytes.
    public let size: Int

    public init(id: String, name: String, type: String, size: Int) {
        self.id = id
        self.name = name
        self.type = type
        self.size = size
    }
}

/// Where a file can be fetched until when.
public struct PlatformFileLink: Hashable, Sendable {
    public let url: String
    public let expiresAt: Date

    public init(url: String, expiresAt: Date) {
        self.url = url
        self.expiresAt = expiresAt
    }
}
