/// An entry of a tool's `rules:`: what holds for several inputs together.
///
/// An input is given if it is there, and neither null nor an empty list or text; a default does not count.
package struct ToolRule: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case anyOf([Reference])
        case exactlyOneOf([Reference])
        case allOrNone([Reference])
        case atMostOneOf([Reference])
        case when(TemplateSource, require: [Reference])
    }

    package var kind: Kind
    /// What a caller is told who breaks it.
    package var message: String
    package var span: SourceSpan

    /// The inputs that it names, outside of conditions.
    package var inputs: [Reference] {
        switch kind {
        case .anyOf(let inputs), .exactlyOneOf(let inputs), .allOrNone(let inputs), .atMostOneOf(let inputs): inputs
        case .when(_, let inputs): inputs
        }
    }
}
