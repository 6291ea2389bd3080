#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The facts about a sequencer. Generated from `sequencers.<handle>`.
public struct SequencerDescriptor: Hashable, Sendable {
    /// What shares one sequence.
    public enum Scope: String, Hashable, Sendable {
        case installation = "INSTALLATION", appVersion = "APP_VERSION", global = "GLOBAL"
    }

    public let handle: String
    public let label: String
    public let scope: Scope
    /// When a lock that was not released ends.
    public let lock: Duration
    /// How long it is remembered what was let through last.
    public let watermark: Duration

    public init(handle: String, label: String, scope: Scope, lock: Duration, watermark: Duration) {
        self.handle = handle
        self.label = label
        self.scope = scope
        self.lock = lock
        self.watermark = watermark
    }
}

/// A sequencer of the manifest in one session, as `context.sequencers.memberSync`: for each key it lets things through
/// one after the other, and nothing that is older than what was let through.
public struct Sequencer: Sendable {
    public let descriptor: SequencerDescriptor
    private let session: any PlatformSession

    public init(_ descriptor: SequencerDescriptor, session: any PlatformSession) {
        self.descriptor = descriptor
        self.session = session
    }

    /// Whether something of this time may go on. If so, nothing older will.
    ///
    /// - Parameters:
    ///   - time: When what is to go on happened, by its provider's clock.
    ///   - lease: The lock that the caller holds, if it does.
    public func allow(
        _ key: String, at time: Date, holding lease: SequenceLease? = nil
    ) async throws -> SequenceAnswer {
        try await session.services.sequences.allow(
            key, at: time, holding: lease, of: descriptor, for: session.installation.id)
    }

    /// Takes the key's lock. - Returns: nil when somebody else holds it.
    public func acquire(_ key: String, at time: Date? = nil) async throws -> SequenceLease? {
        try await session.services.sequences.acquire(key, at: time, of: descriptor, for: session.installation.id)
    }

    /// Gives a lock back. One that has ended by itself is no error.
    public func release(_ lease: SequenceLease) async throws {
        try await session.services.sequences.release(lease)
    }
}

/// Whether something may go on.
public enum SequenceAnswer: Hashable, Sendable {
    case allowed
    /// Something newer was let through.
    case stale(watermark: Date)
    /// Somebody else holds the key's lock.
    case locked
}

/// A lock that is held.
public struct SequenceLease: Hashable, Sendable, Identifiable {
    public let id: String
    /// The platform's name of what is locked.
    public let sequence: String

    public init(id: String, sequence: String) {
        self.id = id
        self.sequence = sequence
    }
}

/// What keeps sequences for a platform.
public protocol SequenceService: Sendable {
    func allow(
        _ key: String, at time: Date, holding lease: SequenceLease?, of sequencer: SequencerDescriptor,
        for installation: InstallationID
    ) async throws -> SequenceAnswer
    func acquire(
        _ key: String, at time: Date?, of sequencer: SequencerDescriptor, for installation: InstallationID
    ) async throws -> SequenceLease?
    func release(_ lease: SequenceLease) async throws
}

/// The sequencers of an integration that declares none.
public struct NoSequencers: SessionView {
    public init(session: any PlatformSession) {}
}
