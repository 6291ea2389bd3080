/// An identifier that is text, opaque to everybody but the platform that made it.
///
/// The type parameter keeps identifiers of different things apart: a channel's cannot be given where a message's is wanted.
public struct Identifier<Subject>: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }

    public var description: String { rawValue }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Identifier: JSONConvertible {
    public init(json: JSON, at path: String) throws(InvalidValue) {
        rawValue = try String(json: json, at: path)
    }

    public var json: JSON { .string(rawValue) }
}

public typealias InstallationID = Identifier<Installation>
public typealias ChannelID = Identifier<ChannelRecord>
public typealias ConversationID = Identifier<Conversation>
public typealias MessageID = Identifier<Message>
