#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
package import IntegrationKit
internal import Logging
package import Storage

/// Removes the integration from a workplace: what it has at the provider is given back as far as the provider lets it,
/// then the workplace goes with everything that was kept for it.
package struct Uninstaller<I: Integration>: Sendable {
    private let runtime: Runtime<I>
    /// In linked mode that of the call.
    private var core: RuntimeCore<I>

    /// Rows of each kind that are deleted in one transaction: others write in between.
    private static var portion: Int { 1000 }

    package init(runtime: Runtime<I>) {
        self.runtime = runtime
        core = runtime.core
    }

    /// The same for a call of the platform, in linked mode.
    func answering(_ core: RuntimeCore<I>) -> Uninstaller {
        var uninstaller = self
        uninstaller.core = core
        return uninstaller
    }

    /// Doing it again after a failure of the store goes on where it ended.
    ///
    /// - Parameter actor: Who, for the audit log.
    /// - Returns: what could not be given back at the provider, in words for people; nil: everything was.
    package func remove(_ installation: Installation, actor: String) async throws(StorageError) -> String? {
        var log = core.log
        log[metadataKey: "installation"] = "\(installation.id)"
        try await closeChannels(of: installation)
        let left = await giveBack(installation, log)
        while try await core.store.eraseSome(of: installation.id, limit: Self.portion) {}
        _ = try await core.store.uninstall(installation.id)
        try await core.store.removeWorkplace(installation.workplace.handle)
        core.work.tenantChanged()
        core.store.tell(.tenant(installation.id))
        try await core.store.record(AuditEntry(
            at: core.now, actor: actor, action: "workplace remove", subject: installation.workplace.handle,
            result: left == nil ? "done" : "done, not all was given back at the provider"))
        log.notice("a workplace was removed")
        return left
    }

    private func giveBack(_ installation: Installation, _ log: Logger) async -> String? {
        var problems: [String] = []
        do {
            let environment = try await core.environment(of: installation)
            if let hook = I.hooks.uninstall {
                let session = try await core.work(for: installation)
                let context = HookContext<I>(
                    environment: environment, services: core.services, log: log, session: session,
                    isAccountShared: try await isAccountShared(installation))
                do {
                    try await withDeadline(hook.timeout) { try await hook.run(context) }
                } catch {
                    await session.abandon()
                    throw error
                }
                await session.abandon()
            }
        } catch let failure as ToolFailure {
            problems.append(failure.message)
        } catch is DeadlinePassed {
            problems.append("\(I.descriptor.name) took too long to answer.")
        } catch {
            log.error("the uninstall hook failed", metadata: ["error": "\(error)"])
            problems.append("The log has the details.")
        }
        problems += await runtime.connections.answering(core).revoke(installation, log)
        return problems.isEmpty ? nil : problems.joined(separator: " ")
    }

    /// From here on nothing is sent, and nothing comes while the rest is deleted.
    private func closeChannels(of installation: Installation) async throws(StorageError) {
        let closure = ChannelClosure(at: core.now, reason: "The integration is being removed from this workplace.")
        let closings = try await core.store.channels(of: installation.id, handle: nil).map {
            StoreChange.closeChannel(handle: $0.handle, identifier: $0.identifier, closure)
        }
        try await core.store.commit(closings, in: installation.id)
        core.work.tenantChanged()
        core.store.tell(.tenant(installation.id))
    }

    /// Whether another workplace would lose its access if this one's were given back.
    private func isAccountShared(_ installation: Installation) async throws(StorageError) -> Bool {
        for connection in I.connections {
            guard let stored = try await core.store.connection(connection.handle, of: installation.id),
                let account = stored.account
            else { continue }
            for same in [connection] + I.rivals(of: connection) {
                let others = try await core.store.otherConnections(
                    ofAccount: account, handle: same.handle, than: installation.id)
                if others > 0 { return true }
            }
        }
        return false
    }
}
