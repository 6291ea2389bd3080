internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit

extension HTTPProblem {
    /// A tool's failure as problem details: `code`, `field`, `advice` and `retryAfterMs` are members of their own.
    init(_ failure: ToolFailure) {
        var headers: HTTPFields = [:]
        if case .after(let delay) = failure.retry {
            headers[.retryAfter] = String(max(1, Int(delay.timeInterval.rounded(.up))))
        }
        self.init(
            Self.status(of: failure.code), title: failure.message, failure.advice ?? "", headers: headers,
            members: failure.members)
    }

    private static func status(of code: ToolFailure.Code) -> HTTPResponse.Status {
        switch code {
        case .invalidInput: .unprocessableContent
        case .notFound: .notFound
        case .conflict, .inProgress, .notConnected, .authExpired, .channelClosed, .unknownOutcome: .conflict
        case .permissionDenied: .forbidden
        case .rateLimited: .tooManyRequests
        case .rejected: .badGateway
        case .unavailable: .serviceUnavailable
        case .timedOut: .gatewayTimeout
        default: .internalServerError
        }
    }
}

extension ToolFailure {
    /// What programs may branch on, the same at every door.
    var members: JSONObject {
        var members: JSONObject = ["code": .string(code.rawValue), "message": .string(message)]
        members["field"] = field.map(JSON.string)
        members["advice"] = advice.map(JSON.string)
        if case .after(let delay) = retry { members["retryAfterMs"] = .number(JSONNumber(delay.milliseconds)) }
        members["providerReference"] = providerReference.map(JSON.string)
        return members
    }

    /// What ``members`` gives, read again. Without a code nothing is known of how the call ended.
    init(members: JSONObject) {
        self.init(
            members["code"]?.stringValue.map(Code.init(rawValue:)) ?? .unknownOutcome,
            members["message"]?.stringValue ?? "", field: members["field"]?.stringValue,
            advice: members["advice"]?.stringValue,
            retry: members["retryAfterMs"]?.int64Value.map { .after(.milliseconds($0)) } ?? .never,
            providerReference: members["providerReference"]?.stringValue)
    }
}
