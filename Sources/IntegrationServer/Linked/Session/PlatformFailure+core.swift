internal import IntegrationKit
internal import SkedyulAPI

/// What a call of the platform was to do.
enum CorePurpose: Sendable { case reading, writing }

extension PlatformFailure {
    /// What a failure of the Core API means to a handler.
    ///
    /// - Parameters:
    ///   - what: What it was about, for people: a model's label.
    ///   - id: Of the thing, if there is one.
    init(_ failure: CoreFailure, about what: String, id: String = "", _ purpose: CorePurpose) {
        switch failure {
        case .refused(let refusal) where refusal.isNotFound: self = .notFound(what: what, id: id)
        case .refused(let refusal) where refusal.isConflict:
            self = .conflict(what: what, field: refusal.problems.first?.field ?? "identity")
        case _ where failure.isAuthorizationFailure || failure.isTemporary:
            self = purpose == .writing && failure.isOutcomeUnknown
                ? .unfinished(reason: failure.description) : .unavailable(reason: failure.description)
        case .refused(let refusal):
            self = .invalid(
                InvalidValue(
                    refusal.problems.map { ValueProblem(path: $0.field ?? "", message: "was refused: \($0.message)") }))
        case .transport, .unreadable:
            self = purpose == .writing && failure.isOutcomeUnknown
                ? .unfinished(reason: failure.description) : .unavailable(reason: failure.description)
        }
    }
}

extension ToolFailure {
    /// What a failure of a service of the platform's means to a handler.
    init(_ failure: CoreFailure, about what: String, id: String = "", _ purpose: CorePurpose) {
        self.init(PlatformFailure(failure, about: what, id: id, purpose))
    }
}
