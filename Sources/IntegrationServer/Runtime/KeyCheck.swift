internal import Cryptography
internal import IntegrationKit
internal import Logging
internal import Storage

/// Whether the keys of this server open what its store holds. Asked at start, where a wrong key is a sentence and not
/// hundreds of workplaces that seem to have lost their connection.
struct KeyCheck: Sendable {
    let settings: ServerSettings
    let store: any Store
    let log: Logger

    /// - Throws: ``WrongKeys`` when none of the stored variables can be opened. When only some of them cannot, which may
    ///   be damage or a key that was dropped too early, the log says so and the others are served.
    func run() async throws {
        let sealer = Sealer(keys: settings.keys)
        var opened = 0
        var unopened: [SealingError] = []
        for installation in try await store.installations() {
            for (name, envelope) in try await store.environment(of: installation.id) {
                do throws(SealingError) {
                    _ = try sealer.open(envelope, variable: name, of: installation.id)
                    opened += 1
                } catch {
                    unopened.append(error)
                }
            }
        }
        guard let first = unopened.first else { return }
        guard opened > 0 else { throw WrongKeys(reason: first, isDevelopment: settings.mode == .development) }
        log.error("\(unopened.count) of \(unopened.count + opened) stored settings cannot be opened: \(first)")
    }
}

/// The store was filled with other keys.
struct WrongKeys: Error, Hashable, Sendable, CustomStringConvertible {
    let reason: SealingError
    let isDevelopment: Bool

    var description: String {
        let source = isDevelopment ? "The key of this folder (or INTEGRATION_SECRET_KEYS)" : "INTEGRATION_SECRET_KEYS"
        let key =
            switch reason {
            case .unknownKey(let id): "it was encrypted with the key '\(id)', which is not among them"
            default: "a key of this name and other content encrypted it"
            }
        return "\(source) does not open what the store holds: \(key). "
            + "Put that key back, behind a newer one if there is one; or begin with a new store, in which every workplace has to connect again."
    }
}
