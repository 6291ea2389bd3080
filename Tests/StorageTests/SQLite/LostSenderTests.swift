import Foundation
import IntegrationKit
import IntegrationTesting
import Storage
import StorageSQL
import StorageSQLite
import Testing

@Suite("Messages whose sender died", .timeLimit(.minutes(5)))
struct LostSenderTests {
    @Test("what was pending when the process died is unknown after the reopening, and nothing else is")
    func reopened() async throws {
        let temporary = try TemporaryStore()
        try await temporary.store.prepare(models: Fixture.models)
        let tenant = try await StoreUnderTest(store: temporary.store, keeping: temporary).tenant()
        let channel = tenant.channel.id
        let added = try await temporary.store.commit(
            [
                Fixture.message("cut", on: channel, direction: .outbound, status: .pending),
                Fixture.message("young", on: channel, direction: .outbound, status: .pending, sentAt: Fixture.at(50)),
                Fixture.message("taken", on: channel, direction: .outbound, remoteID: "r1", status: .pending),
                Fixture.message("sent", on: channel, direction: .outbound, remoteID: "r2", status: .sent),
                Fixture.message("in", on: channel, remoteID: "r3"),
            ], in: tenant.id)
        guard case .messageAdded(_, let conversation) = added[0] else { throw StorageError.closed }
        await temporary.store.close()

        let store = try SQLiteStore(path: temporary.path)
        #expect(try await store.giveUpPendingMessages(recordedBefore: Fixture.start, now: Fixture.at(60)).isEmpty)
        let given = try await store.giveUpPendingMessages(recordedBefore: Fixture.at(50), now: Fixture.at(60))
        #expect(given == [UnconfirmedMessage(id: "cut", conversation: conversation, installation: tenant.id)])
        #expect(try await store.giveUpPendingMessages(recordedBefore: Fixture.at(50), now: Fixture.at(60)).isEmpty)
        let messages = try await store.messages(of: conversation, in: tenant.id, before: nil, limit: 9)
        let statuses = Dictionary(uniqueKeysWithValues: messages.map { ($0.id.rawValue, $0.status) })
        #expect(statuses == ["cut": .unknown, "young": .pending, "taken": .pending, "sent": .sent, "in": .delivered])
        // The provider's word still settles it.
        let move = MessageMove(
            id: "cut", channel: channel, remoteID: "r9", status: .delivered, failure: nil, occurredAt: Fixture.at(70))
        try await store.commit([.moveMessage(move)], in: tenant.id)
        #expect(try await store.message(channel: channel, remoteID: "r9", in: tenant.id)?.status == .delivered)
        #expect(try await store.message(channel: channel, remoteID: "r10", in: tenant.id) == nil)
        #expect(try await store.message(channel: channel, remoteID: "r9", in: "ins_other") == nil)
        await store.close()
    }
}
