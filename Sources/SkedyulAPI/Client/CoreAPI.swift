public import OutboundHTTP

/// Skedyul's Core API at one address: `POST {base}/api/core`, and the queues and sequencers beside it.
///
/// A value without credentials: copy it freely, share one in a process. Calls are made through ``CoreAccess``, which
/// ``access(with:)`` gives for one token, so that calls for different tenants cannot mix.
///
/// Source: the wire protocol of skedyul-node 1.7, "Core API client". That client has no deadline, no retry and loses
/// codes and statuses; this one has all of them.
public struct CoreAPI: Sendable {
    /// Without a slash at the end.
    public let baseURL: String
    /// How calls are made.
    public let policy: CallPolicy
    let http: HTTPClient

    /// How long calls may take, how large their answers may be, and how often they are made.
    public struct CallPolicy: Hashable, Sendable {
        /// Of one call with all its repetitions, from its start to the last byte of the answer.
        public var deadline: Duration
        /// Of calls that carry files, and of those that a language model answers.
        public var longDeadline: Duration
        /// How often a call is made at most. Only calls that may be repeated are; see ``CoreFailure/isSafeToRepeat``.
        public var attempts: Int
        /// Before the second attempt; doubled, with jitter, before each further one.
        public var pause: Duration
        /// Largest answer, in bytes.
        public var answerLimit: Int

        public init(
            deadline: Duration = .seconds(15), longDeadline: Duration = .seconds(60), attempts: Int = 3,
            pause: Duration = .milliseconds(200), answerLimit: Int = 16 * 1024 * 1024
        ) {
            self.deadline = deadline
            self.longDeadline = longDeadline
            self.attempts = max(1, attempts)
            self.pause = pause
            self.answerLimit = answerLimit
        }
    }

    /// - Parameters:
    ///   - http: Must allow the host of `baseURL`; see ``hostPolicy(for:)``.
    ///   - baseURL: As the platform gives it in `SKEDYUL_API_URL`; `https`, or `http` on loopback.
    public init(http: HTTPClient, baseURL: String, policy: CallPolicy = CallPolicy()) {
        self.http = http
        var url = baseURL[...]
        while url.hasSuffix("/") { url = url.dropLast() }
        self.baseURL = String(url)
        self.policy = policy
    }

    /// The policy for an ``HTTPClient`` that is to call the platform at `baseURL` and fetch the platform's files: their
    /// addresses are on hosts of the platform's choice.
    public static func hostPolicy(for baseURL: String) -> HostPolicy {
        HostPolicy.isLoopbackOrigin(baseURL)
            ? HostPolicy.anyPublicHost.allowing(loopbackOrigin: baseURL) : .anyPublicHost
    }

    /// The API as the bearer of `token` sees it.
    public func access(with token: CoreToken) -> CoreAccess { CoreAccess(api: self, token: token) }
}
