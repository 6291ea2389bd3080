#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import SkedyulAPI
internal import Storage
internal import Synchronization

/// Whose channel an event of an APP webhook is for. The store knows all channels that handlers have opened; what it does
/// not know, because it is new itself, the platform is asked for before the event is given to anybody.
///
/// By the app's right no channels are seen but instances: an installation that has the channel has an instance with its
/// identifier in it, and by that installation's right its channels are seen.
final class ChannelRoutes: Sendable {
    private struct Place: Hashable {
        let channel: String
        let identifier: String
    }

    private let platform: LinkedPlatform
    private let token: CoreToken
    private let mirror: InstallationMirror
    private let store: any Store
    private let asked = Mutex<[Place: ContinuousClock.Instant]>([:])

    /// After which something that was not there is asked for again.
    private static let patience: Duration = .seconds(60)
    private static let capacity = 10_000

    /// - Parameter token: Of the app.
    init(platform: LinkedPlatform, token: CoreToken, mirror: InstallationMirror, store: any Store) {
        self.platform = platform
        self.token = token
        self.mirror = mirror
        self.store = store
    }

    /// - Throws: ``StorageError/unavailable(_:)`` also when the platform cannot be asked: events wait as they do for the
    ///   store.
    func learn(_ events: [NewEvent]) async throws(StorageError) {
        var places: Set<Place> = []
        for event in events {
            guard let channel = event.channel, let identifier = event.event.channelIdentifier else { continue }
            places.insert(Place(channel: channel, identifier: identifier))
        }
        for place in places { try await learn(place) }
    }

    private func learn(_ place: Place) async throws(StorageError) {
        guard try await store.routes(channel: place.channel, identifier: place.identifier).isEmpty else { return }
        let now = ContinuousClock.now
        if let last = asked.withLock({ $0[place] }), now < last + Self.patience { return }
        var found: [(owner: InstallationID, channel: CoreChannel)] = []
        do throws(CoreFailure) {
            for owner in try await installations(with: place.identifier) {
                found += try await channels(of: owner, place).map { (owner, $0) }
            }
        } catch {
            throw .unavailable("the platform cannot be asked whose channel it is: \(error)")
        }
        for (owner, channel) in found { try await note(ChannelRecord(channel), of: owner, workplace: channel.workplaceID) }
        asked.withLock { asked in
            if asked.count >= Self.capacity { asked = [:] }
            asked[place] = now
        }
    }

    private func installations(with identifier: String) async throws(CoreFailure) -> Set<InstallationID> {
        let access = platform.api.access(with: token)
        var owners: Set<InstallationID> = []
        for model in platform.models {
            for field in model.fields where field.owner == .app && !field.isEncrypted && !field.isList && field.scalar == .string {
                let filter = CoreFilter(field.handle, .eq, .string(identifier))
                for instance in try await access.allInstances(of: model.handle, matching: filter) {
                    if let owner = instance.appInstallationID { owners.insert(InstallationID(owner)) }
                }
            }
        }
        return owners
    }

    private func channels(of installation: InstallationID, _ place: Place) async throws(CoreFailure) -> [CoreChannel] {
        let own = try await platform.tokens.token(for: installation, by: token)
        return try await platform.api.access(with: own)
            .channels(matching: CoreFilter("identifierValue", .eq, .string(place.identifier)))
            .filter {
                $0.handle == place.channel && $0.identifier == place.identifier
                    && $0.appInstallationID ?? installation.rawValue == installation.rawValue
            }
    }

    private func note(
        _ channel: ChannelRecord, of id: InstallationID, workplace: String?
    ) async throws(StorageError) {
        let name = workplace ?? id.rawValue
        try await mirror.make(Installation(id: id, workplace: Workplace(handle: name, name: name, timeZone: "UTC")))
        try await store.commit([.mirrorChannel(channel)], in: id)
    }
}
