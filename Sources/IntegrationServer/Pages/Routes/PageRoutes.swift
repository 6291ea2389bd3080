import HTTPTypes
import Hummingbird
import IntegrationKit
import Logging
import Storage

/// The manifest's pages: shown by `GET`, and everything that is sent from them by `POST` to the same address.
struct PageRoutes<I: Integration>: Sendable {
    let pages: WorkplaceRoutes<I>
    var runtime: Runtime<I> { pages.runtime }

    /// A page of the manifest as one request meets it.
    struct Open: Sendable {
        let descriptor: PageDescriptor
        let content: PageContent
    }

    // MARK: Showing

    func show(_ visit: Visit) async throws -> Response {
        let page = try await open(visit)
        var state = PageState.plain
        if let id = visit.query["form"] {
            state = .form(id: id, nil)
        } else if let name = visit.query["edit"] {
            state = .edit(field: name, nil)
        }
        return try await draw(page, visit, state: state)
    }

    func draw(
        _ page: Open, _ visit: Visit, state: PageState, status: HTTPResponse.Status = .ok, formKey: String? = nil,
        notice: Notice? = nil
    ) async throws -> Response {
        let html = renderPage(
            page.content, handle: page.descriptor.handle,
            frame: try await pages.frame(visit, notice: notice, formKey: formKey), address: visit.address, state: state,
            conversations: try await conversations(page.content, visit))
        return pages.page(html, visit, status: status)
    }

    /// Finds the page and loads its content.
    func open(_ visit: Visit) async throws -> Open {
        guard let (page, path) = Self.match(visit.segments) else { throw Self.notFound }
        let runtime = runtime
        let installation = visit.installation
        let id = visit.context.requestID
        var log = runtime.log
        log[metadataKey: "request"] = "\(id)"
        log[metadataKey: "installation"] = "\(installation.id)"
        let request = PageRequest<I>(
            path: path, query: visit.pageQuery, settings: try await runtime.core.visibleVariables(of: installation),
            session: runtime.session(for: installation), log: log
        ) { tool, arguments in
            await runtime.tools.call(
                tool, arguments: arguments, in: installation, invocation: Invocation(id: id, trigger: .pageContext))
        }
        do {
            let content = try await ChangeFeed.$isDrawing.withValue(true) { try await page.content(request) }
            return Open(descriptor: page.descriptor, content: content)
        } catch is PageNotFound {
            throw Self.notFound
        }
    }

    /// The page whose route fits. Position by position, a literal wins over a parameter.
    static func match(_ segments: [String]) -> (page: PageEntry<I>, path: [String: String])? {
        let fitting = I.pages.compactMap { page in page.descriptor.route.match(segments).map { (page, $0) } }
        return fitting.min { left, right in
            for (a, b) in zip(left.0.descriptor.route.segments, right.0.descriptor.route.segments) {
                switch (a, b) {
                case (.literal, .parameter): return true
                case (.parameter, .literal): return false
                default: continue
                }
            }
            return false
        }
    }

    private static var notFound: HTTPProblem {
        HTTPProblem(
            .notFound, title: "There is no such page", "It may have been removed. Check the address, or go back.")
    }

    /// What the page's conversation blocks show.
    private func conversations(_ content: PageContent, _ visit: Visit) async throws -> [Int: [Conversation]] {
        var shown: [Int: [Conversation]] = [:]
        for (index, block) in content.blocks.enumerated() {
            guard case .conversation(let block) = block else { continue }
            let all = try await runtime.store.conversations(of: visit.installation.id, after: nil, limit: 200)
            shown[index] = Array(
                all.filter { conversation in
                    [conversation.channel.handle, conversation.channel.identifier].contains(block.channel)
                        && (block.contact.map { $0 == conversation.address } ?? true)
                }.prefix(20))
        }
        return shown
    }

    // MARK: What was sent

    func send(_ visit: Visit, _ form: SentForm) async throws -> Response {
        let page = try await open(visit)
        if let id = form["_form"] { return try await submit(id, page, visit, form) }
        if let record = form["_record"] { return try await edit(record, page, visit, form) }
        if let key = form["_action"] { return try await act(key, page, visit, form) }
        throw HTTPProblem(.badRequest, "The form does not say what it is.")
    }

    private func submit(_ id: String, _ page: Open, _ visit: Visit, _ sent: SentForm) async throws -> Response {
        let found = page.content.blocks.lazy.compactMap { block in
            if case .form(let form) = block, form.id == id { form } else { nil }
        }.first
        guard let form = found else { throw Self.gone }
        try sent.requireOnly(form.fields.map(\.name))
        var reading = FormReader(clock: WorkplaceClock(visit.workplace, now: runtime.now)).read(form.fields, sent)
        if sent["_draw"] != nil {
            // Nothing is done: the form as it is with what is filled in so far.
            let input = FormInput(values: reading.input.values, files: reading.input.files)
            return try await draw(page, visit, state: .form(id: id, input), formKey: sent.key)
        }
        guard reading.isValid else {
            return try await draw(
                page, visit, state: .form(id: id, reading.input), status: .unprocessableContent, formKey: sent.key)
        }
        var arguments = reading.values
        for (name, value) in form.fixed { arguments[name] = value }
        let invocation = Invocation(
            id: visit.context.requestID, trigger: .form, idempotencyKey: sent.idempotencyKey(for: form.id))
        let result = await callOnce { [arguments] in
            await runtime.tools.call(
                form.tool, arguments: .object(arguments), in: visit.installation, invocation: invocation)
        }
        switch result {
        case .success(let output):
            return after(form.then, output: output, done: form.title ?? form.submitLabel, visit)
        case .failure(let failure):
            reading.input.place(failure.withWayOut, among: form.fields)
            // With its key: when it is not known whether it happened, the same thing sent again must be known as such.
            // The key of a call that had no effect is free anyway.
            return try await draw(
                page, visit, state: .form(id: id, reading.input), status: .unprocessableContent, formKey: sent.key)
        }
    }

    func after(_ then: SubmitResult, output: JSONObject?, done: String, _ visit: Visit) -> Response {
        let flash = Flash(.success, title: done, text: "Done.")
        switch then {
        case .refresh: return pages.redirect(visit.address.plain.text, flash)
        case .url(let url): return leave(to: url) ?? pages.redirect(visit.address.plain.text, flash)
        case .page(let link):
            do {
                return pages.redirect(visit.base + (try link(output)).path, flash)
            } catch {
                runtime.log.error("the page after a form cannot be addressed", metadata: ["error": "\(error)"])
                return pages.redirect(visit.address.plain.text, flash)
            }
        }
    }

    func leave(to url: String) -> Response? {
        guard SafeAddress.isOpenable(url), !url.hasPrefix("/"), let scheme = url.firstRange(of: "://") else {
            return nil
        }
        let host = url[scheme.upperBound...].prefix { !"/?#".contains($0) }
        return .html(renderLeavePage(to: url, host: String(host)))
    }

    static var gone: HTTPProblem {
        HTTPProblem(
            .conflict, title: "This has changed meanwhile",
            "What you wanted to do is not on the page any more. Load the page again to see how things are.")
    }
}
