#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
public import IntegrationKit

/// What a message holds, by Meta's types. A known type whose content is missing or of another form is
/// ``unknown(_:_:)``.
public indirect enum WhatsAppMessageContent: Hashable, Sendable {
    case text(String)
    case media(WhatsAppMedia)
    case location(WhatsAppLocation)
    case contacts([WhatsAppSharedContact])
    /// A tap on a button of an interactive message.
    case buttonReply(id: String, title: String)
    /// A choice from a list.
    case listReply(id: String, title: String, description: String?)
    /// A form that was filled in: a flow, or an address. The answers are JSON in a text.
    case formReply(name: String?, body: String?, answers: String)
    case callPermission(WhatsAppCallPermission)
    /// A tap on a quick reply of a template.
    case templateButton(text: String, payload: String?)
    /// An emoji put on a message; nil takes it away.
    case reaction(to: String, emoji: String?)
    case order(WhatsAppOrder)
    /// WhatsApp's own note in the conversation.
    case system(WhatsAppSystemNote)
    /// The person changed a message; the new content.
    case edit(of: String, WhatsAppMessageContent)
    /// The person deleted a message.
    case revoke(of: String)
    /// The person opened a chat for the first time and has written nothing yet.
    case welcomeRequest
    /// A file of the history, which may follow.
    case mediaPlaceholder
    /// A kind that WhatsApp does not show to businesses, by name if told.
    case unsupported(String?)
    /// A type that this version does not know, with all that came.
    case unknown(String, JSON)
}

/// A file that stays with Meta: to be fetched by its id within days.
public struct WhatsAppMedia: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable { case image, audio, video, document, sticker }

    public let kind: Kind
    /// Missing when WhatsApp itself could not take the file.
    public let id: String?
    public let mimeType: String?
    /// Base 64.
    public let sha256: String?
    public let caption: String?
    public let filename: String?
    /// Recorded in the app, not sent as a file.
    public let isVoice: Bool
    public let isAnimated: Bool
    /// Where it can be fetched for five minutes; present since 2025.
    public let url: String?
}

/// A place.
public struct WhatsAppLocation: Hashable, Sendable {
    public let latitude: Double
    public let longitude: Double
    public let name: String?
    public let address: String?
    public let url: String?
}

/// A card of an address book.
public struct WhatsAppSharedContact: Hashable, Sendable {
    public let name: String
    public let phones: [String]
    /// The person's own number, digits, when they sent it because they were asked for it.
    public let ownWaID: String?
    /// The card as it came.
    public let raw: JSON
}

/// Whether the business may call the person.
public struct WhatsAppCallPermission: Hashable, Sendable {
    public let isGranted: Bool
    /// Until the person takes it back.
    public let isPermanent: Bool
    /// When it ends otherwise.
    public let expiresAt: Date?
    /// WhatsApp gave it by itself, because the person called.
    public let isAutomatic: Bool
}

/// A basket of a catalogue.
public struct WhatsAppOrder: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        public let productID: String
        public let quantity: Double
        public let price: Double?
        public let currency: String?
    }

    public let catalogID: String?
    public let text: String?
    public let items: [Item]
}

/// WhatsApp's note that something about the person has changed.
public struct WhatsAppSystemNote: Hashable, Sendable {
    /// `user_changed_number`, `user_changed_user_id`, `customer_identity_changed`, …
    public let type: String
    public let body: String
    /// The new number, digits, after a change.
    public let newWaID: String?
    /// The new business-scoped id, after a change.
    public let newUserID: String?
}
