import Foundation
import GraphAPI
import IntegrationKit
import Testing

@Suite("WhatsApp message types")
struct MessageContentTests {
    @Test(
        "every type has a kind and a truthful line",
        arguments: [
            (#""type":"text","text":{"body":"Hi"}"#, "text", "Hi"),
            (
                #""type":"image","image":{"id":"1","mime_type":"image/jpeg","caption":"The kettle"}"#, "image",
                "Image: The kettle"
            ),
            (#""type":"image","image":{"id":"1"}"#, "image", "Image"),
            (#""type":"audio","audio":{"id":"1","voice":true}"#, "audio", "Voice message"),
            (#""type":"audio","audio":{"id":"1","voice":false}"#, "audio", "Audio"),
            (#""type":"video","video":{"id":"1"}"#, "video", "Video"),
            (
                #""type":"document","document":{"id":"1","filename":"a.pdf","caption":"Offer"}"#, "document",
                "Document a.pdf: Offer"
            ),
            (#""type":"sticker","sticker":{"id":"1","animated":true}"#, "sticker", "Sticker"),
            (#""type":"location","location":{"latitude":51.5,"longitude":-0.25}"#, "location", "Location: 51.5, -0.25"),
            (
                #""type":"location","location":{"latitude":51,"longitude":0,"name":"Dock","address":"1 Quay"}"#,
                "location", "Location: Dock, 1 Quay"
            ),
            (
                #""type":"contacts","contacts":[{"name":{"formatted_name":"Ann"},"phones":[{"phone":"+1 2"}]},{"name":{}}]"#,
                "contacts", "Contact: Ann, +1 2; without a name"
            ),
            (
                #""type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"b","title":"Yes"}}"#,
                "button_reply", "Yes"
            ),
            (
                #""type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"l","title":"Blue","description":"Large"}}"#,
                "list_reply", "Blue: Large"
            ),
            (
                #""type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent","response_json":"{}"}}"#,
                "form_reply", "Sent"
            ),
            (
                #""type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"address_message","response_json":"{}"}}"#,
                "form_reply", "Sent an address"
            ),
            (
                #""type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{"response":"accept"}}"#,
                "call_permission", "Allowed calls"
            ),
            (
                #""type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{"response":"accept","expiration_timestamp":1795946400}}"#,
                "call_permission", "Allowed calls until 2026-11-29"
            ),
            (
                #""type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{"response":"accept","is_permanent":true,"response_source":"automatic"}}"#,
                "call_permission", "Calls are allowed, because they called, until they say otherwise"
            ),
            (
                #""type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{"response":"reject"}}"#,
                "call_permission", "Declined calls"
            ),
            (
                #""type":"contacts","contacts":[{"name":{"formatted_name":"Ann"},"phones":[{"phone":"+44 1","wa_id":"441"}],"origin":"contact_request"}]"#,
                "contacts", "Shared their number: Ann, +44 1"
            ),
            (#""type":"button","button":{"text":"Stop","payload":"p"}"#, "button", "Stop"),
            (#""type":"reaction","reaction":{"message_id":"w","emoji":"👍"}"#, "reaction", "Reacted 👍"),
            (#""type":"reaction","reaction":{"message_id":"w","emoji":""}"#, "reaction", "Took a reaction back"),
            (#""type":"reaction","reaction":{"message_id":"w"}"#, "reaction", "Took a reaction back"),
            (
                #""type":"order","order":{"catalog_id":"c","text":"Soon","product_items":[{"product_retailer_id":"k","quantity":"2","item_price":3.5}]}"#,
                "order", "Order of 1 product: Soon"
            ),
            (
                #""type":"system","system":{"type":"user_changed_number","body":"changed","wa_id":"2"}"#, "system",
                "changed"
            ),
            (
                #""type":"edit","edit":{"original_message_id":"w","message":{"type":"text","text":{"body":"green"}}}"#,
                "edit", "Changed a message: green"
            ),
            (#""type":"revoke","revoke":{"original_message_id":"w"}"#, "revoke", "Deleted a message"),
            (#""type":"request_welcome""#, "request_welcome", "Opened the chat"),
            (
                #""type":"unsupported","unsupported":{"type":"poll"},"errors":[{"code":131051,"error_data":{"details":"Cannot be shown."}}]"#,
                "unsupported", "A message that WhatsApp does not pass on (poll) (Cannot be shown.)"
            ),
            (
                #""type":"video","video":{"mime_type":"video/mp4"},"errors":[{"code":131052,"title":"Media download error"}]"#,
                "video", "Video (Media download error)"
            ),
            // What is not in the form of its type is not guessed at.
            (#""type":"text""#, "text", "A message of an unknown kind (text)"),
            (#""type":"text","text":{"body":7}"#, "text", "A message of an unknown kind (text)"),
            (#""type":"image","image":null"#, "image", "A message of an unknown kind (image)"),
            (
                #""type":"location","location":{"latitude":"north"}"#, "location",
                "A message of an unknown kind (location)"
            ),
            (
                #""type":"interactive","interactive":{"type":"new","new":{}}"#, "interactive",
                "A message of an unknown kind (interactive)"
            ),
            (
                #""type":"edit","edit":{"original_message_id":"w","message":{"type":"edit","edit":{}}}"#, "edit",
                "A message of an unknown kind (edit)"
            ),
            (#""type":"hologram","hologram":{"a":1}"#, "hologram", "A message of an unknown kind (hologram)"),
            (#""type":7"#, "untyped", "A message of an unknown kind (untyped)"),
        ] as [(String, String, String)])
    func types(members: String, kind: String, text: String) throws {
        let message = try message(#"{"from":"447700900417","id":"m","timestamp":"1",\#(members)}"#)
        #expect(message.content.kind == kind)
        #expect(message.text == text)
        let inbound = try #require(line(of: message))
        #expect(inbound.kind == kind)
        #expect(inbound.text == text)
        #expect(inbound.content == message.raw)
    }

    /// What stands in the conversation: of a change, when the message that it names is not known.
    private func line(of message: WhatsAppMessage) -> InboundMessage? {
        switch GraphAPI.WebhookPayload.messages(in: .message(message)).first {
        case .received(let inbound)?: inbound
        case .amended(let amendment)?: amendment.otherwise
        case .status?, .receipt?, .moved?, nil: nil
        }
    }

    @Test("a file keeps all that is needed to fetch it")
    func media() throws {
        let message = try message(
            #"{"from":"1","id":"m","type":"document","document":{"id":"1840","mime_type":"application/pdf","sha256":"q83v","filename":"a.pdf","url":"https://lookaside.fbsbx.com/x"}}"#
        )
        guard case .media(let media) = message.content else { throw InvalidValue(at: "", "is no media") }
        #expect(media.id == "1840")
        #expect(media.mimeType == "application/pdf")
        #expect(media.sha256 == "q83v")
        #expect(media.url == "https://lookaside.fbsbx.com/x")
    }

    @Test("replies, reactions, edits and deletions name the message that they are about")
    func references() throws {
        func replyTo(_ members: String) throws -> String? {
            let message = try message(#"{"from":"1","id":"m",\#(members)}"#)
            return line(of: message)?.replyTo
        }
        #expect(try replyTo(#""type":"text","text":{"body":"x"},"context":{"from":"2","id":"w1"}"#) == "w1")
        #expect(try replyTo(#""type":"reaction","reaction":{"message_id":"w2"}"#) == "w2")
        #expect(try replyTo(#""type":"revoke","revoke":{"original_message_id":"w3"}"#) == "w3")
        #expect(
            try replyTo(
                #""type":"edit","edit":{"original_message_id":"w4","message":{"type":"text","text":{"body":"x"}}}"#)
                == "w4")
        #expect(try replyTo(#""type":"text","text":{"body":"x"},"context":{"forwarded":true}"#) == nil)
        let forwarded = try message(
            #"{"from":"1","id":"m","type":"text","text":{"body":"x"},"context":{"forwarded":true}}"#)
        #expect(forwarded.reference?.isForwarded == true)
    }

    @Test("a change of number tells the new one")
    func numberChange() throws {
        let message = try message(
            #"{"from":"447700900417","id":"m","timestamp":"1795342377","type":"system","system":{"body":"changed","wa_id":"447700900733","type":"user_changed_number"}}"#
        )
        guard case .system(let note) = message.content else { throw InvalidValue(at: "", "is no note") }
        #expect(note.type == "user_changed_number")
        #expect(note.newWaID == "447700900733")
        #expect(message.address == "+447700900417")
        let events = GraphAPI.WebhookPayload.messages(in: .message(message))
        #expect(events.count == 2, "the note stands in the conversation, which goes on under the new number")
        let change = AddressChange(
            from: "+447700900417", address: "+447700900733", personID: nil, occurredAt: Date(timeIntervalSince1970: 1_795_342_377))
        #expect(events.last == .moved(change))
    }

    @Test("somebody who was known by an id alone and shares their own number is known by that")
    func sharedNumber() throws {
        func moved(_ sender: String, origin: String) throws -> Bool {
            let message = try message(
                #"{\#(sender),"id":"m","timestamp":"5","type":"contacts","contacts":[{"name":{"formatted_name":"Ann"},"phones":[{"phone":"+44 1","wa_id":"441"}],"origin":"\#(origin)"}]}"#)
            let change = AddressChange(from: "GB.7", address: "+441", personID: nil, occurredAt: Date(timeIntervalSince1970: 5))
            return GraphAPI.WebhookPayload.messages(in: .message(message)).contains(.moved(change))
        }
        let hidden = #""from_user_id":"GB.7""#
        #expect(try moved(hidden, origin: "contact_request"))
        #expect(try !moved(hidden, origin: "other"), "somebody else's card")
        #expect(try !moved(#"\#(hidden),"from":"442""#, origin: "contact_request"), "the number that they write from is theirs")
    }

    @Test("changes of ids name them, notes of other kinds move nobody", arguments: [
        (#""from":"447700900417","system":{"type":"user_changed_user_id","user_id":"GB.9","wa_id":"447700900417"}"#, "+447700900417", nil, "GB.9"),
        (#""from_user_id":"GB.7","system":{"type":"user_changed_user_id","user_id":"GB.9"}"#, "GB.7", nil, "GB.9"),
        (#""from":"1","system":{"type":"customer_changed_number","new_wa_id":"2"}"#, "+1", "+2", nil),
        (#""from":"1","system":{"type":"user_changed_number","wa_id":"2","user_id":"GB.9"}"#, "+1", "+2", "GB.9"),
        (#""from":"1","group_id":"g","system":{"type":"user_changed_number","wa_id":"2"}"#, nil, nil, nil),
        (#""from":"1","system":{"type":"user_changed_number"}"#, nil, nil, nil),
        (#""from":"1","system":{"type":"customer_identity_changed","wa_id":"2"}"#, nil, nil, nil),
    ] as [(String, String?, String?, String?)])
    func moves(members: String, from: String?, address: String?, person: String?) throws {
        let message = try message(#"{"id":"m","timestamp":"5","type":"system",\#(members)}"#)
        let moves = GraphAPI.WebhookPayload.messages(in: .message(message)).compactMap { event in
            if case .moved(let change) = event { change } else { nil as AddressChange? }
        }
        let expected = from.map {
            AddressChange(from: $0, address: address, personID: person, occurredAt: Date(timeIntervalSince1970: 5))
        }
        #expect(moves == [expected].compactMap { $0 })
    }

    @Test("a message without an id or a sender stays an event, but enters no conversation")
    func incomplete() throws {
        for text in [
            #"{"from":"1","type":"text","text":{"body":"x"}}"#, #"{"id":"m","type":"text","text":{"body":"x"}}"#,
        ] {
            let message = try message(text)
            #expect(message.content == .text("x"))
            #expect(GraphAPI.WebhookPayload.messages(in: .message(message)).isEmpty)
        }
    }
}
