import HTTPTypes
import Hummingbird
import IntegrationKit

extension PageRoutes {
    /// An action's button was pressed. What it does is taken from the page as it is now, not from the browser.
    func act(_ key: String, _ page: Open, _ visit: Visit, _ sent: SentForm) async throws -> Response {
        guard let action = Self.actions(of: page.content).first(where: { $0.isEnabled && ActionKey($0).text == key })
        else {
            throw Self.gone
        }
        try sent.requireOnly([])
        if action.confirmation != nil, sent["_confirmed"] != "1" {
            let frame = try await pages.frame(visit, formKey: sent.key)
            guard
                let html = renderConfirmation(
                    action, frame: frame, address: visit.address, page: page.descriptor.handle)
            else { throw Self.gone }
            return pages.page(html, visit)
        }
        switch action.effect {
        case .link(let link): return .seeOther(visit.base + link.path)
        case .url(let url):
            guard let response = leave(to: url) else { throw Self.gone }
            return response
        case .connect(let connection):
            do {
                return .seeOther(
                    try runtime.connections.authorizeURL(
                        connection: connection, identity: visit.identity, returnTo: visit.link))
            } catch {
                return failed(error, visit)
            }
        case .tool(let tool, let arguments, let then):
            let invocation = Invocation(
                id: visit.context.requestID, trigger: .action, idempotencyKey: sent.idempotencyKey(for: key))
            let result = await callOnce {
                await runtime.tools.call(
                    tool, arguments: .object(arguments), in: visit.installation, invocation: invocation)
            }
            switch result {
            case .success(let output): return after(then, output: output, done: action.label, visit)
            case .failure(let failure) where failure.code == .inProgress:
                // The button comes back with its key, so that pressing it again asks how it went.
                return try await draw(
                    page, visit, state: .plain, status: .conflict, formKey: sent.key,
                    notice: Notice(.info, failure.message, failure.advice))
            case .failure(let failure): return failed(failure, visit)
            }
        }
    }

    private func failed(_ failure: ToolFailure, _ visit: Visit) -> Response {
        pages.redirect(
            visit.address.plain.text, Flash(.error, title: failure.message, text: failure.advice ?? ""))
    }

    private static func actions(of content: PageContent) -> [PageAction] {
        content.blocks.flatMap { block in
            switch block {
            case .card(let card): card.actions
            case .record(let record): record.actions
            case .list(let list): list.items.flatMap(\.actions)
            case .table(let table): table.rows.flatMap(\.actions)
            case .form, .alert, .conversation, .markdown: [] as [PageAction]
            }
        }
    }
}
