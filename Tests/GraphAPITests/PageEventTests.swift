import Foundation
import GraphAPI
import IntegrationKit
import Testing

/// A delivery of one event of a page's or an Instagram account's conversations.
private func pageDelivery(_ event: String, object: String = "page", list: String = "messaging") -> String {
    #"""
    {"object":"\#(object)","entry":[{"id":"104","time":1795341600668,"\#(list)":[
    {"sender":{"id":"883"},"recipient":{"id":"104"},"timestamp":1795341600417,\#(event)}]}]}
    """#
}

private func channelEvents(_ body: String) throws -> [ChannelEvent] {
    try events(body).flatMap { GraphAPI.WebhookPayload.messages(in: $0) }
}

private func received(_ body: String) throws -> InboundMessage {
    guard case .received(let message) = try channelEvents(body).first else { throw InvalidValue(at: "", "is no message") }
    return message
}

@Suite("Messenger and Instagram events")
struct PageEventTests {
    private static let at = Date(timeIntervalSince1970: 1_795_341_600.417)

    @Test("a text is a message of the person's conversation, on the channel that the object says")
    func text() throws {
        for (object, channel) in [("page", "messenger"), ("instagram", "instagram")] {
            let body = pageDelivery(#""message":{"mid":"m_1","text":"Open?"}"#, object: object)
            let split = try split(body)
            #expect(split.map(\.channel) == [channel] && split.map(\.channelIdentifier) == ["104"])
            #expect(split[0].deduplicationKey == "\(object).message:104:m_1" && split[0].orderingKey == "\(object):104:883")
            let message = try received(body)
            #expect(message.remoteID == "m_1" && message.address == "883" && message.direction == .inbound)
            #expect(message.kind == "text" && message.text == "Open?" && message.sentAt == Self.at && message.opensWindow)
        }
    }

    private func comment(_ field: String, _ value: String, object: String) -> String {
        #"{"object":"\#(object)","entry":[{"id":"104","time":1795341600,"changes":[{"field":"\#(field)","value":\#(value)}]}]}"#
    }

    @Test("a comment stands in its writer's conversation, opens no window, and has an identity of its own")
    func comments() throws {
        let feed = comment(
            "feed",
            #"{"item":"comment","verb":"add","from":{"id":"883","name":"Imogen"},"comment_id":"9_1","post_id":"104_9","message":"How much?","created_time":1795341500}"#,
            object: "page")
        let instagram = comment(
            "comments", #"{"id":"179","from":{"id":"109","username":"imogen.h"},"media":{"id":"178"},"text":"How much?"}"#,
            object: "instagram")
        for (body, id, person, name, channel, second) in [
            (feed, "9_1", "883", "Imogen", "messenger", 1_795_341_500.0),
            (instagram, "179", "109", "imogen.h", "instagram", 1_795_341_600),
        ] {
            let split = try split(body)
            #expect(split.map(\.channel) == [channel] && split.map(\.channelIdentifier) == ["104"])
            #expect(split[0].orderingKey.hasSuffix(":104:\(person)") && split[0].deduplicationKey.hasSuffix(":104:\(id):add"))
            let message = try received(body)
            #expect(message.remoteID == id && message.address == person && message.contactName == name)
            #expect(message.kind == "comment" && message.text == "How much?" && !message.opensWindow)
            #expect(message.sentAt == Date(timeIntervalSince1970: second))
        }
    }

    @Test("a changed comment changes, a removed one goes, and what is no comment of a person's is kept as it came")
    func changedComments() throws {
        func event(_ verb: String, _ item: String = "comment", from: String = #"{"id":"883"}"#) -> String {
            comment(
                "feed", #"{"item":"\#(item)","verb":"\#(verb)","from":\#(from),"comment_id":"9_1","message":"New"}"#, object: "page")
        }
        guard case .amended(let edit) = try channelEvents(event("edited")).first,
            case .amended(let removal) = try channelEvents(event("remove")).first
        else { throw InvalidValue(at: "", "is no amendment") }
        #expect(edit.remoteID == "9_1" && edit.change == .edit(text: "New", parts: []))
        #expect(removal.remoteID == "9_1" && removal.change == .deletion)
        #expect(try channelEvents(event("add", from: #"{"id":"104"}"#)).isEmpty, "the page's own")
        for other in [event("add", "photo"), event("hide"), event("add", from: "null")] {
            #expect(try split(other).map(\.kind) == ["page.feed"] && channelEvents(other).isEmpty)
        }
    }

    @Test(
        "every kind of message has a word, a truthful line and its parts",
        arguments: [
            (#""text":"L","quick_reply":{"payload":"SIZE"}"#, "quick_reply", "L", 0),
            (#""attachments":[{"type":"image","payload":{"url":"https://x/a.jpg"}}]"#, "image", "Image", 1),
            (#""attachments":[{"type":"file","payload":{"url":"https://x/a.pdf"}}]"#, "document", "Document", 1),
            (
                #""attachments":[{"type":"image","payload":{"url":"https://x/1"}},{"type":"video","payload":{"url":"https://x/2"}}]"#,
                "image", "Image, Video", 2
            ),
            (
                #""attachments":[{"type":"fallback","payload":{"url":"https://x/sale","title":"Sale"}}]"#, "fallback",
                "Shared link: Sale", 1
            ),
            (
                #""attachments":[{"type":"story_mention","payload":{"url":"https://x/s"}}]"#, "story_mention",
                "Mentioned you in a story", 1
            ),
            (
                #""attachments":[{"type":"ephemeral"}]"#, "ephemeral",
                "A picture to be seen once, which cannot be shown here", 0
            ),
            (
                #""attachments":[{"type":"hologram","payload":{}}]"#, "hologram",
                "An attachment of an unknown kind (hologram)", 0
            ),
            (#""text":"Nice","reply_to":{"story":{"url":"https://x/s","id":"1"}}"#, "story_reply", "Nice", 1),
            (#""is_unsupported":true"#, "unsupported", "A message that Messenger does not pass on", 0),
            (
                #""attachments":[{"type":"location","payload":{"coordinates":{"lat":51.5,"long":-0.2}}}]"#, "location",
                "Location", 1
            ),
            (
                #""attachments":[{"type":"template","payload":{"product":{"elements":[{"id":"1","title":"Kettle"}]}}}]"#,
                "template", "Product Kettle", 0
            ),
        ] as [(String, String, String, Int)])
    func kinds(json: String, kind: String, text: String, parts: Int) throws {
        let message = try received(pageDelivery(#""message":{"mid":"m_1",\#(json)}"#))
        #expect(message.kind == kind && message.text == text && message.parts.count == parts)
    }

    @Test("an answer names what it answers")
    func reply() throws {
        #expect(try received(pageDelivery(#""message":{"mid":"m_2","text":"x","reply_to":{"mid":"m_1"}}"#)).replyTo == "m_1")
    }

    @Test("an echo is outgoing and settles the send whose id it carries, but opens no window")
    func echo() throws {
        let body = #"""
            {"object":"page","entry":[{"id":"104","messaging":[{"sender":{"id":"104"},"recipient":{"id":"883"},
            "timestamp":1795341600417,"message":{"mid":"m_9","is_echo":true,"app_id":1,"metadata":"msg_1","text":"On its way"}}]}]}
            """#
        let split = try split(body)
        #expect(split[0].deduplicationKey == "page.echo:104:m_9" && split[0].orderingKey == "page:104:883")
        let events = try channelEvents(body)
        guard case .status(let status) = events.first, case .received(let message) = events.last else {
            Issue.record("\(events)")
            return
        }
        #expect(status.messageID == MessageID("msg_1") && status.remoteID == "m_9" && status.status == .sent)
        #expect(message.direction == .outbound && message.address == "883" && !message.opensWindow)
    }

    @Test("edits, unsends and reactions change the message they name, and are told apart from it")
    func amendments() throws {
        let cases: [(String, MessageAmendment.Change, String)] = [
            (
                #""message_edit":{"mid":"m_1","text":"Saturday?","num_edit":2}"#, .edit(text: "Saturday?", parts: []),
                "page.message_edit:104:m_1:2"
            ),
            (#""message":{"mid":"m_1","is_deleted":true}"#, .deletion, "page.unsend:104:m_1"),
            (#""reaction":{"mid":"m_1","action":"react","reaction":"love","emoji":"❤️"}"#, .reaction(by: "883", emoji: "❤️"), ""),
            (#""reaction":{"mid":"m_1","action":"unreact"}"#, .reaction(by: "883", emoji: nil), ""),
        ]
        for (json, change, key) in cases {
            let body = pageDelivery(json)
            guard case .amended(let amendment) = try channelEvents(body).first else {
                Issue.record("\(json) is no change")
                continue
            }
            #expect(amendment.remoteID == "m_1" && amendment.change == change && amendment.occurredAt == Self.at)
            let dedup = try split(body)[0].deduplicationKey
            #expect(key.isEmpty ? dedup != "page.message:104:m_1" : dedup == key)
            let isReaction = if case .reaction = change { true } else { false }
            #expect(amendment.otherwise.opensWindow == isReaction)
        }
    }

    @Test("receipts move what was sent up to a moment, or the message they name")
    func receipts() throws {
        let delivered = try channelEvents(pageDelivery(#""delivery":{"mids":["m_1"],"watermark":1795341599517}"#))
        let until = Date(timeIntervalSince1970: 1_795_341_599.517)
        #expect(delivered.count == 2)
        #expect(delivered.last == .receipt(ReadReceipt(address: "883", status: .delivered, until: until)))
        let read = try channelEvents(pageDelivery(#""read":{"watermark":1795341599517}"#))
        #expect(read == [.receipt(ReadReceipt(address: "883", status: .read, until: until))])
        let seen = try channelEvents(pageDelivery(#""read":{"mid":"aWd"}"#, object: "instagram"))
        #expect(
            seen == [.status(MessageStatusUpdate(remoteID: "aWd", messageID: nil, status: .read, occurredAt: Self.at))])
    }

    @Test(
        "everything else in a conversation is shown as what it is",
        arguments: [
            (#""postback":{"mid":"m_1","title":"Track","payload":"T"}"#, "postback", "Track", true),
            (#""referral":{"ref":"window","source":"SHORTLINK"}"#, "referral", "Came through a link (window)", true),
            (#""optin":{"type":"notification_messages","title":"News"}"#, "opt_in", "Agreed to get messages about News", true),
            (#""account_linking":{"status":"linked"}"#, "account_linking", "Linked an account", false),
            (
                #""pass_thread_control":{"new_owner_app_id":"26390203743090"}"#, "thread_control",
                "The conversation was handed to the page's inbox", false
            ),
            (#""take_thread_control":{"new_owner_app_id":"7"}"#, "thread_control", "the app 7 took the conversation over", false),
            (#""order":{"products":[{"name":"Kettle"}],"note":"red"}"#, "order", "Sent a cart: Kettle (red)", true),
            (#""response_feedback":{"feedback":"Good response","mid":"m_1"}"#, "feedback", "Said of an answer: Good response", false),
            (#""messaging_feedback":{"feedback_screens":[]}"#, "form_reply", "Filled in a feedback form", true),
            (#""hologram":{"a":1}"#, "hologram", "An event of an unknown kind (hologram)", false),
        ] as [(String, String, String, Bool)])
    func others(json: String, kind: String, text: String, opensWindow: Bool) throws {
        let message = try received(pageDelivery(json))
        #expect(message.kind == kind && message.text == text && message.opensWindow == opensWindow)
        #expect(!message.remoteID.isEmpty && message.address == "883")
    }

    @Test("what concerns the page as such is no message")
    func policy() throws {
        let body = #"{"object":"page","entry":[{"id":"104","time":1,"messaging":[{"recipient":{"id":"104"},"policy_enforcement":{"action":"block","reason":"spam"}}]}]}"#
        guard case .page(let event) = try events(body).first else { return }
        #expect(event.content == .policy(action: "block", reason: "spam") && event.personID == nil && event.channelEvents.isEmpty)
    }

    @Test("what another app answers comes as well, and says so")
    func standby() throws {
        let body = pageDelivery(#""message":{"mid":"m_1","text":"Anyone?"}"#, list: "standby")
        guard case .page(let event) = try events(body).first else { return }
        #expect(event.isStandby && event.channelEvents.count == 1)
    }
}
