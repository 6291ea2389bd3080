extension TemplateCompiler {
    mutating func compile(_ condition: TemplateCondition, in scope: TemplateScope) -> SwiftExpression? {
        switch condition {
        case .truth(let expression): return truth(of: expression, in: scope)
        case .comparison(let left, let comparison, let right):
            return compare(left, comparison, right, in: scope)
        case .and(let left, let right):
            let left = compile(left, in: scope)
            let right = compile(right, in: scope)
            return left.flatMap { left in right.map { .infix(left, "&&", $0) } }
        case .or(let left, let right):
            let left = compile(left, in: scope)
            let right = compile(right, in: scope)
            return left.flatMap { left in right.map { .infix(left, "||", $0) } }
        }
    }

    /// False are `false` and nil only.
    private mutating func truth(of expression: TemplateExpression, in scope: TemplateScope) -> SwiftExpression? {
        guard let value = compile(expression, in: scope) else { return nil }
        switch (value.type, value.isOptional) {
        case (.boolean, false): return value.swift
        case (.boolean, true): return .infix(value.swift, "==", .code("true"))
        case (.text, true):
            report(
                .templateTruth, "an empty text is true as well", at: expression.range,
                help: ["compare it with blank: `!= blank`"])
            return .infix(value.swift, "!=", .none)
        case (_, true): return .infix(value.swift, "!=", .none)
        case (_, false):
            report(
                .templateConstant, "\(value.type.words) that is always there is always true", at: expression.range,
                help: ["compare it: `!= blank`"])
            return nil
        }
    }

    private mutating func compare(
        _ left: TemplateExpression, _ comparison: TemplateCondition.Comparison, _ right: TemplateExpression,
        in scope: TemplateScope
    ) -> SwiftExpression? {
        if left.isLiteral, !right.isLiteral, comparison != .contains {
            // `"CONNECTED" == connection.status`: the same the other way round.
            return compare(right, comparison.mirrored, left, in: scope)
        }
        guard let value = compile(left, in: scope) else { return nil }
        switch right {
        case .literal(.none, let range), .literal(.blank, let range):
            return emptiness(of: value, comparison, isBlank: right == .literal(.blank, range), at: range)
        case .literal(.text(let text), let range):
            if case .options(let field) = value.type {
                return compare(value, comparison, with: text, of: field, at: range)
            }
            if case .list(.options(let field)) = value.type, comparison == .contains {
                return contains(value, text, of: field, at: range)
            }
        default: break
        }
        guard let other = compile(right, beside: value.type, in: scope) else { return nil }
        return compare(value, comparison, other, at: right.range)
    }

    /// nil equals `nil` and `blank`; blank are also empty and white texts and empty lists.
    private mutating func emptiness(
        of value: TypedExpression, _ comparison: TemplateCondition.Comparison, isBlank: Bool, at range: Range<Int>
    ) -> SwiftExpression? {
        guard comparison == .equal || comparison == .notEqual else {
            report(.templateType, "nil and blank can only be compared with == and !=", at: range)
            return nil
        }
        let isEqual = comparison == .equal
        let test: SwiftExpression
        switch value.type {
        case .text where isBlank:
            let text = value.isOptional ? SwiftExpression.infix(value.swift, "??", .string("")) : value.swift
            test = text.calling("allSatisfy", [SwiftArgument(nil, .code("\\.isWhitespace"))])
        case .list where isBlank:
            let list = value.isOptional ? SwiftExpression.infix(value.swift, "??", .code("[]")) : value.swift
            test = .member(list, "isEmpty")
        default:
            guard value.isOptional else {
                report(
                    .templateConstant, "\(value.type.words) that is always there is never \(isBlank ? "blank" : "nil")",
                    at: range)
                return nil
            }
            return .infix(value.swift, isEqual ? "==" : "!=", .none)
        }
        return isEqual ? test : .prefix("!", test)
    }

    /// Whether a list of options has one.
    private mutating func contains(
        _ value: TypedExpression, _ text: String, of field: FieldDeclaration, at range: Range<Int>
    ) -> SwiftExpression? {
        guard let option = option(text, of: field, at: range) else { return nil }
        let test = SwiftExpression.call(
            .member(value.swift, "contains", isOptional: value.needsChaining),
            [SwiftArgument(nil, .code(".\(context.names.optionCase(option))"))])
        return value.isOptional ? .infix(test, "==", .code("true")) : test
    }

    private mutating func option(_ text: String, of field: FieldDeclaration, at range: Range<Int>) -> OptionDeclaration? {
        guard let option = field.options.first(where: { $0.value == text }) else {
            let known = field.options.map(\.value)
            let near = Suggestion.nearest(to: text, among: known)
            let question = near.map { "; did you mean `\($0)`?" } ?? ""
            report(
                .templateOptionUnknown, "`\(text)` is not an option of `\(field.handle)`\(question)", at: range,
                help: ["the options are: \(known.joined(separator: ", "))"], replacement: near.map { "\"\($0)\"" })
            return nil
        }
        return option
    }

    private mutating func compare(
        _ value: TypedExpression, _ comparison: TemplateCondition.Comparison, with text: String,
        of field: FieldDeclaration, at range: Range<Int>
    ) -> SwiftExpression? {
        guard let option = option(text, of: field, at: range) else { return nil }
        guard comparison == .equal || comparison == .notEqual else {
            report(.templateType, "options can only be compared with == and !=", at: range)
            return nil
        }
        return .infix(value.swift, comparison.rawValue, .code(".\(context.names.optionCase(option))"))
    }

    private mutating func compare(
        _ left: TypedExpression, _ comparison: TemplateCondition.Comparison, _ right: TypedExpression,
        at range: Range<Int>
    ) -> SwiftExpression? {
        switch comparison {
        case .equal, .notEqual:
            guard left.type.isComparable(with: right.type), left.type.isPrintable else {
                report(.templateType, "\(left.type.words) cannot be compared with \(right.type.words)", at: range)
                return nil
            }
            let (first, second) = Self.aligned(left, right)
            return .infix(first, comparison.rawValue, second)
        case .less, .greater, .lessOrEqual, .greaterOrEqual:
            guard left.type.isOrdered, left.type.isComparable(with: right.type) else {
                report(
                    .templateType,
                    "\(left.type.words) cannot be compared with \(right.type.words) by \(comparison.rawValue)",
                    at: range)
                return nil
            }
            let (first, second) = Self.aligned(left, right)
            guard left.isOptional || right.isOptional else { return .infix(first, comparison.rawValue, second) }
            return Self.ordered(left, first, comparison, right, second)
        case .contains:
            let fits =
                left.type == .text && right.type == .text
                || left.type == .list(right.type) || left.type == .list(.text) && right.type == .text
            guard fits, !right.isOptional else {
                report(.templateType, "\(left.type.words) cannot contain \(right.type.words)", at: range)
                return nil
            }
            let test = SwiftExpression.call(
                .member(left.swift, "contains", isOptional: left.needsChaining), [SwiftArgument(nil, right.swift)])
            return left.isOptional ? .infix(test, "==", .code("true")) : test
        }
    }

    /// Ruling 78: an order with nil on a side is false.
    private static func ordered(
        _ left: TypedExpression, _ first: SwiftExpression, _ comparison: TemplateCondition.Comparison,
        _ right: TypedExpression, _ second: SwiftExpression
    ) -> SwiftExpression {
        func mapped(
            _ value: TypedExpression, _ swift: SwiftExpression, _ method: String, _ signature: String,
            _ result: SwiftExpression
        ) -> SwiftExpression {
            .call(
                .member(value.needsChaining ? swift : .parenthesized(swift), method), [],
                trailing: SwiftClosure(signature: signature, body: [.expression(result)]))
        }
        let test: SwiftExpression
        if left.isOptional, right.isOptional {
            let inner = mapped(right, second, "map", "", .infix(.code("first"), comparison.rawValue, .code("$0")))
            test = mapped(left, first, "flatMap", "first", inner)
        } else if left.isOptional {
            test = mapped(left, first, "map", "", .infix(.code("$0"), comparison.rawValue, second))
        } else {
            test = mapped(right, second, "map", "", .infix(first, comparison.rawValue, .code("$0")))
        }
        return .infix(test, "??", .code("false"))
    }

    /// Both sides as values of one Swift type.
    private static func aligned(_ left: TypedExpression, _ right: TypedExpression) -> (SwiftExpression, SwiftExpression)
    {
        switch (left.type, right.type) {
        case (.options, .text), (.id, .text):
            (.member(left.swift, "rawValue", isOptional: left.needsChaining), right.swift)
        case (.text, .options), (.text, .id):
            (left.swift, .member(right.swift, "rawValue", isOptional: right.needsChaining))
        case (.integer, .number) where !left.isOptional:
            (.call("Double", [SwiftArgument(nil, left.swift)]), right.swift)
        case (.number, .integer) where !right.isOptional:
            (left.swift, .call("Double", [SwiftArgument(nil, right.swift)]))
        default: (left.swift, right.swift)
        }
    }
}

extension TemplateExpression {
    fileprivate var isLiteral: Bool { if case .literal = self { true } else { false } }
}

extension TemplateCondition.Comparison {
    /// The comparison that says the same with its sides swapped.
    fileprivate var mirrored: TemplateCondition.Comparison {
        switch self {
        case .less: .greater
        case .greater: .less
        case .lessOrEqual: .greaterOrEqual
        case .greaterOrEqual: .lessOrEqual
        case .equal, .notEqual, .contains: self
        }
    }
}
