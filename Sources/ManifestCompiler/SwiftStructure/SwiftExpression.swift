/// An expression. Whoever builds one takes care of its meaning; the renderer adds the parentheses that operators need.
package indirect enum SwiftExpression: Sendable, Hashable {
    /// Names, literals and other code without spaces to break at.
    case code(String)
    case string(String)
    /// A text that keeps its lines: a prompt.
    case lines(String)
    /// A raw string literal of pieces that are joined without anything between them, one a line.
    case rawText([String])
    /// A raw string literal that keeps the lines of the text, at the margin. The text ends with a line end, which the
    /// literal has not.
    case document(String)
    case interpolation([Piece])
    case array([SwiftExpression])
    case dictionary([Entry])
    case call(SwiftExpression, [SwiftArgument], trailing: SwiftClosure? = nil)
    /// `base.name`; with `isOptional` `base?.name`.
    case member(SwiftExpression, String, isOptional: Bool = false)
    case `subscript`(SwiftExpression, [SwiftArgument])
    case infix(SwiftExpression, String, SwiftExpression)
    case ternary(SwiftExpression, SwiftExpression, SwiftExpression)
    /// `try await value`, `!value`.
    case prefix(String, SwiftExpression)
    case closure(SwiftClosure)
    case parenthesized(SwiftExpression)
    /// `(a, b)`; of one element, the element.
    case tuple([SwiftExpression])
    /// An element of an array with a comment behind it.
    case remarked(SwiftExpression, String)

    package enum Piece: Sendable, Hashable {
        case text(String)
        case value(SwiftExpression)
    }

    package struct Entry: Sendable, Hashable {
        package var key: SwiftExpression
        package var value: SwiftExpression
    }
}

package struct SwiftArgument: Sendable, Hashable {
    package var label: String?
    package var value: SwiftExpression

    package init(_ label: String? = nil, _ value: SwiftExpression) {
        self.label = label
        self.value = value
    }
}

/// `{ item in … }`.
package struct SwiftClosure: Sendable, Hashable {
    /// What stands before `in`; empty without it.
    package var signature: String
    package var body: [SwiftStatement]
}

extension SwiftExpression {
    package static let none = SwiftExpression.code("nil")

    package static func boolean(_ value: Bool) -> SwiftExpression { .code(value ? "true" : "false") }
    package static func integer(_ value: some BinaryInteger) -> SwiftExpression { .code(String(value)) }

    /// The text as a literal, or `nil`.
    package static func optionalString(_ text: String?) -> SwiftExpression { text.map { .string($0) } ?? .none }

    package static func call(
        _ callee: String, _ arguments: [SwiftArgument], trailing: SwiftClosure? = nil
    ) -> SwiftExpression {
        .call(.code(callee), arguments, trailing: trailing)
    }

    /// Whether the code mentions the local or parameter `name`.
    func mentions(_ name: String) -> Bool {
        switch self {
        case .code(let code): Self.names(in: code).contains(name)
        case .string, .lines, .rawText, .document: false
        case .interpolation(let pieces):
            pieces.contains { if case .value(let value) = $0 { value.mentions(name) } else { false } }
        case .array(let elements), .tuple(let elements): elements.contains { $0.mentions(name) }
        case .dictionary(let entries): entries.contains { $0.key.mentions(name) || $0.value.mentions(name) }
        case .call(let callee, let arguments, let trailing):
            callee.mentions(name) || arguments.contains { $0.value.mentions(name) }
                || trailing?.body.contains { $0.mentions(name) } ?? false
        case .member(let base, _, _), .prefix(_, let base), .parenthesized(let base), .remarked(let base, _):
            base.mentions(name)
        case .subscript(let base, let arguments):
            base.mentions(name) || arguments.contains { $0.value.mentions(name) }
        case .infix(let left, _, let right): left.mentions(name) || right.mentions(name)
        case .ternary(let condition, let then, let otherwise):
            condition.mentions(name) || then.mentions(name) || otherwise.mentions(name)
        case .closure(let closure): closure.body.contains { $0.mentions(name) }
        }
    }

    /// The names that stand alone in a piece of code: no members, nothing in quotes.
    private static func names(in code: String) -> Set<String> {
        var names: Set<String> = []
        var current = ""
        var isMember = false
        var isQuoted = false
        for character in code + " " {
            if character == "\"" { isQuoted.toggle() }
            if !isQuoted, character.isLetter || character.isNumber || character == "_" {
                current.append(character)
                continue
            }
            if !current.isEmpty, !isMember { names.insert(current) }
            if !current.isEmpty || character != "`" { isMember = character == "." }
            current = ""
        }
        return names
    }

    /// `base.name(arguments)`.
    package func calling(_ name: String, _ arguments: [SwiftArgument] = []) -> SwiftExpression {
        .call(.member(self, name), arguments)
    }

    /// How strongly the expression holds together; an operand that is weaker than its operator needs parentheses.
    var precedence: Int {
        switch self {
        case .ternary: 1
        case .infix(_, let name, _):
            switch name {
            case "=": 0
            case "||": 2
            case "&&": 3
            case "==", "!=", "<", ">", "<=", ">=": 4
            case "??": 5
            case "+", "-": 6
            default: 7
            }
        case .prefix(let word, _): word == "!" ? 9 : 1
        default: 10
        }
    }
}
