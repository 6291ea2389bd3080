#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
public import IntegrationKit

// What a manifest asks for by `uses`. The words are those of IntegrationKit's services.

extension CoreAccess {
    /// `ai.generateObject`.
    public func generateObject(_ request: AIRequest) async throws(CoreFailure) -> JSON {
        var parameters: JSONObject = [
            "system": .string(request.system), "prompt": .string(request.prompt), "schema": request.schema,
        ]
        if !request.files.isEmpty { parameters["files"] = request.files.json }
        parameters["maxTokens"] = request.maximumTokens?.json
        let answer = try await call("ai.generateObject", parameters, .once, isLong: true)
        return answer.data
    }

    /// `call.start`.
    public func startCall(_ call: NewCall) async throws(CoreFailure) -> CallSession {
        var parameters: JSONObject = [
            "communicationChannelId": call.channel.json, "fromNumber": .string(call.from), "toNumber": .string(call.to),
            "direction": .string(call.direction.rawValue),
        ]
        parameters["externalId"] = call.externalID?.json
        parameters["callerName"] = call.callerName?.json
        let answer = try await self.call("call.start", parameters, .once)
        return CallSession(id: try answer.member("callSessionId"), threadID: try answer.member("threadId"))
    }

    /// `call.appendTranscript`.
    public func append(_ part: TranscriptPart, toCall session: String) async throws(CoreFailure) {
        let parameters: JSONObject = [
            "callSessionId": .string(session), "content": .string(part.content), "track": .string(part.track.rawValue),
            "isFinal": .bool(part.isFinal),
        ]
        _ = try await call("call.appendTranscript", parameters, .once)
    }

    /// `call.end`.
    public func endCall(_ session: String, _ end: CallEnd) async throws(CoreFailure) {
        var parameters: JSONObject = ["callSessionId": .string(session), "status": .string(end.status.rawValue)]
        parameters["duration"] = end.duration.map { Int($0.components.seconds).json }
        parameters["endedAt"] = end.endedAt?.json
        parameters["recordingUrl"] = end.recordingURL?.json
        _ = try await call("call.end", parameters, .repeatable)
    }

    /// `call.summarize`. nil while there is none.
    public func summary(ofCall session: String) async throws(CoreFailure) -> String? {
        let answer = try await call("call.summarize", ["callSessionId": .string(session)], .repeatable, isLong: true)
        return answer.data["summary"]?.stringValue
    }

    /// `report.generate`.
    public func report(_ template: String, arguments: JSONObject) async throws(CoreFailure) -> Report {
        var parameters: JSONObject = ["templateHandle": .string(template)]
        if !arguments.isEmpty { parameters["arguments"] = .object(arguments) }
        let answer = try await call("report.generate", parameters, .repeatable, isLong: true)
        if let url = answer.data["url"]?.stringValue { return .url(url) }
        return .html(try answer.member("html"))
    }
}
