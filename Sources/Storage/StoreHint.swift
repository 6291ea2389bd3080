public import IntegrationKit

/// What processes on one store tell each other, so that nobody has to wait until it looks by itself. A hint says what to
/// read again, never the data; it may be lost.
public enum StoreHint: Hashable, Sendable {
    /// Deliveries or events may wait to be worked on.
    case work
    /// Messages may wait to be sent.
    case sends
    /// Variables or channels of an installation have changed.
    case tenant(InstallationID)
    /// The installation's page of a conversation, of its connection or of its records shows something else now.
    case conversation(ConversationID, InstallationID)
    case connection(InstallationID)
    case records(InstallationID)

    /// As it travels.
    public var text: String {
        switch self {
        case .work: "work"
        case .sends: "sends"
        case .tenant(let installation): "tenant \(installation)"
        case .conversation(let conversation, let installation): "conversation \(installation) \(conversation)"
        case .connection(let installation): "connection \(installation)"
        case .records(let installation): "records \(installation)"
        }
    }

    /// nil for what a newer version may say.
    public init?(text: String) {
        let words = text.split(separator: " ").map(String.init)
        switch (words.first, words.count) {
        case ("work", 1): self = .work
        case ("sends", 1): self = .sends
        case ("tenant", 2): self = .tenant(InstallationID(words[1]))
        case ("conversation", 3): self = .conversation(ConversationID(words[2]), InstallationID(words[1]))
        case ("connection", 2): self = .connection(InstallationID(words[1]))
        case ("records", 2): self = .records(InstallationID(words[1]))
        default: return nil
        }
    }
}
