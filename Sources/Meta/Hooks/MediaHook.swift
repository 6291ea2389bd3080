import GraphAPI
import IntegrationKit

extension MediaHook: MediaHandler {
    /// A file of WhatsApp is asked for by its id; those of Messenger and Instagram lie open on Meta's network for a while.
    static func open(_ file: MessageFile, of channel: ChannelRecord, in context: Context) async throws -> MediaFile {
        guard let secret = context.environment.install.metaAccessToken else { throw ToolFailure.notConnected("Meta") }
        let graph = context.services.graph(context.environment.provision)
        let number = try await context.models.whatsAppPhoneNumber.first(where: .equal(.phone, channel.identifier))
        do throws(GraphFailure) {
            let download: MediaDownload
            if let id = file.id {
                let token = GraphToken(secret)
                let media = try await graph.media(id, of: number?.phoneNumberID, with: token)
                download = try await graph.download(media, with: token)
            } else {
                download = try await graph.download(file.url ?? "", mimeType: file.mimeType, digest: file.digest)
            }
            return MediaFile(mimeType: download.mimeType, size: download.size, content: download.content)
        } catch {
            let isGone = if case .unreadable(let status, _) = error { (400..<500).contains(status) } else { false }
            throw isGone
                ? ToolFailure(.notFound, "Meta has the file no more.") : ToolFailure(error)
        }
    }
}
