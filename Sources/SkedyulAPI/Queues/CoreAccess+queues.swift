public import IntegrationKit
import OutboundHTTP

/// What a queue of the platform's admits.
public struct QueueLimits: Hashable, Sendable {
    public var maximumConcurrent: Int?
    /// The least time from one start to the next.
    public var minimumGap: Duration?
    public var reservoir: Int?
    public var refill: Int?
    public var refillEvery: Duration?

    /// As the manifest has it: a rate is a reservoir that is full again after each unit of time.
    public init(_ limit: LimitDescriptor) {
        maximumConcurrent = limit.concurrent
        minimumGap = limit.minimumGap
        reservoir = limit.bucket?.size ?? limit.rate?.count
        refill = limit.bucket?.refill ?? limit.rate?.count
        refillEvery = limit.bucket?.every ?? limit.rate?.per
    }

    var json: JSON {
        var object = JSONObject()
        object["maxConcurrent"] = maximumConcurrent?.json
        object["minTime"] = minimumGap?.milliseconds.json
        object["reservoir"] = reservoir?.json
        object["reservoirRefreshAmount"] = refill?.json
        object["reservoirRefreshInterval"] = refillEvery?.milliseconds.json
        return .object(object)
    }
}

/// A place in a queue that is held.
public struct QueueLease: Hashable, Sendable, Identifiable {
    public let id: String
    public let queue: String
}

extension CoreAccess {
    /// Waits for a place in a queue, at the platform.
    ///
    /// - Parameters:
    ///   - wait: How long the platform keeps the call in the queue.
    ///   - hold: When a place that is never given back is free again.
    /// - Throws: ``CoreFailure``, ``CoreFailure/isQueueTimeout`` when no place came free in time. There is no counting in
    ///   memory instead: a limit that several processes share would be one for each, and nobody would know.
    public func acquire(
        _ queue: String, limits: QueueLimits, wait: Duration, hold: Duration
    ) async throws(CoreFailure) -> QueueLease {
        let body: JSONObject = [
            "queueKey": .string(queue), "limits": limits.json, "timeoutMs": wait.milliseconds.json,
            "executionHoldMs": hold.milliseconds.json,
        ]
        // The platform answers when it is over, so the call lasts as long and a little more.
        let answer = try await post(
            "/api/internal/ratelimit/acquire", "ratelimit.acquire", body, .once, deadline: wait + api.policy.deadline)
        return QueueLease(id: try answer.member("leaseId"), queue: queue)
    }

    /// Gives a place back.
    public func release(_ lease: QueueLease) async throws(CoreFailure) {
        let body: JSONObject = ["leaseId": .string(lease.id), "queueKey": .string(lease.queue)]
        _ = try await post(
            "/api/internal/ratelimit/release", "ratelimit.release", body, .repeatable, deadline: api.policy.deadline)
    }
}

extension CoreFailure {
    /// Whether a queue had no place in the time that was waited.
    public var isQueueTimeout: Bool {
        switch self {
        case .refused(let refusal):
            refusal.status == 408 || refusal.problems.contains { $0.message.lowercased().contains("timed out") }
        case .unreadable(let status, _): status == 408
        case .transport: false
        }
    }
}

extension Duration {
    /// Rounded down.
    var milliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
