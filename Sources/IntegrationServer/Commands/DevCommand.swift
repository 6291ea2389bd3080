internal import ArgumentParser
internal import IntegrationKit
internal import Logging
internal import Storage

/// `dev`: on this machine.
struct DevCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "dev", abstract: "Work on this machine, with a local store.",
            subcommands: [LinkCommand<I>.self, DevServeCommand<I>.self])
    }
}

/// `dev link`: makes a workplace. Doing it again changes nothing, or the name and the zone.
struct LinkCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "link",
            abstract: "Make a workplace in the local store, install the integration in it, print a login link.",
            discussion: """
                Example: \(ProgramName.current) dev link --workplace my-clinic --name "My Clinic" --time-zone Europe/London

                Doing it again changes the name or the time zone, and gives a fresh login link for a server that runs.
                """)
    }

    @Option(help: "Its name in addresses: a-z, 0-9 and hyphens.")
    var workplace: String
    @Option(help: "What people call it.")
    var name: String?
    @Option(help: "IANA name of its time zone, such as Europe/London. Default: UTC")
    var timeZone: String?
    @Option(help: "Port of the server, for the login link. Default: that of the one that runs, else PORT, else 8080")
    var port: Int?
    @Option(help: "Public address of the server, for the login link.")
    var tunnelURL: String?
    @OptionGroup var data: DataOptions

    func validate() throws {
        try Self.checkWorkplace(workplace)
        try timeZone.map(Self.checkTimeZone)
    }

    func run() async throws {
        let settings = try CommandSession<I>.storeSettings(.init(
            mode: .development, port: port, tunnelURL: tunnelURL, dataDirectory: data.data))
        let (installation, link) = try await CommandSession<I>.withStore(settings) { store in
            let installation = try await CommandSession<I>.link(workplace, name: name, timeZone: timeZone, in: store)
            return (installation, try await CommandSession<I>.access(settings, store).makeLoginLink(workplace: workplace))
        }
        Terminal.print("""
            \(I.descriptor.name) is installed in \(installation.workplace.name) (\(installation.workplace.handle)).

              Start  \(ProgramName.current) dev serve --workplace \(workplace)
              Open   \(link)
                     (while the server runs; signs one browser in, once, within the hour)
            """)
    }
}

/// `dev serve`: on loopback, with a login link at start.
struct DevServeCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "serve", abstract: "Run the server on this machine and print a login link.",
            discussion: """
                Makes the workplace when it is not there. A provider elsewhere reaches it only through a tunnel; give the
                tunnel's address with --tunnel-url:

                  \(ProgramName.current) dev serve --workplace my-clinic --port 8080 --tunnel-url https://abc.example.com

                Settings of the integration, from the environment:

                \(SettingsHelp.provision(I.self))
                \(SettingsHelp.overrides(I.self))
                """)
    }

    @Option(help: "The workplace that the login link opens.")
    var workplace: String
    @Option(help: "Port to listen on, 0 for any. Default: PORT, else 8080")
    var port: Int?
    @Option(help: "Loopback address to listen on. Default: 127.0.0.1")
    var hostname: String?
    @Option(help: "Public https address that leads here.")
    var tunnelURL: String?
    @OptionGroup var data: DataOptions

    func validate() throws { try Self.checkWorkplace(workplace) }

    func run() async throws {
        let (settings, provision) = try CommandSession<I>.settings(.init(
            mode: .development, host: hostname, port: port, tunnelURL: tunnelURL, dataDirectory: data.data))
        let installation = try await CommandSession<I>.withStore(settings) {
            try await CommandSession<I>.link(workplace, name: nil, timeZone: nil, in: $0)
        }
        let log = LineLogHandler.logger(settings)
        defer { RunningServer.forget(in: settings.dataDirectory) }
        try await ServerRun<I>(settings: settings, provision: provision, log: log).run { runtime, _ in
            RunningServer.note(runtime.publicURL, in: settings.dataDirectory)
            await Self.greet(runtime, installation)
        }
    }

    private static func greet(_ runtime: Runtime<I>, _ installation: Installation) async {
        let link: String
        do {
            link = try await runtime.access.makeLoginLink(workplace: installation.workplace.handle)
        } catch {
            return runtime.log.error("a login link could not be made: \(error)")
        }
        Terminal.print("""

            \(I.descriptor.name) runs for \(installation.workplace.name).

              Open    \(link)
                      (signs one browser in, once, within the hour)
              Agents  \(runtime.publicURL)/mcp
                      (make a token: \(ProgramName.current) token create --workplace \(installation.workplace.handle))

            Ctrl-C ends it.

            """)
    }
}
