// Generated from integration.yaml by `integration generate`. Do not edit.
// Change the manifest and build, or run: swift package refresh-generated

import IntegrationKit

/// Send a WhatsApp message to a subscriber
///
/// Manifest: `tools.send_whatsapp`
///
/// Handler: `Sources/Meta/Tools/SendWhatsApp.swift`
enum SendWhatsApp: Tool {
    typealias Owner = Meta
    typealias Input = MessageSend
    typealias Output = MessageSent

    static let descriptor = ToolDescriptor(
        handle: "send_whatsapp",
        label: "Send WhatsApp",
        description: "Send a WhatsApp message to a subscriber",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(10),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer, .channel])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "channel":{"type":"object",\#
        "properties":{"id":{"type":"string","description":"The channel's id"},\#
        "handle":{"type":"string","description":"The channel's handle in the manifest"},\#
        "identifierValue":{"type":"string","description":"What identifies the channel"}},\#
        "required":["id","handle","identifierValue"],"additionalProperties":false,\#
        "description":"The channel to send over"},\#
        "subscription":{"type":["object","null"],\#
        "properties":{"id":{"type":"string","description":"The subscription's id"},\#
        "identifierValue":{"type":"string","description":"The person's address"}},\#
        "required":["id","identifierValue"],"additionalProperties":false,\#
        "description":"The subscription that the message answers"},\#
        "contact":{"type":["object","null"],\#
        "properties":{"id":{"type":"string","description":"The contact's id"},\#
        "name":{"type":["string","null"],"description":"The contact's name"}},"required":["id"],\#
        "additionalProperties":false,"description":"The contact that the message is for"},\#
        "recipient":{"type":["object","null"],\#
        "properties":{"address":{"type":"string","description":"The address"},\#
        "name":{"type":["string","null"],"description":"The recipient's name"},\#
        "participantId":{"type":["string","null"],"description":"The participant's id"},\#
        "contactId":{"type":["string","null"],"description":"The contact's id"}},"required":["address"],\#
        "additionalProperties":false,"description":"Where the message goes"},\#
        "message":{"type":"object",\#
        "properties":{\#
        "id":{"type":"string","description":"The message's id; the key under which a send happens once"},\#
        "content":{"type":"string","description":"The text"},\#
        "contentRaw":{"type":["string","null"],"description":"The text with its markup"},\#
        "title":{"type":["string","null"],"description":"The subject"},\#
        "attachments":{"type":["array","null"],\#
        "items":{"type":"object",\#
        "properties":{"filename":{"type":"string","description":"The file's name"},\#
        "url":{"type":"string","description":"Where the file can be fetched"},\#
        "mimeType":{"type":"string","description":"The file's MIME type"},\#
        "size":{"type":"integer","description":"The file's size in bytes"}},\#
        "required":["filename","url","mimeType","size"],"additionalProperties":false},\#
        "description":"Files that go with the message"}},"required":["id","content"],\#
        "additionalProperties":false,"description":"The message itself"}},"required":["channel","message"],\#
        "additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "status":{"type":"string","examples":["sent","queued","failed"],\#
        "description":"What became of the message"},\#
        "remoteId":{"type":["string","null"],"description":"The provider's id of the message"}},\#
        "required":["status"]}
        """#
}

/// List phone numbers from the connected WABA
///
/// Manifest: `tools.fetch_registered_wa_business_numbers`
///
/// Handler: `Sources/Meta/Tools/FetchRegisteredWABusinessNumbers.swift`
enum FetchRegisteredWABusinessNumbers: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.fetch_registered_wa_business_numbers.input`
    struct Input: Sendable {}

    typealias Output = [RegisteredNumber]

    static let descriptor = ToolDescriptor(
        handle: "fetch_registered_wa_business_numbers",
        label: "Registered WhatsApp Numbers",
        description: "List phone numbers from the connected WABA",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(isReadOnly: true, isOpenWorld: true),
        timeout: .seconds(10),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .pageContext, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object","additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "items":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"id":{"type":"string","description":"Graph API phone number ID"},\#
        "display_phone_number":{"type":"string","description":"Phone number (E.164 format)"},\#
        "verified_name":{"type":["string","null"],\#
        "description":"Business name that Meta has verified for the number"},\#
        "quality_rating":{"type":"string","examples":["GREEN","YELLOW","RED","UNKNOWN"],\#
        "description":"Meta quality rating"},\#
        "channel_id":{"type":["string","null"],\#
        "description":"Channel of this number once it has been added"}},\#
        "required":["id","display_phone_number","quality_rating"]}}},"required":["items"]}
        """#
}

extension FetchRegisteredWABusinessNumbers.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        guard object.isComplete() else { throw object.failure() }
    }

    var json: JSON {
        .object(JSONObject())
    }
}

/// Add a WhatsApp number to the installation
///
/// Manifest: `tools.add_whatsapp_number`
///
/// Handler: `Sources/Meta/Tools/AddWhatsAppNumber.swift`
enum AddWhatsAppNumber: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.add_whatsapp_number.input`
    struct Input: Sendable {
        /// Meta phone number ID
        ///
        /// Manifest: `tools.add_whatsapp_number.input.phone_number_id`
        var phoneNumberID: String

        /// Friendly name for the phone number
        ///
        /// Manifest: `tools.add_whatsapp_number.input.name`
        var name: String?
    }

    /// Manifest: `tools.add_whatsapp_number.output`
    struct Output: Sendable {
        /// The number's record
        ///
        /// Manifest: `tools.add_whatsapp_number.output.id`
        var id: WhatsAppPhoneNumber.ID

        /// Phone number (E.164 format)
        ///
        /// Manifest: `tools.add_whatsapp_number.output.phone`
        var phone: String
    }

    static let descriptor = ToolDescriptor(
        handle: "add_whatsapp_number",
        label: "Add WhatsApp Number",
        description: "Add a WhatsApp number to the installation",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(30),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"phone_number_id":{"type":"string","description":"Meta phone number ID"},\#
        "name":{"type":["string","null"],"maxLength":80,\#
        "description":"Friendly name for the phone number"}},"required":["phone_number_id"],\#
        "additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "id":{"type":"string","x-model":"whatsapp_phone_number","description":"The number's record"},\#
        "phone":{"type":"string","description":"Phone number (E.164 format)"}},"required":["id","phone"]}
        """#
}

extension AddWhatsAppNumber.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let phoneNumberID = object.required("phone_number_id", as: String.self)
        let name = object.optional("name", as: String.self, [.maximumLength(80)])
        guard let phoneNumberID, object.isComplete() else { throw object.failure() }
        self.phoneNumberID = phoneNumberID
        self.name = name
    }

    var json: JSON {
        var object = JSONObject()
        object["phone_number_id"] = phoneNumberID.json
        object["name"] = name?.json
        return .object(object)
    }
}

extension AddWhatsAppNumber.Output: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let id = object.required("id", as: WhatsAppPhoneNumber.ID.self)
        let phone = object.required("phone", as: String.self)
        guard let id, let phone, object.isComplete() else { throw object.failure() }
        self.id = id
        self.phone = phone
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["phone"] = phone.json
        return .object(object)
    }
}
