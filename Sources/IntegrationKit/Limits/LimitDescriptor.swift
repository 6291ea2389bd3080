/// The facts about a limit. Generated from `limits.<handle>`.
public struct LimitDescriptor: Hashable, Sendable {
    /// What shares one count.
    public enum Scope: String, Hashable, Sendable {
        case installation = "INSTALLATION", appVersion = "APP_VERSION", global = "GLOBAL"
        /// Each tool of an installation has its own count.
        case tool = "TOOL"
        /// Each connection of an installation has its own count.
        case connection = "CONNECTION"
    }

    /// So many calls in a length of time.
    public struct Rate: Hashable, Sendable {
        public let count: Int
        public let per: Duration

        public init(count: Int, per: Duration) {
            self.count = count
            self.per = per
        }
    }

    /// A number of calls that may be made at once, and how it grows again.
    public struct Bucket: Hashable, Sendable {
        public let size: Int
        public let refill: Int
        public let every: Duration

        public init(size: Int, refill: Int, every: Duration) {
            self.size = size
            self.refill = refill
            self.every = every
        }
    }

    public let handle: String
    public let label: String
    public let scope: Scope
    /// How many calls may run at once; 1 for a mutex.
    public let concurrent: Int?
    public let rate: Rate?
    /// The least time from the start of one call to the start of the next.
    public let minimumGap: Duration?
    public let bucket: Bucket?
    /// One call at a time, held for the whole call.
    public let isMutex: Bool
    /// Whether uses say which of its keys they count against.
    public let hasKey: Bool
    /// Handles of the limits that do not hold while this one is held.
    public let suppresses: [String]
    /// How long a call waits for its turn.
    public let wait: Duration
    public let retry: RetryPolicy

    public init(
        handle: String, label: String, scope: Scope, concurrent: Int? = nil, rate: Rate? = nil,
        minimumGap: Duration? = nil, bucket: Bucket? = nil, isMutex: Bool = false, hasKey: Bool = false,
        suppresses: [String] = [], wait: Duration, retry: RetryPolicy = .none
    ) {
        self.handle = handle
        self.label = label
        self.scope = scope
        self.concurrent = isMutex ? 1 : concurrent
        self.rate = rate
        self.minimumGap = minimumGap
        self.bucket = bucket
        self.isMutex = isMutex
        self.hasKey = hasKey
        self.suppresses = suppresses
        self.wait = wait
        self.retry = retry
    }
}

/// What a call of a tool counts against.
public struct LimitUse: Hashable, Sendable {
    public let limit: LimitDescriptor
    /// Each the wire names of inputs, from the outermost inwards, to a value that says which key; together they are the
    /// key. Empty for a limit without.
    public let keys: [[String]]
    /// How much a call counts; an estimate, for admission.
    public let calls: Int

    public init(_ limit: LimitDescriptor, keys: [[String]], calls: Int = 1) {
        self.limit = limit
        self.keys = keys
        self.calls = max(calls, 1)
    }

    /// - Parameter key: The one path; empty for a limit without keys.
    public init(_ limit: LimitDescriptor, key: [String] = [], calls: Int = 1) {
        self.init(limit, keys: key.isEmpty ? [] : [key], calls: calls)
    }

    /// The key that a call with these arguments counts against; empty without one.
    public func key(in arguments: JSON) -> String {
        keys.map { path in
            var value = arguments
            for name in path { value = value[name] ?? .null }
            return value.isNull ? "" : value.stringValue ?? value.serialized()
        }.joined(separator: "\n")
    }
}
