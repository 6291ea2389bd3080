internal import IntegrationKit
internal import SkedyulAPI

/// Something that a unit of work has yet to tell the platform.
enum LinkedWrite: Sendable {
    case record(RecordWrite)
    case delete(id: String, model: ModelDescriptor)
    /// With an id of ours until it is open.
    case openChannel(ChannelRecord)
    case receive(InboundMessage, as: MessageID, on: ChannelID, ReceivedMessage)
    case send(LinkedMessage)
    case closeChannel(ChannelID)
    case event(EmittedEvent)

    /// Writes are sent phase by phase, within one in the order in which they were made. What can be done twice comes
    /// first, and what others learn of last: by then everything that it is about is there.
    var phase: Int {
        switch self {
        case .record, .delete, .openChannel: 0
        case .receive: 1
        case .send: 2
        case .closeChannel: 3
        case .event: 4
        }
    }
}

/// A write of one instance.
struct RecordWrite: Sendable {
    enum Way: Hashable, Sendable {
        case create
        /// Creates it, or updates the one with the same value in this field that somebody has created meanwhile.
        case upsert(matching: String)
        case update
    }

    let model: ModelDescriptor
    /// Of ours until it is created.
    let id: String
    let way: Way
    /// By field handle, without those that are encrypted.
    var values: JSONObject
    /// All of the instance's own variables, when one of them is written.
    var secrets: Secret<[String: String]>?
}

extension [LinkedWrite] {
    /// How many of a kind are told in one call.
    private static var groupLimit: Int { 100 }

    /// In the order in which they are sent.
    var inPhases: [LinkedWrite] {
        indices.sorted { (self[$0].phase, $0) < (self[$1].phase, $1) }.map { self[$0] }
    }

    /// How many from the front can be told in one call: writes of one kind to one model, of which none needs to know what
    /// became of another one.
    var firstGroupCount: Int {
        guard let first else { return 0 }
        var ids: Set<String> = []
        func joins(_ write: LinkedWrite) -> Bool {
            switch (first, write) {
            case (.record(let one), .record(let other)):
                one.model.handle == other.model.handle && one.way == other.way && !ids.contains(other.id)
                    && !other.values.contains { $0.value.mentions(ids) }
            case (.delete(_, let one), .delete(let id, let other)): one.handle == other.handle && !ids.contains(id)
            case (.send, .send): true
            default: false
            }
        }
        var count = 0
        for write in prefix(Self.groupLimit) {
            guard count == 0 || joins(write) else { break }
            switch write {
            case .record(let record): ids.insert(record.id)
            case .delete(let id, _): ids.insert(id)
            default: break
            }
            count += 1
        }
        return count
    }
}

extension SettledIDs {
    /// So begins an id that is only good until the platform has given one: what follows cannot be guessed, so that no
    /// text holds one by chance.
    static let provisionalPrefix = "new"

    static func isProvisional(_ id: String) -> Bool { id.hasPrefix(provisionalPrefix + "_") }
}

extension JSON {
    /// Whether one of the ids stands in it.
    fileprivate func mentions(_ ids: Set<String>) -> Bool {
        switch self {
        case .string(let text): ids.contains(text) || (SettledIDs.isProvisional(text) && ids.contains { text.contains($0) })
        case .array(let elements): elements.contains { $0.mentions(ids) }
        case .object(let object): object.contains { $0.value.mentions(ids) }
        case .null, .bool, .number: false
        }
    }
}
