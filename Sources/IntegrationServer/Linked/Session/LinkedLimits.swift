package import IntegrationKit
internal import Logging
internal import SkedyulAPI

/// What the platform calls its queues and sequencers.
enum LinkedKeys {
    /// `rl:in:{installation}:{queue}` and its like, with the key behind it if there is one.
    static func queue(_ limit: LimitDescriptor, key: String, for call: LinkedCall) -> String {
        let installation = call.installation.id.rawValue
        let scope =
            switch limit.scope {
            // Connections are an installation's; a tool does not say which one it goes through.
            case .installation, .connection: "in:\(installation)"
            case .tool: "iep:\(installation):\(call.endpoint ?? "")"
            case .appVersion: "pv:\(call.app.versionID)"
            case .global: "gl:\(call.app.versionID)"
            }
        return "rl:\(scope):\(limit.handle)" + (key.isEmpty ? "" : ":" + key.replacing("\n", with: ":"))
    }

    /// `seq:in:{installation}:{sequencer}:{key}` and its like.
    static func sequence(
        _ key: String, of sequencer: SequencerDescriptor, installation: InstallationID, app: LinkedApp
    ) -> String {
        let scope =
            switch sequencer.scope {
            case .installation: "in:\(installation)"
            case .appVersion: "pv:\(app.versionID)"
            case .global: "gl:\(app.versionID)"
            }
        return "seq:\(scope):\(sequencer.handle):\(key)"
    }
}

extension LimitDescriptor {
    /// Whether it counts how often calls begin, and not only how many run.
    fileprivate var countsStarts: Bool { rate != nil || bucket != nil || minimumGap != nil }
}

/// Lets calls begin as the limits of the manifest say, which the platform counts: all servers of the integration
/// together keep to them.
package struct LinkedLimits: Sendable {
    /// What a call holds while it runs.
    package struct Hold: Sendable {
        fileprivate var leases: [QueueLease] = []
        fileprivate let access: CoreAccess
    }

    /// Beyond its timeout, until a call is held to be dead.
    private static let margin: Duration = .seconds(30)
    /// Beyond what the limit lets a call wait, for all that is asked for one that counts several.
    private static let patience: Duration = .seconds(15)

    private let platform: LinkedPlatform

    package init(_ platform: LinkedPlatform) { self.platform = platform }

    /// Waits for a place in every queue that a call counts in and that the platform does not hold for it already. Give
    /// the hold back with ``leave(_:)``.
    ///
    /// - Throws: ``ToolFailure`` with `RATE_LIMITED` when a place did not come free in time, with `UNAVAILABLE` when the
    ///   platform cannot be asked: there is no counting in memory instead. Nothing is held then.
    package func enter(
        _ uses: [LimitUse], tool: ToolDescriptor, arguments: JSON, for call: LinkedCall
    ) async throws(ToolFailure) -> Hold {
        var hold = Hold(access: platform.api.access(with: call.token))
        let suppressed = Set(uses.flatMap(\.limit.suppresses))
        for use in uses where !suppressed.contains(use.limit.handle) {
            let limit = use.limit
            let queue = LinkedKeys.queue(limit, key: use.key(in: arguments), for: call)
            guard !call.held.contains(queue) else { continue }
            do throws(CoreFailure) {
                hold.leases.append(try await place(in: queue, use, hold: tool.timeout + Self.margin, hold.access))
            } catch {
                await leave(hold)
                guard error.isQueueTimeout else { throw ToolFailure(error, about: "limit", id: limit.handle, .reading) }
                throw ToolFailure(
                    .rateLimited, "Too many calls at once: the limit '\(limit.handle)' did not free up in time.",
                    advice: "Try again later.",
                    retry: .after(max(limit.minimumGap ?? .zero, limit.retry.delay, .seconds(1))))
            }
        }
        return hold
    }

    /// A place counts once, as it is taken. So a call that counts more takes and gives back one after the other, and keeps
    /// the last; all in the time that the limit lets it wait.
    private func place(
        in queue: String, _ use: LimitUse, hold: Duration, _ access: CoreAccess
    ) async throws(CoreFailure) -> QueueLease {
        let limit = use.limit
        let end = ContinuousClock.now + limit.wait
        let calls = limit.countsStarts ? use.calls : 1
        for _ in 1..<calls {
            try await access.release(try await access.acquire(queue, limits: QueueLimits(limit), wait: left(until: end), hold: hold))
            // Asking takes time, too, and a limit may let nobody wait.
            guard ContinuousClock.now < end + Self.patience else {
                throw .refused(CoreRefusal(method: "ratelimit.acquire", status: 408, problems: []))
            }
        }
        return try await access.acquire(queue, limits: QueueLimits(limit), wait: left(until: end), hold: hold)
    }

    private func left(until end: ContinuousClock.Instant) -> Duration { max(.zero, ContinuousClock.now.duration(to: end)) }

    /// What cannot be given back now is free when its holder must have died.
    package func leave(_ hold: Hold) async {
        for lease in hold.leases.reversed() {
            do throws(CoreFailure) {
                try await hold.access.release(lease)
            } catch {
                platform.log.warning(
                    "a place in a queue could not be given back", metadata: ["queue": "\(lease.queue)", "error": "\(error)"])
            }
        }
    }
}
