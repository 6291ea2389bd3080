#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Cryptography
import Synchronization

/// Where files can be fetched: addresses that carry their own end and a seal, as Meta's do.
struct MediaAddresses: Sendable {
    /// The sandbox's own address, known once it listens.
    final class Base: Sendable {
        private let value = Mutex("http://127.0.0.1")

        var url: String { value.withLock { $0 } }

        func set(_ url: String) { value.withLock { $0 = url } }
    }

    var appSecret = ""
    let base = Base()

    /// Path of WhatsApp's downloads, which need the token besides.
    static let whatsAppPath = "whatsapp_business/attachments"
    /// First part of the path of Messenger's and Instagram's files, which anybody may fetch until they end.
    static let attachmentPath = "scontent"

    /// Where a file of WhatsApp is for the next five minutes.
    func whatsApp(_ mediaID: String, at now: Date, base: String? = nil) -> String {
        let end = Int64(now.addingTimeInterval(MediaItem.addressLifetime).timeIntervalSince1970)
        return "\(base ?? self.base.url)/\(Self.whatsAppPath)/?mid=\(mediaID)&ext=\(end)&hash=\(seal(mediaID, end))"
    }

    /// Where a file of Messenger or Instagram is until it is forgotten.
    func attachment(_ item: MediaItem) -> String {
        let end = Int64(item.expiresAt.timeIntervalSince1970)
        return "\(base.url)/\(Self.attachmentPath)/\(item.id)?oh=\(seal(item.id, end))&oe=\(String(end, radix: 16))"
    }

    /// Whether an address was made here for this file and end.
    func isGenuine(_ mediaID: String, end: Int64, seal: String) -> Bool {
        ConstantTime.equals(Array(seal.utf8), Array(self.seal(mediaID, end).utf8))
    }

    private func seal(_ mediaID: String, _ end: Int64) -> String {
        let digest = HMAC.sha256(Array("\(mediaID):\(end)".utf8), key: Array("media:\(appSecret)".utf8))
        return "AT" + Base64URL.encode(digest).filter { $0 != "-" && $0 != "_" }
    }
}
