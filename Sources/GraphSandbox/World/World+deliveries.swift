#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension World {
    /// Where webhooks of one object go.
    enum Route: Equatable {
        case callback(String)
        /// In words for the phone's panel.
        case nowhere(because: String)
    }

    /// What a webhook is about, as far as it decides where it goes.
    struct Topic: Equatable, Sendable {
        var object = "whatsapp_business_account"
        /// WABA, Page, or the Page of an Instagram account.
        var subscriberID: String
        var field = "messages"
        /// The number, for webhooks that follow a number's own callback.
        var numberID: String?

        init(object: String = "whatsapp_business_account", subscriberID: String, field: String = "messages") {
            self.object = object
            self.subscriberID = subscriberID
            self.field = field
        }
    }

    /// Where `messages` webhooks of a WABA go now: the app must be subscribed to the field *and* to the WABA.
    func route(forAccount accountID: String) -> Route {
        route(for: Topic(subscriberID: accountID))
    }

    /// Where webhooks go now: the app must be subscribed to the object's field *and* to the WABA or Page.
    func route(for topic: Topic) -> Route {
        guard let app = appSubscriptions[topic.object] else {
            return .nowhere(because: "The app has no webhook subscription for \(topic.object).")
        }
        guard app.fields.contains(topic.field) else {
            return .nowhere(because: "The app's subscription does not include the field \(topic.field).")
        }
        switch topic.object {
        case "page":
            guard let page = pageSubscriptions[topic.subscriberID] else {
                return .nowhere(because: "The app is not subscribed to Page \(topic.subscriberID).")
            }
            guard page.fields.contains(topic.field) else {
                return .nowhere(because: "The Page's subscription does not include the field \(topic.field).")
            }
        case "instagram":
            // Any field of the Page's subscription lets Instagram's events through.
            guard pageSubscriptions[topic.subscriberID] != nil else {
                return .nowhere(because: "The app is not subscribed to Page \(topic.subscriberID).")
            }
        case "whatsapp_business_account":
            guard let account = accountSubscriptions[topic.subscriberID] else {
                return .nowhere(because: "The app is not subscribed to WhatsApp account \(topic.subscriberID).")
            }
            // Only messages follow overrides: the number's own, then the WABA's.
            guard topic.field == "messages" else { break }
            let own = topic.numberID.flatMap { numbers[$0]?.overrideCallbackURI }
            return .callback(own ?? account.overrideCallbackURI ?? app.callbackURL)
        default: break
        }
        return .callback(app.callbackURL)
    }

    func route(for delivery: Delivery) -> Route {
        var topic = Topic(
            object: delivery.object ?? "whatsapp_business_account", subscriberID: delivery.accountID,
            field: delivery.field ?? "messages")
        topic.numberID = delivery.numberID
        return route(for: topic)
    }

    /// Puts a webhook about a WABA's messages into the outbox, if the app is subscribed at this moment.
    mutating func enqueue(
        _ payload: WireJSON, summary: String, accountID: String,
        inbound: Delivery.InboundReference?, at now: Date
    ) {
        enqueue(payload, summary: summary, topic: Topic(subscriberID: accountID), inbound: inbound, at: now, speed: 1)
    }

    /// Puts a webhook into the outbox, if the app is subscribed at this moment.
    mutating func enqueue(
        _ payload: WireJSON, summary: String, topic: Topic, inbound: Delivery.InboundReference? = nil, at now: Date,
        speed: Double
    ) {
        let habits = webhookHabits
        let content = habits.addsUnknownKeys ? Self.withUnknownKeys(payload) : payload
        var delivery = Delivery(
            id: nextDeliveryID, createdAt: now, accountID: topic.subscriberID,
            body: content.wireText(isEscaped: !habits.isUnescaped), summary: summary,
            inboundMessage: inbound, nextAttemptAt: now.addingTimeInterval(habits.delay / speed),
            object: topic.object, field: topic.field, numberID: topic.numberID)
        nextDeliveryID += 1
        if case .nowhere(let reason) = route(for: delivery) {
            delivery.state = .dropped
            delivery.note = reason
            log(delivery)
            return
        }
        if habits.reorders, !outbox.isEmpty {
            outbox.insert(delivery, at: outbox.count - 1)
        } else {
            outbox.append(delivery)
        }
        if habits.duplicates {
            var copy = Delivery(
                id: nextDeliveryID, createdAt: now, accountID: topic.subscriberID, body: delivery.body,
                summary: summary + " (again)", inboundMessage: nil, nextAttemptAt: delivery.nextAttemptAt,
                object: topic.object, field: topic.field, numberID: topic.numberID)
            copy.note = "A copy that a test asked for."
            nextDeliveryID += 1
            outbox.append(copy)
        }
        if outbox.count > Self.outboxLimit {
            finish(at: 0, as: .dropped, note: "More than \(Self.outboxLimit) webhooks were waiting.")
        }
    }

    private static func withUnknownKeys(_ value: WireJSON) -> WireJSON {
        switch value {
        case .object(let members):
            .object(
                members.map { .init(key: $0.key, value: withUnknownKeys($0.value)) }
                    + [.init(key: "sandbox_unknown_key", value: ["nested": [1, "two", .null]])])
        case .array(let values): .array(values.map(withUnknownKeys))
        default: value
        }
    }

    /// One POST: usually one webhook, and several when they are batched.
    struct Outgoing: Sendable {
        var deliveries: [Delivery]
        var url: String

        /// The first of them, which decides when they are tried.
        var delivery: Delivery { deliveries[0] }

        /// The body: that of the only one, or all entries in one envelope.
        var body: String {
            guard deliveries.count > 1 else { return delivery.body }
            let entries = deliveries.compactMap { Self.entries(of: $0.body) }
            return #"{"object":"\#(delivery.object ?? "whatsapp_business_account")","entry":["#
                + entries.joined(separator: ",") + "]}"
        }

        /// What is between the brackets of `entry` in a body that this sandbox has written.
        static func entries(of body: String) -> Substring? {
            guard let start = body.firstRange(of: #""entry":["#), body.hasSuffix("]}") else { return nil }
            return body[start.upperBound...].dropLast(2)
        }
    }

    /// The webhooks that should be sent now, at most one POST a callback: the oldest of each goes first and the others
    /// wait for it, or go with it when they are batched.
    ///
    /// - Parameter inFlight: Callbacks that have one on the way already.
    func due(at now: Date, inFlight: Set<String>) -> [Outgoing] {
        guard !webhookHabits.isPaused else { return [] }
        var busy = inFlight
        var ready: [Outgoing] = []
        for delivery in outbox {
            guard case .callback(let url) = route(for: delivery) else { continue }
            if busy.insert(url).inserted {
                if delivery.nextAttemptAt <= now { ready.append(Outgoing(deliveries: [delivery], url: url)) }
            } else if webhookHabits.batch > 1, delivery.nextAttemptAt <= now,
                let index = ready.firstIndex(where: { $0.url == url }),
                ready[index].deliveries.count < webhookHabits.batch,
                (ready[index].delivery.object ?? "") == (delivery.object ?? "")
            {
                ready[index].deliveries.append(delivery)
            }
        }
        return ready
    }

    /// When something will happen without anybody doing anything; `nil` when nothing will.
    func nextDue(inFlight: Set<String>) -> Date? {
        var earliest = (pendingStatuses.map(\.dueAt) + pendingGroupStatuses.map(\.dueAt) + pendingReviews.map(\.dueAt)).min()
        guard !webhookHabits.isPaused else { return earliest }
        var busy = inFlight
        for delivery in outbox {
            guard case .callback(let url) = route(for: delivery), busy.insert(url).inserted else {
                continue
            }
            earliest = min(earliest ?? delivery.nextAttemptAt, delivery.nextAttemptAt)
        }
        return earliest
    }

    /// Gives up what nobody listens to any more and what is too old.
    mutating func dropUndeliverable(at now: Date) {
        for index in outbox.indices.reversed() {
            if case .nowhere(let reason) = route(for: outbox[index]) {
                finish(at: index, as: .dropped, note: reason)
            } else if let page = failingPage(outbox[index], at: now) {
                pageSubscriptions[page] = nil
                finish(at: index, as: .dropped, note: "The Page's subscription ended after an hour of failures.")
            } else if now.timeIntervalSince(outbox[index].createdAt) > RetrySchedule.horizon {
                finish(at: index, as: .dropped, note: "Not accepted within 7 days.")
            }
        }
    }

    /// The Page whose subscription Meta ends, since webhooks about it or its Instagram account have failed for an hour.
    private func failingPage(_ delivery: Delivery, at now: Date) -> String? {
        guard delivery.object == "page" || delivery.object == "instagram", let first = delivery.attempts.first,
            now.timeIntervalSince(first.at) > RetrySchedule.pagePatience
        else { return nil }
        return delivery.accountID
    }

    /// Notes what came of one attempt: 2xx ends the webhook and moves the person's tick, anything else is tried later.
    mutating func attempted(_ id: Int, url: String, _ attempt: Delivery.Attempt, rules: Rules) {
        guard let index = outbox.firstIndex(where: { $0.id == id }) else { return }
        outbox[index].attempts.append(attempt)
        outbox[index].lastURL = url
        if let status = attempt.status, (200..<300).contains(status) {
            if let inbound = outbox[index].inboundMessage {
                update(inbound.messageID, in: inbound.chat) { message in
                    message.status = max(message.status, .delivered)
                }
            }
            finish(at: index, as: .delivered, note: nil)
        } else {
            let wait = RetrySchedule.wait(afterFailures: outbox[index].attempts.count, speed: rules.speed)
            outbox[index].nextAttemptAt = attempt.at.addingTimeInterval(wait)
        }
    }

    /// Lets every waiting webhook be tried at once: somebody has mended the receiver and does not want to wait.
    mutating func retryNow(at now: Date) {
        for index in outbox.indices { outbox[index].nextAttemptAt = min(outbox[index].nextAttemptAt, now) }
    }

    private mutating func finish(at index: Int, as state: Delivery.State, note: String?) {
        var delivery = outbox.remove(at: index)
        delivery.state = state
        delivery.note = note
        log(delivery)
    }

    private mutating func log(_ delivery: Delivery) {
        deliveryLog.append(delivery)
        if deliveryLog.count > Self.deliveriesKept { deliveryLog.removeFirst() }
    }
}
