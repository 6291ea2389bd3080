import IntegrationKit

/// Several messages that came as one JSON array, which only 2025-03-26 allows (basic, "Batching").
///
/// Each action is carried out as if it had come alone; they may be carried out at the same time.
public struct MCPBatch: Sendable {
    /// One for each message, in order. None of them is a batch.
    public let actions: [MCPAction]

    /// The answer to the whole.
    ///
    /// - Parameter replies: The replies to ``actions``. What needed no answer has none here either.
    public func reply(_ replies: [MCPReply]) -> MCPReply {
        let bodies = replies.lazy.map(\.body).filter { !$0.isEmpty }
        guard !bodies.isEmpty else { return .accepted }
        return MCPReply(
            status: 200, body: [UInt8(ascii: "[")] + bodies.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "]")]
        )
    }
}

extension MCPServer {
    /// More would let one request stand for any number of them.
    static let maximumBatch = 50

    /// What to do about an array: it is refused as a whole when the client speaks another revision, or an element is of
    /// the modern era; a broken element is only refused itself.
    func batchAction(_ messages: [JSON], _ head: MCPRequestHead, _ era: RequestEra) -> MCPAction {
        guard era == .legacy(.march2025) else { return refusal("Batches are not part of this protocol version.") }
        guard (1...Self.maximumBatch).contains(messages.count) else {
            return refusal("A batch must have 1 to \(Self.maximumBatch) messages.")
        }
        guard !messages.contains(where: { $0["params"]?["_meta"]?[ModernEnvelope.versionKey] != nil }) else {
            return refusal("Requests of 2026-07-28 must be sent alone.")
        }
        guard !messages.contains(where: { $0["method"] == "initialize" }) else {
            return refusal("initialize must be sent alone.")
        }
        return .batch(MCPBatch(actions: messages.map { action(for: $0, head, era) }))
    }

    private func refusal(_ message: String) -> MCPAction {
        .respond(.error(nil, RPCError(.invalidRequest, "Invalid request: " + message), modern: true))
    }
}
