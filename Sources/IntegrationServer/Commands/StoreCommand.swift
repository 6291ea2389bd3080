#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import ArgumentParser
internal import IntegrationKit
internal import Storage
internal import StoragePostgres
internal import StorageSQL
internal import StorageSQLite

/// `store`: the database as a whole.
struct StoreCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "store", abstract: "Back up the store, or move it to another database.",
            subcommands: [BackupStoreCommand<I>.self, CopyStoreCommand<I>.self])
    }
}

/// `store backup`
struct BackupStoreCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "backup", abstract: "Write a copy of the SQLite store into a file, while a server runs.",
            discussion: """
                Example: \(ProgramName.current) store backup backup.sqlite

                The copy is the store as it is at one moment, and has been read back when the command ends. To restore it, \
                stop the server, put the file in the place of the store, without the files beside it that end in -wal and \
                -shm, and start the server. Keep INTEGRATION_SECRET_KEYS elsewhere: without them it opens nothing.

                PostgreSQL brings pg_dump and pg_restore.

                \(SettingsHelp.whichStore)
                """)
    }

    @Argument(help: "The new file.")
    var file: String
    @OptionGroup var data: DataOptions

    func run() async throws {
        let settings = try CommandSession<I>.storeSettings(CommandSession<I>.flags(data))
        guard case .file(let path) = settings.database else {
            throw CommandFailure("The store is in PostgreSQL, whose own programs back it up: "
                + "pg_dump --format=custom --file=\(file) DATABASE_URL")
        }
        guard let store = try await CommandSession<I>.openStore(settings, making: .nothing) as? SQLiteStore else { return }
        do {
            try await store.backUp(to: file)
            await store.close()
        } catch {
            await store.close()
            throw CommandFailure("The store '\(path)' was not backed up: \(error).")
        }
        Terminal.print("The store '\(path)' is in '\(file)'.")
    }
}

/// `store copy`
struct CopyStoreCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "copy", abstract: "Copy a store into an empty one, of the other kind for example.",
            discussion: """
                Example: \(ProgramName.current) store copy --from sqlite:.integration/store.sqlite \\
                             --to postgres://user@host:5432/database

                Stop the servers first: a store that is in use is refused. Every row is compared afterwards. When it is cut \
                off, the same command goes on where it was; until it has ended, no server starts on the target. The keys \
                (INTEGRATION_SECRET_KEYS) stay the same.

                A password on the command line is seen by others on the machine: libpq also takes it from PGPASSWORD or \
                the file of PGPASSFILE.
                """)
    }

    @Option(help: "Path of an SQLite file, or a postgres:// address.")
    var from: String
    @Option(help: "Path of an SQLite file, or a postgres:// address.")
    var to: String

    func validate() throws {
        for (name, text) in [("--from", from), ("--to", to)] where DatabaseAddress(text) == nil {
            throw ValidationError("\(name) must be the path of an SQLite file, for example sqlite:data/store.sqlite, or an "
                + "address such as postgres://user@host:5432/database.")
        }
        guard from != to else { throw ValidationError("--from and --to are the same store.") }
    }

    func run() async throws {
        guard let source = DatabaseAddress(from), let target = DatabaseAddress(to) else { return }
        if case .file(let path) = source, !DataDirectory.exists(path) {
            throw CommandFailure("There is no store '\(path)'.")
        }
        let here = try await Self.open(source, "source")
        do {
            let there = try await Self.open(target, "target")
            do {
                try await here.prepare(models: I.models)
                try await copy(here, there, source, target)
                await there.close()
            } catch {
                await there.close()
                throw error
            }
            await here.close()
        } catch {
            await here.close()
            throw error
        }
    }

    private func copy(
        _ here: any SQLStore, _ there: any SQLStore, _ source: DatabaseAddress, _ target: DatabaseAddress
    ) async throws {
        let counts = try await StoreCopy(from: here, to: there, models: I.models).run(now: Date()) { count in
            Terminal.error("\(count.table): \(count.rows) rows\n")
        }
        if !here.unusedSchema.isEmpty {
            Terminal.error("Not copied, since the manifest does not have it any more: "
                + here.unusedSchema.joined(separator: ", ") + "\n")
        }
        let rows = counts.map(\.rows).reduce(0, +)
        Terminal.print("\(rows) rows of \(counts.count) tables of \(source) are in \(target), each compared.")
    }

    private static func open(_ address: DatabaseAddress, _ role: String) async throws -> any SQLStore {
        do {
            switch address {
            case .file(let path): return try SQLiteStore(path: path, options: .init(isExclusive: true))
            case .postgres(let url):
                // Guards are put back in one statement, which reads all rows.
                return try await PostgresStore(
                    url: url,
                    options: .init(
                        connections: 2, patience: .seconds(3600), statementTimeout: .seconds(3600),
                        applicationName: "\(ProgramName.current) store copy"))
            }
        } catch StorageError.unavailable(let reason) {
            guard case .file = address else {
                throw CommandFailure("The \(role) \(address) cannot be opened: \(reason).")
            }
            throw CommandFailure("The \(role) '\(address)' is in use: stop its server first. (\(reason))")
        }
    }
}
