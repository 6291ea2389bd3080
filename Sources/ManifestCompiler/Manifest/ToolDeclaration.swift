/// An entry of `tools:`.
package struct ToolDeclaration: Declaration {
    package enum Scope: String, Sendable, Hashable, CaseIterable {
        case installation = "INSTALLATION"
        case appVersion = "APP_VERSION"
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
    package var rules: [InputRule]
    package var timeout: ManifestDuration?
    package var retry: RetryPolicy?
    package var annotations: ToolAnnotations
    package var scope: Scope
    /// Provision or install variables without which the tool is not offered.
    package var requiredVariables: [Reference]
    /// What the author wrote; `nil` means all that fit. ``effectiveTriggers`` has both.
    package var triggers: [Trigger]?
}

extension ToolDeclaration {
    /// The triggers written, else all; PAGE_CONTEXT only for a tool that is read-only.
    package var effectiveTriggers: [Trigger] {
        triggers ?? Trigger.allCases.filter { $0 != .pageContext || annotations.readOnly == true }
    }
}

/// Hints for agents; they become MCP annotations. `nil` leaves MCP's default.
package struct ToolAnnotations: Sendable, Hashable {
    package var readOnly: Bool?
    package var destructive: Bool?
    package var idempotent: Bool?
    package var openWorld: Bool?
}

/// `retry: { attempts, delay, backoff, max_delay }`.
package struct RetryPolicy: Sendable, Hashable {
    package enum Backoff: String, Sendable, Hashable, CaseIterable {
        case exponential = "EXPONENTIAL"
        case linear = "LINEAR"
    }

    /// The first attempt included; at least 1.
    package var attempts: Int
    package var delay: ManifestDuration?
    package var backoff: Backoff?
    package var maximumDelay: ManifestDuration?
}

/// One of `rules:`: what types cannot say about which inputs are given together.
package struct InputRule: Sendable, Hashable {
    package enum Requirement: String, Sendable, Hashable, CaseIterable {
        case anyOf = "any_of"
        case exactlyOneOf = "exactly_one_of"
        case allOrNone = "all_or_none"
        case atMostOneOf = "at_most_one_of"
    }

    package var requirement: Requirement
    package var inputs: [Reference]
    /// What the caller is told.
    package var message: String
    package var span: SourceSpan
}
