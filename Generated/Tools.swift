// Generated from integration.yaml by `integration generate`. Do not edit.
// Change the manifest and build, or run: swift package refresh-generated

import IntegrationKit
#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Send a WhatsApp message to a subscriber
///
/// Manifest: `tools.send_whatsapp`
///
/// Handler: `Sources/Meta/Tools/SendWhatsApp.swift`
enum SendWhatsApp: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.send_whatsapp.input`
    struct Input: Sendable {
        /// The channel to send over
        ///
        /// Manifest: `tools.send_whatsapp.input.channel`
        var channel: MessageChannel

        /// The subscription that the message answers
        ///
        /// Manifest: `tools.send_whatsapp.input.subscription`
        var subscription: MessageSubscription?

        /// The contact that the message is for
        ///
        /// Manifest: `tools.send_whatsapp.input.contact`
        var contact: MessageContact?

        /// Where the message goes
        ///
        /// Manifest: `tools.send_whatsapp.input.recipient`
        var recipient: MessageRecipient?

        /// The message itself
        ///
        /// Manifest: `tools.send_whatsapp.input.message`
        var message: MessageContent

        /// More than text; message.content is its caption or body
        ///
        /// Manifest: `tools.send_whatsapp.input.rich`
        var rich: WhatsAppRich?

        /// Meta's id of the message that this one answers
        ///
        /// Manifest: `tools.send_whatsapp.input.reply_to`
        var replyTo: String?

        /// Whether the first link is shown with a preview
        ///
        /// Manifest: `tools.send_whatsapp.input.link_previews`
        var linkPreviews: Bool = true

        /// An approved template as list_whatsapp_template_offers gave it
        ///
        /// Manifest: `tools.send_whatsapp.input.template`
        var template: MessageTemplateUse?
    }

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
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer, .channel],
        limits: [
            LimitUse(Meta.Limits.whatsAppNumber, key: ["channel", "identifierValue"]),
            LimitUse(Meta.Limits.whatsAppPair, keys: [["channel", "identifierValue"], ["recipient", "address"]]),
        ])

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
        "size":{"type":"integer","description":"The file's size in bytes"},\#
        "fileId":{"type":["string","null"],"description":"The file as the platform keeps it"},\#
        "reference":{"type":["string","null"],\#
        "description":"The provider's id of the file once it has been handed over"}},\#
        "required":["filename","url","mimeType","size"],"additionalProperties":false},\#
        "description":"Files that go with the message"}},"required":["id","content"],\#
        "additionalProperties":false,"description":"The message itself"},\#
        "rich":{\#
        "anyOf":[\#
        {"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"image"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"video"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"audio"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "voice":{"type":"boolean","description":"Whether it is shown as a voice message","default":false}},\#
        "required":["type"],"additionalProperties":false,"description":"A sound."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"document"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"sticker"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"location"},"latitude":{"type":"number","description":"In degrees"},\#
        "longitude":{"type":"number","description":"In degrees"},\#
        "name":{"type":["string","null"],"description":"What it is called"},\#
        "address":{"type":["string","null"],"description":"Where it is, in words"}},\#
        "required":["type","latitude","longitude"],"additionalProperties":false,"description":"A place."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"contacts"},\#
        "contacts":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"name":{"type":"string","description":"Name of the person"},\#
        "phones":{"type":"array","items":{"type":"string"},"description":"Phone numbers","default":[]},\#
        "emails":{"type":"array","items":{"type":"string"},"description":"E-mail addresses","default":[]},\#
        "company":{"type":["string","null"],"description":"Company of the person"}},"required":["name"],\#
        "additionalProperties":false},"description":"The cards"}},"required":["type","contacts"],\#
        "additionalProperties":false,"description":"Cards of an address book."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"reaction"},\#
        "message_id":{"type":"string","description":"Meta's id of the message"},\#
        "emoji":{"type":["string","null"],\#
        "description":"One emoji; without it the reaction is taken back"}},"required":["type","message_id"],\#
        "additionalProperties":false,"description":"An emoji on a message."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"buttons"},\#
        "header":{"type":["string","null"],"description":"A text above"},\#
        "header_file":{"type":["object","null"],\#
        "properties":{\#
        "kind":{"type":"string","enum":["IMAGE","VIDEO","DOCUMENT"],"description":"What it is"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["kind"],\#
        "additionalProperties":false,"description":"A picture, film or document above"},\#
        "footer":{"type":["string","null"],"description":"A text below"},\#
        "buttons":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"id":{"type":"string","description":"Comes back with the answer"},\#
        "title":{"type":"string","description":"What is on it"},\#
        "description":{"type":["string","null"],"description":"A second line, of rows only"}},\#
        "required":["id","title"],"additionalProperties":false},"description":"The buttons"}},\#
        "required":["type","buttons"],"additionalProperties":false,\#
        "description":"A text with one to three buttons."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"list"},\#
        "header":{"type":["string","null"],"description":"A text above"},\#
        "footer":{"type":["string","null"],"description":"A text below"},\#
        "button":{"type":"string","description":"What opens the list"},\#
        "sections":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{\#
        "title":{"type":["string","null"],"description":"Heading; needed when there are several"},\#
        "rows":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"id":{"type":"string","description":"Comes back with the answer"},\#
        "title":{"type":"string","description":"What is on it"},\#
        "description":{"type":["string","null"],"description":"A second line, of rows only"}},\#
        "required":["id","title"],"additionalProperties":false},"description":"Its rows"}},\#
        "required":["rows"],"additionalProperties":false},"description":"The parts of the list"}},\#
        "required":["type","button","sections"],"additionalProperties":false,\#
        "description":"A text with a list to choose from."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"link"},\#
        "header":{"type":["string","null"],"description":"A text above"},\#
        "header_file":{"type":["object","null"],\#
        "properties":{\#
        "kind":{"type":"string","enum":["IMAGE","VIDEO","DOCUMENT"],"description":"What it is"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["kind"],\#
        "additionalProperties":false,"description":"A picture, film or document above"},\#
        "footer":{"type":["string","null"],"description":"A text below"},\#
        "title":{"type":"string","description":"What is on the button"},\#
        "url":{"type":"string","description":"What it opens"}},"required":["type","title","url"],\#
        "additionalProperties":false,"description":"A text with a button that opens an address."},\#
        {"type":"object","properties":{"type":{"const":"location_request"}},"required":["type"],\#
        "additionalProperties":false},\#
        {"type":"object",\#
        "properties":{"type":{"const":"flow"},"flow_id":{"type":"string","description":"Id of the flow"},\#
        "button":{"type":"string","description":"What opens it"},\#
        "token":{"type":["string","null"],"description":"Comes back with the answers"},\#
        "screen":{"type":["string","null"],"description":"The first screen"},\#
        "data":{"type":["object","null"],"description":"What the first screen is given"}},\#
        "required":["type","flow_id","button"],"additionalProperties":false,\#
        "description":"A form that was made in Meta's tools."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"product"},\#
        "catalog_id":{"type":"string","description":"Id of the catalogue"},\#
        "product_id":{"type":"string","description":"Id of the product there"}},\#
        "required":["type","catalog_id","product_id"],"additionalProperties":false,\#
        "description":"A product of a catalogue."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"products"},"header":{"type":"string","description":"A text above"},\#
        "footer":{"type":["string","null"],"description":"A text below"},\#
        "catalog_id":{"type":"string","description":"Id of the catalogue"},\#
        "sections":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"title":{"type":"string","description":"The heading"},\#
        "product_ids":{"type":"array","items":{"type":"string"},"description":"Ids of the products"}},\#
        "required":["title","product_ids"],"additionalProperties":false},"description":"The products"}},\#
        "required":["type","header","catalog_id","sections"],"additionalProperties":false,\#
        "description":"Products of a catalogue to choose from."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"catalog"},\#
        "product_id":{"type":["string","null"],"description":"The product that it is shown by"}},\#
        "required":["type"],"additionalProperties":false,"description":"A whole catalogue."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"carousel"},\#
        "cards":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{\#
        "kind":{"type":"string","enum":["IMAGE","VIDEO"],\#
        "description":"What it shows; the same in all cards","default":"IMAGE"},\#
        "media_url":{"type":"string","description":"https address of the picture or film"},\#
        "text":{"type":["string","null"],"description":"A text below"},\#
        "title":{"type":"string","description":"What is on the button"},\#
        "url":{"type":"string","description":"What it opens"}},"required":["media_url","title","url"],\#
        "additionalProperties":false},"description":"Two to ten cards"}},"required":["type","cards"],\#
        "additionalProperties":false,"description":"Pictures or films side by side, each with a link."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"address_request"},\#
        "country":{"type":"string","description":"Where: IN or SG"},\#
        "prefill":{"type":["object","null"],"description":"What the form is filled in with"},\#
        "saved":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"id":{"type":"string","description":"Comes back with the answer"},\#
        "address":{"type":"object","description":"The address, by field"}},"required":["id","address"],\#
        "additionalProperties":false},"description":"Addresses to choose from","default":[]},\#
        "problems":{"type":["object","null"],\#
        "description":"What was wrong with an address that they sent before, by field"}},\#
        "required":["type","country"],"additionalProperties":false,\#
        "description":"A form for a postal address."},\#
        {"type":"object","properties":{"type":{"const":"call_permission_request"}},"required":["type"],\#
        "additionalProperties":false},\#
        {"type":"object",\#
        "properties":{"type":{"const":"call"},\#
        "title":{"type":["string","null"],\#
        "description":"What is on the button; without it WhatsApp's own words"},\#
        "minutes":{"type":["integer","null"],\#
        "description":"How long it can be pressed; seven days without it"},\#
        "payload":{"type":["string","null"],"description":"Comes back with the call"}},"required":["type"],\#
        "additionalProperties":false,"description":"A button that calls the business over WhatsApp."},\#
        {"type":"object","properties":{"type":{"const":"contact_request"}},"required":["type"],\#
        "additionalProperties":false},\#
        {"type":"object",\#
        "properties":{"type":{"const":"template"},\#
        "name":{"type":"string","description":"Name of the template"},\#
        "language":{"type":"string","description":"Its language, en_GB"},\#
        "header":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"text"},"text":{"type":"string","description":"The text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},"required":["type","text"],\#
        "additionalProperties":false,"description":"A text."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"currency"},\#
        "fallback":{"type":"string","description":"As text, where it cannot be written otherwise"},\#
        "code":{"type":"string","pattern":"^[A-Z]{3}$","description":"ISO 4217"},\#
        "amount":{"type":"integer","description":"In thousandths"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback","code","amount"],"additionalProperties":false,\#
        "description":"An amount of money."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"date_time"},"fallback":{"type":"string","description":"As text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback"],"additionalProperties":false,"description":"A date or a time."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"image"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"video"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"document"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"location"},"latitude":{"type":"number","description":"In degrees"},\#
        "longitude":{"type":"number","description":"In degrees"},\#
        "name":{"type":["string","null"],"description":"What it is called"},\#
        "address":{"type":["string","null"],"description":"Where it is, in words"}},\#
        "required":["type","latitude","longitude"],"additionalProperties":false,"description":"A place."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"product"},\#
        "product_id":{"type":"string","description":"Id of the product"},\#
        "catalog_id":{"type":["string","null"],"description":"Id of the catalogue"}},\#
        "required":["type","product_id"],"additionalProperties":false,"description":"A product."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"group"},\#
        "group_id":{"type":"string","description":"Id of the group"}},"required":["type","group_id"],\#
        "additionalProperties":false,"description":"A group that people are invited to."}],\#
        "discriminator":{"propertyName":"type"}},"description":"For the header","default":[]},\#
        "body":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"text"},"text":{"type":"string","description":"The text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},"required":["type","text"],\#
        "additionalProperties":false,"description":"A text."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"currency"},\#
        "fallback":{"type":"string","description":"As text, where it cannot be written otherwise"},\#
        "code":{"type":"string","pattern":"^[A-Z]{3}$","description":"ISO 4217"},\#
        "amount":{"type":"integer","description":"In thousandths"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback","code","amount"],"additionalProperties":false,\#
        "description":"An amount of money."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"date_time"},"fallback":{"type":"string","description":"As text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback"],"additionalProperties":false,"description":"A date or a time."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"image"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"video"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"document"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"location"},"latitude":{"type":"number","description":"In degrees"},\#
        "longitude":{"type":"number","description":"In degrees"},\#
        "name":{"type":["string","null"],"description":"What it is called"},\#
        "address":{"type":["string","null"],"description":"Where it is, in words"}},\#
        "required":["type","latitude","longitude"],"additionalProperties":false,"description":"A place."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"product"},\#
        "product_id":{"type":"string","description":"Id of the product"},\#
        "catalog_id":{"type":["string","null"],"description":"Id of the catalogue"}},\#
        "required":["type","product_id"],"additionalProperties":false,"description":"A product."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"group"},\#
        "group_id":{"type":"string","description":"Id of the group"}},"required":["type","group_id"],\#
        "additionalProperties":false,"description":"A group that people are invited to."}],\#
        "discriminator":{"propertyName":"type"}},"description":"For the body, in order","default":[]},\#
        "buttons":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"quick_reply"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "payload":{"type":"string","description":"What comes back"}},"required":["type","index","payload"],\#
        "additionalProperties":false,"description":"What comes back when a quick reply is pressed."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"url"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "suffix":{"type":"string","description":"What follows the template's address"}},\#
        "required":["type","index","suffix"],"additionalProperties":false,\#
        "description":"The end of an address."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"copy_code"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "code":{"type":"string","maxLength":15,"description":"The code"}},\#
        "required":["type","index","code"],"additionalProperties":false,"description":"A code to copy."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"flow"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "token":{"type":["string","null"],"description":"Comes back with the answers"},\#
        "data":{"type":["object","null"],"description":"What the first screen is given"}},\#
        "required":["type","index"],"additionalProperties":false,\#
        "description":"What a flow is opened with."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"catalog"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "product_id":{"type":["string","null"],"description":"The product that it is shown by"}},\#
        "required":["type","index"],"additionalProperties":false,\#
        "description":"What a catalogue is shown by."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"products"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "product_id":{"type":"string","description":"The product that they are shown by"},\#
        "sections":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"title":{"type":"string","description":"The heading"},\#
        "product_ids":{"type":"array","items":{"type":"string"},"description":"Ids of the products"}},\#
        "required":["title","product_ids"],"additionalProperties":false},"description":"The products"}},\#
        "required":["type","index","product_id","sections"],"additionalProperties":false,\#
        "description":"Products that a button shows."}],"discriminator":{"propertyName":"type"}},\#
        "description":"For the buttons","default":[]},\#
        "cards":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{\#
        "header":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"text"},"text":{"type":"string","description":"The text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},"required":["type","text"],\#
        "additionalProperties":false,"description":"A text."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"currency"},\#
        "fallback":{"type":"string","description":"As text, where it cannot be written otherwise"},\#
        "code":{"type":"string","pattern":"^[A-Z]{3}$","description":"ISO 4217"},\#
        "amount":{"type":"integer","description":"In thousandths"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback","code","amount"],"additionalProperties":false,\#
        "description":"An amount of money."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"date_time"},"fallback":{"type":"string","description":"As text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback"],"additionalProperties":false,"description":"A date or a time."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"image"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"video"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"document"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"location"},"latitude":{"type":"number","description":"In degrees"},\#
        "longitude":{"type":"number","description":"In degrees"},\#
        "name":{"type":["string","null"],"description":"What it is called"},\#
        "address":{"type":["string","null"],"description":"Where it is, in words"}},\#
        "required":["type","latitude","longitude"],"additionalProperties":false,"description":"A place."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"product"},\#
        "product_id":{"type":"string","description":"Id of the product"},\#
        "catalog_id":{"type":["string","null"],"description":"Id of the catalogue"}},\#
        "required":["type","product_id"],"additionalProperties":false,"description":"A product."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"group"},\#
        "group_id":{"type":"string","description":"Id of the group"}},"required":["type","group_id"],\#
        "additionalProperties":false,"description":"A group that people are invited to."}],\#
        "discriminator":{"propertyName":"type"}},"description":"For the header","default":[]},\#
        "body":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"text"},"text":{"type":"string","description":"The text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},"required":["type","text"],\#
        "additionalProperties":false,"description":"A text."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"currency"},\#
        "fallback":{"type":"string","description":"As text, where it cannot be written otherwise"},\#
        "code":{"type":"string","pattern":"^[A-Z]{3}$","description":"ISO 4217"},\#
        "amount":{"type":"integer","description":"In thousandths"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback","code","amount"],"additionalProperties":false,\#
        "description":"An amount of money."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"date_time"},"fallback":{"type":"string","description":"As text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback"],"additionalProperties":false,"description":"A date or a time."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"image"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"video"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"document"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"location"},"latitude":{"type":"number","description":"In degrees"},\#
        "longitude":{"type":"number","description":"In degrees"},\#
        "name":{"type":["string","null"],"description":"What it is called"},\#
        "address":{"type":["string","null"],"description":"Where it is, in words"}},\#
        "required":["type","latitude","longitude"],"additionalProperties":false,"description":"A place."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"product"},\#
        "product_id":{"type":"string","description":"Id of the product"},\#
        "catalog_id":{"type":["string","null"],"description":"Id of the catalogue"}},\#
        "required":["type","product_id"],"additionalProperties":false,"description":"A product."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"group"},\#
        "group_id":{"type":"string","description":"Id of the group"}},"required":["type","group_id"],\#
        "additionalProperties":false,"description":"A group that people are invited to."}],\#
        "discriminator":{"propertyName":"type"}},"description":"For the body, in order","default":[]},\#
        "buttons":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"quick_reply"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "payload":{"type":"string","description":"What comes back"}},"required":["type","index","payload"],\#
        "additionalProperties":false,"description":"What comes back when a quick reply is pressed."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"url"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "suffix":{"type":"string","description":"What follows the template's address"}},\#
        "required":["type","index","suffix"],"additionalProperties":false,\#
        "description":"The end of an address."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"copy_code"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "code":{"type":"string","maxLength":15,"description":"The code"}},\#
        "required":["type","index","code"],"additionalProperties":false,"description":"A code to copy."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"flow"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "token":{"type":["string","null"],"description":"Comes back with the answers"},\#
        "data":{"type":["object","null"],"description":"What the first screen is given"}},\#
        "required":["type","index"],"additionalProperties":false,\#
        "description":"What a flow is opened with."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"catalog"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "product_id":{"type":["string","null"],"description":"The product that it is shown by"}},\#
        "required":["type","index"],"additionalProperties":false,\#
        "description":"What a catalogue is shown by."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"products"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "product_id":{"type":"string","description":"The product that they are shown by"},\#
        "sections":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"title":{"type":"string","description":"The heading"},\#
        "product_ids":{"type":"array","items":{"type":"string"},"description":"Ids of the products"}},\#
        "required":["title","product_ids"],"additionalProperties":false},"description":"The products"}},\#
        "required":["type","index","product_id","sections"],"additionalProperties":false,\#
        "description":"Products that a button shows."}],"discriminator":{"propertyName":"type"}},\#
        "description":"For the buttons","default":[]}},"additionalProperties":false},\#
        "description":"For the cards of a carousel","default":[]},\#
        "offer_ends_at":{"type":["string","null"],"format":"date-time",\#
        "description":"End of a limited-time offer"}},"required":["type","name","language"],\#
        "additionalProperties":false,"description":"An approved template with its variables filled in."}],\#
        "discriminator":{"propertyName":"type"}},{"type":"null"}],\#
        "description":"More than text; message.content is its caption or body"},\#
        "reply_to":{"type":["string","null"],\#
        "description":"Meta's id of the message that this one answers"},\#
        "link_previews":{"type":"boolean","description":"Whether the first link is shown with a preview",\#
        "default":true},\#
        "template":{"type":["object","null"],\#
        "properties":{"id":{"type":"string","description":"The id of the text"},\#
        "texts":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"name":{"type":"string","description":"The variable's name"},\#
        "text":{"type":"string","description":"What is filled in"}},"required":["name","text"],\#
        "additionalProperties":false},"description":"What is filled in"}},"required":["id","texts"],\#
        "additionalProperties":false,\#
        "description":"An approved template as list_whatsapp_template_offers gave it"}},\#
        "required":["channel","message"],"additionalProperties":false}
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

extension SendWhatsApp.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let channel = object.required("channel", as: MessageChannel.self)
        let subscription = object.optional("subscription", as: MessageSubscription.self)
        let contact = object.optional("contact", as: MessageContact.self)
        let recipient = object.optional("recipient", as: MessageRecipient.self)
        let message = object.required("message", as: MessageContent.self)
        let rich = object.optional("rich", as: WhatsAppRich.self)
        let replyTo = object.optional("reply_to", as: String.self)
        let linkPreviews = object.defaulted("link_previews", as: Bool.self, default: true)
        let template = object.optional("template", as: MessageTemplateUse.self)
        guard let channel, let message, object.isComplete() else { throw object.failure() }
        self.channel = channel
        self.subscription = subscription
        self.contact = contact
        self.recipient = recipient
        self.message = message
        self.rich = rich
        self.replyTo = replyTo
        self.linkPreviews = linkPreviews
        self.template = template
    }

    var json: JSON {
        var object = JSONObject()
        object["channel"] = channel.json
        object["subscription"] = subscription?.json
        object["contact"] = contact?.json
        object["recipient"] = recipient?.json
        object["message"] = message.json
        object["rich"] = rich?.json
        object["reply_to"] = replyTo?.json
        object["link_previews"] = linkPreviews.json
        object["template"] = template?.json
        return .object(object)
    }
}

/// Send messages to up to 1000 people at once: taken as a whole or not at all, and sent as fast as the limits
/// of the number allow. With a template each recipient has values of their own; without one the rendered bodies
/// are sent as texts.
///
/// Manifest: `tools.send_whatsapp_batch`
///
/// Handler: `Sources/Meta/Tools/SendWhatsAppBatch.swift`
enum SendWhatsAppBatch: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.send_whatsapp_batch.input`
    struct Input: Sendable {
        /// The channel to send over
        ///
        /// Manifest: `tools.send_whatsapp_batch.input.channel`
        var channel: MessageChannel

        /// Where the messages go, and what each says
        ///
        /// Manifest: `tools.send_whatsapp_batch.input.recipients`
        var recipients: [MessageBulkRecipient]

        /// When they are sent; at once without it
        ///
        /// Manifest: `tools.send_whatsapp_batch.input.schedule`
        var schedule: MessageSchedule?

        /// A batch with the same key is taken once
        ///
        /// Manifest: `tools.send_whatsapp_batch.input.batch_key`
        var batchKey: String?

        /// What is sent; the rendered body is then how the message stands in the conversation
        ///
        /// Manifest: `tools.send_whatsapp_batch.input.template`
        var template: WhatsAppTemplate?

        /// For the template, one for each recipient and in their order
        ///
        /// Manifest: `tools.send_whatsapp_batch.input.variables`
        var variables: [TemplateValues]?
    }

    typealias Output = MessageBulkSent

    static let descriptor = ToolDescriptor(
        handle: "send_whatsapp_batch",
        label: "Send WhatsApp to many",
        description: """
            Send messages to up to 1000 people at once: taken as a whole or not at all, and sent as \
            fast as the limits of the number allow. With a template each recipient has values of their \
            own; without one the rendered bodies are sent as texts.
            """,
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: false, isOpenWorld: true),
        timeout: .seconds(60),
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
        "recipients":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"address":{"type":"string","description":"Where the message goes"},\#
        "renderedBody":{"type":"string","description":"What the message says"},\#
        "instanceId":{"type":["string","null"],"description":"The instance that the message is for"},\#
        "threadId":{"type":["string","null"],"description":"The thread of the message"},\#
        "messageId":{"type":["string","null"],"description":"The message's id"},\#
        "contactId":{"type":["string","null"],"description":"The contact's id"}},\#
        "required":["address","renderedBody"],"additionalProperties":false},"minItems":1,"maxItems":10000,\#
        "description":"Where the messages go, and what each says"},\#
        "schedule":{"type":["object","null"],\#
        "properties":{"at":{"type":"string","format":"date-time","description":"The time"}},\#
        "required":["at"],"additionalProperties":false,\#
        "description":"When they are sent; at once without it"},\#
        "batch_key":{"type":["string","null"],"maxLength":200,\#
        "description":"A batch with the same key is taken once"},\#
        "template":{"type":["object","null"],\#
        "properties":{"name":{"type":"string","description":"Name of the template"},\#
        "language":{"type":"string","description":"Its language, en_GB"},\#
        "header":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"text"},"text":{"type":"string","description":"The text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},"required":["type","text"],\#
        "additionalProperties":false,"description":"A text."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"currency"},\#
        "fallback":{"type":"string","description":"As text, where it cannot be written otherwise"},\#
        "code":{"type":"string","pattern":"^[A-Z]{3}$","description":"ISO 4217"},\#
        "amount":{"type":"integer","description":"In thousandths"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback","code","amount"],"additionalProperties":false,\#
        "description":"An amount of money."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"date_time"},"fallback":{"type":"string","description":"As text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback"],"additionalProperties":false,"description":"A date or a time."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"image"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"video"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"document"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"location"},"latitude":{"type":"number","description":"In degrees"},\#
        "longitude":{"type":"number","description":"In degrees"},\#
        "name":{"type":["string","null"],"description":"What it is called"},\#
        "address":{"type":["string","null"],"description":"Where it is, in words"}},\#
        "required":["type","latitude","longitude"],"additionalProperties":false,"description":"A place."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"product"},\#
        "product_id":{"type":"string","description":"Id of the product"},\#
        "catalog_id":{"type":["string","null"],"description":"Id of the catalogue"}},\#
        "required":["type","product_id"],"additionalProperties":false,"description":"A product."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"group"},\#
        "group_id":{"type":"string","description":"Id of the group"}},"required":["type","group_id"],\#
        "additionalProperties":false,"description":"A group that people are invited to."}],\#
        "discriminator":{"propertyName":"type"}},"description":"For the header","default":[]},\#
        "body":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"text"},"text":{"type":"string","description":"The text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},"required":["type","text"],\#
        "additionalProperties":false,"description":"A text."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"currency"},\#
        "fallback":{"type":"string","description":"As text, where it cannot be written otherwise"},\#
        "code":{"type":"string","pattern":"^[A-Z]{3}$","description":"ISO 4217"},\#
        "amount":{"type":"integer","description":"In thousandths"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback","code","amount"],"additionalProperties":false,\#
        "description":"An amount of money."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"date_time"},"fallback":{"type":"string","description":"As text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback"],"additionalProperties":false,"description":"A date or a time."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"image"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"video"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"document"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"location"},"latitude":{"type":"number","description":"In degrees"},\#
        "longitude":{"type":"number","description":"In degrees"},\#
        "name":{"type":["string","null"],"description":"What it is called"},\#
        "address":{"type":["string","null"],"description":"Where it is, in words"}},\#
        "required":["type","latitude","longitude"],"additionalProperties":false,"description":"A place."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"product"},\#
        "product_id":{"type":"string","description":"Id of the product"},\#
        "catalog_id":{"type":["string","null"],"description":"Id of the catalogue"}},\#
        "required":["type","product_id"],"additionalProperties":false,"description":"A product."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"group"},\#
        "group_id":{"type":"string","description":"Id of the group"}},"required":["type","group_id"],\#
        "additionalProperties":false,"description":"A group that people are invited to."}],\#
        "discriminator":{"propertyName":"type"}},"description":"For the body, in order","default":[]},\#
        "buttons":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"quick_reply"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "payload":{"type":"string","description":"What comes back"}},"required":["type","index","payload"],\#
        "additionalProperties":false,"description":"What comes back when a quick reply is pressed."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"url"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "suffix":{"type":"string","description":"What follows the template's address"}},\#
        "required":["type","index","suffix"],"additionalProperties":false,\#
        "description":"The end of an address."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"copy_code"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "code":{"type":"string","maxLength":15,"description":"The code"}},\#
        "required":["type","index","code"],"additionalProperties":false,"description":"A code to copy."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"flow"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "token":{"type":["string","null"],"description":"Comes back with the answers"},\#
        "data":{"type":["object","null"],"description":"What the first screen is given"}},\#
        "required":["type","index"],"additionalProperties":false,\#
        "description":"What a flow is opened with."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"catalog"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "product_id":{"type":["string","null"],"description":"The product that it is shown by"}},\#
        "required":["type","index"],"additionalProperties":false,\#
        "description":"What a catalogue is shown by."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"products"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "product_id":{"type":"string","description":"The product that they are shown by"},\#
        "sections":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"title":{"type":"string","description":"The heading"},\#
        "product_ids":{"type":"array","items":{"type":"string"},"description":"Ids of the products"}},\#
        "required":["title","product_ids"],"additionalProperties":false},"description":"The products"}},\#
        "required":["type","index","product_id","sections"],"additionalProperties":false,\#
        "description":"Products that a button shows."}],"discriminator":{"propertyName":"type"}},\#
        "description":"For the buttons","default":[]},\#
        "cards":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{\#
        "header":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"text"},"text":{"type":"string","description":"The text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},"required":["type","text"],\#
        "additionalProperties":false,"description":"A text."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"currency"},\#
        "fallback":{"type":"string","description":"As text, where it cannot be written otherwise"},\#
        "code":{"type":"string","pattern":"^[A-Z]{3}$","description":"ISO 4217"},\#
        "amount":{"type":"integer","description":"In thousandths"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback","code","amount"],"additionalProperties":false,\#
        "description":"An amount of money."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"date_time"},"fallback":{"type":"string","description":"As text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback"],"additionalProperties":false,"description":"A date or a time."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"image"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"video"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"document"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"location"},"latitude":{"type":"number","description":"In degrees"},\#
        "longitude":{"type":"number","description":"In degrees"},\#
        "name":{"type":["string","null"],"description":"What it is called"},\#
        "address":{"type":["string","null"],"description":"Where it is, in words"}},\#
        "required":["type","latitude","longitude"],"additionalProperties":false,"description":"A place."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"product"},\#
        "product_id":{"type":"string","description":"Id of the product"},\#
        "catalog_id":{"type":["string","null"],"description":"Id of the catalogue"}},\#
        "required":["type","product_id"],"additionalProperties":false,"description":"A product."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"group"},\#
        "group_id":{"type":"string","description":"Id of the group"}},"required":["type","group_id"],\#
        "additionalProperties":false,"description":"A group that people are invited to."}],\#
        "discriminator":{"propertyName":"type"}},"description":"For the header","default":[]},\#
        "body":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"text"},"text":{"type":"string","description":"The text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},"required":["type","text"],\#
        "additionalProperties":false,"description":"A text."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"currency"},\#
        "fallback":{"type":"string","description":"As text, where it cannot be written otherwise"},\#
        "code":{"type":"string","pattern":"^[A-Z]{3}$","description":"ISO 4217"},\#
        "amount":{"type":"integer","description":"In thousandths"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback","code","amount"],"additionalProperties":false,\#
        "description":"An amount of money."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"date_time"},"fallback":{"type":"string","description":"As text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback"],"additionalProperties":false,"description":"A date or a time."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"image"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"video"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"document"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"location"},"latitude":{"type":"number","description":"In degrees"},\#
        "longitude":{"type":"number","description":"In degrees"},\#
        "name":{"type":["string","null"],"description":"What it is called"},\#
        "address":{"type":["string","null"],"description":"Where it is, in words"}},\#
        "required":["type","latitude","longitude"],"additionalProperties":false,"description":"A place."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"product"},\#
        "product_id":{"type":"string","description":"Id of the product"},\#
        "catalog_id":{"type":["string","null"],"description":"Id of the catalogue"}},\#
        "required":["type","product_id"],"additionalProperties":false,"description":"A product."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"group"},\#
        "group_id":{"type":"string","description":"Id of the group"}},"required":["type","group_id"],\#
        "additionalProperties":false,"description":"A group that people are invited to."}],\#
        "discriminator":{"propertyName":"type"}},"description":"For the body, in order","default":[]},\#
        "buttons":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"quick_reply"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "payload":{"type":"string","description":"What comes back"}},"required":["type","index","payload"],\#
        "additionalProperties":false,"description":"What comes back when a quick reply is pressed."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"url"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "suffix":{"type":"string","description":"What follows the template's address"}},\#
        "required":["type","index","suffix"],"additionalProperties":false,\#
        "description":"The end of an address."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"copy_code"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "code":{"type":"string","maxLength":15,"description":"The code"}},\#
        "required":["type","index","code"],"additionalProperties":false,"description":"A code to copy."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"flow"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "token":{"type":["string","null"],"description":"Comes back with the answers"},\#
        "data":{"type":["object","null"],"description":"What the first screen is given"}},\#
        "required":["type","index"],"additionalProperties":false,\#
        "description":"What a flow is opened with."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"catalog"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "product_id":{"type":["string","null"],"description":"The product that it is shown by"}},\#
        "required":["type","index"],"additionalProperties":false,\#
        "description":"What a catalogue is shown by."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"products"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "product_id":{"type":"string","description":"The product that they are shown by"},\#
        "sections":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"title":{"type":"string","description":"The heading"},\#
        "product_ids":{"type":"array","items":{"type":"string"},"description":"Ids of the products"}},\#
        "required":["title","product_ids"],"additionalProperties":false},"description":"The products"}},\#
        "required":["type","index","product_id","sections"],"additionalProperties":false,\#
        "description":"Products that a button shows."}],"discriminator":{"propertyName":"type"}},\#
        "description":"For the buttons","default":[]}},"additionalProperties":false},\#
        "description":"For the cards of a carousel","default":[]},\#
        "offer_ends_at":{"type":["string","null"],"format":"date-time",\#
        "description":"End of a limited-time offer"}},"required":["name","language"],\#
        "additionalProperties":false,\#
        "description":"What is sent; the rendered body is then how the message stands in the conversation"},\#
        "variables":{"type":["array","null"],\#
        "items":{"type":"object",\#
        "properties":{\#
        "header":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"text"},"text":{"type":"string","description":"The text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},"required":["type","text"],\#
        "additionalProperties":false,"description":"A text."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"currency"},\#
        "fallback":{"type":"string","description":"As text, where it cannot be written otherwise"},\#
        "code":{"type":"string","pattern":"^[A-Z]{3}$","description":"ISO 4217"},\#
        "amount":{"type":"integer","description":"In thousandths"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback","code","amount"],"additionalProperties":false,\#
        "description":"An amount of money."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"date_time"},"fallback":{"type":"string","description":"As text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback"],"additionalProperties":false,"description":"A date or a time."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"image"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"video"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"document"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"location"},"latitude":{"type":"number","description":"In degrees"},\#
        "longitude":{"type":"number","description":"In degrees"},\#
        "name":{"type":["string","null"],"description":"What it is called"},\#
        "address":{"type":["string","null"],"description":"Where it is, in words"}},\#
        "required":["type","latitude","longitude"],"additionalProperties":false,"description":"A place."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"product"},\#
        "product_id":{"type":"string","description":"Id of the product"},\#
        "catalog_id":{"type":["string","null"],"description":"Id of the catalogue"}},\#
        "required":["type","product_id"],"additionalProperties":false,"description":"A product."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"group"},\#
        "group_id":{"type":"string","description":"Id of the group"}},"required":["type","group_id"],\#
        "additionalProperties":false,"description":"A group that people are invited to."}],\#
        "discriminator":{"propertyName":"type"}},"description":"For the header","default":[]},\#
        "body":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"text"},"text":{"type":"string","description":"The text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},"required":["type","text"],\#
        "additionalProperties":false,"description":"A text."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"currency"},\#
        "fallback":{"type":"string","description":"As text, where it cannot be written otherwise"},\#
        "code":{"type":"string","pattern":"^[A-Z]{3}$","description":"ISO 4217"},\#
        "amount":{"type":"integer","description":"In thousandths"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback","code","amount"],"additionalProperties":false,\#
        "description":"An amount of money."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"date_time"},"fallback":{"type":"string","description":"As text"},\#
        "name":{"type":["string","null"],"description":"Of a named variable"}},\#
        "required":["type","fallback"],"additionalProperties":false,"description":"A date or a time."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"image"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"video"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"document"},\#
        "media_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"},\#
        "filename":{"type":["string","null"],"description":"Name of a document"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded, or one that WhatsApp fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"location"},"latitude":{"type":"number","description":"In degrees"},\#
        "longitude":{"type":"number","description":"In degrees"},\#
        "name":{"type":["string","null"],"description":"What it is called"},\#
        "address":{"type":["string","null"],"description":"Where it is, in words"}},\#
        "required":["type","latitude","longitude"],"additionalProperties":false,"description":"A place."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"product"},\#
        "product_id":{"type":"string","description":"Id of the product"},\#
        "catalog_id":{"type":["string","null"],"description":"Id of the catalogue"}},\#
        "required":["type","product_id"],"additionalProperties":false,"description":"A product."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"group"},\#
        "group_id":{"type":"string","description":"Id of the group"}},"required":["type","group_id"],\#
        "additionalProperties":false,"description":"A group that people are invited to."}],\#
        "discriminator":{"propertyName":"type"}},"description":"For the body, in order","default":[]},\#
        "buttons":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"quick_reply"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "payload":{"type":"string","description":"What comes back"}},"required":["type","index","payload"],\#
        "additionalProperties":false,"description":"What comes back when a quick reply is pressed."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"url"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "suffix":{"type":"string","description":"What follows the template's address"}},\#
        "required":["type","index","suffix"],"additionalProperties":false,\#
        "description":"The end of an address."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"copy_code"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "code":{"type":"string","maxLength":15,"description":"The code"}},\#
        "required":["type","index","code"],"additionalProperties":false,"description":"A code to copy."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"flow"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "token":{"type":["string","null"],"description":"Comes back with the answers"},\#
        "data":{"type":["object","null"],"description":"What the first screen is given"}},\#
        "required":["type","index"],"additionalProperties":false,\#
        "description":"What a flow is opened with."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"catalog"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "product_id":{"type":["string","null"],"description":"The product that it is shown by"}},\#
        "required":["type","index"],"additionalProperties":false,\#
        "description":"What a catalogue is shown by."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"products"},\#
        "index":{"type":"integer","minimum":0,"maximum":9,"description":"Place among the buttons, from 0"},\#
        "product_id":{"type":"string","description":"The product that they are shown by"},\#
        "sections":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"title":{"type":"string","description":"The heading"},\#
        "product_ids":{"type":"array","items":{"type":"string"},"description":"Ids of the products"}},\#
        "required":["title","product_ids"],"additionalProperties":false},"description":"The products"}},\#
        "required":["type","index","product_id","sections"],"additionalProperties":false,\#
        "description":"Products that a button shows."}],"discriminator":{"propertyName":"type"}},\#
        "description":"For the buttons","default":[]}},"additionalProperties":false},\#
        "description":"For the template, one for each recipient and in their order"}},\#
        "required":["channel","recipients"],"additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "status":{"type":"string","examples":["accepted","failed"],\#
        "description":"Whether the batch was taken"},\#
        "externalChunkId":{"type":["string","null"],\#
        "description":"The provider's id of the batch, to ask for its state"},\#
        "acceptedCount":{"type":"integer","description":"How many were taken"},\#
        "rejectedCount":{"type":["integer","null"],"description":"How many were refused"}},\#
        "required":["status","acceptedCount"]}
        """#
}

extension SendWhatsAppBatch.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let channel = object.required("channel", as: MessageChannel.self)
        let recipients = object.required(
            "recipients", as: [MessageBulkRecipient].self, [.minimumItems(1), .maximumItems(10000)])
        let schedule = object.optional("schedule", as: MessageSchedule.self)
        let batchKey = object.optional("batch_key", as: String.self, [.maximumLength(200)])
        let template = object.optional("template", as: WhatsAppTemplate.self)
        let variables = object.optional("variables", as: [TemplateValues].self)
        guard let channel, let recipients, object.isComplete() else { throw object.failure() }
        self.channel = channel
        self.recipients = recipients
        self.schedule = schedule
        self.batchKey = batchKey
        self.template = template
        self.variables = variables
    }

    var json: JSON {
        var object = JSONObject()
        object["channel"] = channel.json
        object["recipients"] = recipients.json
        object["schedule"] = schedule?.json
        object["batch_key"] = batchKey?.json
        object["template"] = template?.json
        object["variables"] = variables?.json
        return .object(object)
    }
}

/// How the messages of a batch fare; each counts in one of the states
///
/// Manifest: `tools.get_whatsapp_batch_status`
///
/// Handler: `Sources/Meta/Tools/GetWhatsAppBatchStatus.swift`
enum GetWhatsAppBatchStatus: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.get_whatsapp_batch_status.input`
    struct Input: Sendable {
        /// The channel that the batch was sent over
        ///
        /// Manifest: `tools.get_whatsapp_batch_status.input.channel`
        var channel: MessageChannel

        /// The provider's id of the batch
        ///
        /// Manifest: `tools.get_whatsapp_batch_status.input.external_chunk_id`
        var externalChunkID: String

        /// How many messages to leave out; 0 without it
        ///
        /// Manifest: `tools.get_whatsapp_batch_status.input.offset`
        var offset: Int?

        /// How many messages to tell of; all without it
        ///
        /// Manifest: `tools.get_whatsapp_batch_status.input.limit`
        var limit: Int?
    }

    /// Manifest: `tools.get_whatsapp_batch_status.output`
    struct Output: Sendable {
        /// The provider's id of the batch
        ///
        /// Manifest: `tools.get_whatsapp_batch_status.output.external_chunk_id`
        var externalChunkID: String

        /// The provider's word for the state of the batch
        ///
        /// Manifest: `tools.get_whatsapp_batch_status.output.status`
        var status: String

        /// Whether nothing more will change
        ///
        /// Manifest: `tools.get_whatsapp_batch_status.output.complete`
        var complete: Bool

        /// Whether nothing was really sent
        ///
        /// Manifest: `tools.get_whatsapp_batch_status.output.mock`
        var mock: Bool?

        /// How many messages are in which state
        ///
        /// Manifest: `tools.get_whatsapp_batch_status.output.stats`
        var stats: MessageBulkStats?

        /// The state of each message that is known
        ///
        /// Manifest: `tools.get_whatsapp_batch_status.output.messages`
        var messages: [MessageBulkMessage]

        /// Offset of the next messages; absent with the last ones
        ///
        /// Manifest: `tools.get_whatsapp_batch_status.output.next_offset`
        var nextOffset: Int?
    }

    static let descriptor = ToolDescriptor(
        handle: "get_whatsapp_batch_status",
        label: "State of a batch",
        description: "How the messages of a batch fare; each counts in one of the states",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(isReadOnly: true, isOpenWorld: false),
        timeout: .seconds(10),
        triggers: [
            .agent, .workflow, .form, .action, .fieldChange, .pageContext, .schedule, .provision, .developer, .channel,
        ])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "channel":{"type":"object",\#
        "properties":{"id":{"type":"string","description":"The channel's id"},\#
        "handle":{"type":"string","description":"The channel's handle in the manifest"},\#
        "identifierValue":{"type":"string","description":"What identifies the channel"}},\#
        "required":["id","handle","identifierValue"],"additionalProperties":false,\#
        "description":"The channel that the batch was sent over"},\#
        "externalChunkId":{"type":"string","description":"The provider's id of the batch"},\#
        "offset":{"type":["integer","null"],"minimum":0,\#
        "description":"How many messages to leave out; 0 without it"},\#
        "limit":{"type":["integer","null"],"minimum":1,"maximum":1000,\#
        "description":"How many messages to tell of; all without it"}},\#
        "required":["channel","externalChunkId"],"additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{"externalChunkId":{"type":"string","description":"The provider's id of the batch"},\#
        "status":{"type":"string","description":"The provider's word for the state of the batch"},\#
        "complete":{"type":"boolean","description":"Whether nothing more will change"},\#
        "mock":{"type":["boolean","null"],"description":"Whether nothing was really sent"},\#
        "stats":{"type":["object","null"],\#
        "properties":{"total":{"type":["integer","null"],"description":"All messages"},\#
        "recipients":{"type":["integer","null"],"description":"People that messages go to"},\#
        "attempts":{"type":["integer","null"],"description":"Attempts to send"},\#
        "unaddressable":{"type":["integer","null"],"description":"Messages without a usable address"},\#
        "queued":{"type":["integer","null"],"description":"Messages that wait"},\#
        "sent":{"type":["integer","null"],"description":"Messages that left"},\#
        "scheduled":{"type":["integer","null"],"description":"Messages that wait for their time"},\#
        "delivered":{"type":["integer","null"],"description":"Messages that arrived"},\#
        "read":{"type":["integer","null"],"description":"Messages that were read"},\#
        "undelivered":{"type":["integer","null"],"description":"Messages that did not arrive"},\#
        "failed":{"type":["integer","null"],"description":"Messages that could not be sent"},\#
        "canceled":{"type":["integer","null"],"description":"Messages that were called back"}},\#
        "description":"How many messages are in which state"},\#
        "messages":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"address":{"type":"string","description":"Where the message went"},\#
        "status":{"type":"string","description":"The provider's word for its state"},\#
        "messageId":{"type":["string","null"],"description":"The message's id"},\#
        "errorCode":{"type":["string","integer","null"],\#
        "description":"The provider's code of what went wrong"},\#
        "errorMessage":{"type":["string","null"],"description":"What went wrong"}},\#
        "required":["address","status"]},"description":"The state of each message that is known"},\#
        "next_offset":{"type":["integer","null"],\#
        "description":"Offset of the next messages; absent with the last ones"}},\#
        "required":["externalChunkId","status","complete","messages"]}
        """#
}

extension GetWhatsAppBatchStatus.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let channel = object.required("channel", as: MessageChannel.self)
        let externalChunkID = object.required("externalChunkId", as: String.self)
        let offset = object.optional("offset", as: Int.self, [.minimum(0)])
        let limit = object.optional("limit", as: Int.self, [.minimum(1), .maximum(1000)])
        guard let channel, let externalChunkID, object.isComplete() else { throw object.failure() }
        self.channel = channel
        self.externalChunkID = externalChunkID
        self.offset = offset
        self.limit = limit
    }

    var json: JSON {
        var object = JSONObject()
        object["channel"] = channel.json
        object["externalChunkId"] = externalChunkID.json
        object["offset"] = offset?.json
        object["limit"] = limit?.json
        return .object(object)
    }
}

extension GetWhatsAppBatchStatus.Output: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let externalChunkID = object.required("externalChunkId", as: String.self)
        let status = object.required("status", as: String.self)
        let complete = object.required("complete", as: Bool.self)
        let mock = object.optional("mock", as: Bool.self)
        let stats = object.optional("stats", as: MessageBulkStats.self)
        let messages = object.required("messages", as: [MessageBulkMessage].self)
        let nextOffset = object.optional("next_offset", as: Int.self)
        guard
            let externalChunkID, let status, let complete, let messages, object.isComplete()
        else { throw object.failure() }
        self.externalChunkID = externalChunkID
        self.status = status
        self.complete = complete
        self.mock = mock
        self.stats = stats
        self.messages = messages
        self.nextOffset = nextOffset
    }

    var json: JSON {
        var object = JSONObject()
        object["externalChunkId"] = externalChunkID.json
        object["status"] = status.json
        object["complete"] = complete.json
        object["mock"] = mock?.json
        object["stats"] = stats?.json
        object["messages"] = messages.json
        object["next_offset"] = nextOffset?.json
        return .object(object)
    }
}

/// Send a template to a list of people, one a line
///
/// Manifest: `tools.start_whatsapp_batch`
///
/// Handler: `Sources/Meta/Tools/StartWhatsAppBatch.swift`
enum StartWhatsAppBatch: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.start_whatsapp_batch.input`
    struct Input: Sendable {
        /// The number that writes: its id at Meta
        ///
        /// Manifest: `tools.start_whatsapp_batch.input.phone_number_id`
        var phoneNumberID: String

        /// An approved one: its id at Meta
        ///
        /// Manifest: `tools.start_whatsapp_batch.input.template_id`
        var templateID: String

        /// The phone number, then a value for each variable, with semicolons between them.
        ///
        /// Manifest: `tools.start_whatsapp_batch.input.recipients`
        var recipients: [String]
    }

    /// Manifest: `tools.start_whatsapp_batch.output`
    struct Output: Sendable {
        /// The batch's record
        ///
        /// Manifest: `tools.start_whatsapp_batch.output.id`
        var id: MessageBatch.ID
    }

    static let descriptor = ToolDescriptor(
        handle: "start_whatsapp_batch",
        label: "Send to many",
        description: "Send a template to a list of people, one a line",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: false, isOpenWorld: true),
        timeout: .seconds(60),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "phone_number_id":{"type":"string","description":"The number that writes: its id at Meta"},\#
        "template_id":{"type":"string","description":"An approved one: its id at Meta"},\#
        "recipients":{"type":"array","items":{"type":"string"},"minItems":1,"maxItems":1000,\#
        "description":"The phone number, then a value for each variable, with semicolons between them."}},\#
        "required":["phone_number_id","template_id","recipients"],"additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{"id":{"type":"string","x-model":"message_batch","description":"The batch's record"}},\#
        "required":["id"]}
        """#
}

extension StartWhatsAppBatch.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let phoneNumberID = object.required("phone_number_id", as: String.self)
        let templateID = object.required("template_id", as: String.self)
        let recipients = object.required("recipients", as: [String].self, [.minimumItems(1), .maximumItems(1000)])
        guard let phoneNumberID, let templateID, let recipients, object.isComplete() else { throw object.failure() }
        self.phoneNumberID = phoneNumberID
        self.templateID = templateID
        self.recipients = recipients
    }

    var json: JSON {
        var object = JSONObject()
        object["phone_number_id"] = phoneNumberID.json
        object["template_id"] = templateID.json
        object["recipients"] = recipients.json
        return .object(object)
    }
}

extension StartWhatsAppBatch.Output: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let id = object.required("id", as: MessageBatch.ID.self)
        guard let id, object.isComplete() else { throw object.failure() }
        self.id = id
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        return .object(object)
    }
}

/// How many messages of a batch are in which state
///
/// Manifest: `tools.fetch_message_batch`
///
/// Handler: `Sources/Meta/Tools/FetchMessageBatch.swift`
enum FetchMessageBatch: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.fetch_message_batch.input`
    struct Input: Sendable {
        /// The batch's record
        ///
        /// Manifest: `tools.fetch_message_batch.input.batch_id`
        var batchID: String
    }

    /// Manifest: `tools.fetch_message_batch.output`
    struct Output: Sendable {
        /// What is sent
        ///
        /// Manifest: `tools.fetch_message_batch.output.what`
        var what: String

        /// All messages
        ///
        /// Manifest: `tools.fetch_message_batch.output.total`
        var total: Int

        /// Messages that wait
        ///
        /// Manifest: `tools.fetch_message_batch.output.queued`
        var queued: Int

        /// Messages that left and did not arrive yet
        ///
        /// Manifest: `tools.fetch_message_batch.output.sent`
        var sent: Int

        /// Messages that arrived and were not read yet
        ///
        /// Manifest: `tools.fetch_message_batch.output.delivered`
        var delivered: Int

        /// Messages that were read
        ///
        /// Manifest: `tools.fetch_message_batch.output.read`
        var read: Int

        /// Messages that could not be sent or did not arrive
        ///
        /// Manifest: `tools.fetch_message_batch.output.failed`
        var failed: Int

        /// Messages of which it is not known whether they left
        ///
        /// Manifest: `tools.fetch_message_batch.output.unknown`
        var unknown: Int
    }

    static let descriptor = ToolDescriptor(
        handle: "fetch_message_batch",
        label: "Batch",
        description: "How many messages of a batch are in which state",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(isReadOnly: true, isOpenWorld: false),
        timeout: .seconds(10),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .pageContext, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object","properties":{"batch_id":{"type":"string","description":"The batch's record"}},\#
        "required":["batch_id"],"additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{"what":{"type":"string","description":"What is sent"},\#
        "total":{"type":"integer","description":"All messages"},\#
        "queued":{"type":"integer","description":"Messages that wait"},\#
        "sent":{"type":"integer","description":"Messages that left and did not arrive yet"},\#
        "delivered":{"type":"integer","description":"Messages that arrived and were not read yet"},\#
        "read":{"type":"integer","description":"Messages that were read"},\#
        "failed":{"type":"integer","description":"Messages that could not be sent or did not arrive"},\#
        "unknown":{"type":"integer","description":"Messages of which it is not known whether they left"}},\#
        "required":["what","total","queued","sent","delivered","read","failed","unknown"]}
        """#
}

extension FetchMessageBatch.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let batchID = object.required("batch_id", as: String.self)
        guard let batchID, object.isComplete() else { throw object.failure() }
        self.batchID = batchID
    }

    var json: JSON {
        var object = JSONObject()
        object["batch_id"] = batchID.json
        return .object(object)
    }
}

extension FetchMessageBatch.Output: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let what = object.required("what", as: String.self)
        let total = object.required("total", as: Int.self)
        let queued = object.required("queued", as: Int.self)
        let sent = object.required("sent", as: Int.self)
        let delivered = object.required("delivered", as: Int.self)
        let read = object.required("read", as: Int.self)
        let failed = object.required("failed", as: Int.self)
        let unknown = object.required("unknown", as: Int.self)
        guard
            let what,
            let total,
            let queued,
            let sent,
            let delivered,
            let read,
            let failed,
            let unknown,
            object.isComplete()
        else { throw object.failure() }
        self.what = what
        self.total = total
        self.queued = queued
        self.sent = sent
        self.delivered = delivered
        self.read = read
        self.failed = failed
        self.unknown = unknown
    }

    var json: JSON {
        var object = JSONObject()
        object["what"] = what.json
        object["total"] = total.json
        object["queued"] = queued.json
        object["sent"] = sent.json
        object["delivered"] = delivered.json
        object["read"] = read.json
        object["failed"] = failed.json
        object["unknown"] = unknown.json
        return .object(object)
    }
}

/// How each message of a batch fares
///
/// Manifest: `tools.list_batch_messages`
///
/// Handler: `Sources/Meta/Tools/ListBatchMessages.swift`
enum ListBatchMessages: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.list_batch_messages.input`
    struct Input: Sendable {
        /// The batch's record
        ///
        /// Manifest: `tools.list_batch_messages.input.batch_id`
        var batchID: String
    }

    typealias Output = [BatchMessage]

    static let descriptor = ToolDescriptor(
        handle: "list_batch_messages",
        label: "Messages of a batch",
        description: "How each message of a batch fares",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(isReadOnly: true, isOpenWorld: false),
        timeout: .seconds(10),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .pageContext, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object","properties":{"batch_id":{"type":"string","description":"The batch's record"}},\#
        "required":["batch_id"],"additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "items":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"address":{"type":"string","description":"Who it goes to"},\#
        "status":{"type":"string","examples":["QUEUED","SENT","DELIVERED","READ","FAILED","UNKNOWN"],\#
        "description":"How it fares"},"reason":{"type":["string","null"],"description":"Why it failed"}},\#
        "required":["address","status"]}}},"required":["items"]}
        """#
}

extension ListBatchMessages.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let batchID = object.required("batch_id", as: String.self)
        guard let batchID, object.isComplete() else { throw object.failure() }
        self.batchID = batchID
    }

    var json: JSON {
        var object = JSONObject()
        object["batch_id"] = batchID.json
        return .object(object)
    }
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
        /// Of the connected WhatsApp account: its id at Meta
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
        "properties":{\#
        "phone_number_id":{"type":"string",\#
        "description":"Of the connected WhatsApp account: its id at Meta"},\#
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

/// Send a Messenger message to somebody who wrote to a page
///
/// Manifest: `tools.send_messenger`
///
/// Handler: `Sources/Meta/Tools/SendMessenger.swift`
enum SendMessenger: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.send_messenger.input`
    struct Input: Sendable {
        /// The channel to send over
        ///
        /// Manifest: `tools.send_messenger.input.channel`
        var channel: MessageChannel

        /// The subscription that the message answers
        ///
        /// Manifest: `tools.send_messenger.input.subscription`
        var subscription: MessageSubscription?

        /// The contact that the message is for
        ///
        /// Manifest: `tools.send_messenger.input.contact`
        var contact: MessageContact?

        /// Where the message goes
        ///
        /// Manifest: `tools.send_messenger.input.recipient`
        var recipient: MessageRecipient?

        /// The message itself
        ///
        /// Manifest: `tools.send_messenger.input.message`
        var message: MessageContent

        /// More than text
        ///
        /// Manifest: `tools.send_messenger.input.rich`
        var rich: PageRich?

        /// Meta's id of the message that this one answers
        ///
        /// Manifest: `tools.send_messenger.input.reply_to`
        var replyTo: String?

        /// HUMAN_AGENT: a person answers within seven days
        ///
        /// Manifest: `tools.send_messenger.input.reason`
        var reason: Reason = .response

        /// Meta's id of a comment of theirs, to be answered in private: once, within seven days
        ///
        /// Manifest: `tools.send_messenger.input.comment_id`
        var commentID: String?

        /// HUMAN_AGENT: a person answers within seven days
        ///
        /// Manifest: `tools.send_messenger.input.reason.options`
        enum Reason: OptionValue {
            case response
            case update
            case humanAgent

            /// A value that the manifest does not list.
            indirect case unknown(String)

            static let allCases: [Reason] = [.response, .update, .humanAgent]

            var rawValue: String {
                switch self {
                case .response: "RESPONSE"
                case .update: "UPDATE"
                case .humanAgent: "HUMAN_AGENT"
                case .unknown(let value): value
                }
            }

            var label: String {
                switch self {
                case .response: "Response"
                case .update: "Update"
                case .humanAgent: "Human agent"
                case .unknown(let value): value
                }
            }
        }
    }

    typealias Output = MessageSent

    static let descriptor = ToolDescriptor(
        handle: "send_messenger",
        label: "Send Messenger",
        description: "Send a Messenger message to somebody who wrote to a page",
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
        "size":{"type":"integer","description":"The file's size in bytes"},\#
        "fileId":{"type":["string","null"],"description":"The file as the platform keeps it"},\#
        "reference":{"type":["string","null"],\#
        "description":"The provider's id of the file once it has been handed over"}},\#
        "required":["filename","url","mimeType","size"],"additionalProperties":false},\#
        "description":"Files that go with the message"}},"required":["id","content"],\#
        "additionalProperties":false,"description":"The message itself"},\#
        "rich":{\#
        "anyOf":[\#
        {"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"image"},\#
        "attachment_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded for reuse, or one that Meta fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"audio"},\#
        "attachment_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded for reuse, or one that Meta fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"video"},\#
        "attachment_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded for reuse, or one that Meta fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"file"},\#
        "attachment_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded for reuse, or one that Meta fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"sticker"},\#
        "sticker_id":{"type":["string","null"],"description":"Id in the catalogue, of Messenger"}},\#
        "required":["type"],"additionalProperties":false,\#
        "description":"A sticker of Messenger's catalogue, or the heart of Instagram."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"post"},"post_id":{"type":"string","description":"Id of the post"}},\#
        "required":["type","post_id"],"additionalProperties":false,\#
        "description":"A post of the Instagram account itself."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"quick_replies"},\#
        "quick_replies":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{\#
        "kind":{"type":"string","enum":["TEXT","PHONE_NUMBER","EMAIL"],"description":"What it offers",\#
        "default":"TEXT"},"title":{"type":["string","null"],"description":"What is on it"},\#
        "payload":{"type":["string","null"],"description":"Comes back with the answer"},\#
        "image_url":{"type":["string","null"],"description":"A small picture"}},\#
        "additionalProperties":false},"description":"The answers"}},"required":["type","quick_replies"],\#
        "additionalProperties":false,"description":"The text of the message with answers to press."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"buttons"},\#
        "buttons":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"postback"},"title":{"type":"string","description":"What is on it"},\#
        "payload":{"type":"string","description":"Comes back"}},"required":["type","title","payload"],\#
        "additionalProperties":false,"description":"A button whose press comes back."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"link"},"title":{"type":"string","description":"What is on it"},\#
        "url":{"type":"string","description":"What it opens"}},"required":["type","title","url"],\#
        "additionalProperties":false,"description":"A button that opens an address."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"call"},"title":{"type":"string","description":"What is on it"},\#
        "number":{"type":"string","description":"With + and the country"}},\#
        "required":["type","title","number"],"additionalProperties":false,\#
        "description":"A button that calls a number."}],"discriminator":{"propertyName":"type"}},\#
        "description":"The buttons"}},"required":["type","buttons"],"additionalProperties":false,\#
        "description":"The text of the message with one to three buttons."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"cards"},\#
        "cards":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"title":{"type":"string","description":"Its heading"},\#
        "subtitle":{"type":["string","null"],"description":"A second line"},\#
        "image_url":{"type":["string","null"],"description":"A picture"},\#
        "url":{"type":["string","null"],"description":"What it opens"},\#
        "buttons":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"postback"},"title":{"type":"string","description":"What is on it"},\#
        "payload":{"type":"string","description":"Comes back"}},"required":["type","title","payload"],\#
        "additionalProperties":false,"description":"A button whose press comes back."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"link"},"title":{"type":"string","description":"What is on it"},\#
        "url":{"type":"string","description":"What it opens"}},"required":["type","title","url"],\#
        "additionalProperties":false,"description":"A button that opens an address."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"call"},"title":{"type":"string","description":"What is on it"},\#
        "number":{"type":"string","description":"With + and the country"}},\#
        "required":["type","title","number"],"additionalProperties":false,\#
        "description":"A button that calls a number."}],"discriminator":{"propertyName":"type"}},\#
        "description":"Its buttons","default":[]}},"required":["title"],"additionalProperties":false},\#
        "description":"The cards"}},"required":["type","cards"],"additionalProperties":false,\#
        "description":"Cards beside each other."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"reaction"},\#
        "message_id":{"type":"string","description":"Meta's id of the message"},\#
        "emoji":{"type":["string","null"],\#
        "description":"One emoji; without it the reaction is taken back"}},"required":["type","message_id"],\#
        "additionalProperties":false,"description":"An emoji on a message."}],\#
        "discriminator":{"propertyName":"type"}},{"type":"null"}],"description":"More than text"},\#
        "reply_to":{"type":["string","null"],\#
        "description":"Meta's id of the message that this one answers"},\#
        "reason":{"type":"string","enum":["RESPONSE","UPDATE","HUMAN_AGENT"],\#
        "description":"HUMAN_AGENT: a person answers within seven days","default":"RESPONSE"},\#
        "comment_id":{"type":["string","null"],\#
        "description":"Meta's id of a comment of theirs, to be answered in private: once, within seven \#
        days"}},"required":["channel","message"],"additionalProperties":false}
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

extension SendMessenger.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let channel = object.required("channel", as: MessageChannel.self)
        let subscription = object.optional("subscription", as: MessageSubscription.self)
        let contact = object.optional("contact", as: MessageContact.self)
        let recipient = object.optional("recipient", as: MessageRecipient.self)
        let message = object.required("message", as: MessageContent.self)
        let rich = object.optional("rich", as: PageRich.self)
        let replyTo = object.optional("reply_to", as: String.self)
        let reason = object.defaulted(
            "reason", as: Reason.self, default: .response, [.options(Reason.allCases.map(\.rawValue))])
        let commentID = object.optional("comment_id", as: String.self)
        guard let channel, let message, object.isComplete() else { throw object.failure() }
        self.channel = channel
        self.subscription = subscription
        self.contact = contact
        self.recipient = recipient
        self.message = message
        self.rich = rich
        self.replyTo = replyTo
        self.reason = reason
        self.commentID = commentID
    }

    var json: JSON {
        var object = JSONObject()
        object["channel"] = channel.json
        object["subscription"] = subscription?.json
        object["contact"] = contact?.json
        object["recipient"] = recipient?.json
        object["message"] = message.json
        object["rich"] = rich?.json
        object["reply_to"] = replyTo?.json
        object["reason"] = reason.json
        object["comment_id"] = commentID?.json
        return .object(object)
    }
}

/// Send an Instagram direct message to somebody who wrote first
///
/// Manifest: `tools.send_instagram`
///
/// Handler: `Sources/Meta/Tools/SendInstagram.swift`
enum SendInstagram: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.send_instagram.input`
    struct Input: Sendable {
        /// The channel to send over
        ///
        /// Manifest: `tools.send_instagram.input.channel`
        var channel: MessageChannel

        /// The subscription that the message answers
        ///
        /// Manifest: `tools.send_instagram.input.subscription`
        var subscription: MessageSubscription?

        /// The contact that the message is for
        ///
        /// Manifest: `tools.send_instagram.input.contact`
        var contact: MessageContact?

        /// Where the message goes
        ///
        /// Manifest: `tools.send_instagram.input.recipient`
        var recipient: MessageRecipient?

        /// The message itself
        ///
        /// Manifest: `tools.send_instagram.input.message`
        var message: MessageContent

        /// More than text
        ///
        /// Manifest: `tools.send_instagram.input.rich`
        var rich: PageRich?

        /// Meta's id of the message that this one answers
        ///
        /// Manifest: `tools.send_instagram.input.reply_to`
        var replyTo: String?

        /// HUMAN_AGENT: a person answers within seven days
        ///
        /// Manifest: `tools.send_instagram.input.reason`
        var reason: Reason = .response

        /// Meta's id of a comment of theirs, to be answered in private: once, within seven days
        ///
        /// Manifest: `tools.send_instagram.input.comment_id`
        var commentID: String?

        /// HUMAN_AGENT: a person answers within seven days
        ///
        /// Manifest: `tools.send_instagram.input.reason.options`
        enum Reason: OptionValue {
            case response
            case update
            case humanAgent

            /// A value that the manifest does not list.
            indirect case unknown(String)

            static let allCases: [Reason] = [.response, .update, .humanAgent]

            var rawValue: String {
                switch self {
                case .response: "RESPONSE"
                case .update: "UPDATE"
                case .humanAgent: "HUMAN_AGENT"
                case .unknown(let value): value
                }
            }

            var label: String {
                switch self {
                case .response: "Response"
                case .update: "Update"
                case .humanAgent: "Human agent"
                case .unknown(let value): value
                }
            }
        }
    }

    typealias Output = MessageSent

    static let descriptor = ToolDescriptor(
        handle: "send_instagram",
        label: "Send Instagram",
        description: "Send an Instagram direct message to somebody who wrote first",
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
        "size":{"type":"integer","description":"The file's size in bytes"},\#
        "fileId":{"type":["string","null"],"description":"The file as the platform keeps it"},\#
        "reference":{"type":["string","null"],\#
        "description":"The provider's id of the file once it has been handed over"}},\#
        "required":["filename","url","mimeType","size"],"additionalProperties":false},\#
        "description":"Files that go with the message"}},"required":["id","content"],\#
        "additionalProperties":false,"description":"The message itself"},\#
        "rich":{\#
        "anyOf":[\#
        {"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"image"},\#
        "attachment_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded for reuse, or one that Meta fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"audio"},\#
        "attachment_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded for reuse, or one that Meta fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"video"},\#
        "attachment_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded for reuse, or one that Meta fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"file"},\#
        "attachment_id":{"type":["string","null"],"description":"Id of an uploaded file"},\#
        "url":{"type":["string","null"],"description":"https address of a file"}},"required":["type"],\#
        "additionalProperties":false,\#
        "description":"A file that was uploaded for reuse, or one that Meta fetches."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"sticker"},\#
        "sticker_id":{"type":["string","null"],"description":"Id in the catalogue, of Messenger"}},\#
        "required":["type"],"additionalProperties":false,\#
        "description":"A sticker of Messenger's catalogue, or the heart of Instagram."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"post"},"post_id":{"type":"string","description":"Id of the post"}},\#
        "required":["type","post_id"],"additionalProperties":false,\#
        "description":"A post of the Instagram account itself."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"quick_replies"},\#
        "quick_replies":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{\#
        "kind":{"type":"string","enum":["TEXT","PHONE_NUMBER","EMAIL"],"description":"What it offers",\#
        "default":"TEXT"},"title":{"type":["string","null"],"description":"What is on it"},\#
        "payload":{"type":["string","null"],"description":"Comes back with the answer"},\#
        "image_url":{"type":["string","null"],"description":"A small picture"}},\#
        "additionalProperties":false},"description":"The answers"}},"required":["type","quick_replies"],\#
        "additionalProperties":false,"description":"The text of the message with answers to press."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"buttons"},\#
        "buttons":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"postback"},"title":{"type":"string","description":"What is on it"},\#
        "payload":{"type":"string","description":"Comes back"}},"required":["type","title","payload"],\#
        "additionalProperties":false,"description":"A button whose press comes back."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"link"},"title":{"type":"string","description":"What is on it"},\#
        "url":{"type":"string","description":"What it opens"}},"required":["type","title","url"],\#
        "additionalProperties":false,"description":"A button that opens an address."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"call"},"title":{"type":"string","description":"What is on it"},\#
        "number":{"type":"string","description":"With + and the country"}},\#
        "required":["type","title","number"],"additionalProperties":false,\#
        "description":"A button that calls a number."}],"discriminator":{"propertyName":"type"}},\#
        "description":"The buttons"}},"required":["type","buttons"],"additionalProperties":false,\#
        "description":"The text of the message with one to three buttons."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"cards"},\#
        "cards":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"title":{"type":"string","description":"Its heading"},\#
        "subtitle":{"type":["string","null"],"description":"A second line"},\#
        "image_url":{"type":["string","null"],"description":"A picture"},\#
        "url":{"type":["string","null"],"description":"What it opens"},\#
        "buttons":{"type":"array",\#
        "items":{"type":"object",\#
        "oneOf":[\#
        {"type":"object",\#
        "properties":{"type":{"const":"postback"},"title":{"type":"string","description":"What is on it"},\#
        "payload":{"type":"string","description":"Comes back"}},"required":["type","title","payload"],\#
        "additionalProperties":false,"description":"A button whose press comes back."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"link"},"title":{"type":"string","description":"What is on it"},\#
        "url":{"type":"string","description":"What it opens"}},"required":["type","title","url"],\#
        "additionalProperties":false,"description":"A button that opens an address."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"call"},"title":{"type":"string","description":"What is on it"},\#
        "number":{"type":"string","description":"With + and the country"}},\#
        "required":["type","title","number"],"additionalProperties":false,\#
        "description":"A button that calls a number."}],"discriminator":{"propertyName":"type"}},\#
        "description":"Its buttons","default":[]}},"required":["title"],"additionalProperties":false},\#
        "description":"The cards"}},"required":["type","cards"],"additionalProperties":false,\#
        "description":"Cards beside each other."},\#
        {"type":"object",\#
        "properties":{"type":{"const":"reaction"},\#
        "message_id":{"type":"string","description":"Meta's id of the message"},\#
        "emoji":{"type":["string","null"],\#
        "description":"One emoji; without it the reaction is taken back"}},"required":["type","message_id"],\#
        "additionalProperties":false,"description":"An emoji on a message."}],\#
        "discriminator":{"propertyName":"type"}},{"type":"null"}],"description":"More than text"},\#
        "reply_to":{"type":["string","null"],\#
        "description":"Meta's id of the message that this one answers"},\#
        "reason":{"type":"string","enum":["RESPONSE","UPDATE","HUMAN_AGENT"],\#
        "description":"HUMAN_AGENT: a person answers within seven days","default":"RESPONSE"},\#
        "comment_id":{"type":["string","null"],\#
        "description":"Meta's id of a comment of theirs, to be answered in private: once, within seven \#
        days"}},"required":["channel","message"],"additionalProperties":false}
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

extension SendInstagram.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let channel = object.required("channel", as: MessageChannel.self)
        let subscription = object.optional("subscription", as: MessageSubscription.self)
        let contact = object.optional("contact", as: MessageContact.self)
        let recipient = object.optional("recipient", as: MessageRecipient.self)
        let message = object.required("message", as: MessageContent.self)
        let rich = object.optional("rich", as: PageRich.self)
        let replyTo = object.optional("reply_to", as: String.self)
        let reason = object.defaulted(
            "reason", as: Reason.self, default: .response, [.options(Reason.allCases.map(\.rawValue))])
        let commentID = object.optional("comment_id", as: String.self)
        guard let channel, let message, object.isComplete() else { throw object.failure() }
        self.channel = channel
        self.subscription = subscription
        self.contact = contact
        self.recipient = recipient
        self.message = message
        self.rich = rich
        self.replyTo = replyTo
        self.reason = reason
        self.commentID = commentID
    }

    var json: JSON {
        var object = JSONObject()
        object["channel"] = channel.json
        object["subscription"] = subscription?.json
        object["contact"] = contact?.json
        object["recipient"] = recipient?.json
        object["message"] = message.json
        object["rich"] = rich?.json
        object["reply_to"] = replyTo?.json
        object["reason"] = reason.json
        object["comment_id"] = commentID?.json
        return .object(object)
    }
}

/// Show the counterpart that their message was read, or that an answer is being written
///
/// Manifest: `tools.show_presence`
///
/// Handler: `Sources/Meta/Tools/ShowPresence.swift`
enum ShowPresence: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.show_presence.input`
    struct Input: Sendable {
        /// The channel's id
        ///
        /// Manifest: `tools.show_presence.input.channel_id`
        var channelID: String

        /// The counterpart's address
        ///
        /// Manifest: `tools.show_presence.input.address`
        var address: String

        /// What is shown
        ///
        /// Manifest: `tools.show_presence.input.presence`
        var presence: Presence

        /// Meta's id of their message; needed on WhatsApp
        ///
        /// Manifest: `tools.show_presence.input.message_id`
        var messageID: String?

        /// What is shown
        ///
        /// Manifest: `tools.show_presence.input.presence.options`
        enum Presence: OptionValue {
            case read
            case typing
            case typingEnded

            /// A value that the manifest does not list.
            indirect case unknown(String)

            static let allCases: [Presence] = [.read, .typing, .typingEnded]

            var rawValue: String {
                switch self {
                case .read: "READ"
                case .typing: "TYPING"
                case .typingEnded: "TYPING_ENDED"
                case .unknown(let value): value
                }
            }

            var label: String {
                switch self {
                case .read: "Read"
                case .typing: "Typing"
                case .typingEnded: "Typing ended"
                case .unknown(let value): value
                }
            }
        }
    }

    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "show_presence",
        label: "Show presence",
        description: "Show the counterpart that their message was read, or that an answer is being written",
        inputSchema: inputSchema,
        outputSchema: nil,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(10),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"channel_id":{"type":"string","description":"The channel's id"},\#
        "address":{"type":"string","description":"The counterpart's address"},\#
        "presence":{"type":"string","enum":["READ","TYPING","TYPING_ENDED"],"description":"What is shown"},\#
        "message_id":{"type":["string","null"],\#
        "description":"Meta's id of their message; needed on WhatsApp"}},\#
        "required":["channel_id","address","presence"],"additionalProperties":false}
        """#
}

extension ShowPresence.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let channelID = object.required("channel_id", as: String.self)
        let address = object.required("address", as: String.self)
        let presence = object.required("presence", as: Presence.self, [.options(Presence.allCases.map(\.rawValue))])
        let messageID = object.optional("message_id", as: String.self)
        guard let channelID, let address, let presence, object.isComplete() else { throw object.failure() }
        self.channelID = channelID
        self.address = address
        self.presence = presence
        self.messageID = messageID
    }

    var json: JSON {
        var object = JSONObject()
        object["channel_id"] = channelID.json
        object["address"] = address.json
        object["presence"] = presence.json
        object["message_id"] = messageID?.json
        return .object(object)
    }
}

/// Put an emoji on a message, or take it back
///
/// Manifest: `tools.react_to_message`
///
/// Handler: `Sources/Meta/Tools/ReactToMessage.swift`
enum ReactToMessage: Tool {
    typealias Owner = Meta
    typealias Input = MessageReact
    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "react_to_message",
        label: "React",
        description: "Put an emoji on a message, or take it back",
        inputSchema: inputSchema,
        outputSchema: nil,
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
        "description":"The channel of the message"},\#
        "recipient":{"type":"object",\#
        "properties":{"address":{"type":"string","description":"The address"},\#
        "name":{"type":["string","null"],"description":"The recipient's name"},\#
        "participantId":{"type":["string","null"],"description":"The participant's id"},\#
        "contactId":{"type":["string","null"],"description":"The contact's id"}},"required":["address"],\#
        "additionalProperties":false,"description":"Who the conversation is with"},\#
        "messageId":{"type":"string","description":"The provider's id of the message"},\#
        "emoji":{"type":["string","null"],\#
        "description":"The emoji; without one the reaction is taken back"}},\#
        "required":["channel","recipient","messageId"],"additionalProperties":false}
        """#
}

/// List the approved templates that have nothing to fill in but their text
///
/// Manifest: `tools.list_whatsapp_template_offers`
///
/// Handler: `Sources/Meta/Tools/ListWhatsAppTemplateOffers.swift`
enum ListWhatsAppTemplateOffers: Tool {
    typealias Owner = Meta
    typealias Input = MessageTemplateList
    typealias Output = [MessageTemplateOffer]

    static let descriptor = ToolDescriptor(
        handle: "list_whatsapp_template_offers",
        label: "Templates to send",
        description: "List the approved templates that have nothing to fill in but their text",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(isReadOnly: true, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [
            .agent, .workflow, .form, .action, .fieldChange, .pageContext, .schedule, .provision, .developer, .channel,
        ])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "channel":{"type":"object",\#
        "properties":{"id":{"type":"string","description":"The channel's id"},\#
        "handle":{"type":"string","description":"The channel's handle in the manifest"},\#
        "identifierValue":{"type":"string","description":"What identifies the channel"}},\#
        "required":["id","handle","identifierValue"],"additionalProperties":false,\#
        "description":"The channel that they are sent over"}},"required":["channel"],\#
        "additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "items":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"id":{"type":"string","description":"By which it is sent"},\#
        "name":{"type":"string","description":"What people read in the list"},\#
        "language":{"type":["string","null"],"description":"The language of the text"},\#
        "text":{"type":"string","description":"The text; a variable stands in it as {{name}}"},\#
        "variables":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"name":{"type":"string","description":"The name, as it stands in the text"},\#
        "label":{"type":["string","null"],"description":"What people read beside the input"},\#
        "example":{"type":["string","null"],"description":"A value that it could have"}},\#
        "required":["name"]},"description":"What is filled in"}},\#
        "required":["id","name","text","variables"]}}},"required":["items"]}
        """#
}

/// Upload a file for a message over WhatsApp or Messenger
///
/// Manifest: `tools.upload_attachment`
///
/// Handler: `Sources/Meta/Tools/UploadAttachment.swift`
enum UploadAttachment: Tool {
    typealias Owner = Meta
    typealias Input = MessageUpload
    typealias Output = MessageUploaded

    static let descriptor = ToolDescriptor(
        handle: "upload_attachment",
        label: "Upload attachment",
        description: "Upload a file for a message over WhatsApp or Messenger",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: false, isOpenWorld: true),
        timeout: .seconds(300),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer, .channel])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "channel":{"type":"object",\#
        "properties":{"id":{"type":"string","description":"The channel's id"},\#
        "handle":{"type":"string","description":"The channel's handle in the manifest"},\#
        "identifierValue":{"type":"string","description":"What identifies the channel"}},\#
        "required":["id","handle","identifierValue"],"additionalProperties":false,\#
        "description":"The channel of the message"},\#
        "file":{"type":"string","x-file":true,"description":"The file"}},"required":["channel","file"],\#
        "additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{"reference":{"type":"string","description":"The provider's id of the file"}},\#
        "required":["reference"]}
        """#
}

/// Upload a file for messages of a number; good for 30 days
///
/// Manifest: `tools.upload_whatsapp_media`
///
/// Handler: `Sources/Meta/Tools/UploadWhatsAppMedia.swift`
enum UploadWhatsAppMedia: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.upload_whatsapp_media.input`
    struct Input: Sendable {
        /// Meta phone number ID
        ///
        /// Manifest: `tools.upload_whatsapp_media.input.phone_number_id`
        var phoneNumberID: String

        /// The file
        ///
        /// Manifest: `tools.upload_whatsapp_media.input.file`
        var file: FileReference
    }

    /// Manifest: `tools.upload_whatsapp_media.output`
    struct Output: Sendable {
        /// Meta's id of the file
        ///
        /// Manifest: `tools.upload_whatsapp_media.output.media_id`
        var mediaID: String
    }

    static let descriptor = ToolDescriptor(
        handle: "upload_whatsapp_media",
        label: "Upload to WhatsApp",
        description: "Upload a file for messages of a number; good for 30 days",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: false, isOpenWorld: true),
        timeout: .seconds(60),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"phone_number_id":{"type":"string","description":"Meta phone number ID"},\#
        "file":{"type":"string","x-file":true,"description":"The file"}},\#
        "required":["phone_number_id","file"],"additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object","properties":{"media_id":{"type":"string","description":"Meta's id of the file"}},\#
        "required":["media_id"]}
        """#
}

extension UploadWhatsAppMedia.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let phoneNumberID = object.required("phone_number_id", as: String.self)
        let file = object.required(
            "file", as: FileReference.self, [.file(FileRule(maximumSize: 104857600, allowsInline: true))])
        guard let phoneNumberID, let file, object.isComplete() else { throw object.failure() }
        self.phoneNumberID = phoneNumberID
        self.file = file
    }

    var json: JSON {
        var object = JSONObject()
        object["phone_number_id"] = phoneNumberID.json
        object["file"] = file.json
        return .object(object)
    }
}

extension UploadWhatsAppMedia.Output: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let mediaID = object.required("media_id", as: String.self)
        guard let mediaID, object.isComplete() else { throw object.failure() }
        self.mediaID = mediaID
    }

    var json: JSON {
        var object = JSONObject()
        object["media_id"] = mediaID.json
        return .object(object)
    }
}

/// What Meta says now about the connection of this workplace
///
/// Manifest: `tools.fetch_connection`
///
/// Handler: `Sources/Meta/Tools/FetchConnection.swift`
enum FetchConnection: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.fetch_connection.input`
    struct Input: Sendable {}

    /// Manifest: `tools.fetch_connection.output`
    struct Output: Sendable {
        /// Connection status
        ///
        /// Manifest: `tools.fetch_connection.output.status`
        var status: MetaConnection.Status

        /// Business name from Meta
        ///
        /// Manifest: `tools.fetch_connection.output.business_name`
        var businessName: String?

        /// WhatsApp Business Account ID
        ///
        /// Manifest: `tools.fetch_connection.output.waba_id`
        var wabaID: String?

        /// Permissions that were granted
        ///
        /// Manifest: `tools.fetch_connection.output.granted_scopes`
        var grantedScopes: [String]

        /// Permissions that were not granted
        ///
        /// Manifest: `tools.fetch_connection.output.missing_scopes`
        var missingScopes: [String]

        /// When Meta stops to accept the connection
        ///
        /// Manifest: `tools.fetch_connection.output.token_expires_at`
        var tokenExpiresAt: Date?

        /// Whether the account's webhooks come here
        ///
        /// Manifest: `tools.fetch_connection.output.subscribed`
        var subscribed: Bool
    }

    static let descriptor = ToolDescriptor(
        handle: "fetch_connection",
        label: "Connection",
        description: "What Meta says now about the connection of this workplace",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(isReadOnly: true, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .pageContext, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object","additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "status":{"type":"string","examples":["PENDING","CONNECTED","ERROR"],\#
        "description":"Connection status"},\#
        "business_name":{"type":["string","null"],"description":"Business name from Meta"},\#
        "waba_id":{"type":["string","null"],"description":"WhatsApp Business Account ID"},\#
        "granted_scopes":{"type":"array","items":{"type":"string"},\#
        "description":"Permissions that were granted"},\#
        "missing_scopes":{"type":"array","items":{"type":"string"},\#
        "description":"Permissions that were not granted"},\#
        "token_expires_at":{"type":["string","null"],"format":"date-time",\#
        "description":"When Meta stops to accept the connection"},\#
        "subscribed":{"type":"boolean","description":"Whether the account's webhooks come here"}},\#
        "required":["status","granted_scopes","missing_scopes","subscribed"]}
        """#
}

extension FetchConnection.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        guard object.isComplete() else { throw object.failure() }
    }

    var json: JSON {
        .object(JSONObject())
    }
}

extension FetchConnection.Output: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let status = object.required("status", as: MetaConnection.Status.self)
        let businessName = object.optional("business_name", as: String.self)
        let wabaID = object.optional("waba_id", as: String.self)
        let grantedScopes = object.required("granted_scopes", as: [String].self)
        let missingScopes = object.required("missing_scopes", as: [String].self)
        let tokenExpiresAt = object.optional("token_expires_at", as: Date.self)
        let subscribed = object.required("subscribed", as: Bool.self)
        guard
            let status, let grantedScopes, let missingScopes, let subscribed, object.isComplete()
        else { throw object.failure() }
        self.status = status
        self.businessName = businessName
        self.wabaID = wabaID
        self.grantedScopes = grantedScopes
        self.missingScopes = missingScopes
        self.tokenExpiresAt = tokenExpiresAt
        self.subscribed = subscribed
    }

    var json: JSON {
        var object = JSONObject()
        object["status"] = status.json
        object["business_name"] = businessName?.json
        object["waba_id"] = wabaID?.json
        object["granted_scopes"] = grantedScopes.json
        object["missing_scopes"] = missingScopes.json
        object["token_expires_at"] = tokenExpiresAt?.json
        object["subscribed"] = subscribed.json
        return .object(object)
    }
}

/// List the WhatsApp Business Accounts of all businesses of the connected person
///
/// Manifest: `tools.fetch_whatsapp_accounts`
///
/// Handler: `Sources/Meta/Tools/FetchWhatsAppAccounts.swift`
enum FetchWhatsAppAccounts: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.fetch_whatsapp_accounts.input`
    struct Input: Sendable {}

    typealias Output = [AccountChoice]

    static let descriptor = ToolDescriptor(
        handle: "fetch_whatsapp_accounts",
        label: "WhatsApp accounts",
        description: "List the WhatsApp Business Accounts of all businesses of the connected person",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(isReadOnly: true, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .pageContext, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object","additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "items":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"waba_id":{"type":"string","description":"WhatsApp Business Account ID"},\#
        "name":{"type":["string","null"],"description":"Name of the account"},\#
        "business_id":{"type":["string","null"],"description":"Business portfolio that it belongs to"},\#
        "business_name":{"type":["string","null"],"description":"Name of the business"},\#
        "is_chosen":{"type":"boolean","description":"Whether this workplace uses it"}},\#
        "required":["waba_id","is_chosen"]}}},"required":["items"]}
        """#
}

extension FetchWhatsAppAccounts.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        guard object.isComplete() else { throw object.failure() }
    }

    var json: JSON {
        .object(JSONObject())
    }
}

/// Use another WhatsApp Business Account in this workplace
///
/// Manifest: `tools.choose_whatsapp_account`
///
/// Handler: `Sources/Meta/Tools/ChooseWhatsAppAccount.swift`
enum ChooseWhatsAppAccount: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.choose_whatsapp_account.input`
    struct Input: Sendable {
        /// WhatsApp Business Account ID
        ///
        /// Manifest: `tools.choose_whatsapp_account.input.waba_id`
        var wabaID: String
    }

    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "choose_whatsapp_account",
        label: "Use account",
        description: "Use another WhatsApp Business Account in this workplace",
        inputSchema: inputSchema,
        outputSchema: nil,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(30),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"waba_id":{"type":"string","description":"WhatsApp Business Account ID"}},\#
        "required":["waba_id"],"additionalProperties":false}
        """#
}

extension ChooseWhatsAppAccount.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let wabaID = object.required("waba_id", as: String.self)
        guard let wabaID, object.isComplete() else { throw object.failure() }
        self.wabaID = wabaID
    }

    var json: JSON {
        var object = JSONObject()
        object["waba_id"] = wabaID.json
        return .object(object)
    }
}

/// Ask Meta for the state of all added numbers
///
/// Manifest: `tools.refresh_whatsapp_numbers`
///
/// Handler: `Sources/Meta/Tools/RefreshWhatsAppNumbers.swift`
enum RefreshWhatsAppNumbers: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.refresh_whatsapp_numbers.input`
    struct Input: Sendable {}

    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "refresh_whatsapp_numbers",
        label: "Refresh",
        description: "Ask Meta for the state of all added numbers",
        inputSchema: inputSchema,
        outputSchema: nil,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(30),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object","additionalProperties":false}
        """#
}

extension RefreshWhatsAppNumbers.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        guard object.isComplete() else { throw object.failure() }
    }

    var json: JSON {
        .object(JSONObject())
    }
}

/// Remove a WhatsApp number from this workplace; at Meta it stays as it is
///
/// Manifest: `tools.remove_whatsapp_number`
///
/// Handler: `Sources/Meta/Tools/RemoveWhatsAppNumber.swift`
enum RemoveWhatsAppNumber: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.remove_whatsapp_number.input`
    struct Input: Sendable {
        /// Meta phone number ID
        ///
        /// Manifest: `tools.remove_whatsapp_number.input.phone_number_id`
        var phoneNumberID: String
    }

    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "remove_whatsapp_number",
        label: "Remove number",
        description: "Remove a WhatsApp number from this workplace; at Meta it stays as it is",
        inputSchema: inputSchema,
        outputSchema: nil,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: true, isIdempotent: true, isOpenWorld: false),
        timeout: .seconds(10),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"phone_number_id":{"type":"string","description":"Meta phone number ID"}},\#
        "required":["phone_number_id"],"additionalProperties":false}
        """#
}

extension RemoveWhatsAppNumber.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let phoneNumberID = object.required("phone_number_id", as: String.self)
        guard let phoneNumberID, object.isComplete() else { throw object.failure() }
        self.phoneNumberID = phoneNumberID
    }

    var json: JSON {
        var object = JSONObject()
        object["phone_number_id"] = phoneNumberID.json
        return .object(object)
    }
}

/// Have Meta send a confirmation code to a number
///
/// Manifest: `tools.request_number_code`
///
/// Handler: `Sources/Meta/Tools/RequestNumberCode.swift`
enum RequestNumberCode: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.request_number_code.input`
    struct Input: Sendable {
        /// Meta phone number ID
        ///
        /// Manifest: `tools.request_number_code.input.phone_number_id`
        var phoneNumberID: String

        /// How the code comes
        ///
        /// Manifest: `tools.request_number_code.input.method`
        var method: Method = .sms

        /// Language of the message, as en_US or sv
        ///
        /// Manifest: `tools.request_number_code.input.language`
        var language: String = "en_US"

        /// How the code comes
        ///
        /// Manifest: `tools.request_number_code.input.method.options`
        enum Method: OptionValue {
            case sms
            case voice

            /// A value that the manifest does not list.
            indirect case unknown(String)

            static let allCases: [Method] = [.sms, .voice]

            var rawValue: String {
                switch self {
                case .sms: "SMS"
                case .voice: "VOICE"
                case .unknown(let value): value
                }
            }

            var label: String {
                switch self {
                case .sms: "Text message"
                case .voice: "Call"
                case .unknown(let value): value
                }
            }
        }
    }

    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "request_number_code",
        label: "Send code",
        description: "Have Meta send a confirmation code to a number",
        inputSchema: inputSchema,
        outputSchema: nil,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: false, isOpenWorld: true),
        timeout: .seconds(10),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"phone_number_id":{"type":"string","description":"Meta phone number ID"},\#
        "method":{"type":"string","enum":["SMS","VOICE"],"description":"How the code comes",\#
        "default":"SMS"},\#
        "language":{"type":"string","description":"Language of the message, as en_US or sv",\#
        "default":"en_US"}},"required":["phone_number_id"],"additionalProperties":false}
        """#
}

extension RequestNumberCode.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let phoneNumberID = object.required("phone_number_id", as: String.self)
        let method = object.defaulted(
            "method", as: Method.self, default: .sms, [.options(Method.allCases.map(\.rawValue))])
        let language = object.defaulted("language", as: String.self, default: "en_US")
        guard let phoneNumberID, object.isComplete() else { throw object.failure() }
        self.phoneNumberID = phoneNumberID
        self.method = method
        self.language = language
    }

    var json: JSON {
        var object = JSONObject()
        object["phone_number_id"] = phoneNumberID.json
        object["method"] = method.json
        object["language"] = language.json
        return .object(object)
    }
}

/// Confirm a number with the code that it got
///
/// Manifest: `tools.verify_number_code`
///
/// Handler: `Sources/Meta/Tools/VerifyNumberCode.swift`
enum VerifyNumberCode: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.verify_number_code.input`
    struct Input: Sendable {
        /// Meta phone number ID
        ///
        /// Manifest: `tools.verify_number_code.input.phone_number_id`
        var phoneNumberID: String

        /// The code
        ///
        /// Manifest: `tools.verify_number_code.input.code`
        var code: String
    }

    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "verify_number_code",
        label: "Confirm",
        description: "Confirm a number with the code that it got",
        inputSchema: inputSchema,
        outputSchema: nil,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: false, isOpenWorld: true),
        timeout: .seconds(10),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"phone_number_id":{"type":"string","description":"Meta phone number ID"},\#
        "code":{"type":"string","pattern":"^[0-9]{4,8}$","description":"The code"}},\#
        "required":["phone_number_id","code"],"additionalProperties":false}
        """#
}

extension VerifyNumberCode.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let phoneNumberID = object.required("phone_number_id", as: String.self)
        let code = object.required("code", as: String.self, [.pattern("^[0-9]{4,8}$")])
        guard let phoneNumberID, let code, object.isComplete() else { throw object.failure() }
        self.phoneNumberID = phoneNumberID
        self.code = code
    }

    var json: JSON {
        var object = JSONObject()
        object["phone_number_id"] = phoneNumberID.json
        object["code"] = code.json
        return .object(object)
    }
}

/// Register a confirmed number for sending, with its six-digit PIN
///
/// Manifest: `tools.register_number`
///
/// Handler: `Sources/Meta/Tools/RegisterNumber.swift`
enum RegisterNumber: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.register_number.input`
    struct Input: Sendable {
        /// Meta phone number ID
        ///
        /// Manifest: `tools.register_number.input.phone_number_id`
        var phoneNumberID: String

        /// The number's PIN; a new one if it has none
        ///
        /// Manifest: `tools.register_number.input.pin`
        var pin: String
    }

    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "register_number",
        label: "Register",
        description: "Register a confirmed number for sending, with its six-digit PIN",
        inputSchema: inputSchema,
        outputSchema: nil,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"phone_number_id":{"type":"string","description":"Meta phone number ID"},\#
        "pin":{"type":"string","pattern":"^[0-9]{6}$",\#
        "description":"The number's PIN; a new one if it has none"}},"required":["phone_number_id","pin"],\#
        "additionalProperties":false}
        """#
}

extension RegisterNumber.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let phoneNumberID = object.required("phone_number_id", as: String.self)
        let pin = object.required("pin", as: String.self, [.pattern("^[0-9]{6}$")])
        guard let phoneNumberID, let pin, object.isComplete() else { throw object.failure() }
        self.phoneNumberID = phoneNumberID
        self.pin = pin
    }

    var json: JSON {
        var object = JSONObject()
        object["phone_number_id"] = phoneNumberID.json
        object["pin"] = pin.json
        return .object(object)
    }
}

/// Show what a WhatsApp number says of its business
///
/// Manifest: `tools.fetch_whatsapp_profile`
///
/// Handler: `Sources/Meta/Tools/FetchWhatsAppProfile.swift`
enum FetchWhatsAppProfile: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.fetch_whatsapp_profile.input`
    struct Input: Sendable {
        /// The number's record
        ///
        /// Manifest: `tools.fetch_whatsapp_profile.input.id`
        var id: String
    }

    typealias Output = WhatsAppProfile

    static let descriptor = ToolDescriptor(
        handle: "fetch_whatsapp_profile",
        label: "Profile",
        description: "Show what a WhatsApp number says of its business",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(isReadOnly: true, isOpenWorld: true),
        timeout: .seconds(10),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .pageContext, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object","properties":{"id":{"type":"string","description":"The number's record"}},\#
        "required":["id"],"additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{"about":{"type":["string","null"],"description":"A line"},\#
        "description":{"type":["string","null"],"description":"What the business does"},\#
        "address":{"type":["string","null"],"description":"Where it is"},\#
        "email":{"type":["string","null"],"description":"E-mail address"},\#
        "websites":{"type":"array","items":{"type":"string"},"description":"Web addresses"},\#
        "vertical":{"type":["string","null"],\#
        "examples":["OTHER","AUTO","BEAUTY","APPAREL","EDU","ENTERTAIN","EVENT_PLAN","FINANCE","GROCERY",\#
        "GOVT","HOTEL","HEALTH","NONPROFIT","PROF_SERVICES","RETAIL","TRAVEL","RESTAURANT"],\#
        "description":"What kind of business it is"},\#
        "picture_url":{"type":["string","null"],"description":"Where its picture is"}},\#
        "required":["websites"]}
        """#
}

extension FetchWhatsAppProfile.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: String.self)
        guard let id, object.isComplete() else { throw object.failure() }
        self.id = id
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        return .object(object)
    }
}

/// Change what a WhatsApp number says of its business; what is left out stays
///
/// Manifest: `tools.update_whatsapp_profile`
///
/// Handler: `Sources/Meta/Tools/UpdateWhatsAppProfile.swift`
enum UpdateWhatsAppProfile: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.update_whatsapp_profile.input`
    struct Input: Sendable {
        /// The number's record
        ///
        /// Manifest: `tools.update_whatsapp_profile.input.id`
        var id: String

        /// A line, of at most 139 characters
        ///
        /// Manifest: `tools.update_whatsapp_profile.input.about`
        var about: String?

        /// What the business does, in at most 512 characters
        ///
        /// Manifest: `tools.update_whatsapp_profile.input.description`
        var description: String?

        /// Where it is
        ///
        /// Manifest: `tools.update_whatsapp_profile.input.address`
        var address: String?

        /// E-mail address
        ///
        /// Manifest: `tools.update_whatsapp_profile.input.email`
        var email: String?

        /// Web address
        ///
        /// Manifest: `tools.update_whatsapp_profile.input.website`
        var website: String?

        /// Another web address
        ///
        /// Manifest: `tools.update_whatsapp_profile.input.website_2`
        var website2: String?

        /// What kind of business it is
        ///
        /// Manifest: `tools.update_whatsapp_profile.input.vertical`
        var vertical: WhatsAppProfile.Vertical?
    }

    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "update_whatsapp_profile",
        label: "Change profile",
        description: "Change what a WhatsApp number says of its business; what is left out stays",
        inputSchema: inputSchema,
        outputSchema: nil,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(10),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"id":{"type":"string","description":"The number's record"},\#
        "about":{"type":["string","null"],"description":"A line, of at most 139 characters"},\#
        "description":{"type":["string","null"],\#
        "description":"What the business does, in at most 512 characters"},\#
        "address":{"type":["string","null"],"description":"Where it is"},\#
        "email":{"type":["string","null"],"description":"E-mail address"},\#
        "website":{"type":["string","null"],"description":"Web address"},\#
        "website_2":{"type":["string","null"],"description":"Another web address"},\#
        "vertical":{"type":["string","null"],\#
        "enum":["OTHER","AUTO","BEAUTY","APPAREL","EDU","ENTERTAIN","EVENT_PLAN","FINANCE","GROCERY","GOVT",\#
        "HOTEL","HEALTH","NONPROFIT","PROF_SERVICES","RETAIL","TRAVEL","RESTAURANT",null],\#
        "description":"What kind of business it is"}},"required":["id"],"additionalProperties":false}
        """#
}

extension UpdateWhatsAppProfile.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: String.self)
        let about = object.optional("about", as: String.self)
        let description = object.optional("description", as: String.self)
        let address = object.optional("address", as: String.self)
        let email = object.optional("email", as: String.self)
        let website = object.optional("website", as: String.self)
        let website2 = object.optional("website_2", as: String.self)
        let vertical = object.optional(
            "vertical",
            as: WhatsAppProfile.Vertical.self,
            [.options(WhatsAppProfile.Vertical.allCases.map(\.rawValue))])
        guard let id, object.isComplete() else { throw object.failure() }
        self.id = id
        self.about = about
        self.description = description
        self.address = address
        self.email = email
        self.website = website
        self.website2 = website2
        self.vertical = vertical
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["about"] = about?.json
        object["description"] = description?.json
        object["address"] = address?.json
        object["email"] = email?.json
        object["website"] = website?.json
        object["website_2"] = website2?.json
        object["vertical"] = vertical?.json
        return .object(object)
    }
}

/// Stop hearing somebody on a WhatsApp number who wrote to it within the last 24 hours
///
/// Manifest: `tools.block_whatsapp_person`
///
/// Handler: `Sources/Meta/Tools/BlockWhatsAppPerson.swift`
enum BlockWhatsAppPerson: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.block_whatsapp_person.input`
    struct Input: Sendable {
        /// The number's record
        ///
        /// Manifest: `tools.block_whatsapp_person.input.id`
        var id: String

        /// Whom: a phone number
        ///
        /// Manifest: `tools.block_whatsapp_person.input.address`
        var address: String
    }

    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "block_whatsapp_person",
        label: "Block",
        description: "Stop hearing somebody on a WhatsApp number who wrote to it within the last 24 hours",
        inputSchema: inputSchema,
        outputSchema: nil,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(10),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"id":{"type":"string","description":"The number's record"},\#
        "address":{"type":"string","description":"Whom: a phone number"}},"required":["id","address"],\#
        "additionalProperties":false}
        """#
}

extension BlockWhatsAppPerson.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: String.self)
        let address = object.required("address", as: String.self)
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

/// Hear somebody on a WhatsApp number again
///
/// Manifest: `tools.unblock_whatsapp_person`
///
/// Handler: `Sources/Meta/Tools/UnblockWhatsAppPerson.swift`
enum UnblockWhatsAppPerson: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.unblock_whatsapp_person.input`
    struct Input: Sendable {
        /// The number's record
        ///
        /// Manifest: `tools.unblock_whatsapp_person.input.id`
        var id: String

        /// Whom: a phone number
        ///
        /// Manifest: `tools.unblock_whatsapp_person.input.address`
        var address: String
    }

    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "unblock_whatsapp_person",
        label: "Unblock",
        description: "Hear somebody on a WhatsApp number again",
        inputSchema: inputSchema,
        outputSchema: nil,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(10),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"id":{"type":"string","description":"The number's record"},\#
        "address":{"type":"string","description":"Whom: a phone number"}},"required":["id","address"],\#
        "additionalProperties":false}
        """#
}

extension UnblockWhatsAppPerson.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: String.self)
        let address = object.required("address", as: String.self)
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

/// List who is blocked on a WhatsApp number, at most 1,000 of them
///
/// Manifest: `tools.list_blocked_whatsapp_people`
///
/// Handler: `Sources/Meta/Tools/ListBlockedWhatsAppPeople.swift`
enum ListBlockedWhatsAppPeople: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.list_blocked_whatsapp_people.input`
    struct Input: Sendable {
        /// The number's record
        ///
        /// Manifest: `tools.list_blocked_whatsapp_people.input.id`
        var id: String
    }

    typealias Output = [BlockedPerson]

    static let descriptor = ToolDescriptor(
        handle: "list_blocked_whatsapp_people",
        label: "Blocked people",
        description: "List who is blocked on a WhatsApp number, at most 1,000 of them",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(isReadOnly: true, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .pageContext, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object","properties":{"id":{"type":"string","description":"The number's record"}},\#
        "required":["id"],"additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "items":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"address":{"type":"string","description":"Their phone number"}},\#
        "required":["address"]}}},"required":["items"]}
        """#
}

extension ListBlockedWhatsAppPeople.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: String.self)
        guard let id, object.isComplete() else { throw object.failure() }
        self.id = id
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        return .object(object)
    }
}

/// List the WhatsApp groups of the workplace's numbers, as they are known here
///
/// Manifest: `tools.list_whatsapp_groups`
///
/// Handler: `Sources/Meta/Tools/ListWhatsAppGroups.swift`
enum ListWhatsAppGroups: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.list_whatsapp_groups.input`
    struct Input: Sendable {}

    typealias Output = [WhatsAppGroup.Readable]

    static let descriptor = ToolDescriptor(
        handle: "list_whatsapp_groups",
        label: "WhatsApp groups",
        description: "List the WhatsApp groups of the workplace's numbers, as they are known here",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(isReadOnly: true, isOpenWorld: false),
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
        "properties":{\#
        "id":{"type":"string","x-model":"whatsapp_group","description":"Identifies the instance."},\#
        "reference":{"type":"string",\#
        "description":"Meta's id of the request that made it; of one that was found at Meta, the group's"},\#
        "group_id":{"type":["string","null"],\#
        "description":"Meta's id of the group; empty until it is made"},\#
        "phone_number_id":{"type":"string","description":"Of the number that made it: its id at Meta"},\#
        "phone":{"type":["string","null"],"description":"The number that made it"},\#
        "subject":{"type":["string","null"],"description":"What the group is called in WhatsApp"},\#
        "description":{"type":["string","null"],\#
        "description":"What the group is for, as its people read it"},\#
        "status":{"type":["string","null"],"examples":["CREATING","ACTIVE","SUSPENDED","DELETED","FAILED"],\#
        "description":"Whether it can be written in","default":"CREATING"},\#
        "join_approval":{"type":["string","null"],"examples":["AUTOMATIC","APPROVAL"],\#
        "description":"Who may come in by the invite link"},\#
        "invite_link":{"type":["string","null"],"format":"uri","description":"By which people join"},\#
        "participant_count":{"type":["integer","null"],\#
        "description":"People in the group besides the business"},\#
        "made_at":{"type":["string","null"],"format":"date-time","description":"When WhatsApp made it"},\#
        "notice":{"type":["string","null"],"description":"The last wish that was not fulfilled, and why"},\#
        "read_at":{"type":["string","null"],"format":"date-time",\#
        "description":"When Meta was last asked for all about it"},\#
        "subject_at":{"type":["string","null"],"format":"date-time",\#
        "description":"When the subject was last told to have changed"},\#
        "description_at":{"type":["string","null"],"format":"date-time",\#
        "description":"When the description was last told to have changed"},\#
        "status_at":{"type":["string","null"],"format":"date-time",\#
        "description":"When it was last suspended or released"},\#
        "name":{"type":["string","null"],"description":"What the workplace calls it"},\#
        "created_at":{"type":"string","format":"date-time","description":"When the instance was created."},\#
        "updated_at":{"type":"string","format":"date-time",\#
        "description":"When the instance was last changed."},\#
        "refreshed_at":{"type":"string","format":"date-time",\#
        "description":"When the app last wrote the instance."}},\#
        "required":["id","reference","phone_number_id","created_at","updated_at","refreshed_at"]}}},\#
        "required":["items"]}
        """#
}

extension ListWhatsAppGroups.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        guard object.isComplete() else { throw object.failure() }
    }

    var json: JSON {
        .object(JSONObject())
    }
}

/// Have WhatsApp make a group of a number; people join it by its invite link, which comes when it is made
///
/// Manifest: `tools.create_whatsapp_group`
///
/// Handler: `Sources/Meta/Tools/CreateWhatsAppGroup.swift`
enum CreateWhatsAppGroup: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.create_whatsapp_group.input`
    struct Input: Sendable {
        /// The number that makes it: its id at Meta
        ///
        /// Manifest: `tools.create_whatsapp_group.input.phone_number_id`
        var phoneNumberID: String

        /// What the group is called, in at most 128 characters
        ///
        /// Manifest: `tools.create_whatsapp_group.input.subject`
        var subject: String

        /// What it is for, in at most 2048 characters
        ///
        /// Manifest: `tools.create_whatsapp_group.input.description`
        var description: String?

        /// Who may come in by the invite link; this cannot be changed later
        ///
        /// Manifest: `tools.create_whatsapp_group.input.join_approval`
        var joinApproval: WhatsAppGroup.JoinApproval = .automatic

        /// What the workplace calls it
        ///
        /// Manifest: `tools.create_whatsapp_group.input.name`
        var name: String?
    }

    /// Manifest: `tools.create_whatsapp_group.output`
    struct Output: Sendable {
        /// The group's record
        ///
        /// Manifest: `tools.create_whatsapp_group.output.id`
        var id: WhatsAppGroup.ID

        /// Meta's id of the request
        ///
        /// Manifest: `tools.create_whatsapp_group.output.request_id`
        var requestID: String
    }

    static let descriptor = ToolDescriptor(
        handle: "create_whatsapp_group",
        label: "Create group",
        description: """
            Have WhatsApp make a group of a number; people join it by its invite link, which comes \
            when it is made
            """,
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: false, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "phone_number_id":{"type":"string","description":"The number that makes it: its id at Meta"},\#
        "subject":{"type":"string","description":"What the group is called, in at most 128 characters"},\#
        "description":{"type":["string","null"],"description":"What it is for, in at most 2048 characters"},\#
        "join_approval":{"type":"string","enum":["AUTOMATIC","APPROVAL"],\#
        "description":"Who may come in by the invite link; this cannot be changed later",\#
        "default":"AUTOMATIC"},\#
        "name":{"type":["string","null"],"maxLength":80,"description":"What the workplace calls it"}},\#
        "required":["phone_number_id","subject"],"additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{"id":{"type":"string","x-model":"whatsapp_group","description":"The group's record"},\#
        "request_id":{"type":"string","description":"Meta's id of the request"}},\#
        "required":["id","request_id"]}
        """#
}

extension CreateWhatsAppGroup.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let phoneNumberID = object.required("phone_number_id", as: String.self)
        let subject = object.required("subject", as: String.self)
        let description = object.optional("description", as: String.self)
        let joinApproval = object.defaulted(
            "join_approval",
            as: WhatsAppGroup.JoinApproval.self,
            default: .automatic,
            [.options(WhatsAppGroup.JoinApproval.allCases.map(\.rawValue))])
        let name = object.optional("name", as: String.self, [.maximumLength(80)])
        guard let phoneNumberID, let subject, object.isComplete() else { throw object.failure() }
        self.phoneNumberID = phoneNumberID
        self.subject = subject
        self.description = description
        self.joinApproval = joinApproval
        self.name = name
    }

    var json: JSON {
        var object = JSONObject()
        object["phone_number_id"] = phoneNumberID.json
        object["subject"] = subject.json
        object["description"] = description?.json
        object["join_approval"] = joinApproval.json
        object["name"] = name?.json
        return .object(object)
    }
}

extension CreateWhatsAppGroup.Output: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let id = object.required("id", as: WhatsAppGroup.ID.self)
        let requestID = object.required("request_id", as: String.self)
        guard let id, let requestID, object.isComplete() else { throw object.failure() }
        self.id = id
        self.requestID = requestID
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["request_id"] = requestID.json
        return .object(object)
    }
}

/// Ask Meta for the groups of all added numbers, and for all about a hundred of them, those first that were
/// asked about longest ago
///
/// Manifest: `tools.refresh_whatsapp_groups`
///
/// Handler: `Sources/Meta/Tools/RefreshWhatsAppGroups.swift`
enum RefreshWhatsAppGroups: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.refresh_whatsapp_groups.input`
    struct Input: Sendable {}

    /// Manifest: `tools.refresh_whatsapp_groups.output`
    struct Output: Sendable {
        /// About how many groups Meta was asked
        ///
        /// Manifest: `tools.refresh_whatsapp_groups.output.read`
        var read: Int

        /// How many there are besides; the next call goes on with them
        ///
        /// Manifest: `tools.refresh_whatsapp_groups.output.left`
        var left: Int
    }

    static let descriptor = ToolDescriptor(
        handle: "refresh_whatsapp_groups",
        label: "Fetch groups",
        description: """
            Ask Meta for the groups of all added numbers, and for all about a hundred of them, those \
            first that were asked about longest ago
            """,
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(60),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object","additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{"read":{"type":"integer","description":"About how many groups Meta was asked"},\#
        "left":{"type":"integer",\#
        "description":"How many there are besides; the next call goes on with them"}},\#
        "required":["read","left"]}
        """#
}

extension RefreshWhatsAppGroups.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        guard object.isComplete() else { throw object.failure() }
    }

    var json: JSON {
        .object(JSONObject())
    }
}

extension RefreshWhatsAppGroups.Output: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let read = object.required("read", as: Int.self)
        let left = object.required("left", as: Int.self)
        guard let read, let left, object.isComplete() else { throw object.failure() }
        self.read = read
        self.left = left
    }

    var json: JSON {
        var object = JSONObject()
        object["read"] = read.json
        object["left"] = left.json
        return .object(object)
    }
}

/// Ask Meta for all about one group
///
/// Manifest: `tools.refresh_whatsapp_group`
///
/// Handler: `Sources/Meta/Tools/RefreshWhatsAppGroup.swift`
enum RefreshWhatsAppGroup: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.refresh_whatsapp_group.input`
    struct Input: Sendable {
        /// The group's record
        ///
        /// Manifest: `tools.refresh_whatsapp_group.input.id`
        var id: WhatsAppGroup.ID
    }

    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "refresh_whatsapp_group",
        label: "Refresh",
        description: "Ask Meta for all about one group",
        inputSchema: inputSchema,
        outputSchema: nil,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"id":{"type":"string","x-model":"whatsapp_group","description":"The group's record"}},\#
        "required":["id"],"additionalProperties":false}
        """#
}

extension RefreshWhatsAppGroup.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: WhatsAppGroup.ID.self)
        guard let id, object.isComplete() else { throw object.failure() }
        self.id = id
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        return .object(object)
    }
}

/// Give a group another subject or description; WhatsApp tells when it is done
///
/// Manifest: `tools.change_whatsapp_group`
///
/// Handler: `Sources/Meta/Tools/ChangeWhatsAppGroup.swift`
enum ChangeWhatsAppGroup: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.change_whatsapp_group.input`
    struct Input: Sendable {
        /// The group's record
        ///
        /// Manifest: `tools.change_whatsapp_group.input.id`
        var id: WhatsAppGroup.ID

        /// What the group is called, in at most 128 characters
        ///
        /// Manifest: `tools.change_whatsapp_group.input.subject`
        var subject: String?

        /// What it is for, in at most 2048 characters
        ///
        /// Manifest: `tools.change_whatsapp_group.input.description`
        var description: String?
    }

    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "change_whatsapp_group",
        label: "Change group",
        description: "Give a group another subject or description; WhatsApp tells when it is done",
        inputSchema: inputSchema,
        outputSchema: nil,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"id":{"type":"string","x-model":"whatsapp_group","description":"The group's record"},\#
        "subject":{"type":["string","null"],\#
        "description":"What the group is called, in at most 128 characters"},\#
        "description":{"type":["string","null"],\#
        "description":"What it is for, in at most 2048 characters"}},"required":["id"],\#
        "additionalProperties":false}
        """#
}

extension ChangeWhatsAppGroup.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: WhatsAppGroup.ID.self)
        let subject = object.optional("subject", as: String.self)
        let description = object.optional("description", as: String.self)
        guard let id, object.isComplete() else { throw object.failure() }
        self.id = id
        self.subject = subject
        self.description = description
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["subject"] = subject?.json
        object["description"] = description?.json
        return .object(object)
    }
}

/// Delete a group at WhatsApp, for everybody in it
///
/// Manifest: `tools.delete_whatsapp_group`
///
/// Handler: `Sources/Meta/Tools/DeleteWhatsAppGroup.swift`
enum DeleteWhatsAppGroup: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.delete_whatsapp_group.input`
    struct Input: Sendable {
        /// The group's record
        ///
        /// Manifest: `tools.delete_whatsapp_group.input.id`
        var id: WhatsAppGroup.ID
    }

    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "delete_whatsapp_group",
        label: "Delete group",
        description: "Delete a group at WhatsApp, for everybody in it",
        inputSchema: inputSchema,
        outputSchema: nil,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: true, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"id":{"type":"string","x-model":"whatsapp_group","description":"The group's record"}},\#
        "required":["id"],"additionalProperties":false}
        """#
}

extension DeleteWhatsAppGroup.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: WhatsAppGroup.ID.self)
        guard let id, object.isComplete() else { throw object.failure() }
        self.id = id
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        return .object(object)
    }
}

/// Take a group that is deleted, or could not be made, off the list; its conversation stays
///
/// Manifest: `tools.forget_whatsapp_group`
///
/// Handler: `Sources/Meta/Tools/ForgetWhatsAppGroup.swift`
enum ForgetWhatsAppGroup: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.forget_whatsapp_group.input`
    struct Input: Sendable {
        /// The group's record
        ///
        /// Manifest: `tools.forget_whatsapp_group.input.id`
        var id: WhatsAppGroup.ID
    }

    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "forget_whatsapp_group",
        label: "Take off the list",
        description: "Take a group that is deleted, or could not be made, off the list; its conversation stays",
        inputSchema: inputSchema,
        outputSchema: nil,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: true, isIdempotent: true, isOpenWorld: false),
        timeout: .seconds(10),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"id":{"type":"string","x-model":"whatsapp_group","description":"The group's record"}},\#
        "required":["id"],"additionalProperties":false}
        """#
}

extension ForgetWhatsAppGroup.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: WhatsAppGroup.ID.self)
        guard let id, object.isComplete() else { throw object.failure() }
        self.id = id
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        return .object(object)
    }
}

/// The link by which people join a group
///
/// Manifest: `tools.fetch_group_invite_link`
///
/// Handler: `Sources/Meta/Tools/FetchGroupInviteLink.swift`
enum FetchGroupInviteLink: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.fetch_group_invite_link.input`
    struct Input: Sendable {
        /// The group's record
        ///
        /// Manifest: `tools.fetch_group_invite_link.input.id`
        var id: WhatsAppGroup.ID
    }

    /// Manifest: `tools.fetch_group_invite_link.output`
    struct Output: Sendable {
        /// The link
        ///
        /// Manifest: `tools.fetch_group_invite_link.output.invite_link`
        var inviteLink: String
    }

    static let descriptor = ToolDescriptor(
        handle: "fetch_group_invite_link",
        label: "Invite link",
        description: "The link by which people join a group",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"id":{"type":"string","x-model":"whatsapp_group","description":"The group's record"}},\#
        "required":["id"],"additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object","properties":{"invite_link":{"type":"string","description":"The link"}},\#
        "required":["invite_link"]}
        """#
}

extension FetchGroupInviteLink.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: WhatsAppGroup.ID.self)
        guard let id, object.isComplete() else { throw object.failure() }
        self.id = id
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        return .object(object)
    }
}

extension FetchGroupInviteLink.Output: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let inviteLink = object.required("invite_link", as: String.self)
        guard let inviteLink, object.isComplete() else { throw object.failure() }
        self.inviteLink = inviteLink
    }

    var json: JSON {
        var object = JSONObject()
        object["invite_link"] = inviteLink.json
        return .object(object)
    }
}

/// Make another invite link for a group; the one before works no longer
///
/// Manifest: `tools.reset_group_invite_link`
///
/// Handler: `Sources/Meta/Tools/ResetGroupInviteLink.swift`
enum ResetGroupInviteLink: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.reset_group_invite_link.input`
    struct Input: Sendable {
        /// The group's record
        ///
        /// Manifest: `tools.reset_group_invite_link.input.id`
        var id: WhatsAppGroup.ID
    }

    /// Manifest: `tools.reset_group_invite_link.output`
    struct Output: Sendable {
        /// The new link
        ///
        /// Manifest: `tools.reset_group_invite_link.output.invite_link`
        var inviteLink: String
    }

    static let descriptor = ToolDescriptor(
        handle: "reset_group_invite_link",
        label: "Reset link",
        description: "Make another invite link for a group; the one before works no longer",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: true, isIdempotent: false, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"id":{"type":"string","x-model":"whatsapp_group","description":"The group's record"}},\#
        "required":["id"],"additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object","properties":{"invite_link":{"type":"string","description":"The new link"}},\#
        "required":["invite_link"]}
        """#
}

extension ResetGroupInviteLink.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: WhatsAppGroup.ID.self)
        guard let id, object.isComplete() else { throw object.failure() }
        self.id = id
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        return .object(object)
    }
}

extension ResetGroupInviteLink.Output: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let inviteLink = object.required("invite_link", as: String.self)
        guard let inviteLink, object.isComplete() else { throw object.failure() }
        self.inviteLink = inviteLink
    }

    var json: JSON {
        var object = JSONObject()
        object["invite_link"] = inviteLink.json
        return .object(object)
    }
}

/// List who is in a group, as it is known here
///
/// Manifest: `tools.list_group_participants`
///
/// Handler: `Sources/Meta/Tools/ListGroupParticipants.swift`
enum ListGroupParticipants: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.list_group_participants.input`
    struct Input: Sendable {
        /// The group's record
        ///
        /// Manifest: `tools.list_group_participants.input.id`
        var id: WhatsAppGroup.ID
    }

    typealias Output = [GroupParticipant]

    static let descriptor = ToolDescriptor(
        handle: "list_group_participants",
        label: "Participants",
        description: "List who is in a group, as it is known here",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(isReadOnly: true, isOpenWorld: false),
        timeout: .seconds(10),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .pageContext, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"id":{"type":"string","x-model":"whatsapp_group","description":"The group's record"}},\#
        "required":["id"],"additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "items":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"address":{"type":"string","description":"Phone number, or how WhatsApp knows them"},\#
        "name":{"type":["string","null"],\#
        "description":"As they call themselves; known once they have written"}},"required":["address"]}}},\#
        "required":["items"]}
        """#
}

extension ListGroupParticipants.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: WhatsAppGroup.ID.self)
        guard let id, object.isComplete() else { throw object.failure() }
        self.id = id
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        return .object(object)
    }
}

/// Remove up to eight people from a group; WhatsApp tells when it is done
///
/// Manifest: `tools.remove_group_participants`
///
/// Handler: `Sources/Meta/Tools/RemoveGroupParticipants.swift`
enum RemoveGroupParticipants: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.remove_group_participants.input`
    struct Input: Sendable {
        /// The group's record
        ///
        /// Manifest: `tools.remove_group_participants.input.id`
        var id: WhatsAppGroup.ID

        /// Their addresses, as list_group_participants gives them
        ///
        /// Manifest: `tools.remove_group_participants.input.participants`
        var participants: [String]
    }

    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "remove_group_participants",
        label: "Remove participants",
        description: "Remove up to eight people from a group; WhatsApp tells when it is done",
        inputSchema: inputSchema,
        outputSchema: nil,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: true, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"id":{"type":"string","x-model":"whatsapp_group","description":"The group's record"},\#
        "participants":{"type":"array","items":{"type":"string"},\#
        "description":"Their addresses, as list_group_participants gives them"}},\#
        "required":["id","participants"],"additionalProperties":false}
        """#
}

extension RemoveGroupParticipants.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: WhatsAppGroup.ID.self)
        let participants = object.required("participants", as: [String].self)
        guard let id, let participants, object.isComplete() else { throw object.failure() }
        self.id = id
        self.participants = participants
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["participants"] = participants.json
        return .object(object)
    }
}

/// List who asks to come into a group
///
/// Manifest: `tools.list_group_join_requests`
///
/// Handler: `Sources/Meta/Tools/ListGroupJoinRequests.swift`
enum ListGroupJoinRequests: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.list_group_join_requests.input`
    struct Input: Sendable {
        /// The group's record
        ///
        /// Manifest: `tools.list_group_join_requests.input.id`
        var id: WhatsAppGroup.ID
    }

    typealias Output = [GroupJoinRequest]

    static let descriptor = ToolDescriptor(
        handle: "list_group_join_requests",
        label: "Join requests",
        description: "List who asks to come into a group",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(isReadOnly: true, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .pageContext, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"id":{"type":"string","x-model":"whatsapp_group","description":"The group's record"}},\#
        "required":["id"],"additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "items":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"request_id":{"type":"string","description":"Meta's id of the request"},\#
        "address":{"type":"string","description":"Phone number, or how WhatsApp knows them"},\#
        "name":{"type":["string","null"],"description":"As they call themselves, if they are known"},\#
        "asked_at":{"type":["string","null"],"format":"date-time","description":"When they asked"}},\#
        "required":["request_id","address"]}}},"required":["items"]}
        """#
}

extension ListGroupJoinRequests.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: WhatsAppGroup.ID.self)
        guard let id, object.isComplete() else { throw object.failure() }
        self.id = id
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        return .object(object)
    }
}

/// Let people into a group who asked; each request succeeds or fails for itself
///
/// Manifest: `tools.approve_group_join_requests`
///
/// Handler: `Sources/Meta/Tools/ApproveGroupJoinRequests.swift`
enum ApproveGroupJoinRequests: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.approve_group_join_requests.input`
    struct Input: Sendable {
        /// The group's record
        ///
        /// Manifest: `tools.approve_group_join_requests.input.id`
        var id: WhatsAppGroup.ID

        /// Meta's ids of the requests
        ///
        /// Manifest: `tools.approve_group_join_requests.input.request_ids`
        var requestIDs: [String]
    }

    /// Manifest: `tools.approve_group_join_requests.output`
    struct Output: Sendable {
        /// Requests that were approved
        ///
        /// Manifest: `tools.approve_group_join_requests.output.decided`
        var decided: [String]

        /// Requests that were not
        ///
        /// Manifest: `tools.approve_group_join_requests.output.failed`
        var failed: [GroupDecisionFailure]
    }

    static let descriptor = ToolDescriptor(
        handle: "approve_group_join_requests",
        label: "Let in",
        description: "Let people into a group who asked; each request succeeds or fails for itself",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: false, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"id":{"type":"string","x-model":"whatsapp_group","description":"The group's record"},\#
        "request_ids":{"type":"array","items":{"type":"string"},"minItems":1,"maxItems":100,\#
        "description":"Meta's ids of the requests"}},"required":["id","request_ids"],\#
        "additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "decided":{"type":"array","items":{"type":"string"},"description":"Requests that were approved"},\#
        "failed":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"request_id":{"type":"string","description":"Meta's id of the request"},\#
        "reason":{"type":"string","description":"Why not"}},"required":["request_id","reason"]},\#
        "description":"Requests that were not"}},"required":["decided","failed"]}
        """#
}

extension ApproveGroupJoinRequests.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: WhatsAppGroup.ID.self)
        let requestIDs = object.required("request_ids", as: [String].self, [.minimumItems(1), .maximumItems(100)])
        guard let id, let requestIDs, object.isComplete() else { throw object.failure() }
        self.id = id
        self.requestIDs = requestIDs
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["request_ids"] = requestIDs.json
        return .object(object)
    }
}

extension ApproveGroupJoinRequests.Output: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let decided = object.required("decided", as: [String].self)
        let failed = object.required("failed", as: [GroupDecisionFailure].self)
        guard let decided, let failed, object.isComplete() else { throw object.failure() }
        self.decided = decided
        self.failed = failed
    }

    var json: JSON {
        var object = JSONObject()
        object["decided"] = decided.json
        object["failed"] = failed.json
        return .object(object)
    }
}

/// Turn people away who asked to come into a group; each request succeeds or fails for itself
///
/// Manifest: `tools.reject_group_join_requests`
///
/// Handler: `Sources/Meta/Tools/RejectGroupJoinRequests.swift`
enum RejectGroupJoinRequests: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.reject_group_join_requests.input`
    struct Input: Sendable {
        /// The group's record
        ///
        /// Manifest: `tools.reject_group_join_requests.input.id`
        var id: WhatsAppGroup.ID

        /// Meta's ids of the requests
        ///
        /// Manifest: `tools.reject_group_join_requests.input.request_ids`
        var requestIDs: [String]
    }

    /// Manifest: `tools.reject_group_join_requests.output`
    struct Output: Sendable {
        /// Requests that were rejected
        ///
        /// Manifest: `tools.reject_group_join_requests.output.decided`
        var decided: [String]

        /// Requests that were not
        ///
        /// Manifest: `tools.reject_group_join_requests.output.failed`
        var failed: [GroupDecisionFailure]
    }

    static let descriptor = ToolDescriptor(
        handle: "reject_group_join_requests",
        label: "Turn away",
        description: "Turn people away who asked to come into a group; each request succeeds or fails for itself",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: true, isIdempotent: false, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"id":{"type":"string","x-model":"whatsapp_group","description":"The group's record"},\#
        "request_ids":{"type":"array","items":{"type":"string"},"minItems":1,"maxItems":100,\#
        "description":"Meta's ids of the requests"}},"required":["id","request_ids"],\#
        "additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "decided":{"type":"array","items":{"type":"string"},"description":"Requests that were rejected"},\#
        "failed":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"request_id":{"type":"string","description":"Meta's id of the request"},\#
        "reason":{"type":"string","description":"Why not"}},"required":["request_id","reason"]},\#
        "description":"Requests that were not"}},"required":["decided","failed"]}
        """#
}

extension RejectGroupJoinRequests.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let id = object.required("id", as: WhatsAppGroup.ID.self)
        let requestIDs = object.required("request_ids", as: [String].self, [.minimumItems(1), .maximumItems(100)])
        guard let id, let requestIDs, object.isComplete() else { throw object.failure() }
        self.id = id
        self.requestIDs = requestIDs
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["request_ids"] = requestIDs.json
        return .object(object)
    }
}

extension RejectGroupJoinRequests.Output: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let decided = object.required("decided", as: [String].self)
        let failed = object.required("failed", as: [GroupDecisionFailure].self)
        guard let decided, let failed, object.isComplete() else { throw object.failure() }
        self.decided = decided
        self.failed = failed
    }

    var json: JSON {
        var object = JSONObject()
        object["decided"] = decided.json
        object["failed"] = failed.json
        return .object(object)
    }
}

/// List the Facebook Pages that the connected person manages
///
/// Manifest: `tools.fetch_pages`
///
/// Handler: `Sources/Meta/Tools/FetchPages.swift`
enum FetchPages: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.fetch_pages.input`
    struct Input: Sendable {}

    typealias Output = [PageChoice]

    static let descriptor = ToolDescriptor(
        handle: "fetch_pages",
        label: "Pages",
        description: "List the Facebook Pages that the connected person manages",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(isReadOnly: true, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .pageContext, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object","additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "items":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"page_id":{"type":"string","description":"Meta Graph API Page ID"},\#
        "name":{"type":["string","null"],"description":"Page name"},\#
        "category":{"type":["string","null"],"description":"Page category"},\#
        "can_send":{"type":"boolean","description":"Whether the person may send messages as the page"},\#
        "is_added":{"type":"boolean","description":"Whether this workplace has it"},\#
        "channel_id":{"type":["string","null"],\#
        "description":"Channel of this page once it has been added"}},\#
        "required":["page_id","can_send","is_added"]}}},"required":["items"]}
        """#
}

extension FetchPages.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        guard object.isComplete() else { throw object.failure() }
    }

    var json: JSON {
        .object(JSONObject())
    }
}

/// Add a Facebook Page, and have its Messenger messages sent here
///
/// Manifest: `tools.add_facebook_page`
///
/// Handler: `Sources/Meta/Tools/AddFacebookPage.swift`
enum AddFacebookPage: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.add_facebook_page.input`
    struct Input: Sendable {
        /// Meta Graph API Page ID
        ///
        /// Manifest: `tools.add_facebook_page.input.page_id`
        var pageID: String
    }

    /// Manifest: `tools.add_facebook_page.output`
    struct Output: Sendable {
        /// The page's record
        ///
        /// Manifest: `tools.add_facebook_page.output.id`
        var id: FacebookPage.ID
    }

    static let descriptor = ToolDescriptor(
        handle: "add_facebook_page",
        label: "Add page",
        description: "Add a Facebook Page, and have its Messenger messages sent here",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(30),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object","properties":{"page_id":{"type":"string","description":"Meta Graph API Page ID"}},\#
        "required":["page_id"],"additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{"id":{"type":"string","x-model":"facebook_page","description":"The page's record"}},\#
        "required":["id"]}
        """#
}

extension AddFacebookPage.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let pageID = object.required("page_id", as: String.self)
        guard let pageID, object.isComplete() else { throw object.failure() }
        self.pageID = pageID
    }

    var json: JSON {
        var object = JSONObject()
        object["page_id"] = pageID.json
        return .object(object)
    }
}

extension AddFacebookPage.Output: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let id = object.required("id", as: FacebookPage.ID.self)
        guard let id, object.isComplete() else { throw object.failure() }
        self.id = id
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        return .object(object)
    }
}

/// Remove a Facebook Page; its messages stop to come
///
/// Manifest: `tools.remove_facebook_page`
///
/// Handler: `Sources/Meta/Tools/RemoveFacebookPage.swift`
enum RemoveFacebookPage: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.remove_facebook_page.input`
    struct Input: Sendable {
        /// Meta Graph API Page ID
        ///
        /// Manifest: `tools.remove_facebook_page.input.page_id`
        var pageID: String
    }

    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "remove_facebook_page",
        label: "Remove page",
        description: "Remove a Facebook Page; its messages stop to come",
        inputSchema: inputSchema,
        outputSchema: nil,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: true, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object","properties":{"page_id":{"type":"string","description":"Meta Graph API Page ID"}},\#
        "required":["page_id"],"additionalProperties":false}
        """#
}

extension RemoveFacebookPage.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let pageID = object.required("page_id", as: String.self)
        guard let pageID, object.isComplete() else { throw object.failure() }
        self.pageID = pageID
    }

    var json: JSON {
        var object = JSONObject()
        object["page_id"] = pageID.json
        return .object(object)
    }
}

/// List the professional Instagram accounts of the person's pages
///
/// Manifest: `tools.fetch_instagram_accounts`
///
/// Handler: `Sources/Meta/Tools/FetchInstagramAccounts.swift`
enum FetchInstagramAccounts: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.fetch_instagram_accounts.input`
    struct Input: Sendable {}

    typealias Output = [InstagramChoice]

    static let descriptor = ToolDescriptor(
        handle: "fetch_instagram_accounts",
        label: "Instagram accounts",
        description: "List the professional Instagram accounts of the person's pages",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(isReadOnly: true, isOpenWorld: true),
        timeout: .seconds(30),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .pageContext, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object","additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "items":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{\#
        "instagram_account_id":{"type":"string","description":"Meta Graph API Instagram Account ID"},\#
        "username":{"type":["string","null"],"description":"Instagram username"},\#
        "page_id":{"type":"string","description":"The page that it belongs to"},\#
        "is_added":{"type":"boolean","description":"Whether this workplace has it"},\#
        "channel_id":{"type":["string","null"],\#
        "description":"Channel of this account once it has been added"}},\#
        "required":["instagram_account_id","page_id","is_added"]}}},"required":["items"]}
        """#
}

extension FetchInstagramAccounts.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        guard object.isComplete() else { throw object.failure() }
    }

    var json: JSON {
        .object(JSONObject())
    }
}

/// Add an Instagram account, and have its direct messages sent here
///
/// Manifest: `tools.add_instagram_account`
///
/// Handler: `Sources/Meta/Tools/AddInstagramAccount.swift`
enum AddInstagramAccount: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.add_instagram_account.input`
    struct Input: Sendable {
        /// Meta Graph API Instagram Account ID
        ///
        /// Manifest: `tools.add_instagram_account.input.instagram_account_id`
        var instagramAccountID: String
    }

    /// Manifest: `tools.add_instagram_account.output`
    struct Output: Sendable {
        /// The account's record
        ///
        /// Manifest: `tools.add_instagram_account.output.id`
        var id: InstagramAccount.ID
    }

    static let descriptor = ToolDescriptor(
        handle: "add_instagram_account",
        label: "Add account",
        description: "Add an Instagram account, and have its direct messages sent here",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(30),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "instagram_account_id":{"type":"string","description":"Meta Graph API Instagram Account ID"}},\#
        "required":["instagram_account_id"],"additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "id":{"type":"string","x-model":"instagram_account","description":"The account's record"}},\#
        "required":["id"]}
        """#
}

extension AddInstagramAccount.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let instagramAccountID = object.required("instagram_account_id", as: String.self)
        guard let instagramAccountID, object.isComplete() else { throw object.failure() }
        self.instagramAccountID = instagramAccountID
    }

    var json: JSON {
        var object = JSONObject()
        object["instagram_account_id"] = instagramAccountID.json
        return .object(object)
    }
}

extension AddInstagramAccount.Output: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let id = object.required("id", as: InstagramAccount.ID.self)
        guard let id, object.isComplete() else { throw object.failure() }
        self.id = id
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        return .object(object)
    }
}

/// Remove an Instagram account from this workplace
///
/// Manifest: `tools.remove_instagram_account`
///
/// Handler: `Sources/Meta/Tools/RemoveInstagramAccount.swift`
enum RemoveInstagramAccount: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.remove_instagram_account.input`
    struct Input: Sendable {
        /// Meta Graph API Instagram Account ID
        ///
        /// Manifest: `tools.remove_instagram_account.input.instagram_account_id`
        var instagramAccountID: String
    }

    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "remove_instagram_account",
        label: "Remove account",
        description: "Remove an Instagram account from this workplace",
        inputSchema: inputSchema,
        outputSchema: nil,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: true, isIdempotent: true, isOpenWorld: false),
        timeout: .seconds(10),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "instagram_account_id":{"type":"string","description":"Meta Graph API Instagram Account ID"}},\#
        "required":["instagram_account_id"],"additionalProperties":false}
        """#
}

extension RemoveInstagramAccount.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let instagramAccountID = object.required("instagram_account_id", as: String.self)
        guard let instagramAccountID, object.isComplete() else { throw object.failure() }
        self.instagramAccountID = instagramAccountID
    }

    var json: JSON {
        var object = JSONObject()
        object["instagram_account_id"] = instagramAccountID.json
        return .object(object)
    }
}

/// Fetch all templates of the connected WhatsApp account
///
/// Manifest: `tools.list_message_templates`
///
/// Handler: `Sources/Meta/Tools/ListMessageTemplates.swift`
enum ListMessageTemplates: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.list_message_templates.input`
    struct Input: Sendable {}

    typealias Output = [MessageTemplate.Readable]

    static let descriptor = ToolDescriptor(
        handle: "list_message_templates",
        label: "Refresh templates",
        description: "Fetch all templates of the connected WhatsApp account",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(30),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object","additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "items":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{\#
        "id":{"type":"string","x-model":"message_template","description":"Identifies the instance."},\#
        "template_id":{"type":"string","description":"Meta Graph API template ID"},\#
        "name":{"type":["string","null"],"description":"Name of the template"},\#
        "language":{"type":["string","null"],"description":"Its language"},\#
        "status":{"type":["string","null"],\#
        "examples":["APPROVED","PENDING","REJECTED","PAUSED","DISABLED","DELETED","OTHER"],\#
        "description":"Whether it can be sent"},\#
        "category":{"type":["string","null"],"examples":["MARKETING","UTILITY","AUTHENTICATION","OTHER"],\#
        "description":"What it is for, which decides on its price and rules"},\#
        "quality":{"type":["string","null"],"examples":["GREEN","YELLOW","RED","UNKNOWN"],\#
        "description":"How people took to it"},\#
        "text":{"type":["string","null"],"description":"How it reads, with its variables"},\#
        "reason":{"type":["string","null"],"description":"Why Meta rejected or paused it"},\#
        "created_at":{"type":"string","format":"date-time","description":"When the instance was created."},\#
        "updated_at":{"type":"string","format":"date-time",\#
        "description":"When the instance was last changed."},\#
        "refreshed_at":{"type":"string","format":"date-time",\#
        "description":"When the app last wrote the instance."}},\#
        "required":["id","template_id","created_at","updated_at","refreshed_at"]}}},"required":["items"]}
        """#
}

extension ListMessageTemplates.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        guard object.isComplete() else { throw object.failure() }
    }

    var json: JSON {
        .object(JSONObject())
    }
}

/// Hand a template in for Meta's approval
///
/// Manifest: `tools.create_message_template`
///
/// Handler: `Sources/Meta/Tools/CreateMessageTemplate.swift`
enum CreateMessageTemplate: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.create_message_template.input`
    struct Input: Sendable {
        /// Small letters, digits and _
        ///
        /// Manifest: `tools.create_message_template.input.name`
        var name: String

        /// Its language, as en_GB or sv
        ///
        /// Manifest: `tools.create_message_template.input.language`
        var language: String = "en_GB"

        /// What it is for: utility answers something that a person did
        ///
        /// Manifest: `tools.create_message_template.input.category`
        var category: Category = .utility

        /// A text above
        ///
        /// Manifest: `tools.create_message_template.input.header`
        var header: String?

        /// In place of it a picture, a film or a document above: an example of one, for the reviewers
        ///
        /// Manifest: `tools.create_message_template.input.header_sample`
        var headerSample: FileReference?

        /// With variables as {{1}}
        ///
        /// Manifest: `tools.create_message_template.input.body`
        var body: String

        /// A text below
        ///
        /// Manifest: `tools.create_message_template.input.footer`
        var footer: String?

        /// Answers to press
        ///
        /// Manifest: `tools.create_message_template.input.quick_replies`
        var quickReplies: [String] = []

        /// An example for each variable
        ///
        /// Manifest: `tools.create_message_template.input.examples`
        var examples: [String] = []

        /// What it is for: utility answers something that a person did
        ///
        /// Manifest: `tools.create_message_template.input.category.options`
        enum Category: OptionValue {
            case marketing
            case utility
            case authentication

            /// A value that the manifest does not list.
            indirect case unknown(String)

            static let allCases: [Category] = [.marketing, .utility, .authentication]

            var rawValue: String {
                switch self {
                case .marketing: "MARKETING"
                case .utility: "UTILITY"
                case .authentication: "AUTHENTICATION"
                case .unknown(let value): value
                }
            }

            var label: String {
                switch self {
                case .marketing: "Marketing"
                case .utility: "Utility"
                case .authentication: "Authentication"
                case .unknown(let value): value
                }
            }
        }
    }

    /// Manifest: `tools.create_message_template.output`
    struct Output: Sendable {
        /// The template's record
        ///
        /// Manifest: `tools.create_message_template.output.id`
        var id: MessageTemplate.ID

        /// Meta's first word on it
        ///
        /// Manifest: `tools.create_message_template.output.status`
        var status: String
    }

    static let descriptor = ToolDescriptor(
        handle: "create_message_template",
        label: "Create template",
        description: "Hand a template in for Meta's approval",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: false, isIdempotent: false, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"name":{"type":"string","description":"Small letters, digits and _"},\#
        "language":{"type":"string","description":"Its language, as en_GB or sv","default":"en_GB"},\#
        "category":{"type":"string","enum":["MARKETING","UTILITY","AUTHENTICATION"],\#
        "description":"What it is for: utility answers something that a person did","default":"UTILITY"},\#
        "header":{"type":["string","null"],"description":"A text above"},\#
        "header_sample":{"type":["string","null"],"x-file":true,\#
        "description":"In place of it a picture, a film or a document above: an example of one, for the \#
        reviewers"},"body":{"type":"string","description":"With variables as {{1}}"},\#
        "footer":{"type":["string","null"],"description":"A text below"},\#
        "quick_replies":{"type":"array","items":{"type":"string"},"description":"Answers to press",\#
        "default":[]},\#
        "examples":{"type":"array","items":{"type":"string"},"description":"An example for each variable",\#
        "default":[]}},"required":["name","body"],"additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{\#
        "id":{"type":"string","x-model":"message_template","description":"The template's record"},\#
        "status":{"type":"string","description":"Meta's first word on it"}},"required":["id","status"]}
        """#
}

extension CreateMessageTemplate.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let name = object.required("name", as: String.self)
        let language = object.defaulted("language", as: String.self, default: "en_GB")
        let category = object.defaulted(
            "category", as: Category.self, default: .utility, [.options(Category.allCases.map(\.rawValue))])
        let header = object.optional("header", as: String.self)
        let headerSample = object.optional(
            "header_sample",
            as: FileReference.self,
            [
                .file(
                    FileRule(
                        accepted: ["image/jpeg", "image/png", "video/mp4", "application/pdf"],
                        maximumSize: 104857600,
                        allowsInline: true)),
            ])
        let body = object.required("body", as: String.self)
        let footer = object.optional("footer", as: String.self)
        let quickReplies = object.defaulted("quick_replies", as: [String].self, default: [])
        let examples = object.defaulted("examples", as: [String].self, default: [])
        guard let name, let body, object.isComplete() else { throw object.failure() }
        self.name = name
        self.language = language
        self.category = category
        self.header = header
        self.headerSample = headerSample
        self.body = body
        self.footer = footer
        self.quickReplies = quickReplies
        self.examples = examples
    }

    var json: JSON {
        var object = JSONObject()
        object["name"] = name.json
        object["language"] = language.json
        object["category"] = category.json
        object["header"] = header?.json
        object["header_sample"] = headerSample?.json
        object["body"] = body.json
        object["footer"] = footer?.json
        object["quick_replies"] = quickReplies.json
        object["examples"] = examples.json
        return .object(object)
    }
}

extension CreateMessageTemplate.Output: ObjectOutput {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        let id = object.required("id", as: MessageTemplate.ID.self)
        let status = object.required("status", as: String.self)
        guard let id, let status, object.isComplete() else { throw object.failure() }
        self.id = id
        self.status = status
    }

    var json: JSON {
        var object = JSONObject()
        object["id"] = id.json
        object["status"] = status.json
        return .object(object)
    }
}

/// Delete a template at Meta, in all of its languages
///
/// Manifest: `tools.delete_message_template`
///
/// Handler: `Sources/Meta/Tools/DeleteMessageTemplate.swift`
enum DeleteMessageTemplate: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.delete_message_template.input`
    struct Input: Sendable {
        /// Name of the template
        ///
        /// Manifest: `tools.delete_message_template.input.name`
        var name: String
    }

    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "delete_message_template",
        label: "Delete template",
        description: "Delete a template at Meta, in all of its languages",
        inputSchema: inputSchema,
        outputSchema: nil,
        annotations: ToolDescriptor.Annotations(
            isReadOnly: false, isDestructive: true, isIdempotent: true, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object","properties":{"name":{"type":"string","description":"Name of the template"}},\#
        "required":["name"],"additionalProperties":false}
        """#
}

extension DeleteMessageTemplate.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let name = object.required("name", as: String.self)
        guard let name, object.isComplete() else { throw object.failure() }
        self.name = name
    }

    var json: JSON {
        var object = JSONObject()
        object["name"] = name.json
        return .object(object)
    }
}

/// Show how a template reads with its variables filled in
///
/// Manifest: `tools.preview_message_template`
///
/// Handler: `Sources/Meta/Tools/PreviewMessageTemplate.swift`
enum PreviewMessageTemplate: Tool {
    typealias Owner = Meta

    /// Manifest: `tools.preview_message_template.input`
    struct Input: Sendable {
        /// Name of the template
        ///
        /// Manifest: `tools.preview_message_template.input.name`
        var name: String

        /// Its language
        ///
        /// Manifest: `tools.preview_message_template.input.language`
        var language: String

        /// For the variables, in order
        ///
        /// Manifest: `tools.preview_message_template.input.texts`
        var texts: [String] = []
    }

    typealias Output = TemplatePreview

    static let descriptor = ToolDescriptor(
        handle: "preview_message_template",
        label: "Preview template",
        description: "Show how a template reads with its variables filled in",
        inputSchema: inputSchema,
        outputSchema: outputSchema,
        annotations: ToolDescriptor.Annotations(isReadOnly: true, isOpenWorld: true),
        timeout: .seconds(20),
        triggers: [.agent, .workflow, .form, .action, .fieldChange, .pageContext, .schedule, .provision, .developer])

    private static let inputSchema = #"""
        {"type":"object",\#
        "properties":{"name":{"type":"string","description":"Name of the template"},\#
        "language":{"type":"string","description":"Its language"},\#
        "texts":{"type":"array","items":{"type":"string"},"description":"For the variables, in order",\#
        "default":[]}},"required":["name","language"],"additionalProperties":false}
        """#

    private static let outputSchema = #"""
        {"type":"object",\#
        "properties":{"text":{"type":"string","description":"The message"},\#
        "variables":{"type":"array","items":{"type":"string"},\#
        "description":"Variables of the body, in order"}},"required":["text","variables"]}
        """#
}

extension PreviewMessageTemplate.Input: JSONConvertible {
    init(json: JSON, at path: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .reject)
        let name = object.required("name", as: String.self)
        let language = object.required("language", as: String.self)
        let texts = object.defaulted("texts", as: [String].self, default: [])
        guard let name, let language, object.isComplete() else { throw object.failure() }
        self.name = name
        self.language = language
        self.texts = texts
    }

    var json: JSON {
        var object = JSONObject()
        object["name"] = name.json
        object["language"] = language.json
        object["texts"] = texts.json
        return .object(object)
    }
}
