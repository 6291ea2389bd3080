import Foundation
public import IntegrationKit
import IntegrationTesting
import Storage
import StorageSQL
import StoragePostgres
import StorageSQLite
import Testing

/// The stores that the exercises run on. All must behave the same: a new kind of store is one more case here.
enum StoreKind: String, CaseIterable, CustomTestStringConvertible {
    case sqliteFile = "SQLite file"
    case sqliteMemory = "SQLite in memory"
    case postgres = "PostgreSQL"

    var testDescription: String { rawValue }

    /// An empty store, prepared for the fixture's models.
    func make() async throws -> StoreUnderTest {
        let result: StoreUnderTest
        switch self {
        case .sqliteFile:
            let temporary = try TemporaryStore()
            result = StoreUnderTest(store: temporary.store, keeping: temporary)
        case .sqliteMemory:
            result = StoreUnderTest(store: try SQLiteStore(path: ":memory:"), keeping: nil)
        case .postgres:
            result = StoreUnderTest(store: try await PostgresStore(url: TemporaryPostgres.shared.makeStore()), keeping: nil)
        }
        try await result.store.prepare(models: Fixture.models)
        return result
    }
}


/// A store and whatever must live as long as it.
struct StoreUnderTest: Sendable {
    let store: any Store
    private let kept: TemporaryStore?

    init(store: any Store, keeping kept: TemporaryStore?) {
        self.store = store
        self.kept = kept
    }

    /// A workplace with an installation and a channel in it.
    func tenant(_ name: String = "clinic") async throws -> Tenant {
        try await store.putWorkplace(Workplace(handle: name, name: name, timeZone: "Europe/London"))
        let installation = try await store.install(in: name, id: InstallationID("ins_\(name)"), now: Fixture.start)
        let channel = ChannelRecord(
            id: ChannelID("chn_\(name)"), handle: "whatsapp", identifier: "+15550001111", name: "Reception")
        try await store.commit([.openChannel(channel)], in: installation.id)
        return Tenant(id: installation.id, channel: channel)
    }
}

struct Tenant: Sendable {
    let id: InstallationID
    let channel: ChannelRecord
}

extension InboxStore {
    /// One delivery. - Returns: how many of its events nobody has a channel for.
    @discardableResult
    func split(_ delivery: DeliveryID, into events: [NewEvent], now: Date) async throws(StorageError) -> Int {
        try await split([SplitDelivery(delivery, into: events)], now: now)
    }
}

enum Fixture {
    static let start = Date(timeIntervalSince1970: 1_767_225_600)

    static func at(_ seconds: Double) -> Date { start.addingTimeInterval(seconds) }

    static let contact = ModelDescriptor(
        handle: "contact", label: "Contact", labelPlural: "Contacts", identity: ["code"],
        uniqueTogether: [["city", "street"]],
        fields: [
            FieldDescriptor(handle: "code", label: "Code", scalar: .string, owner: .app, isRequired: true),
            FieldDescriptor(handle: "phone", label: "Phone", scalar: .string, owner: .app, isUnique: true, personalData: .contact),
            FieldDescriptor(
                handle: "note", label: "Note", scalar: .longString, owner: .workplace, personalData: .content),
            FieldDescriptor(handle: "city", label: "City", scalar: .string, owner: .both),
            FieldDescriptor(handle: "street", label: "Street", scalar: .string, owner: .both),
            FieldDescriptor(handle: "visits", label: "Visits", scalar: .integer, owner: .app),
            FieldDescriptor(handle: "score", label: "Score", scalar: .number, owner: .app),
            FieldDescriptor(handle: "balance", label: "Balance", scalar: .decimal, owner: .app),
            FieldDescriptor(handle: "active", label: "Active", scalar: .boolean, owner: .app, defaultValue: true),
            FieldDescriptor(handle: "born", label: "Born", scalar: .date, owner: .app),
            FieldDescriptor(handle: "seen_at", label: "Seen", scalar: .dateTime, owner: .app),
            FieldDescriptor(handle: "wakes_at", label: "Wakes", scalar: .time, owner: .app),
            FieldDescriptor(handle: "tags", label: "Tags", scalar: .string, isList: true, owner: .app),
            FieldDescriptor(handle: "extra", label: "Extra", scalar: .object, owner: .app),
            FieldDescriptor(handle: "pin", label: "PIN", scalar: .string, owner: .app, isEncrypted: true),
            FieldDescriptor(
                handle: "status", label: "Status", scalar: .string, owner: .app,
                options: [OptionDescriptor("NEW", label: "New"), OptionDescriptor("OLD", label: "Old")]),
        ])

    static let connection = ModelDescriptor(
        handle: "connection", label: "Connection", labelPlural: "Connections", isSingleton: true,
        fields: [FieldDescriptor(handle: "state", label: "State", scalar: .string, owner: .app)])

    static let models = [contact, connection]

    static func put(
        _ id: String, _ values: JSONObject, isNew: Bool = true, model: String = "contact",
        by writer: FieldOwner = .app, now: Date = start
    ) -> StoreChange {
        var values = values
        if isNew, model == "contact" {
            if values["code"] == nil { values["code"] = .string(id) }
            if values["active"] == nil { values["active"] = true }
        }
        return .putInstance(InstanceWrite(model: model, id: id, isNew: isNew, values: values, writer: writer, now: now))
    }

    static func message(
        _ id: String, on channel: ChannelID, from address: String = "+15552223333", name: String? = nil,
        direction: Message.Direction = .inbound, text: String = "hello", remoteID: String? = nil,
        status: Message.Status = .delivered, sentAt: Date = start, recordedAt: Date? = nil
    ) -> StoreChange {
        .addMessage(
            NewMessage(
                id: MessageID(id), channel: channel, address: address, contactName: name, direction: direction,
                kind: "text", text: text, content: ["body": .string(text)], replyTo: nil, remoteID: remoteID,
                status: status, sentAt: sentAt, recordedAt: recordedAt ?? sentAt))
    }

    static func delivery(_ id: String, at seconds: Double = 0, body: String = "{}") -> Delivery {
        Delivery(
            id: DeliveryID(id), registration: "whkr_1", webhook: "receive", installation: nil,
            receivedAt: at(seconds), body: Array(body.utf8))
    }

    static func event(
        _ id: String, key: String? = nil, lane: String = "lane", in tenant: Tenant?, webhook: String = "receive",
        to channel: String? = nil, identifier: String? = nil
    ) -> NewEvent {
        NewEvent(
            id: EventID(id), webhook: webhook, installation: tenant?.id, channel: channel,
            event: SplitEvent(
                deduplicationKey: key ?? id, orderingKey: lane, channelIdentifier: identifier, kind: "message.text",
                occurredAt: start, content: ["id": .string(id)]))
    }
}

/// Random numbers that are the same in every run.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }
}

extension Identifier: ExpressibleByStringLiteral, ExpressibleByUnicodeScalarLiteral,
    ExpressibleByExtendedGraphemeClusterLiteral
{
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}
