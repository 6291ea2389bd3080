// Generated from integration.yaml by `integration generate`. Do not edit.
// Change the manifest and build, or run: swift package refresh-generated

import IntegrationKit

/// A phone number registered in the connected WhatsApp Business Account.
///
/// Manifest: `types.registered_number`
struct RegisteredNumber: Sendable {
    /// Graph API phone number ID
    ///
    /// Manifest: `types.registered_number.fields.id`
    var id: String

    /// Phone number (E.164 format)
    ///
    /// Manifest: `types.registered_number.fields.display_phone_number`
    var displayPhoneNumber: String

    /// Business name that Meta has verified for the number
    ///
    /// Manifest: `types.registered_number.fields.verified_name`
    var verifiedName: String?

    /// Meta quality rating
    ///
    /// Manifest: `types.registered_number.fields.quality_rating`
    var qualityRating: WhatsAppPhoneNumber.QualityRating

    /// Channel of this number once it has been added
    ///
    /// Manifest: `types.registered_number.fields.channel_id`
    var channelID: String?
}

extension RegisteredNumber: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let id = object.required("id", as: String.self)
        let displayPhoneNumber = object.required("display_phone_number", as: String.self)
        let verifiedName = object.optional("verified_name", as: String.self)
        let qualityRating = object.required("quality_rating", as: WhatsAppPhoneNumber.QualityRating.self)
        let channelID = object.optional("channel_id", as: String.self)
        guard let id, let displayPhoneNumber, let qualityRating, object.isComplete() else { throw object.failure() }
        self.id = id
        self.displayPhoneNumber = displayPhoneNumber
        self.verifiedName = verifiedName
        self.qualityRating = qualityRating
        self.channelID = channelID
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["display_phone_number"] = displayPhoneNumber.json
        object["verified_name"] = verifiedName?.json
        object["quality_rating"] = qualityRating.json
        object["channel_id"] = channelID?.json
        return .object(object)
    }
}

/// A message to send over a channel.
///
/// Manifest: `message.send` (a contract of the manifest language)
struct MessageSend: Sendable {
    /// The channel to send over
    ///
    /// Manifest: `message.send.fields.channel`
    var channel: MessageChannel

    /// The subscription that the message answers
    ///
    /// Manifest: `message.send.fields.subscription`
    var subscription: MessageSubscription?

    /// The contact that the message is for
    ///
    /// Manifest: `message.send.fields.contact`
    var contact: MessageContact?

    /// Where the message goes
    ///
    /// Manifest: `message.send.fields.recipient`
    var recipient: MessageRecipient?

    /// The message itself
    ///
    /// Manifest: `message.send.fields.message`
    var message: MessageContent
}

extension MessageSend: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let channel = object.required("channel", as: MessageChannel.self)
        let subscription = object.optional("subscription", as: MessageSubscription.self)
        let contact = object.optional("contact", as: MessageContact.self)
        let recipient = object.optional("recipient", as: MessageRecipient.self)
        let message = object.required("message", as: MessageContent.self)
        guard let channel, let message, object.isComplete() else { throw object.failure() }
        self.channel = channel
        self.subscription = subscription
        self.contact = contact
        self.recipient = recipient
        self.message = message
    }

    var json: JSON {
        var object = JSONObject()
        object["channel"] = channel.json
        object["subscription"] = subscription?.json
        object["contact"] = contact?.json
        object["recipient"] = recipient?.json
        object["message"] = message.json
        return .object(object)
    }
}

/// What became of a message that was sent.
///
/// Manifest: `message.sent` (a contract of the manifest language)
struct MessageSent: Sendable {
    /// What became of the message
    ///
    /// Manifest: `message.sent.fields.status`
    var status: Status

    /// The provider's id of the message
    ///
    /// Manifest: `message.sent.fields.remote_id`
    var remoteID: String?

    /// What became of the message
    ///
    /// Manifest: `message.sent.fields.status.options`
    enum Status: OptionValue {
        case sent
        case queued
        case failed

        /// A value that the manifest does not list.
        case unknown(String)

        static let allCases: [Status] = [.sent, .queued, .failed]

        init(rawValue: String) {
            switch rawValue {
            case "sent": self = .sent
            case "queued": self = .queued
            case "failed": self = .failed
            default: self = .unknown(rawValue)
            }
        }

        var rawValue: String {
            switch self {
            case .sent: "sent"
            case .queued: "queued"
            case .failed: "failed"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .sent: "Sent"
            case .queued: "Queued"
            case .failed: "Failed"
            case .unknown(let value): value
            }
        }

        var color: OptionDescriptor.Color? {
            nil
        }
    }
}

extension MessageSent: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let status = object.required("status", as: Status.self)
        let remoteID = object.optional("remoteId", as: String.self)
        guard let status, object.isComplete() else { throw object.failure() }
        self.status = status
        self.remoteID = remoteID
    }

    var json: JSON {
        var object = JSONObject()
        object["status"] = status.json
        object["remoteId"] = remoteID?.json
        return .object(object)
    }
}

/// The channel of a message.
///
/// Manifest: `message.channel` (a contract of the manifest language)
struct MessageChannel: Sendable {
    /// The channel's id
    ///
    /// Manifest: `message.channel.fields.id`
    var id: String

    /// The channel's handle in the manifest
    ///
    /// Manifest: `message.channel.fields.handle`
    var handle: String

    /// What identifies the channel
    ///
    /// Manifest: `message.channel.fields.identifier_value`
    var identifierValue: String
}

extension MessageChannel: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: String.self)
        let handle = object.required("handle", as: String.self)
        let identifierValue = object.required("identifierValue", as: String.self)
        guard let id, let handle, let identifierValue, object.isComplete() else { throw object.failure() }
        self.id = id
        self.handle = handle
        self.identifierValue = identifierValue
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["handle"] = handle.json
        object["identifierValue"] = identifierValue.json
        return .object(object)
    }
}

/// A person's subscription to a channel.
///
/// Manifest: `message.subscription` (a contract of the manifest language)
struct MessageSubscription: Sendable {
    /// The subscription's id
    ///
    /// Manifest: `message.subscription.fields.id`
    var id: String

    /// The person's address
    ///
    /// Manifest: `message.subscription.fields.identifier_value`
    var identifierValue: String
}

extension MessageSubscription: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: String.self)
        let identifierValue = object.required("identifierValue", as: String.self)
        guard let id, let identifierValue, object.isComplete() else { throw object.failure() }
        self.id = id
        self.identifierValue = identifierValue
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["identifierValue"] = identifierValue.json
        return .object(object)
    }
}

/// The contact that a message is for.
///
/// Manifest: `message.contact` (a contract of the manifest language)
struct MessageContact: Sendable {
    /// The contact's id
    ///
    /// Manifest: `message.contact.fields.id`
    var id: String

    /// The contact's name
    ///
    /// Manifest: `message.contact.fields.name`
    var name: String?
}

extension MessageContact: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: String.self)
        let name = object.optional("name", as: String.self)
        guard let id, object.isComplete() else { throw object.failure() }
        self.id = id
        self.name = name
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["name"] = name?.json
        return .object(object)
    }
}

/// Where a message goes.
///
/// Manifest: `message.recipient` (a contract of the manifest language)
struct MessageRecipient: Sendable {
    /// The address
    ///
    /// Manifest: `message.recipient.fields.address`
    var address: String

    /// The recipient's name
    ///
    /// Manifest: `message.recipient.fields.name`
    var name: String?

    /// The participant's id
    ///
    /// Manifest: `message.recipient.fields.participant_id`
    var participantID: String?

    /// The contact's id
    ///
    /// Manifest: `message.recipient.fields.contact_id`
    var contactID: String?
}

extension MessageRecipient: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let address = object.required("address", as: String.self)
        let name = object.optional("name", as: String.self)
        let participantID = object.optional("participantId", as: String.self)
        let contactID = object.optional("contactId", as: String.self)
        guard let address, object.isComplete() else { throw object.failure() }
        self.address = address
        self.name = name
        self.participantID = participantID
        self.contactID = contactID
    }

    var json: JSON {
        var object = JSONObject()
        object["address"] = address.json
        object["name"] = name?.json
        object["participantId"] = participantID?.json
        object["contactId"] = contactID?.json
        return .object(object)
    }
}

/// What a message says.
///
/// Manifest: `message.content` (a contract of the manifest language)
struct MessageContent: Sendable {
    /// The message's id; the key under which a send happens once
    ///
    /// Manifest: `message.content.fields.id`
    var id: String

    /// The text
    ///
    /// Manifest: `message.content.fields.content`
    var content: String

    /// The text with its markup
    ///
    /// Manifest: `message.content.fields.content_raw`
    var contentRaw: String?

    /// The subject
    ///
    /// Manifest: `message.content.fields.title`
    var title: String?

    /// Files that go with the message
    ///
    /// Manifest: `message.content.fields.attachments`
    var attachments: [MessageAttachment]?
}

extension MessageContent: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: String.self)
        let content = object.required("content", as: String.self)
        let contentRaw = object.optional("contentRaw", as: String.self)
        let title = object.optional("title", as: String.self)
        let attachments = object.optional("attachments", as: [MessageAttachment].self)
        guard let id, let content, object.isComplete() else { throw object.failure() }
        self.id = id
        self.content = content
        self.contentRaw = contentRaw
        self.title = title
        self.attachments = attachments
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["content"] = content.json
        object["contentRaw"] = contentRaw?.json
        object["title"] = title?.json
        object["attachments"] = attachments?.json
        return .object(object)
    }
}

/// A file that goes with a message.
///
/// Manifest: `message.attachment` (a contract of the manifest language)
struct MessageAttachment: Sendable {
    /// The file's name
    ///
    /// Manifest: `message.attachment.fields.filename`
    var filename: String

    /// Where the file can be fetched
    ///
    /// Manifest: `message.attachment.fields.url`
    var url: String

    /// The file's MIME type
    ///
    /// Manifest: `message.attachment.fields.mime_type`
    var mimeType: String

    /// The file's size in bytes
    ///
    /// Manifest: `message.attachment.fields.size`
    var size: Int
}

extension MessageAttachment: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let filename = object.required("filename", as: String.self)
        let url = object.required("url", as: String.self)
        let mimeType = object.required("mimeType", as: String.self)
        let size = object.required("size", as: Int.self)
        guard let filename, let url, let mimeType, let size, object.isComplete() else { throw object.failure() }
        self.filename = filename
        self.url = url
        self.mimeType = mimeType
        self.size = size
    }

    var json: JSON {
        var object = JSONObject()
        object["filename"] = filename.json
        object["url"] = url.json
        object["mimeType"] = mimeType.json
        object["size"] = size.json
        return .object(object)
    }
}
