internal import ArgumentParser
internal import IntegrationKit

/// What stands above all commands.
struct RootCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: ProgramName.current,
            abstract: I.descriptor.description.isEmpty ? "The \(I.descriptor.name) integration." : I.descriptor.description,
            discussion: """
                Try it on this machine:

                  \(ProgramName.current) dev link --workplace my-clinic --name "My Clinic"
                  \(ProgramName.current) dev serve --workplace my-clinic

                Run it for others: set PUBLIC_URL, INTEGRATION_SECRET_KEYS and the integration's own settings \
                (see 'serve --help'), then, each with these settings:

                  \(ProgramName.current) serve
                  \(ProgramName.current) workplace add my-clinic --name "My Clinic"
                  \(ProgramName.current) login-link --workplace my-clinic
                """,
            version: I.descriptor.version,
            subcommands: [
                ServeCommand<I>.self, WorkplaceCommand<I>.self, LoginLinkCommand<I>.self, DevCommand<I>.self,
                ToolsCommand<I>.self, InvokeCommand<I>.self, TokenCommand<I>.self, WebhooksCommand<I>.self,
                OperatorCommand<I>.self, InboxCommand<I>.self, DeadLettersCommand<I>.self, OutboxCommand<I>.self,
                AuditCommand<I>.self, DoctorCommand<I>.self, StoreCommand<I>.self, KeysCommand<I>.self,
            ])
    }
}

enum ProgramName {
    /// The last part of the path that this program was started by.
    static var current: String {
        CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? "integration"
    }
}

/// Where the data are, the same for all commands.
struct DataOptions: ParsableArguments {
    @Option(help: "Folder of the store and the development key. Default: DATA_DIR, else .integration")
    var data: String?
}

/// Settings as help texts list them.
enum SettingsHelp {
    static func provision<I: Integration>(_ type: I.Type) -> String {
        I.Environment.Provision.variables.map { variable in
            let need = variable.isRequired && variable.defaultValue == nil ? "required" : "optional"
            let example = variable.example.map { ", for example \($0)" } ?? ""
            let about = variable.description.isEmpty ? variable.label : variable.description
            return "  \(variable.name)  (\(need)\(example))\n      \(about)"
        }.joined(separator: "\n")
    }

    static func overrides<I: Integration>(_ type: I.Type) -> String {
        I.Services.originOverrides
            .map { "  \($0.setting)  (optional, for example http://127.0.0.1:8090)\n      Sandbox here for \($0.origin)" }
            .joined(separator: "\n")
    }

    /// For commands that work in development and in production.
    static let whichStore = """
        With INTEGRATION_SECRET_KEYS set it works on a production server's data and reads the settings of 'serve'; \
        without, on the data of 'dev serve'.
        """

    /// For commands that work in production alone.
    static let production = """
        Reads the settings of 'serve' (PUBLIC_URL, INTEGRATION_SECRET_KEYS, DATABASE_URL, DATA_DIR); a server may run \
        meanwhile. On your own machine use 'dev link'.
        """
}
