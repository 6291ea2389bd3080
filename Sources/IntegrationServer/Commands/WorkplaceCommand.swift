internal import ArgumentParser
internal import IntegrationKit
internal import Storage

/// `workplace`: who uses a production server.
struct WorkplaceCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "workplace", abstract: "The workplaces of a production server.",
            discussion: SettingsHelp.production,
            subcommands: [
                AddWorkplaceCommand<I>.self, ListWorkplacesCommand<I>.self, RemoveWorkplaceCommand<I>.self,
            ])
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

/// `workplace remove`: gives back what the integration has at the provider, and deletes the workplace.
struct RemoveWorkplaceCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove", abstract: "Remove a workplace with everything that is kept for it. It cannot be undone.",
            discussion: """
                Example: \(ProgramName.current) workplace remove my-clinic --confirm my-clinic

                What the integration has at the provider is given back first, as far as the provider lets it and others do
                not use it as well. Then conversations, connections, tokens and whatever opens the workplace are deleted. It
                may run beside the server.

                \(SettingsHelp.production)
                """)
    }

    @Argument(help: "Its name in addresses.")
    var workplace: String
    @Option(help: "The same name again: what is removed does not come back.")
    var confirm: String
    @OptionGroup var data: DataOptions

    func validate() throws {
        guard confirm == workplace else { throw ValidationError("--confirm must be the name of the workplace: \(workplace)") }
    }

    func run() async throws {
        var (settings, provision) = try CommandSession<I>.settings(CommandSession<I>.productionFlags(data))
        settings.logLevel = max(settings.logLevel, .warning)
        let left = try await CommandSession<I>.withStore(settings, making: .nothing) { [settings] store in
            let installation = try await CommandSession<I>.installation(workplace, in: store, settings)
            let process = try await ServerProcess<I>.prepare(
                settings: settings, provision: provision, store: store, log: LineLogHandler.logger(settings))
            do {
                let left = try await Uninstaller(runtime: process.runtime)
                    .remove(installation, actor: OperatorCommand<I>.actor)
                await process.close()
                return left
            } catch {
                await process.close()
                throw error
            }
        }
        Terminal.print("\(workplace) is removed.")
        if let left {
            Terminal.error("Not everything could be given back at the provider: \(left) Take the app's access back there.\n")
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
