import IntegrationKit
import OutboundHTTP

/// What happens when a call is made twice.
enum CallEffect: Sendable {
    /// The same as once: it reads, or says what is to be there afterwards.
    case repeatable
    /// Something a second time: it is repeated only when the platform has not done it.
    case once
}

extension CoreAccess {
    /// Calls a method of the Core API.
    func call(
        _ method: String, _ parameters: JSONObject = [:], _ effect: CallEffect, isLong: Bool = false
    ) async throws(CoreFailure) -> CoreAnswer {
        var body: JSONObject = ["method": .string(method)]
        if !parameters.isEmpty { body["params"] = .object(parameters) }
        return try await post(
            "/api/core", method, body, effect, deadline: isLong ? api.policy.longDeadline : api.policy.deadline)
    }

    /// Posts to the platform and repeats what may be repeated, all within one deadline.
    ///
    /// - Parameter name: What failures call it.
    func post(
        _ path: String, _ name: String, _ body: JSONObject, _ effect: CallEffect, deadline: Duration
    ) async throws(CoreFailure) -> CoreAnswer {
        let end = ContinuousClock.now + deadline
        let content = HTTPContent(JSON.object(body).bytes())
        var attempt = 1
        while true {
            var askedWait: Duration?
            let failure: CoreFailure
            do throws(CoreFailure) {
                let response = try await send(path, content, deadline: ContinuousClock.now.duration(to: end))
                askedWait = response.headers["Retry-After"].flatMap { Int($0) }.map { .seconds(max(0, $0)) }
                return try CoreAnswer(response, to: name)
            } catch {
                failure = error
            }
            let wait = askedWait ?? pause(beforeAttempt: attempt + 1)
            guard attempt < api.policy.attempts, failure.mayBeRepeated(effect), ContinuousClock.now + wait < end
            else { throw failure }
            do {
                try await Task.sleep(for: wait)
            } catch {
                throw failure
            }
            attempt += 1
        }
    }

    /// Half of it always, half of it at random, so that those who failed together do not come back together.
    private func pause(beforeAttempt attempt: Int) -> Duration {
        let whole = api.policy.pause * (1 << min(attempt - 2, 10))
        return whole / 2 + whole / 2 * Double.random(in: 0...1)
    }

    private func send(
        _ path: String, _ content: HTTPContent, deadline: Duration
    ) async throws(CoreFailure) -> HTTPResponse {
        let headers: HTTPHeaders = [
            HTTPHeader("Accept", "application/json"), HTTPHeader("Content-Type", "application/json"),
            HTTPHeader("Authorization", "Bearer \(token.secret.expose())", isSensitive: true),
        ]
        do throws(HTTPFailure) {
            return try await api.http.execute(
                HTTPRequest(
                    .post, api.baseURL + path, headers: headers, content: content, deadline: deadline,
                    responseLimit: api.policy.answerLimit))
        } catch {
            throw .transport(error)
        }
    }
}

extension CoreFailure {
    /// Whether the same call may be made again at once, and has a chance.
    fileprivate func mayBeRepeated(_ effect: CallEffect) -> Bool {
        guard isTemporary else { return false }
        return effect == .repeatable || !isOutcomeUnknown
    }
}
