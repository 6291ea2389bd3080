internal import ArgumentParser
internal import Cryptography
internal import IntegrationKit
internal import Storage

/// `keys`: what encrypts secrets at rest.
struct KeysCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "keys", abstract: "The keys that encrypt secrets at rest.", subcommands: [ResealCommand<I>.self])
    }
}

/// `keys reseal`
struct ResealCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "reseal", abstract: "Encrypt everything anew with the current key, while servers run.",
            discussion: """
                To change keys without a pause: put the new key behind the current one in INTEGRATION_SECRET_KEYS and \
                restart every server; put it in front and restart every server again; run this; then leave the old key out.

                \(SettingsHelp.whichStore)
                """)
    }

    @OptionGroup var data: DataOptions

    func run() async throws {
        let settings = try CommandSession<I>.storeSettings(CommandSession<I>.flags(data))
        let result = try await CommandSession<I>.withStore(settings, making: .nothing) { store in
            let result = try await Resealing<I>(store: store, sealer: Sealer(keys: settings.keys)).run()
            try await OperatorCommand<I>.record("keys reseal", "key \(settings.keys.current.id)", in: store)
            return result
        }
        Terminal.print("\(result.renewed) secrets are encrypted anew with the key '\(settings.keys.current.id)'; "
            + "\(result.current) were already.")
        guard result.unopened == 0 else {
            throw CommandFailure("\(result.unopened) secrets are opened by none of the keys: put the key that is missing back "
                + "into INTEGRATION_SECRET_KEYS and run this again.")
        }
    }
}
