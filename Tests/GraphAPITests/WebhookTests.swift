import Foundation
import GraphAPI
import IntegrationKit
import Testing

/// A delivery of one change, as Meta wraps it.
func delivery(_ value: String, field: String = "messages", entry: String = #""id":"730119284455021""#) -> String {
    #"{"object":"whatsapp_business_account","entry":[{\#(entry),"changes":[{"field":"\#(field)","value":\#(value)}]}]}"#
}

let metadata = #""metadata":{"display_phone_number":"442079460155","phone_number_id":"615520938471206"}"#

func split(_ body: String) throws -> [SplitEvent] {
    try GraphAPI.WebhookPayload.split(JSON.parse(Array(body.utf8), duplicateKeys: .keepLast))
}

func events(_ body: String) throws -> [WebhookEvent] {
    try split(body).map { try GraphAPI.WebhookPayload.event(from: $0.content) }
}

/// The only message of a delivery with one message.
func message(_ json: String, contacts: String = "[]") throws -> WhatsAppMessage {
    let events = try events(delivery(#"{\#(metadata),"contacts":\#(contacts),"messages":[\#(json)]}"#))
    guard events.count == 1, case .message(let message) = events[0] else { throw InvalidValue(at: "", "is no message") }
    return message
}

@Suite("Webhook deliveries")
struct WebhookTests {
    @Test("a text with escaped unicode and slashes is read as what it says")
    func escapedUnicode() throws {
        let body = delivery(
            #"{\#(metadata),"contacts":[{"profile":{"name":"Zo\u00eb"},"wa_id":"447700900417"}],"messages":[{"from":"447700900417","id":"wamid.A\/B==","timestamp":"1795341637","type":"text","text":{"body":"kettle \ud83d\ude00 \u00e9\/\u00e9"}}]}"#
        )
        let split = try split(body)
        #expect(split.count == 1)
        #expect(split[0].deduplicationKey == "whatsapp.message:wamid.A/B==")
        #expect(split[0].orderingKey == "whatsapp:615520938471206:447700900417")
        #expect(split[0].channelIdentifier == "+442079460155")
        #expect(split[0].kind == "message.text")
        #expect(split[0].occurredAt == Date(timeIntervalSince1970: 1_795_341_637))

        let event = try GraphAPI.WebhookPayload.event(from: split[0].content)
        let expected = InboundMessage(
            remoteID: "wamid.A/B==", direction: .inbound, address: "+447700900417", contactName: "Zoë", kind: "text",
            text: "kettle \u{1F600} é/é", content: try #require(split[0].content["item"]), replyTo: nil,
            sentAt: Date(timeIntervalSince1970: 1_795_341_637))
        #expect(GraphAPI.WebhookPayload.messages(in: event) == [.received(expected)])
    }

    @Test("a batch is split into its events, each with its own conversation")
    func batch() throws {
        let body = #"""
            {"object":"whatsapp_business_account","entry":[
             {"id":"1","changes":[
              {"field":"messages","value":{\#(metadata),"contacts":[
                 {"profile":{"name":"B"},"wa_id":"2"},{"profile":{"name":"A"},"wa_id":"1"}],
                "messages":[{"from":"1","id":"m1","timestamp":"10","type":"text","text":{"body":"one"}},
                            {"from":"2","id":"m2","timestamp":"11","type":"text","text":{"body":"two"}},
                            {"from":"1","id":"m3","timestamp":"12","type":"text","text":{"body":"three"}}]}},
              {"field":"messages","value":{\#(metadata),"statuses":[
                {"id":"s1","status":"delivered","timestamp":"13","recipient_id":"1","biz_opaque_callback_data":"ours"},
                {"id":"s1","status":"sent","timestamp":"9","recipient_id":"1"}]}}]},
             {"id":"2","time":1795341604,"changes":[
              {"field":"phone_number_quality_update","value":{"display_phone_number":"+44 20 7946 0188","event":"ONBOARDING"}}]}]}
            """#
        let split = try split(body)
        #expect(
            split.map(\.deduplicationKey).prefix(5) == [
                "whatsapp.message:m1", "whatsapp.message:m2", "whatsapp.message:m3", "whatsapp.status:s1:delivered",
                "whatsapp.status:s1:sent",
            ])
        #expect(
            split.map(\.kind) == [
                "message.text", "message.text", "message.text", "status.delivered", "status.sent",
                "phone_number_quality_update.onboarding",
            ])
        #expect(split[0].orderingKey == split[2].orderingKey)
        #expect(split[0].orderingKey == split[3].orderingKey)
        #expect(split[0].orderingKey != split[1].orderingKey)
        #expect(split[5].channelIdentifier == "+442079460188")
        #expect(split[5].occurredAt == Date(timeIntervalSince1970: 1_795_341_604))

        let channelEvents = try split.flatMap {
            GraphAPI.WebhookPayload.messages(in: try GraphAPI.WebhookPayload.event(from: $0.content))
        }
        #expect(channelEvents.count == 5)
        guard case .received(let first) = channelEvents[0], case .received(let second) = channelEvents[1],
            case .status(let delivered) = channelEvents[3]
        else {
            Issue.record("other kinds than expected")
            return
        }
        // Profiles are matched by id, not by place.
        #expect(first.contactName == "A")
        #expect(second.contactName == "B")
        #expect(
            delivered
                == MessageStatusUpdate(
                    remoteID: "s1", messageID: MessageID("ours"), status: .delivered,
                    occurredAt: Date(timeIntervalSince1970: 13)))
    }

    @Test("each step of a call is an event in its person's lane, and what has ended stands in the conversation")
    func calls() throws {
        let contact = #""contacts":[{"profile":{"name":"Ann"},"wa_id":"447","user_id":"GB.7"}]"#
        func call(_ members: String) -> String { #"{"id":"wacid.1","from":"447","to":"442","timestamp":"9",\#(members)}"# }
        let body = delivery(
            #"{\#(metadata),\#(contact),"calls":[\#(call(#""event":"connect","direction":"USER_INITIATED""#)),\#(call(#""event":"terminate","direction":"USER_INITIATED","duration":90"#))],"statuses":[{"id":"wacid.2","type":"call","status":"RINGING","timestamp":"9","recipient_id":"447"},{"id":"wacid.2","type":"call","status":"REJECTED","timestamp":"9","recipient_id":"447"}]}"#,
            field: "calls")
        let split = try split(body)
        #expect(split.map(\.kind) == ["call.connect", "call.terminate", "call.ringing", "call.rejected"])
        #expect(Set(split.map(\.orderingKey)).count == 1 && Set(split.map(\.deduplicationKey)).count == 4)
        let lines = try split.flatMap { try GraphAPI.WebhookPayload.messages(in: GraphAPI.WebhookPayload.event(from: $0.content)) }
        let shown: [InboundMessage] = lines.compactMap { if case .received(let message) = $0 { message } else { nil } }
        #expect(shown.map(\.text) == ["Called, 1 min 30 s", "Declined our call"])
        #expect(shown.map(\.address) == ["+447", "+447"] && shown.map(\.personID) == ["GB.7", "GB.7"])
        #expect(shown.map(\.direction) == [.inbound, .outbound] && shown.map(\.opensWindow) == [true, false])
    }

    @Test("a conversation that another app passes on says so, what counts for ads is told by name, and nothing is dropped")
    func reports() throws {
        let handover = try split(
            delivery(
                #"{"recipient":{"display_phone_number":"+44 20 7946 0155","phone_number_id":"615"},"sender":{"phone_number":"447"},"timestamp":"9","control_passed":{"metadata":"Wants a person"}}"#,
                field: "messaging_handovers"))
        #expect(handover.map(\.channelIdentifier) == ["+442079460155"] && handover.map(\.channel) == ["whatsapp"])
        guard case .received(let line)? = try GraphAPI.WebhookPayload.messages(
            in: GraphAPI.WebhookPayload.event(from: handover[0].content)).first
        else { throw InvalidValue(at: "", "is no line") }
        #expect(line.text == "Another app has passed the conversation on: Wants a person" && line.address == "+447" && !line.opensWindow)

        let bought = delivery(
            #"{\#(metadata),"automatic_events":[{"id":"1","event_name":"Purchase","timestamp":9,"ctwa_clid":"c","custom_data":{"currency":"GBP","value":12.5}}]}"#,
            field: "automatic_events")
        let tracked = delivery(
            #"{\#(metadata),"events":[{"event_name":"link_click","timestamp":9,"tracking_data":{"click_id":"t"}}]}"#, field: "tracking_events")
        for (body, name, click) in [(bought, "Purchase", "c"), (tracked, "link_click", "t")] {
            let event = try #require(try split(body).first)
            guard case .conversion(let conversion) = try GraphAPI.WebhookPayload.event(from: event.content)
            else { throw InvalidValue(at: "", "is no conversion") }
            #expect(conversion.name == name && conversion.clickID == click)
        }
    }

    @Test("the same delivery gives the same keys, even when serialised anew")
    func stableKeys() throws {
        let once = delivery(
            #"{"event":"PIN_CHANGED","requester":"5"}"#, field: "security", entry: #""id":"7","time":5"#)
        let again = delivery(
            #"{"requester":"5","event":"PIN_CHANGED"}"#, field: "security", entry: #""id":"7","time":5"#)
        let later = delivery(
            #"{"event":"PIN_CHANGED","requester":"5"}"#, field: "security", entry: #""id":"7","time":6"#)
        let keys = try [once, once, again, later].map { try split($0)[0].deduplicationKey }
        #expect(keys[0] == keys[1])
        #expect(keys[0] == keys[2])
        #expect(keys[0] != keys[3])
    }

    @Test("the last of two equal keys counts")
    func duplicateKeys() throws {
        let message = try message(
            #"{"from":"1","from":"2","id":"m","type":"text","text":{"body":"a"},"text":{"body":"b"}}"#)
        #expect(message.from == "2")
        #expect(message.content == .text("b"))
    }

    @Test("big integers keep their digits")
    func bigIntegers() throws {
        let value = #"{"event":"APPROVED","message_template_id":1234567890123456789012,"message_template_name":"a"}"#
        guard case .accountChange(let change) = try events(delivery(value, field: "message_template_status_update"))[0]
        else {
            Issue.record("no account change")
            return
        }
        #expect(
            change.value["message_template_id"] == .number(try #require(JSONNumber(text: "1234567890123456789012"))))
        #expect(change.event == "APPROVED")
        #expect(change.accountID == "730119284455021")
        let message = try message(
            #"{"from":447700900417,"id":"m","timestamp":1795341637,"type":"text","text":{"body":"x"}}"#)
        #expect(message.address == "+447700900417")
        #expect(message.sentAt == Date(timeIntervalSince1970: 1_795_341_637))
    }

    @Test(
        "unknown fields, types, keys and forms become events of their own",
        arguments: [
            (delivery(#"{"x":1}"#, field: "brand_new_field"), ["brand_new_field"]),
            (delivery("null"), ["messages"]),
            (delivery("[1,2]"), ["messages"]),
            (delivery("{}"), ["messages"]),
            (delivery(#"{\#(metadata),"messages":[null,"text",{}]}"#), ["messages", "messages", "message.untyped"]),
            (
                delivery(
                    #"{\#(metadata),"messages":[{"id":"m","from":"1","type":"hologram","hologram":{"a":1}}],"extra":[1]}"#
                ), ["message.hologram", "messages"]
            ),
            (
                delivery(#"{\#(metadata),"statuses":[{"id":"s","status":"evaporated"},7]}"#),
                ["status.evaporated", "messages"]
            ),
            (delivery(#"{\#(metadata),"errors":[{"code":130429,"title":"Rate limit hit"}]}"#), ["error"]),
            (delivery(#"{\#(metadata),"calls":[{"id":"wacid.1"}]}"#, field: "calls"), ["call.unknown"]),
            (delivery("{}", field: "calls"), ["calls"]),
            (delivery(#"{"automatic_events":[]}"#, field: "automatic_events"), ["automatic_events"]),
            (
                #"{"object":"whatsapp_business_account","entry":[{"id":"1"},null,{"id":"2","changes":[null]}]}"#,
                ["entry", "entry", "unknown"]
            ),
            (#"{"object":"whatsapp_business_account","entry":[]}"#, []),
            (
                #"{"object":"page","entry":[{"id":"1","messaging":[{"sender":{"id":"2"},"timestamp":1795341600123,"message":{"mid":"m"}},{"sender":{"id":"3"}}]}]}"#,
                ["page.message", "page.messaging"]
            ),
            (
                #"{"object":"instagram","entry":[{"id":"1","time":5,"changes":[{"field":"comments","value":{}}]}]}"#,
                ["instagram.comments"]
            ),
            (#"{"object":"galaxy","entry":[{"id":"1"}]}"#, ["galaxy.entry"]),
        ] as [(String, [String])])
    func unknown(body: String, kinds: [String]) throws {
        let split = try split(body)
        #expect(split.map(\.kind) == kinds)
        #expect(Set(split.map(\.deduplicationKey)).count == split.count)
        for event in split {
            #expect(throws: Never.self) { try GraphAPI.WebhookPayload.event(from: event.content) }
            #expect(event.content.serialized().utf8.count < 2000)
        }
    }

    @Test(
        "what is no delivery at all is refused",
        arguments: [
            "null", "[]", "{}", #"{"object":1,"entry":[]}"#, #"{"object":"page"}"#, #"{"object":"page","entry":{}}"#,
            "7",
        ])
    func garbage(body: String) {
        #expect(throws: InvalidValue.self) { try split(body) }
    }

    @Test("content that was not split here is refused", arguments: ["null", "{}", #"{"part":"x"}"#, #"{"part":5}"#])
    func foreignContent(text: String) throws {
        let content = try JSON.parse(text)
        #expect(throws: InvalidValue.self) { try GraphAPI.WebhookPayload.event(from: content) }
    }

    @Test("a person without a number is known by the business-scoped id")
    func businessScopedID() throws {
        let body = delivery(
            #"{\#(metadata),"contacts":[{"profile":{"name":"Noor","username":"noor.writes"},"user_id":"NL.55"}],"messages":[{"from_user_id":"NL.55","id":"m","timestamp":"1","type":"text","text":{"body":"x"}}]}"#
        )
        #expect(try split(body)[0].orderingKey == "whatsapp:615520938471206:NL.55")
        guard case .message(let message) = try events(body)[0] else { return }
        #expect(message.address == "NL.55")
        #expect(message.context.contact?.username == "noor.writes")
    }

    @Test("a message of a group belongs to the group's conversation")
    func group() throws {
        let body = delivery(
            #"{\#(metadata),"messages":[{"from":"1","group_id":"g1","id":"m","type":"text","text":{"body":"x"}}]}"#)
        #expect(try split(body)[0].orderingKey == "whatsapp:615520938471206:g1")
        guard case .message(let message) = try events(body)[0] else { return }
        #expect(message.address == "g1")
    }

    @Test("an echo is outgoing, to the person it was written to")
    func echo() throws {
        let body = delivery(
            #"{\#(metadata),"message_echoes":[{"from":"442079460155","to":"447700900417","id":"e","timestamp":"1","type":"text","text":{"body":"from the phone"}}]}"#,
            field: "smb_message_echoes")
        #expect(try split(body).map(\.kind) == ["echo.text"])
        #expect(try split(body)[0].orderingKey == "whatsapp:615520938471206:447700900417")
        let channelEvents = GraphAPI.WebhookPayload.messages(in: try events(body)[0])
        guard case .received(let message) = channelEvents[0] else { return }
        #expect(message.direction == .outbound)
        #expect(message.address == "+447700900417")
        #expect(message.text == "from the phone")
    }

    @Test("history is split by message, with the side that wrote it, and its progress is kept")
    func history() throws {
        let body = delivery(
            #"""
            {\#(metadata),"history":[{"metadata":{"phase":0,"progress":40},"threads":[{"id":"447700900417","messages":[
            {"from":"442079460155","to":"447700900417","id":"h1","timestamp":"1","type":"text","text":{"body":"ours"}},
            {"from":"447700900417","id":"h2","timestamp":"2","type":"media_placeholder"}]}]},
            {"errors":[{"code":2593109,"title":"off"}]}]}
            """#, field: "history")
        let split = try split(body)
        #expect(split.map(\.kind) == ["history.text", "history.media_placeholder", "history", "error"])
        #expect(Set(split.prefix(2).map(\.orderingKey)) == ["whatsapp:615520938471206:447700900417"])
        let events = try events(body)
        guard case .message(let ours) = events[0], case .message(let theirs) = events[1],
            case .other(let progress) = events[2], case .problem(let error, _) = events[3]
        else {
            Issue.record("other kinds than expected")
            return
        }
        #expect(ours.direction == .outbound && ours.address == "+447700900417")
        #expect(theirs.direction == .inbound && theirs.address == "+447700900417")
        #expect(progress.value["metadata"]?["progress"] == 40)
        #expect(error.rule?.name == "History sharing turned off")
    }

    @Test("a failed status says why and what to do")
    func failedStatus() throws {
        let body = delivery(
            #"{\#(metadata),"statuses":[{"id":"s","status":"failed","timestamp":"1","recipient_id":"1","errors":[{"code":131047,"title":"Re-engagement message","error_data":{"details":"More than 24 hours ago"}}]}]}"#
        )
        guard case .status(let update) = GraphAPI.WebhookPayload.messages(in: try events(body)[0])[0] else { return }
        #expect(update.status == .failed)
        #expect(update.failure?.hasPrefix("More than 24 hours ago. Send an approved template") == true)
    }

    @Test("statuses of group members are told apart")
    func groupStatuses() throws {
        let keys = try split(
            delivery(
                #"{\#(metadata),"statuses":[{"id":"s","status":"read","recipient_id":"g","recipient_type":"group","recipient_participant_id":"1"},{"id":"s","status":"read","recipient_id":"g","recipient_participant_id":"2"}]}"#
            )
        ).map(\.deduplicationKey)
        #expect(keys == ["whatsapp.status:s:read:1", "whatsapp.status:s:read:2"])
    }

    // MARK: Samples of another source

    /// A folder of deliveries `whatsapp_*.json`, whose path is in the environment.
    static let samples: [String] = {
        guard let folder = ProcessInfo.processInfo.environment["INTEGRATIONKIT_WEBHOOK_SAMPLES"] else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().map { "\(folder)/\($0)" }
    }()

    @Test("every sample is split, kept whole and understood", .enabled(if: !samples.isEmpty), arguments: samples)
    func sample(path: String) throws {
        let body = try String(contentsOfFile: path, encoding: .utf8)
        let split = try split(body)
        #expect(!split.isEmpty)
        #expect(Set(split.map(\.deduplicationKey)).count == split.count)
        #expect(try split == self.splitAgain(body))
        let isWhatsApp = path.split(separator: "/").last?.hasPrefix("whatsapp_") == true
        for item in split {
            #expect(item.occurredAt != nil || item.kind == "messages" || isWhatsApp && !item.kind.contains("."))
            // Through text, as a database keeps it.
            let stored = try JSON.parse(item.content.serialized())
            let event = try GraphAPI.WebhookPayload.event(from: stored)
            switch event {
            case .message(let message):
                if case .unknown(let type, _) = message.content { Issue.record("unknown type \(type)") }
                let expected = message.content.target == nil
                switch GraphAPI.WebhookPayload.messages(in: event).first {
                case .received: #expect(expected)
                case .amended: #expect(!expected)
                default: Issue.record("nothing for the conversation")
                }
                #expect(item.channel == "whatsapp")
                #expect(item.channelIdentifier?.hasPrefix("+") == true)
                #expect(!message.text.isEmpty)
            case .status(let status):
                #expect(status.status != nil)
                #expect(GraphAPI.WebhookPayload.messages(in: event).count == 1)
            case .problem(let error, _):
                #expect(error.rule != nil)
            case .group(let group):
                #expect(group.groupID != nil && item.channel == "whatsapp" && item.orderingKey.hasSuffix(":" + (group.groupID ?? "-")))
                if case .unknown(let type) = group.change { Issue.record("unknown type \(type)") }
                #expect(GraphAPI.WebhookPayload.messages(in: event).count == 1)
            case .page(let page):
                if case .unknown(let key, _) = page.content { Issue.record("unknown kind \(key)") }
                #expect(item.channel == page.product.channel && item.channelIdentifier == page.accountID)
                #expect(page.occurredAt != nil)
                #expect(page.channelEvents.isEmpty == (page.personID == nil))
            case .accountChange, .call, .handover, .conversion, .other:
                // What a person wants to get, and a call that has ended, stand in the conversation.
                let isShown = item.kind == "user_preferences" || path.hasSuffix("call_terminate.json")
                #expect(GraphAPI.WebhookPayload.messages(in: event).isEmpty != isShown)
            }
        }
    }

    private func splitAgain(_ body: String) throws -> [SplitEvent] { try split(body) }
}
