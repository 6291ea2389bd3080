#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif
package import IntegrationKit
package import Logging
package import Storage
internal import Synchronization

/// What every part of the runtime stands on: made once at start, passed by value, without mutable state of its own.
package struct RuntimeCore<I: Integration>: Sendable {
    package let settings: ServerSettings
    package let store: any Store
    package let services: I.Services
    package let provision: I.Environment.Provision
    package let sealer: Sealer
    package let ids: IDMaker
    package let changes: ChangeFeed
    package let work = WorkSignal()
    package let address: PublicAddress
    package let metrics: Metrics
    let figures = FigureHistory()
    package let log: Logger
    package let clock: @Sendable () -> Date
    let limits: LimitGate
    private let platformServices: PlatformServices

    package init(
        settings: ServerSettings, store: any Store, services: I.Services, provision: I.Environment.Provision,
        metrics: Metrics, log: Logger, clock: @escaping @Sendable () -> Date
    ) {
        self.settings = settings
        self.store = store
        self.services = services
        self.provision = provision
        sealer = Sealer(keys: settings.keys)
        ids = IDMaker()
        limits = LimitGate(store: store, ids: ids, clock: clock)
        changes = ChangeFeed(telling: { store.tell($0) })
        address = PublicAddress(settings)
        self.metrics = metrics
        self.log = log
        self.clock = clock
        platformServices = PlatformServices(sequences: MemorySequences(ids: ids, clock: clock))
    }

    package var now: Date { clock() }
    package var counters: Counters { metrics.counters }

    /// A unit of work.
    package func session(for installation: Installation) -> EmbeddedSession {
        EmbeddedSession(
            installation: installation, models: I.models, store: store, sealer: sealer, ids: ids, changes: changes,
            work: work, clock: clock, services: platformServices)
    }

    /// The variables of the installation, opened and typed.
    ///
    /// - Parameter changes: Values that are about to be stored, nil for those about to be removed.
    /// - Throws: ``ToolFailure`` that says which ones a person has to set, or that the store cannot be reached.
    package func environment(
        of installation: Installation, with changes: [String: String?] = [:]
    ) async throws(ToolFailure) -> I.Environment {
        var values = try await storedValues(of: installation)
        for (name, value) in changes { values[name] = value }
        var reader = EnvironmentReader(values)
        do {
            return I.Environment(provision: provision, install: try I.Environment.Install(from: &reader))
        } catch {
            let names = error.problems.map { "\($0.variable.label) \($0.message)" }.joined(separator: "; ")
            throw ToolFailure(.notConnected, "This workplace's settings are not complete: \(names).",
                advice: "Complete the settings of \(I.descriptor.name), then try again.")
        }
    }

    /// Those of the named variables that the installation has no value for.
    func missingVariables(
        among names: [String], of installation: Installation
    ) async throws(ToolFailure) -> [EnvironmentVariable] {
        guard !names.isEmpty else { return [] }
        let values = try await storedValues(of: installation)
        return I.Environment.Install.variables.filter { names.contains($0.name) && $0.text(in: values) == nil }
            + I.Environment.Provision.variables.filter {
                names.contains($0.name) && $0.text(in: settings.environment) == nil
            }
    }

    /// The variables that may be shown, by name, those without a value left out. No secret is opened for it.
    ///
    /// - Throws: ``ToolFailure`` when the store cannot be read.
    func visibleVariables(of installation: Installation) async throws(ToolFailure) -> [String: String] {
        let ofInstallation = I.Environment.Install.variables.filter { !$0.isEncrypted }
        var visible: [String: String] = [:]
        if !ofInstallation.isEmpty {
            let stored = try await storedValues(of: installation, only: Set(ofInstallation.map(\.name)))
            for variable in ofInstallation { visible[variable.name] = variable.text(in: stored) }
        }
        for variable in I.Environment.Provision.variables where !variable.isEncrypted {
            visible[variable.name] = variable.text(in: settings.environment)
        }
        return visible
    }

    /// - Parameter names: Leaves all others sealed; nil opens all.
    func storedValues(
        of installation: Installation, only names: Set<String>? = nil
    ) async throws(ToolFailure) -> [String: String] {
        var values: [String: String] = [:]
        do {
            let sealed = try await store.environment(of: installation.id)
            for (name, envelope) in sealed where names?.contains(name) ?? true {
                values[name] = try sealer.open(envelope, variable: name, of: installation.id)
            }
        } catch {
            log.error("the variables of an installation cannot be read",
                metadata: ["installation": "\(installation.id)", "error": "\(error)"])
            throw ToolFailure(PlatformFailure.unavailable(reason: ""))
        }
        return values
    }
}

/// Where the world reaches this server. With port 0 it is known only after binding.
package final class PublicAddress: Sendable {
    private let fixed: String?
    private let host: String
    private let port: Mutex<Int>

    package init(_ settings: ServerSettings) {
        fixed = settings.publicURL
        host = settings.host.contains(":") && !settings.host.hasPrefix("[") ? "[\(settings.host)]" : settings.host
        port = Mutex(settings.port)
    }

    /// Told once, when the socket is bound.
    package func bound(port: Int) { self.port.withLock { $0 = port } }

    /// The address on this machine, for the person who started the server.
    package var local: String { "http://\(host):\(port.withLock { $0 })" }

    /// Without a slash at the end.
    package var url: String { fixed ?? local }

    package var isSecure: Bool { url.hasPrefix("https://") }
}
