#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Synchronization

/// Sequences of the embedded platform: kept in memory, for as long as the process runs.
final class MemorySequences: SequenceService {
    private struct Sequence: Sendable {
        var lease: (id: String, until: Date)?
        var watermark: (time: Date, until: Date)?

        mutating func forget(at now: Date) {
            if let lease, lease.until <= now { self.lease = nil }
            if let watermark, watermark.until <= now { self.watermark = nil }
        }

        mutating func raise(to time: Date, _ sequencer: SequencerDescriptor, at now: Date) {
            let highest = max(watermark?.time ?? time, time)
            watermark = (highest, now.addingTimeInterval(sequencer.watermark.timeInterval))
        }
    }

    /// Above this many, those that say nothing any more are forgotten.
    private static let comfortable = 10_000

    private let sequences = Mutex<[String: Sequence]>([:])
    private let ids: IDMaker
    private let clock: @Sendable () -> Date

    init(ids: IDMaker, clock: @escaping @Sendable () -> Date) {
        self.ids = ids
        self.clock = clock
    }

    func allow(
        _ key: String, at time: Date, holding lease: SequenceLease?, of sequencer: SequencerDescriptor,
        for installation: InstallationID
    ) async throws -> SequenceAnswer {
        change(Self.name(key, sequencer, installation)) { sequence, now in
            if let held = sequence.lease, held.id != lease?.id { return .locked }
            if let watermark = sequence.watermark, time < watermark.time { return .stale(watermark: watermark.time) }
            sequence.raise(to: time, sequencer, at: now)
            return .allowed
        }
    }

    func acquire(
        _ key: String, at time: Date?, of sequencer: SequencerDescriptor, for installation: InstallationID
    ) async throws -> SequenceLease? {
        let name = Self.name(key, sequencer, installation)
        return change(name) { sequence, now in
            guard sequence.lease == nil else { return nil }
            let lease = SequenceLease(id: ids.make("lease", at: now), sequence: name)
            sequence.lease = (lease.id, now.addingTimeInterval(sequencer.lock.timeInterval))
            if let time { sequence.raise(to: time, sequencer, at: now) }
            return lease
        }
    }

    func release(_ lease: SequenceLease) async throws {
        change(lease.sequence) { sequence, _ in
            if sequence.lease?.id == lease.id { sequence.lease = nil }
        }
    }

    private func change<Answer: Sendable>(_ name: String, _ work: (inout Sequence, Date) -> Answer) -> Answer {
        let now = clock()
        return sequences.withLock { sequences in
            if sequences.count > Self.comfortable {
                for (name, var sequence) in sequences {
                    sequence.forget(at: now)
                    if sequence.lease == nil, sequence.watermark == nil { sequences[name] = nil }
                }
            }
            var sequence = sequences[name] ?? Sequence()
            sequence.forget(at: now)
            let answer = work(&sequence, now)
            sequences[name] = sequence
            return answer
        }
    }

    private static func name(
        _ key: String, _ sequencer: SequencerDescriptor, _ installation: InstallationID
    ) -> String {
        let scope = sequencer.scope == .installation ? installation.rawValue : ""
        return "\(sequencer.handle) \(scope) \(key)"
    }
}
