import Foundation
import GraphAPI
import IntegrationKit
import IntegrationTesting
import Testing

@testable import Meta

@Suite("What comes from Meta", .timeLimit(.minutes(10)))
struct IncomingTests {
    private func events(_ body: String) throws -> [WebhookEvent] {
        try WebhookPayload.split(JSON.parse(body)).map { try WebhookPayload.event(from: $0.content) }
    }

    private func change(_ field: String, _ value: String) -> String {
        #"{"object":"whatsapp_business_account","entry":[{"id":"730","time":1,"changes":[{"field":"\#(field)","value":\#(value)}]}]}"#
    }

    private let account = ChannelRecord(id: ChannelID("chn_a"), handle: "whatsapp_account", identifier: "730", name: "x")

    private func tell(_ meta: GraphStandIn, _ field: String, _ value: String) async throws {
        for event in try events(change(field, value)) {
            try await ReceiveWhatsApp.handle(event, in: meta.webhook(account))
        }
    }

    @Test("news of a number changes the number, and what the workplace owns stays")
    func number() async throws {
        try await GraphStandIn.with({ _ in .text("{}") }) { meta in
            let numbers = ModelStore<WhatsAppPhoneNumber>(session: meta.session)
            let record = try await numbers.upsert(.init(phone: "+442079460155", phoneNumberID: "615"))
            try await WorkplaceWriter(session: meta.session).write(
                .init(name: "Sales"), to: record.id, of: WhatsAppPhoneNumber.self)
            let display = #""display_phone_number":"442079460155""#
            try await tell(meta, "phone_number_quality_update", #"{\#(display),"event":"THROUGHPUT_UPGRADE","current_limit":"TIER_10K"}"#)
            try await tell(meta, "phone_number_name_update", #"{\#(display),"decision":"APPROVED","requested_verified_name":"New"}"#)
            try await tell(meta, "security", #"{\#(display),"event":"PIN_CHANGED"}"#)
            let number = try #require(try await numbers.all().first)
            #expect(number.throughput == .high && number.messagingLimit == .tier10K && number.nameStatus == .approved)
            #expect(number.displayName == "New" && number.notice == "Security: pin changed" && number.name == "Sales")
        }
    }

    @Test("news of a template change the template, also one that was not known")
    func template() async throws {
        try await GraphStandIn.with({ _ in .text("{}") }) { meta in
            let head = #""message_template_id":1234567890123456789012,"message_template_name":"ready","message_template_language":"en_GB""#
            try await tell(meta, "message_template_status_update", #"{\#(head),"event":"REJECTED","reason":"INVALID_FORMAT"}"#)
            try await tell(meta, "message_template_quality_update", #"{\#(head),"new_quality_score":"YELLOW"}"#)
            try await tell(meta, "message_template_components_update", #"{\#(head),"message_template_element":"Hello {{1}}"}"#)
            try await tell(meta, "template_category_update", #"{\#(head),"new_category":"MARKETING"}"#)
            let template = try #require(try await ModelStore<MessageTemplate>(session: meta.session).all().first)
            #expect(template.templateID == "1234567890123456789012" && template.name == "ready")
            #expect(template.status == .rejected && template.reason == "invalid format" && template.quality == .yellow)
            #expect(template.text == "Hello {{1}}" && template.category == .marketing)
            try await tell(meta, "message_template_status_update", #"{\#(head),"event":"APPROVED","reason":"NONE"}"#)
            let approved = try #require(try await ModelStore<MessageTemplate>(session: meta.session).all().first)
            #expect(approved.status == .approved && approved.reason == nil)
        }
    }

    @Test("news of the account change the connection")
    func connection() async throws {
        try await GraphStandIn.with({ _ in .text("{}") }) { meta in
            try await meta.connect()
            let store = ModelStore<MetaConnection>(session: meta.session)
            try await tell(meta, "account_review_update", #"{"decision":"APPROVED"}"#)
            try await tell(meta, "business_capability_update", #"{"max_daily_conversations_per_business":2000}"#)
            try await tell(meta, "account_update", #"{"event":"ACCOUNT_RESTRICTION","restriction_info":[{"restriction_type":"RESTRICTED_BIZ_INITIATED_MESSAGING"}]}"#)
            var connection = try #require(try await store.get())
            #expect(connection.reviewStatus == .approved && connection.messagingLimit == .tier2K)
            #expect(connection.accountNotice == "Meta restricts the account: restricted biz initiated messaging")
            try await tell(meta, "account_update", #"{"event":"PARTNER_REMOVED","waba_info":{"waba_id":"730"}}"#)
            connection = try #require(try await store.get())
            #expect(connection.status == .error && connection.error?.contains("Connect Meta again") == true)
        }
    }

    @Test(
        "an account that is taken away takes its numbers' channels along, and those of another account stay",
        arguments: [("PARTNER_REMOVED", "no longer belongs"), ("ACCOUNT_DELETED", "was deleted at Meta")])
    func accountGone(event: String, words: String) async throws {
        try await GraphStandIn.with({ _ in .text("{}") }) { meta in
            try await meta.connect()
            let numbers = ModelStore<WhatsAppPhoneNumber>(session: meta.session)
            let channels = Meta.Channels(session: meta.session)
            for (phone, id, waba) in [("+447900000001", "1", "730"), ("+447900000002", "2", nil), ("+447900000003", "3", "731")] {
                try await numbers.upsert(.init(phone: phone, phoneNumberID: id, wabaID: waba))
                try await channels.whatsApp.open(identifier: phone, name: phone)
            }
            try await tell(meta, "account_update", #"{"event":"\#(event)","waba_info":{"waba_id":"730"}}"#)
            #expect(await meta.session.openChannels.map(\.identifier) == ["+447900000003"])
            #expect(await meta.session.closedChannels.map(\.identifier) == ["+447900000001", "+447900000002"])
            #expect(await meta.session.closedChannels.allSatisfy { $0.closure?.reason.contains(words) == true })
        }
    }

    @Test("news of an account that was chosen once leave the connection to another one alone")
    func otherAccount() async throws {
        try await GraphStandIn.with({ _ in .text("{}") }) { meta in
            try await meta.connect(wabaID: "731")
            try await tell(meta, "account_update", #"{"event":"PARTNER_REMOVED","waba_info":{"waba_id":"730"}}"#)
            try await tell(meta, "account_review_update", #"{"decision":"REJECTED"}"#)
            let connection = try #require(try await ModelStore<MetaConnection>(session: meta.session).get())
            #expect(connection.status == .connected && connection.reviewStatus == nil)
        }
    }

    @Test(
        "news that concern no field of their own are told on the account in words",
        arguments: [
            ("flows", #"{"event":"FLOW_STATUS_CHANGE","flow_id":"77","message":"Flow Booking changed from DRAFT to PUBLISHED"}"#, "Flow 77: Flow Booking changed from DRAFT to PUBLISHED"),
            ("flows", #"{"event":"ENDPOINT_AVAILABILITY","flow_id":"77","alert_state":"ACTIVATED"}"#, "Flow 77: endpoint availability, activated"),
            ("payment_configuration_update", #"{"configuration_name":"Shop","provider_name":"RAZORPAY","status":"ACTIVE"}"#, "Payments by Shop: active, razorpay"),
            ("partner_solutions", #"{"event":"SOLUTION_UPDATED","solution_id":"9","solution_status":"ACTIVE"}"#, "Partner solution 9: solution updated, active"),
            ("business_status_update", #"{"anything":1}"#, "business status update"),
            ("account_settings_update", #"{"anything":1}"#, "account settings update"),
        ])
    func told(field: String, value: String, notice: String) async throws {
        try await GraphStandIn.with({ _ in .text("{}") }) { meta in
            try await meta.connect()
            try await tell(meta, field, value)
            #expect(try await ModelStore<MetaConnection>(session: meta.session).get()?.accountNotice == notice)
        }
    }

    @Test("what becomes of a username stands on its number, a category that Meta takes to be right on its template")
    func usernameAndCategory() async throws {
        try await GraphStandIn.with({ _ in .text("{}") }) { meta in
            let numbers = ModelStore<WhatsAppPhoneNumber>(session: meta.session)
            try await numbers.upsert(.init(phone: "+442079460155", phoneNumberID: "615"))
            try await tell(
                meta, "phone_number_username_update",
                #"{"display_phone_number":"442079460155","decision":"REJECTED","requested_username":"kettles","rejection_reasons":["NOT_AVAILABLE"]}"#)
            #expect(try await numbers.all().first?.notice == "The username kettles: rejected, not available")
            try await tell(
                meta, "template_correct_category_detection",
                #"{"message_template_id":5,"message_template_name":"ready","correct_category":"MARKETING"}"#)
            let template = try #require(try await ModelStore<MessageTemplate>(session: meta.session).all().first)
            #expect(template.reason == "Meta takes its category to be marketing" && template.name == "ready")
        }
    }

    @Test("what is about the account goes to the account's channel, by the account that the event names")
    func routing() throws {
        let partner = try WebhookPayload.split(
            JSON.parse(#"{"object":"whatsapp_business_account","entry":[{"id":"business","changes":[{"field":"account_update","value":{"event":"PARTNER_REMOVED","waba_info":{"waba_id":"730"}}}]}]}"#))
        #expect(partner.map(\.channel) == ["whatsapp_account"] && partner.map(\.channelIdentifier) == ["730"])
        let number = try WebhookPayload.split(JSON.parse(change("security", #"{"display_phone_number":"+44 1"}"#)))
        #expect(number.map(\.channel) == ["whatsapp"] && number.map(\.channelIdentifier) == ["+441"])
    }

    @Test("all three products are taken at each address, and a person's name is asked for once")
    func names() async throws {
        let body = #"{"object":"page","entry":[{"id":"104","messaging":[{"sender":{"id":"883"},"recipient":{"id":"104"},"timestamp":1795341600417,"message":{"mid":"m_ID","text":"Open?"}}]}]}"#
        try await GraphStandIn.with({ _ in .text(#"{"first_name":"Imogen","last_name":"Hartley","id":"883"}"#) }) { meta in
            let channel = try await meta.addPage()
            for id in ["1", "2"] {
                for event in try events(body.replacing("m_ID", with: "m_\(id)")) {
                    try await ReceiveWhatsApp.handle(event, in: meta.webhook(channel))
                }
            }
            #expect(await meta.session.receivedMessages.map(\.contactName) == ["Imogen Hartley", nil])
            #expect(meta.server.requests.map(\.path) == ["/v25.0/883"])
            #expect(meta.server.requests.first?.header("authorization") == "Bearer EAApage")
        }
        try await GraphStandIn.with({ _ in .text(#"{"error":{"code":100,"error_subcode":2018218}}"#, status: 400) }) { meta in
            let channel = try await meta.addPage()
            for event in try events(body) { try await ReceiveMessenger.handle(event, in: meta.webhook(channel)) }
            #expect(await meta.session.receivedMessages.map(\.text) == ["Open?"], "without a name it is a message all the same")
        }
    }

    @Test("a policy of Meta against a page stands on the page")
    func policy() async throws {
        let body = #"{"object":"page","entry":[{"id":"104","time":1,"messaging":[{"recipient":{"id":"104"},"policy_enforcement":{"action":"block","reason":"spam"}}]}]}"#
        try await GraphStandIn.with({ _ in .text("{}") }) { meta in
            let channel = try await meta.addPage()
            for event in try events(body) { try await ReceiveMessenger.handle(event, in: meta.webhook(channel)) }
            #expect(try await ModelStore<FacebookPage>(session: meta.session).first()?.notice == "Meta: block. spam")
        }
    }
}
