import Hummingbird
import IntegrationKit
import Logging
import NIOCore
import Storage

/// `GET /app/{workplace}/conversations/{conversation}/files/{message}/{number}`: a file of a message, fetched from the
/// provider by the hook `media` while it is given on, or one that is kept here.
struct MessageFileRoute<I: Integration>: Sendable {
    let runtime: Runtime<I>

    func answer(_ visit: Visit, conversation: ConversationID, message: MessageID, number: String) async throws -> Response {
        let installation = visit.installation
        let missing = HTTPProblem(.notFound, title: "There is no such file", "It may have been deleted, or is kept no more.")
        guard let index = Int(number),
            let channel = try await runtime.store.conversation(conversation, of: installation.id)?.channel,
            let found = try await runtime.store.message(message, in: installation.id), found.conversation == conversation,
            found.parts.indices.contains(index), case .file(let file) = found.parts[index], file.isFetchable
        else { throw missing }
        let core = runtime.core
        if let id = file.stored {
            guard let kept = try await core.store.file(id, of: installation.id) else { throw missing }
            return FileAnswer.kept(kept, of: installation.id, for: visit.request, keeper: core.files)
        }
        guard let hook = I.hooks.media else { throw missing }
        let media: MediaFile
        do {
            let context = HookContext<I>(
                environment: try await core.environment(of: installation), services: core.services,
                log: visit.context.logger, session: core.session(for: installation))
            media = try await withDeadline(hook.timeout) { try await hook.run(file, channel, context) }
        } catch let failure as ToolFailure where failure.code == .notFound {
            throw missing
        } catch {
            visit.context.logger.warning("a file of a message could not be fetched", metadata: ["error": "\(error)"])
            throw HTTPProblem(.badGateway, title: "The file cannot be fetched", "Try again in a moment.")
        }
        return Response(status: .ok, headers: FileAnswer.headers(mimeType: media.mimeType, name: file.name), body: body(media))
    }

    /// A content that breaks off breaks the answer off, so that no browser takes a part for the whole.
    private func body(_ media: MediaFile) -> ResponseBody {
        ResponseBody(contentLength: media.size) { writer in
            for try await piece in media.content { try await writer.write(ByteBuffer(bytes: piece)) }
            try await writer.finish(nil)
        }
    }
}
