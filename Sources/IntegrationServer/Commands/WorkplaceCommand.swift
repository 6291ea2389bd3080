internal import ArgumentParser
internal import IntegrationKit
internal import Storage

/// `workplace`: who uses a production server.
struct WorkplaceCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "workplace", abstract: "The workplaces of a production server.",
            discussion: SettingsHelp.production,
            subcommands: [AddWorkplaceCommand<I>.self, ListWorkplacesCommand<I>.self])
    }
}

/// `workplace add`: doing it again changes nothing, or the name and the zone.
struct AddWorkplaceCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add", abstract: "Make a workplace and install the integration in it.",
            discussion: """
                Example: \(ProgramName.current) workplace add my-clinic --name "My Clinic" --time-zone Europe/London

                Doing it again changes the name or the time zone and nothing else.

                \(SettingsHelp.production)
                """)
    }

    @Argument(help: "Its name in addresses: a-z, 0-9 and hyphens.")
    var workplace: String
    @Option(help: "What people call it.")
    var name: String?
    @Option(help: "IANA name of its time zone, such as Europe/London. Default: UTC")
    var timeZone: String?
    @OptionGroup var data: DataOptions

    func validate() throws {
        try Self.checkWorkplace(workplace)
        try timeZone.map(Self.checkTimeZone)
    }

    func run() async throws {
        let settings = try CommandSession<I>.storeSettings(CommandSession<I>.productionFlags(data))
        let installation = try await CommandSession<I>.withStore(settings, making: .store) { store in
            try await CommandSession<I>.link(workplace, name: name, timeZone: timeZone, in: store)
        }
        let handle = installation.workplace.handle
        Terminal.print("""
            \(I.descriptor.name) is installed in \(installation.workplace.name) (\(handle)).

              Address        \(PublicAddress(settings).url)/app/\(handle)/
              Let people in  \(ProgramName.current) login-link --workplace \(handle)
              Let agents in  \(ProgramName.current) token create --workplace \(handle)
            """)
    }
}

/// `workplace list`: one line each.
struct ListWorkplacesCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: "List the workplaces, one a line: name in addresses, time zone, name.",
            discussion: SettingsHelp.production)
    }

    @OptionGroup var data: DataOptions

    func run() async throws {
        let settings = try CommandSession<I>.storeSettings(CommandSession<I>.productionFlags(data))
        let workplaces = try await CommandSession<I>.withStore(settings, making: .nothing) { store in
            try await store.workplaces().sorted { $0.handle < $1.handle }
        }
        for workplace in workplaces {
            Terminal.print("\(workplace.handle)\t\(workplace.timeZone)\t\(workplace.name)")
        }
        if workplaces.isEmpty {
            Terminal.error("There is no workplace yet. Make one with: \(CommandSession<I>.adding(settings))\n")
        }
    }
}

/// `login-link`: lets one person in.
struct LoginLinkCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "login-link", abstract: "Print an address that signs one browser in to a workplace, once.",
            discussion: """
                Example: \(ProgramName.current) login-link --workplace my-clinic

                It works once, within the hour, while the server runs: give it to one person, over a safe way.

                \(SettingsHelp.production)
                """)
    }

    @Option(help: "The workplace that it opens; not needed when there is only one.")
    var workplace: String?
    @OptionGroup var data: DataOptions

    func run() async throws {
        let settings = try CommandSession<I>.storeSettings(CommandSession<I>.productionFlags(data))
        let link = try await CommandSession<I>.withStore(settings, making: .nothing) { store in
            let installation = try await CommandSession<I>.installation(workplace, in: store, settings)
            return try await CommandSession<I>.access(settings, store)
                .makeLoginLink(workplace: installation.workplace.handle)
        }
        Terminal.print(link)
        Terminal.error("It signs one browser in, once, within the hour.\n")
    }
}
