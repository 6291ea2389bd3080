#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
package import IntegrationKit
internal import Logging
internal import SkedyulAPI

/// What the platform's doors share. Made once at start.
package final class LinkedRuntime<I: Integration>: Sendable {
    /// Between calls.
    package let runtime: Runtime<I>
    let settings: LinkedSettings
    let mirror: InstallationMirror
    let platform: LinkedPlatform
    let intake: WebhookIntake<I>
    let requests: RequestCount

    init(runtime: Runtime<I>, settings: LinkedSettings, platform: LinkedPlatform, mirror: InstallationMirror) {
        self.runtime = runtime
        self.settings = settings
        self.platform = platform
        requests = RequestCount(maximum: settings.maximumRequests)
        self.mirror = mirror
        intake = WebhookIntake(core: runtime.core, inbox: runtime.inbox, compliance: runtime.compliance)
    }

    /// The runtime as one call sees it. What the call says of its installation is noted before.
    ///
    /// - Parameters:
    ///   - endpoint: Handle of the tool or hook.
    ///   - extent: How much of the installation's variables the call brings.
    ///   - installation: For calls that do not say it themselves, with `app`.
    func core(
        for envelope: Envelope, endpoint: String?, _ extent: InstallationMirror.Extent = .all,
        installation: Installation? = nil, app: LinkedApp? = nil
    ) async throws(PlatformFailure) -> RuntimeCore<I> {
        let call = call(for: envelope, endpoint: endpoint, installation: installation, app: app)
        if let installation = call.installation {
            let isAll = extent == .all && !envelope.env.isEmpty
            try await mirror.note(installation, app: call.app, env: envelope.env, isAll ? .all : .some)
        }
        return runtime.core.answering(call)
    }

    func call(
        for envelope: Envelope, endpoint: String? = nil, installation: Installation? = nil, app: LinkedApp? = nil
    ) -> PlatformCall {
        PlatformCall(
            envelope, endpoint: endpoint, installation: installation ?? envelope.context.installation,
            app: app ?? envelope.context.linkedApp, in: runtime.core.variables, settings: settings)
    }

    /// Counts a call that is not an estimate.
    func requestAnswered() { requests.add(at: Int64(runtime.now.timeIntervalSince1970 * 1000)) }

    /// For the log of everything that is done for a call.
    func log(for envelope: Envelope) -> Logger {
        var log = runtime.log
        for (name, value) in envelope.invocation.ids { log[metadataKey: name] = "\(value)" }
        if let id = envelope.context.installationID { log[metadataKey: "installation"] = "\(id)" }
        return log
    }
}
