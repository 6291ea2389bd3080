package import IntegrationKit
package import Storage

extension EmbeddedSession {
    /// What a channel is known by in an installation.
    struct ChannelKey: Hashable {
        let handle: String
        let identifier: String
    }

    package func openChannel(
        _ channel: ChannelDescriptor, identifier: String, name: String
    ) async throws(PlatformFailure) -> ChannelRecord {
        try requireOpen()
        let identifier = channel.prepared(identifier)
        if let problem = channel.problem(of: identifier) {
            throw .invalid(InvalidValue(at: channel.identifierField, problem))
        }
        let known = try await self.channel(channel.handle, identifier)
        if let known, known.closure == nil { return known }
        let record =
            known?.with(nil)
            ?? ChannelRecord(
                id: ChannelID(ids.make("chn", at: clock())), handle: channel.handle, identifier: identifier, name: name)
        movedChannels[ChannelKey(handle: channel.handle, identifier: identifier)] = record
        stage(.openChannel(record))
        return record
    }

    package func closeChannel(
        _ channel: ChannelDescriptor, identifier: String, reason: String
    ) async throws(PlatformFailure) -> Bool {
        try requireOpen()
        let identifier = channel.prepared(identifier)
        guard let known = try await self.channel(channel.handle, identifier), known.closure == nil else { return false }
        let closure = ChannelClosure(at: clock(), reason: reason)
        movedChannels[ChannelKey(handle: channel.handle, identifier: identifier)] = known.with(closure)
        stage(.closeChannel(handle: channel.handle, identifier: identifier, closure))
        return true
    }

    package func isOpenElsewhere(
        _ channel: ChannelDescriptor, identifier: String
    ) async throws(PlatformFailure) -> Bool {
        let identifier = channel.prepared(identifier)
        let own = installation.id
        return try await asking { store throws(StorageError) in
            try await store.routes(channel: channel.handle, identifier: identifier).contains { $0.installation != own }
        }
    }

    package func channels(_ channel: ChannelDescriptor) async throws(PlatformFailure) -> [ChannelRecord] {
        let id = installation.id
        let stored = try await asking { store throws(StorageError) in
            try await store.channels(of: id, handle: channel.handle)
        }
        let moved = movedChannels.filter { $0.key.handle == channel.handle }
        let untouched = stored.filter { moved[ChannelKey(handle: $0.handle, identifier: $0.identifier)] == nil }
        return (untouched + moved.values.filter { $0.closure == nil }).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// Open or closed, as this unit of work leaves it.
    func channel(_ handle: String, _ identifier: String) async throws(PlatformFailure) -> ChannelRecord? {
        if let moved = movedChannels[ChannelKey(handle: handle, identifier: identifier)] { return moved }
        let id = installation.id
        return try await asking { store throws(StorageError) in
            try await store.channel(handle: handle, identifier: identifier, of: id)
        }
    }
}
