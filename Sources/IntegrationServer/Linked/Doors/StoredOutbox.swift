#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Storage
internal import Synchronization

/// The outbox that embedded mode has, for messages that handlers send in linked mode: what is taken is durable, and the
/// workers of any process send it.
final class StoredOutbox: LinkedOutbox {
    private let store: any Store
    private let wake = Mutex<@Sendable () -> Void>({})

    init(store: any Store) { self.store = store }

    var isOpen: Bool { true }

    /// Wakes the workers of this process.
    var raise: @Sendable () -> Void {
        get { wake.withLock { $0 } }
        set { wake.withLock { $0 = newValue } }
    }

    func take(_ messages: [LinkedMessage], from call: LinkedCall) async throws(PlatformFailure) {
        let now = Date()
        var changes: [StoreChange] = []
        var channels: Set<ChannelID> = []
        for message in messages {
            let request: SendRequest
            do {
                request = try SendRequest(message.arguments)
            } catch {
                throw .invalid(error)
            }
            if channels.insert(message.channel.id).inserted { changes.append(.mirrorChannel(message.channel)) }
            changes.append(.queueMessage(NewOutboxEntry(
                message: NewMessage(sending: request, as: message.id, on: message.channel, by: nil, at: now), tool: message.tool,
                arguments: request.arguments(message.arguments, messageID: message.id, channel: message.channel))))
        }
        do throws(StorageError) {
            try await store.commit(changes, in: call.installation.id)
        } catch {
            throw PlatformFailure(error)
        }
        raise()
        store.tell(.sends)
    }

    func states(
        of messages: [MessageID], in installation: InstallationID
    ) async throws(PlatformFailure) -> [MessageState] {
        do throws(StorageError) {
            return try await store.states(of: messages, in: installation)
        } catch {
            throw PlatformFailure(error)
        }
    }
}
