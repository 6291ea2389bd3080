#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import ArgumentParser
internal import Cryptography
internal import IntegrationKit
internal import Storage
internal import StoragePostgres
internal import StorageSQLite

/// What the commands have in common: settings from the environment, the store behind them.
enum CommandSession<I: Integration> {
    static var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// Settings for commands that call handlers.
    static func settings(
        _ flags: SettingsReader.Flags
    ) throws -> (ServerSettings, I.Environment.Provision) {
        try SettingsReader.read(
            environment: environment, flags: flags, overrides: I.Services.originOverrides,
            provision: I.Environment.Provision.self)
    }

    /// Settings of a server of either mode.
    ///
    /// - Returns: no variables in linked mode, where they come with each call.
    static func serverSettings(
        _ flags: SettingsReader.Flags
    ) throws -> (ServerSettings, I.Environment.Provision?) {
        guard SettingsReader.isLinked(environment), flags.mode == .production else { return try settings(flags) }
        return (
            try SettingsReader.readLinked(
                environment: environment, flags: flags, overrides: I.Services.originOverrides,
                provision: I.Environment.Provision.self), nil
        )
    }

    /// Settings for commands that only look into the store.
    static func storeSettings(_ flags: SettingsReader.Flags) throws -> ServerSettings {
        var settings = try SettingsReader.read(environment: environment, flags: flags, overrides: [])
        // Addresses that are printed are those of the server that runs.
        if settings.mode == .development, settings.publicURL == nil, flags.port == nil {
            settings.publicURL = RunningServer.url(in: settings.dataDirectory)
        }
        return settings
    }

    /// Flags of commands that work on a server's data wherever they are: where keys are set it is production, as for
    /// `serve`, else this machine's store, as for `dev serve`. They make neither keys nor stores.
    static func flags(_ data: DataOptions) -> SettingsReader.Flags {
        let hasKeys = environment["INTEGRATION_SECRET_KEYS"]?.isEmpty == false
        return .init(mode: hasKeys ? .production : .development, dataDirectory: data.data, makesKey: false)
    }

    /// Flags of commands for production alone.
    static func productionFlags(_ data: DataOptions) -> SettingsReader.Flags {
        .init(mode: .production, dataDirectory: data.data, makesKey: false)
    }

    /// The doors, for commands that make credentials.
    static func access(_ settings: ServerSettings, _ store: any Store) -> Access {
        Access(
            store: store, signingSecret: settings.signingSecret, address: PublicAddress(settings), allowedHosts: [],
            counters: Counters(), clock: { Date() }, log: LineLogHandler.logger(settings))
    }

    /// What a command may make that is not there.
    enum Making {
        case folderAndStore, store, nothing
    }

    static func openStore(
        _ settings: ServerSettings, making: Making = .folderAndStore, meter: StoreMeter = .none
    ) async throws -> any Store {
        switch settings.database {
        case .file(let path): try openFile(path, settings, making: making, meter)
        case .postgres(let url): try await openDatabase(url, settings, meter)
        }
    }

    private static func openDatabase(
        _ url: String, _ settings: ServerSettings, _ meter: StoreMeter
    ) async throws -> any Store {
        do {
            let log = LineLogHandler.logger(settings)
            let options = PostgresStore.Options(
                connections: settings.limits.databaseConnections, applicationName: ProgramName.current, meter: meter
            ) { log.notice("\($0)") }
            return try await PostgresStore(url: url, options: options)
        } catch {
            throw CommandFailure("The database \(settings.database) cannot be opened: \(error). "
                + "Mend that, or correct DATABASE_URL.")
        }
    }

    private static func openFile(
        _ file: String, _ settings: ServerSettings, making: Making, _ meter: StoreMeter
    ) throws -> any Store {
        let folder = file.lastIndex(of: "/").map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
        switch making {
        case .folderAndStore where folder != "/" && folder != ".":
            try DataDirectory(path: folder).prepare(makingPrivate: folder == settings.dataDirectory)
        case .store where !DataDirectory.exists(folder):
            throw CommandFailure("There is no folder '\(folder)' for the store. Make it, or correct DATABASE_URL, "
                + "DATA_DIR or --data; they must be those of the server.")
        case .nothing where !DataDirectory.exists(file):
            throw CommandFailure("There is no store '\(file)'. Correct DATABASE_URL, DATA_DIR or --data; "
                + "they must be those of the server. A new store begins with: \(Self.adding(settings))")
        default: break
        }
        do {
            return try SQLiteStore(path: file, options: .init(meter: meter))
        } catch {
            throw CommandFailure("The store '\(file)' cannot be opened: \(error). "
                + "Mend that, or give another folder with --data or DATA_DIR.")
        }
    }

    /// Runs something with a store and closes it, whatever happens.
    static func withStore<Value>(
        _ settings: ServerSettings, making: Making = .folderAndStore, _ body: (any Store) async throws -> Value
    ) async throws -> Value {
        let store = try await openStore(settings, making: making)
        do {
            try await store.prepare(models: I.models)
            let value = try await body(store)
            await store.close()
            return value
        } catch {
            await store.close()
            throw error
        }
    }

    /// Creates the workplace and its installation unless they are there.
    static func link(
        _ handle: String, name: String?, timeZone: String?, in store: any Store
    ) async throws -> Installation {
        let existing = try await store.workplace(handle)
        if existing == nil || name != nil || timeZone != nil {
            try await store.putWorkplace(Workplace(
                handle: handle, name: name ?? existing?.name ?? handle,
                timeZone: timeZone ?? existing?.timeZone ?? "UTC"))
        }
        return try await store.install(
            in: handle, id: InstallationID("inst_" + SecureRandom.identifier()), now: Date())
    }

    /// The installation of the named workplace, or of the only one that there is.
    static func installation(
        _ handle: String?, in store: any Store, _ settings: ServerSettings
    ) async throws -> Installation {
        if let handle {
            if let installation = try await store.installation(ofWorkplace: handle) { return installation }
            throw CommandFailure("There is no workplace '\(handle)' here. Make it with: \(adding(settings, handle))")
        }
        let all = try await store.installations()
        if all.count == 1 { return all[0] }
        throw CommandFailure(
            all.isEmpty
                ? "There is no workplace yet. Make one with: \(adding(settings))"
                : "Say which workplace with --workplace: " + all.map(\.workplace.handle).joined(separator: ", "))
    }

    /// The command that makes a workplace.
    static func adding(_ settings: ServerSettings, _ handle: String = "my-clinic") -> String {
        switch settings.mode {
        case .production: "\(ProgramName.current) workplace add \(handle)"
        case .development: "\(ProgramName.current) dev link --workplace \(handle)"
        }
    }
}

extension ParsableArguments {
    /// Letters, digits and hyphens, as they can stand in an address.
    static func checkWorkplace(_ handle: String) throws {
        let isValid = (1...63).contains(handle.utf8.count) && !handle.hasPrefix("-") && !handle.hasSuffix("-")
            && handle.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
                default: false
                }
            }
        guard isValid else {
            throw ValidationError("A workplace is named with 1 to 63 of a-z, 0-9 and hyphens inside, such as my-clinic.")
        }
        // They stand where a workplace's name would in addresses below /api.
        guard !["webhooks", "callbacks"].contains(handle) else {
            throw ValidationError("'\(handle)' is taken by addresses of this server; choose another name.")
        }
    }

    static func checkTimeZone(_ name: String) throws {
        if let complaint = ValueCheck.format(.timezone).problem(of: .string(name)) {
            throw ValidationError("--time-zone \(complaint)")
        }
    }
}
