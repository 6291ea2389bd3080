#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import ArgumentParser
internal import IntegrationKit
internal import Storage

/// `outbox`: messages on their way to providers, and what to do about those that nothing else settles.
struct OutboxCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "outbox", abstract: "Messages on their way to providers: look, settle, send again, discard.",
            discussion: SettingsHelp.whichStore,
            subcommands: [
                ListOutboxCommand<I>.self, ShowOutboxCommand<I>.self, MarkSentCommand<I>.self, MarkNotSentCommand<I>.self,
                ResendCommand<I>.self, DiscardMessagesCommand<I>.self,
            ])
    }

    static func withDesk<Value>(_ data: DataOptions, _ body: (OutboxDesk) async throws -> Value) async throws -> Value {
        try await OperatorCommand<I>.withStore(data) { store, _ in
            try await body(OutboxDesk(store: store, actor: OperatorCommand<I>.actor, now: { Date() }))
        }
    }

    static var columns: String { "id, state, when it was written, tool, installation, tries, why" }
}

/// Which part of the outbox.
struct OutboxFilterOptions: ParsableArguments {
    @Option(help: "Of one tool, by its name.")
    var tool: String?
    @OptionGroup var scope: ReviewOptions

    func filter(state: OutboxState?, now: Date) -> OutboxFilter {
        OutboxFilter(
            state: state, installation: scope.installationID, tool: tool, queuedBefore: scope.before(now),
            queuedSince: scope.since(now))
    }
}

/// `outbox list`
struct ListOutboxCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: "List messages of the outbox, newest first, one a line.",
            discussion: """
                Example: \(ProgramName.current) outbox list --state unknown

                A line has, with tabs between: \(OutboxCommand<I>.columns). What is known to have been sent is not there.

                \(SettingsHelp.whichStore)
                """)
    }

    @Option(help: "queued, ready, claimed, sending, unknown or failed.")
    var state: String?
    @OptionGroup var filter: OutboxFilterOptions
    @OptionGroup var limit: ListLimit
    @OptionGroup var data: DataOptions

    func validate() throws {
        if let state, OutboxState(rawValue: state) == nil {
            throw ValidationError("--state must be one of: \(OutboxState.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
    }

    func run() async throws {
        let wanted = filter.filter(state: state.flatMap(OutboxState.init(rawValue:)), now: Date())
        let entries = try await OutboxCommand<I>.withDesk(data) { desk in
            try await desk.store.outbox(wanted, after: nil, limit: limit.count)
        }
        for entry in entries {
            ReviewOptions.printLine([
                entry.id.rawValue, entry.state.rawValue, Timestamp.text(entry.queuedAt), entry.tool,
                entry.installation.rawValue, String(entry.claim), entry.reason ?? "-",
            ])
        }
        limit.comment(on: entries.count)
    }
}

/// `outbox show`
struct ShowOutboxCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show", abstract: "Show one message of the outbox as JSON.",
            discussion: """
                Example: \(ProgramName.current) outbox show msg_0123456789

                What people wrote is left out; with --reveal it is there, and the audit log says so.

                \(SettingsHelp.whichStore)
                """)
    }

    @Argument(help: "Its id, as 'outbox list' and the log have it.")
    var id: String
    @Flag(help: "With its content as it is.")
    var reveal = false
    @OptionGroup var data: DataOptions

    func run() async throws {
        let look = try await OutboxCommand<I>.withDesk(data) { desk in
            try await desk.look(MessageID(id), isRevealed: reveal)
        }
        guard let look else {
            throw CommandFailure("There is no message '\(id)' in the outbox; once it is known that one was sent, it is no longer "
                + "there. See: \(ProgramName.current) outbox list")
        }
        Terminal.print(look.json.serialized(pretty: true))
    }
}

/// What an act is done to.
struct OutboxChoiceOptions: ParsableArguments {
    @Argument(help: "Ids, as 'outbox list' shows them.")
    var ids: [String] = []
    @Flag(help: "All of the filter.")
    var all = false
    @OptionGroup var filter: OutboxFilterOptions
    @OptionGroup var data: DataOptions

    func validate() throws { try ReviewOptions.validate(ids, all: all, filter: "--installation") }

    func settle<I: Integration>(_ type: I.Type, by action: OutboxAction) async throws {
        let count = try await OutboxCommand<I>.withDesk(data) { desk in
            if all { return try await desk.settle(.all(filter.filter(state: nil, now: Date()), after: 0), by: action).count }
            var count = 0
            for start in stride(from: 0, to: ids.count, by: 500) {
                let some = ids[start..<min(start + 500, ids.count)].map { MessageID($0) }
                count += try await desk.settle(.these(some), by: action).count
            }
            return count
        }
        if !all, count < ids.count {
            throw CommandFailure("\(ids.count - count) of \(ids.count) are no \(action.state.rawValue) messages, or no longer; "
                + "\(action.done(count)).")
        }
        Terminal.print(action.done(count) + (action == .resend ? "; a server that runs begins within seconds." : "."))
    }
}

/// `outbox mark-sent`
struct MarkSentCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        OutboxAction.markSent.configuration(
            "Say that messages of unknown outcome were sent: they leave the outbox.", example: "msg_0123456789")
    }

    @OptionGroup var choice: OutboxChoiceOptions

    func run() async throws { try await choice.settle(I.self, by: .markSent) }
}

/// `outbox mark-not-sent`
struct MarkNotSentCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        OutboxAction.markNotSent.configuration(
            "Say that messages of unknown outcome were not sent: they are failed ones then, which can be sent again.",
            example: "msg_0123456789")
    }

    @OptionGroup var choice: OutboxChoiceOptions

    func run() async throws { try await choice.settle(I.self, by: .markNotSent) }
}

/// `outbox resend`
struct ResendCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        OutboxAction.resend.configuration(
            "Have failed messages sent again, in their order and with all of their tries.", example: "--all --newer-than 2h")
    }

    @OptionGroup var choice: OutboxChoiceOptions

    func run() async throws { try await choice.settle(I.self, by: .resend) }
}

/// `outbox discard`
struct DiscardMessagesCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        OutboxAction.discard.configuration(
            "Be done with failed messages: they stay in their conversations as failed.", example: "--all --older-than 7d")
    }

    @OptionGroup var choice: OutboxChoiceOptions

    func run() async throws { try await choice.settle(I.self, by: .discard) }
}

extension OutboxAction {
    fileprivate func configuration(_ abstract: String, example: String) -> CommandConfiguration {
        CommandConfiguration(
            commandName: rawValue, abstract: abstract,
            discussion: """
                Example: \(ProgramName.current) outbox \(rawValue) \(example)

                \(SettingsHelp.whichStore)
                """)
    }
}
