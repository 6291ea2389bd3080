#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import HTTPTypes

/// What the platform does, for tests: errors and limits at will, webhooks of every habit and kind, decisions.
extension ControlAPI {
    // MARK: Faults and limits

    /// `POST /sandbox/faults`: `{code, subcode?}` answers with an error, `{code, async: true}` fails a message later,
    /// `{code, after: true}` answers with an error for what was done nevertheless,
    /// `{disconnect: "before"|"after"}` cuts the connection, `{html: 502}` answers as a proxy, `{delay: seconds}`
    /// waits.
    /// All take `times` (1 unless given; 0 for ever), `method`, `path` (the end of it) and `recipient`.
    func addFault(_ body: WireJSON) throws(Refusal) -> WireJSON {
        var fault = Fault(effect: .none)
        let code = Self.number(body["code"]).map { Int($0) }
        if let code {
            let subcode = Self.number(body["subcode"]).map { Int($0) }
            fault.effect = body["async"] == .bool(true) ? .failure(code: code)
                : body["after"] == .bool(true) ? .errorAfter(code: code, subcode: subcode) : .error(code: code, subcode: subcode)
        } else if let disconnect = body["disconnect"]?.string {
            guard ["before", "after"].contains(disconnect) else {
                throw Refusal(status: .badRequest, message: "disconnect is before or after.")
            }
            fault.effect = disconnect == "before" ? .disconnectBefore : .disconnectAfter
        } else if let html = Self.number(body["html"]) {
            fault.effect = .html(status: Int(html))
        } else if body["delay"] == nil {
            throw Refusal(status: .badRequest, message: "Send one of code, disconnect, html and delay.")
        }
        fault.delay = Self.number(body["delay"]) ?? 0
        fault.method = body["method"]?.string?.uppercased()
        fault.path = body["path"]?.string
        fault.recipient = body["recipient"]?.scalarText
        let times = Self.number(body["times"]).map { Int($0) } ?? 1
        fault.times = times > 0 ? times : nil
        fault.hasTextualData = body["textual_data"] == .bool(true)
        fault.hasNoTrace = body["no_trace"] == .bool(true)
        return ["id": .integer(Int64(sandbox.faults.add(fault)))]
    }

    func faults() -> WireJSON {
        let known = sandbox.errors.entries.map { entry in
            WireJSON.object(dropping: [
                "code": .integer(Int64(entry.code)), "subcode": entry.subcode.map { .integer(Int64($0)) },
                "title": .string(entry.title), "status": .integer(Int64(entry.status)),
            ])
        }
        let waiting = sandbox.faults.all.map { id, fault in
            WireJSON.object(dropping: [
                "id": .integer(Int64(id)), "effect": .string("\(fault.effect)"),
                "times": fault.times.map { .integer(Int64($0)) }, "path": fault.path.map { .string($0) },
            ])
        }
        return ["data": .array(waiting), "known": .array(known)]
    }

    /// `POST /sandbox/limits` `{on?, throughput?, burst?, pair_interval?}`: messages a second, and to one person.
    func setLimits(_ body: WireJSON) -> WireJSON {
        var settings = sandbox.sendLimits.settings
        if case .bool(let isOn)? = body["on"] { settings.isOn = isOn }
        if let throughput = body["throughput"] { settings.throughput = Self.number(throughput).map { Int($0) } }
        if let burst = body["burst"] { settings.burst = Self.number(burst).map { Int($0) } }
        if let interval = Self.number(body["pair_interval"]) { settings.pairInterval = interval }
        sandbox.sendLimits.set(settings)
        return ["success": true]
    }

    /// `POST /sandbox/usage` `{object: "app" or an id, percent}`: how much of the hour's budget is used.
    func setUsage(_ body: WireJSON) throws(Refusal) -> WireJSON {
        guard let object = body["object"]?.scalarText else {
            throw Refusal(status: .badRequest, message: "object is app, or the id of a WABA, business or Page.")
        }
        sandbox.meter.set(Self.number(body["percent"]).map { Int($0) }, for: object)
        return ["success": true]
    }

    // MARK: Webhooks

    func setHabits(_ body: WireJSON) throws(Refusal) -> WireJSON {
        var habits = sandbox.read { world, _ in world.webhookHabits }
        if let batch = Self.number(body["batch"]) { habits.batch = min(max(Int(batch), 1), 1000) }
        func flag(_ key: String, _ value: inout Bool) {
            if case .bool(let isOn)? = body[key] { value = isOn }
        }
        flag("duplicate", &habits.duplicates)
        flag("reorder", &habits.reorders)
        flag("unescaped", &habits.isUnescaped)
        flag("unknown_keys", &habits.addsUnknownKeys)
        flag("paused", &habits.isPaused)
        if let delay = Self.number(body["delay"]) { habits.delay = max(delay, 0) }
        if let name = body["signature"]?.string {
            guard let signature = WebhookHabits.Signature(rawValue: name) else {
                let names = WebhookHabits.Signature.allCases.map(\.rawValue).joined(separator: ", ")
                throw Refusal(status: .badRequest, message: "signature is one of \(names).")
            }
            habits.signature = signature
        }
        let new = habits
        sandbox.write { world, _ in world.webhookHabits = new }
        return ControlRendering(configuration: sandbox.configuration).habits(new)
    }

    /// `POST /sandbox/webhooks/send` `{object, id, field, value}`, or `{object, id, messaging}` for the other two.
    func sendWebhook(_ body: WireJSON) throws(Refusal) -> WireJSON {
        let object = body["object"]?.string ?? "whatsapp_business_account"
        guard let id = body["id"]?.scalarText else { throw Refusal(status: .badRequest, message: "id is missing.") }
        let directory = sandbox.directory
        let field = body["field"]?.string ?? "messages"
        sandbox.write { world, now in
            let seconds = WireJSON.integer(Int64(now.timeIntervalSince1970))
            let entry: WireJSON =
                if let messaging = body["messaging"] {
                    ["id": .string(id), "time": .integer(MessagingPayload.milliseconds(now)), "messaging": messaging]
                } else {
                    [
                        "id": .string(id), "time": seconds,
                        "changes": [["value": body["value"] ?? [:], "field": .string(field)]],
                    ]
                }
            // Where it goes is asked of the field that carries it, or of messages when nobody knows the field.
            let isKnown = WebhookObject.fields(of: object)?.contains(field) == true
            var subscriber = id
            if case .instagram(_, let page)? = directory.endpoint(id) { subscriber = page.id }
            world.enqueue(
                ["object": .string(object), "entry": [entry]], summary: "\(field), as asked",
                topic: World.Topic(
                    object: object, subscriberID: body["account"]?.scalarText ?? subscriber,
                    field: isKnown ? field : "messages"),
                at: now, speed: sandbox.rules.speed)
        }
        return ["success": true]
    }

    // MARK: Decisions

    /// `POST /sandbox/templates` `{id or name, status?, reason?, quality?, category?}`, or `{review}` with `approve`,
    /// `reject` or `hold`.
    func decide(_ body: WireJSON) throws(Refusal) -> WireJSON {
        if let name = body["review"]?.string {
            guard let mode = ReviewMode(rawValue: name) else {
                throw Refusal(status: .badRequest, message: "review is one of approve, reject and hold.")
            }
            sandbox.write { world, _ in world.reviewMode = mode }
            return ["success": true]
        }
        let template = sandbox.read { world, _ in
            world.templates.first { $0.id == body["id"]?.scalarText || $0.name == body["name"]?.string }
        }
        guard let template else { throw Refusal(status: .badRequest, message: "There is no such template.") }
        var status: MessageTemplate.Status?
        if let name = body["status"]?.string {
            guard let known = MessageTemplate.Status(rawValue: name.uppercased()) else {
                let names = MessageTemplate.Status.allCases.map(\.rawValue).joined(separator: ", ")
                throw Refusal(status: .badRequest, message: "status is one of \(names).")
            }
            status = known
        }
        let category = body["category"]?.string.flatMap { TemplateCategory(rawValue: $0.uppercased()) }
        let decided = status
        sandbox.write { world, now in
            if let decided {
                world.decide(
                    template.id, status: decided, reason: body["reason"]?.string ?? "NONE", at: now,
                    rules: sandbox.rules)
            }
            if let quality = body["quality"]?.string {
                world.setQuality(quality.uppercased(), ofTemplate: template.id, at: now, rules: sandbox.rules)
            }
            if let category {
                world.setCategory(category, ofTemplate: template.id, at: now, rules: sandbox.rules)
            }
        }
        return ["success": true]
    }

    /// `POST /sandbox/numbers` `{number, quality?, status?, throughput?, limit?, name_decision?}`.
    func changeNumber(_ body: WireJSON) throws(Refusal) -> WireJSON {
        guard let id = body["number"]?.scalarText, let number = sandbox.directory.number(id) else {
            throw Refusal(status: .badRequest, message: "number is not one of GET /sandbox/numbers.")
        }
        func text(_ key: String) -> String? { body[key]?.string?.uppercased() }
        sandbox.write { world, now in
            func tell(_ field: String, _ value: [WireJSON.Member], _ summary: String) {
                world.announce(
                    .object([.init(key: "display_phone_number", value: .string(number.digits))] + value), field: field,
                    accountID: number.accountID, summary: summary, at: now, rules: sandbox.rules)
            }
            // Meta tells nobody of a quality or a status; one reads them from the number.
            if let quality = text("quality") { world.change(number) { $0.number.qualityRating = quality } }
            if let status = text("status") {
                world.change(number) { $0.number.status = status }
                if status == "BANNED" || status == "RESTRICTED" {
                    world.announce(
                        [
                            "event": "ACCOUNT_RESTRICTION",
                            "restriction_info": [
                                [
                                    "restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING",
                                    "expiration": .integer(Int64(now.timeIntervalSince1970) + 86_400),
                                ]
                            ],
                        ],
                        field: "account_update", accountID: number.accountID, summary: "account restricted", at: now,
                        rules: sandbox.rules)
                }
            }
            if let level = text("throughput") {
                world.change(number) { $0.number.throughputLevel = level }
                tell(
                    "phone_number_quality_update",
                    [
                        .init(key: "event", value: "THROUGHPUT_UPGRADE"),
                        .init(key: "max_daily_conversations_per_business", value: .string(number.messagingLimit)),
                    ], "throughput of \(number.digits)")
            }
            if let limit = text("limit") {
                world.change(number) { $0.number.messagingLimit = limit }
                tell(
                    "phone_number_quality_update",
                    [
                        .init(key: "event", value: "ONBOARDING"),
                        .init(key: "old_limit", value: .string(number.messagingLimit)),
                        .init(key: "current_limit", value: .string(limit)),
                        .init(key: "max_daily_conversations_per_business", value: .string(limit)),
                    ], "limit of \(number.digits): \(limit)")
            }
            if let decision = text("name_decision") {
                let name = number.newDisplayName ?? number.verifiedName
                world.change(number) { state in
                    state.number.newDisplayName = nil
                    if decision == "APPROVED" {
                        state.number.verifiedName = name
                        state.number.nameStatus = "APPROVED"
                    }
                }
                tell(
                    "phone_number_name_update",
                    [
                        .init(key: "decision", value: .string(decision)),
                        .init(key: "requested_verified_name", value: .string(name)),
                        .init(key: "rejection_reason", value: decision == "REJECTED" ? "NAME_FORMAT" : .null),
                    ], "name of \(number.digits) \(decision.lowercased())")
            }
        }
        return ["success": true]
    }

    /// `POST /sandbox/tokens/embedded_signup` `{account?, number?}`: the code of `FB.login` and the window message.
    func embeddedSignup(_ body: WireJSON) throws(Refusal) -> WireJSON {
        let directory = sandbox.directory
        guard
            let account = body["account"].map({ directory.account($0.scalarText ?? "") }) ?? directory.accounts.first
        else { throw Refusal(status: .badRequest, message: "account is not the id of a WhatsApp account.") }
        let number = body["number"]?.scalarText ?? directory.numbers(ofAccount: account.id).first?.id ?? ""
        let code = Sandbox.newCodeValue()
        let grant = Grant(
            userID: directory.user.id,
            scopes: [.whatsAppBusinessManagement, .whatsAppBusinessMessaging, .publicProfile], declined: [],
            accountIDs: [account.id], pageIDs: [])
        sandbox.write { world, now in
            world.issueCode(code, grant: grant, redirectURI: "", isForBusiness: true, at: now)
        }
        return [
            "code": .string(code),
            "message": [
                "type": "WA_EMBEDDED_SIGNUP", "event": "FINISH", "version": "3",
                "data": [
                    "phone_number_id": .string(number), "waba_id": .string(account.id),
                    "business_id": .string(account.ownerBusinessID),
                ],
            ],
        ]
    }
}
