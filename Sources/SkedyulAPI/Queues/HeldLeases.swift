import IntegrationKit

/// The queues in which the platform holds a place for a call already, as it says in the call's environment: nothing is
/// acquired there, and nothing released.
public struct HeldLeases: Hashable, Sendable {
    /// `[{queueKey, leaseId}]`.
    public static let leasesVariable = "SKEDYUL_RATE_LIMIT_LEASES"
    /// `[{queueKey, queueName}]`.
    public static let mutexesVariable = "SKEDYUL_HELD_MUTEX_QUEUE_KEYS"

    private let keys: Set<String>

    public init(keys: Set<String> = []) { self.keys = keys }

    /// - Parameter environment: Of the call. Texts that cannot be read hold nothing: acquiring once more is safe.
    public init(environment: [String: String]) {
        var keys: Set<String> = []
        for name in [Self.leasesVariable, Self.mutexesVariable] {
            guard let text = environment[name], let list = try? JSON.parse(text).arrayValue else { continue }
            keys.formUnion(list.compactMap { $0["queueKey"]?.stringValue })
        }
        self.keys = keys
    }

    public func contains(_ key: String) -> Bool { keys.contains(key) }
}
