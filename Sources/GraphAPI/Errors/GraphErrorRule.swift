/// What one of Meta's error codes means and what to do about it.
public struct GraphErrorRule: Hashable, Sendable {
    /// Meta's number for the fault; the key to branch on, for titles change.
    public let code: Int
    /// Tells apart the causes that share a code; nil for the code alone.
    public let subcode: Int?
    /// The title in Meta's references.
    public let name: String
    public let kind: GraphErrorKind
    public let fault: GraphFault
    public let retry: GraphRetry
    /// What happened.
    public let meaning: String
    /// What to do next, for a person.
    public let action: String
    /// The last of the codes that mean the same, for a range; else ``code``.
    public let lastCode: Int
    /// A word that the message must hold, where Meta uses one code for two things; nil for any message.
    let marker: String?

    init(
        _ code: Int, subcode: Int?, _ name: String, _ kind: GraphErrorKind, _ fault: GraphFault, _ retry: GraphRetry,
        upTo lastCode: Int? = nil, whenMessageNames marker: String? = nil, meaning: String, action: String
    ) {
        self.code = code
        self.subcode = subcode
        self.name = name
        self.kind = kind
        self.fault = fault
        self.retry = retry
        self.meaning = meaning
        self.action = action
        self.lastCode = lastCode ?? code
        self.marker = marker
    }

    /// Whether the code stands for faults inside Meta of any kind, after any step: an unspecified one, a part of Meta that
    /// is down. Every other code names why nothing was done: what was wrong with the request, what was used up, what the
    /// account lacks, or that the sending itself failed.
    var leavesOutcomeOpen: Bool { [1, 2, 131_000, 131_016].contains(code) }
}

/// The families into which Meta's codes fall, by what a program does about them.
public enum GraphErrorKind: String, Hashable, Sendable, CaseIterable {
    /// The token is no longer taken: somebody has to connect again.
    case authentication
    /// The token is good and not allowed to do this.
    case permission
    /// Too much in too short a time.
    case rateLimited
    /// The request is wrong in form or content.
    case invalidRequest
    /// The object does not exist, or not for this token.
    case notFound
    /// It exists or was done already.
    case duplicate
    /// The person cannot be reached, or does not want to be.
    case undeliverable
    /// Free-form messages are not allowed now: the person last wrote too long ago.
    case windowClosed
    /// A template is missing, wrong or not usable.
    case template
    /// A file or link is missing, wrong or too large.
    case media
    /// A phone number is not, or not properly, registered.
    case registration
    /// The business account has something to settle: payment, terms, names, quotas.
    case account
    /// Meta has blocked the action or the account.
    case policy
    /// Something in the app's or the number's setup is missing.
    case setup
    /// Not offered here.
    case unsupported
    /// A part of the request was done.
    case partial
    /// A fault of the moment, at Meta or on the way.
    case temporary
    /// A code that this table does not know.
    case unknown
}

/// Who can mend it.
public enum GraphFault: String, Hashable, Sendable, CaseIterable {
    /// Whoever made the request: its content or its pace.
    case caller
    /// The person who was written to.
    case recipient
    /// The business, in its account at Meta.
    case account
    /// Whoever runs the integration: the app, its permissions, the connection.
    case setup
    /// Meta, or the network on the way there.
    case provider
}

/// Whether and when the same request may be sent again.
public enum GraphRetry: Hashable, Sendable {
    /// Unchanged, it would fail again.
    case never
    /// At the earliest after this long; longer each time, with jitter, when it fails again.
    case after(Duration)
}
