#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The platform's call sessions, as `context.calls`. Follows the platform's `call.*` methods.
public protocol CallService: Sendable {
    func start(_ call: NewCall) async throws -> CallSession
    func append(_ part: TranscriptPart, to session: String) async throws
    func end(_ session: String, _ end: CallEnd) async throws
    /// nil while there is none.
    func summary(of session: String) async throws -> String?
}

/// A call that begins.
public struct NewCall: Hashable, Sendable {
    public enum Direction: String, Hashable, Sendable {
        case inbound = "INBOUND", outbound = "OUTBOUND"
    }

    public var channel: ChannelID
    /// E.164.
    public var from: String
    /// E.164.
    public var to: String
    public var direction: Direction
    /// The provider's id of the call.
    public var externalID: String?
    public var callerName: String?

    public init(
        channel: ChannelID, from: String, to: String, direction: Direction = .inbound, externalID: String? = nil,
        callerName: String? = nil
    ) {
        self.channel = channel
        self.from = from
        self.to = to
        self.direction = direction
        self.externalID = externalID
        self.callerName = callerName
    }
}

/// A call as the platform keeps it.
public struct CallSession: Hashable, Sendable, Identifiable {
    public let id: String
    public let threadID: String

    public init(id: String, threadID: String) {
        self.id = id
        self.threadID = threadID
    }
}

/// Something that was said.
public struct TranscriptPart: Hashable, Sendable {
    public enum Track: String, Hashable, Sendable {
        case inbound = "inbound_track", outbound = "outbound_track"
    }

    public var content: String
    public var track: Track
    /// Whether the transcription of this part will not change any more.
    public var isFinal: Bool

    public init(content: String, track: Track, isFinal: Bool = true) {
        self.content = content
        self.track = track
        self.isFinal = isFinal
    }
}

/// How a call ended.
public struct CallEnd: Hashable, Sendable {
    public enum Status: String, Hashable, Sendable {
        case ended = "ENDED", missed = "MISSED", declined = "DECLINED", failed = "FAILED"
    }

    public var status: Status
    public var duration: Duration?
    public var endedAt: Date?
    public var recordingURL: String?

    public init(
        status: Status = .ended, duration: Duration? = nil, endedAt: Date? = nil, recordingURL: String? = nil
    ) {
        self.status = status
        self.duration = duration
        self.endedAt = endedAt
        self.recordingURL = recordingURL
    }
}
