#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit

extension CoreAccess {
    /// Asks a sequencer whether something of this time may go on; if so, nothing older will.
    ///
    /// - Parameter sequence: The platform's key: `seq:in:{installation}:{sequencer}:{key}`.
    public func allow(
        _ sequence: String, at time: Date, holding lease: String?, watermark: Duration
    ) async throws(CoreFailure) -> SequenceAnswer {
        var body: JSONObject = [
            "sequencerKey": .string(sequence), "timestamp": Self.milliseconds(time),
            "watermarkTtlMs": watermark.milliseconds.json,
        ]
        body["leaseId"] = lease?.json
        let answer = try await sequencer("allow", body, .repeatable)
        if try answer.member("allowed") { return .allowed }
        guard try answer.member("reason", as: String.self) == "stale" else { return .locked }
        return .stale(watermark: Self.moment(answer.data["watermark"]) ?? time)
    }

    /// Takes the lock of a sequence under a name that the caller chose: taking it again under the same one is the same.
    ///
    /// - Returns: false when somebody else holds it.
    public func acquireSequence(
        _ sequence: String, as lease: String, at time: Date?, lock: Duration, watermark: Duration
    ) async throws(CoreFailure) -> Bool {
        var body: JSONObject = [
            "sequencerKey": .string(sequence), "leaseId": .string(lease), "lockTtlMs": lock.milliseconds.json,
            "watermarkTtlMs": watermark.milliseconds.json,
        ]
        body["timestamp"] = time.map(Self.milliseconds)
        return try await sequencer("acquire", body, .repeatable).member("acquired")
    }

    /// Gives a lock back.
    public func releaseSequence(_ sequence: String, lease: String) async throws(CoreFailure) {
        _ = try await sequencer(
            "release", ["sequencerKey": .string(sequence), "leaseId": .string(lease)], .repeatable)
    }

    private func sequencer(
        _ verb: String, _ body: JSONObject, _ effect: CallEffect
    ) async throws(CoreFailure) -> CoreAnswer {
        try await post(
            "/api/internal/sequencer/\(verb)", "sequencer.\(verb)", body, effect, deadline: api.policy.deadline)
    }

    private static func milliseconds(_ time: Date) -> JSON { Int((time.timeIntervalSince1970 * 1000).rounded(.down)).json }

    private static func moment(_ value: JSON?) -> Date? {
        if let text = value?.stringValue { return Timestamp.parse(text) }
        return value?.doubleValue.map { Date(timeIntervalSince1970: $0 / 1000) }
    }
}
