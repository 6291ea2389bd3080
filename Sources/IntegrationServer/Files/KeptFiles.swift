internal import IntegrationKit
internal import Storage

/// `context.files`: the files of one installation.
struct KeptFiles: FileService {
    let keeper: FileKeeper
    let installation: InstallationID

    func file(_ id: String) async throws -> PlatformFile {
        let file = try await find(id)
        return PlatformFile(id: file.id.rawValue, name: file.name, type: file.mimeType, size: file.size)
    }

    func link(to id: String) async throws -> PlatformFileLink {
        let file = try await find(id)
        return keeper.link(to: file.id, name: file.name, in: installation)
    }

    func upload(_ content: [UInt8], name: String, type: String) async throws -> String {
        do {
            let file = try await keeper.keep(FileContent(name: name, mimeType: type, bytes: content), in: installation)
            return file.id.rawValue
        } catch let refusal as FileKeeper.Refusal {
            throw ToolFailure(.rejected, "'\(name)' \(refusal.words).")
        } catch let error as StorageError {
            throw ToolFailure(PlatformFailure(error))
        }
    }

    private func find(_ id: String) async throws -> StoredFile {
        do throws(StorageError) {
            if let file = try await keeper.store.file(FileID(id), of: installation) { return file }
        } catch {
            throw ToolFailure(PlatformFailure(error))
        }
        throw ToolFailure.notFound("file", id)
    }
}
