import IntegrationKit

extension ToolFailure {
    /// Of a call that broke in the middle: its form keeps its key and gets this same answer again, so that people have to
    /// be told how they leave it.
    var withWayOut: ToolFailure {
        guard code == .internal, advice == nil else { return self }
        return ToolFailure(
            code, message, field: field, advice: "Look whether it has happened. If not, load this page again and retry.",
            retry: retry, providerReference: providerReference)
    }
}

/// Makes a call for a form. When the same form was sent already and its call is under way, the answer of that one is
/// waited for: people press buttons twice, and want to know how it went.
///
/// - Parameters:
///   - patience: How long to wait for the first call.
///   - call: With an idempotency key; made again with the same one.
/// - Returns: The answer, ``ToolFailure/Code/inProgress`` when it took too long. The form has to keep its key then.
func callOnce<Output: Sendable>(
    patience: Duration = .seconds(3), _ call: () async -> Result<Output, ToolFailure>
) async -> Result<Output, ToolFailure> {
    let deadline = ContinuousClock.now + patience
    var pause = Duration.milliseconds(50)
    while true {
        let result = await call()
        guard case .failure(let failure) = result, failure.code == .inProgress else { return result }
        guard ContinuousClock.now + pause < deadline, (try? await Task.sleep(for: pause)) != nil else {
            return .failure(ToolFailure(
                .inProgress, "This was sent already and is still under way.",
                advice: "Wait a moment, then send it again to see how it went: it is done only once.",
                retry: failure.retry))
        }
        pause = min(pause * 2, .milliseconds(400))
    }
}
