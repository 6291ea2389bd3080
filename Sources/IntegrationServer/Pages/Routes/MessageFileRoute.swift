import HTTPTypes
import Hummingbird
import IntegrationKit
import Logging
import NIOCore
import Storage

/// `GET /app/{workplace}/conversations/{conversation}/files/{message}/{number}`: a file of a message, fetched from the
/// provider by the hook `media` while it is given on. Nothing of it is kept here.
struct MessageFileRoute<I: Integration>: Sendable {
    let runtime: Runtime<I>

    /// What browsers show inside a page; everything else is a download. No type that could hold a script.
    private static var shown: Set<String> {
        [
            "image/jpeg", "image/png", "image/gif", "image/webp", "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4",
            "audio/ogg", "video/mp4", "video/3gpp",
        ]
    }

    func answer(_ visit: Visit, conversation: ConversationID, message: MessageID, number: String) async throws -> Response {
        let installation = visit.installation
        let missing = HTTPProblem(.notFound, title: "There is no such file", "It may have been deleted, or is kept no more.")
        guard let hook = I.hooks.media, let index = Int(number),
            let channel = try await runtime.store.conversation(conversation, of: installation.id)?.channel,
            let found = try await runtime.store.message(message, in: installation.id), found.conversation == conversation,
            found.parts.indices.contains(index), case .file(let file) = found.parts[index], file.isFetchable
        else { throw missing }
        let core = runtime.core
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
        return Response(status: .ok, headers: headers(of: file, media), body: body(media))
    }

    private func headers(of file: MessageFile, _ media: MediaFile) -> HTTPFields {
        let type = String(media.mimeType.prefix { $0 != ";" }).lowercased().filter { !$0.isWhitespace }
        let isShown = Self.shown.contains(type)
        var headers: HTTPFields = [
            .contentType: isShown ? type : "application/octet-stream",
            // Whoever has looked at it may look again without asking the provider; nobody else.
            .cacheControl: "private, max-age=3600",
            .contentSecurityPolicy: "default-src 'none'; sandbox",
        ]
        if !isShown {
            headers[.contentDisposition] = "attachment; filename*=UTF-8''" + PageAddress.encode(file.name ?? "file")
        }
        return headers
    }

    /// A content that breaks off breaks the answer off, so that no browser takes a part for the whole.
    private func body(_ media: MediaFile) -> ResponseBody {
        ResponseBody(contentLength: media.size) { writer in
            for try await piece in media.content { try await writer.write(ByteBuffer(bytes: piece)) }
            try await writer.finish(nil)
        }
    }
}
