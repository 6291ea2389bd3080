public import IntegrationKit

/// An error as Meta reports it: in the answer to a call, or inside a webhook.
///
/// Nothing about it is taken for granted but that there is one: keys may be missing or of another type.
public struct GraphError: Error, Hashable, Sendable {
    /// Meta's number; the key to branch on. -1 when the answer had none.
    public let code: Int
    public let subcode: Int?
    /// Meta's text, in English; may change at any time.
    public let message: String
    /// `error_data.details`: names the field or the cause, for WhatsApp.
    public let details: String?
    /// `OAuthException` for nearly everything.
    public let type: String?
    /// Meta's own word that trying again may help.
    public let isTransient: Bool
    /// A title and a text that Meta wrote for people, in the language of the account.
    public let userTitle: String?
    public let userMessage: String?
    /// To be quoted to Meta's support.
    public let traceID: String?
    /// The status of the answer; nil inside a webhook.
    public let httpStatus: Int?
    /// How long Meta asks to wait: the `Retry-After` header or the usage header's minutes.
    public let requestedWait: Duration?

    /// The whole answer: of a call for several things, it says beside the error what was done.
    public let answer: JSON?

    /// What the table of codes says about it; nil for a code that is not documented.
    public let rule: GraphErrorRule?

    /// - Parameters:
    ///   - envelope: The value of `error` in an answer, or one element of a webhook's `errors`.
    ///   - answer: Where it stands.
    public init(_ envelope: JSON, httpStatus: Int? = nil, requestedWait: Duration? = nil, answer: JSON? = nil) {
        func text(_ key: String) -> String? { envelope[key]?.stringValue.flatMap { $0.isEmpty ? nil : $0 } }
        func number(_ key: String) -> Int? {
            (envelope[key]?.int64Value ?? envelope[key]?.stringValue.flatMap(Int64.init)).flatMap(Int.init(exactly:))
        }
        let message =
            text("message") ?? text("title") ?? envelope.stringValue ?? "Meta reported an error without a text"
        let code = number("code") ?? -1
        let subcode = number("error_subcode").flatMap { $0 == 0 ? nil : $0 }
        self.code = code
        self.subcode = subcode
        self.message = message
        // An object for WhatsApp, plain text elsewhere; a webhook may give `details` as its title's long form.
        details = envelope["error_data"]?["details"]?.stringValue ?? envelope["error_data"]?.stringValue
        type = text("type")
        isTransient = envelope["is_transient"]?.boolValue ?? false
        userTitle = text("error_user_title")
        userMessage = text("error_user_msg")
        traceID = text("fbtrace_id")
        self.httpStatus = httpStatus
        self.requestedWait = requestedWait
        self.answer = answer
        rule = GraphErrorTable.rule(code: code, subcode: subcode, message: message)
    }

    public var kind: GraphErrorKind {
        if let rule { return rule.kind }
        if isTransient || (httpStatus ?? 0) >= 500 { return .temporary }
        return httpStatus == 429 ? .rateLimited : .unknown
    }

    /// Who can mend it; for a code that is not documented, what its kind says.
    public var fault: GraphFault {
        if let rule { return rule.fault }
        return kind == .temporary || kind == .rateLimited ? .provider : .caller
    }

    /// Whether and when to try again. A wait that Meta asks for is never cut short; for codes that are not documented,
    /// Meta's `is_transient`, 5xx and 429 allow it, and nothing else does.
    public var retry: GraphRetry {
        let usual: GraphRetry
        if let rule {
            usual = rule.retry
        } else {
            usual = kind == .temporary || kind == .rateLimited ? .after(.seconds(5)) : .never
        }
        if case .after(let wait) = usual { return .after(max(wait, requestedWait ?? .zero)) }
        return isTransient ? .after(max(.seconds(5), requestedWait ?? .zero)) : usual
    }

    /// Whether the call may have had its effect nevertheless: Meta says that something of its own went wrong, and not that
    /// nothing was done. Never so inside a webhook, which is about a call that was taken.
    public var isOutcomeUnknown: Bool {
        guard httpStatus != nil else { return false }
        return rule?.leavesOutcomeOpen ?? (kind == .temporary)
    }

    /// What to do next, for a person.
    public var action: String {
        if let rule { return rule.action }
        return switch kind {
        case .temporary: "Try again later."
        case .rateLimited: "Wait before the next call."
        default: "Look the code \(code) up in Meta's references, and quote the trace id to Meta's support."
        }
    }
}

extension GraphError: CustomStringConvertible {
    /// For example `(#131047) Re-engagement message: Message failed because … [trace A7kq0]`.
    public var description: String {
        let number = message.hasPrefix("(#") ? "" : "(#\(code)\(subcode.map { "/\($0)" } ?? "")) "
        let cause = details.map { ": \($0)" } ?? ""
        let trace = traceID.map { " [trace \($0)]" } ?? ""
        return number + message + cause + trace
    }
}
