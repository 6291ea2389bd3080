#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import IntegrationKit

// What a message is to the conversation that it stands in.
extension WhatsAppMessageContent {
    /// Whether the business may answer freely for a while because of it: what a person does, but not notes of
    /// WhatsApp's own and not the changes of what was written before.
    var opensWindow: Bool {
        switch self {
        case .system, .edit, .revoke, .mediaPlaceholder: false
        default: true
        }
    }

    /// What it does to the message that it names; nil for messages of their own.
    func change(by author: String) -> MessageAmendment.Change? {
        switch self {
        case .reaction(_, let emoji): .reaction(by: author, emoji: emoji)
        case .edit(_, let content): .edit(text: content.summary, parts: content.parts)
        case .revoke: .deletion
        default: nil
        }
    }

    var parts: [MessagePart] {
        switch self {
        case .media(let media): [.file(media.file)]
        case .location(let place):
            [
                .place(
                    MessagePlace(
                        latitude: place.latitude, longitude: place.longitude, name: place.name, address: place.address))
            ]
        default: []
        }
    }
}

extension WhatsAppMedia {
    fileprivate var file: MessageFile {
        let kind: MessageFile.Kind =
            switch kind {
            case .image: .image
            case .audio: .audio
            case .video: .video
            case .document: .document
            case .sticker: .sticker
            }
        // The address that may come along is good for minutes only: the id stays.
        return MessageFile(kind: kind, id: id, mimeType: mimeType, name: filename, digest: sha256)
    }
}

extension WhatsAppSystemNote {
    /// What it says of how the person is known from now on; nil when that stays.
    func change(of address: String, at moment: Date) -> AddressChange? {
        switch type {
        case "user_changed_number", "customer_changed_number", "user_changed_user_id":
            let number = WhatsAppAddress.make(groupID: nil, waID: newWaID, userID: nil)
            let newAddress = number == address ? nil : number
            guard newAddress != nil || newUserID != nil else { return nil }
            return AddressChange(from: address, address: newAddress, personID: newUserID, occurredAt: moment)
        default: return nil
        }
    }
}
