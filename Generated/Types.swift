// Generated from integration.yaml by `integration generate`. Do not edit.
// Change the manifest and build, or run: swift package refresh-generated

import IntegrationKit
#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

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

/// A WhatsApp Business Account that the connected person may use.
///
/// Manifest: `types.account_choice`
struct AccountChoice: Sendable {
    /// WhatsApp Business Account ID
    ///
    /// Manifest: `types.account_choice.fields.waba_id`
    var wabaID: String

    /// Name of the account
    ///
    /// Manifest: `types.account_choice.fields.name`
    var name: String?

    /// Business portfolio that it belongs to
    ///
    /// Manifest: `types.account_choice.fields.business_id`
    var businessID: String?

    /// Name of the business
    ///
    /// Manifest: `types.account_choice.fields.business_name`
    var businessName: String?

    /// Whether this workplace uses it
    ///
    /// Manifest: `types.account_choice.fields.is_chosen`
    var isChosen: Bool
}

extension AccountChoice: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let wabaID = object.required("waba_id", as: String.self)
        let name = object.optional("name", as: String.self)
        let businessID = object.optional("business_id", as: String.self)
        let businessName = object.optional("business_name", as: String.self)
        let isChosen = object.required("is_chosen", as: Bool.self)
        guard let wabaID, let isChosen, object.isComplete() else { throw object.failure() }
        self.wabaID = wabaID
        self.name = name
        self.businessID = businessID
        self.businessName = businessName
        self.isChosen = isChosen
    }

    var json: JSON {
        var object = JSONObject()
        object["waba_id"] = wabaID.json
        object["name"] = name?.json
        object["business_id"] = businessID?.json
        object["business_name"] = businessName?.json
        object["is_chosen"] = isChosen.json
        return .object(object)
    }
}

/// A Facebook Page that the connected person manages.
///
/// Manifest: `types.page_choice`
struct PageChoice: Sendable {
    /// Meta Graph API Page ID
    ///
    /// Manifest: `types.page_choice.fields.page_id`
    var pageID: String

    /// Page name
    ///
    /// Manifest: `types.page_choice.fields.name`
    var name: String?

    /// Page category
    ///
    /// Manifest: `types.page_choice.fields.category`
    var category: String?

    /// Whether the person may send messages as the page
    ///
    /// Manifest: `types.page_choice.fields.can_send`
    var canSend: Bool

    /// Whether this workplace has it
    ///
    /// Manifest: `types.page_choice.fields.is_added`
    var isAdded: Bool

    /// Channel of this page once it has been added
    ///
    /// Manifest: `types.page_choice.fields.channel_id`
    var channelID: String?
}

extension PageChoice: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let pageID = object.required("page_id", as: String.self)
        let name = object.optional("name", as: String.self)
        let category = object.optional("category", as: String.self)
        let canSend = object.required("can_send", as: Bool.self)
        let isAdded = object.required("is_added", as: Bool.self)
        let channelID = object.optional("channel_id", as: String.self)
        guard let pageID, let canSend, let isAdded, object.isComplete() else { throw object.failure() }
        self.pageID = pageID
        self.name = name
        self.category = category
        self.canSend = canSend
        self.isAdded = isAdded
        self.channelID = channelID
    }

    var json: JSON {
        var object = JSONObject()
        object["page_id"] = pageID.json
        object["name"] = name?.json
        object["category"] = category?.json
        object["can_send"] = canSend.json
        object["is_added"] = isAdded.json
        object["channel_id"] = channelID?.json
        return .object(object)
    }
}

/// A professional Instagram account that belongs to one of the person's pages.
///
/// Manifest: `types.instagram_choice`
struct InstagramChoice: Sendable {
    /// Meta Graph API Instagram Account ID
    ///
    /// Manifest: `types.instagram_choice.fields.instagram_account_id`
    var instagramAccountID: String

    /// Instagram username
    ///
    /// Manifest: `types.instagram_choice.fields.username`
    var username: String?

    /// The page that it belongs to
    ///
    /// Manifest: `types.instagram_choice.fields.page_id`
    var pageID: String

    /// Whether this workplace has it
    ///
    /// Manifest: `types.instagram_choice.fields.is_added`
    var isAdded: Bool

    /// Channel of this account once it has been added
    ///
    /// Manifest: `types.instagram_choice.fields.channel_id`
    var channelID: String?
}

extension InstagramChoice: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let instagramAccountID = object.required("instagram_account_id", as: String.self)
        let username = object.optional("username", as: String.self)
        let pageID = object.required("page_id", as: String.self)
        let isAdded = object.required("is_added", as: Bool.self)
        let channelID = object.optional("channel_id", as: String.self)
        guard let instagramAccountID, let pageID, let isAdded, object.isComplete() else { throw object.failure() }
        self.instagramAccountID = instagramAccountID
        self.username = username
        self.pageID = pageID
        self.isAdded = isAdded
        self.channelID = channelID
    }

    var json: JSON {
        var object = JSONObject()
        object["instagram_account_id"] = instagramAccountID.json
        object["username"] = username?.json
        object["page_id"] = pageID.json
        object["is_added"] = isAdded.json
        object["channel_id"] = channelID?.json
        return .object(object)
    }
}

/// Somebody who is in a group.
///
/// Manifest: `types.group_participant`
struct GroupParticipant: Sendable {
    /// Phone number, or how WhatsApp knows them
    ///
    /// Manifest: `types.group_participant.fields.address`
    var address: String

    /// As they call themselves; known once they have written
    ///
    /// Manifest: `types.group_participant.fields.name`
    var name: String?
}

extension GroupParticipant: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let address = object.required("address", as: String.self)
        let name = object.optional("name", as: String.self)
        guard let address, object.isComplete() else { throw object.failure() }
        self.address = address
        self.name = name
    }

    var json: JSON {
        var object = JSONObject()
        object["address"] = address.json
        object["name"] = name?.json
        return .object(object)
    }
}

/// Somebody's wish to come into a group.
///
/// Manifest: `types.group_join_request`
struct GroupJoinRequest: Sendable {
    /// Meta's id of the request
    ///
    /// Manifest: `types.group_join_request.fields.request_id`
    var requestID: String

    /// Phone number, or how WhatsApp knows them
    ///
    /// Manifest: `types.group_join_request.fields.address`
    var address: String

    /// As they call themselves, if they are known
    ///
    /// Manifest: `types.group_join_request.fields.name`
    var name: String?

    /// When they asked
    ///
    /// Manifest: `types.group_join_request.fields.asked_at`
    var askedAt: Date?
}

extension GroupJoinRequest: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let requestID = object.required("request_id", as: String.self)
        let address = object.required("address", as: String.self)
        let name = object.optional("name", as: String.self)
        let askedAt = object.optional("asked_at", as: Date.self)
        guard let requestID, let address, object.isComplete() else { throw object.failure() }
        self.requestID = requestID
        self.address = address
        self.name = name
        self.askedAt = askedAt
    }

    var json: JSON {
        var object = JSONObject()
        object["request_id"] = requestID.json
        object["address"] = address.json
        object["name"] = name?.json
        object["asked_at"] = askedAt?.json
        return .object(object)
    }
}

/// A join request that could not be decided on.
///
/// Manifest: `types.group_decision_failure`
struct GroupDecisionFailure: Sendable {
    /// Meta's id of the request
    ///
    /// Manifest: `types.group_decision_failure.fields.request_id`
    var requestID: String

    /// Why not
    ///
    /// Manifest: `types.group_decision_failure.fields.reason`
    var reason: String
}

extension GroupDecisionFailure: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let requestID = object.required("request_id", as: String.self)
        let reason = object.required("reason", as: String.self)
        guard let requestID, let reason, object.isComplete() else { throw object.failure() }
        self.requestID = requestID
        self.reason = reason
    }

    var json: JSON {
        var object = JSONObject()
        object["request_id"] = requestID.json
        object["reason"] = reason.json
        return .object(object)
    }
}

/// How a template reads with its variables filled in.
///
/// Manifest: `types.template_preview`
struct TemplatePreview: Sendable {
    /// The message
    ///
    /// Manifest: `types.template_preview.fields.text`
    var text: String

    /// Variables of the body, in order
    ///
    /// Manifest: `types.template_preview.fields.variables`
    var variables: [String]
}

extension TemplatePreview: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let text = object.required("text", as: String.self)
        let variables = object.required("variables", as: [String].self)
        guard let text, let variables, object.isComplete() else { throw object.failure() }
        self.text = text
        self.variables = variables
    }

    var json: JSON {
        var object = JSONObject()
        object["text"] = text.json
        object["variables"] = variables.json
        return .object(object)
    }
}

/// What a WhatsApp number says of its business.
///
/// Manifest: `types.whatsapp_profile`
struct WhatsAppProfile: Sendable {
    /// A line
    ///
    /// Manifest: `types.whatsapp_profile.fields.about`
    var about: String?

    /// What the business does
    ///
    /// Manifest: `types.whatsapp_profile.fields.description`
    var description: String?

    /// Where it is
    ///
    /// Manifest: `types.whatsapp_profile.fields.address`
    var address: String?

    /// E-mail address
    ///
    /// Manifest: `types.whatsapp_profile.fields.email`
    var email: String?

    /// Web addresses
    ///
    /// Manifest: `types.whatsapp_profile.fields.websites`
    var websites: [String]

    /// What kind of business it is
    ///
    /// Manifest: `types.whatsapp_profile.fields.vertical`
    var vertical: Vertical?

    /// Where its picture is
    ///
    /// Manifest: `types.whatsapp_profile.fields.picture_url`
    var pictureURL: String?

    /// What kind of business it is
    ///
    /// Manifest: `types.whatsapp_profile.fields.vertical.options`
    enum Vertical: OptionValue {
        case other
        case auto
        case beauty
        case apparel
        case edu
        case entertain
        case eventPlan
        case finance
        case grocery
        case govt
        case hotel
        case health
        case nonprofit
        case profServices
        case retail
        case travel
        case restaurant

        /// A value that the manifest does not list.
        indirect case unknown(String)

        static let allCases: [Vertical] = [
            .other,
            .auto,
            .beauty,
            .apparel,
            .edu,
            .entertain,
            .eventPlan,
            .finance,
            .grocery,
            .govt,
            .hotel,
            .health,
            .nonprofit,
            .profServices,
            .retail,
            .travel,
            .restaurant,
        ]

        var rawValue: String {
            switch self {
            case .other: "OTHER"
            case .auto: "AUTO"
            case .beauty: "BEAUTY"
            case .apparel: "APPAREL"
            case .edu: "EDU"
            case .entertain: "ENTERTAIN"
            case .eventPlan: "EVENT_PLAN"
            case .finance: "FINANCE"
            case .grocery: "GROCERY"
            case .govt: "GOVT"
            case .hotel: "HOTEL"
            case .health: "HEALTH"
            case .nonprofit: "NONPROFIT"
            case .profServices: "PROF_SERVICES"
            case .retail: "RETAIL"
            case .travel: "TRAVEL"
            case .restaurant: "RESTAURANT"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .other: "Other"
            case .auto: "Cars"
            case .beauty: "Beauty"
            case .apparel: "Clothing"
            case .edu: "Education"
            case .entertain: "Entertainment"
            case .eventPlan: "Events"
            case .finance: "Finance"
            case .grocery: "Groceries"
            case .govt: "Public service"
            case .hotel: "Hotel"
            case .health: "Health"
            case .nonprofit: "Non-profit"
            case .profServices: "Professional services"
            case .retail: "Shop"
            case .travel: "Travel"
            case .restaurant: "Restaurant"
            case .unknown(let value): value
            }
        }
    }
}

extension WhatsAppProfile: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let about = object.optional("about", as: String.self)
        let description = object.optional("description", as: String.self)
        let address = object.optional("address", as: String.self)
        let email = object.optional("email", as: String.self)
        let websites = object.required("websites", as: [String].self)
        let vertical = object.optional("vertical", as: Vertical.self)
        let pictureURL = object.optional("picture_url", as: String.self)
        guard let websites, object.isComplete() else { throw object.failure() }
        self.about = about
        self.description = description
        self.address = address
        self.email = email
        self.websites = websites
        self.vertical = vertical
        self.pictureURL = pictureURL
    }

    var json: JSON {
        var object = JSONObject()
        object["about"] = about?.json
        object["description"] = description?.json
        object["address"] = address?.json
        object["email"] = email?.json
        object["websites"] = websites.json
        object["vertical"] = vertical?.json
        object["picture_url"] = pictureURL?.json
        return .object(object)
    }
}

/// Somebody whom a number does not hear.
///
/// Manifest: `types.blocked_person`
struct BlockedPerson: Sendable {
    /// Their phone number
    ///
    /// Manifest: `types.blocked_person.fields.address`
    var address: String
}

extension BlockedPerson: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let address = object.required("address", as: String.self)
        guard let address, object.isComplete() else { throw object.failure() }
        self.address = address
    }

    var json: JSON {
        var object = JSONObject()
        object["address"] = address.json
        return .object(object)
    }
}

/// A WhatsApp message that is more than text.
///
/// Manifest: `types.whatsapp_rich`
enum WhatsAppRich: Sendable {
    /// Manifest: `types.whatsapp_rich.one_of.image`
    case image(WhatsAppFile)

    /// Manifest: `types.whatsapp_rich.one_of.video`
    case video(WhatsAppFile)

    /// Manifest: `types.whatsapp_rich.one_of.audio`
    case audio(WhatsAppAudio)

    /// Manifest: `types.whatsapp_rich.one_of.document`
    case document(WhatsAppFile)

    /// Manifest: `types.whatsapp_rich.one_of.sticker`
    case sticker(WhatsAppFile)

    /// Manifest: `types.whatsapp_rich.one_of.location`
    case location(WhatsAppPlace)

    /// Manifest: `types.whatsapp_rich.one_of.contacts`
    case contacts(WhatsAppContacts)

    /// Manifest: `types.whatsapp_rich.one_of.reaction`
    case reaction(MessageReaction)

    /// Manifest: `types.whatsapp_rich.one_of.buttons`
    case buttons(WhatsAppButtons)

    /// Manifest: `types.whatsapp_rich.one_of.list`
    case list(WhatsAppList)

    /// Manifest: `types.whatsapp_rich.one_of.link`
    case link(WhatsAppLink)

    /// Manifest: `types.whatsapp_rich.one_of.location_request`
    case locationRequest

    /// Manifest: `types.whatsapp_rich.one_of.flow`
    case flow(WhatsAppFlow)

    /// Manifest: `types.whatsapp_rich.one_of.product`
    case product(WhatsAppProduct)

    /// Manifest: `types.whatsapp_rich.one_of.products`
    case products(WhatsAppProducts)

    /// Manifest: `types.whatsapp_rich.one_of.catalog`
    case catalog(WhatsAppCatalog)

    /// Manifest: `types.whatsapp_rich.one_of.carousel`
    case carousel(WhatsAppCarousel)

    /// Manifest: `types.whatsapp_rich.one_of.address_request`
    case addressRequest(WhatsAppAddressRequest)

    /// Manifest: `types.whatsapp_rich.one_of.call_permission_request`
    case callPermissionRequest

    /// Manifest: `types.whatsapp_rich.one_of.call`
    case call(WhatsAppCallButton)

    /// Manifest: `types.whatsapp_rich.one_of.contact_request`
    case contactRequest

    /// Manifest: `types.whatsapp_rich.one_of.template`
    case template(WhatsAppTemplate)

    /// A case that the manifest does not list, with what stands beside its tag.
    case unknown(tag: String, JSONObject)
}

extension WhatsAppRich: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        let object = try TaggedObject(json, at: path, discriminator: "type")
        switch object.tag {
        case "image": self = .image(try WhatsAppFile(json: object.payload, at: path))
        case "video": self = .video(try WhatsAppFile(json: object.payload, at: path))
        case "audio": self = .audio(try WhatsAppAudio(json: object.payload, at: path))
        case "document": self = .document(try WhatsAppFile(json: object.payload, at: path))
        case "sticker": self = .sticker(try WhatsAppFile(json: object.payload, at: path))
        case "location": self = .location(try WhatsAppPlace(json: object.payload, at: path))
        case "contacts": self = .contacts(try WhatsAppContacts(json: object.payload, at: path))
        case "reaction": self = .reaction(try MessageReaction(json: object.payload, at: path))
        case "buttons": self = .buttons(try WhatsAppButtons(json: object.payload, at: path))
        case "list": self = .list(try WhatsAppList(json: object.payload, at: path))
        case "link": self = .link(try WhatsAppLink(json: object.payload, at: path))
        case "location_request": self = try object.alone(.locationRequest)
        case "flow": self = .flow(try WhatsAppFlow(json: object.payload, at: path))
        case "product": self = .product(try WhatsAppProduct(json: object.payload, at: path))
        case "products": self = .products(try WhatsAppProducts(json: object.payload, at: path))
        case "catalog": self = .catalog(try WhatsAppCatalog(json: object.payload, at: path))
        case "carousel": self = .carousel(try WhatsAppCarousel(json: object.payload, at: path))
        case "address_request": self = .addressRequest(try WhatsAppAddressRequest(json: object.payload, at: path))
        case "call_permission_request": self = try object.alone(.callPermissionRequest)
        case "call": self = .call(try WhatsAppCallButton(json: object.payload, at: path))
        case "contact_request": self = try object.alone(.contactRequest)
        case "template": self = .template(try WhatsAppTemplate(json: object.payload, at: path))
        default: throw object.unknownTag(
            among: [
                "image",
                "video",
                "audio",
                "document",
                "sticker",
                "location",
                "contacts",
                "reaction",
                "buttons",
                "list",
                "link",
                "location_request",
                "flow",
                "product",
                "products",
                "catalog",
                "carousel",
                "address_request",
                "call_permission_request",
                "call",
                "contact_request",
                "template",
            ])
        }
    }

    var json: JSON {
        switch self {
        case .image(let payload): TaggedObject.json("image", "type", payload.json)
        case .video(let payload): TaggedObject.json("video", "type", payload.json)
        case .audio(let payload): TaggedObject.json("audio", "type", payload.json)
        case .document(let payload): TaggedObject.json("document", "type", payload.json)
        case .sticker(let payload): TaggedObject.json("sticker", "type", payload.json)
        case .location(let payload): TaggedObject.json("location", "type", payload.json)
        case .contacts(let payload): TaggedObject.json("contacts", "type", payload.json)
        case .reaction(let payload): TaggedObject.json("reaction", "type", payload.json)
        case .buttons(let payload): TaggedObject.json("buttons", "type", payload.json)
        case .list(let payload): TaggedObject.json("list", "type", payload.json)
        case .link(let payload): TaggedObject.json("link", "type", payload.json)
        case .locationRequest: TaggedObject.json("location_request", "type")
        case .flow(let payload): TaggedObject.json("flow", "type", payload.json)
        case .product(let payload): TaggedObject.json("product", "type", payload.json)
        case .products(let payload): TaggedObject.json("products", "type", payload.json)
        case .catalog(let payload): TaggedObject.json("catalog", "type", payload.json)
        case .carousel(let payload): TaggedObject.json("carousel", "type", payload.json)
        case .addressRequest(let payload): TaggedObject.json("address_request", "type", payload.json)
        case .callPermissionRequest: TaggedObject.json("call_permission_request", "type")
        case .call(let payload): TaggedObject.json("call", "type", payload.json)
        case .contactRequest: TaggedObject.json("contact_request", "type")
        case .template(let payload): TaggedObject.json("template", "type", payload.json)
        case .unknown(let tag, let members): TaggedObject.json(tag, "type", members.json)
        }
    }
}

/// A file that was uploaded, or one that WhatsApp fetches.
///
/// Manifest: `types.whatsapp_file`
struct WhatsAppFile: Sendable {
    /// Id of an uploaded file
    ///
    /// Manifest: `types.whatsapp_file.fields.media_id`
    var mediaID: String?

    /// https address of a file
    ///
    /// Manifest: `types.whatsapp_file.fields.url`
    var url: String?

    /// Name of a document
    ///
    /// Manifest: `types.whatsapp_file.fields.filename`
    var filename: String?
}

extension WhatsAppFile: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let mediaID = object.optional("media_id", as: String.self)
        let url = object.optional("url", as: String.self)
        let filename = object.optional("filename", as: String.self)
        guard object.isComplete() else { throw object.failure() }
        self.mediaID = mediaID
        self.url = url
        self.filename = filename
    }

    var json: JSON {
        var object = JSONObject()
        object["media_id"] = mediaID?.json
        object["url"] = url?.json
        object["filename"] = filename?.json
        return .object(object)
    }
}

/// A sound.
///
/// Manifest: `types.whatsapp_audio`
struct WhatsAppAudio: Sendable {
    /// Id of an uploaded file
    ///
    /// Manifest: `types.whatsapp_audio.fields.media_id`
    var mediaID: String?

    /// https address of a file
    ///
    /// Manifest: `types.whatsapp_audio.fields.url`
    var url: String?

    /// Whether it is shown as a voice message
    ///
    /// Manifest: `types.whatsapp_audio.fields.voice`
    var voice: Bool = false
}

extension WhatsAppAudio: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let mediaID = object.optional("media_id", as: String.self)
        let url = object.optional("url", as: String.self)
        let voice = object.defaulted("voice", as: Bool.self, default: false)
        guard object.isComplete() else { throw object.failure() }
        self.mediaID = mediaID
        self.url = url
        self.voice = voice
    }

    var json: JSON {
        var object = JSONObject()
        object["media_id"] = mediaID?.json
        object["url"] = url?.json
        object["voice"] = voice.json
        return .object(object)
    }
}

/// A place.
///
/// Manifest: `types.whatsapp_place`
struct WhatsAppPlace: Sendable {
    /// In degrees
    ///
    /// Manifest: `types.whatsapp_place.fields.latitude`
    var latitude: Double

    /// In degrees
    ///
    /// Manifest: `types.whatsapp_place.fields.longitude`
    var longitude: Double

    /// What it is called
    ///
    /// Manifest: `types.whatsapp_place.fields.name`
    var name: String?

    /// Where it is, in words
    ///
    /// Manifest: `types.whatsapp_place.fields.address`
    var address: String?
}

extension WhatsAppPlace: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let latitude = object.required("latitude", as: Double.self)
        let longitude = object.required("longitude", as: Double.self)
        let name = object.optional("name", as: String.self)
        let address = object.optional("address", as: String.self)
        guard let latitude, let longitude, object.isComplete() else { throw object.failure() }
        self.latitude = latitude
        self.longitude = longitude
        self.name = name
        self.address = address
    }

    var json: JSON {
        var object = JSONObject()
        object["latitude"] = latitude.json
        object["longitude"] = longitude.json
        object["name"] = name?.json
        object["address"] = address?.json
        return .object(object)
    }
}

/// Cards of an address book.
///
/// Manifest: `types.whatsapp_contacts`
struct WhatsAppContacts: Sendable {
    /// The cards
    ///
    /// Manifest: `types.whatsapp_contacts.fields.contacts`
    var contacts: [WhatsAppContact]
}

extension WhatsAppContacts: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let contacts = object.required("contacts", as: [WhatsAppContact].self)
        guard let contacts, object.isComplete() else { throw object.failure() }
        self.contacts = contacts
    }

    var json: JSON {
        var object = JSONObject()
        object["contacts"] = contacts.json
        return .object(object)
    }
}

/// A card of an address book.
///
/// Manifest: `types.whatsapp_contact`
struct WhatsAppContact: Sendable {
    /// Name of the person
    ///
    /// Manifest: `types.whatsapp_contact.fields.name`
    var name: String

    /// Phone numbers
    ///
    /// Manifest: `types.whatsapp_contact.fields.phones`
    var phones: [String] = []

    /// E-mail addresses
    ///
    /// Manifest: `types.whatsapp_contact.fields.emails`
    var emails: [String] = []

    /// Company of the person
    ///
    /// Manifest: `types.whatsapp_contact.fields.company`
    var company: String?
}

extension WhatsAppContact: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let name = object.required("name", as: String.self)
        let phones = object.defaulted("phones", as: [String].self, default: [])
        let emails = object.defaulted("emails", as: [String].self, default: [])
        let company = object.optional("company", as: String.self)
        guard let name, object.isComplete() else { throw object.failure() }
        self.name = name
        self.phones = phones
        self.emails = emails
        self.company = company
    }

    var json: JSON {
        var object = JSONObject()
        object["name"] = name.json
        object["phones"] = phones.json
        object["emails"] = emails.json
        object["company"] = company?.json
        return .object(object)
    }
}

/// An emoji on a message.
///
/// Manifest: `types.message_reaction`
struct MessageReaction: Sendable {
    /// Meta's id of the message
    ///
    /// Manifest: `types.message_reaction.fields.message_id`
    var messageID: String

    /// One emoji; without it the reaction is taken back
    ///
    /// Manifest: `types.message_reaction.fields.emoji`
    var emoji: String?
}

extension MessageReaction: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let messageID = object.required("message_id", as: String.self)
        let emoji = object.optional("emoji", as: String.self)
        guard let messageID, object.isComplete() else { throw object.failure() }
        self.messageID = messageID
        self.emoji = emoji
    }

    var json: JSON {
        var object = JSONObject()
        object["message_id"] = messageID.json
        object["emoji"] = emoji?.json
        return .object(object)
    }
}

/// Something to press.
///
/// Manifest: `types.whatsapp_choice`
struct WhatsAppChoice: Sendable {
    /// Comes back with the answer
    ///
    /// Manifest: `types.whatsapp_choice.fields.id`
    var id: String

    /// What is on it
    ///
    /// Manifest: `types.whatsapp_choice.fields.title`
    var title: String

    /// A second line, of rows only
    ///
    /// Manifest: `types.whatsapp_choice.fields.description`
    var description: String?
}

extension WhatsAppChoice: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: String.self)
        let title = object.required("title", as: String.self)
        let description = object.optional("description", as: String.self)
        guard let id, let title, object.isComplete() else { throw object.failure() }
        self.id = id
        self.title = title
        self.description = description
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["title"] = title.json
        object["description"] = description?.json
        return .object(object)
    }
}

/// A text with one to three buttons.
///
/// Manifest: `types.whatsapp_buttons`
struct WhatsAppButtons: Sendable {
    /// A text above
    ///
    /// Manifest: `types.whatsapp_buttons.fields.header`
    var header: String?

    /// A picture, film or document above
    ///
    /// Manifest: `types.whatsapp_buttons.fields.header_file`
    var headerFile: WhatsAppHeaderFile?

    /// A text below
    ///
    /// Manifest: `types.whatsapp_buttons.fields.footer`
    var footer: String?

    /// The buttons
    ///
    /// Manifest: `types.whatsapp_buttons.fields.buttons`
    var buttons: [WhatsAppChoice]
}

extension WhatsAppButtons: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let header = object.optional("header", as: String.self)
        let headerFile = object.optional("header_file", as: WhatsAppHeaderFile.self)
        let footer = object.optional("footer", as: String.self)
        let buttons = object.required("buttons", as: [WhatsAppChoice].self)
        guard let buttons, object.isComplete() else { throw object.failure() }
        self.header = header
        self.headerFile = headerFile
        self.footer = footer
        self.buttons = buttons
    }

    var json: JSON {
        var object = JSONObject()
        object["header"] = header?.json
        object["header_file"] = headerFile?.json
        object["footer"] = footer?.json
        object["buttons"] = buttons.json
        return .object(object)
    }
}

/// A picture, a film or a document above a text.
///
/// Manifest: `types.whatsapp_header_file`
struct WhatsAppHeaderFile: Sendable {
    /// What it is
    ///
    /// Manifest: `types.whatsapp_header_file.fields.kind`
    var kind: Kind

    /// Id of an uploaded file
    ///
    /// Manifest: `types.whatsapp_header_file.fields.media_id`
    var mediaID: String?

    /// https address of a file
    ///
    /// Manifest: `types.whatsapp_header_file.fields.url`
    var url: String?

    /// Name of a document
    ///
    /// Manifest: `types.whatsapp_header_file.fields.filename`
    var filename: String?

    /// What it is
    ///
    /// Manifest: `types.whatsapp_header_file.fields.kind.options`
    enum Kind: OptionValue {
        case image
        case video
        case document

        /// A value that the manifest does not list.
        indirect case unknown(String)

        static let allCases: [Kind] = [.image, .video, .document]

        var rawValue: String {
            switch self {
            case .image: "IMAGE"
            case .video: "VIDEO"
            case .document: "DOCUMENT"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .image: "Image"
            case .video: "Video"
            case .document: "Document"
            case .unknown(let value): value
            }
        }
    }
}

extension WhatsAppHeaderFile: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let kind = object.required("kind", as: Kind.self, [.options(Kind.allCases.map(\.rawValue))])
        let mediaID = object.optional("media_id", as: String.self)
        let url = object.optional("url", as: String.self)
        let filename = object.optional("filename", as: String.self)
        guard let kind, object.isComplete() else { throw object.failure() }
        self.kind = kind
        self.mediaID = mediaID
        self.url = url
        self.filename = filename
    }

    var json: JSON {
        var object = JSONObject()
        object["kind"] = kind.json
        object["media_id"] = mediaID?.json
        object["url"] = url?.json
        object["filename"] = filename?.json
        return .object(object)
    }
}

/// A part of a list.
///
/// Manifest: `types.whatsapp_section`
struct WhatsAppSection: Sendable {
    /// Heading; needed when there are several
    ///
    /// Manifest: `types.whatsapp_section.fields.title`
    var title: String?

    /// Its rows
    ///
    /// Manifest: `types.whatsapp_section.fields.rows`
    var rows: [WhatsAppChoice]
}

extension WhatsAppSection: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let title = object.optional("title", as: String.self)
        let rows = object.required("rows", as: [WhatsAppChoice].self)
        guard let rows, object.isComplete() else { throw object.failure() }
        self.title = title
        self.rows = rows
    }

    var json: JSON {
        var object = JSONObject()
        object["title"] = title?.json
        object["rows"] = rows.json
        return .object(object)
    }
}

/// A text with a list to choose from.
///
/// Manifest: `types.whatsapp_list`
struct WhatsAppList: Sendable {
    /// A text above
    ///
    /// Manifest: `types.whatsapp_list.fields.header`
    var header: String?

    /// A text below
    ///
    /// Manifest: `types.whatsapp_list.fields.footer`
    var footer: String?

    /// What opens the list
    ///
    /// Manifest: `types.whatsapp_list.fields.button`
    var button: String

    /// The parts of the list
    ///
    /// Manifest: `types.whatsapp_list.fields.sections`
    var sections: [WhatsAppSection]
}

extension WhatsAppList: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let header = object.optional("header", as: String.self)
        let footer = object.optional("footer", as: String.self)
        let button = object.required("button", as: String.self)
        let sections = object.required("sections", as: [WhatsAppSection].self)
        guard let button, let sections, object.isComplete() else { throw object.failure() }
        self.header = header
        self.footer = footer
        self.button = button
        self.sections = sections
    }

    var json: JSON {
        var object = JSONObject()
        object["header"] = header?.json
        object["footer"] = footer?.json
        object["button"] = button.json
        object["sections"] = sections.json
        return .object(object)
    }
}

/// A text with a button that opens an address.
///
/// Manifest: `types.whatsapp_link`
struct WhatsAppLink: Sendable {
    /// A text above
    ///
    /// Manifest: `types.whatsapp_link.fields.header`
    var header: String?

    /// A picture, film or document above
    ///
    /// Manifest: `types.whatsapp_link.fields.header_file`
    var headerFile: WhatsAppHeaderFile?

    /// A text below
    ///
    /// Manifest: `types.whatsapp_link.fields.footer`
    var footer: String?

    /// What is on the button
    ///
    /// Manifest: `types.whatsapp_link.fields.title`
    var title: String

    /// What it opens
    ///
    /// Manifest: `types.whatsapp_link.fields.url`
    var url: String
}

extension WhatsAppLink: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let header = object.optional("header", as: String.self)
        let headerFile = object.optional("header_file", as: WhatsAppHeaderFile.self)
        let footer = object.optional("footer", as: String.self)
        let title = object.required("title", as: String.self)
        let url = object.required("url", as: String.self)
        guard let title, let url, object.isComplete() else { throw object.failure() }
        self.header = header
        self.headerFile = headerFile
        self.footer = footer
        self.title = title
        self.url = url
    }

    var json: JSON {
        var object = JSONObject()
        object["header"] = header?.json
        object["header_file"] = headerFile?.json
        object["footer"] = footer?.json
        object["title"] = title.json
        object["url"] = url.json
        return .object(object)
    }
}

/// A form that was made in Meta's tools.
///
/// Manifest: `types.whatsapp_flow`
struct WhatsAppFlow: Sendable {
    /// Id of the flow
    ///
    /// Manifest: `types.whatsapp_flow.fields.flow_id`
    var flowID: String

    /// What opens it
    ///
    /// Manifest: `types.whatsapp_flow.fields.button`
    var button: String

    /// Comes back with the answers
    ///
    /// Manifest: `types.whatsapp_flow.fields.token`
    var token: String?

    /// The first screen
    ///
    /// Manifest: `types.whatsapp_flow.fields.screen`
    var screen: String?

    /// What the first screen is given
    ///
    /// Manifest: `types.whatsapp_flow.fields.data`
    var data: JSONObject?
}

extension WhatsAppFlow: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let flowID = object.required("flow_id", as: String.self)
        let button = object.required("button", as: String.self)
        let token = object.optional("token", as: String.self)
        let screen = object.optional("screen", as: String.self)
        let data = object.optional("data", as: JSONObject.self)
        guard let flowID, let button, object.isComplete() else { throw object.failure() }
        self.flowID = flowID
        self.button = button
        self.token = token
        self.screen = screen
        self.data = data
    }

    var json: JSON {
        var object = JSONObject()
        object["flow_id"] = flowID.json
        object["button"] = button.json
        object["token"] = token?.json
        object["screen"] = screen?.json
        object["data"] = data?.json
        return .object(object)
    }
}

/// A product of a catalogue.
///
/// Manifest: `types.whatsapp_product`
struct WhatsAppProduct: Sendable {
    /// Id of the catalogue
    ///
    /// Manifest: `types.whatsapp_product.fields.catalog_id`
    var catalogID: String

    /// Id of the product there
    ///
    /// Manifest: `types.whatsapp_product.fields.product_id`
    var productID: String
}

extension WhatsAppProduct: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let catalogID = object.required("catalog_id", as: String.self)
        let productID = object.required("product_id", as: String.self)
        guard let catalogID, let productID, object.isComplete() else { throw object.failure() }
        self.catalogID = catalogID
        self.productID = productID
    }

    var json: JSON {
        var object = JSONObject()
        object["catalog_id"] = catalogID.json
        object["product_id"] = productID.json
        return .object(object)
    }
}

/// Products under a heading.
///
/// Manifest: `types.whatsapp_product_section`
struct WhatsAppProductSection: Sendable {
    /// The heading
    ///
    /// Manifest: `types.whatsapp_product_section.fields.title`
    var title: String

    /// Ids of the products
    ///
    /// Manifest: `types.whatsapp_product_section.fields.product_ids`
    var productIDs: [String]
}

extension WhatsAppProductSection: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let title = object.required("title", as: String.self)
        let productIDs = object.required("product_ids", as: [String].self)
        guard let title, let productIDs, object.isComplete() else { throw object.failure() }
        self.title = title
        self.productIDs = productIDs
    }

    var json: JSON {
        var object = JSONObject()
        object["title"] = title.json
        object["product_ids"] = productIDs.json
        return .object(object)
    }
}

/// Products of a catalogue to choose from.
///
/// Manifest: `types.whatsapp_products`
struct WhatsAppProducts: Sendable {
    /// A text above
    ///
    /// Manifest: `types.whatsapp_products.fields.header`
    var header: String

    /// A text below
    ///
    /// Manifest: `types.whatsapp_products.fields.footer`
    var footer: String?

    /// Id of the catalogue
    ///
    /// Manifest: `types.whatsapp_products.fields.catalog_id`
    var catalogID: String

    /// The products
    ///
    /// Manifest: `types.whatsapp_products.fields.sections`
    var sections: [WhatsAppProductSection]
}

extension WhatsAppProducts: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let header = object.required("header", as: String.self)
        let footer = object.optional("footer", as: String.self)
        let catalogID = object.required("catalog_id", as: String.self)
        let sections = object.required("sections", as: [WhatsAppProductSection].self)
        guard let header, let catalogID, let sections, object.isComplete() else { throw object.failure() }
        self.header = header
        self.footer = footer
        self.catalogID = catalogID
        self.sections = sections
    }

    var json: JSON {
        var object = JSONObject()
        object["header"] = header.json
        object["footer"] = footer?.json
        object["catalog_id"] = catalogID.json
        object["sections"] = sections.json
        return .object(object)
    }
}

/// A whole catalogue.
///
/// Manifest: `types.whatsapp_catalog`
struct WhatsAppCatalog: Sendable {
    /// The product that it is shown by
    ///
    /// Manifest: `types.whatsapp_catalog.fields.product_id`
    var productID: String?
}

extension WhatsAppCatalog: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let productID = object.optional("product_id", as: String.self)
        guard object.isComplete() else { throw object.failure() }
        self.productID = productID
    }

    var json: JSON {
        var object = JSONObject()
        object["product_id"] = productID?.json
        return .object(object)
    }
}

/// Pictures or films side by side, each with a link.
///
/// Manifest: `types.whatsapp_carousel`
struct WhatsAppCarousel: Sendable {
    /// Two to ten cards
    ///
    /// Manifest: `types.whatsapp_carousel.fields.cards`
    var cards: [WhatsAppCard]
}

extension WhatsAppCarousel: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let cards = object.required("cards", as: [WhatsAppCard].self)
        guard let cards, object.isComplete() else { throw object.failure() }
        self.cards = cards
    }

    var json: JSON {
        var object = JSONObject()
        object["cards"] = cards.json
        return .object(object)
    }
}

/// A picture or film with a link.
///
/// Manifest: `types.whatsapp_card`
struct WhatsAppCard: Sendable {
    /// What it shows; the same in all cards
    ///
    /// Manifest: `types.whatsapp_card.fields.kind`
    var kind: Kind = .image

    /// https address of the picture or film
    ///
    /// Manifest: `types.whatsapp_card.fields.media_url`
    var mediaURL: String

    /// A text below
    ///
    /// Manifest: `types.whatsapp_card.fields.text`
    var text: String?

    /// What is on the button
    ///
    /// Manifest: `types.whatsapp_card.fields.title`
    var title: String

    /// What it opens
    ///
    /// Manifest: `types.whatsapp_card.fields.url`
    var url: String

    /// What it shows; the same in all cards
    ///
    /// Manifest: `types.whatsapp_card.fields.kind.options`
    enum Kind: OptionValue {
        case image
        case video

        /// A value that the manifest does not list.
        indirect case unknown(String)

        static let allCases: [Kind] = [.image, .video]

        var rawValue: String {
            switch self {
            case .image: "IMAGE"
            case .video: "VIDEO"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .image: "Image"
            case .video: "Video"
            case .unknown(let value): value
            }
        }
    }
}

extension WhatsAppCard: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let kind = object.defaulted("kind", as: Kind.self, default: .image, [.options(Kind.allCases.map(\.rawValue))])
        let mediaURL = object.required("media_url", as: String.self)
        let text = object.optional("text", as: String.self)
        let title = object.required("title", as: String.self)
        let url = object.required("url", as: String.self)
        guard let mediaURL, let title, let url, object.isComplete() else { throw object.failure() }
        self.kind = kind
        self.mediaURL = mediaURL
        self.text = text
        self.title = title
        self.url = url
    }

    var json: JSON {
        var object = JSONObject()
        object["kind"] = kind.json
        object["media_url"] = mediaURL.json
        object["text"] = text?.json
        object["title"] = title.json
        object["url"] = url.json
        return .object(object)
    }
}

/// A form for a postal address.
///
/// Manifest: `types.whatsapp_address_request`
struct WhatsAppAddressRequest: Sendable {
    /// Where: IN or SG
    ///
    /// Manifest: `types.whatsapp_address_request.fields.country`
    var country: String

    /// What the form is filled in with
    ///
    /// Manifest: `types.whatsapp_address_request.fields.prefill`
    var prefill: JSONObject?

    /// Addresses to choose from
    ///
    /// Manifest: `types.whatsapp_address_request.fields.saved`
    var saved: [WhatsAppSavedAddress] = []

    /// What was wrong with an address that they sent before, by field
    ///
    /// Manifest: `types.whatsapp_address_request.fields.problems`
    var problems: JSONObject?
}

extension WhatsAppAddressRequest: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let country = object.required("country", as: String.self)
        let prefill = object.optional("prefill", as: JSONObject.self)
        let saved = object.defaulted("saved", as: [WhatsAppSavedAddress].self, default: [])
        let problems = object.optional("problems", as: JSONObject.self)
        guard let country, object.isComplete() else { throw object.failure() }
        self.country = country
        self.prefill = prefill
        self.saved = saved
        self.problems = problems
    }

    var json: JSON {
        var object = JSONObject()
        object["country"] = country.json
        object["prefill"] = prefill?.json
        object["saved"] = saved.json
        object["problems"] = problems?.json
        return .object(object)
    }
}

/// An address to choose.
///
/// Manifest: `types.whatsapp_saved_address`
struct WhatsAppSavedAddress: Sendable {
    /// Comes back with the answer
    ///
    /// Manifest: `types.whatsapp_saved_address.fields.id`
    var id: String

    /// The address, by field
    ///
    /// Manifest: `types.whatsapp_saved_address.fields.address`
    var address: JSONObject
}

extension WhatsAppSavedAddress: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: String.self)
        let address = object.required("address", as: JSONObject.self)
        guard let id, let address, object.isComplete() else { throw object.failure() }
        self.id = id
        self.address = address
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["address"] = address.json
        return .object(object)
    }
}

/// A button that calls the business over WhatsApp.
///
/// Manifest: `types.whatsapp_call_button`
struct WhatsAppCallButton: Sendable {
    /// What is on the button; without it WhatsApp's own words
    ///
    /// Manifest: `types.whatsapp_call_button.fields.title`
    var title: String?

    /// How long it can be pressed; seven days without it
    ///
    /// Manifest: `types.whatsapp_call_button.fields.minutes`
    var minutes: Int?

    /// Comes back with the call
    ///
    /// Manifest: `types.whatsapp_call_button.fields.payload`
    var payload: String?
}

extension WhatsAppCallButton: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let title = object.optional("title", as: String.self)
        let minutes = object.optional("minutes", as: Int.self)
        let payload = object.optional("payload", as: String.self)
        guard object.isComplete() else { throw object.failure() }
        self.title = title
        self.minutes = minutes
        self.payload = payload
    }

    var json: JSON {
        var object = JSONObject()
        object["title"] = title?.json
        object["minutes"] = minutes?.json
        object["payload"] = payload?.json
        return .object(object)
    }
}

/// An approved template with its variables filled in.
///
/// Manifest: `types.whatsapp_template`
struct WhatsAppTemplate: Sendable {
    /// Name of the template
    ///
    /// Manifest: `types.whatsapp_template.fields.name`
    var name: String

    /// Its language, en_GB
    ///
    /// Manifest: `types.whatsapp_template.fields.language`
    var language: String

    /// For the header
    ///
    /// Manifest: `types.whatsapp_template.fields.header`
    var header: [TemplateValue] = []

    /// For the body, in order
    ///
    /// Manifest: `types.whatsapp_template.fields.body`
    var body: [TemplateValue] = []

    /// For the buttons
    ///
    /// Manifest: `types.whatsapp_template.fields.buttons`
    var buttons: [TemplateButton] = []

    /// For the cards of a carousel
    ///
    /// Manifest: `types.whatsapp_template.fields.cards`
    var cards: [TemplateCard] = []

    /// End of a limited-time offer
    ///
    /// Manifest: `types.whatsapp_template.fields.offer_ends_at`
    var offerEndsAt: Date?
}

extension WhatsAppTemplate: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let name = object.required("name", as: String.self)
        let language = object.required("language", as: String.self)
        let header = object.defaulted("header", as: [TemplateValue].self, default: [])
        let body = object.defaulted("body", as: [TemplateValue].self, default: [])
        let buttons = object.defaulted("buttons", as: [TemplateButton].self, default: [])
        let cards = object.defaulted("cards", as: [TemplateCard].self, default: [])
        let offerEndsAt = object.optional("offer_ends_at", as: Date.self)
        guard let name, let language, object.isComplete() else { throw object.failure() }
        self.name = name
        self.language = language
        self.header = header
        self.body = body
        self.buttons = buttons
        self.cards = cards
        self.offerEndsAt = offerEndsAt
    }

    var json: JSON {
        var object = JSONObject()
        object["name"] = name.json
        object["language"] = language.json
        object["header"] = header.json
        object["body"] = body.json
        object["buttons"] = buttons.json
        object["cards"] = cards.json
        object["offer_ends_at"] = offerEndsAt?.json
        return .object(object)
    }
}

/// What one recipient's copy of a template is filled in with.
///
/// Manifest: `types.template_values`
struct TemplateValues: Sendable {
    /// For the header
    ///
    /// Manifest: `types.template_values.fields.header`
    var header: [TemplateValue] = []

    /// For the body, in order
    ///
    /// Manifest: `types.template_values.fields.body`
    var body: [TemplateValue] = []

    /// For the buttons
    ///
    /// Manifest: `types.template_values.fields.buttons`
    var buttons: [TemplateButton] = []
}

extension TemplateValues: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let header = object.defaulted("header", as: [TemplateValue].self, default: [])
        let body = object.defaulted("body", as: [TemplateValue].self, default: [])
        let buttons = object.defaulted("buttons", as: [TemplateButton].self, default: [])
        guard object.isComplete() else { throw object.failure() }
        self.header = header
        self.body = body
        self.buttons = buttons
    }

    var json: JSON {
        var object = JSONObject()
        object["header"] = header.json
        object["body"] = body.json
        object["buttons"] = buttons.json
        return .object(object)
    }
}

/// One message of a batch.
///
/// Manifest: `types.batch_message`
struct BatchMessage: Sendable {
    /// Who it goes to
    ///
    /// Manifest: `types.batch_message.fields.address`
    var address: String

    /// How it fares
    ///
    /// Manifest: `types.batch_message.fields.status`
    var status: Status

    /// Why it failed
    ///
    /// Manifest: `types.batch_message.fields.reason`
    var reason: String?

    /// How it fares
    ///
    /// Manifest: `types.batch_message.fields.status.options`
    enum Status: OptionValue {
        case queued
        case sent
        case delivered
        case read
        case failed
        case unknown_

        /// A value that the manifest does not list.
        indirect case unknown(String)

        static let allCases: [Status] = [.queued, .sent, .delivered, .read, .failed, .unknown_]

        var rawValue: String {
            switch self {
            case .queued: "QUEUED"
            case .sent: "SENT"
            case .delivered: "DELIVERED"
            case .read: "READ"
            case .failed: "FAILED"
            case .unknown_: "UNKNOWN"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .queued: "Waiting"
            case .sent: "Sent"
            case .delivered: "Delivered"
            case .read: "Read"
            case .failed: "Failed"
            case .unknown_: "Not known"
            case .unknown(let value): value
            }
        }

        var color: OptionDescriptor.Color? {
            switch self {
            case .queued: .gray
            case .sent: .blue
            case .delivered: .green
            case .read: .green
            case .failed: .red
            case .unknown_: .orange
            default: nil
            }
        }
    }
}

extension BatchMessage: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let address = object.required("address", as: String.self)
        let status = object.required("status", as: Status.self)
        let reason = object.optional("reason", as: String.self)
        guard let address, let status, object.isComplete() else { throw object.failure() }
        self.address = address
        self.status = status
        self.reason = reason
    }

    var json: JSON {
        var object = JSONObject()
        object["address"] = address.json
        object["status"] = status.json
        object["reason"] = reason?.json
        return .object(object)
    }
}

/// One card of a carousel.
///
/// Manifest: `types.template_card`
struct TemplateCard: Sendable {
    /// For the header
    ///
    /// Manifest: `types.template_card.fields.header`
    var header: [TemplateValue] = []

    /// For the body, in order
    ///
    /// Manifest: `types.template_card.fields.body`
    var body: [TemplateValue] = []

    /// For the buttons
    ///
    /// Manifest: `types.template_card.fields.buttons`
    var buttons: [TemplateButton] = []
}

extension TemplateCard: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let header = object.defaulted("header", as: [TemplateValue].self, default: [])
        let body = object.defaulted("body", as: [TemplateValue].self, default: [])
        let buttons = object.defaulted("buttons", as: [TemplateButton].self, default: [])
        guard object.isComplete() else { throw object.failure() }
        self.header = header
        self.body = body
        self.buttons = buttons
    }

    var json: JSON {
        var object = JSONObject()
        object["header"] = header.json
        object["body"] = body.json
        object["buttons"] = buttons.json
        return .object(object)
    }
}

/// What stands for a variable.
///
/// Manifest: `types.template_value`
enum TemplateValue: Sendable {
    /// Manifest: `types.template_value.one_of.text`
    case text(TemplateText)

    /// Manifest: `types.template_value.one_of.currency`
    case currency(TemplateCurrency)

    /// Manifest: `types.template_value.one_of.date_time`
    case dateTime(TemplateDateTime)

    /// Manifest: `types.template_value.one_of.image`
    case image(WhatsAppFile)

    /// Manifest: `types.template_value.one_of.video`
    case video(WhatsAppFile)

    /// Manifest: `types.template_value.one_of.document`
    case document(WhatsAppFile)

    /// Manifest: `types.template_value.one_of.location`
    case location(WhatsAppPlace)

    /// Manifest: `types.template_value.one_of.product`
    case product(TemplateProduct)

    /// Manifest: `types.template_value.one_of.group`
    case group(TemplateGroup)

    /// A case that the manifest does not list, with what stands beside its tag.
    case unknown(tag: String, JSONObject)
}

extension TemplateValue: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        let object = try TaggedObject(json, at: path, discriminator: "type")
        switch object.tag {
        case "text": self = .text(try TemplateText(json: object.payload, at: path))
        case "currency": self = .currency(try TemplateCurrency(json: object.payload, at: path))
        case "date_time": self = .dateTime(try TemplateDateTime(json: object.payload, at: path))
        case "image": self = .image(try WhatsAppFile(json: object.payload, at: path))
        case "video": self = .video(try WhatsAppFile(json: object.payload, at: path))
        case "document": self = .document(try WhatsAppFile(json: object.payload, at: path))
        case "location": self = .location(try WhatsAppPlace(json: object.payload, at: path))
        case "product": self = .product(try TemplateProduct(json: object.payload, at: path))
        case "group": self = .group(try TemplateGroup(json: object.payload, at: path))
        default: throw object.unknownTag(
            among: ["text", "currency", "date_time", "image", "video", "document", "location", "product", "group"])
        }
    }

    var json: JSON {
        switch self {
        case .text(let payload): TaggedObject.json("text", "type", payload.json)
        case .currency(let payload): TaggedObject.json("currency", "type", payload.json)
        case .dateTime(let payload): TaggedObject.json("date_time", "type", payload.json)
        case .image(let payload): TaggedObject.json("image", "type", payload.json)
        case .video(let payload): TaggedObject.json("video", "type", payload.json)
        case .document(let payload): TaggedObject.json("document", "type", payload.json)
        case .location(let payload): TaggedObject.json("location", "type", payload.json)
        case .product(let payload): TaggedObject.json("product", "type", payload.json)
        case .group(let payload): TaggedObject.json("group", "type", payload.json)
        case .unknown(let tag, let members): TaggedObject.json(tag, "type", members.json)
        }
    }
}

/// A text.
///
/// Manifest: `types.template_text`
struct TemplateText: Sendable {
    /// The text
    ///
    /// Manifest: `types.template_text.fields.text`
    var text: String

    /// Of a named variable
    ///
    /// Manifest: `types.template_text.fields.name`
    var name: String?
}

extension TemplateText: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let text = object.required("text", as: String.self)
        let name = object.optional("name", as: String.self)
        guard let text, object.isComplete() else { throw object.failure() }
        self.text = text
        self.name = name
    }

    var json: JSON {
        var object = JSONObject()
        object["text"] = text.json
        object["name"] = name?.json
        return .object(object)
    }
}

/// An amount of money.
///
/// Manifest: `types.template_currency`
struct TemplateCurrency: Sendable {
    /// As text, where it cannot be written otherwise
    ///
    /// Manifest: `types.template_currency.fields.fallback`
    var fallback: String

    /// ISO 4217
    ///
    /// Manifest: `types.template_currency.fields.code`
    var code: String

    /// In thousandths
    ///
    /// Manifest: `types.template_currency.fields.amount`
    var amount: Int

    /// Of a named variable
    ///
    /// Manifest: `types.template_currency.fields.name`
    var name: String?
}

extension TemplateCurrency: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let fallback = object.required("fallback", as: String.self)
        let code = object.required("code", as: String.self, [.format(.currency)])
        let amount = object.required("amount", as: Int.self)
        let name = object.optional("name", as: String.self)
        guard let fallback, let code, let amount, object.isComplete() else { throw object.failure() }
        self.fallback = fallback
        self.code = code
        self.amount = amount
        self.name = name
    }

    var json: JSON {
        var object = JSONObject()
        object["fallback"] = fallback.json
        object["code"] = code.json
        object["amount"] = amount.json
        object["name"] = name?.json
        return .object(object)
    }
}

/// A date or a time.
///
/// Manifest: `types.template_date_time`
struct TemplateDateTime: Sendable {
    /// As text
    ///
    /// Manifest: `types.template_date_time.fields.fallback`
    var fallback: String

    /// Of a named variable
    ///
    /// Manifest: `types.template_date_time.fields.name`
    var name: String?
}

extension TemplateDateTime: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let fallback = object.required("fallback", as: String.self)
        let name = object.optional("name", as: String.self)
        guard let fallback, object.isComplete() else { throw object.failure() }
        self.fallback = fallback
        self.name = name
    }

    var json: JSON {
        var object = JSONObject()
        object["fallback"] = fallback.json
        object["name"] = name?.json
        return .object(object)
    }
}

/// A product.
///
/// Manifest: `types.template_product`
struct TemplateProduct: Sendable {
    /// Id of the product
    ///
    /// Manifest: `types.template_product.fields.product_id`
    var productID: String

    /// Id of the catalogue
    ///
    /// Manifest: `types.template_product.fields.catalog_id`
    var catalogID: String?
}

extension TemplateProduct: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let productID = object.required("product_id", as: String.self)
        let catalogID = object.optional("catalog_id", as: String.self)
        guard let productID, object.isComplete() else { throw object.failure() }
        self.productID = productID
        self.catalogID = catalogID
    }

    var json: JSON {
        var object = JSONObject()
        object["product_id"] = productID.json
        object["catalog_id"] = catalogID?.json
        return .object(object)
    }
}

/// A group that people are invited to.
///
/// Manifest: `types.template_group`
struct TemplateGroup: Sendable {
    /// Id of the group
    ///
    /// Manifest: `types.template_group.fields.group_id`
    var groupID: String
}

extension TemplateGroup: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let groupID = object.required("group_id", as: String.self)
        guard let groupID, object.isComplete() else { throw object.failure() }
        self.groupID = groupID
    }

    var json: JSON {
        var object = JSONObject()
        object["group_id"] = groupID.json
        return .object(object)
    }
}

/// What is filled in for a button.
///
/// Manifest: `types.template_button`
enum TemplateButton: Sendable {
    /// Manifest: `types.template_button.one_of.quick_reply`
    case quickReply(TemplatePayload)

    /// Manifest: `types.template_button.one_of.url`
    case url(TemplateSuffix)

    /// Manifest: `types.template_button.one_of.copy_code`
    case copyCode(TemplateCode)

    /// Manifest: `types.template_button.one_of.flow`
    case flow(TemplateFlow)

    /// Manifest: `types.template_button.one_of.catalog`
    case catalog(TemplateCatalog)

    /// Manifest: `types.template_button.one_of.products`
    case products(TemplateProducts)

    /// A case that the manifest does not list, with what stands beside its tag.
    case unknown(tag: String, JSONObject)
}

extension TemplateButton: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        let object = try TaggedObject(json, at: path, discriminator: "type")
        switch object.tag {
        case "quick_reply": self = .quickReply(try TemplatePayload(json: object.payload, at: path))
        case "url": self = .url(try TemplateSuffix(json: object.payload, at: path))
        case "copy_code": self = .copyCode(try TemplateCode(json: object.payload, at: path))
        case "flow": self = .flow(try TemplateFlow(json: object.payload, at: path))
        case "catalog": self = .catalog(try TemplateCatalog(json: object.payload, at: path))
        case "products": self = .products(try TemplateProducts(json: object.payload, at: path))
        default: throw object.unknownTag(among: ["quick_reply", "url", "copy_code", "flow", "catalog", "products"])
        }
    }

    var json: JSON {
        switch self {
        case .quickReply(let payload): TaggedObject.json("quick_reply", "type", payload.json)
        case .url(let payload): TaggedObject.json("url", "type", payload.json)
        case .copyCode(let payload): TaggedObject.json("copy_code", "type", payload.json)
        case .flow(let payload): TaggedObject.json("flow", "type", payload.json)
        case .catalog(let payload): TaggedObject.json("catalog", "type", payload.json)
        case .products(let payload): TaggedObject.json("products", "type", payload.json)
        case .unknown(let tag, let members): TaggedObject.json(tag, "type", members.json)
        }
    }
}

/// What comes back when a quick reply is pressed.
///
/// Manifest: `types.template_payload`
struct TemplatePayload: Sendable {
    /// Place among the buttons, from 0
    ///
    /// Manifest: `types.template_payload.fields.index`
    var index: Int

    /// What comes back
    ///
    /// Manifest: `types.template_payload.fields.payload`
    var payload: String
}

extension TemplatePayload: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let index = object.required("index", as: Int.self, [.minimum(0), .maximum(9)])
        let payload = object.required("payload", as: String.self)
        guard let index, let payload, object.isComplete() else { throw object.failure() }
        self.index = index
        self.payload = payload
    }

    var json: JSON {
        var object = JSONObject()
        object["index"] = index.json
        object["payload"] = payload.json
        return .object(object)
    }
}

/// The end of an address.
///
/// Manifest: `types.template_suffix`
struct TemplateSuffix: Sendable {
    /// Place among the buttons, from 0
    ///
    /// Manifest: `types.template_suffix.fields.index`
    var index: Int

    /// What follows the template's address
    ///
    /// Manifest: `types.template_suffix.fields.suffix`
    var suffix: String
}

extension TemplateSuffix: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let index = object.required("index", as: Int.self, [.minimum(0), .maximum(9)])
        let suffix = object.required("suffix", as: String.self)
        guard let index, let suffix, object.isComplete() else { throw object.failure() }
        self.index = index
        self.suffix = suffix
    }

    var json: JSON {
        var object = JSONObject()
        object["index"] = index.json
        object["suffix"] = suffix.json
        return .object(object)
    }
}

/// A code to copy.
///
/// Manifest: `types.template_code`
struct TemplateCode: Sendable {
    /// Place among the buttons, from 0
    ///
    /// Manifest: `types.template_code.fields.index`
    var index: Int

    /// The code
    ///
    /// Manifest: `types.template_code.fields.code`
    var code: String
}

extension TemplateCode: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let index = object.required("index", as: Int.self, [.minimum(0), .maximum(9)])
        let code = object.required("code", as: String.self, [.maximumLength(15)])
        guard let index, let code, object.isComplete() else { throw object.failure() }
        self.index = index
        self.code = code
    }

    var json: JSON {
        var object = JSONObject()
        object["index"] = index.json
        object["code"] = code.json
        return .object(object)
    }
}

/// What a flow is opened with.
///
/// Manifest: `types.template_flow`
struct TemplateFlow: Sendable {
    /// Place among the buttons, from 0
    ///
    /// Manifest: `types.template_flow.fields.index`
    var index: Int

    /// Comes back with the answers
    ///
    /// Manifest: `types.template_flow.fields.token`
    var token: String?

    /// What the first screen is given
    ///
    /// Manifest: `types.template_flow.fields.data`
    var data: JSONObject?
}

extension TemplateFlow: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let index = object.required("index", as: Int.self, [.minimum(0), .maximum(9)])
        let token = object.optional("token", as: String.self)
        let data = object.optional("data", as: JSONObject.self)
        guard let index, object.isComplete() else { throw object.failure() }
        self.index = index
        self.token = token
        self.data = data
    }

    var json: JSON {
        var object = JSONObject()
        object["index"] = index.json
        object["token"] = token?.json
        object["data"] = data?.json
        return .object(object)
    }
}

/// What a catalogue is shown by.
///
/// Manifest: `types.template_catalog`
struct TemplateCatalog: Sendable {
    /// Place among the buttons, from 0
    ///
    /// Manifest: `types.template_catalog.fields.index`
    var index: Int

    /// The product that it is shown by
    ///
    /// Manifest: `types.template_catalog.fields.product_id`
    var productID: String?
}

extension TemplateCatalog: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let index = object.required("index", as: Int.self, [.minimum(0), .maximum(9)])
        let productID = object.optional("product_id", as: String.self)
        guard let index, object.isComplete() else { throw object.failure() }
        self.index = index
        self.productID = productID
    }

    var json: JSON {
        var object = JSONObject()
        object["index"] = index.json
        object["product_id"] = productID?.json
        return .object(object)
    }
}

/// Products that a button shows.
///
/// Manifest: `types.template_products`
struct TemplateProducts: Sendable {
    /// Place among the buttons, from 0
    ///
    /// Manifest: `types.template_products.fields.index`
    var index: Int

    /// The product that they are shown by
    ///
    /// Manifest: `types.template_products.fields.product_id`
    var productID: String

    /// The products
    ///
    /// Manifest: `types.template_products.fields.sections`
    var sections: [WhatsAppProductSection]
}

extension TemplateProducts: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let index = object.required("index", as: Int.self, [.minimum(0), .maximum(9)])
        let productID = object.required("product_id", as: String.self)
        let sections = object.required("sections", as: [WhatsAppProductSection].self)
        guard let index, let productID, let sections, object.isComplete() else { throw object.failure() }
        self.index = index
        self.productID = productID
        self.sections = sections
    }

    var json: JSON {
        var object = JSONObject()
        object["index"] = index.json
        object["product_id"] = productID.json
        object["sections"] = sections.json
        return .object(object)
    }
}

/// A message over Messenger or Instagram that is more than text.
///
/// Manifest: `types.page_rich`
enum PageRich: Sendable {
    /// Manifest: `types.page_rich.one_of.image`
    case image(PageFile)

    /// Manifest: `types.page_rich.one_of.audio`
    case audio(PageFile)

    /// Manifest: `types.page_rich.one_of.video`
    case video(PageFile)

    /// Manifest: `types.page_rich.one_of.file`
    case file(PageFile)

    /// Manifest: `types.page_rich.one_of.sticker`
    case sticker(PageSticker)

    /// Manifest: `types.page_rich.one_of.post`
    case post(PagePost)

    /// Manifest: `types.page_rich.one_of.quick_replies`
    case quickReplies(PageQuickReplies)

    /// Manifest: `types.page_rich.one_of.buttons`
    case buttons(PageButtons)

    /// Manifest: `types.page_rich.one_of.cards`
    case cards(PageCards)

    /// Manifest: `types.page_rich.one_of.reaction`
    case reaction(MessageReaction)

    /// A case that the manifest does not list, with what stands beside its tag.
    case unknown(tag: String, JSONObject)
}

extension PageRich: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        let object = try TaggedObject(json, at: path, discriminator: "type")
        switch object.tag {
        case "image": self = .image(try PageFile(json: object.payload, at: path))
        case "audio": self = .audio(try PageFile(json: object.payload, at: path))
        case "video": self = .video(try PageFile(json: object.payload, at: path))
        case "file": self = .file(try PageFile(json: object.payload, at: path))
        case "sticker": self = .sticker(try PageSticker(json: object.payload, at: path))
        case "post": self = .post(try PagePost(json: object.payload, at: path))
        case "quick_replies": self = .quickReplies(try PageQuickReplies(json: object.payload, at: path))
        case "buttons": self = .buttons(try PageButtons(json: object.payload, at: path))
        case "cards": self = .cards(try PageCards(json: object.payload, at: path))
        case "reaction": self = .reaction(try MessageReaction(json: object.payload, at: path))
        default: throw object.unknownTag(
            among: [
                "image", "audio", "video", "file", "sticker", "post", "quick_replies", "buttons", "cards", "reaction",
            ])
        }
    }

    var json: JSON {
        switch self {
        case .image(let payload): TaggedObject.json("image", "type", payload.json)
        case .audio(let payload): TaggedObject.json("audio", "type", payload.json)
        case .video(let payload): TaggedObject.json("video", "type", payload.json)
        case .file(let payload): TaggedObject.json("file", "type", payload.json)
        case .sticker(let payload): TaggedObject.json("sticker", "type", payload.json)
        case .post(let payload): TaggedObject.json("post", "type", payload.json)
        case .quickReplies(let payload): TaggedObject.json("quick_replies", "type", payload.json)
        case .buttons(let payload): TaggedObject.json("buttons", "type", payload.json)
        case .cards(let payload): TaggedObject.json("cards", "type", payload.json)
        case .reaction(let payload): TaggedObject.json("reaction", "type", payload.json)
        case .unknown(let tag, let members): TaggedObject.json(tag, "type", members.json)
        }
    }
}

/// A file that was uploaded for reuse, or one that Meta fetches.
///
/// Manifest: `types.page_file`
struct PageFile: Sendable {
    /// Id of an uploaded file
    ///
    /// Manifest: `types.page_file.fields.attachment_id`
    var attachmentID: String?

    /// https address of a file
    ///
    /// Manifest: `types.page_file.fields.url`
    var url: String?
}

extension PageFile: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let attachmentID = object.optional("attachment_id", as: String.self)
        let url = object.optional("url", as: String.self)
        guard object.isComplete() else { throw object.failure() }
        self.attachmentID = attachmentID
        self.url = url
    }

    var json: JSON {
        var object = JSONObject()
        object["attachment_id"] = attachmentID?.json
        object["url"] = url?.json
        return .object(object)
    }
}

/// A sticker of Messenger's catalogue, or the heart of Instagram.
///
/// Manifest: `types.page_sticker`
struct PageSticker: Sendable {
    /// Id in the catalogue, of Messenger
    ///
    /// Manifest: `types.page_sticker.fields.sticker_id`
    var stickerID: String?
}

extension PageSticker: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let stickerID = object.optional("sticker_id", as: String.self)
        guard object.isComplete() else { throw object.failure() }
        self.stickerID = stickerID
    }

    var json: JSON {
        var object = JSONObject()
        object["sticker_id"] = stickerID?.json
        return .object(object)
    }
}

/// A post of the Instagram account itself.
///
/// Manifest: `types.page_post`
struct PagePost: Sendable {
    /// Id of the post
    ///
    /// Manifest: `types.page_post.fields.post_id`
    var postID: String
}

extension PagePost: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let postID = object.required("post_id", as: String.self)
        guard let postID, object.isComplete() else { throw object.failure() }
        self.postID = postID
    }

    var json: JSON {
        var object = JSONObject()
        object["post_id"] = postID.json
        return .object(object)
    }
}

/// The text of the message with answers to press.
///
/// Manifest: `types.page_quick_replies`
struct PageQuickReplies: Sendable {
    /// The answers
    ///
    /// Manifest: `types.page_quick_replies.fields.quick_replies`
    var quickReplies: [PageQuickReply]
}

extension PageQuickReplies: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let quickReplies = object.required("quick_replies", as: [PageQuickReply].self)
        guard let quickReplies, object.isComplete() else { throw object.failure() }
        self.quickReplies = quickReplies
    }

    var json: JSON {
        var object = JSONObject()
        object["quick_replies"] = quickReplies.json
        return .object(object)
    }
}

/// An answer to press.
///
/// Manifest: `types.page_quick_reply`
struct PageQuickReply: Sendable {
    /// What it offers
    ///
    /// Manifest: `types.page_quick_reply.fields.kind`
    var kind: Kind = .text

    /// What is on it
    ///
    /// Manifest: `types.page_quick_reply.fields.title`
    var title: String?

    /// Comes back with the answer
    ///
    /// Manifest: `types.page_quick_reply.fields.payload`
    var payload: String?

    /// A small picture
    ///
    /// Manifest: `types.page_quick_reply.fields.image_url`
    var imageURL: String?

    /// What it offers
    ///
    /// Manifest: `types.page_quick_reply.fields.kind.options`
    enum Kind: OptionValue {
        case text
        case phoneNumber
        case email

        /// A value that the manifest does not list.
        indirect case unknown(String)

        static let allCases: [Kind] = [.text, .phoneNumber, .email]

        var rawValue: String {
            switch self {
            case .text: "TEXT"
            case .phoneNumber: "PHONE_NUMBER"
            case .email: "EMAIL"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .text: "Text"
            case .phoneNumber: "Phone number"
            case .email: "Email"
            case .unknown(let value): value
            }
        }
    }
}

extension PageQuickReply: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let kind = object.defaulted("kind", as: Kind.self, default: .text, [.options(Kind.allCases.map(\.rawValue))])
        let title = object.optional("title", as: String.self)
        let payload = object.optional("payload", as: String.self)
        let imageURL = object.optional("image_url", as: String.self)
        guard object.isComplete() else { throw object.failure() }
        self.kind = kind
        self.title = title
        self.payload = payload
        self.imageURL = imageURL
    }

    var json: JSON {
        var object = JSONObject()
        object["kind"] = kind.json
        object["title"] = title?.json
        object["payload"] = payload?.json
        object["image_url"] = imageURL?.json
        return .object(object)
    }
}

/// The text of the message with one to three buttons.
///
/// Manifest: `types.page_buttons`
struct PageButtons: Sendable {
    /// The buttons
    ///
    /// Manifest: `types.page_buttons.fields.buttons`
    var buttons: [PageButton]
}

extension PageButtons: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let buttons = object.required("buttons", as: [PageButton].self)
        guard let buttons, object.isComplete() else { throw object.failure() }
        self.buttons = buttons
    }

    var json: JSON {
        var object = JSONObject()
        object["buttons"] = buttons.json
        return .object(object)
    }
}

/// Cards beside each other.
///
/// Manifest: `types.page_cards`
struct PageCards: Sendable {
    /// The cards
    ///
    /// Manifest: `types.page_cards.fields.cards`
    var cards: [PageCard]
}

extension PageCards: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let cards = object.required("cards", as: [PageCard].self)
        guard let cards, object.isComplete() else { throw object.failure() }
        self.cards = cards
    }

    var json: JSON {
        var object = JSONObject()
        object["cards"] = cards.json
        return .object(object)
    }
}

/// A card.
///
/// Manifest: `types.page_card`
struct PageCard: Sendable {
    /// Its heading
    ///
    /// Manifest: `types.page_card.fields.title`
    var title: String

    /// A second line
    ///
    /// Manifest: `types.page_card.fields.subtitle`
    var subtitle: String?

    /// A picture
    ///
    /// Manifest: `types.page_card.fields.image_url`
    var imageURL: String?

    /// What it opens
    ///
    /// Manifest: `types.page_card.fields.url`
    var url: String?

    /// Its buttons
    ///
    /// Manifest: `types.page_card.fields.buttons`
    var buttons: [PageButton] = []
}

extension PageCard: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let title = object.required("title", as: String.self)
        let subtitle = object.optional("subtitle", as: String.self)
        let imageURL = object.optional("image_url", as: String.self)
        let url = object.optional("url", as: String.self)
        let buttons = object.defaulted("buttons", as: [PageButton].self, default: [])
        guard let title, object.isComplete() else { throw object.failure() }
        self.title = title
        self.subtitle = subtitle
        self.imageURL = imageURL
        self.url = url
        self.buttons = buttons
    }

    var json: JSON {
        var object = JSONObject()
        object["title"] = title.json
        object["subtitle"] = subtitle?.json
        object["image_url"] = imageURL?.json
        object["url"] = url?.json
        object["buttons"] = buttons.json
        return .object(object)
    }
}

/// A button.
///
/// Manifest: `types.page_button`
enum PageButton: Sendable {
    /// Manifest: `types.page_button.one_of.postback`
    case postback(PagePostback)

    /// Manifest: `types.page_button.one_of.link`
    case link(PageAddress)

    /// Manifest: `types.page_button.one_of.call`
    case call(PageCall)

    /// A case that the manifest does not list, with what stands beside its tag.
    case unknown(tag: String, JSONObject)
}

extension PageButton: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        let object = try TaggedObject(json, at: path, discriminator: "type")
        switch object.tag {
        case "postback": self = .postback(try PagePostback(json: object.payload, at: path))
        case "link": self = .link(try PageAddress(json: object.payload, at: path))
        case "call": self = .call(try PageCall(json: object.payload, at: path))
        default: throw object.unknownTag(among: ["postback", "link", "call"])
        }
    }

    var json: JSON {
        switch self {
        case .postback(let payload): TaggedObject.json("postback", "type", payload.json)
        case .link(let payload): TaggedObject.json("link", "type", payload.json)
        case .call(let payload): TaggedObject.json("call", "type", payload.json)
        case .unknown(let tag, let members): TaggedObject.json(tag, "type", members.json)
        }
    }
}

/// A button whose press comes back.
///
/// Manifest: `types.page_postback`
struct PagePostback: Sendable {
    /// What is on it
    ///
    /// Manifest: `types.page_postback.fields.title`
    var title: String

    /// Comes back
    ///
    /// Manifest: `types.page_postback.fields.payload`
    var payload: String
}

extension PagePostback: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let title = object.required("title", as: String.self)
        let payload = object.required("payload", as: String.self)
        guard let title, let payload, object.isComplete() else { throw object.failure() }
        self.title = title
        self.payload = payload
    }

    var json: JSON {
        var object = JSONObject()
        object["title"] = title.json
        object["payload"] = payload.json
        return .object(object)
    }
}

/// A button that opens an address.
///
/// Manifest: `types.page_address`
struct PageAddress: Sendable {
    /// What is on it
    ///
    /// Manifest: `types.page_address.fields.title`
    var title: String

    /// What it opens
    ///
    /// Manifest: `types.page_address.fields.url`
    var url: String
}

extension PageAddress: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let title = object.required("title", as: String.self)
        let url = object.required("url", as: String.self)
        guard let title, let url, object.isComplete() else { throw object.failure() }
        self.title = title
        self.url = url
    }

    var json: JSON {
        var object = JSONObject()
        object["title"] = title.json
        object["url"] = url.json
        return .object(object)
    }
}

/// A button that calls a number.
///
/// Manifest: `types.page_call`
struct PageCall: Sendable {
    /// What is on it
    ///
    /// Manifest: `types.page_call.fields.title`
    var title: String

    /// With + and the country
    ///
    /// Manifest: `types.page_call.fields.number`
    var number: String
}

extension PageCall: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let title = object.required("title", as: String.self)
        let number = object.required("number", as: String.self)
        guard let title, let number, object.isComplete() else { throw object.failure() }
        self.title = title
        self.number = number
    }

    var json: JSON {
        var object = JSONObject()
        object["title"] = title.json
        object["number"] = number.json
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
        indirect case unknown(String)

        static let allCases: [Status] = [.sent, .queued, .failed]

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

/// Whether a provider took a batch of messages.
///
/// Manifest: `message.bulk_sent` (a contract of the manifest language)
struct MessageBulkSent: Sendable {
    /// Whether the batch was taken
    ///
    /// Manifest: `message.bulk_sent.fields.status`
    var status: Status

    /// The provider's id of the batch, to ask for its state
    ///
    /// Manifest: `message.bulk_sent.fields.external_chunk_id`
    var externalChunkID: String?

    /// How many were taken
    ///
    /// Manifest: `message.bulk_sent.fields.accepted_count`
    var acceptedCount: Int

    /// How many were refused
    ///
    /// Manifest: `message.bulk_sent.fields.rejected_count`
    var rejectedCount: Int?

    /// Whether the batch was taken
    ///
    /// Manifest: `message.bulk_sent.fields.status.options`
    enum Status: OptionValue {
        case accepted
        case failed

        /// A value that the manifest does not list.
        indirect case unknown(String)

        static let allCases: [Status] = [.accepted, .failed]

        var rawValue: String {
            switch self {
            case .accepted: "accepted"
            case .failed: "failed"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .accepted: "Accepted"
            case .failed: "Failed"
            case .unknown(let value): value
            }
        }
    }
}

extension MessageBulkSent: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let status = object.required("status", as: Status.self)
        let externalChunkID = object.optional("externalChunkId", as: String.self)
        let acceptedCount = object.required("acceptedCount", as: Int.self)
        let rejectedCount = object.optional("rejectedCount", as: Int.self)
        guard let status, let acceptedCount, object.isComplete() else { throw object.failure() }
        self.status = status
        self.externalChunkID = externalChunkID
        self.acceptedCount = acceptedCount
        self.rejectedCount = rejectedCount
    }

    var json: JSON {
        var object = JSONObject()
        object["status"] = status.json
        object["externalChunkId"] = externalChunkID?.json
        object["acceptedCount"] = acceptedCount.json
        object["rejectedCount"] = rejectedCount?.json
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

    /// The file as the platform keeps it
    ///
    /// Manifest: `message.attachment.fields.file_id`
    var fileID: String?

    /// The provider's id of the file once it has been handed over
    ///
    /// Manifest: `message.attachment.fields.reference`
    var reference: String?
}

extension MessageAttachment: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let filename = object.required("filename", as: String.self)
        let url = object.required("url", as: String.self)
        let mimeType = object.required("mimeType", as: String.self)
        let size = object.required("size", as: Int.self)
        let fileID = object.optional("fileId", as: String.self)
        let reference = object.optional("reference", as: String.self)
        guard let filename, let url, let mimeType, let size, object.isComplete() else { throw object.failure() }
        self.filename = filename
        self.url = url
        self.mimeType = mimeType
        self.size = size
        self.fileID = fileID
        self.reference = reference
    }

    var json: JSON {
        var object = JSONObject()
        object["filename"] = filename.json
        object["url"] = url.json
        object["mimeType"] = mimeType.json
        object["size"] = size.json
        object["fileId"] = fileID?.json
        object["reference"] = reference?.json
        return .object(object)
    }
}

/// A file to hand to the provider for a message.
///
/// Manifest: `message.upload` (a contract of the manifest language)
struct MessageUpload: Sendable {
    /// The channel of the message
    ///
    /// Manifest: `message.upload.fields.channel`
    var channel: MessageChannel

    /// The file
    ///
    /// Manifest: `message.upload.fields.file`
    var file: FileReference
}

extension MessageUpload: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let channel = object.required("channel", as: MessageChannel.self)
        let file = object.required("file", as: FileReference.self, [.file(FileRule(maximumSize: 1073741824))])
        guard let channel, let file, object.isComplete() else { throw object.failure() }
        self.channel = channel
        self.file = file
    }

    var json: JSON {
        var object = JSONObject()
        object["channel"] = channel.json
        object["file"] = file.json
        return .object(object)
    }
}

/// A file that the provider has.
///
/// Manifest: `message.uploaded` (a contract of the manifest language)
struct MessageUploaded: Sendable {
    /// The provider's id of the file
    ///
    /// Manifest: `message.uploaded.fields.reference`
    var reference: String
}

extension MessageUploaded: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let reference = object.required("reference", as: String.self)
        guard let reference, object.isComplete() else { throw object.failure() }
        self.reference = reference
    }

    var json: JSON {
        var object = JSONObject()
        object["reference"] = reference.json
        return .object(object)
    }
}

/// An emoji for a message.
///
/// Manifest: `message.react` (a contract of the manifest language)
struct MessageReact: Sendable {
    /// The channel of the message
    ///
    /// Manifest: `message.react.fields.channel`
    var channel: MessageChannel

    /// Who the conversation is with
    ///
    /// Manifest: `message.react.fields.recipient`
    var recipient: MessageRecipient

    /// The provider's id of the message
    ///
    /// Manifest: `message.react.fields.message_id`
    var messageID: String

    /// The emoji; without one the reaction is taken back
    ///
    /// Manifest: `message.react.fields.emoji`
    var emoji: String?
}

extension MessageReact: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let channel = object.required("channel", as: MessageChannel.self)
        let recipient = object.required("recipient", as: MessageRecipient.self)
        let messageID = object.required("messageId", as: String.self)
        let emoji = object.optional("emoji", as: String.self)
        guard let channel, let recipient, let messageID, object.isComplete() else { throw object.failure() }
        self.channel = channel
        self.recipient = recipient
        self.messageID = messageID
        self.emoji = emoji
    }

    var json: JSON {
        var object = JSONObject()
        object["channel"] = channel.json
        object["recipient"] = recipient.json
        object["messageId"] = messageID.json
        object["emoji"] = emoji?.json
        return .object(object)
    }
}

/// Asks for the texts that may be sent when nothing else may be.
///
/// Manifest: `message.template_list` (a contract of the manifest language)
struct MessageTemplateList: Sendable {
    /// The channel that they are sent over
    ///
    /// Manifest: `message.template_list.fields.channel`
    var channel: MessageChannel
}

extension MessageTemplateList: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let channel = object.required("channel", as: MessageChannel.self)
        guard let channel, object.isComplete() else { throw object.failure() }
        self.channel = channel
    }

    var json: JSON {
        var object = JSONObject()
        object["channel"] = channel.json
        return .object(object)
    }
}

/// A text that the provider has approved.
///
/// Manifest: `message.template_offer` (a contract of the manifest language)
struct MessageTemplateOffer: Sendable {
    /// By which it is sent
    ///
    /// Manifest: `message.template_offer.fields.id`
    var id: String

    /// What people read in the list
    ///
    /// Manifest: `message.template_offer.fields.name`
    var name: String

    /// The language of the text
    ///
    /// Manifest: `message.template_offer.fields.language`
    var language: String?

    /// The text; a variable stands in it as {{name}}
    ///
    /// Manifest: `message.template_offer.fields.text`
    var text: String

    /// What is filled in
    ///
    /// Manifest: `message.template_offer.fields.variables`
    var variables: [MessageTemplateVariable]
}

extension MessageTemplateOffer: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let id = object.required("id", as: String.self)
        let name = object.required("name", as: String.self)
        let language = object.optional("language", as: String.self)
        let text = object.required("text", as: String.self)
        let variables = object.required("variables", as: [MessageTemplateVariable].self)
        guard let id, let name, let text, let variables, object.isComplete() else { throw object.failure() }
        self.id = id
        self.name = name
        self.language = language
        self.text = text
        self.variables = variables
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["name"] = name.json
        object["language"] = language?.json
        object["text"] = text.json
        object["variables"] = variables.json
        return .object(object)
    }
}

/// Something in a text that is filled in when it is sent.
///
/// Manifest: `message.template_variable` (a contract of the manifest language)
struct MessageTemplateVariable: Sendable {
    /// The name, as it stands in the text
    ///
    /// Manifest: `message.template_variable.fields.name`
    var name: String

    /// What people read beside the input
    ///
    /// Manifest: `message.template_variable.fields.label`
    var label: String?

    /// A value that it could have
    ///
    /// Manifest: `message.template_variable.fields.example`
    var example: String?
}

extension MessageTemplateVariable: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let name = object.required("name", as: String.self)
        let label = object.optional("label", as: String.self)
        let example = object.optional("example", as: String.self)
        guard let name, object.isComplete() else { throw object.failure() }
        self.name = name
        self.label = label
        self.example = example
    }

    var json: JSON {
        var object = JSONObject()
        object["name"] = name.json
        object["label"] = label?.json
        object["example"] = example?.json
        return .object(object)
    }
}

/// An approved text with its variables filled in.
///
/// Manifest: `message.template_use` (a contract of the manifest language)
struct MessageTemplateUse: Sendable {
    /// The id of the text
    ///
    /// Manifest: `message.template_use.fields.id`
    var id: String

    /// What is filled in
    ///
    /// Manifest: `message.template_use.fields.texts`
    var texts: [MessageTemplateText]
}

extension MessageTemplateUse: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: String.self)
        let texts = object.required("texts", as: [MessageTemplateText].self)
        guard let id, let texts, object.isComplete() else { throw object.failure() }
        self.id = id
        self.texts = texts
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["texts"] = texts.json
        return .object(object)
    }
}

/// The value of a variable.
///
/// Manifest: `message.template_text` (a contract of the manifest language)
struct MessageTemplateText: Sendable {
    /// The variable's name
    ///
    /// Manifest: `message.template_text.fields.name`
    var name: String

    /// What is filled in
    ///
    /// Manifest: `message.template_text.fields.text`
    var text: String
}

extension MessageTemplateText: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let name = object.required("name", as: String.self)
        let text = object.required("text", as: String.self)
        guard let name, let text, object.isComplete() else { throw object.failure() }
        self.name = name
        self.text = text
    }

    var json: JSON {
        var object = JSONObject()
        object["name"] = name.json
        object["text"] = text.json
        return .object(object)
    }
}

/// One message of a batch.
///
/// Manifest: `message.bulk_recipient` (a contract of the manifest language)
struct MessageBulkRecipient: Sendable {
    /// Where the message goes
    ///
    /// Manifest: `message.bulk_recipient.fields.address`
    var address: String

    /// What the message says
    ///
    /// Manifest: `message.bulk_recipient.fields.rendered_body`
    var renderedBody: String

    /// The instance that the message is for
    ///
    /// Manifest: `message.bulk_recipient.fields.instance_id`
    var instanceID: String?

    /// The thread of the message
    ///
    /// Manifest: `message.bulk_recipient.fields.thread_id`
    var threadID: String?

    /// The message's id
    ///
    /// Manifest: `message.bulk_recipient.fields.message_id`
    var messageID: String?

    /// The contact's id
    ///
    /// Manifest: `message.bulk_recipient.fields.contact_id`
    var contactID: String?
}

extension MessageBulkRecipient: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let address = object.required("address", as: String.self)
        let renderedBody = object.required("renderedBody", as: String.self)
        let instanceID = object.optional("instanceId", as: String.self)
        let threadID = object.optional("threadId", as: String.self)
        let messageID = object.optional("messageId", as: String.self)
        let contactID = object.optional("contactId", as: String.self)
        guard let address, let renderedBody, object.isComplete() else { throw object.failure() }
        self.address = address
        self.renderedBody = renderedBody
        self.instanceID = instanceID
        self.threadID = threadID
        self.messageID = messageID
        self.contactID = contactID
    }

    var json: JSON {
        var object = JSONObject()
        object["address"] = address.json
        object["renderedBody"] = renderedBody.json
        object["instanceId"] = instanceID?.json
        object["threadId"] = threadID?.json
        object["messageId"] = messageID?.json
        object["contactId"] = contactID?.json
        return .object(object)
    }
}

/// When messages are sent.
///
/// Manifest: `message.schedule` (a contract of the manifest language)
struct MessageSchedule: Sendable {
    /// The time
    ///
    /// Manifest: `message.schedule.fields.at`
    var at: Date
}

extension MessageSchedule: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let at = object.required("at", as: Date.self)
        guard let at, object.isComplete() else { throw object.failure() }
        self.at = at
    }

    var json: JSON {
        var object = JSONObject()
        object["at"] = at.json
        return .object(object)
    }
}

/// How many messages of a batch are in which state.
///
/// Manifest: `message.bulk_stats` (a contract of the manifest language)
struct MessageBulkStats: Sendable {
    /// All messages
    ///
    /// Manifest: `message.bulk_stats.fields.total`
    var total: Int?

    /// People that messages go to
    ///
    /// Manifest: `message.bulk_stats.fields.recipients`
    var recipients: Int?

    /// Attempts to send
    ///
    /// Manifest: `message.bulk_stats.fields.attempts`
    var attempts: Int?

    /// Messages without a usable address
    ///
    /// Manifest: `message.bulk_stats.fields.unaddressable`
    var unaddressable: Int?

    /// Messages that wait
    ///
    /// Manifest: `message.bulk_stats.fields.queued`
    var queued: Int?

    /// Messages that left
    ///
    /// Manifest: `message.bulk_stats.fields.sent`
    var sent: Int?

    /// Messages that wait for their time
    ///
    /// Manifest: `message.bulk_stats.fields.scheduled`
    var scheduled: Int?

    /// Messages that arrived
    ///
    /// Manifest: `message.bulk_stats.fields.delivered`
    var delivered: Int?

    /// Messages that were read
    ///
    /// Manifest: `message.bulk_stats.fields.read`
    var read: Int?

    /// Messages that did not arrive
    ///
    /// Manifest: `message.bulk_stats.fields.undelivered`
    var undelivered: Int?

    /// Messages that could not be sent
    ///
    /// Manifest: `message.bulk_stats.fields.failed`
    var failed: Int?

    /// Messages that were called back
    ///
    /// Manifest: `message.bulk_stats.fields.canceled`
    var canceled: Int?
}

extension MessageBulkStats: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let total = object.optional("total", as: Int.self)
        let recipients = object.optional("recipients", as: Int.self)
        let attempts = object.optional("attempts", as: Int.self)
        let unaddressable = object.optional("unaddressable", as: Int.self)
        let queued = object.optional("queued", as: Int.self)
        let sent = object.optional("sent", as: Int.self)
        let scheduled = object.optional("scheduled", as: Int.self)
        let delivered = object.optional("delivered", as: Int.self)
        let read = object.optional("read", as: Int.self)
        let undelivered = object.optional("undelivered", as: Int.self)
        let failed = object.optional("failed", as: Int.self)
        let canceled = object.optional("canceled", as: Int.self)
        guard object.isComplete() else { throw object.failure() }
        self.total = total
        self.recipients = recipients
        self.attempts = attempts
        self.unaddressable = unaddressable
        self.queued = queued
        self.sent = sent
        self.scheduled = scheduled
        self.delivered = delivered
        self.read = read
        self.undelivered = undelivered
        self.failed = failed
        self.canceled = canceled
    }

    var json: JSON {
        var object = JSONObject()
        object["total"] = total?.json
        object["recipients"] = recipients?.json
        object["attempts"] = attempts?.json
        object["unaddressable"] = unaddressable?.json
        object["queued"] = queued?.json
        object["sent"] = sent?.json
        object["scheduled"] = scheduled?.json
        object["delivered"] = delivered?.json
        object["read"] = read?.json
        object["undelivered"] = undelivered?.json
        object["failed"] = failed?.json
        object["canceled"] = canceled?.json
        return .object(object)
    }
}

/// The state of one message of a batch.
///
/// Manifest: `message.bulk_message` (a contract of the manifest language)
struct MessageBulkMessage: Sendable {
    /// Where the message went
    ///
    /// Manifest: `message.bulk_message.fields.address`
    var address: String

    /// The provider's word for its state
    ///
    /// Manifest: `message.bulk_message.fields.status`
    var status: String

    /// The message's id
    ///
    /// Manifest: `message.bulk_message.fields.message_id`
    var messageID: String?

    /// The provider's code of what went wrong
    ///
    /// Manifest: `message.bulk_message.fields.error_code`
    var errorCode: String?

    /// What went wrong
    ///
    /// Manifest: `message.bulk_message.fields.error_message`
    var errorMessage: String?
}

extension MessageBulkMessage: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let address = object.required("address", as: String.self)
        let status = object.required("status", as: String.self)
        let messageID = object.optional("messageId", as: String.self)
        let errorCode = object.optional("errorCode", as: String.self, preparing: [.coerce([.integer])])
        let errorMessage = object.optional("errorMessage", as: String.self)
        guard let address, let status, object.isComplete() else { throw object.failure() }
        self.address = address
        self.status = status
        self.messageID = messageID
        self.errorCode = errorCode
        self.errorMessage = errorMessage
    }

    var json: JSON {
        var object = JSONObject()
        object["address"] = address.json
        object["status"] = status.json
        object["messageId"] = messageID?.json
        object["errorCode"] = errorCode?.json
        object["errorMessage"] = errorMessage?.json
        return .object(object)
    }
}

extension WhatsAppGroup {
    /// The instance as tools give it to their callers: without encrypted fields.
    struct Readable: Sendable {
        /// Identifies the instance.
        ///
        /// Manifest: `models.whatsapp_group.fields.id`
        var id: WhatsAppGroup.ID

        /// Meta's id of the request that made it; of one that was found at Meta, the group's
        ///
        /// Manifest: `models.whatsapp_group.fields.reference`
        var reference: String

        /// Meta's id of the group; empty until it is made
        ///
        /// Manifest: `models.whatsapp_group.fields.group_id`
        var groupID: String?

        /// Of the number that made it: its id at Meta
        ///
        /// Manifest: `models.whatsapp_group.fields.phone_number_id`
        var phoneNumberID: String

        /// The number that made it
        ///
        /// Manifest: `models.whatsapp_group.fields.phone`
        var phone: String?

        /// What the group is called in WhatsApp
        ///
        /// Manifest: `models.whatsapp_group.fields.subject`
        var subject: String?

        /// What the group is for, as its people read it
        ///
        /// Manifest: `models.whatsapp_group.fields.description`
        var description: String?

        /// Whether it can be written in
        ///
        /// Manifest: `models.whatsapp_group.fields.status`
        var status: WhatsAppGroup.Status

        /// Who may come in by the invite link
        ///
        /// Manifest: `models.whatsapp_group.fields.join_approval`
        var joinApproval: WhatsAppGroup.JoinApproval?

        /// By which people join
        ///
        /// Manifest: `models.whatsapp_group.fields.invite_link`
        var inviteLink: String?

        /// People in the group besides the business
        ///
        /// Manifest: `models.whatsapp_group.fields.participant_count`
        var participantCount: Int?

        /// When WhatsApp made it
        ///
        /// Manifest: `models.whatsapp_group.fields.made_at`
        var madeAt: Date?

        /// The last wish that was not fulfilled, and why
        ///
        /// Manifest: `models.whatsapp_group.fields.notice`
        var notice: String?

        /// When Meta was last asked for all about it
        ///
        /// Manifest: `models.whatsapp_group.fields.read_at`
        var readAt: Date?

        /// When the subject was last told to have changed
        ///
        /// Manifest: `models.whatsapp_group.fields.subject_at`
        var subjectAt: Date?

        /// When the description was last told to have changed
        ///
        /// Manifest: `models.whatsapp_group.fields.description_at`
        var descriptionAt: Date?

        /// When it was last suspended or released
        ///
        /// Manifest: `models.whatsapp_group.fields.status_at`
        var statusAt: Date?

        /// What the workplace calls it
        ///
        /// Manifest: `models.whatsapp_group.fields.name`
        var name: String?

        /// When the instance was created.
        ///
        /// Manifest: `models.whatsapp_group.fields.created_at`
        var createdAt: Date

        /// When the instance was last changed.
        ///
        /// Manifest: `models.whatsapp_group.fields.updated_at`
        var updatedAt: Date

        /// When the app last wrote the instance.
        ///
        /// Manifest: `models.whatsapp_group.fields.refreshed_at`
        var refreshedAt: Date
    }
}

extension WhatsAppGroup.Readable: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let id = object.required("id", as: WhatsAppGroup.ID.self)
        let reference = object.required("reference", as: String.self)
        let groupID = object.optional("group_id", as: String.self)
        let phoneNumberID = object.required("phone_number_id", as: String.self)
        let phone = object.optional("phone", as: String.self)
        let subject = object.optional("subject", as: String.self)
        let description = object.optional("description", as: String.self)
        let status = object.required("status", as: WhatsAppGroup.Status.self)
        let joinApproval = object.optional("join_approval", as: WhatsAppGroup.JoinApproval.self)
        let inviteLink = object.optional("invite_link", as: String.self)
        let participantCount = object.optional("participant_count", as: Int.self)
        let madeAt = object.optional("made_at", as: Date.self)
        let notice = object.optional("notice", as: String.self)
        let readAt = object.optional("read_at", as: Date.self)
        let subjectAt = object.optional("subject_at", as: Date.self)
        let descriptionAt = object.optional("description_at", as: Date.self)
        let statusAt = object.optional("status_at", as: Date.self)
        let name = object.optional("name", as: String.self)
        let createdAt = object.required("created_at", as: Date.self)
        let updatedAt = object.required("updated_at", as: Date.self)
        let refreshedAt = object.required("refreshed_at", as: Date.self)
        guard
            let id,
            let reference,
            let phoneNumberID,
            let status,
            let createdAt,
            let updatedAt,
            let refreshedAt,
            object.isComplete()
        else { throw object.failure() }
        self.id = id
        self.reference = reference
        self.groupID = groupID
        self.phoneNumberID = phoneNumberID
        self.phone = phone
        self.subject = subject
        self.description = description
        self.status = status
        self.joinApproval = joinApproval
        self.inviteLink = inviteLink
        self.participantCount = participantCount
        self.madeAt = madeAt
        self.notice = notice
        self.readAt = readAt
        self.subjectAt = subjectAt
        self.descriptionAt = descriptionAt
        self.statusAt = statusAt
        self.name = name
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.refreshedAt = refreshedAt
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["reference"] = reference.json
        object["group_id"] = groupID?.json
        object["phone_number_id"] = phoneNumberID.json
        object["phone"] = phone?.json
        object["subject"] = subject?.json
        object["description"] = description?.json
        object["status"] = status.json
        object["join_approval"] = joinApproval?.json
        object["invite_link"] = inviteLink?.json
        object["participant_count"] = participantCount?.json
        object["made_at"] = madeAt?.json
        object["notice"] = notice?.json
        object["read_at"] = readAt?.json
        object["subject_at"] = subjectAt?.json
        object["description_at"] = descriptionAt?.json
        object["status_at"] = statusAt?.json
        object["name"] = name?.json
        object["created_at"] = createdAt.json
        object["updated_at"] = updatedAt.json
        object["refreshed_at"] = refreshedAt.json
        return .object(object)
    }
}

extension WhatsAppGroup.Readable {
    init(_ instance: WhatsAppGroup) {
        self.id = instance.id
        self.reference = instance.reference
        self.groupID = instance.groupID
        self.phoneNumberID = instance.phoneNumberID
        self.phone = instance.phone
        self.subject = instance.subject
        self.description = instance.description
        self.status = instance.status
        self.joinApproval = instance.joinApproval
        self.inviteLink = instance.inviteLink
        self.participantCount = instance.participantCount
        self.madeAt = instance.madeAt
        self.notice = instance.notice
        self.readAt = instance.readAt
        self.subjectAt = instance.subjectAt
        self.descriptionAt = instance.descriptionAt
        self.statusAt = instance.statusAt
        self.name = instance.name
        self.createdAt = instance.createdAt
        self.updatedAt = instance.updatedAt
        self.refreshedAt = instance.refreshedAt
    }
}

extension MessageTemplate {
    /// The instance as tools give it to their callers: without encrypted fields.
    struct Readable: Sendable {
        /// Identifies the instance.
        ///
        /// Manifest: `models.message_template.fields.id`
        var id: MessageTemplate.ID

        /// Meta Graph API template ID
        ///
        /// Manifest: `models.message_template.fields.template_id`
        var templateID: String

        /// Name of the template
        ///
        /// Manifest: `models.message_template.fields.name`
        var name: String?

        /// Its language
        ///
        /// Manifest: `models.message_template.fields.language`
        var language: String?

        /// Whether it can be sent
        ///
        /// Manifest: `models.message_template.fields.status`
        var status: MessageTemplate.Status?

        /// What it is for, which decides on its price and rules
        ///
        /// Manifest: `models.message_template.fields.category`
        var category: MessageTemplate.Category?

        /// How people took to it
        ///
        /// Manifest: `models.message_template.fields.quality`
        var quality: WhatsAppPhoneNumber.QualityRating?

        /// How it reads, with its variables
        ///
        /// Manifest: `models.message_template.fields.text`
        var text: String?

        /// Why Meta rejected or paused it
        ///
        /// Manifest: `models.message_template.fields.reason`
        var reason: String?

        /// When the instance was created.
        ///
        /// Manifest: `models.message_template.fields.created_at`
        var createdAt: Date

        /// When the instance was last changed.
        ///
        /// Manifest: `models.message_template.fields.updated_at`
        var updatedAt: Date

        /// When the app last wrote the instance.
        ///
        /// Manifest: `models.message_template.fields.refreshed_at`
        var refreshedAt: Date
    }
}

extension MessageTemplate.Readable: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let id = object.required("id", as: MessageTemplate.ID.self)
        let templateID = object.required("template_id", as: String.self)
        let name = object.optional("name", as: String.self)
        let language = object.optional("language", as: String.self)
        let status = object.optional("status", as: MessageTemplate.Status.self)
        let category = object.optional("category", as: MessageTemplate.Category.self)
        let quality = object.optional("quality", as: WhatsAppPhoneNumber.QualityRating.self)
        let text = object.optional("text", as: String.self)
        let reason = object.optional("reason", as: String.self)
        let createdAt = object.required("created_at", as: Date.self)
        let updatedAt = object.required("updated_at", as: Date.self)
        let refreshedAt = object.required("refreshed_at", as: Date.self)
        guard
            let id, let templateID, let createdAt, let updatedAt, let refreshedAt, object.isComplete()
        else { throw object.failure() }
        self.id = id
        self.templateID = templateID
        self.name = name
        self.language = language
        self.status = status
        self.category = category
        self.quality = quality
        self.text = text
        self.reason = reason
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.refreshedAt = refreshedAt
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["template_id"] = templateID.json
        object["name"] = name?.json
        object["language"] = language?.json
        object["status"] = status?.json
        object["category"] = category?.json
        object["quality"] = quality?.json
        object["text"] = text?.json
        object["reason"] = reason?.json
        object["created_at"] = createdAt.json
        object["updated_at"] = updatedAt.json
        object["refreshed_at"] = refreshedAt.json
        return .object(object)
    }
}

extension MessageTemplate.Readable {
    init(_ instance: MessageTemplate) {
        self.id = instance.id
        self.templateID = instance.templateID
        self.name = instance.name
        self.language = instance.language
        self.status = instance.status
        self.category = instance.category
        self.quality = instance.quality
        self.text = instance.text
        self.reason = instance.reason
        self.createdAt = instance.createdAt
        self.updatedAt = instance.updatedAt
        self.refreshedAt = instance.refreshedAt
    }
}
