import Foundation
import GraphAPI
import IntegrationKit
import IntegrationTesting
import Synchronization
import Testing

@testable import Meta

@Suite("Meta's errors at every door", .timeLimit(.minutes(10)))
struct ErrorDoorTests {
    /// The message that Meta's text needs for the rules that share a code.
    private static func message(_ rule: GraphErrorRule) -> String {
        switch rule.name {
        case "Send rate limited": "send"
        case "Deprecated message tag": "tag"
        case let name where name.hasPrefix("Not reviewed"): "pages_messaging"
        default: "x"
        }
    }

    private static func envelope(_ rule: GraphErrorRule) -> String {
        let subcode = rule.subcode.map { #","error_subcode":\#($0)"# } ?? ""
        return #"{"error":{"code":\#(rule.code)\#(subcode),"message":"\#(message(rule))","fbtrace_id":"A1"}}"#
    }

    @Test("every code becomes a failure of a tool that says whether, when and what to do")
    func tools() async throws {
        let current = Mutex(GraphErrorTable.rules[0])
        try await GraphStandIn.with({ _ in .text(Self.envelope(current.withLock { $0 }), status: 400) }) { meta in
            try await ModelStore<WhatsAppPhoneNumber>(session: meta.session).upsert(
                .init(phone: "+442079460155", phoneNumberID: "615"))
            let input = try SendWhatsApp.Input(
                json: [
                    "channel": ["id": "chn_1", "handle": "whatsapp", "identifierValue": "+442079460155"],
                    "recipient": ["address": "+447700900417"], "message": ["id": "msg_1", "content": "x"],
                ], at: "")
            for rule in GraphErrorTable.rules {
                current.withLock { $0 = rule }
                try await meta.connect()
                let failure = try #require(
                    await #expect(throws: ToolFailure.self) { try await SendWhatsApp.call(input, in: meta.tool()) })
                let code = "\(rule.code)\(rule.subcode.map { "/\($0)" } ?? "")"
                #expect(failure.providerReference == "\(code) A1", "\(code)")
                if Self.faultsOfMeta.contains(rule.code) {
                    #expect(failure.code == .unknownOutcome && failure.retry == .never, "\(code)")
                    continue
                }
                #expect(failure.advice == rule.action, "\(code)")
                switch rule.retry {
                case .never: #expect(failure.retry == .never, "\(code)")
                case .after(let wait): #expect(failure.retry == .after(wait), "\(code)")
                }
                let connection = try await ModelStore<MetaConnection>(session: meta.session).get()
                #expect((connection?.status == .error) == (rule.kind == .authentication), "\(code)")
                #expect(Self.codes(of: rule.kind).contains(failure.code), "\(code) \(failure.code.rawValue)")
            }
        }
    }

    /// Meta says that something of its own went wrong, and not that nothing was sent.
    private static let faultsOfMeta: Set<Int> = [1, 2, 131_000, 131_016]

    private static func codes(of kind: GraphErrorKind) -> [ToolFailure.Code] {
        switch kind {
        case .authentication: [.authExpired]
        case .permission, .policy: [.permissionDenied]
        case .rateLimited: [.rateLimited]
        case .invalidRequest, .template, .media, .unsupported: [.invalidInput]
        case .notFound: [.notFound]
        case .duplicate: [.conflict]
        case .temporary: [.unavailable]
        case .undeliverable, .windowClosed, .registration, .account, .setup, .partial, .unknown: [.rejected]
        }
    }

    @Test("every code that comes later, with a status, fails the message and says what to do")
    func statuses() throws {
        for rule in GraphErrorTable.rules where rule.subcode == nil && Self.message(rule) == "x" {
            let body = #"""
                {"object":"whatsapp_business_account","entry":[{"id":"730","changes":[{"field":"messages","value":{
                "metadata":{"display_phone_number":"442079460155","phone_number_id":"615"},"statuses":[{"id":"w",
                "status":"failed","timestamp":"1","recipient_id":"1","errors":[{"code":\#(rule.code),"title":"t",
                "error_data":{"details":"Cause"}}]}]}}]}]}
                """#
            let event = try #require(try WebhookPayload.split(JSON.parse(body)).first)
            let told = WebhookPayload.messages(in: try WebhookPayload.event(from: event.content))
            guard case .status(let update)? = told.first else {
                Issue.record("\(rule.code) is no status")
                continue
            }
            #expect(update.status == .failed && update.failure == "Cause. \(rule.action)", "\(rule.code)")
        }
    }
}
