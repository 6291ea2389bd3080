/// One call to a provider, for the server's metrics.
public struct ProviderCall: Sendable {
    public let host: String
    /// Method and path without what differs from call to call: `POST /v25.0/{id}/messages`.
    public let endpoint: String
    /// `200`, `timeout`: what came of it, in a word.
    public let outcome: String
    public let took: Duration

    public init(host: String, endpoint: String, outcome: String, took: Duration) {
        self.host = host
        self.endpoint = endpoint
        self.outcome = outcome
        self.took = took
    }
}
