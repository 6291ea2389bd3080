import IntegrationKit

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// How the messages of a batch fare, in the batch's order. What is gone from its conversation is left out.
struct BatchProgress {
    let batch: MessageBatch
    let states: [MessageState]

    /// Meta keeps what it cannot deliver for so long.
    private static let longestDelivery: TimeInterval = 30 * 24 * 3600

    init(of batch: MessageBatch, in context: ToolContext<Meta>) async throws {
        self.batch = batch
        let ids = batch.messageIDs.map { MessageID($0) }
        let found = try await context.session.states(of: ids)
        let byID = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        states = ids.compactMap { byID[$0] }
    }

    func count(_ statuses: Message.Status...) -> Int { states.count { statuses.contains($0.status) } }

    /// Whether nothing more will change.
    var isComplete: Bool {
        if count(.pending, .sent) == 0 { return true }
        return batch.createdAt.addingTimeInterval(Self.longestDelivery) < Date()
    }

    /// `queued`, `sending`, `sent` while some have not arrived, `done`.
    var word: String {
        let waiting = count(.pending)
        if waiting == states.count, !states.isEmpty { return "queued" }
        if waiting > 0 { return "sending" }
        return isComplete ? "done" : "sent"
    }

    var stats: MessageBulkStats {
        MessageBulkStats(
            total: states.count, recipients: Set(states.map(\.address)).count, queued: count(.pending), sent: count(.sent),
            delivered: count(.delivered), read: count(.read, .played), failed: count(.failed))
    }
}

extension ToolContext<Meta> {
    /// - Throws: ``ToolFailure`` when this workplace has no such batch.
    func batch(_ id: String, field: String) async throws -> MessageBatch {
        guard let batch = try await models.messageBatch.find(.init(id)) else {
            throw ToolFailure.notFound("batch", id, field: field)
        }
        return batch
    }
}

extension BatchMessage.Status {
    init(_ status: Message.Status) {
        switch status {
        case .pending: self = .queued
        case .unknown: self = .unknown_
        case .sent: self = .sent
        case .delivered: self = .delivered
        case .read, .played: self = .read
        case .failed: self = .failed
        }
    }
}
