#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension World {
    /// Where webhooks of one WABA go.
    enum Route: Equatable {
        case callback(String)
        /// In words for the phone's panel.
        case nowhere(because: String)
    }

    /// Where `messages` webhooks of a WABA go now: the app must be subscribed to the field *and* to the WABA.
    func route(forAccount accountID: String) -> Route {
        guard let app = appSubscriptions["whatsapp_business_account"] else {
            return .nowhere(because: "The app has no webhook subscription for whatsapp_business_account.")
        }
        guard app.fields.contains("messages") else {
            return .nowhere(because: "The app's subscription does not include the field messages.")
        }
        guard let account = accountSubscriptions[accountID] else {
            return .nowhere(because: "The app is not subscribed to WhatsApp account \(accountID).")
        }
        return .callback(account.overrideCallbackURI ?? app.callbackURL)
    }

    /// Puts a webhook into the outbox, if the app is subscribed at this moment.
    mutating func enqueue(
        _ payload: WireJSON, summary: String, accountID: String,
        inbound: Delivery.InboundReference?, at now: Date
    ) {
        var delivery = Delivery(
            id: nextDeliveryID, createdAt: now, accountID: accountID, body: payload.wireText(), summary: summary,
            inboundMessage: inbound, nextAttemptAt: now)
        nextDeliveryID += 1
        if case .nowhere(let reason) = route(forAccount: accountID) {
            delivery.state = .dropped
            delivery.note = reason
            log(delivery)
            return
        }
        outbox.append(delivery)
        if outbox.count > Self.outboxLimit {
            finish(at: 0, as: .dropped, note: "More than \(Self.outboxLimit) webhooks were waiting.")
        }
    }

    /// The webhooks that should be sent now, at most one a callback: the oldest of each goes first and the others wait
    /// for it.
    ///
    /// - Parameter inFlight: Callbacks that have one on the way already.
    func due(at now: Date, inFlight: Set<String>) -> [(delivery: Delivery, url: String)] {
        var busy = inFlight
        var ready: [(Delivery, String)] = []
        for delivery in outbox {
            guard case .callback(let url) = route(forAccount: delivery.accountID), busy.insert(url).inserted else {
                continue
            }
            if delivery.nextAttemptAt <= now { ready.append((delivery, url)) }
        }
        return ready
    }

    /// When something will happen without anybody doing anything; `nil` when nothing will.
    func nextDue(inFlight: Set<String>) -> Date? {
        var earliest = pendingStatuses.map(\.dueAt).min()
        var busy = inFlight
        for delivery in outbox {
            guard case .callback(let url) = route(forAccount: delivery.accountID), busy.insert(url).inserted else {
                continue
            }
            earliest = min(earliest ?? delivery.nextAttemptAt, delivery.nextAttemptAt)
        }
        return earliest
    }

    /// Gives up what nobody listens to any more and what is too old.
    mutating func dropUndeliverable(at now: Date) {
        for index in outbox.indices.reversed() {
            if case .nowhere(let reason) = route(forAccount: outbox[index].accountID) {
                finish(at: index, as: .dropped, note: reason)
            } else if now.timeIntervalSince(outbox[index].createdAt) > RetrySchedule.horizon {
                finish(at: index, as: .dropped, note: "Not accepted within 7 days.")
            }
        }
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
