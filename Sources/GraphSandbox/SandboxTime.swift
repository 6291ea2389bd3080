#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The time that a sandbox lives in. Given from outside, so that tests can hold and move it.
///
/// The sandbox's own clock is this time plus the offset that the control API can add.
public protocol SandboxTime: Sendable {
    /// The time now.
    func now() -> Date
    /// Returns at `deadline`, or throws `CancellationError` when the task is cancelled before.
    func sleep(until deadline: Date) async throws
}

/// The machine's own time.
public struct SystemTime: SandboxTime {
    public init() {}

    public func now() -> Date { Date() }

    public func sleep(until deadline: Date) async throws {
        let seconds = min(max(deadline.timeIntervalSinceNow, 0), 86_400)
        try await Task.sleep(for: .seconds(seconds))
    }
}
