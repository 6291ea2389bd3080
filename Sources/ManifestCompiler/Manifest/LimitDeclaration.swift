/// An entry of `limits:`: how much of something may be used in what time.
package struct LimitDeclaration: Declaration {
    /// What shares one count.
    package enum Scope: String, Sendable, Hashable, CaseIterable {
        case installation = "INSTALLATION"
        case appVersion = "APP_VERSION"
        case global = "GLOBAL"
        /// Each tool of an installation has its own count.
        case tool = "TOOL"
        /// Each connection of an installation has its own count.
        case connection = "CONNECTION"
    }

    /// `bucket: { size, refill, every }`: a number of calls that may be made at once, and how it grows again.
    package struct Bucket: Sendable, Hashable {
        package var size: Int
        package var refill: Int
        package var every: ManifestDuration
    }

    package var heading: Heading
    package var scope: Scope
    /// How many calls may run at once.
    package var concurrent: Int?
    package var rate: Rate?
    /// The least time from the start of one call to the start of the next.
    package var minimumGap: ManifestDuration?
    package var bucket: Bucket?
    /// One call at a time, held for the whole call.
    package var isMutex: Bool
    /// Whether uses say which of the limit's keys they count against.
    package var hasKey: Bool
    /// Limits that do not hold while this one is held.
    package var suppresses: [Reference]
    /// How long a call waits for its turn.
    package var wait: ManifestDuration?
    package var retry: RetryPolicy?
}

/// An entry of a tool's `limits:`.
package struct LimitUse: Sendable, Hashable {
    package var limit: Reference
    /// Each the handles of inputs, from the outermost inwards, joined by dots; empty for a limit without keys. Several
    /// make one key together.
    package var keys: [Reference]
    /// An estimate, for admission.
    package var calls: Int
    package var span: SourceSpan

    /// The handles of each of ``keys``.
    package var keyPaths: [[String]] {
        keys.map { $0.handle.split(separator: ".", omittingEmptySubsequences: false).map(String.init) }
    }
}
