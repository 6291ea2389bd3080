#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import Storage

// Messages on their way to providers, and those that somebody has to look at.
extension AdminRoutes {
    func addOutbox(to router: Router<AppRequestContext>) {
        router.get("/admin/outbox") { request, _ in try await page(request) { try await outbox($0) } }
        router.get("/admin/outbox/:id") { request, context in
            let id = MessageID(context.parameters.get("id") ?? "")
            return try await page(request) { try await message($0, id, isRevealed: false) }
        }
        router.post("/admin/outbox/:id/reveal") { request, context in
            let id = MessageID(context.parameters.get("id") ?? "")
            return try await form(request) { visit, _ in try await message(visit, id, isRevealed: true) }
        }
        router.post("/admin/outbox") { request, _ in
            try await form(request) { visit, form in try await settleMessages(visit, form) }
        }
    }

    private func outbox(_ visit: AdminVisit) async throws -> Response {
        let filter = try FilterReader(now: runtime.now) { visit.query[$0] }.outbox()
        let entries = try await runtime.store.outbox(filter, after: visit.cursor, limit: Self.pageSize)
        let address = PageAddress(path: "/admin/outbox", query: visit.query.pairs.map { ($0.name, $0.value) })
        let next = entries.count == Self.pageSize ? entries.last.map { address.with("after", String($0.sequence)).text } : nil
        let tools = Set(I.channels.compactMap { $0.messaging?.sendTool }).sorted()
        let view = ReviewView(
            entries, filter: filter, value: { visit.query[$0] }, tools: tools,
            workplaces: try await workplaces(of: entries.map(\.installation)), now: runtime.now, nextHref: next,
            csrf: visit.csrf)
        return shell(visit, title: "Outbox", place: .outbox, Templates.render("review", view))
    }

    private func message(_ visit: AdminVisit, _ id: MessageID, isRevealed: Bool) async throws -> Response {
        guard let look = try await runtime.outboxDesk(of: visit.operator).look(id, isRevealed: isRevealed) else {
            throw HTTPProblem.notInOutbox
        }
        let workplace = try await workplaces(of: [look.entry.installation]).first?.value
        let view = LetterView(look, workplace: workplace, isRedacted: !isRevealed, csrf: visit.csrf)
        return shell(
            visit, title: id.rawValue, place: .outbox, crumb: ShellView.Crumb(label: "Outbox", href: "/admin/outbox"),
            Templates.render("letter", view))
    }

    private func settleMessages(_ visit: AdminVisit, _ form: SentForm) async throws -> Response {
        let (action, isAll) = try wish(of: form, OutboxAction.self)
        let filter = try FilterReader(now: runtime.now) { form[$0] }.outbox()
        let ids = form.values(of: "id")
        let back = PageAddress(path: "/admin/outbox", query: [(name: "state", value: action.state.rawValue)]).text
        guard isAll || !ids.isEmpty else {
            return redirect(back, Flash(.info, title: "Nothing was selected", text: "Tick the messages first."))
        }
        let isOne = !isAll && ids.count == 1
        let what = isAll ? "all \(action.state.rawValue) messages of this filter" : isOne ? "this message" : "these \(ids.count) messages"
        if form["_confirmed"] != "1", let question = action.question(what, isOne: isOne, isAll: isAll) {
            let view = SettleView(
                text: question.text, action: "/admin/outbox", hidden: hidden(in: form, names: FilterReader.outboxNames),
                style: question.style, label: action.label, cancelHref: back)
            return shell(visit, title: question.title, place: .outbox, Templates.render("settle", view))
        }
        let count = try await runtime.settle(
            isAll ? .all(filter, after: 0) : .these(ids.map { MessageID($0) }), by: action,
            at: runtime.outboxDesk(of: visit.operator))
        return redirect(
            back,
            count == 0
                ? Flash(.info, title: "Nothing was left to do", text: "Somebody, or the provider, has settled them meanwhile.")
                : Flash(.success, title: action.done(count)))
    }
}
