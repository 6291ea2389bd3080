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
    /// What stands in the variables of the developer's scope, by name: of the process, and in linked mode of the call.
    package private(set) var variables: [String: String]
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
    private(set) var tenancy: Tenancy<I>
    package let files: FileKeeper
    private let sequences: MemorySequences

    package init(
        settings: ServerSettings, store: any Store, services: I.Services, tenancy: Tenancy<I>,
        metrics: Metrics, log: Logger, clock: @escaping @Sendable () -> Date
    ) {
        self.settings = settings
        self.store = store
        self.services = services
        self.tenancy = tenancy
        variables = settings.environment
        sealer = Sealer(keys: settings.keys)
        ids = IDMaker()
        limits = LimitGate(store: store, ids: ids, clock: clock)
        changes = ChangeFeed(telling: { store.tell($0) })
        address = PublicAddress(settings)
        self.metrics = metrics
        self.log = log
        self.clock = clock
        files = FileKeeper(
            store: store, ids: ids, limits: settings.limits, address: address, signingSecret: settings.signingSecret,
            clock: clock)
        sequences = MemorySequences(ids: ids, clock: clock)
    }

    /// The same as a call of the platform sees it, in linked mode.
    func answering(_ call: PlatformCall) -> RuntimeCore {
        guard case .linked(var linked) = tenancy else { return self }
        var core = self
        linked.call = call
        core.tenancy = .linked(linked)
        core.variables = call.variables
        return core
    }

    package var now: Date { clock() }
    package var counters: Counters { metrics.counters }

    /// A unit of work of a handler, on whichever platform keeps the installation's state.
    func work(for installation: Installation) async throws(PlatformFailure) -> any UnitOfWork {
        switch tenancy {
        case .embedded: session(for: installation)
        case .linked(let linked): try await linked.work(for: installation, beside: session(for: installation))
        }
    }

    /// A unit of work on the store alone.
    package func session(for installation: Installation) -> EmbeddedSession {
        EmbeddedSession(
            installation: installation, models: I.models, channels: I.channels, store: store, sealer: sealer, ids: ids,
            changes: changes, work: work, clock: clock,
            services: PlatformServices(
                sequences: sequences, files: KeptFiles(keeper: files, installation: installation.id)))
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
        let provision = try provision(in: values)
        var reader = EnvironmentReader(values)
        do {
            return I.Environment(provision: provision, install: try I.Environment.Install(from: &reader))
        } catch {
            throw .incomplete("This workplace's settings", error, of: I.descriptor)
        }
    }

    /// The developer's variables, typed.
    ///
    /// - Throws: ``ToolFailure`` in linked mode, where they come with each call, when one of them is missing or malformed.
    package func provision() throws(ToolFailure) -> I.Environment.Provision { try provision(in: variables) }

    private func provision(in values: [String: String]) throws(ToolFailure) -> I.Environment.Provision {
        if case .embedded(let provision) = tenancy { return provision }
        var reader = EnvironmentReader(values)
        do {
            return try I.Environment.Provision(from: &reader)
        } catch {
            throw .incomplete("The app's settings", error, of: I.descriptor)
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
                names.contains($0.name) && $0.text(in: tenancy.isLinked ? values : variables) == nil
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
            visible[variable.name] = variable.text(in: variables)
        }
        return visible
    }

    /// In linked mode those that the call brought, or, between calls, those that the last one did.
    ///
    /// - Parameter names: Leaves all others sealed; nil opens all.
    func storedValues(
        of installation: Installation, only names: Set<String>? = nil
    ) async throws(ToolFailure) -> [String: String] {
        if tenancy.call != nil { return variables }
        var values = tenancy.isLinked ? variables : [:]
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

extension ToolFailure {
    /// - Parameter subject: Whose settings they are, at the beginning of a sentence.
    static func incomplete(
        _ subject: String, _ problems: InvalidEnvironment, of integration: IntegrationDescriptor
    ) -> ToolFailure {
        let names = problems.problems.map { "\($0.variable.label) \($0.message)" }.joined(separator: "; ")
        return ToolFailure(.notConnected, "\(subject) are not complete: \(names).",
            advice: "Complete the settings of \(integration.name), then try again.")
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
