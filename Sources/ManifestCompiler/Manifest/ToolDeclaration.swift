/// An entry of `tools:`.
package struct ToolDeclaration: Declaration {
    /// What a call belongs to.
    package typealias Scope = RunScope

    /// A tool's part in a reservation.
    package enum Handoff: String, Sendable, Hashable, CaseIterable {
        case reserve = "RESERVE"
        case confirm = "CONFIRM"
        case book = "BOOK"
    }

    /// From where a tool may be called.
    package enum Trigger: String, Sendable, Hashable, CaseIterable {
        case agent = "AGENT"
        case workflow = "WORKFLOW"
        case form = "FORM"
        case action = "ACTION"
        case fieldChange = "FIELD_CHANGE"
        case pageContext = "PAGE_CONTEXT"
        case schedule = "SCHEDULE"
        case provision = "PROVISION"
        case developer = "DEVELOPER"
    }

    package var heading: Heading
    /// `nil` takes nothing.
    package var input: PayloadDeclaration?
    /// `nil` returns nothing.
    package var output: PayloadDeclaration?
    package var timeout: ManifestDuration?
    package var annotations: ToolAnnotations
    package var scope: Scope
    /// What the author wrote; `nil` means all that fit. ``effectiveTriggers`` has both.
    package var triggers: [Trigger]?
    package var rules: [ToolRule] = []
    /// `nil` is tried once.
    package var retry: RetryPolicy?
    /// Whether a handler says beforehand what a call will cost.
    package var hasEstimate = false
    package var limits: [LimitUse] = []
    /// Variables without which it is not offered.
    package var requiredVariables: [Reference] = []
    /// `hints.max_calls_per_run`.
    package var maximumCallsPerRun: Int?
    package var handoff: Handoff?
}

extension ToolDeclaration {
    /// The triggers written, else all; PAGE_CONTEXT only for a tool that is read-only, and what calls for an
    /// installation only for a tool that belongs to one.
    package var effectiveTriggers: [Trigger] {
        triggers
            ?? Trigger.allCases.filter { trigger in
                switch trigger {
                case .pageContext: annotations.readOnly == true
                case .agent, .workflow: scope == .installation
                default: true
                }
            }
    }
}

/// Hints for agents; they become MCP annotations. `nil` leaves MCP's default.
package struct ToolAnnotations: Sendable, Hashable {
    package var readOnly: Bool?
    package var destructive: Bool?
    package var idempotent: Bool?
    package var openWorld: Bool?
}
