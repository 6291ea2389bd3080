#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import Storage

// What providers delivered, and its dead letters.
extension AdminRoutes {
    func addInbox(to router: Router<AppRequestContext>) {
        router.get("/admin/inbox") { request, _ in try await page(request) { try await inbox($0) } }
        router.get("/admin/inbox/:id") { request, context in
            let id = context.parameters.get("id") ?? ""
            return try await page(request) { try await letter($0, id: id, isRevealed: false) }
        }
        router.post("/admin/inbox/:id/reveal") { request, context in
            let id = context.parameters.get("id") ?? ""
            return try await form(request) { visit, _ in try await letter(visit, id: id, isRevealed: true) }
        }
        router.post("/admin/dead-letters") { request, _ in
            try await form(request) { visit, form in try await settleLetters(visit, form) }
        }
    }

    private func inbox(_ visit: AdminVisit) async throws -> Response {
        let filter = try FilterReader(now: runtime.now) { visit.query[$0] }.inbox()
        let items = try await runtime.store.inbox(filter, after: visit.cursor, limit: Self.pageSize)
        let address = PageAddress(path: "/admin/inbox", query: visit.query.pairs.map { ($0.name, $0.value) })
        let next = items.count == Self.pageSize ? items.last.map { address.with("after", String($0.sequence)).text } : nil
        let view = ReviewView(
            items, filter: filter, value: { visit.query[$0] }, webhooks: I.webhooks.map(\.descriptor.handle),
            workplaces: try await workplaces(of: items.compactMap(\.installation)), now: runtime.now, nextHref: next,
            csrf: visit.csrf)
        let isDead = filter.state == .dead
        return shell(
            visit, title: isDead ? "Dead letters" : "Inbox", place: isDead ? .deadLetters : .inbox,
            Templates.render("review", view))
    }

    private func letter(_ visit: AdminVisit, id: String, isRevealed: Bool) async throws -> Response {
        guard let look = try await runtime.inboxDesk(of: visit.operator).look(id, isRevealed: isRevealed) else {
            throw HTTPProblem(.notFound)
        }
        let item = look.detail.item
        let workplace = try await workplaces(of: [item.installation].compactMap { $0 }).first?.value
        let view = LetterView(look, workplace: workplace, isRedacted: !isRevealed, csrf: visit.csrf)
        return shell(
            visit, title: item.id, place: item.state == .dead ? .deadLetters : .inbox,
            crumb: ShellView.Crumb(label: "Inbox", href: "/admin/inbox"), Templates.render("letter", view))
    }

    private func settleLetters(_ visit: AdminVisit, _ form: SentForm) async throws -> Response {
        let (action, isAll) = try wish(of: form, DeadLetterAction.self)
        let filter = try FilterReader(now: runtime.now) { form[$0] }.inbox()
        let ids = form.values(of: "id")
        let state = filter.state == .unrouted ? InboxState.unrouted : .dead
        let back = PageAddress(
            path: "/admin/inbox",
            query: [(name: "subject", value: filter.subject.rawValue), (name: "state", value: state.rawValue)]).text
        guard isAll || !ids.isEmpty else {
            return redirect(back, Flash(.info, title: "Nothing was selected", text: "Tick the dead letters first."))
        }
        if isAll || action == .discard, form["_confirmed"] != "1" {
            return question(visit, form, action, count: isAll ? nil : ids.count, filter, back: back)
        }
        let count = try await runtime.settle(
            isAll ? .all(filter, deadBefore: runtime.now) : .these(ids), by: action,
            at: runtime.inboxDesk(of: visit.operator))
        let noun = count == 1 ? "dead letter" : "dead letters"
        let done =
            switch action {
            case .replay: Flash(.success, title: "\(count) \(noun) will be tried again")
            case .discard: Flash(.success, title: "\(count) \(noun) discarded")
            }
        return redirect(back, count == 0 ? Flash(.info, title: "They are no dead letters any more") : done)
    }

    private func question(
        _ visit: AdminVisit, _ form: SentForm, _ action: DeadLetterAction, count: Int?, _ filter: InboxFilter, back: String
    ) -> Response {
        let kind = filter.state == .unrouted ? "unrouted" : "dead"
        let what =
            switch count {
            case nil: "all \(kind) \(filter.subject.rawValue) of this filter"
            case 1?: "this dead letter"
            case let count?: "these \(count) dead letters"
            }
        let fields = hidden(in: form, names: FilterReader.inboxNames)
        let view =
            switch action {
            case .replay:
                SettleView(
                    text: "Replay \(what)? Their handlers run again, with all of their tries.",
                    action: "/admin/dead-letters", hidden: fields, style: "primary", label: "Replay", cancelHref: back)
            case .discard:
                SettleView(
                    text: "Discard \(what)? They are never handled, and removed for good when the retention is over.",
                    action: "/admin/dead-letters", hidden: fields, style: "destructive", label: "Discard", cancelHref: back)
            }
        return shell(
            visit, title: action == .replay ? "Replay?" : "Discard?", place: .deadLetters, Templates.render("settle", view))
    }
}
