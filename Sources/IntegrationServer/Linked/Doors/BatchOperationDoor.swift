internal import Hummingbird
internal import IntegrationKit
internal import Logging

/// `/batch-operation`: one step of a loop that the platform runs over the provider's things.
struct BatchOperationDoor<I: Integration>: Sendable {
    let linked: LinkedRuntime<I>

    func add(to router: Router<AppRequestContext>) {
        router.post("/batch-operation") { request, context in
            let body = try await DoorBody.bytes(of: request, linked.runtime.settings)
            guard case .object(let object)? = try? JSON.parse(body) else {
                return DoorResponse.error(DoorResponse.parseError, "Parse error", status: 400)
            }
            linked.requestAnswered()
            do {
                return DoorResponse.json([
                    "success": true, "result": .object(try await run(object)), "billing": PlatformAnswer.billing(credits: 0),
                ])
            } catch let malformed as MalformedCall {
                return Self.failed(ToolFailure(.invalidInput, malformed.description))
            } catch let problems as InvalidValue {
                return Self.failed(.invalid(problems))
            } catch let failure as ToolFailure {
                return Self.failed(failure)
            } catch let failure as PlatformFailure {
                return Self.failed(ToolFailure(failure))
            } catch is DeadlinePassed {
                return Self.failed(ToolFailure(.timedOut, "The step took longer than it may."))
            } catch {
                context.logger.error("a batch operation failed", metadata: ["error": "\(error)"])
                return Self.failed(ToolFailure(.internal, "The step failed unexpectedly. The log has the details."), status: 500)
            }
        }
    }

    private func run(_ body: JSONObject) async throws -> JSONObject {
        let handle = try body.requiredText("handle")
        guard let entry = I.batchOperations.first(where: { $0.descriptor.handle == handle }) else {
            throw ToolFailure.notFound("batch operation", handle)
        }
        let envelope = try Self.envelope(body)
        let installation = try envelope.requiredInstallation()
        let core = try await linked.core(for: envelope, endpoint: handle)
        let environment = try await core.environment(of: installation)
        let step: @Sendable (BatchContext<I>) async throws -> JSONObject
        switch try body.requiredText("method") {
        case "setup":
            let input = body["input"] ?? [:]
            step = { try await entry.setup(input, $0) }
        case "iterate": step = { try await entry.iterate(body, $0) }
        default: throw MalformedCall("method must be setup or iterate")
        }
        let (result, ids) = try await core.unit(of: installation) { session in
            let context = BatchContext<I>(
                environment: environment, services: core.services, log: linked.log(for: envelope), session: session)
            return try await withDeadline(entry.descriptor.timeout) { try await step(context) }
        }
        return ids.apply(to: result)
    }

    /// Here the context spells its ids otherwise than everywhere else.
    private static func envelope(_ body: JSONObject) throws(MalformedCall) -> Envelope {
        var context = try body.object("context") ?? [:]
        for name in ["workplaceId", "appInstallationId", "appId"] { _ = try context.requiredText(name, in: "context") }
        if context["workplace"] == nil, let id = context["workplaceId"] {
            context["workplace"] = ["id": id, "subdomain": id]
        }
        var envelope = body
        envelope["context"] = .object(context)
        return try Envelope(envelope)
    }

    private static func failed(_ failure: ToolFailure, status: Int = 200) -> Response {
        DoorResponse.json(
            [
                "success": false, "error": .object(PlatformAnswer.error(failure)), "retry": PlatformAnswer.retry(failure),
                "billing": PlatformAnswer.billing(credits: 0),
            ], status: status)
    }
}
