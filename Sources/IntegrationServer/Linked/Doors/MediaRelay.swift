internal import IntegrationKit
internal import Synchronization

/// Fetches files of messages that come in, with `hooks.media`, so that they can be given to the platform.
final class MediaRelay<I: Integration>: Sendable {
    private let core = Mutex<RuntimeCore<I>?>(nil)

    /// In bytes; the platform takes a file whole, in one call.
    private static var largest: Int { 32 * 1024 * 1024 }

    /// The runtime is made, and files can be fetched.
    func begin(_ core: RuntimeCore<I>) { self.core.withLock { $0 = core } }

    /// nil for an integration without the hook.
    var fetch: LinkedPlatform.MediaFetch? {
        guard let hook = I.hooks.media else { return nil }
        return { [self] file, channel, call in
            guard let core = core.withLock({ $0 }) else { throw ToolFailure(.unavailable, "The server is starting.") }
            let environment = try await core.environment(of: call.installation)
            return try await core.unit(of: call.installation) { session in
                let context = HookContext<I>(
                    environment: environment, services: core.services, log: core.log, session: session)
                return try await withDeadline(hook.timeout) {
                    let media = try await hook.run(file, channel, context)
                    var bytes: [UInt8] = []
                    for try await piece in media.content {
                        guard bytes.count + piece.count <= Self.largest else {
                            throw ToolFailure(.rejected, "The file is larger than \(Self.largest) bytes.")
                        }
                        bytes += piece
                    }
                    return FileContent(name: file.name ?? "file", mimeType: media.mimeType, bytes: bytes)
                }
            }.value
        }
    }
}
