#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// One channel of an installation: a business's number, for example.
public struct ChannelRecord: Hashable, Sendable, Identifiable {
    public let id: ChannelID
    /// Of its ``ChannelDescriptor``.
    public let handle: String
    /// E.164 number, page id, …
    public let identifier: String
    public let name: String
    /// nil while it is open.
    public let closure: ChannelClosure?

    public init(id: ChannelID, handle: String, identifier: String, name: String, closure: ChannelClosure? = nil) {
        self.id = id
        self.handle = handle
        self.identifier = identifier
        self.name = name
        self.closure = closure
    }

    /// The same channel, closed or, with nil, open.
    public func with(_ closure: ChannelClosure?) -> ChannelRecord {
        ChannelRecord(id: id, handle: handle, identifier: identifier, name: name, closure: closure)
    }
}

/// That a channel is closed: nothing is sent through it or received for it until it is opened again. Its conversations
/// are kept.
public struct ChannelClosure: Hashable, Sendable {
    public let at: Date
    /// Why, in a sentence for people: `The number was removed from this workplace.`
    public let reason: String

    public init(at: Date, reason: String) {
        self.at = at
        self.reason = reason
    }
}
