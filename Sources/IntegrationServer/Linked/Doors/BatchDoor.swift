#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Hummingbird
internal import IntegrationKit

/// `/mcp/batch`, by which the platform sends what waits in its outbox, and `/estimate`.
struct BatchDoor<I: Integration>: Sendable {
    let linked: LinkedRuntime<I>
    let tools: PlatformTools<I>

    /// In one request.
    private static var maximumCalls: Int { 1000 }
    private static var atOnce: Int { 64 }
    /// Of one call, as skedyul-node has it.
    private static var longest: Duration { .milliseconds(25_000) }

    func add(to router: Router<AppRequestContext>) {
        router.post("/mcp/batch") { request, _ in try await self.answer(request) { try await batch($0) } }
        router.post("/estimate") { request, _ in try await self.answer(request) { try await estimate($0) } }
    }

    private func answer(_ request: Request, _ work: (JSONObject) async throws -> Response) async throws -> Response {
        let body = try await DoorBody.bytes(of: request, linked.runtime.settings)
        guard case .object(let object)? = try? JSON.parse(body) else {
            return DoorResponse.error(DoorResponse.parseError, "Parse error", status: 400)
        }
        do {
            return try await work(object)
        } catch let malformed as MalformedCall {
            return DoorResponse.error(DoorResponse.invalidParams, malformed.description, status: 400)
        }
    }

    // MARK: Many calls

    private struct Call: Sendable {
        let id: JSON?
        let name: String
        let arguments: JSON
    }

    private func batch(_ body: JSONObject) async throws -> Response {
        let envelope = try Envelope(body)
        let calls = try Self.calls(in: body)
        let limit = min(try Self.deadline(in: body) ?? Self.longest, Self.longest)
        let results = await withTaskGroup(of: (Int, JSONObject).self) { group in
            var results = [JSONObject](repeating: [:], count: calls.count)
            for (index, call) in calls.enumerated() {
                if index >= Self.atOnce, let (done, result) = await group.next() { results[done] = result }
                group.addTask { (index, await run(call, envelope, limit)) }
            }
            for await (index, result) in group { results[index] = result }
            return results
        }
        let good = results.count { $0["success"] == true }
        let late = results.count { $0["timedOut"] == true }
        return DoorResponse.json([
            "results": .array(results.map(JSON.object)), "totalCalls": results.count.json, "successCount": good.json,
            "failedCount": (results.count - good).json, "timedOutCount": late.json,
        ])
    }

    private static func calls(in body: JSONObject) throws(MalformedCall) -> [Call] {
        guard let list = body["calls"]?.arrayValue, !list.isEmpty else { throw MalformedCall("calls must be a list with at least one call") }
        guard list.count <= maximumCalls else { throw MalformedCall("calls may be at most \(maximumCalls)") }
        return try list.enumerated().map { index, call throws(MalformedCall) in
            guard case .object(let call) = call else { throw MalformedCall("calls.\(index) must be an object") }
            return Call(
                id: call["id"], name: try call.requiredText("name", in: "calls.\(index)"),
                arguments: .object(try call.object("arguments", in: "calls.\(index)") ?? [:]))
        }
    }

    private static func deadline(in body: JSONObject) throws(MalformedCall) -> Duration? {
        switch body["deadline"] {
        case nil, .null?: return nil
        case .number(let number)?:
            guard number.double > 0, number.double < 1e12 else { throw MalformedCall("deadline must be milliseconds") }
            return .milliseconds(Int64(number.double))
        default: throw MalformedCall("deadline must be milliseconds")
        }
    }

    private func run(_ call: Call, _ envelope: Envelope, _ limit: Duration) async -> JSONObject {
        var result = JSONObject()
        result["id"] = call.id
        guard let tool = tools.tool(call.name) else {
            result["success"] = false
            result["error"] = .string("Tool \"\(call.name.prefix(100))\" not found")
            return result
        }
        // Not cancelled when the time is over: a message that is leaving is better seen through. It is bounded by the
        // tool's own timeout, and whoever asks again under the same `message.id` gets its answer.
        let work = Task { await tools.call(tool, inputs: call.arguments, envelope) }
        guard let outcome = await Self.first(work, within: limit) else {
            result["success"] = false
            result["error"] = .string("The call took longer than \(limit.milliseconds) ms")
            result["timedOut"] = true
            return result
        }
        switch outcome {
        case .done(let output):
            result["success"] = true
            result["result"] = output.map(JSON.object) ?? .null
        case .estimated(let credits):
            result["success"] = true
            result["result"] = ["billing": PlatformAnswer.billing(credits: credits)]
        case .failed(let failure):
            result["success"] = false
            result["error"] = .string(failure.text)
        }
        return result
    }

    /// - Returns: nil when it took too long; then it goes on unseen.
    private static func first<Value: Sendable>(_ work: Task<Value, Never>, within limit: Duration) async -> Value? {
        let (outcomes, outcome) = AsyncStream.makeStream(of: Value?.self, bufferingPolicy: .bufferingOldest(1))
        let timer = Task {
            try? await Task.sleep(for: limit)
            outcome.yield(nil)
        }
        let waiting = Task { outcome.yield(await work.value) }
        defer {
            timer.cancel()
            waiting.cancel()
        }
        for await value in outcomes { return value }
        return nil
    }

    // MARK: Estimates

    private func estimate(_ body: JSONObject) async throws -> Response {
        guard let tool = tools.tool(try body.requiredText("name")) else {
            throw MalformedCall("Tool \"\(body["name"]?.stringValue?.prefix(100) ?? "")\" not found")
        }
        let inputs = JSON.object(try body.object("inputs") ?? [:])
        switch await tools.estimate(tool, inputs, in: linked.runtime.core.answering(linked.call(for: try Envelope([:])))) {
        case .estimated(let credits): return DoorResponse.json(["billing": PlatformAnswer.billing(credits: credits)])
        case .done: return DoorResponse.json(["billing": PlatformAnswer.billing(credits: 0)])
        case .failed(let failure):
            return failure.code == .invalidInput
                ? DoorResponse.error(DoorResponse.invalidParams, failure.text, status: 400)
                : DoorResponse.error(DoorResponse.internalError, failure.text, status: 500)
        }
    }
}
