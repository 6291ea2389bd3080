#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import ArgumentParser
internal import IntegrationKit
internal import Storage

/// `webhooks`: where providers deliver to.
struct WebhooksCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "webhooks", abstract: "Print the addresses that providers deliver to, one a line.",
            discussion: """
                Example: \(ProgramName.current) webhooks --workplace my-clinic

                Webhooks of level APP have one address for all workplaces; where the integration can, the server itself
                tells the provider at start. Those of level INSTALLATION have one for each workplace: enter it at the
                provider, as those by which a person ends a connection or has data deleted. An address stays what it is.
                PUBLIC_URL is how the world reaches the server.

                \(SettingsHelp.whichStore)
                """)
    }

    @Option(help: "Whose addresses; not needed when there is only one workplace.")
    var workplace: String?
    @OptionGroup var data: DataOptions

    func run() async throws {
        let settings = try CommandSession<I>.storeSettings(CommandSession<I>.flags(data))
        let address = PublicAddress(settings)
        let registered = I.webhooks.map(\.descriptor).filter { $0.level != .action }
        let lines = try await CommandSession<I>.withStore(settings, making: .nothing) { store in
            let isOwn = registered.contains { $0.level == .installation }
            let installation =
                isOwn || workplace != nil ? try await CommandSession<I>.installation(workplace, in: store, settings) : nil
            var lines: [String] = []
            for webhook in registered {
                let registration = try await store.register(
                    webhook.handle, for: webhook.level == .app ? nil : installation?.id, now: Date())
                lines.append("\(webhook.handle)\t\(address.webhookURL(registration.id))")
            }
            return lines
        }
        for line in lines { Terminal.print(line) }
        for webhook in I.webhooks {
            guard case .compliance(let duty, _, _) = webhook.work else { continue }
            let what = duty == .deauthorize ? "Deauthorize callback URL" : "Data deletion request URL"
            Terminal.error("Enter the address of \(webhook.descriptor.handle) at the provider yourself, as its \(what).\n")
        }
        if lines.isEmpty { Terminal.error("\(I.descriptor.name) has no webhooks.\n") }
    }
}
