internal import ArgumentParser
internal import IntegrationKit
internal import Storage

/// `token`: bearer tokens for agents and scripts.
struct TokenCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "token", abstract: "Bearer tokens for agents and scripts.",
            subcommands: [CreateTokenCommand<I>.self])
    }
}

struct CreateTokenCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "create", abstract: "Make a bearer token of a workplace. It is printed once.",
            discussion: """
                Example: TOKEN=$(\(ProgramName.current) token create --workplace my-clinic)
                         curl -H "Authorization: Bearer $TOKEN" http://127.0.0.1:8080/api/my-clinic/tools
                """)
    }

    @Option(help: "Whose tools and data the token opens.")
    var workplace: String?
    @OptionGroup var data: DataOptions

    func run() async throws {
        let settings = try CommandSession<I>.storeSettings(data)
        let token = try await CommandSession<I>.withStore(settings) { store in
            let installation = try await CommandSession<I>.installation(workplace, in: store)
            return try await CommandSession<I>.access(settings, store).makeToken(workplace: installation.workplace.handle)
        }
        Terminal.print(token)
        Terminal.error("Keep it safe: it is not shown again, and whoever has it can act for this workplace.\n")
    }
}
