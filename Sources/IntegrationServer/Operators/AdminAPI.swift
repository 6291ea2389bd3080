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

    func add(to router: Router<AppRequestContext>) {
        let api = router.group("/admin/api")
        api.get("/inbox") { request, context in
            try await list(request, try await desk(request, context))
        }
        api.get("/inbox/:id") { request, context in
            let desk = try await desk(request, context)
            let isRevealed = RawQuery(request.uri.query ?? "")["reveal"] == "true"
            guard let look = try await desk.look(context.parameters.get("id") ?? "", isRevealed: isRevealed) else {
                throw HTTPProblem(.notFound)
            }
            return RESTRoutes<I>.json(look.json)
        }
        for action in DeadLetterAction.allCases {
            api.post("/dead-letters/\(action.rawValue)") { request, context in
                try await settle(request, by: action, try await desk(request, context))
            }
        }
        api.get("/audit") { request, context in
            _ = try await desk(request, context)
            let after = try Self.cursor(RawQuery(request.uri.query ?? ""))
            let entries = try await runtime.store.audit(after: after, limit: Self.pageSize)
            return RESTRoutes<I>.json(Self.page(entries.map(\.json), last: entries.last?.sequence))
        }
    }

    private func desk(_ request: Request, _ context: AppRequestContext) async throws -> InboxDesk {
        runtime.desk(of: try await runtime.operators.program(request, context, for: .all))
    }

    private func list(_ request: Request, _ desk: InboxDesk) async throws -> Response {
        let query = RawQuery(request.uri.query ?? "")
        let filter = try InboxFilterReader { query[$0] }.filter(now: runtime.now)
        let items = try await desk.store.inbox(filter, after: try Self.cursor(query), limit: Self.pageSize)
        return RESTRoutes<I>.json(Self.page(items.map { .object($0.json) }, last: items.last?.sequence))
    }

    /// `{"ids": […]}`, or `{"all": {…}}` with the names of a listing's query.
    private func settle(_ request: Request, by action: DeadLetterAction, _ desk: InboxDesk) async throws -> Response {
        let body = try await RESTRoutes<I>.body(request, runtime.settings.limits)
        let choice: DeadLetterChoice
        switch (body["ids"]?.arrayValue, body["all"]?.objectValue) {
        case (let ids?, nil):
            let texts = ids.compactMap(\.stringValue)
            guard texts.count == ids.count, (1...500).contains(ids.count) else {
                throw HTTPProblem(.unprocessableContent, "'ids' must be 1 to 500 texts.")
            }
            choice = .these(texts)
        case (nil, let filter?):
            let reader = InboxFilterReader { filter[$0]?.stringValue }
            choice = .all(try reader.filter(now: runtime.now, names: filter.map(\.key)), deadBefore: runtime.now)
        default:
            throw HTTPProblem(.unprocessableContent,
                "Say which dead letters: {\"ids\": [\"evt_…\"]}, or {\"all\": {}} with subject, installation, webhook, "
                    + "kind, older_than or newer_than in it.")
        }
        let count = try await runtime.settle(choice, by: action, at: desk)
        return RESTRoutes<I>.json(["count": .number(JSONNumber(count))])
    }

    private static func cursor(_ query: RawQuery) throws(HTTPProblem) -> Int64? {
        guard let text = query["after"] else { return nil }
        guard let number = Int64(text) else { throw HTTPProblem(.badRequest, "'after' is the 'next' of a page.") }
        return number
    }

    /// - Parameter last: Where the next page goes on, when this one is full.
    private static func page(_ items: [JSON], last: Int64?) -> JSON {
        let next = items.count == pageSize ? last.map { JSON.string(String($0)) } : nil
        return ["items": .array(items), "next": next ?? .null]
    }
}

extension Runtime {
    func desk(of operator: Operator) -> InboxDesk {
        InboxDesk(store: store, actor: `operator`.actor, now: core.clock)
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
}

/// Reads a filter of the inbox from a query, a form or an object, by the names that all of them use.
struct InboxFilterReader {
    static let names = ["subject", "state", "installation", "webhook", "kind", "older_than", "newer_than"]

    let value: (String) -> String?

    /// - Parameter names: Those that were given, when none but ours may be.
    func filter(now: Date, names: [String] = []) throws(HTTPProblem) -> InboxFilter {
        if let other = names.first(where: { !Self.names.contains($0) }) {
            throw HTTPProblem(.unprocessableContent, "'\(other.prefix(60))' is none of: \(Self.names.joined(separator: ", ")).")
        }
        return InboxFilter(
            try choice("subject", InboxSubject.self) ?? .events, state: try choice("state", InboxState.self),
            installation: text("installation").map(InstallationID.init(rawValue:)), webhook: text("webhook"),
            kind: text("kind"), receivedBefore: try moment("older_than", now), receivedSince: try moment("newer_than", now))
    }

    private func text(_ name: String) -> String? { value(name).flatMap { $0.isEmpty ? nil : $0 } }

    private func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, _ type: Choice.Type
    ) throws(HTTPProblem) -> Choice? {
        guard let text = text(name) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw HTTPProblem(.unprocessableContent, "'\(name)' must be one of: \(known).")
        }
        return choice
    }

    private func moment(_ name: String, _ now: Date) throws(HTTPProblem) -> Date? {
        guard let text = text(name) else { return nil }
        guard let age = Age.parse(text) else {
            throw HTTPProblem(.unprocessableContent, "'\(name)' must be \(Age.form).")
        }
        return now.addingTimeInterval(-age.timeInterval)
    }
}
