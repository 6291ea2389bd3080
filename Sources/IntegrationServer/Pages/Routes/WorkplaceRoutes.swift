import Cryptography
import HTTPTypes
import Hummingbird
import IntegrationKit
import Storage

/// Everything below `/app/{workplace}`. Who the browser is comes from its session, never from the path: a path with
/// another workplace's name is answered like one that does not exist.
struct WorkplaceRoutes<I: Integration>: Sendable {
    let runtime: Runtime<I>

    func get(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        guard let visit = try await visit(request, context) else {
            guard request.headers[values: .accept].contains(where: { $0.contains("text/html") }),
                RawQuery(request.uri.query ?? "")["fragment"] == nil
            else { throw HTTPProblem(.unauthorized, "Sign in with a new link.") }
            return SignInRoutes(runtime: runtime).needed(workplace: context.parameters.get("workplace"))
        }
        let conversations = ConversationRoutes(pages: self)
        switch visit.segments {
        case [] where PageRoutes<I>.match([]) == nil: return .seeOther(home(visit))
        case ["live"]: return LiveRoute(runtime: runtime).answer(for: visit.installation.id, since: visit.query["mark"])
        case ["removal"]: return try await RemovalRoute(pages: self).ask(visit)
        case ["conversations"]: return try await conversations.list(visit)
        case ["conversations", "new"]: return try await conversations.new(visit)
        case let segments where segments.count == 2 && segments[0] == "conversations":
            return try await conversations.show(visit, id: ConversationID(segments[1]))
        case let segments where segments.count == 5 && segments[0] == "conversations" && segments[2] == "files":
            return try await MessageFileRoute(runtime: runtime).answer(
                visit, conversation: ConversationID(segments[1]), message: MessageID(segments[3]), number: segments[4])
        default: return try await PageRoutes(pages: self).show(visit)
        }
    }

    func post(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        guard let visit = try await visit(request, context) else {
            throw HTTPProblem(
                .unauthorized, title: "You are not signed in",
                "Copy what you have typed, sign in with a new link, and send it again.")
        }
        let form = try await SentForm.read(visit, access: runtime.access, keeper: runtime.core.files)
        let conversations = ConversationRoutes(pages: self)
        switch visit.segments {
        case ["removal"]: return try await RemovalRoute(pages: self).remove(visit, form)
        case ["conversations", "new"]: return try await conversations.begin(visit, form)
        case let segments where segments.count == 2 && segments[0] == "conversations":
            return try await conversations.send(visit, form, id: ConversationID(segments[1]))
        case let segments where segments.count == 3 && segments[0] == "conversations" && segments[2] == "reactions":
            return try await conversations.react(visit, form, id: ConversationID(segments[1]))
        case let segments where segments.count == 3 && segments[0] == "conversations" && segments[2] == "again":
            return try await conversations.again(visit, form, id: ConversationID(segments[1]))
        default: return try await PageRoutes(pages: self).send(visit, form)
        }
    }

    /// nil when nobody is signed in.
    private func visit(_ request: Request, _ context: AppRequestContext) async throws -> Visit? {
        guard let identity = try await runtime.access.identity(of: request) else { return nil }
        guard let all = Visit.segments(of: request.uri.path, dropping: 1), let workplace = all.first,
            workplace == identity.installation.workplace.handle
        else { throw HTTPProblem(.notFound, title: "There is no such page", "Check the address, or go back.") }
        return Visit(
            request: request, context: context, identity: identity, segments: Array(all.dropFirst()),
            query: RawQuery(request.uri.query ?? ""),
            mark: request.method == .get ? runtime.changes.mark(of: identity.installation.id) : "")
    }

    /// The default page, else the first of the navigation, else the conversations.
    private func home(_ visit: Visit) -> String {
        if let page = I.pages.first(where: { $0.descriptor.isDefault }) {
            let literals = page.descriptor.route.segments.compactMap { segment in
                if case .literal(let text) = segment { text } else { nil }
            }
            if literals.count == page.descriptor.route.segments.count {
                return visit.base + PageLink(segments: literals).path
            }
        }
        let first = I.navigation.lazy.flatMap(\.items).first
        return visit.base + (first?.link.path ?? "/conversations")
    }

    // MARK: What pages share

    /// - Parameter notice: Shown instead of the one that came with the request.
    func frame(_ visit: Visit, notice: Notice? = nil, formKey: String? = nil) async throws -> PageFrame {
        let flash =
            notice == nil && visit.isForPerson ? Flash.take(from: visit.request, access: runtime.access) : nil
        let frame = PageFrame(
            product: I.descriptor.name, workplace: visit.workplace, navigation: I.navigation,
            unread: try await unread(visit.installation.id), csrfToken: visit.identity.csrfToken,
            formKey: formKey ?? Hex.encode(SecureRandom.bytes(16)),
            notice: notice ?? flash.map { Notice($0) },
            mark: visit.mark, now: runtime.now)
        guard frame.notice == nil else { return frame }
        return frame.with(notice: try await connectionNotice(visit, frame.clock))
    }

    /// Of several the most urgent one.
    private func connectionNotice(_ visit: Visit, _ clock: WorkplaceClock) async throws -> Notice? {
        var notices: [Notice] = []
        for stored in try await runtime.store.connections(of: visit.installation.id) {
            guard let descriptor = I.connections.first(where: { $0.handle == stored.handle }),
                let notice = ConnectionNotice.notice(of: stored, label: descriptor.label, clock: clock, now: runtime.now)
            else { continue }
            // What renews itself does not end.
            if stored.problem == nil, descriptor.refresh != nil, let name = descriptor.store.refreshToken,
                try await runtime.store.environment(of: visit.installation.id)[name] != nil
            {
                continue
            }
            notices.append(notice)
        }
        return notices.first { $0.kind == .error } ?? notices.first
    }

    /// A whole page; the message that it shows is over then.
    func page(_ html: String, _ visit: Visit, status: HTTPResponse.Status = .ok) -> Response {
        var response = Response.html(html, status: status)
        if visit.isForPerson, Flash.take(from: visit.request, access: runtime.access) != nil {
            Flash.clear(on: &response, access: runtime.access)
        }
        return response
    }

    /// Messages that nobody has looked at, in the conversations that moved last; the sidebar shows no more than 99.
    func unread(_ installation: InstallationID) async throws -> Int {
        try await runtime.store.conversations(of: installation, after: nil, limit: 100).reduce(0) {
            $0 + $1.unreadCount
        }
    }

    func redirect(_ address: String, _ flash: Flash? = nil) -> Response {
        var response = Response.seeOther(address)
        flash?.set(on: &response, access: runtime.access)
        return response
    }
}

extension Notice {
    init(_ flash: Flash) {
        let kind: Kind =
            switch flash.kind {
            case .success: .success
            case .error: .error
            case .info: .info
            }
        self.init(kind, flash.title, flash.text.isEmpty ? nil : flash.text)
    }
}
