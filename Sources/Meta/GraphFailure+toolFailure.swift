import GraphAPI
import IntegrationKit

extension ToolFailure {
    /// A failure of the Graph API as callers of tools see it.
    ///
    /// - Parameter isSend: Whether the call has an effect that must not happen twice: then a lost answer, or one that does
    ///   not say whether it was done, is an unknown outcome and not a failure.
    init(_ failure: GraphFailure, isSend: Bool = false) {
        let outcomeIsUnknown = isSend && failure.isOutcomeUnknown
        self.init(
            outcomeIsUnknown ? .unknownOutcome : Self.code(of: failure),
            Self.message(of: failure),
            advice: outcomeIsUnknown
                ? "Wait for the status that tells whether it was done; do not send it again." : failure.action,
            retry: outcomeIsUnknown ? .never : Self.retry(of: failure),
            providerReference: failure.reference,
            limit: Self.limit(of: failure))
    }

    private static func code(of failure: GraphFailure) -> Code {
        switch failure.kind {
        case .authentication: .authExpired
        case .permission, .policy: .permissionDenied
        case .rateLimited: .rateLimited
        case .invalidRequest, .template, .media, .unsupported: .invalidInput
        case .notFound: .notFound
        case .duplicate: .conflict
        case .temporary: .unavailable
        case .undeliverable, .windowClosed, .registration, .account, .setup, .partial, .unknown: .rejected
        }
    }

    /// The limit of the manifest that Meta says was exceeded.
    private static func limit(of failure: GraphFailure) -> String? {
        guard case .refused(let error) = failure else { return nil }
        return switch error.code {
        case 130429, 131057: Meta.Limits.whatsAppNumber.handle
        case 131056: Meta.Limits.whatsAppPair.handle
        default: nil
        }
    }

    private static func message(of failure: GraphFailure) -> String {
        guard case .refused(let error) = failure else { return "Meta: \(failure)" }
        return "Meta: " + (error.details ?? error.userMessage ?? error.message)
    }

    private static func retry(of failure: GraphFailure) -> Retry {
        switch failure.retry {
        case .never: .never
        case .after(let delay): .after(delay)
        }
    }
}
