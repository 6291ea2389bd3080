internal import ArgumentParser
internal import IntegrationKit
internal import Logging
internal import Storage

/// `serve`: for production.
struct ServeCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "serve",
            abstract: "Run the server for others, with settings from the environment.",
            discussion: """
                Settings of the server:

                  PUBLIC_URL  (required, for example https://meta.example.com)
                      The address at which browsers and providers reach this server
                  INTEGRATION_SECRET_KEYS  (required, id:base64, the current one first)
                      Encrypt secrets at rest; make one: echo "2026-11:$(openssl rand -base64 32)"
                  HOST, PORT  (optional, 0.0.0.0 and 8080)
                  DATABASE_URL  (optional, path of the SQLite file, or postgres://user:password@host:5432/database)
                      With PostgreSQL several processes can serve together; sslmode=verify-full and other settings of
                      libpq go behind a question mark
                  DATA_DIR  (optional, .integration)
                  ALLOWED_HOSTS  (optional, further names in Host headers, separated by commas)
                  TRUSTED_PROXIES  (optional, addresses or networks such as 10.0.0.0/8, separated by commas)
                      Proxies whose X-Forwarded-For says whose attempts to sign in are counted
                  DATABASE_CONNECTIONS  (optional, 8)
                      Connections of this process to PostgreSQL, 1 to 100
                  RETENTION_DAYS  (optional, 30)
                      How long events are kept that are done with; dead letters stay until somebody discards them
                  FILES_GB  (optional, 10)
                      What the files of one workplace may have together, in gigabytes
                  LOG_LEVEL, LOG_FORMAT  (optional, info and json)

                Settings that have the Skedyul platform keep the workplaces (docs/Linked.md):

                  PLATFORM=linked
                      The platform calls this server, and the server the platform; pages, REST and sign-in are the
                      platform's. PUBLIC_URL is optional then, and settings of the integration come with each call
                  SKEDYUL_API_URL  (then required, for example https://app.skedyul.com)
                      The platform's address
                  SKEDYUL_API_TOKEN  (then required, sk_app_…)
                      The app's token: events and messages that outlive a call are worked on by its right
                  PLATFORM_SECRET  (then required, 32 characters or more, several separated by commas)
                      What the platform shows as bearer; 'none' for HOST=127.0.0.1 without PUBLIC_URL
                  MCP_ENV_JSON, MCP_ENV  (optional, JSON objects of texts)
                      Settings of the integration that a build baked in; the later one wins, a call's own over both
                  MCP_MAX_REQUESTS, MCP_TTL_EXTEND  (optional)
                      End after so many calls; seconds that /health tells

                Settings of the integration:

                \(SettingsHelp.provision(I.self))
                \(SettingsHelp.overrides(I.self))

                To let the first person in, run with the same settings, on the same machine, before or after the start:

                  \(ProgramName.current) workplace add my-clinic --name "My Clinic" --time-zone Europe/London
                  \(ProgramName.current) login-link --workplace my-clinic

                and open the printed address. 'token create' makes what agents log in with.

                The first SIGTERM or Ctrl-C finishes what is in flight; another one, a second later or more, ends at once.
                """)
    }

    @Option(help: "Port to listen on. Default: PORT, else 8080")
    var port: Int?
    @Option(help: "Address to listen on. Default: HOST, else 0.0.0.0")
    var hostname: String?
    @OptionGroup var data: DataOptions

    func run() async throws {
        let (settings, provision) = try CommandSession<I>.serverSettings(.init(
            mode: .production, host: hostname, port: port, dataDirectory: data.data))
        let log = LineLogHandler.logger(settings)
        try await ServerRun<I>(settings: settings, provision: provision, log: log).run { runtime, port in
            log.info("\(I.descriptor.name) \(I.descriptor.version) listens on \(settings.host):\(port)")
            if settings.linked == nil, let none = try? await runtime.store.installations().isEmpty, none {
                log.notice("there is no workplace yet; make one with: \(CommandSession<I>.adding(settings))")
            }
        }
    }
}
