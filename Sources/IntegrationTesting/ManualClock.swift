#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
import Synchronization

/// A source of dates that stands still until it is told to go on. Give ``now`` to what asks for
/// `@Sendable () -> Date`.
public final class ManualClock: Sendable {
    private let date: Mutex<Date>

    /// - Parameter start: Default 2026-01-01T00:00:00Z.
    public init(_ start: Date = Date(timeIntervalSince1970: 1_767_225_600)) {
        date = Mutex(start)
    }

    public var now: @Sendable () -> Date {
        { self.date.withLock { $0 } }
    }

    /// - Parameter duration: May be negative: clocks are set back.
    public func advance(by duration: Duration) {
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
        date.withLock { $0 += seconds }
    }
}
