import Foundation
import IntegrationKit
import Synchronization

/// A small integration written by hand as the generator would write it: contacts, a text channel, a webhook, a connection.
enum Courier: Integration {
    typealias Models = CourierModels
    typealias Channels = CourierChannels
    typealias Services = Carrier

    static let descriptor = IntegrationDescriptor(
        handle: "courier", name: "Courier", version: "1.2.0", description: "Sends short texts.",
        outgoingDomains: ["carrier.example.com"])
    static let connections = [
        ConnectionDescriptor(
            handle: "carrier", label: "Carrier", authorizeURL: "https://login.carrier.example.com/{API_VERSION}/dialog",
            tokenURL: "https://api.carrier.example.com/{API_VERSION}/token", clientID: "APP_ID",
            clientSecret: "APP_SECRET", scopes: ["send", "read"], usesPKCE: true, parameters: [("display", "page")],
            store: .init(
                accessToken: "ACCESS_TOKEN", refreshToken: "REFRESH_TOKEN", expiresAt: "TOKEN_EXPIRES_AT"),
            revokeURL: "https://api.carrier.example.com/{API_VERSION}/revoke", refresh: .init(lead: .seconds(300)))
    ]
    static let models = [contact]
    static let tools: [ToolEntry<Courier>] = [
        ToolEntry(Echo.self), ToolEntry(SaveContact.self), ToolEntry(SendText.self), ToolEntry(Slow.self),
    ]
    static let webhooks: [WebhookEntry<Courier>] = [
        WebhookEntry(ReceiveText.self), WebhookEntry(callback: AnswerCall.self),
        WebhookEntry(.deauthorize, of: Removed.self), WebhookEntry(.dataDeletion, of: Forgotten.self),
    ]
    static let channels = [sms]
    static var hooks: Hooks<Courier> {
        var hooks = Hooks<Courier>()
        hooks.register(oauthCallback: Connected.self, timeout: .seconds(5))
        hooks.register(media: Opened.self, timeout: .seconds(5))
        hooks.register(connectionCheck: AskedCarrier.self, timeout: .seconds(5))
        hooks.register(uninstall: LeftCarrier.self, timeout: .seconds(1))
        return hooks
    }
    static let pages: [PageEntry<Courier>] = [PageEntry(AccountPage.self)] + CourierPages.all
    static let navigation: [NavigationSection] = []
    static let openAPIDocument: String? = #"{"openapi":"3.1.1"}"#

    static let contact = ModelDescriptor(
        handle: "contact", label: "Contact", labelPlural: "Contacts", identity: ["number"],
        fields: [
            FieldDescriptor(handle: "number", label: "Number", scalar: .string, owner: .app, isRequired: true),
            FieldDescriptor(handle: "score", label: "Score", scalar: .integer, owner: .app),
            FieldDescriptor(handle: "pin", label: "PIN", scalar: .string, owner: .app, isEncrypted: true),
            FieldDescriptor(handle: "nickname", label: "Nickname", scalar: .string, owner: .workplace, personalData: .identifier),
        ])
    static let sms = ChannelDescriptor(
        handle: "sms", label: "SMS", identifierField: "phone", identifierLabel: "Phone",
        messaging: .init(
            sendTool: "send_text", receiveWebhook: "receive_text", window: .init(length: .seconds(24 * 3600))))
}

struct CourierModels: SessionView {
    let session: any PlatformSession
    init(session: any PlatformSession) { self.session = session }
}

struct CourierChannels: SessionView {
    let session: any PlatformSession
    init(session: any PlatformSession) { self.session = session }
    var sms: SendingChannel<SendText> { SendingChannel(Courier.sms, sendingWith: SendText.self, session: session) }
}

// MARK: Environment

extension Courier {
    struct Environment: IntegrationEnvironment {
        let provision: Provision
        let install: Install

        struct Provision: EnvironmentValues {
            static let variables = [
                EnvironmentVariable(name: "APP_ID", label: "App id", description: "The app's id", isRequired: true),
                EnvironmentVariable(
                    name: "APP_SECRET", label: "App secret", description: "Signs webhooks", isRequired: true,
                    isEncrypted: true),
                EnvironmentVariable(name: "VERIFY_TOKEN", label: "Verify token", isRequired: true, isEncrypted: true),
                EnvironmentVariable(name: "API_VERSION", label: "Version", defaultValue: "v1"),
            ]
            let appSecret: Secret<String>

            init(from reader: inout EnvironmentReader) throws(InvalidEnvironment) {
                let id = reader.required(Self.variables[0], as: String.self)
                let secret = reader.required(Self.variables[1], as: Secret<String>.self)
                let token = reader.required(Self.variables[2], as: Secret<String>.self)
                guard id != nil, let secret, token != nil, reader.isComplete else { throw reader.failure() }
                appSecret = secret
            }
        }

        struct Install: EnvironmentValues {
            static let variables = [
                EnvironmentVariable(name: "ACCESS_TOKEN", label: "Access token", isEncrypted: true, source: .oauth),
                EnvironmentVariable(name: "REFRESH_TOKEN", label: "Refresh token", isEncrypted: true, source: .oauth),
                EnvironmentVariable(name: "TOKEN_EXPIRES_AT", label: "Expiry", source: .oauth),
            ]
            let accessToken: Secret<String>?

            init(from reader: inout EnvironmentReader) throws(InvalidEnvironment) {
                accessToken = reader.optional(Self.variables[0], as: Secret<String>.self)
                guard reader.isComplete else { throw reader.failure() }
            }
        }
    }
}

// MARK: Services

/// The provider, as a test wants it to behave.
final class Carrier: IntegrationServices {
    /// `hold` answers when the behaviour is another one.
    enum Behaviour: Sendable { case accept, refuse, lose, crash, hold, offline, slowDown }

    static let originOverrides = [
        OriginOverride(setting: "CARRIER_API_URL", origin: "https://api.carrier.example.com"),
        OriginOverride(setting: "CARRIER_LOGIN_URL", origin: "https://login.carrier.example.com"),
    ]

    struct Sent: Hashable, Sendable {
        let id: String
        let address: String
        let text: String
    }

    let behaviour = Mutex(Behaviour.accept)
    let sent = Mutex<[Sent]>([])
    let handled = Mutex<[String]>([])
    let grants = Mutex<[String]>([])
    let endsAt = Mutex<Date?>(nil)
    let left = Mutex<[Left]>([])
    let failures = Mutex<[String: Int]>([:])

    init(settings: ServiceSettings) async throws {}
    func shutdown() async {}

    /// What the uninstall hook saw.
    struct Left: Equatable {
        /// What others use as well.
        let isAccountShared: Bool
        let isNumberShared: Bool
        let openChannels: Int
    }
}

// MARK: Tools

struct Fields: ObjectOutput {
    var values: JSONObject
    init(_ values: JSONObject) { self.values = values }
    init(json: JSON, at path: String) throws(InvalidValue) { values = try JSONObject(json: json, at: path) }
    var json: JSON { .object(values) }
}

private func schema(_ properties: JSON, required: [JSON] = []) -> String {
    JSON.object(["type": "object", "properties": properties, "required": .array(required)]).serialized()
}

enum Echo: ToolHandler {
    typealias Owner = Courier
    typealias Output = Fields

    struct Input: JSONConvertible {
        let text: String
        let count: Int?
        init(json: JSON, at path: String) throws(InvalidValue) {
            var object = ObjectReader(json, at: path, unknownKeys: .reject)
            let text = object.required("text", as: String.self)
            count = object.optional("count", as: Int.self)
            guard let text, object.isComplete() else { throw object.failure() }
            self.text = text
        }
        var json: JSON { ["text": .string(text)] }
    }

    static let descriptor = ToolDescriptor(
        handle: "echo", label: "Echo", description: "Says it again.",
        inputSchema: schema(["text": ["type": "string"], "count": ["type": "integer"]], required: ["text"]),
        outputSchema: schema(["said": ["type": "string"]]), annotations: .init(isReadOnly: true), timeout: .seconds(5),
        triggers: [.agent, .workflow, .form, .pageContext])

    static func call(_ input: Input, in context: Context) async throws -> Fields {
        Fields(["said": .string(input.text), "workplace": .string(context.installation.workplace.handle)])
    }
}

/// Upserts a contact; `then` says what goes wrong afterwards.
enum SaveContact: ToolHandler {
    typealias Owner = Courier
    typealias Output = Fields

    struct Input: JSONConvertible {
        let fields: JSONObject
        let then: String?
        init(json: JSON, at path: String) throws(InvalidValue) {
            var object = ObjectReader(json, at: path, unknownKeys: .reject)
            let fields = object.required("fields", as: JSONObject.self)
            then = object.optional("then", as: String.self)
            guard let fields, object.isComplete() else { throw object.failure() }
            self.fields = fields
        }
        var json: JSON { .null }
    }

    struct Odd: Error {}

    static let descriptor = ToolDescriptor(
        handle: "save_contact", label: "Save", description: "Saves a contact.",
        inputSchema: schema(["fields": ["type": "object"], "then": ["type": "string"]], required: ["fields"]),
        outputSchema: schema(["id": ["type": "string"]]), annotations: .init(isDestructive: false), timeout: .seconds(5),
        triggers: [.agent, .workflow, .form])

    static func call(_ input: Input, in context: Context) async throws -> Fields {
        let record = try await context.session.write(.upsert(input.fields), to: Courier.contact, as: .app)
        context.services.handled.withLock { $0.append("save") }
        switch input.then {
        case "refuse": throw ToolFailure(.rejected, "The carrier says no.", retry: .after(.seconds(3)))
        case "odd": throw Odd()
        case "keep":
            try await context.session.commit()
            throw ToolFailure(.rejected, "The carrier says no.")
        default: break
        }
        let count = try await context.session.count(of: Courier.contact, matching: RecordQuery())
        return Fields(["id": .string(record.id), "count": .number(JSONNumber(count))])
    }
}

enum SendText: ToolHandler {
    typealias Owner = Courier
    typealias Output = Fields

    struct Input: JSONConvertible {
        let id: String
        let address: String
        let text: String
        init(json: JSON, at path: String) throws(InvalidValue) {
            var object = ObjectReader(json, at: path, unknownKeys: .reject)
            _ = object.required("channel", as: JSONObject.self)
            let message = object.required("message", as: JSONObject.self)
            let recipient = object.optional("recipient", as: JSONObject.self)
            let subscription = object.optional("subscription", as: JSONObject.self)
            guard let message, object.isComplete() else { throw object.failure() }
            id = message["id"]?.stringValue ?? ""
            text = message["content"]?.stringValue ?? ""
            address = recipient?["address"]?.stringValue ?? subscription?["identifierValue"]?.stringValue ?? ""
        }
        var json: JSON { .null }
    }

    static let descriptor = ToolDescriptor(
        handle: "send_text", label: "Send", description: "Sends a text.", inputSchema: schema([:]),
        outputSchema: schema(["status": ["type": "string"]]), annotations: .init(isDestructive: false),
        timeout: .seconds(5), triggers: [.agent, .workflow, .form],
        limits: [LimitUse(pair, keys: [["channel", "identifierValue"], ["recipient", "address"]])])

    /// Twenty to one address, and no more in the time of a test.
    static let pair = LimitDescriptor(
        handle: "pair", label: "Pair", scope: .global, bucket: .init(size: 20, refill: 1, every: .seconds(3600)),
        hasKey: true, wait: .zero)

    static func call(_ input: Input, in context: Context) async throws -> Fields {
        switch context.services.behaviour.withLock({ $0 }) {
        case .offline: throw ToolFailure(.unavailable, "The carrier cannot be reached.", retry: .after(.seconds(2)))
        case .slowDown:
            throw ToolFailure(.rateLimited, "The carrier asks to be slower.", retry: .after(.seconds(600)), limit: "pair")
        default: break
        }
        let sent = Carrier.Sent(id: input.id, address: input.address, text: input.text)
        let number = context.services.sent.withLock { list in
            list.append(sent)
            return list.count
        }
        while context.services.behaviour.withLock({ $0 }) == .hold { try await Task.sleep(for: .milliseconds(5)) }
        switch context.services.behaviour.withLock({ $0 }) {
        case .accept, .hold, .offline, .slowDown: return Fields(["status": "sent", "remoteId": .string("remote-\(number)")])
        case .refuse: throw ToolFailure(.rejected, "The number does not exist.")
        case .lose: throw ToolFailure(.unknownOutcome, "No answer came.")
        case .crash: throw SaveContact.Odd()
        }
    }
}

enum Slow: ToolHandler {
    typealias Owner = Courier
    typealias Input = JSONObject
    typealias Output = NoOutput

    static let descriptor = ToolDescriptor(
        handle: "slow", label: "Slow", description: "Takes its time.", inputSchema: schema([:]), outputSchema: nil,
        annotations: .init(), timeout: .milliseconds(50), triggers: [.agent])

    static func call(_ input: JSONObject, in context: Context) async throws -> NoOutput {
        try await Task.sleep(for: .seconds(60))
        return NoOutput()
    }
}

// MARK: Webhook

/// `{"events": [{"id", "to", "from", "text", "then"?, "status"?}]}`
struct TextPayload: ProducesMessages {
    struct Event: Sendable { let content: JSON }

    static func split(_ body: JSON) throws(InvalidValue) -> [SplitEvent] {
        guard let events = body["events"]?.arrayValue else { throw InvalidValue(at: "events", "is required") }
        return events.map { event in
            let id = event["id"]?.stringValue ?? ""
            return SplitEvent(
                deduplicationKey: "\(id) \(event["status"]?.stringValue ?? "")",
                orderingKey: event["from"]?.stringValue ?? "", channelIdentifier: event["to"]?.stringValue,
                kind: event["status"] == nil ? "text" : "status", occurredAt: nil, content: event)
        }
    }

    static func event(from content: JSON) throws(InvalidValue) -> Event { Event(content: content) }

    static func messages(in event: Event) -> [ChannelEvent] {
        let content = event.content
        let id = content["id"]?.stringValue ?? ""
        if let status = content["status"]?.stringValue.flatMap(Message.Status.init(rawValue:)) {
            return [.status(MessageStatusUpdate(
                remoteID: id, messageID: content["ours"]?.stringValue.map { MessageID($0) }, status: status,
                occurredAt: Date()))]
        }
        return [.received(InboundMessage(
            remoteID: id, address: content["from"]?.stringValue ?? "", contactName: nil, kind: "text",
            text: content["text"]?.stringValue ?? "", content: content, sentAt: Date()))]
    }
}

enum ReceiveText: WebhookHandler {
    typealias Owner = Courier
    typealias Payload = TextPayload

    static let descriptor = WebhookDescriptor(
        handle: "receive_text", label: "Receive", description: "", methods: ["POST"], level: .app,
        signature: .init(.hmac(.sha256), from: .header("X-Hub-Signature-256"), prefix: "sha256=", secrets: ["APP_SECRET"]),
        challenge: .hub(token: "VERIFY_TOKEN"), route: .init(channel: "sms"), maximumBodySize: 3 * 1024 * 1024)

    static func handle(_ event: TextPayload.Event, in context: Context) async throws {
        try await context.record(TextPayload.messages(in: event))
        let id = event.content["id"]?.stringValue ?? ""
        context.services.handled.withLock { $0.append(id) }
        if let reply = event.content["reply"]?.stringValue, let channel = context.channel {
            try await context.channels.sms.send(reply, to: event.content["from"]?.stringValue ?? "", from: channel)
        }
        if event.content["then"] == "fail once", context.attempt == 0 { throw SaveContact.Odd() }
        if event.content["then"] == "poison" { throw InvalidValue(at: "text", "is poison") }
    }
}

enum AnswerCall: CallbackHandler {
    typealias Owner = Courier
    typealias Event = WebhookRequest

    static let descriptor = WebhookDescriptor(
        handle: "answer_call", label: "Answer", description: "", methods: ["POST"], level: .app,
        signature: .init(
            .hmac(.sha256), from: .form("signature"), over: [.timestamp, .value(.form("token")), .value(.form("say"))],
            timestamp: .form("timestamp"), tolerance: .seconds(300), nonce: .form("token"), secrets: ["APP_SECRET"]),
        body: .form, maximumBodySize: 64 * 1024, answer: .init(contentType: "application/xml"),
        answerOnFailure: .init(status: 502, contentType: "application/xml", body: "<Hangup/>"),
        answerOnRefusal: .init(status: 401, body: "no"),
        ignored: [.init([.init(.form("say"), "nothing")])])

    static func event(in request: WebhookRequest) -> WebhookRequest { request }

    static func answer(_ event: WebhookRequest, in context: Context) async throws -> WebhookResponse {
        guard let say = event.formField("say"), say != "fail" else { throw SaveContact.Odd() }
        return WebhookResponse("<Say>\(say)</Say>")
    }
}

// MARK: What people ask of the carrier

extension WebhookDescriptor {
    fileprivate static func signedRequest(_ handle: String) -> WebhookDescriptor {
        WebhookDescriptor(
            handle: handle, label: handle, description: "", methods: ["POST"], level: .app,
            signature: .init(.signedRequest, secrets: ["APP_SECRET"]), body: .form, maximumBodySize: 16 * 1024,
            timeout: .seconds(5))
    }
}

/// Marks the contacts of a workplace as seen to. Fails for as long as one of them has the score 13.
enum Removed: ComplianceHandler {
    typealias Owner = Courier
    typealias Event = WebhookRequest

    static let descriptor = WebhookDescriptor.signedRequest("removed")

    static func event(in request: WebhookRequest) -> WebhookRequest { request }
    static func subject(of event: WebhookRequest) throws -> ComplianceSubject { try ComplianceSubject(signedRequest: event) }

    static func fulfil(in context: HookContext<Courier>) async throws { try await seeTo(context.session, score: 1) }

    static func seeTo(_ session: any PlatformSession, score: Int) async throws {
        for record in try await session.records(of: Courier.contact, matching: RecordQuery()) {
            if record.values["score"] == 13 { throw SaveContact.Odd() }
            let change = RecordChange.update(id: record.id, ["score": .number(JSONNumber(score))])
            _ = try await session.write(change, to: Courier.contact, as: .app)
        }
    }
}

enum Forgotten: ComplianceHandler {
    typealias Owner = Courier
    typealias Event = WebhookRequest

    static let descriptor = WebhookDescriptor.signedRequest("forgotten")

    static func event(in request: WebhookRequest) -> WebhookRequest { request }
    static func subject(of event: WebhookRequest) throws -> ComplianceSubject { try ComplianceSubject(signedRequest: event) }
    static func fulfil(in context: HookContext<Courier>) async throws { try await Removed.seeTo(context.session, score: 2) }
}

// MARK: Hook and page

enum Connected: OAuthCallbackHandler {
    typealias Owner = Courier

    static func connected(_ grant: OAuthGrant, in context: Context) async throws -> OAuthGrant {
        let token = grant.accessToken.expose()
        context.services.grants.withLock { $0.append(token) }
        _ = try await context.session.write(
            .upsert(["number": "+15550000000", "score": 1]), to: Courier.contact, as: .app)
        if token == "no-account" {
            throw ToolFailure(.rejected, "This account has no numbers.", advice: "Add one at the carrier.")
        }
        return grant
    }
}

/// Says when the carrier is said to end the connection.
enum AskedCarrier: ConnectionCheckHandler {
    typealias Owner = Courier

    static func check(in context: Context) async throws -> ConnectionState {
        ConnectionState(expiresAt: context.services.endsAt.withLock { $0 }, accountID: "777")
    }
}

/// Notes what others share. Fails or never ends for workplaces whose token says so.
enum LeftCarrier: UninstallHandler {
    typealias Owner = Courier

    static func uninstall(in context: Context) async throws {
        switch context.environment.install.accessToken?.expose() {
        case "fails": throw ToolFailure(.rejected, "The carrier keeps the account.")
        case "hangs": try await Task.sleep(for: .seconds(600))
        default: break
        }
        let sms = CourierChannels(session: context.session).sms
        let left = Carrier.Left(
            isAccountShared: context.isAccountShared, isNumberShared: try await sms.isOpenElsewhere(identifier: "+1800"),
            openChannels: try await sms.all().count)
        context.services.left.withLock { $0.append(left) }
    }
}

enum AccountPage: Page {
    typealias Owner = Courier

    static let descriptor = PageDescriptor(
        handle: "account", label: "Account", icon: nil, route: Route([]), isDefault: true)

    static func content(for request: PageRequest<Courier>) async throws -> PageContent {
        PageContent(title: "Account", blocks: [
            .card(CardBlock(title: "Account", description: request.installation.workplace.name, fields: [], actions: []))
        ])
    }
}

extension Carrier {
    var handledCount: Int { handled.withLock { $0.count } }
}

/// Gives files by their id: `big` in many pieces, `page` as HTML, `broken` breaks off, all else is gone.
enum Opened: MediaHandler {
    typealias Owner = Courier

    static func open(_ file: MessageFile, of channel: ChannelRecord, in context: Context) async throws -> MediaFile {
        struct Broken: Error {}
        let (content, feed) = AsyncThrowingStream.makeStream(of: [UInt8].self)
        switch file.id {
        case "big":
            for _ in 0..<100 { feed.yield(Array(repeating: 7, count: 1000)) }
            feed.finish()
            return MediaFile(mimeType: "image/jpeg", size: 100_000, content: content)
        case "page":
            feed.yield(Array("<script>alert(1)</script>".utf8))
            feed.finish()
            return MediaFile(mimeType: "text/html; charset=utf-8", size: nil, content: content)
        case "broken":
            feed.yield(Array("half".utf8))
            feed.finish(throwing: Broken())
            return MediaFile(mimeType: "image/png", size: 8, content: content)
        default: throw ToolFailure.notFound("file", file.id ?? "")
        }
    }
}
