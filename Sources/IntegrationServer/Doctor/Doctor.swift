#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Logging
internal import OutboundHTTP
internal import SkedyulAPI
internal import Storage

/// Looks at everything that a server needs, and changes nothing but what every start brings about: the store's schema.
struct Doctor<I: Integration>: Sendable {
    let flags: SettingsReader.Flags

    private static var largeDelay: TimeInterval { 300 }

    func examine() async -> [Examined] {
        var all: [Examined] = []
        let settings: ServerSettings
        let provision: I.Environment.Provision?
        do {
            (settings, provision) = try CommandSession<I>.serverSettings(flags)
            all.append(Examined(Finding(.ok, "Settings", "All required settings are there and well-formed.")))
        } catch {
            let problems = (error as? InvalidSettings)?.problems ?? ["\(error)"]
            all += problems.map { Examined(Finding(.problem, "Settings", $0, advice: "Set it in the environment of the server.")) }
            // Without them nothing else can be looked at.
            return all
        }
        let log = Logger(label: "doctor") { _ in SwiftLogNoOpLogHandler() }
        let store: any Store
        do {
            store = try await CommandSession<I>.openStore(settings, making: .nothing)
        } catch {
            return all + [Examined(Finding(.problem, "Database", "\(error)"))]
        }
        all += await examine(store, settings, log).map { Examined($0) }
        if !all.contains(where: { $0.finding.status == .problem }) {
            all += await examineOutside(store, settings, provision, log)
        }
        await store.close()
        return all
    }

    // MARK: The store

    private func examine(_ store: any Store, _ settings: ServerSettings, _ log: Logger) async -> [Finding] {
        var findings: [Finding] = []
        do throws(StorageError) {
            try await store.check()
            findings.append(Finding(.ok, "Database", "\(settings.database) can be read and written."))
        } catch {
            return [Finding(.problem, "Database", error.description, advice: "Mend that, or correct DATABASE_URL.")]
        }
        do throws(StorageError) {
            try await store.prepare(models: I.models)
            findings.append(Finding(.ok, "Schema", "The tables are what this version needs."))
        } catch {
            return findings + [
                Finding(.problem, "Schema", error.description,
                    advice: "Run the version that fits the database, or change the manifest back.")
            ]
        }
        do {
            try await KeyCheck(settings: settings, store: store, log: log).run()
            findings.append(Finding(.ok, "Keys", "The keys open what the store holds."))
        } catch {
            findings.append(Finding(.problem, "Keys", "\(error)"))
        }
        do throws(StorageError) {
            findings += try await contents(of: store, settings)
        } catch {
            findings.append(Finding(.problem, "Database", error.description))
        }
        if case .file(let path) = settings.database, let free = DataDirectory.freeBytes(at: path) {
            let amount = "\(free / 1_048_576) MiB are free on the store's disk."
            findings.append(
                free > 1 << 30
                    ? Finding(.ok, "Disk", amount)
                    : Finding(free > 100 << 20 ? .warning : .problem, "Disk", amount, advice: "Make room there."))
        }
        return findings
    }

    private func contents(of store: any Store, _ settings: ServerSettings) async throws(StorageError) -> [Finding] {
        let installations = try await store.installations().count
        let queues = try await QueueFigures.read(from: store, now: Date())
        let operators = try await store.operators().count
        let age = max(queues.unsplitAge, queues.waitingAge)
        let connections = queues.connections
        return [
            installations > 0 || settings.linked != nil
                ? Finding(.ok, "Workplaces", "\(I.descriptor.name) is installed in \(installations).")
                : Finding(.warning, "Workplaces", "There is no workplace yet.", advice: "Make one: \(CommandSession<I>.adding(settings))"),
            operators > 0
                ? Finding(.ok, "Operators", "\(operators) can sign in or read the metrics.")
                : Finding(.warning, "Operators", "Nobody can see /metrics and /admin.",
                    advice: "Let somebody in: \(ProgramName.current) operator create NAME"),
            queues.counts.dead == 0
                ? Finding(.ok, "Dead letters", "There are none.")
                : Finding(.warning, "Dead letters", "There are \(queues.counts.dead).",
                    advice: "Look at them: \(ProgramName.current) dead-letters list"),
            connections.expired + connections.failing == 0
                ? connections.ending == 0
                    ? Finding(.ok, "Connections", "None ends within 14 days.")
                    : Finding(.warning, "Connections", "\(connections.ending) end within 14 days.",
                        advice: "Their workplaces are told on every page to connect again.")
                : Finding(.problem, "Connections", "\(connections.expired) have expired, \(connections.failing) could not be renewed.",
                    advice: "Their workplaces are told on every page to connect again."),
            queues.outbox.unknown + queues.outbox.failed == 0
                ? Finding(.ok, "Outbox", "No message is of unknown outcome, and none has failed.")
                : Finding(.warning, "Outbox",
                    "\(queues.outbox.unknown) messages are of unknown outcome, and \(queues.outbox.failed) have failed.",
                    advice: "Look at them: \(ProgramName.current) outbox list"),
            age < Self.largeDelay
                ? Finding(.ok, "Queues", "Nothing has waited for long.")
                : Finding(.problem, "Queues", "The oldest has waited for \(FigureText.seconds(age)).",
                    advice: "Is a server running? If so, see its log for events that fail and are tried again."),
        ]
    }

    // MARK: The world

    private func examineOutside(
        _ store: any Store, _ settings: ServerSettings, _ provision: I.Environment.Provision?, _ log: Logger
    ) async -> [Examined] {
        if let linked = settings.linked { return await examinePlatform(linked) }
        let outside = await OutsideChecks(settings: settings).findings()
        var all = outside.map { Examined($0) }
        do {
            let process = try await ServerProcess<I>.prepare(settings: settings, provision: provision, store: store, log: log, metrics: Metrics())
            all += await examineProvider(process)
            await process.runtime.services.shutdown()
        } catch {
            all.append(Examined(Finding(.problem, I.descriptor.name, "\(error)")))
        }
        return all
    }

    /// What the app and its installations have at the provider is looked at by the platform's own calls, which bring their
    /// variables along.
    private func examinePlatform(_ linked: LinkedSettings) async -> [Examined] {
        let client = HTTPClient(HTTPClientConfiguration(hosts: CoreAPI.hostPolicy(for: linked.apiURL)))
        let finding: Finding
        do throws(CoreFailure) {
            let count = try await CoreAPI(http: client, baseURL: linked.apiURL).access(with: linked.token).workplaces(limit: 1).count
            finding = Finding(
                .ok, "Platform", count == 0
                    ? "\(linked.apiURL) takes the app's token; nobody has installed \(I.descriptor.name) yet."
                    : "\(linked.apiURL) takes the app's token.")
        } catch {
            finding = Finding(
                .problem, "Platform", "\(linked.apiURL): \(error)",
                advice: error.isAuthorizationFailure
                    ? "Set SKEDYUL_API_TOKEN to the app's token." : "Check SKEDYUL_API_URL, and that the platform is reached from here.")
        }
        await client.shutdown(within: .seconds(2))
        return [Examined(finding)]
    }

    private func examineProvider(_ process: ServerProcess<I>) async -> [Examined] {
        let core = process.runtime.core
        var all: [Examined] = []
        if let check = I.doctor.app {
            all += await Self.run(nil) {
                let context = ProvisionContext<I>(
                    environment: try core.provision(), services: core.services,
                    webhookURLs: try await webhookURLs(process), log: core.log)
                return try await check(context)
            }
        }
        guard let check = I.doctor.installation else { return all }
        do {
            for installation in try await core.store.installations() {
                all += await Self.run(installation.workplace.handle) {
                    let context = HookContext<I>(
                        environment: try await core.environment(of: installation), services: core.services, log: core.log,
                        session: core.session(for: installation))
                    return try await check(context)
                }
            }
        } catch {
            all.append(Examined(Finding(.problem, "Database", "\(error)")))
        }
        return all
    }

    /// Of the registrations that there are: none is made.
    private func webhookURLs(_ process: ServerProcess<I>) async throws -> [String: String] {
        var urls: [String: String] = [:]
        for webhook in I.webhooks.map(\.descriptor) where webhook.level == .app {
            let registration = try await process.runtime.store.registrations(webhook: webhook.handle)
                .first { $0.installation == nil }
            urls[webhook.handle] = registration.map { process.runtime.core.address.webhookURL($0.id) }
        }
        return urls
    }

    private static func run(
        _ workplace: String?, _ check: @escaping @Sendable () async throws -> [Finding]
    ) async -> [Examined] {
        do {
            return try await withDeadline(DoctorChecks<I>.timeout, check).map { Examined($0, workplace: workplace) }
        } catch {
            let message = error is DeadlinePassed ? "It took too long." : (error as? ToolFailure)?.message ?? "\(error)"
            return [
                Examined(Finding(.problem, I.descriptor.name, message, advice: (error as? ToolFailure)?.advice), workplace: workplace)
            ]
        }
    }
}

/// A finding, and of which workplace it is.
struct Examined: Sendable {
    let finding: Finding
    let workplace: String?

    init(_ finding: Finding, workplace: String? = nil) {
        self.finding = finding
        self.workplace = workplace
    }

    var json: JSON {
        [
            "status": .string(finding.status.rawValue), "subject": .string(finding.subject),
            "workplace": workplace.map(JSON.string) ?? .null, "message": .string(Redaction.redacted(finding.message)),
            "advice": finding.advice.map(JSON.string) ?? .null,
        ]
    }
}
