#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import ArgumentParser
internal import Cryptography
internal import IntegrationKit
internal import Storage

/// `token`: bearer tokens for agents and scripts.
struct TokenCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "token", abstract: "Bearer tokens for agents and scripts.",
            discussion: SettingsHelp.whichStore,
            subcommands: [CreateTokenCommand<I>.self, ListTokensCommand<I>.self, RevokeTokenCommand<I>.self])
    }

    /// Works on the tokens of one workplace.
    static func withTokens<Value>(
        _ workplace: String?, _ data: DataOptions, _ body: (any Store, Access, String) async throws -> Value
    ) async throws -> Value {
        let settings = try CommandSession<I>.storeSettings(CommandSession<I>.flags(data))
        return try await CommandSession<I>.withStore(settings, making: .nothing) { store in
            let handle = try await CommandSession<I>.installation(workplace, in: store, settings).workplace.handle
            return try await body(store, CommandSession<I>.access(settings, store), handle)
        }
    }
}

/// `token create`: the secret goes to standard output, the rest to standard error.
struct CreateTokenCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "create", abstract: "Make a bearer token of a workplace. It is printed once.",
            discussion: """
                Example: TOKEN=$(\(ProgramName.current) token create --workplace my-clinic)
                         curl -H "Authorization: Bearer $TOKEN" http://127.0.0.1:8080/api/my-clinic/tools

                \(SettingsHelp.whichStore)
                """)
    }

    @Option(help: "Whose tools and data the token opens; not needed when there is only one workplace.")
    var workplace: String?
    @OptionGroup var data: DataOptions

    func run() async throws {
        let (token, id) = try await TokenCommand<I>.withTokens(workplace, data) { _, access, handle in
            let token = try await access.makeToken(workplace: handle)
            return (token, TokenID(digest: access.digest(token)))
        }
        Terminal.print(token)
        Terminal.error("Keep it safe: it is not shown again, and whoever has it can act for this workplace.\n"
            + "To take it back: \(ProgramName.current) token revoke \(id.text)\n")
    }
}

/// `token list`: one line each, without the secrets, which nobody has.
struct ListTokensCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: "List a workplace's tokens, one a line: id and when it was made.",
            discussion: """
                Example: \(ProgramName.current) token list --workplace my-clinic

                \(SettingsHelp.whichStore)
                """)
    }

    @Option(help: "Whose tokens; not needed when there is only one workplace.")
    var workplace: String?
    @OptionGroup var data: DataOptions

    func run() async throws {
        let tokens = try await TokenCommand<I>.withTokens(workplace, data) { store, _, handle in
            try await store.credentials(.token, ofWorkplace: handle, now: Date())
        }
        for token in tokens {
            Terminal.print("\(TokenID(digest: token.digest).text)\t\(Timestamp.text(token.createdAt))")
        }
        if tokens.isEmpty { Terminal.error("There is no token.\n") }
    }
}

/// `token revoke`: the next request with it is refused.
struct RevokeTokenCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "revoke", abstract: "Take a token back. It does not work any more at once.",
            discussion: """
                Example: \(ProgramName.current) token revoke 3f9a1c0b7d42 --workplace my-clinic

                \(SettingsHelp.whichStore)
                """)
    }

    @Argument(help: "Its id, as 'token list' shows it.")
    var id: String
    @Option(help: "Whose token; not needed when there is only one workplace.")
    var workplace: String?
    @OptionGroup var data: DataOptions

    func validate() throws {
        guard !id.hasPrefix("ik_") else {
            throw ValidationError(
                "Give the id that 'token list' shows, not the token itself: it stays in your shell's history.")
        }
    }

    func run() async throws {
        let handle = try await TokenCommand<I>.withTokens(workplace, data) { store, _, handle in
            let tokens = try await store.credentials(.token, ofWorkplace: handle, now: Date())
            guard let token = tokens.first(where: { TokenID(digest: $0.digest).text == id.lowercased() }) else {
                throw CommandFailure("\(handle) has no token '\(id)'. "
                    + "See: \(ProgramName.current) token list --workplace \(handle)")
            }
            try await store.removeCredential(.token, digest: token.digest)
            return handle
        }
        Terminal.print("The token \(id.lowercased()) of \(handle) does not work any more.")
    }
}

/// Names a token without giving it away: the first 48 bits of the SHA-256 of its 256 random bits, in hex.
struct TokenID {
    let text: String

    init(digest: [UInt8]) { text = Hex.encode(Array(digest.prefix(6))) }
}
