internal import IntegrationKit

/// Answers in the platform's words. The shapes are those of skedyul-node 1.7, "What a handler returns" and "JSON-RPC
/// result of tools/call"; what that server loses on the way (retry, field, details) is told.
enum PlatformAnswer {
    /// The result of `tools/call` that went well.
    static func result(of output: JSONObject?, for tool: ToolDescriptor) -> JSONObject {
        let text = output.map { JSON.object($0).serialized() } ?? "null"
        var result: JSONObject = ["content": [["type": "text", "text": .string(text)]]]
        if output != nil || tool.outputSchema != nil { result["structuredContent"] = .object(output ?? [:]) }
        result["billing"] = billing(credits: 0)
        return result
    }

    /// The result of `tools/call` with `estimate`.
    static func result(estimated credits: Double) -> JSONObject {
        ["content": [["type": "text", "text": "null"]], "billing": billing(credits: credits)]
    }

    /// The result of `tools/call` that failed.
    static func result(of failure: ToolFailure, for tool: ToolDescriptor) -> JSONObject {
        let content: JSON = ["error": .object(error(failure)), "retry": retry(failure)]
        var result: JSONObject = ["content": [["type": "text", "text": .string(content.serialized())]]]
        // It would not fit the tool's schema.
        if tool.outputSchema == nil { result["structuredContent"] = content }
        result["isError"] = true
        result["billing"] = billing(credits: 0)
        return result
    }

    static func billing(credits: Double) -> JSON { ["credits": credits.json] }

    /// A `ToolError`.
    static func error(_ failure: ToolFailure) -> JSONObject {
        let word = ErrorWord(failure.code)
        var error: JSONObject = [
            "code": .string(word.code), "message": .string(failure.text), "category": .string(word.category),
        ]
        error["field"] = failure.field.map(JSON.string)
        var details: JSONObject = [:]
        details["providerReference"] = failure.providerReference.map(JSON.string)
        details["advice"] = failure.advice.map(JSON.string)
        if !details.isEmpty { error["details"] = .object(details) }
        return error
    }

    /// A `ToolRetry`: always said, for the platform repeats by category what does not say it.
    static func retry(_ failure: ToolFailure) -> JSON {
        switch failure.retry {
        case .never: ["allowed": .bool(failure.code == .unavailable)]
        case .after(let delay): ["allowed": true, "afterMs": .number(JSONNumber(delay.milliseconds))]
        }
    }

    /// The platform's code and category for one of ours.
    private struct ErrorWord {
        let code: String
        let category: String

        init(_ code: ToolFailure.Code) {
            (self.code, category) =
                switch code {
                case .invalidInput: ("VALIDATION_ERROR", "validation")
                case .notFound: ("NOT_FOUND", "external")
                case .conflict: ("CONFLICT", "validation")
                case .inProgress: ("CONFLICT", "external")
                case .notConnected: ("AUTH_INVALID", "auth")
                // Has the platform mark the installation, so that a person connects it again.
                case .authExpired: ("APP_AUTH_INVALID", "auth")
                case .permissionDenied: ("PERMISSION_DENIED", "auth")
                case .rateLimited: ("RATE_LIMITED", "external")
                case .rejected, .unavailable: ("EXTERNAL_SERVICE_ERROR", "external")
                case .timedOut: ("TIMEOUT", "timeout")
                case .internal: ("INTERNAL_ERROR", "internal")
                default: (code.rawValue, "internal")
                }
        }
    }

    // MARK: Lists

    /// A tool as `tools/list` has it.
    static func listing(of tool: ToolDescriptor) throws -> JSON {
        let timeout = JSON.number(JSONNumber(tool.timeout.milliseconds))
        let retries = tool.repeats.attempts.json
        let touchPoints = tool.limits.isEmpty ? nil : JSON.array(tool.limits.map(touchPoint))
        let handoff = tool.handoff.map { JSON.object(["role": .string("mutex_\($0.rawValue.lowercased())")]) }
        var hints: JSONObject = [:]
        hints["maxCallsPerRun"] = tool.maximumCallsPerRun?.json
        if tool.annotations.isIdempotent { hints["idempotent"] = true }
        var listing: JSONObject = [
            "name": .string(tool.handle), "displayName": .string(tool.label),
            "description": .string(tool.description.isEmpty ? tool.label : tool.description),
            "inputSchema": try JSON.parse(tool.inputSchema),
        ]
        listing["outputSchema"] = try tool.outputSchema.map { try JSON.parse($0) }
        listing["timeout"] = timeout
        listing["retries"] = retries
        listing["queueTouchPoints"] = touchPoints
        listing["rateLimitHandoff"] = handoff
        if tool.scope == .appVersion { listing["executionScope"] = "app_version" }
        var config: JSONObject = ["timeout": timeout, "retries": retries]
        if !hints.isEmpty { config["completionHints"] = .object(hints) }
        config["queueTouchPoints"] = touchPoints
        config["rateLimitHandoff"] = handoff
        listing["config"] = .object(config)
        return .object(listing)
    }

    private static func touchPoint(_ use: LimitUse) -> JSON {
        var point: JSONObject = ["queue": .string(use.limit.handle), "estimatedCalls": use.calls.json]
        // The platform's keys are of one argument.
        point["subKeyFromArg"] = use.keys.first.map { .string($0.joined(separator: ".")) }
        if use.limit.isMutex { point["mutexOnly"] = true }
        return .object(point)
    }

    /// A webhook as `webhooks/list` has it.
    static func listing<I: Integration>(of webhook: WebhookEntry<I>) -> JSON {
        let descriptor = webhook.descriptor
        let isCallback = if case .events = webhook.work { false } else { true }
        return [
            "name": .string(descriptor.handle), "description": .string(descriptor.description),
            "methods": .array(descriptor.methods.map(JSON.string)), "type": isCallback ? "CALLBACK" : "WEBHOOK",
        ]
    }
}
