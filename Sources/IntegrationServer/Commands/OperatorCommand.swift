#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import ArgumentParser
internal import IntegrationKit
internal import Storage

/// `operator`: who may see the metrics and the operators' pages.
struct OperatorCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "operator", abstract: "Who may see the metrics and the operators' pages.",
            discussion: SettingsHelp.whichStore,
            subcommands: [
                CreateOperatorCommand<I>.self, ListOperatorsCommand<I>.self, RevokeOperatorCommand<I>.self,
            ])
    }

    static func withStore<Value>(_ data: DataOptions, _ body: (any Store, OperatorAccess) async throws -> Value) async throws -> Value {
        let settings = try CommandSession<I>.storeSettings(CommandSession<I>.flags(data))
        return try await CommandSession<I>.withStore(settings, making: .nothing) { store in
            let access = OperatorAccess(
                access: CommandSession<I>.access(settings, store), signingSecret: settings.signingSecret)
            return try await body(store, access)
        }
    }

    /// Who types, for the audit log.
    static var actor: String { "cli \(ProcessInfo.processInfo.userName)" }

    static func record(_ action: String, _ subject: String, in store: any Store) async throws {
        try await store.record(AuditEntry(at: Date(), actor: actor, action: action, subject: subject, result: "done"))
    }
}

/// `operator create`: the secret goes to standard output, the rest to standard error.
struct CreateOperatorCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "create", abstract: "Make an operator's bearer token. It is printed once.",
            discussion: """
                Example: \(ProgramName.current) operator create ana
                         \(ProgramName.current) operator create prometheus --metrics-only

                The token opens /metrics, /admin/api and, typed into the form there, the pages of /admin.

                \(SettingsHelp.whichStore)
                """)
    }

    @Argument(help: "Who it is for, as the audit log will say: a-z, 0-9, '.', '_' and '-'.")
    var name: String
    @Flag(help: "Opens /metrics and nothing else.")
    var metricsOnly = false
    @OptionGroup var data: DataOptions

    func validate() throws {
        let isValid = (1...63).contains(name.utf8.count) && name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard isValid else { throw ValidationError("A name has 1 to 63 of a-z, 0-9, '.', '_' and '-'.") }
    }

    func run() async throws {
        let token = try await OperatorCommand<I>.withStore(data) { store, access in
            do throws(StorageError) {
                let token = try await access.makeToken(name: name, scope: metricsOnly ? .metrics : .all)
                try await store.record(AuditEntry(
                    at: Date(), actor: OperatorCommand<I>.actor, action: "operator create", subject: name,
                    result: metricsOnly ? "for metrics only" : "done"))
                return token
            } catch .conflict {
                throw CommandFailure("There is an operator '\(name)' already. Take another name, or first: "
                    + "\(ProgramName.current) operator revoke \(name)")
            }
        }
        Terminal.print(token)
        Terminal.error("Keep it safe: it is not shown again.\n"
            + "To take it back: \(ProgramName.current) operator revoke \(name)\n")
    }
}

/// `operator list`: one line each, without the secrets, which nobody has.
struct ListOperatorsCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: "List the operators, one a line: name, what it opens, when it was made.",
            discussion: SettingsHelp.whichStore)
    }

    @OptionGroup var data: DataOptions

    func run() async throws {
        let operators = try await OperatorCommand<I>.withStore(data) { store, _ in try await store.operators() }
        for one in operators {
            Terminal.print("\(one.name)\t\(one.scope.rawValue)\t\(Timestamp.text(one.createdAt))")
        }
        if operators.isEmpty {
            Terminal.error("There is no operator. Make one with: \(ProgramName.current) operator create NAME\n")
        }
    }
}

/// `operator revoke`: the next request with it is refused.
struct RevokeOperatorCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "revoke", abstract: "Take an operator's token back, and sign all browsers out that used it.",
            discussion: """
                Example: \(ProgramName.current) operator revoke ana

                \(SettingsHelp.whichStore)
                """)
    }

    @Argument(help: "The name, as 'operator list' shows it.")
    var name: String
    @OptionGroup var data: DataOptions

    func run() async throws {
        try await OperatorCommand<I>.withStore(data) { store, _ in
            guard try await store.removeOperator(named: name) else {
                throw CommandFailure("There is no operator '\(name)'. See: \(ProgramName.current) operator list")
            }
            try await OperatorCommand<I>.record("operator revoke", name, in: store)
        }
        Terminal.print("The token of \(name) does not work any more.")
    }
}

/// `audit`: what operators did.
struct AuditCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "audit",
            abstract: "List what operators did, one a line, newest first: when, who, what, to what, with what result.",
            discussion: SettingsHelp.whichStore)
    }

    @OptionGroup var limit: ListLimit
    @OptionGroup var data: DataOptions

    func run() async throws {
        let entries = try await OperatorCommand<I>.withStore(data) { store, _ in
            try await store.audit(after: nil, limit: limit.count)
        }
        for entry in entries {
            Terminal.print([Timestamp.text(entry.at), entry.actor, entry.action, entry.subject, entry.result]
                .joined(separator: "\t"))
        }
        if entries.isEmpty { Terminal.error("No operator has done anything yet.\n") }
    }
}
