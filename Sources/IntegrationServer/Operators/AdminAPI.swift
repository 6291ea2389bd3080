#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import Storage

/// `/admin/api/…`: what operators can do, for programs. An operator's bearer token opens it.
struct AdminAPI<I: Integration>: Sendable {
    let runtime: Runtime<I>

    private static var pageSize: Int { 100 }

    /// One request of a program that an operator has given a token.
    private struct Call {
        let request: Request
        let context: AppRequestContext
        let `operator`: Operator
        let query: RawQuery

        var id: String { context.parameters.get("id") ?? "" }
        var isRevealing: Bool { query["reveal"] == "true" }

        /// Where the page before ended.
        func cursor() throws(HTTPProblem) -> Int64? {
            guard let text = query["after"] else { return nil }
            guard let number = Int64(text) else { throw HTTPProblem(.badRequest, "'after' is the 'next' of a page.") }
            return number
        }
    }

    func add(to router: Router<AppRequestContext>) {
        let api = router.group("/admin/api")
        api.get("/inbox") { try await answer($0, $1, inbox) }
        api.get("/inbox/:id") { try await answer($0, $1, letter) }
        for action in DeadLetterAction.allCases {
            api.post("/dead-letters/\(action.rawValue)") { request, context in
                try await answer(request, context) { try await settle($0, by: action) }
            }
        }
        api.get("/outbox") { try await answer($0, $1, outbox) }
        api.get("/outbox/:id") { try await answer($0, $1, message) }
        for action in OutboxAction.allCases {
            api.post("/outbox/\(action.rawValue)") { request, context in
                try await answer(request, context) { try await settle($0, by: action) }
            }
        }
        api.get("/audit") { try await answer($0, $1, audit) }
    }

    private func answer(
        _ request: Request, _ context: AppRequestContext, _ answer: (Call) async throws -> JSON
    ) async throws -> Response {
        let one = try await runtime.operators.program(request, context, for: .all)
        let call = Call(request: request, context: context, operator: one, query: RawQuery(request.uri.query ?? ""))
        return RESTRoutes<I>.json(try await answer(call))
    }

    // MARK: Inbox

    private func inbox(_ call: Call) async throws -> JSON {
        let filter = try FilterReader(now: runtime.now) { call.query[$0] }.inbox()
        let items = try await runtime.store.inbox(filter, after: call.cursor(), limit: Self.pageSize)
        return Self.page(items.map { .object($0.json) }, last: items.last?.sequence)
    }

    private func letter(_ call: Call) async throws -> JSON {
        let desk = runtime.inboxDesk(of: call.operator)
        guard let look = try await desk.look(call.id, isRevealed: call.isRevealing) else { throw HTTPProblem(.notFound) }
        return look.json
    }

    private func settle(_ call: Call, by action: DeadLetterAction) async throws -> JSON {
        let choice: DeadLetterChoice =
            switch try await selection(call, example: "evt_…", names: FilterReader.inboxNames) {
            case .these(let ids): .these(ids)
            case .all(let filter): .all(try filter.inbox(), deadBefore: runtime.now)
            }
        return Self.count(try await runtime.settle(choice, by: action, at: runtime.inboxDesk(of: call.operator)))
    }

    // MARK: Outbox

    private func outbox(_ call: Call) async throws -> JSON {
        let filter = try FilterReader(now: runtime.now) { call.query[$0] }.outbox()
        let entries = try await runtime.store.outbox(filter, after: call.cursor(), limit: Self.pageSize)
        return Self.page(entries.map { .object($0.json) }, last: entries.last?.sequence)
    }

    private func message(_ call: Call) async throws -> JSON {
        let desk = runtime.outboxDesk(of: call.operator)
        guard let look = try await desk.look(MessageID(call.id), isRevealed: call.isRevealing) else {
            throw HTTPProblem.notInOutbox
        }
        return look.json
    }

    private func settle(_ call: Call, by action: OutboxAction) async throws -> JSON {
        let choice: OutboxChoice =
            switch try await selection(call, example: "msg_…", names: FilterReader.outboxNames) {
            case .these(let ids): .these(ids.map { MessageID($0) })
            case .all(let filter): .all(try filter.outbox(), after: 0)
            }
        return Self.count(try await runtime.settle(choice, by: action, at: runtime.outboxDesk(of: call.operator)))
    }

    // MARK: Audit log

    private func audit(_ call: Call) async throws -> JSON {
        let entries = try await runtime.store.audit(after: call.cursor(), limit: Self.pageSize)
        return Self.page(entries.map(\.json), last: entries.last?.sequence)
    }

    // MARK: What they share

    private enum Selection {
        case these([String])
        case all(FilterReader)
    }

    /// `{"ids": […]}`, or `{"all": {…}}` with the names of a listing's query.
    private func selection(_ call: Call, example: String, names: [String]) async throws -> Selection {
        let body = try await RESTRoutes<I>.body(call.request, runtime.settings.limits)
        switch (body["ids"]?.arrayValue, body["all"]?.objectValue) {
        case (let ids?, nil):
            let texts = ids.compactMap(\.stringValue)
            guard texts.count == ids.count, (1...500).contains(ids.count) else {
                throw HTTPProblem(.unprocessableContent, "'ids' must be 1 to 500 texts.")
            }
            return .these(texts)
        case (nil, let filter?): return .all(try FilterReader(filter, names: names, now: runtime.now))
        default:
            throw HTTPProblem(.unprocessableContent,
                "Say which: {\"ids\": [\"\(example)\"]}, or {\"all\": {}} with any of \(names.joined(separator: ", ")) in it.")
        }
    }

    private static func count(_ count: Int) -> JSON { ["count": .number(JSONNumber(count))] }

    /// - Parameter last: Where the next page goes on, when this one is full.
    private static func page(_ items: [JSON], last: Int64?) -> JSON {
        let next = items.count == pageSize ? last.map { JSON.string(String($0)) } : nil
        return ["items": .array(items), "next": next ?? .null]
    }
}

extension HTTPProblem {
    static var notInOutbox: HTTPProblem {
        HTTPProblem(
            .notFound, title: "There is no such message in the outbox",
            "Once it is known that a message was sent, it is no longer there.")
    }
}

extension Runtime {
    func inboxDesk(of operator: Operator) -> InboxDesk {
        InboxDesk(store: store, actor: `operator`.actor, now: core.clock)
    }

    func outboxDesk(of operator: Operator) -> OutboxDesk {
        OutboxDesk(store: store, actor: `operator`.actor, now: core.clock)
    }

    /// Settles dead letters and has them worked on at once.
    func settle(
        _ choice: DeadLetterChoice, by action: DeadLetterAction, at desk: InboxDesk
    ) async throws(StorageError) -> Int {
        let count = try await desk.settle(choice, by: action)
        if action == .replay, count > 0 { core.work.raise() }
        log.notice("an operator settled dead letters",
            metadata: ["operator": "\(desk.actor)", "action": "\(action.rawValue)", "count": "\(count)"])
        return count
    }

    /// Acts on messages of the outbox, shows it on the pages that are open, and has what is to be sent sent at once.
    func settle(
        _ choice: OutboxChoice, by action: OutboxAction, at desk: OutboxDesk
    ) async throws(StorageError) -> Int {
        let messages = try await desk.settle(choice, by: action)
        for message in messages {
            changes.hear(.conversation(message.conversation), installation: message.installation)
        }
        if action == .resend, !messages.isEmpty { core.work.raiseSends() }
        log.notice("an operator settled messages of the outbox",
            metadata: ["operator": "\(desk.actor)", "action": "\(action.rawValue)", "count": "\(messages.count)"])
        return messages.count
    }
}
