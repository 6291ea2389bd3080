#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import ArgumentParser
internal import IntegrationKit
internal import Storage

/// `inbox`: what providers delivered and what became of it.
struct InboxCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "inbox", abstract: "What providers delivered, and what became of it.",
            discussion: SettingsHelp.whichStore,
            subcommands: [ListInboxCommand<I>.self, ShowInboxCommand<I>.self])
    }

    static func withDesk<Value>(_ data: DataOptions, _ body: (InboxDesk) async throws -> Value) async throws -> Value {
        try await OperatorCommand<I>.withStore(data) { store, _ in
            try await body(InboxDesk(store: store, actor: OperatorCommand<I>.actor, now: { Date() }))
        }
    }

    static func printLine(_ item: InboxItem) {
        ReviewOptions.printLine([
            item.id, item.state.rawValue, Timestamp.text(item.receivedAt), item.webhook,
            item.installation?.rawValue ?? "-", item.kind ?? "-", String(item.attempts), item.failure ?? "-",
        ])
    }

    static var columns: String { "id, state, when it came, webhook, installation, kind, tries, what went wrong last" }
}

/// Which part of the inbox.
struct InboxFilterOptions: ParsableArguments {
    @Flag(help: "Deliveries instead of events.")
    var deliveries = false
    @Option(help: "Of one webhook, by its handle.")
    var webhook: String?
    @Option(help: "Events of one kind.")
    var kind: String?
    @OptionGroup var scope: ReviewOptions

    func validate() throws {
        if deliveries, kind != nil { throw ValidationError("Deliveries have no --kind.") }
    }

    func filter(state: InboxState?, now: Date) -> InboxFilter {
        InboxFilter(
            deliveries ? .deliveries : .events, state: state, installation: scope.installationID, webhook: webhook, kind: kind,
            receivedBefore: scope.before(now), receivedSince: scope.since(now))
    }
}

/// `inbox list`
struct ListInboxCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: "List events or deliveries, newest first, one a line.",
            discussion: """
                Example: \(ProgramName.current) inbox list --state waiting --older-than 1h

                A line has, with tabs between: \(InboxCommand<I>.columns).

                \(SettingsHelp.whichStore)
                """)
    }

    @Option(help: "waiting, running, done, dead, unrouted or discarded.")
    var state: String?
    @OptionGroup var filter: InboxFilterOptions
    @OptionGroup var limit: ListLimit
    @OptionGroup var data: DataOptions

    func validate() throws {
        if let state, InboxState(rawValue: state) == nil {
            throw ValidationError("--state must be one of: \(InboxState.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
    }

    func run() async throws {
        let wanted = filter.filter(state: state.flatMap(InboxState.init(rawValue:)), now: Date())
        let items = try await InboxCommand<I>.withDesk(data) { desk in
            try await desk.store.inbox(wanted, after: nil, limit: limit.count)
        }
        items.forEach(InboxCommand<I>.printLine)
        limit.comment(on: items.count)
    }
}

/// `inbox show`
struct ShowInboxCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show", abstract: "Show one event or delivery as JSON, with every try that failed.",
            discussion: """
                Example: \(ProgramName.current) inbox show evt_0123456789

                What people wrote is left out; with --reveal it is there, and the audit log says so.

                \(SettingsHelp.whichStore)
                """)
    }

    @Argument(help: "Its id, as 'inbox list' and the log have it.")
    var id: String
    @Flag(help: "With its content as it is.")
    var reveal = false
    @OptionGroup var data: DataOptions

    func run() async throws {
        let look = try await InboxCommand<I>.withDesk(data) { desk in try await desk.look(id, isRevealed: reveal) }
        guard let look else {
            throw CommandFailure("There is nothing of the id '\(id)'. See: \(ProgramName.current) inbox list")
        }
        Terminal.print(look.json.serialized(pretty: true))
    }
}

/// `dead-letters`: what was given up.
struct DeadLettersCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "dead-letters", abstract: "Events and deliveries that were given up: replay or discard them.",
            discussion: SettingsHelp.whichStore,
            subcommands: [
                ListDeadLettersCommand<I>.self, ReplayDeadLettersCommand<I>.self, DiscardDeadLettersCommand<I>.self,
            ])
    }

    static func settle(
        _ ids: [String], all: Bool, _ filter: InboxFilterOptions, _ data: DataOptions, by action: DeadLetterAction
    ) async throws {
        let now = Date()
        let count = try await InboxCommand<I>.withDesk(data) { desk in
            var count = 0
            if all {
                count = try await desk.settle(.all(filter.filter(state: .dead, now: now), deadBefore: now), by: action)
            }
            for start in stride(from: 0, to: ids.count, by: 500) {
                count += try await desk.settle(.these(Array(ids[start..<min(start + 500, ids.count)])), by: action)
            }
            return count
        }
        if !all, count < ids.count {
            throw CommandFailure("\(ids.count - count) of \(ids.count) are no dead letters, or no longer; "
                + "\(count) \(action == .replay ? "will be tried again" : "were discarded").")
        }
        let noun = count == 1 ? "dead letter" : "dead letters"
        switch action {
        case .replay: Terminal.print("\(count) \(noun) will be tried again; a server that runs begins within seconds.")
        case .discard: Terminal.print("\(count) \(noun) discarded.")
        }
    }

    static func validate(_ ids: [String], all: Bool, _ filter: InboxFilterOptions) throws {
        try ReviewOptions.validate(ids, all: all, filter: "--webhook")
    }
}

/// `dead-letters list`
struct ListDeadLettersCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: "List dead letters, newest first, one a line.",
            discussion: """
                Example: \(ProgramName.current) dead-letters list --webhook \(I.webhooks.first?.descriptor.handle ?? "HANDLE")

                A line has, with tabs between: \(InboxCommand<I>.columns). Deliveries that could not be taken apart are
                listed with --deliveries.

                \(SettingsHelp.whichStore)
                """)
    }

    @OptionGroup var filter: InboxFilterOptions
    @OptionGroup var limit: ListLimit
    @OptionGroup var data: DataOptions

    func run() async throws {
        let (items, counts) = try await InboxCommand<I>.withDesk(data) { desk in
            (
                try await desk.store.inbox(filter.filter(state: .dead, now: Date()), after: nil, limit: limit.count),
                try await desk.store.inboxCounts()
            )
        }
        items.forEach(InboxCommand<I>.printLine)
        let others = counts.dead - items.count
        if items.isEmpty { Terminal.error("There is no dead letter of this kind.\n") }
        if others > 0 { Terminal.error("\(others) more, events and deliveries together: see --limit and --deliveries.\n") }
        if counts.unrouted > 0 {
            Terminal.error("\(counts.unrouted) events wait for a workplace that has their channel: see "
                + "\(ProgramName.current) inbox list --state unrouted\n")
        }
    }
}

/// `dead-letters replay`
struct ReplayDeadLettersCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "replay", abstract: "Have dead letters tried again, with all of their tries.",
            discussion: """
                Example: \(ProgramName.current) dead-letters replay --all --newer-than 2h

                \(SettingsHelp.whichStore)
                """)
    }

    @Argument(help: "Ids, as 'dead-letters list' shows them.")
    var ids: [String] = []
    @Flag(help: "All of the filter.")
    var all = false
    @OptionGroup var filter: InboxFilterOptions
    @OptionGroup var data: DataOptions

    func validate() throws { try DeadLettersCommand<I>.validate(ids, all: all, filter) }

    func run() async throws { try await DeadLettersCommand<I>.settle(ids, all: all, filter, data, by: .replay) }
}

/// `dead-letters discard`
struct DiscardDeadLettersCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "discard", abstract: "Be done with dead letters: they are removed when the retention is over.",
            discussion: """
                Example: \(ProgramName.current) dead-letters discard --all --older-than 7d

                \(SettingsHelp.whichStore)
                """)
    }

    @Argument(help: "Ids, as 'dead-letters list' shows them.")
    var ids: [String] = []
    @Flag(help: "All of the filter.")
    var all = false
    @OptionGroup var filter: InboxFilterOptions
    @OptionGroup var data: DataOptions

    func validate() throws { try DeadLettersCommand<I>.validate(ids, all: all, filter) }

    func run() async throws { try await DeadLettersCommand<I>.settle(ids, all: all, filter, data, by: .discard) }
}
