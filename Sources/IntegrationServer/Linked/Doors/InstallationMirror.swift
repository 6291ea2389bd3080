#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Cryptography
internal import IntegrationKit
internal import SkedyulAPI
internal import Storage
internal import Synchronization

/// What the store knows of the platform's installations: that they are there, and, sealed, the variables that the last
/// call for them brought. Events and messages that no call waits for are worked on with these.
final class InstallationMirror: Sendable {
    private let store: any Store
    private let sealer: Sealer
    private let now: @Sendable () -> Date
    private let declared: Set<String>
    /// A digest of what this process has written, so that calls which bring nothing new write nothing.
    private let written = Mutex<[InstallationID: [UInt8]]>([:])

    /// How many digests are remembered; beyond, all are forgotten, and written once more.
    private static let capacity = 10_000
    /// Sealed like a variable, under a name that no variable can have.
    private static let appName = "app of the platform"

    /// - Parameter declared: Names of the manifest's variables; no others are kept.
    init(store: any Store, sealer: Sealer, declared: Set<String>, now: @escaping @Sendable () -> Date) {
        self.store = store
        self.sealer = sealer
        self.declared = declared
        self.now = now
    }

    /// How much of an installation's variables a call brings.
    enum Extent: Sendable {
        /// All that there are: what is missing is not set any more.
        case all
        case some
    }

    /// Notes what a call brought, before anything is done for it.
    ///
    /// - Parameter env: Of the call alone.
    func note(
        _ installation: Installation, app: LinkedApp?, env: [String: String], _ extent: Extent
    ) async throws(PlatformFailure) {
        let kept = env.filter { declared.contains($0.key) && !$0.value.isEmpty }
        let digest = Self.digest(installation, app, kept, extent)
        if written.withLock({ $0[installation.id] == digest }) { return }
        var changes: [String: [UInt8]?] = [:]
        do {
            for name in declared where extent == .all || kept[name] != nil {
                changes[name] = .some(try kept[name].map { try sealer.seal($0, variable: name, of: installation.id) })
            }
            if let app {
                let text = JSON.object(["id": .string(app.id), "versionId": .string(app.versionID)]).serialized()
                changes[Self.appName] = try sealer.seal(text, variable: Self.appName, of: installation.id)
            }
        } catch {
            throw .unavailable(reason: "\(error)")
        }
        do throws(StorageError) {
            try await make(installation)
            try await store.commit([.setEnvironment(changes)], in: installation.id)
        } catch {
            throw PlatformFailure(error)
        }
        store.tell(.tenant(installation.id))
        written.withLock { written in
            if written.count >= Self.capacity { written = [:] }
            written[installation.id] = digest
        }
    }

    /// An installation of which nothing but its being there is known, unless it is known already.
    func make(_ installation: Installation) async throws(StorageError) {
        // Named by its id: a workplace may have the integration installed more than once.
        let handle = installation.id.rawValue
        if try await store.installation(installation.id) == nil {
            try await store.putWorkplace(
                Workplace(handle: handle, name: installation.workplace.name, timeZone: installation.workplace.timeZone))
            _ = try await store.install(in: handle, id: installation.id, now: now())
        }
    }

    /// It was uninstalled.
    func forget(_ installation: InstallationID) { written.withLock { $0[installation] = nil } }

    /// The version of the app that the installation's last call was for.
    static func app(of local: EmbeddedSession) async throws(PlatformFailure) -> LinkedApp {
        let id = local.installation.id
        let sealed = try await local.asking { store throws(StorageError) in try await store.environment(of: id) }
        guard let envelope = sealed[appName],
            let text = try? local.sealer.open(envelope, variable: appName, of: id), let json = try? JSON.parse(text),
            let app = json["id"]?.stringValue, let version = json["versionId"]?.stringValue
        // Of an installation that no call was for yet, only the platform's counts of calls go by other names.
        else { return LinkedApp(id: "", versionID: "") }
        return LinkedApp(id: app, versionID: version)
    }

    private static func digest(
        _ installation: Installation, _ app: LinkedApp?, _ kept: [String: String], _ extent: Extent
    ) -> [UInt8] {
        var bytes = Array("\(extent)\n\(app?.id ?? "")\n\(app?.versionID ?? "")\n".utf8)
        for (name, value) in kept.sorted(by: { $0.key < $1.key }) {
            bytes += Array("\(name.utf8.count):\(name)\(value.utf8.count):\(value)".utf8)
        }
        return SHA256.hash(bytes)
    }
}
