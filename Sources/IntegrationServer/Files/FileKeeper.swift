#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif
internal import Cryptography
package import IntegrationKit
package import Storage

/// The files that are kept for installations: how they come in, are read and are linked to.
package struct FileKeeper: Sendable {
    let store: any Store
    let ids: IDMaker
    let limits: Limits
    let address: PublicAddress
    let clock: @Sendable () -> Date
    private let linkKey: [UInt8]

    init(
        store: any Store, ids: IDMaker, limits: Limits, address: PublicAddress, signingSecret: [UInt8],
        clock: @escaping @Sendable () -> Date
    ) {
        self.store = store
        self.ids = ids
        self.limits = limits
        self.address = address
        self.clock = clock
        linkKey = HMAC.sha256(Array("file-link".utf8), key: signingSecret)
    }

    /// Why a file is not taken, in words that follow its name.
    enum Refusal: Error, Hashable {
        /// In bytes.
        case tooLarge(limit: Int)
        /// The installation's files are as many as they may be.
        case noRoom

        var words: String {
            switch self {
            case .tooLarge(let limit): "is larger than \(FileSize.text(limit))"
            case .noRoom: "has no room: the files of this workplace are as many as they may be"
            }
        }
    }

    // MARK: In

    /// A file that comes in. Whoever has begun one ends it with ``finish()`` or ``discard()``.
    struct Writer {
        let id: FileID
        let name: String
        let mimeType: String
        private let keeper: FileKeeper
        private let installation: InstallationID
        private let limit: Int
        private let createdAt: Date
        private var hash = SHA256.Running()
        private var buffer: [UInt8] = []
        private var count = 0
        private var size = 0
        /// Enough of the beginning to see what it is.
        private(set) var start: [UInt8] = []

        fileprivate init(
            id: FileID, name: String, mimeType: String, keeper: FileKeeper, installation: InstallationID, limit: Int,
            createdAt: Date
        ) {
            self.id = id
            self.name = name
            self.mimeType = mimeType
            self.keeper = keeper
            self.installation = installation
            self.limit = limit
            self.createdAt = createdAt
        }

        /// - Throws: ``Refusal``, after which the file is to be discarded, or ``StorageError``.
        mutating func write(_ bytes: [UInt8]) async throws {
            size += bytes.count
            guard size <= limit else { throw Refusal.tooLarge(limit: limit) }
            if start.count < FileSignature.length { start += bytes.prefix(FileSignature.length - start.count) }
            hash.update(bytes)
            buffer += bytes
            while buffer.count >= StoredFile.pieceSize {
                try await put(Array(buffer[..<StoredFile.pieceSize]))
                buffer.removeFirst(StoredFile.pieceSize)
            }
        }

        mutating func finish() async throws -> StoredFile {
            if !buffer.isEmpty { try await put(buffer) }
            buffer = []
            let digest = hash.finish()
            try await keeper.store.endFile(id, size: size, digest: digest, in: installation)
            return StoredFile(id: id, name: name, mimeType: mimeType, size: size, digest: digest, createdAt: createdAt)
        }

        /// What came so far is taken away. What cannot be is left to housekeeping.
        func discard() async { _ = try? await keeper.store.removeFile(id, of: installation) }

        private mutating func put(_ piece: [UInt8]) async throws {
            try await keeper.store.addPiece(piece, number: count, to: id, in: installation)
            count += 1
        }
    }

    /// Begins to keep a file.
    ///
    /// - Parameter limit: In bytes; never more than ``Limits/fileSize``.
    /// - Throws: ``Refusal/noRoom``, or ``StorageError``.
    func begin(name: String, mimeType: String, limit: Int, in installation: InstallationID) async throws -> Writer {
        guard try await store.sizeOfFiles(of: installation) < limits.filesOfInstallation else { throw Refusal.noRoom }
        let now = clock()
        let id = FileID(ids.make("fl", at: now))
        let name = FileName.clean(name)
        let mimeType = FileName.type(mimeType, of: name)
        try await store.beginFile(NewFile(id: id, name: name, mimeType: mimeType, createdAt: now), in: installation)
        return Writer(
            id: id, name: name, mimeType: mimeType, keeper: self, installation: installation,
            limit: min(limit, limits.fileSize), createdAt: now)
    }

    /// Keeps a file that is in memory.
    func keep(_ content: FileContent, in installation: InstallationID) async throws -> StoredFile {
        var writer = try await begin(
            name: content.name, mimeType: content.mimeType, limit: limits.fileSize, in: installation)
        do {
            try await writer.write(content.bytes)
            return try await writer.finish()
        } catch {
            await writer.discard()
            throw error
        }
    }

    // MARK: Out

    /// Reads a file's content, from a byte on.
    func content(of file: StoredFile, from start: Int = 0, in installation: InstallationID) -> PieceReader {
        PieceReader(store: store, file: file, installation: installation, start: start)
    }

    // MARK: Links

    /// How long a link to a file opens it.
    static var linkLifetime: Duration { .seconds(3600) }

    /// An address from which whoever has it fetches the file for a while: for providers, which cannot sign in.
    func link(to file: FileID, name: String, in installation: InstallationID) -> PlatformFileLink {
        // To the second, as it is written.
        let seconds = (clock().timeIntervalSince1970 + Self.linkLifetime.timeInterval).rounded(.down)
        let token = SignedText.make(
            ["i": .string(installation.rawValue), "f": .string(file.rawValue), "e": .number(JSONNumber(Int(seconds)))],
            key: linkKey)
        return PlatformFileLink(
            url: "\(address.url)/files/\(token)/\(PageAddress.encode(name))",
            expiresAt: Date(timeIntervalSince1970: seconds))
    }

    /// - Returns: nil when nobody has made such a link, or its time is over, or the file is gone.
    func linked(_ token: String) async throws(StorageError) -> (file: StoredFile, installation: InstallationID)? {
        guard let content = SignedText.open(token, key: linkKey), let owner = content["i"]?.stringValue,
            let id = content["f"]?.stringValue, let end = content["e"]?.int64Value,
            clock().timeIntervalSince1970 < Double(end)
        else { return nil }
        let installation = InstallationID(owner)
        return try await store.file(FileID(id), of: installation).map { ($0, installation) }
    }
}

/// Reads a file of the store piece by piece.
actor PieceReader {
    private let store: any Store
    private let file: StoredFile
    private let installation: InstallationID
    private var position: Int

    init(store: any Store, file: StoredFile, installation: InstallationID, start: Int) {
        self.store = store
        self.file = file
        self.installation = installation
        position = start
    }

    /// nil behind the last piece.
    ///
    /// - Throws: ``StorageError``, also when the file was removed meanwhile.
    func next() async throws -> [UInt8]? {
        guard position < file.size else { return nil }
        let offset = position % StoredFile.pieceSize
        let piece = try await store.piece(position / StoredFile.pieceSize, of: file.id, in: installation)
        guard let piece, offset < piece.count else { throw StorageError.notFound(table: "file", id: file.id.rawValue) }
        position += piece.count - offset
        return offset == 0 ? piece : Array(piece[offset...])
    }
}
