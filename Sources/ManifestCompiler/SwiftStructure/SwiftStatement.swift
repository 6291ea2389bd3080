/// A statement in a body.
package indirect enum SwiftStatement: Sendable, Hashable {
    case expression(SwiftExpression)
    case binding(isVariable: Bool, name: String, type: String?, value: SwiftExpression)
    case assignment(SwiftExpression, SwiftExpression)
    case `return`(SwiftExpression?)
    case `throw`(SwiftExpression)
    case `if`([SwiftExpression], then: [SwiftStatement])
    case `guard`([SwiftExpression], else: [SwiftStatement])
    case `switch`(SwiftExpression, [SwitchCase])

    package struct SwitchCase: Sendable, Hashable {
        /// With `case`: `case .green`, or `default`.
        package var pattern: String
        package var value: SwiftExpression
    }

    package static func constant(_ name: String, type: String? = nil, _ value: SwiftExpression) -> SwiftStatement {
        .binding(isVariable: false, name: name, type: type, value: value)
    }

    package static func variable(_ name: String, type: String? = nil, _ value: SwiftExpression) -> SwiftStatement {
        .binding(isVariable: true, name: name, type: type, value: value)
    }
}

extension SwiftStatement {
    /// Whether the code mentions the local or parameter `name`.
    func mentions(_ name: String) -> Bool {
        switch self {
        case .expression(let value), .binding(_, _, _, let value), .throw(let value): value.mentions(name)
        case .assignment(let target, let value): target.mentions(name) || value.mentions(name)
        case .return(let value): value?.mentions(name) ?? false
        case .if(let conditions, let body), .guard(let conditions, let body):
            conditions.contains { $0.mentions(name) } || body.contains { $0.mentions(name) }
        case .switch(let subject, let cases): subject.mentions(name) || cases.contains { $0.value.mentions(name) }
        }
    }
}
