#if canImport(FoundationNetworking)
import FoundationNetworking
#endif
import Foundation

/// Fetches files that a message names by link, as Meta's servers do.
struct LinkFetcher: Sendable {
    /// A file that was fetched.
    struct File: Sendable {
        /// From `Content-Type`, without parameters.
        var mimeType: String
        var bytes: [UInt8]
    }

    /// Why a link gives nothing that can be sent.
    struct Problem: Error {
        var reason: String
    }

    private let session: URLSession

    /// Seconds that a file may take.
    static let patience: TimeInterval = 10

    init() {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.timeoutIntervalForRequest = Self.patience
        configuration.timeoutIntervalForResource = Self.patience
        session = URLSession(configuration: configuration)
    }

    func shutDown() { session.invalidateAndCancel() }

    /// The file behind `link`.
    func fetch(_ link: String) async throws(Problem) -> File {
        guard let url = URL(string: link) else { throw Problem(reason: "The link is not a URL.") }
        var request = URLRequest(url: url)
        request.setValue("facebookexternalhit/1.1", forHTTPHeaderField: "User-Agent")
        do {
            let answer = try await HTTPExchange().file(request, session: session)
            guard answer.status == 200 else {
                throw Problem(reason: "Downloading the media failed with status code \(answer.status).")
            }
            return File(mimeType: MediaRules.bare(answer.contentType ?? ""), bytes: Array(answer.body))
        } catch let error as Problem {
            throw error
        } catch {
            throw Problem(reason: "Downloading the media failed: \(CallbackClient.reason(error)).")
        }
    }
}

extension GraphEndpoint {
    /// The message with every file that it names by link fetched and kept.
    ///
    /// - Parameter rules: Which files a kind may have.
    func fetchLinks(
        of content: MessageContent, endpointID: String, rules: (MediaContent.Kind) -> MediaRules
    ) async throws(LinkFetcher.Problem) -> MessageContent {
        switch content {
        case .media(let media):
            return .media(try await fetched(media, endpointID: endpointID, rules: rules))
        case .cards(var cards):
            for index in cards.indices {
                guard let media = cards[index].media else { continue }
                cards[index].media = try await fetched(media, endpointID: endpointID, rules: rules)
            }
            return .cards(cards)
        default: return content
        }
    }

    private func fetched(
        _ media: MediaContent, endpointID: String, rules: (MediaContent.Kind) -> MediaRules
    ) async throws(LinkFetcher.Problem) -> MediaContent {
        guard media.mediaID == nil, let link = media.link else { return media }
        let file = try await links.fetch(link)
        let rules = rules(media.kind)
        guard rules.allows(file.mimeType) else {
            throw .init(reason: "Media of type \(file.mimeType) cannot be sent as \(media.kind.rawValue).")
        }
        guard file.bytes.count <= rules.sizeLimit else {
            throw .init(reason: "The media has \(file.bytes.count) bytes; at most \(rules.sizeLimit) are allowed.")
        }
        var media = media
        do throws(SandboxError) {
            media.mediaID = try sandbox.keepMedia(
                file.bytes, mimeType: file.mimeType, filename: media.filename, endpointID: endpointID, origin: .link
            ).id
        } catch {
            throw .init(reason: error.description)
        }
        media.mimeType = file.mimeType
        return media
    }
}

extension Sandbox {
    /// Keeps a file and what is known of it.
    func keepMedia(
        _ bytes: [UInt8], mimeType: String, filename: String?, endpointID: String?, origin: MediaItem.Origin,
        lifetime: TimeInterval? = nil
    ) throws(SandboxError) -> MediaItem {
        let sum = try mediaStore.keep(bytes)
        return write { world, now in
            let lifetime =
                lifetime ?? (origin == .inbound ? MediaItem.inboundLifetime : MediaItem.uploadLifetime)
            let item = MediaItem(
                id: Self.newObjectID(), endpointID: endpointID, mimeType: mimeType, sha256: sum, size: bytes.count,
                filename: filename, origin: origin, createdAt: now, expiresAt: now.addingTimeInterval(lifetime))
            world.media[item.id] = item
            return item
        }
    }
}
