extension TemplateCompiler {
    mutating func compile(_ expression: TemplateExpression, in scope: TemplateScope) -> TypedExpression? {
        switch expression {
        case .path(let path): return resolve(path, in: scope)
        case .literal(let literal, _):
            switch literal {
            case .text(let text): return TypedExpression(.string(text), .text)
            case .integer(let text): return TypedExpression(.code(text), .integer)
            case .decimal(let text): return TypedExpression(.code(text), .number)
            case .boolean(let value): return TypedExpression(.boolean(value), .boolean)
            case .none, .blank: return TypedExpression(.string(""), .text)
            }
        case .filtered(let base, let call):
            guard let value = compile(base, in: scope) else { return nil }
            if call.name == "size", case .path(let path) = base, path.segments.count == 1 {
                reportSize(of: value, at: call.range)
            }
            return apply(call, to: value, in: scope)
        }
    }

    /// An expression that stands beside a value of some type: the literal of a number takes that type.
    mutating func compile(
        _ expression: TemplateExpression, beside type: TemplateType, in scope: TemplateScope
    ) -> TypedExpression? {
        switch (expression, type) {
        case (.literal(.integer(let text), _), .number): return TypedExpression(.code(text), .number)
        case (.literal(.integer(let text), _), .decimal), (.literal(.decimal(let text), _), .decimal):
            return TypedExpression(.call(".exact", [SwiftArgument(nil, .string(text))]), .decimal)
        default: return compile(expression, in: scope)
        }
    }

    // MARK: Paths

    mutating func resolve(_ path: TemplatePath, in scope: TemplateScope) -> TypedExpression? {
        let first = path.segments[0]
        guard let entry = scope.entry(first.name, context) else {
            if let second = path.segments.dropFirst().first, scope.field(second.name) != nil {
                let message = "`\(first.name)` is not known here; inside of a list `item` is what a row shows"
                report(.templatePathUnknown, message, at: first.range, replacement: "item")
            } else if !scope.isOpen, !isExcused(first.name, among: scope.names) {
                unknown(first, "`\(first.name)` is not known here", among: scope.names)
            }
            return nil
        }
        reportShadowing(first, in: scope)
        var rest = path.segments.dropFirst()
        var value: TypedExpression
        switch entry {
        case .unknown: return nil
        case .value(let found): value = found
        case .namespace(let members):
            guard let segment = rest.popFirst() else {
                report(.templateType, "`\(first.name)` is no value; say which of its members", at: first.range)
                return nil
            }
            guard let found = members[segment.name] else {
                if first.name == "env", context.manifest.environmentVariable(segment.name)?.visibility == .encrypted {
                    report(.templateType, "`\(segment.name)` is encrypted and cannot be used in templates", at: segment.range)
                    return nil
                }
                if first.name == "env", !context.manifest.environment.isWhole { return nil }
                unknown(segment, "`\(first.name)` has no `\(segment.name)`", among: members.keys.sorted())
                return nil
            }
            value = found
        case .capabilities(let granted):
            guard !rest.isEmpty else {
                report(.templateType, "`\(first.name)` is no value; say which of its members", at: first.range)
                return nil
            }
            let name = rest.map(\.name).joined(separator: ".")
            guard granted.contains(name) else {
                let range = rest.first.map { $0.range.lowerBound..<path.range.upperBound } ?? first.range
                unknown(
                    TemplatePath.Segment(name: name, range: range), "no setup step grants `\(name)`", among: granted)
                return nil
            }
            rest = []
            value = TypedExpression(
                .call("request.capabilities.contains", [SwiftArgument(nil, .string(name))]), .boolean)
        case .texts(let dictionary):
            guard let segment = rest.popFirst() else {
                report(.templateType, "`\(first.name)` is no value; say which of its members", at: first.range)
                return nil
            }
            value = TypedExpression(
                .subscript(dictionary, [SwiftArgument(nil, .string(segment.name))]), .text, isOptional: true)
        }
        if path.segments.count == 2, rest.first?.name == "size" { reportSize(of: value, at: path.range) }
        for segment in rest {
            guard let next = member(segment, of: value) else { return nil }
            value = next
        }
        return value.type.isUnknown ? nil : value
    }

    private mutating func member(_ segment: TemplatePath.Segment, of base: TypedExpression) -> TypedExpression? {
        if case .id(let model) = base.type, let trail = base.relation, trail.reference != nil {
            guard let instance = context.followed(base, trail, to: model) else {
                report(
                    .templateType, "templates follow two relationships, and `\(segment.name)` is behind a third",
                    at: segment.range)
                return nil
            }
            return member(segment, of: instance)
        }
        if case .list(let element) = base.type {
            switch segment.name {
            case "size":
                return TypedExpression(
                    .member(base.swift, "count", isOptional: base.needsChaining), .integer,
                    isOptional: base.isOptional, needsChaining: false)
            case "first", "last":
                var value = base.element(
                    .member(base.swift, segment.name, isOptional: base.needsChaining), element)
                value.isOptional = true
                value.needsChaining = true
                return value
            default:
                report(
                    .templateType, "a path cannot go through a list: `\(segment.name)` is of its elements",
                    at: segment.range, help: ["use `{% for %}`, `.first`, `.last` or `.size`"])
                return nil
            }
        }
        let fields = context.fields(of: base.type)
        let isComplete = context.knowsFields(of: base.type)
        guard !fields.isEmpty else {
            guard isComplete else { return nil }
            report(.templateType, "\(base.type.words) has no `\(segment.name)`", at: segment.range)
            return nil
        }
        if let field = fields.first(where: { $0.handle == segment.name }) { return context.member(field, of: base) }
        if case .model(let handle) = base.type, context.manifest.models[handle]?.fields[segment.name] != nil {
            report(.templateType, "`\(segment.name)` is encrypted and cannot be used in templates", at: segment.range)
            return nil
        }
        if case .model(let handle) = base.type, let (relationship, _) = context.manifest.relationship(segment.name, of: handle) {
            return referring(relationship, segment, of: base)
        }
        guard isComplete, !isExcused(segment.name, among: fields.map(\.handle)) else { return nil }
        unknown(segment, "\(owner(base.type)) has no field `\(segment.name)`", among: fields.map(\.handle))
        return nil
    }

    /// Those who refer to an instance.
    private mutating func referring(
        _ relationship: RelationshipDeclaration, _ segment: TemplatePath.Segment, of base: TypedExpression
    ) -> TypedExpression? {
        let message: String
        if relationship.holder == nil {
            message = "`\(segment.name)` is MANY_TO_MANY, which templates cannot follow"
        } else if let trail = base.relation {
            if let value = context.referring(relationship, as: segment.name, to: trail) { return value }
            message =
                trail.isElement
                ? "`\(segment.name)` cannot be followed from each element of a list"
                : "templates follow two relationships, and `\(segment.name)` is a third"
        } else {
            message = "`\(segment.name)` can be followed only from what the page's context loads"
        }
        report(.templateType, message, at: segment.range)
        return nil
    }

    private func owner(_ type: TemplateType) -> String {
        switch type {
        case .model(let handle): "model `\(handle)`"
        case .record(let handle) where context.manifest.record(handle) != nil: "type `\(handle)`"
        default: "the output"
        }
    }

    private mutating func unknown(_ segment: TemplatePath.Segment, _ message: String, among known: [String]) {
        let near = Suggestion.nearest(to: segment.name, among: known)
        let question = near.map { "; did you mean `\($0)`?" } ?? ""
        let shown = known.prefix(12).joined(separator: ", ")
        let help = near == nil && !known.isEmpty ? ["there are: \(shown)\(known.count > 12 ? ", …" : "")"] : []
        report(.templatePathUnknown, message + question, at: segment.range, help: help, replacement: near)
    }

    // MARK: Filters

    private mutating func apply(
        _ call: TemplateFilterCall, to value: TypedExpression, in scope: TemplateScope
    ) -> TypedExpression? {
        guard let filter = TemplateFilter(rawValue: call.name) else {
            guard call.name != "escape" else {
                report(
                    .templateFilter, "`escape` is for `raw` blocks: everything that pages print is escaped",
                    at: call.range, help: ["leave it out"])
                return nil
            }
            let known = TemplateFilter.allCases.map(\.rawValue)
            let near = Suggestion.nearest(to: call.name, among: known)
            report(
                .templateFilter, "there is no filter `\(call.name)`" + (near.map { "; did you mean `\($0)`?" } ?? ""),
                at: call.range, help: ["there are: \(known.joined(separator: ", "))"], replacement: near)
            return nil
        }
        guard filter.argumentCounts.contains(call.arguments.count) else {
            report(.templateFilter, "`\(call.name)` takes \(filter.argumentWords)", at: call.range)
            return nil
        }
        var arguments: [TypedExpression] = []
        for argument in call.arguments {
            guard let compiled = compile(argument, beside: value.type, in: scope) else { return nil }
            arguments.append(compiled)
        }
        if filter == .date, case .string(let format) = arguments[0].swift, let problem = DateFormat.problem(format) {
            report(.templateFilter, problem, at: call.arguments[0].range, help: [DateFormat.help])
            return nil
        }
        guard let result = filter.apply(to: value, arguments) else {
            report(.templateFilter, "`\(call.name)` does not fit \(value.type.words)", at: call.range)
            return nil
        }
        return result
    }
}

/// The filters of the language, each with what it takes and gives. nil passes through all but `default`.
enum TemplateFilter: String, CaseIterable {
    case `default`, upcase, downcase, capitalize, truncate, plus, minus, size, join, date

    var argumentCounts: ClosedRange<Int> {
        switch self {
        case .upcase, .downcase, .capitalize, .size: 0...0
        case .default, .plus, .minus, .truncate, .date: 1...1
        case .join: 0...1
        }
    }

    var argumentWords: String {
        switch argumentCounts {
        case 0...0: "no argument"
        case 1...1: "one argument"
        default: "at most one argument"
        }
    }

    /// `nil` where the value's or an argument's type does not fit.
    func apply(to value: TypedExpression, _ arguments: [TypedExpression]) -> TypedExpression? {
        switch self {
        case .default: return Self.defaulted(value, arguments[0])
        case .upcase: return Self.text(value) { .calling("uppercased", on: $0, value) }
        case .downcase: return Self.text(value) { .calling("lowercased", on: $0, value) }
        case .capitalize: return Self.text(value) { .member($0, "capitalizedFirst", isOptional: value.needsChaining) }
        case .truncate:
            guard arguments[0].type == .integer else { return nil }
            return Self.text(value) {
                .calling("truncated", on: $0, value, [SwiftArgument("to", arguments[0].swift)])
            }
        case .plus, .minus:
            guard [.integer, .number, .decimal].contains(value.type), arguments[0].type == value.type else { return nil }
            guard !arguments[0].isOptional else { return nil }
            let sign = self == .plus ? "+" : "-"
            guard value.isOptional else {
                return TypedExpression(.infix(value.swift, sign, arguments[0].swift), value.type)
            }
            let sum = SwiftStatement.expression(.infix(.code("$0"), sign, arguments[0].swift))
            return TypedExpression(
                .call(.member(value.wrapped, "map"), [], trailing: SwiftClosure(signature: "", body: [sum])),
                value.type, isOptional: true)
        case .size:
            guard value.type.isList || value.type == .text else { return nil }
            return TypedExpression(
                .member(value.swift, "count", isOptional: value.needsChaining), .integer, isOptional: value.isOptional,
                needsChaining: false)
        case .join:
            let texts: SwiftExpression
            switch value.type {
            case .list(.text): texts = value.swift
            case .list(.options): texts = .calling("map", on: value.swift, value, [SwiftArgument(nil, .code("\\.label"))])
            default: return nil
            }
            guard arguments.first.map({ $0.type == .text && !$0.isOptional }) ?? true else { return nil }
            let separator = arguments.first?.swift ?? .string(", ")
            return TypedExpression(
                .call(.member(texts, "joined", isOptional: value.needsChaining && value.type == .list(.text)),
                    [SwiftArgument("separator", separator)]), .text,
                isOptional: value.isOptional, needsChaining: false)
        case .date:
            guard value.type == .dateTime, case .string = arguments[0].swift else { return nil }
            let arguments = [
                SwiftArgument("format", arguments[0].swift),
                SwiftArgument("in", .code("request.installation.workplace.timeZone")),
            ]
            return TypedExpression(
                .calling("text", on: value.swift, value, arguments), .text, isOptional: value.isOptional,
                needsChaining: false)
        }
    }

    /// Liquid's `default` replaces what is missing; an empty text stays, as it is a value that somebody wrote.
    private static func defaulted(_ value: TypedExpression, _ fallback: TypedExpression) -> TypedExpression? {
        guard value.type.isPrintable, fallback.type == .text || fallback.type == value.type else { return nil }
        guard value.isOptional else { return value }
        var swift = value.swift
        var type = value.type
        if fallback.type == .text, value.type != .text {
            type = .text
            switch value.type {
            case .options: swift = .member(swift, "label", isOptional: value.needsChaining)
            case .id: swift = .member(swift, "rawValue", isOptional: value.needsChaining)
            case .dateTime: swift = value.wrapped.calling("map", [SwiftArgument(nil, .code("Timestamp.text"))])
            case .day, .timeOfDay: break
            default: swift = .member(swift, "description", isOptional: value.needsChaining)
            }
        }
        return TypedExpression(.infix(swift, "??", fallback.swift), type, isOptional: fallback.isOptional)
    }

    private static func text(
        _ value: TypedExpression, _ transform: (SwiftExpression) -> SwiftExpression
    ) -> TypedExpression? {
        guard value.type == .text else { return nil }
        return TypedExpression(transform(value.swift), .text, isOptional: value.isOptional, needsChaining: false)
    }
}

extension SwiftExpression {
    fileprivate static func calling(
        _ name: String, on swift: SwiftExpression, _ value: TypedExpression, _ arguments: [SwiftArgument] = []
    ) -> SwiftExpression {
        .call(.member(swift, name, isOptional: value.needsChaining), arguments)
    }
}
