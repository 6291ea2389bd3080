#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import HTTPTypes
import Hummingbird

/// `/sandbox/…`: what tests and scripts need beside the Graph API. JSON in, JSON out.
///
/// | call | does |
/// |---|---|
/// | `GET /sandbox/state` | app, clock, subscriptions, counts |
/// | `GET /sandbox/people` `GET /sandbox/numbers` | the seeded world |
/// | `GET /sandbox/messages?person=&number=` | messages, oldest first |
/// | `POST /sandbox/messages` `{person, number, text, reply_to?}` | sends as a person; in place of `text` one of \
/// `media`, `location`, `contacts`, `press`, `form`, `postback`, `quick_reply`, `reaction`, `order`, `unsupported`; \
/// `extra` adds members to a WhatsApp message, for example a `referral` |
/// | `POST /sandbox/comments` `{person, number, text}` | comments on a post of a Page or Instagram account |
/// | `POST /sandbox/edit` `/sandbox/delete` `{person, number, message, text?}` | changes or takes back a message |
/// | `POST /sandbox/marketing` `{person, number, stopped}` | stops or resumes marketing |
/// | `POST /sandbox/system` `{person, number, type}` | number, user id or security code change |
/// | `POST /sandbox/calls` `{person, number, seconds?}` | the person calls; without seconds nobody answers |
/// | `GET /sandbox/groups` | groups with their people, join requests and messages |
/// | `POST /sandbox/messages` `{person, group, text, …}` | somebody writes in a group that they are in |
/// | `POST /sandbox/groups/join` `…/leave` `…/withdraw` `…/read` `{person, group}` or `{person, link}` | what people do |
/// | `POST /sandbox/groups/suspend` `{group, suspended}` | WhatsApp suspends a group, or lets it go on |
/// | `POST /sandbox/read` `{person, number}` | the person looks at the chat |
/// | `GET /sandbox/deliveries` | webhooks with every attempt |
/// | `POST /sandbox/deliveries/retry` | tries waiting webhooks at once |
/// | `GET /sandbox/tokens` | tokens with their state |
/// | `POST /sandbox/tokens/expire` `POST /sandbox/tokens/revoke` `{token?, subcode?}` | ends one token, or all |
/// | `POST /sandbox/clock` `{advance}` or `{offset}` | moves the sandbox's clock, in seconds |
/// | `POST /sandbox/tokens/embedded_signup` `{account?, number?}` | what the signup's popup gives to its page |
/// | `POST /sandbox/faults` `{code, subcode?, times?, …}` `GET` and `POST /sandbox/faults/clear` | errors at will |
/// | `POST /sandbox/limits` `{on?, throughput?, burst?}` `POST /sandbox/usage` `{object, percent}` | rate limits |
/// | `POST /sandbox/webhooks` `{batch?, duplicate?, …}` | how webhooks behave |
/// | `POST /sandbox/webhooks/send` `{object, id, field?, value}` | any webhook, also of unknown kinds |
/// | `GET /sandbox/templates` `POST /sandbox/templates` `{id, status?, …}` | templates, and decisions about them |
/// | `POST /sandbox/numbers` `{number, quality?, status?, …}` | changes of a number, with their webhooks |
/// | `GET` and `POST /sandbox/privacy` `{deauthorize_url, deletion_url}` | who is told when a person removes the app |
/// | `POST /sandbox/privacy/remove` `{delete?}` | the person removes the app, and asks for deletion |
/// | `POST /sandbox/reset` | forgets everything but the seeded world |
struct ControlAPI: Sendable {
    let sandbox: Sandbox

    /// A refusal, answered as `{"error": …}`.
    struct Refusal: Error {
        var status: HTTPResponse.Status
        var message: String
    }

    func respond(to call: HTTPCall) -> Response {
        do throws(Refusal) {
            let path = call.segments.dropFirst().joined(separator: "/")
            let value =
                call.isGet
                ? try read(path, query: call.queryFields) : try act(path, call)
            return json(value, status: .ok)
        } catch {
            return json(["error": .string(error.message)], status: error.status)
        }
    }

    private func json(_ value: WireJSON, status: HTTPResponse.Status) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: value.wireText() + "\n")))
    }

    // MARK: Looking

    private func read(_ path: String, query: FormFields) throws(Refusal) -> WireJSON {
        let rendering = ControlRendering(configuration: sandbox.configuration)
        switch path {
        case "state": return sandbox.read { world, now in rendering.state(world, now: now) }
        case "people": return rendering.people()
        case "numbers": return sandbox.read { world, _ in rendering.numbers(world) }
        case "groups": return sandbox.read { world, _ in rendering.groups(world) }
        case "pages": return rendering.pages()
        case "templates": return sandbox.read { world, _ in rendering.templates(world) }
        case "faults": return faults()
        case "webhooks": return sandbox.read { world, _ in rendering.habits(world.webhookHabits) }
        case "messages":
            return sandbox.read { world, _ in
                rendering.messages(world, person: query["person"], number: query["number"])
            }
        case "deliveries": return sandbox.read { world, _ in rendering.deliveries(world) }
        case "tokens": return sandbox.read { world, now in rendering.tokens(world, now: now) }
        default: throw Refusal(status: .notFound, message: "There is no /sandbox/\(path).")
        }
    }

    // MARK: Acting

    private func act(_ path: String, _ call: HTTPCall) throws(Refusal) -> WireJSON {
        guard call.isPost else { throw Refusal(status: .methodNotAllowed, message: "Use GET or POST.") }
        // A form of another site cannot have this content type without asking first, which is never granted.
        guard call.body.isEmpty || call.request.headers[.contentType]?.hasPrefix("application/json") == true else {
            throw Refusal(status: .unsupportedMediaType, message: "Send JSON with Content-Type application/json.")
        }
        guard let body = call.body.isEmpty ? [:] : WireJSON(parsing: call.body), body.members != nil else {
            throw Refusal(status: .badRequest, message: "The body is not a JSON object.")
        }
        switch path {
        case "messages": return try send(body)
        case "comments": return try comment(body)
        case "edit": return try change(body, isDeletion: false)
        case "delete": return try change(body, isDeletion: true)
        case "marketing": return try setMarketing(body)
        case "system": return try systemChange(body)
        case "calls": return try ring(body)
        case "groups/join", "groups/leave", "groups/withdraw", "groups/read", "groups/suspend":
            return try actOnGroup(String(path.dropFirst("groups/".count)), body)
        case "faults": return try addFault(body)
        case "faults/clear":
            sandbox.faults.removeAll()
            return ["success": true]
        case "limits": return setLimits(body)
        case "usage": return try setUsage(body)
        case "webhooks": return try setHabits(body)
        case "webhooks/send": return try sendWebhook(body)
        case "templates": return try decide(body)
        case "numbers": return try changeNumber(body)
        case "tokens/embedded_signup": return try embeddedSignup(body)
        case "read":
            sandbox.readIfNeeded(try chat(body))
            return ["success": true]
        case "deliveries/retry":
            sandbox.write { world, now in world.retryNow(at: now) }
            return ["success": true]
        case "tokens/expire": return try endTokens(body) { token, now in token.expiresAt = now }
        case "tokens/revoke":
            let subcode = body["subcode"]?.scalarText.flatMap { Int($0) } ?? AccessToken.Revocation.revoked.rawValue
            guard let reason = AccessToken.Revocation(rawValue: subcode) else {
                throw Refusal(status: .badRequest, message: "subcode is one of 458, 459, 460, 464, 467 and 492.")
            }
            return try endTokens(body) { token, _ in token.revocation = reason }
        case "clock": return try moveClock(body)
        case "reset":
            sandbox.write { world, _ in
                world = World(opening: sandbox.configuration.directory, at: sandbox.time.now())
            }
            sandbox.mediaStore.removeAll()
            sandbox.faults.removeAll()
            sandbox.sendLimits.set(.init(isOn: sandbox.configuration.enforcesRateLimits))
            return ["success": true]
        default: throw Refusal(status: .notFound, message: "There is no /sandbox/\(path).")
        }
    }

    func chat(_ body: WireJSON) throws(Refusal) -> ChatID {
        guard let person = body["person"]?.scalarText, sandbox.directory.person(person) != nil else {
            throw Refusal(status: .badRequest, message: "person is not one of GET /sandbox/people.")
        }
        guard let number = body["number"]?.scalarText, sandbox.directory.endpoint(number) != nil else {
            throw Refusal(
                status: .badRequest, message: "number is not one of GET /sandbox/numbers or GET /sandbox/pages.")
        }
        return ChatID(person: person, number: number)
    }

    func endpoint(of chat: ChatID) throws(Refusal) -> Endpoint {
        guard let endpoint = sandbox.directory.endpoint(chat.number) else {
            throw Refusal(status: .badRequest, message: "number is not one of GET /sandbox/numbers.")
        }
        return endpoint
    }

    private func endTokens(_ body: WireJSON, _ end: (inout AccessToken, Date) -> Void) throws(Refusal) -> WireJSON {
        let value = body["token"]?.string
        let count = sandbox.write { world, now in
            let values = world.tokens.keys.filter { value == nil || $0 == value }
            for key in values {
                guard var token = world.tokens[key] else { continue }
                end(&token, now)
                world.tokens[key] = token
            }
            return values.count
        }
        guard value == nil || count > 0 else { throw Refusal(status: .notFound, message: "No such token.") }
        return ["tokens": .integer(Int64(count))]
    }

    private func moveClock(_ body: WireJSON) throws(Refusal) -> WireJSON {
        func seconds(_ key: String) -> TimeInterval? {
            switch body[key] {
            case .integer(let value): TimeInterval(value)
            case .double(let value): value
            default: nil
            }
        }
        let advance = seconds("advance")
        let offset = seconds("offset")
        guard (advance == nil) != (offset == nil) else {
            throw Refusal(status: .badRequest, message: "Send either advance or offset, in seconds.")
        }
        let now = sandbox.write { world, _ in
            world.clockOffset = offset ?? world.clockOffset + (advance ?? 0)
            return world.clockOffset
        }
        return ["offset": .double(now)]
    }
}
