import Foundation
import IntegrationKit
import Testing

@Suite("A Swift payload whose channel stands elsewhere in the request")
struct RoutedPayloadTests {
    private enum Updates: WebhookPayload, ProducesMessages {
        static func split(_ body: JSON) throws(InvalidValue) -> [SplitEvent] {
            guard let updates = body.arrayValue else { throw InvalidValue(at: "", "is no list") }
            return updates.map { update in
                SplitEvent(
                    deduplicationKey: "key", orderingKey: "lane", channelIdentifier: update["own"]?.stringValue,
                    kind: "update", occurredAt: nil, content: update)
            }
        }

        static func event(from content: JSON) throws(InvalidValue) -> JSON { content }

        static func messages(in event: JSON) -> [ChannelEvent] {
            [.status(MessageStatusUpdate(remoteID: event.serialized(), messageID: nil, status: .read, occurredAt: .now))]
        }
    }

    private enum Routed: RoutedPayload, ProducesMessages {
        typealias Event = JSON
        typealias Body = Updates

        static let channel: RequestValue = .query("bot")
    }

    private func kept(_ body: String) -> JSON {
        WebhookRequest(method: "POST", path: "/x", query: [.init("bot", "clinic")], body: Array(body.utf8)).json
    }

    @Test("each event gets the request's channel unless the payload knows its own")
    func channel() throws {
        let events = try Routed.split(kept(#"[{"n":1},{"own":"other"}]"#))
        #expect(events.map(\.channelIdentifier) == ["clinic", "other"])
        #expect(events.map(\.deduplicationKey) == ["key", "key"])
        #expect(events[0].orderingKey == "lane" && events[0].kind == "update")
        #expect(try Routed.event(from: events[0].content) == ["n": 1])
        #expect(Routed.messages(in: ["n": 1]).count == 1)
    }

    @Test("what is no delivery of the provider is refused")
    func refused() {
        #expect(throws: InvalidValue.self) { try Routed.split(kept("{}")) }
        #expect(throws: InvalidValue.self) { try Routed.split(kept("no JSON")) }
    }
}
