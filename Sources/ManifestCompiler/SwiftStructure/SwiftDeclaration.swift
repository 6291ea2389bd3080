/// A declaration at file scope or in a type.
package indirect enum SwiftDeclaration: Sendable, Hashable {
    case type(SwiftTypeDeclaration)
    case property(SwiftProperty)
    case function(SwiftFunction)
    case enumCase(SwiftEnumCase)
    case alias(name: String, type: String)
}

/// A documentation comment: paragraphs, wrapped by the renderer. Empty means no comment.
package typealias SwiftDocumentation = [String]

/// `struct`, `enum` or `extension`.
package struct SwiftTypeDeclaration: Sendable, Hashable {
    package enum Keyword: String, Sendable, Hashable { case `struct`, `enum`, `extension` }

    package var documentation: SwiftDocumentation = []
    package var isPrivate = false
    /// For enums that contain themselves.
    package var isIndirect = false
    package var keyword: Keyword
    package var name: String
    package var conformances: [String] = []
    package var members: [SwiftDeclaration] = []
}

/// A stored or computed property.
package struct SwiftProperty: Sendable, Hashable {
    package var documentation: SwiftDocumentation = []
    /// A property wrapper, without `@`.
    package var wrapper: String?
    package var isPrivate = false
    package var isStatic = false
    /// `var` instead of `let`. Computed ones are always `var`.
    package var isVariable = false
    package var name: String
    package var type: String?
    package var value: SwiftExpression?
    /// The body of a computed property.
    package var getter: [SwiftStatement]?
}

/// A function or initialiser (whose name is `init`).
package struct SwiftFunction: Sendable, Hashable {
    package struct Parameter: Sendable, Hashable {
        /// `nil`: the same as `name`; `_`: none.
        package var label: String?
        package var name: String
        package var type: String
        package var defaultValue: SwiftExpression?
    }

    package var documentation: SwiftDocumentation = []
    package var isPrivate = false
    package var isStatic = false
    package var name: String
    package var parameters: [Parameter] = []
    /// `async`, `throws`, `throws(InvalidValue)`, in order.
    package var effects: [String] = []
    package var result: String?
    package var body: [SwiftStatement] = []
}

/// `case green`, `case unknown(String)`.
package struct SwiftEnumCase: Sendable, Hashable {
    package var documentation: SwiftDocumentation = []
    package var isIndirect = false
    package var name: String
    package var payload: [String] = []
    /// For enums with a raw type; `nil` where it is the name.
    package var rawValue: String?
}
