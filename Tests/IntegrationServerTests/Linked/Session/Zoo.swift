import Foundation
import IntegrationKit
import Logging
import SkedyulAPI
import StorageSQL
import StorageSQLite
import Synchronization

@testable import IntegrationServer

/// An integration's half of a fake platform: models, a channel and a tenant.
struct Zoo: Sendable {
    static let pet = ModelDescriptor(
        handle: "pet", label: "Pet", labelPlural: "Pets", identity: ["chip"],
        fields: [
            FieldDescriptor(handle: "chip", label: "Chip", scalar: .string, owner: .app, isRequired: true),
            FieldDescriptor(handle: "name", label: "Name", scalar: .string, owner: .app),
            FieldDescriptor(handle: "note", label: "Note", scalar: .string, owner: .workplace, defaultValue: "none"),
            FieldDescriptor(handle: "weight", label: "Weight", scalar: .decimal, owner: .app),
            FieldDescriptor(handle: "age", label: "Age", scalar: .integer, owner: .app),
            FieldDescriptor(handle: "tame", label: "Tame", scalar: .boolean, owner: .app),
            FieldDescriptor(handle: "seen_at", label: "Seen", scalar: .dateTime, owner: .app),
            FieldDescriptor(handle: "tags", label: "Tags", scalar: .string, isList: true, owner: .app),
            FieldDescriptor(handle: "pin", label: "PIN", scalar: .string, owner: .app, isEncrypted: true),
            FieldDescriptor(handle: "codes", label: "Codes", scalar: .string, isList: true, owner: .app, isEncrypted: true),
            FieldDescriptor(
                handle: "keeper", label: "Keeper", scalar: .string, owner: .app,
                reference: ReferenceDescriptor(to: "keeper", onDelete: .restrict)),
        ])
    static let keeper = ModelDescriptor(
        handle: "keeper", label: "Keeper", labelPlural: "Keepers", identity: ["house", "number"],
        fields: [
            FieldDescriptor(handle: "house", label: "House", scalar: .string, owner: .app, isRequired: true),
            FieldDescriptor(handle: "number", label: "Number", scalar: .integer, owner: .app, isRequired: true),
            FieldDescriptor(handle: "name", label: "Name", scalar: .string, owner: .app),
        ])
    static let account = ModelDescriptor(
        handle: "account", label: "Account", labelPlural: "Accounts", isSingleton: true,
        fields: [
            FieldDescriptor(handle: "name", label: "Name", scalar: .string, owner: .app),
            FieldDescriptor(handle: "token", label: "Token", scalar: .string, owner: .app, isEncrypted: true),
        ])
    static let visit = ModelDescriptor(
        handle: "visit", label: "Visit", labelPlural: "Visits",
        fields: [
            FieldDescriptor(
                handle: "pet", label: "Pet", scalar: .string, owner: .app,
                reference: ReferenceDescriptor(to: "pet", onDelete: .cascade)),
            FieldDescriptor(handle: "place", label: "Place", scalar: .string, owner: .app),
        ])
    static let line = ChannelDescriptor(
        handle: "line", label: "Line", identifierField: "phone", identifierLabel: "Phone",
        identifierPreparations: [.trim], messaging: nil)
    static let send = ToolDescriptor(
        handle: "send", label: "Send", description: "Sends", inputSchema: "{}", outputSchema: nil, annotations: .init(),
        timeout: .seconds(5), triggers: [])
    static let sending: JSON = ["recipient": ["address": "+49"], "message": ["content": "Hi"]]

    let platform: FakePlatform
    let linked: LinkedPlatform
    /// Another server of the integration, or the same one after a restart.
    let restarted: @Sendable () -> LinkedPlatform
    /// Of what the store keeps.
    let clock: TestClock
    let tenant: FakePlatform.Tenant

    static func run<Result: Sendable>(
        outbox: any LinkedOutbox = NoLinkedOutbox(), media: LinkedPlatform.MediaFetch? = nil,
        tolerating tolerated: [String] = [], _ test: (Zoo) async throws -> Result
    ) async throws -> Result {
        try await FakePlatform.run(tolerating: tolerated) { platform in
            var quiet = Logger(label: "zoo")
            quiet.logLevel = .critical
            let log = quiet
            let clock = TestClock()
            let tenant = try await platform.install()
            let store = try SQLiteStore(path: ":memory:")
            try await store.prepare(models: [])
            try await store.putWorkplace(Workplace(handle: "w", name: "W", timeZone: "UTC"))
            _ = try await store.install(in: "w", id: tenant.id, now: Date())
            let made = { @Sendable () in
                // Each as in a process of its own: all that they have in common is the store.
                LinkedPlatform(
                    api: platform.api(), models: [pet, keeper, account, visit], channels: [line],
                    received: StoredReceipts(store: store, log: log, clock: { clock.now }), outbox: outbox, media: media,
                    log: log)
            }
            return try await test(Zoo(platform: platform, linked: made(), restarted: made, clock: clock, tenant: tenant))
        }
    }

    func call(
        of tenant: FakePlatform.Tenant? = nil, token: CoreToken? = nil, held: HeldLeases = HeldLeases()
    ) -> LinkedCall {
        let tenant = tenant ?? self.tenant
        return LinkedCall(
            installation: Installation(
                id: tenant.id, workplace: Workplace(handle: "w", name: "W", timeZone: "UTC")),
            app: LinkedApp(id: "app_1", versionID: "ver_1"), token: token ?? tenant.token, endpoint: "send", held: held)
    }

    func session(
        of tenant: FakePlatform.Tenant? = nil, token: CoreToken? = nil
    ) async throws -> LinkedSession {
        try await linked.session(for: call(of: tenant, token: token))
    }

    /// An instance that was there before.
    func add(_ model: String, _ data: JSONObject) async throws {
        try await platform.control(
            "instance", ["model": .string(model), "installation": tenant.id.json, "data": .object(data)])
    }

    /// A channel that was open before.
    func openChannel(_ identifier: String = "+44") async throws -> ChannelRecord {
        let made = try await tenant.access.createChannel("line", identifier: identifier, name: "Desk")
        return ChannelRecord(id: ChannelID(made.id), handle: "line", identifier: identifier, name: "Desk")
    }

    /// The methods that change something, in the order in which they were called.
    var writes: [String] {
        get async throws {
            try await platform.calls.filter { name in
                !["list", "get", "getUrl", "exchange"].contains { name.hasSuffix(".\($0)") }
            }
        }
    }

    static func message(
        _ remoteID: String, direction: Message.Direction = .inbound, text: String = "Hello", parts: [MessagePart] = []
    ) -> InboundMessage {
        InboundMessage(
            remoteID: remoteID, direction: direction, address: "+49", contactName: nil, kind: "text", text: text,
            parts: parts, content: [:], sentAt: Date())
    }
}

/// Keeps what it takes.
final class TestOutbox: LinkedOutbox {
    let taken = Mutex<[LinkedMessage]>([])
    let isOpen = true

    func take(_ messages: [LinkedMessage], from call: LinkedCall) async throws(PlatformFailure) {
        taken.withLock { $0 += messages }
    }

    func states(
        of messages: [MessageID], in installation: InstallationID
    ) async throws(PlatformFailure) -> [MessageState] { [] }
}
